package diag

import (
	"fmt"
	"io"
	"strings"

	"jindu/generator/internal/lang"
)

// The characters that end a workflow command or one of its properties, and how
// the runner wants them written.
var (
	githubMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// printGitHub writes one workflow command a problem, so that each shows beside
// its line in a pull request.
func printGitHub(w io.Writer, l List, in lang.Lang) error {
	for _, d := range l {
		if _, err := io.WriteString(w, githubCommand(d, in)+"\n"); err != nil {
			return err
		}
	}
	return nil
}

func githubCommand(d Diagnostic, in lang.Lang) string {
	var b strings.Builder
	fmt.Fprintf(&b, "::%s file=%s", d.Severity, githubProperty.Replace(d.Range.File))
	if start, end := d.Range.Start, d.Range.End; start.Line > 0 && !strings.HasSuffix(d.Range.File, "!") {
		fmt.Fprintf(&b, ",line=%d,endLine=%d,col=%d", start.Line, end.Line, start.Column)
		if start.Line == end.Line { // the runner refuses endColumn over several lines
			fmt.Fprintf(&b, ",endColumn=%d", end.Column)
		}
	}
	fmt.Fprintf(&b, ",title=%s::%s", githubProperty.Replace(d.Code), githubMessage.Replace(githubBody(d, in)))
	return b.String()
}

func githubBody(d Diagnostic, in lang.Lang) string {
	lines := []string{Visible(d.Message.In(in))}
	if strings.HasSuffix(d.Range.File, "!") { // no file that hosts could show a line of
		lines[0] = Place(d.Range) + wordColon.In(in) + lines[0]
	}
	if d.Path != "" {
		lines[0] = Visible(d.Path) + wordColon.In(in) + lines[0]
	}
	if hint := d.Hint.In(in); hint != "" {
		lines = append(lines, Visible(hint))
	}
	for _, r := range d.Related {
		lines = append(lines, Place(r.Range)+wordColon.In(in)+Visible(r.Message.In(in)))
	}
	return strings.Join(lines, "\n")
}
