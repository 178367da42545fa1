package main

import (
	"bytes"
	"strings"
	"testing"

	"jindu/generator/internal/lang"
)

func TestStepsAreShownOnlyToAPersonAtATerminal(t *testing.T) {
	var out bytes.Buffer
	quiet := newSteps(&out, lang.ZH) // a buffer is no terminal
	quiet.begin(lang.T("检查数据", "checking the data"))
	quiet.done(lang.T("完成", "done"))
	if out.Len() != 0 {
		t.Errorf("wrote %q where nobody watches", out.String())
	}
	watched := &steps{w: &out, lang: lang.EN, on: true}
	watched.begin(lang.T("检查数据", "checking the data"))
	watched.done(lang.T("完成：%d页", "done: %d pages"), 3)
	if got := out.String(); !strings.Contains(got, "checking the data…") || !strings.HasSuffix(got, "done: 3 pages\n") {
		t.Errorf("got %q", got)
	}
}
