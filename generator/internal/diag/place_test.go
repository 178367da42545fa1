package diag

import (
	"bytes"
	"strings"
	"testing"

	"jindu/generator/internal/lang"
)

func TestPlaceNamesCellsAsSpreadsheetsDo(t *testing.T) {
	for want, at := range map[string]Range{
		"填报!G5":           span("填报!", 5, 7, 1),
		"填报!A1":           span("填报!", 1, 1, 1),
		"填报!Z9":           span("填报!", 9, 26, 1),
		"填报!AA10":         span("填报!", 10, 27, 1),
		"填报!ZZ1":          span("填报!", 1, 702, 1),
		"填报!AAA1":         span("填报!", 1, 703, 1),
		"指标":              {File: "指标"},
		"data/a.yaml:5:7": span("data/a.yaml", 5, 7, 1),
	} {
		if got := Place(at); got != want {
			t.Errorf("Place(%+v) = %q, want %q", at, got, want)
		}
	}
}

// Hosts annotate lines of files; a cell goes into the words instead.
func TestGitHubNamesTheCellInWords(t *testing.T) {
	var got bytes.Buffer
	Print(&got, List{testFile.At(span("填报!", 5, 7, 1), "")}, PrintOptions{Lang: lang.ZH, Format: FormatGitHub})
	if s := got.String(); strings.Contains(s, "line=") || !strings.Contains(s, "填报!G5：缺少文件") {
		t.Error(s)
	}
}
