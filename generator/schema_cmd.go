package main

import (
	"io"

	"github.com/spf13/cobra"

	"jindu/generator/internal/jsonschema"
)

func newSchema(s *settings) *cobra.Command {
	var write bool
	cmd := &cobra.Command{
		Use: "schema", Short: "检查 JSON Schema 和字段、提示说明是不是最新的 / check the JSON Schemas and generated guides", Args: exactly(0),
		Long: `编辑器按 .vscode/schema 下的 JSON Schema 给出中文提示、补全和检查；content/guides 下的“字段与状态”
“出错了怎么办”是同一份规则写成的说明。它们由程序生成；不是最新的返回 1，--write 重新生成。

Editors take hints, completion and checks from the JSON Schemas under .vscode/schema; the guides to
fields and to messages under content/guides say the same in words. All are generated. Exit status 1
where one is old; --write makes them anew.`,
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
	var files []generatedFile
	for _, f := range jsonschema.Files() {
		files = append(files, generatedFile{f.Name, f.Text})
	}
	files = append(files, guideFiles()...)
	return p.generated(w, files, write, "schema --write")
}
