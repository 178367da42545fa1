package webform

import (
	"bytes"
	"context"
	"errors"
	"regexp"

	"jindu/generator/internal/repo"
	"jindu/generator/internal/schema"
)

var idPattern = regexp.MustCompile(schema.IDPattern)

// save commits the file of a draft to the draft's branch.
func (d *Drafts) save(ctx context.Context, k key, body []byte, message, status string) error {
	base, tip, err := d.tips(ctx, k)
	if err != nil {
		return err
	}
	parent, name, from := base, d.pathOf(k), onBranch
	if tip != "" {
		parent, from = tip, onDraft
	}
	was, err := d.file(ctx, parent, name)
	switch {
	case err != nil:
		return err
	case was != nil && bytes.Equal(was, body):
		return refuse("内容没有任何改动，不需要保存。")
	case d.seen[seen{from, name}] != hash(was):
		return refuse("打开表单以后，这一项被别人改过，或者本程序重新启动过。请复制您写的内容，刷新页面后再改。")
	}
	draft := map[string][]byte{name: body}
	if err := d.judge(ctx, parent, draft); err != nil {
		return err
	}
	_, err = d.Repo.Commit(ctx, repo.Commit{
		Branch: k.branch(), From: d.Repo.Tip(ctx, k.branch()), Parent: parent, Files: draft, Message: message,
	})
	if err != nil {
		return inWords(err, k)
	}
	d.seen[seen{onDraft, name}] = hash(body)
	if tip == "" {
		if err := d.Repo.SetNote(ctx, k.branch(), labelPrefix+status); err != nil {
			return err
		}
	}
	d.Saved(k.branch())
	return nil
}

// judge refuses a draft with which the data would be worse than without.
func (d *Drafts) judge(ctx context.Context, parent string, draft map[string][]byte) error {
	files, err := d.Repo.Files(ctx, parent, "data", "seeds")
	if err != nil {
		return err
	}
	words, err := d.Judge(files, draft)
	if err == nil && words != "" {
		return refuse(words)
	}
	return err
}

// inWords says why a branch was not written.
func inWords(err error, k key) error {
	switch {
	case errors.Is(err, repo.ErrCheckedOut):
		return refuse("文件夹里正打开着分支 " + k.branch() + "，改它会打乱那里的文件。请先用 git switch 换到别的分支。")
	case errors.Is(err, repo.ErrMoved):
		return refuse("分支 " + k.branch() + " 刚刚被别的程序改过，请刷新页面。")
	case errors.Is(err, repo.ErrNoIdentity):
		return refuse("git 还不知道您是谁。请先运行：git config user.name 单位名称，git config user.email 单位邮箱。")
	}
	return err
}
