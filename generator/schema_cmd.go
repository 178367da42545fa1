package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"jindu/generator/internal/jsonschema"
	"jindu/generator/internal/lang"
)

func newSchema(s *settings) *cobra.Command {
	var write bool
	cmd := &cobra.Command{
		Use: "schema", Short: "检查编辑器用的 JSON Schema 是不是最新的 / check the JSON Schemas that editors use", Args: exactly(0),
		Long: `编辑器按 .vscode/schema 下的 JSON Schema 给出中文提示、补全和检查。它们由程序生成；
不是最新的返回 1，--write 重新生成。

Editors take hints, completion and checks from the JSON Schemas under .vscode/schema, which are
generated. Exit status 1 where one is old; --write makes them anew.`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := s.project()
			if err != nil {
				return err
			}
			return p.schemas(cmd.OutOrStdout(), write)
		},
	}
	cmd.Flags().BoolVar(&write, "write", false, "重新生成 / write them anew")
	return cmd
}

func (p *project) schemas(w io.Writer, write bool) error {
	old := 0
	for _, f := range jsonschema.Files() {
		target := filepath.Join(p.root, filepath.FromSlash(f.Name))
		have, err := os.ReadFile(target)
		if err == nil && bytes.Equal(have, f.Text) {
			continue
		}
		if !write {
			old++
			fmt.Fprintln(w, lang.T("%s 不是最新的，请运行 schema --write", "%s is old: run schema --write").Sprintf(f.Name).In(p.lang))
			continue
		}
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		if err := writeWhole(target, f.Text); err != nil {
			return err
		}
		fmt.Fprintln(w, lang.T("已写入 %s", "wrote %s").Sprintf(f.Name).In(p.lang))
	}
	if old > 0 {
		return errProblems
	}
	return nil
}
