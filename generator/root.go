package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// version is the program's own, printed by `version` and in the site's footer.
const version = "0.1.0"

// errProblems says that problems were found and have been printed.
var errProblems = errors.New("problems found")

// usageError is a fault of the command line.
type usageError struct{ error }

// settings are the flags that every command takes.
type settings struct {
	root   string
	asOf   string
	lang   string
	format string
}

// newRoot wires the commands. Cobra is the command library of Hugo, so that it
// costs no module of its own.
func newRoot() *cobra.Command {
	s := &settings{}
	root := &cobra.Command{
		Use:   "jindu",
		Short: "把方案的 YAML 数据生成公开的进展网站 / turn a plan's YAML into a public progress site",
		Example: `  jindu check                      检查数据 / check the data
  jindu build                      生成 public/ / build public/
  jindu build --as-of 2017-12-31   按当日已公开的信息生成 / as known on that day
  jindu explain t3-4               说明一项任务的状态 / why a task has its status
  jindu diff main                  数据有什么实质变化 / what a change of the data means
  jindu serve                      本机预览 / preview on this machine`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("unknown command %q: see --help / 没有 %q 这个命令，用 --help 查看", args[0], args[0])}
			}
			return cmd.Help()
		},
		SilenceErrors: true, SilenceUsage: true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	flags := root.PersistentFlags()
	flags.StringVar(&s.root, "root", "", "项目所在文件夹，默认向上寻找 hugo.toml / project folder, found upwards by hugo.toml")
	flags.StringVar(&s.asOf, "as-of", "", "数据截至日期 YYYY-MM-DD，默认为今天（东八区） / judge as of this day, default today at +08:00")
	flags.StringVar(&s.lang, "lang", "zh", "提示语言 zh 或 en / language of messages")
	flags.StringVar(&s.format, "format", "text", "问题的输出格式 text、json 或 github / format of problems")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(newCheck(s), newBuild(s), newServe(s), newReport(s), newArchive(s), newExplain(s), newDiff(s),
		newFmt(s), newUpdate(s), newNew(s), newEdit(s), newExportXLSX(s), newImportXLSX(s), newSchema(s), newCodeowners(s), newEvidence(s), newVerify(s), newSign(s), newVersion(s))
	return root
}

// exactly is cobra.ExactArgs with the exit status of a usage fault.
func exactly(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := cobra.ExactArgs(n)(cmd, args); err != nil {
			return usageError{err}
		}
		return nil
	}
}

// project resolves the settings: the folder, the day, the language.
func (s *settings) project() (*project, error) {
	l, err := lang.Parse(s.lang)
	if err != nil {
		return nil, usageError{err}
	}
	if err := checkFormat(s.format); err != nil {
		return nil, usageError{err}
	}
	today := plan.DateOf(time.Now().In(time.FixedZone("+08:00", 8*60*60)))
	asOf := today
	if s.asOf != "" {
		if asOf, err = plan.ParseDate(s.asOf); err != nil {
			return nil, usageError{err}
		}
	}
	root, err := s.findRoot()
	if err != nil {
		return nil, usageError{err}
	}
	return &project{root: root, asOf: asOf, today: today, lang: l, format: s.format}, nil
}

// findRoot is the folder given, else the nearest one upwards with hugo.toml.
func (s *settings) findRoot() (string, error) {
	if s.root != "" {
		return filepath.Abs(s.root)
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, "hugo.toml")); err == nil {
			return at, nil
		}
		if at == filepath.Dir(at) {
			return "", errors.New("no hugo.toml here or above: run inside the project, or give --root / 当前文件夹及上级没有 hugo.toml：请在项目里运行，或用 --root 指明")
		}
	}
}
