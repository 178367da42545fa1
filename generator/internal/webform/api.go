package webform

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"
)

// request is one call of Decap's proxy backend: an action and what it is about.
type request struct {
	Action string `json:"action"`
	Params struct {
		Branch     string      `json:"branch"`
		Folder     string      `json:"folder"`
		Path       string      `json:"path"`
		Files      []fileRef   `json:"files"`
		ID         string      `json:"id"`
		Collection string      `json:"collection"`
		Slug       string      `json:"slug"`
		NewStatus  string      `json:"newStatus"`
		DataFiles  []dataFile  `json:"dataFiles"`
		Assets     []any       `json:"assets"`
		Options    saveOptions `json:"options"`
	} `json:"params"`
}

type fileRef struct {
	Path  string  `json:"path"`
	Label string  `json:"label,omitempty"`
	ID    *string `json:"id"`
}

type dataFile struct {
	Slug    string `json:"slug"`
	Path    string `json:"path"`
	Raw     string `json:"raw"`
	NewPath string `json:"newPath"`
}

type saveOptions struct {
	CollectionName string `json:"collectionName"`
	CommitMessage  string `json:"commitMessage"`
	UseWorkflow    bool   `json:"useWorkflow"`
	Status         string `json:"status"`
}

// entry is a file with its text, null where there is none.
type entry struct {
	Data *string `json:"data"`
	File fileRef `json:"file"`
}

type message struct {
	Message string `json:"message"`
}

// labelPrefix stands before a draft's status where it is kept: in the branch's
// description, as decap-server does.
const labelPrefix = "decap-cms/"

// statuses are those of Decap's editorial workflow.
var statuses = []string{"draft", "pending_review", "pending_publish"}

// api answers one call.
func (d *Drafts) api(w http.ResponseWriter, r *http.Request) {
	var q request
	if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
		answer(w, http.StatusBadRequest, failure{"读不懂的请求：" + err.Error()})
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	out, err := d.act(r.Context(), q)
	var no refusal
	switch {
	case errors.As(err, &no):
		answer(w, no.status, failure{no.words})
	case err != nil:
		answer(w, http.StatusInternalServerError, failure{err.Error()})
	default:
		answer(w, http.StatusOK, out)
	}
}

// act does what is asked for. Publishing, deleting files and storing pictures are
// not: a change is published by merging its branch, after a review.
func (d *Drafts) act(ctx context.Context, q request) (any, error) {
	if q.Action != "info" && q.Params.Branch != d.Branch {
		return nil, refuse("表单以分支 " + d.Branch + " 为准，没有分支 " + q.Params.Branch + "。")
	}
	switch p := q.Params; q.Action {
	case "info":
		return map[string]any{"repo": "jindu", "publish_modes": []string{"editorial_workflow"}, "type": "local_git"}, nil
	case "entriesByFolder":
		return d.folder(ctx, p.Folder)
	case "entriesByFiles":
		return d.files(ctx, p.Files)
	case "getEntry":
		all, err := d.files(ctx, []fileRef{{Path: p.Path}})
		if err != nil {
			return nil, err
		}
		return all[0], nil
	case "unpublishedEntries":
		return d.drafts(ctx)
	case "getMedia":
		return []any{}, nil
	case "getDeployPreview":
		return nil, nil
	case "persistEntry":
		return message{"entry persisted"}, d.persist(ctx, p.DataFiles, len(p.Assets), p.Options)
	case "unpublishedEntry", "unpublishedEntryDataFile", "deleteUnpublishedEntry", "updateUnpublishedEntryStatus":
		if p.ID != "" && p.Collection == "" {
			p.Collection, p.Slug, _ = strings.Cut(p.ID, "/")
		}
		k, err := d.keyOf(p.Collection, p.Slug)
		if err != nil {
			return nil, err
		}
		return d.draft(ctx, q.Action, k, p.NewStatus)
	}
	return nil, refusal{http.StatusForbidden, "表单不做这件事：" + q.Action + "。改动由审核人合并以后发布。"}
}

// folder lists the files of a collection as they are on the branch.
func (d *Drafts) folder(ctx context.Context, folder string) ([]entry, error) {
	known := func(c Collection) bool { return c.Folder == folder }
	if folder == "" || !slices.ContainsFunc(d.config.Decap.Collections, known) {
		return nil, refuse("不是数据文件夹：" + folder)
	}
	base, err := d.Repo.Resolve(ctx, "refs/heads/"+d.Branch)
	if err != nil {
		return nil, err
	}
	tree, err := d.Repo.Files(ctx, base, folder)
	if err != nil {
		return nil, err
	}
	listing, err := fs.ReadDir(tree, folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	out := []entry{}
	for _, e := range listing {
		name := path.Join(folder, e.Name())
		if !e.Type().IsRegular() || !d.isData(name) {
			continue
		}
		body, err := fs.ReadFile(tree, name)
		if err != nil {
			return nil, err
		}
		out = append(out, d.given(onBranch, fileRef{Path: name}, body))
	}
	return out, nil
}

// files gives the files as they are on the branch.
func (d *Drafts) files(ctx context.Context, wanted []fileRef) ([]entry, error) {
	base, err := d.Repo.Resolve(ctx, "refs/heads/"+d.Branch)
	if err != nil {
		return nil, err
	}
	out := []entry{}
	for _, f := range wanted {
		if !d.isData(f.Path) {
			return nil, refuse("不是数据文件：" + f.Path)
		}
		body, err := d.file(ctx, base, f.Path)
		if err != nil {
			return nil, err
		}
		out = append(out, d.given(onBranch, f, body))
	}
	return out, nil
}

// given is a file for the form, which is remembered as what it was given of the
// branch or of the draft.
func (d *Drafts) given(side side, f fileRef, body []byte) entry {
	d.seen[seen{side, f.Path}] = hash(body)
	e := entry{File: f}
	if body != nil {
		text, id := string(body), hash(body)
		e.Data, e.File.ID = &text, &id
	}
	return e
}

// drafts lists the drafts that are not merged.
func (d *Drafts) drafts(ctx context.Context) ([]string, error) {
	branches, err := d.Repo.Branches(ctx, branchPrefix)
	if err != nil {
		return nil, err
	}
	out := []string{}
	for _, b := range branches {
		collection, slug, _ := strings.Cut(strings.TrimPrefix(b.Name, branchPrefix+"/"), "/")
		k, err := d.keyOf(collection, slug)
		if err != nil {
			continue // someone else's branch
		}
		if _, tip, err := d.tips(ctx, k); err == nil && tip != "" {
			out = append(out, k.String())
		}
	}
	return out, nil
}

// unpublished describes a draft.
type unpublished struct {
	Collection string    `json:"collection"`
	Slug       string    `json:"slug"`
	Status     string    `json:"status"`
	Diffs      []diff    `json:"diffs"`
	UpdatedAt  time.Time `json:"updatedAt"`
}

type diff struct {
	ID      string `json:"id"`
	Path    string `json:"path"`
	OldPath string `json:"oldPath"`
	NewPath string `json:"newPath"`
	Status  string `json:"status"`
	NewFile bool   `json:"newFile"`
	Binary  bool   `json:"binary"`
}

// draft does one of the things that need a draft.
func (d *Drafts) draft(ctx context.Context, action string, k key, status string) (any, error) {
	base, tip, err := d.tips(ctx, k)
	switch {
	case err != nil:
		return nil, err
	case tip == "":
		return nil, errNotFound
	case action == "unpublishedEntry":
		return d.unpublished(ctx, k, base, tip)
	case action == "unpublishedEntryDataFile":
		body, err := d.file(ctx, tip, d.pathOf(k))
		if err != nil {
			return nil, err
		}
		return d.given(onDraft, fileRef{Path: d.pathOf(k)}, body), nil
	case action == "deleteUnpublishedEntry":
		return message{"deleted"}, inWords(d.remove(ctx, k, tip), k)
	case !slices.Contains(statuses, status):
		return nil, refuse("没有这个状态：" + status)
	}
	return message{"updated"}, d.Repo.SetNote(ctx, k.branch(), labelPrefix+status)
}

func (d *Drafts) unpublished(ctx context.Context, k key, base, tip string) (unpublished, error) {
	out := unpublished{Collection: k.collection, Slug: k.slug, Diffs: []diff{}}
	out.Status = cmp.Or(strings.TrimPrefix(d.Repo.Note(ctx, k.branch()), labelPrefix), statuses[0])
	fork, err := d.Repo.MergeBase(ctx, base, tip)
	if err != nil {
		return out, err
	}
	touched, err := d.Repo.Touched(ctx, fork, tip)
	if err != nil {
		return out, err
	}
	name := d.pathOf(k)
	if letter, ok := touched[name]; ok {
		x := diff{ID: name, Path: name, OldPath: name, NewPath: name, Status: "modified"}
		if letter == "A" {
			x.Status, x.NewFile, x.OldPath = "added", true, ""
		}
		out.Diffs = append(out.Diffs, x)
	}
	out.UpdatedAt, err = d.Repo.When(ctx, tip)
	return out, err
}
