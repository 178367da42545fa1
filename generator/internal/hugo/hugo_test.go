package hugo

import (
	"os"
	"strings"
	"testing"
)

func TestVersionIsTheModulesOwn(t *testing.T) {
	mod, err := os.ReadFile("../../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if want := "github.com/gohugoio/hugo v" + Version + "\n"; !strings.Contains(string(mod), want) {
		t.Errorf("go.mod does not require %q", want)
	}
}

func TestEnvironmentShutsOutHugoVariables(t *testing.T) {
	t.Setenv("HUGO_BASEURL", "https://elsewhere.example/")
	t.Setenv("JINDU_TEST", "kept")
	env := strings.Join(Site{Cache: "c"}.environment(), "\n")
	if strings.Contains(env, "elsewhere") {
		t.Error("a HUGO_ variable of the caller reaches the child")
	}
	if !strings.Contains(env, "JINDU_TEST=kept") || !strings.Contains(env, "TZ=UTC") {
		t.Errorf("environment lacks what it should have:\n%s", env)
	}
}

func TestComplaintsLeaveOutTheStack(t *testing.T) {
	out := "Start building sites …\nWARN  found no layout file\npanic: warning\n\ngoroutine 1 [running]:\nmain.go:1\n"
	if got := complaints(out); got != "WARN  found no layout file\npanic: warning" {
		t.Errorf("got %q", got)
	}
	if got := complaints("  odd words\n"); got != "odd words" {
		t.Errorf("output without a known line must be kept whole, got %q", got)
	}
}
