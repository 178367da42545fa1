package webform

import (
	"context"

	"jindu/generator/internal/repo"
)

// persist checks that a call saves one data file under its own name, and saves it.
func (d *Drafts) persist(ctx context.Context, files []dataFile, assets int, o saveOptions) error {
	if len(files) != 1 || assets != 0 || !o.UseWorkflow {
		return refuse("一次只能保存一项，不能带图片。")
	}
	f := files[0]
	k, err := d.keyOf(o.CollectionName, f.Slug)
	if err != nil {
		return err
	}
	if want := d.pathOf(k); f.Path != want || f.NewPath != "" && f.NewPath != want {
		return refuse("文件不在它的位置上：" + f.Path)
	}
	status := o.Status
	if status == "" {
		status = statuses[0]
	}
	return d.save(ctx, k, []byte(f.Raw), o.CommitMessage, status)
}

func (d *Drafts) remove(ctx context.Context, k key, tip string) error {
	return d.Repo.Remove(ctx, repo.Branch{Name: k.branch(), Commit: tip})
}
