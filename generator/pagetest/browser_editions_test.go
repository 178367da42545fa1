package pagetest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jindu/generator/internal/browser"
	"jindu/generator/internal/browsertest"
	"jindu/generator/internal/testproject"
)

// elderKinds are one page of each type that 长辈版 has.
var elderKinds = []string{"", "P/tasks/", "P/tasks/t3-4/", "P/indicators/", "P/indicators/online-retail/", "units/", "units/commerce-bureau/"}

// The editions of the site: what 长辈版 promises its readers is measured, not
// read in a style sheet.
func TestEditionsInBrowser(t *testing.T) {
	b := browsertest.Start(t)
	root := t.TempDir()
	must(t, projects.Copy(root))
	s := serveSite(t, buildSite(t, "real", root, testproject.RealDay, ""))
	for _, kind := range elderKinds {
		at := strings.Replace(kind, "P/", s.plan+"/", 1)
		t.Run("elder/"+at, func(t *testing.T) { elderPage(t, s, browsertest.Open(t, b), at) })
	}
	t.Run("remembered", func(t *testing.T) { elderRemembered(t, s, browsertest.Open(t, b)) })
	t.Run("read aloud", func(t *testing.T) { readAloud(t, s, browsertest.Open(t, b)) })
	t.Run("English", func(t *testing.T) { english(t, s, browsertest.Open(t, b)) })
	t.Run("report on paper", func(t *testing.T) { onPaper(t, s, b) })
}

// measured is what the page's words and controls are like on a screen. Sizes are
// in CSS pixels.
type measured struct {
	Smallest float64  // font size of any words in main
	Leading  float64  // least line height over font size of a paragraph
	Gap      float64  // least space between paragraphs over that between lines
	Small    []string // controls under 44 px in either direction
	Main     []string // main ones under 60
}

const measureElder = `(() => {
	const main = document.querySelector("main"), size = (e) => parseFloat(getComputedStyle(e).fontSize);
	const shown = (e) => e.checkVisibility() && !e.closest(".visually-hidden, svg");
	const texts = [...main.querySelectorAll("*")].filter((e) => shown(e) && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
	const paragraphs = [...main.querySelectorAll("p")].filter(shown);
	const leading = (e) => parseFloat(getComputedStyle(e).lineHeight);
	const gaps = paragraphs.filter((p) => p.previousElementSibling?.matches("p") && shown(p.previousElementSibling))
		.map((p) => (p.getBoundingClientRect().top - p.previousElementSibling.getBoundingClientRect().bottom) / (leading(p) - size(p)));
	const under = (selector, least) => [...document.querySelectorAll(selector)].filter(shown)
		.filter((e) => { const r = (e.closest("label") ?? e).getBoundingClientRect(); return r.width < least - 0.5 || r.height < least - 0.5; })
		.map((e) => e.outerHTML.slice(0, 120));
	return {
		Smallest: Math.min(...texts.map(size)), Leading: Math.min(...paragraphs.map((p) => leading(p) / size(p))),
		Gap: Math.min(...gaps, 99),
		Small: under("a:not(.skip-link), button, input, summary", 44), Main: under(".elder-main, .elder-exit, .elder-nav a, .elder-size input", 60),
	};
})()`

// elderPage: checklist 46 and 48, with scripts off.
func elderPage(t *testing.T, s hosted, tab *browser.Tab, at string) {
	must(t, tab.Scripts(false))
	for _, width := range []int{375, 1366} {
		must(t, tab.Look(browser.Look{Width: width, Height: 768}))
		visit(t, tab, s.url+"elder/"+at)
		for i, choice := range []string{"large", "larger", "largest"} {
			least := []float64{18, 22, 27}[i]
			browsertest.Eval[browsertest.Void](t, tab, fmt.Sprintf("document.getElementById('elder-%s').checked = true; ({})", choice))
			m := browsertest.Eval[measured](t, tab, measureElder)
			if m.Smallest < least || m.Leading < 1.5 || m.Gap < 1.3 {
				t.Errorf("%d px, %s: words from %.1f px, lines %.2f, paragraphs %.2f apart", width, choice, m.Smallest, m.Leading, m.Gap)
			}
			report(t, "smaller than 44×44", m.Small)
			report(t, "a main one smaller than 60×60", m.Main)
			report(t, "sticks out at "+choice, browsertest.Eval[[]string](t, tab, "checks.sideways()"))
		}
		if size := browsertest.Eval[float64](t, tab, "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"); size < 30 {
			t.Errorf("the largest text has %.1f px, want 30", size)
		}
	}
	must(t, tab.Scripts(true))
	must(t, tab.Load(browsertest.Eval[string](t, tab, "document.querySelector('.elder-exit').href")))
	if got := browsertest.Eval[string](t, tab, "location.href"); got != s.url+at {
		t.Errorf("the way out leads to %s", got)
	}
	if browsertest.Eval[bool](t, tab, "document.documentElement.matches('.elder')") {
		t.Error("the way out stays in the edition")
	}
}

// elderRemembered: a reader who used the edition is offered it, and is never sent.
func elderRemembered(t *testing.T, s hosted, tab *browser.Tab) {
	must(t, tab.Look(desk))
	offered := func() bool {
		return browsertest.Eval[bool](t, tab, "document.querySelector('.elder-offer').checkVisibility()")
	}
	visit(t, tab, s.url+"units/")
	if offered() {
		t.Error("offered to a reader who never used it")
	}
	visit(t, tab, s.url+"elder/units/")
	browsertest.Eval[browsertest.Void](t, tab, "document.getElementById('elder-largest').click(); ({})")
	visit(t, tab, s.url+"elder/")
	if !browsertest.Eval[bool](t, tab, "document.getElementById('elder-largest').checked") {
		t.Error("the size is forgotten on the next page")
	}
	visit(t, tab, s.url+"units/")
	if !offered() || browsertest.Eval[string](t, tab, "location.href") != s.url+"units/" {
		t.Error("not offered, or sent elsewhere")
	}
	if want := s.url + "elder/units/"; browsertest.Eval[string](t, tab, "document.querySelector('.elder-offer a').href") != want {
		t.Errorf("the offer does not lead to %s", want)
	}
	visit(t, tab, s.url+"elder/units/")
	browsertest.Eval[browsertest.Void](t, tab, "document.querySelector('.elder-exit').addEventListener('click', (e) => e.preventDefault()); document.querySelector('.elder-exit').click(); ({})")
	visit(t, tab, s.url+"units/")
	if offered() {
		t.Error("offered again to a reader who left")
	}
}

// readAloud: hidden where the browser cannot speak Chinese; where it can, the
// words are spoken in the order of the page and stop when asked to.
func readAloud(t *testing.T, s hosted, tab *browser.Tab) {
	at := s.url + s.plan + "/tasks/t3-4/"
	visit(t, tab, at)
	hidden := "!document.querySelector('.read-aloud').checkVisibility()"
	voices := browsertest.Eval[int](t, tab, "(window.speechSynthesis?.getVoices() ?? []).filter((v) => v.lang.startsWith('zh')).length")
	if voices == 0 && !browsertest.Eval[bool](t, tab, hidden) {
		t.Error("offered without a voice")
	}
	browsertest.Eval[browsertest.Void](t, tab, `window.spoken = [];
		window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
		const speech = {
			getVoices: () => [{lang: "zh-CN"}], addEventListener() {}, cancel() { spoken.push("cancel"); }, pause() { spoken.push("pause"); }, resume() { spoken.push("resume"); },
			speak(u) { spoken.push(u.text); setTimeout(() => u.onend(), 0); },
		};
		Object.defineProperty(window, "speechSynthesis", {value: speech});
		const again = document.querySelector(".read-aloud").cloneNode(true);
		document.querySelector(".read-aloud").replaceWith(again);
		const script = document.createElement("script");
		script.type = "module";
		({})`)
	source := browsertest.Eval[string](t, tab, "document.querySelector('script[type=module][src]').src")
	browsertest.Eval[browsertest.Void](t, tab, fmt.Sprintf("import(%q + '?again').then(() => ({}))", source))
	if browsertest.Eval[bool](t, tab, hidden) {
		t.Fatal("hidden although there is a voice")
	}
	press := func(action string) {
		browsertest.Eval[browsertest.Void](t, tab, fmt.Sprintf("document.querySelector('.read-aloud [data-action=%s]').click(); ({})", action))
	}
	press("play")
	spoken := browsertest.Eval[[]string](t, tab, "new Promise((done) => { const look = () => document.querySelector('.read-aloud [data-action=play]').hidden ? setTimeout(look, 20) : done(spoken); look(); })")
	all := strings.Join(spoken, "\n")
	last := -1
	for _, want := range []string{"到期未披露", "文件原文", "责任单位", "海洋产业集聚区管委会", "量化目标", "查过而没有找到"} {
		i := strings.Index(all, want)
		if i <= last {
			t.Errorf("%q is not read, or too early: %s", want, all)
		}
		last = i
	}
	for _, piece := range spoken {
		if len([]rune(piece)) > 120 {
			t.Errorf("too long to be spoken in one piece: %s", piece)
		}
	}
	press("play")
	press("pause")
	press("pause")
	press("stop")
	tail := strings.Join(browsertest.Eval[[]string](t, tab, "spoken.filter((s) => ['pause', 'resume', 'cancel'].includes(s))"), " ")
	if !strings.HasSuffix(tail, "pause resume cancel") {
		t.Errorf("the buttons did %s", tail)
	}
}

// english: every Chinese word on an English page is marked as Chinese.
func english(t *testing.T, s hosted, tab *browser.Tab) {
	pages, marked := 0, 0
	for _, p := range s.sorted() {
		if !strings.HasPrefix(p.path, "en/") {
			continue
		}
		pages++
		must(t, tab.Load(s.url+p.path))
		found := browsertest.Eval[[]string](t, tab, `(() => {
			const out = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			while (walk.nextNode()) {
				const n = walk.currentNode;
				if (!/\p{Script=Han}/u.test(n.data) || n.parentElement.closest("script, title, desc")) continue;
				out.push((n.parentElement.closest("[lang]").lang.startsWith("zh") ? "" : "!") + n.data);
			}
			return out;
		})()`)
		for _, text := range found {
			if bad, unmarked := strings.CutPrefix(text, "!"); unmarked {
				t.Errorf("%s: %q is not marked as Chinese", p.path, bad)
			} else {
				marked++
			}
		}
	}
	if pages == 0 || marked == 0 {
		t.Errorf("%d pages, %d Chinese texts", pages, marked)
	}
}

var (
	mediaBox = regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`)
	pageTree = regexp.MustCompile(`/Type /Page\b[^s]`)
)

// onPaper: checklist 92 to 96 and 98, on the PDF that the command makes.
func onPaper(t *testing.T, s hosted, b *browser.Browser) {
	var pdf bytes.Buffer
	must(t, b.PrintPDF(t.Context(), s.url+s.plan+"/report/", &pdf))
	boxes := mediaBox.FindAllStringSubmatch(pdf.String(), -1)
	if len(boxes) == 0 || len(pageTree.FindAllString(pdf.String(), -1)) == 0 {
		t.Fatal("no pages")
	}
	for _, box := range boxes {
		if !strings.HasPrefix(box[1], "594") && !strings.HasPrefix(box[1], "595") || !strings.HasPrefix(box[2], "841") && !strings.HasPrefix(box[2], "842") {
			t.Errorf("a page of %s × %s pt is not A4", box[1], box[2])
		}
	}
	tab := browsertest.Open(t, b)
	// 156 mm of paper in CSS pixels: what lies outside it is cut off.
	must(t, tab.Look(browser.Look{Width: 590, Height: 850, Print: true}))
	visit(t, tab, s.url+s.plan+"/report/")
	report(t, "wider than 156 mm", browsertest.Eval[[]string](t, tab, "checks.sideways()"))
	for what, want := range map[string]string{
		"getComputedStyle(document.querySelector('.report__title')).fontSize":              "29.3333px", // 22 pt
		"getComputedStyle(document.querySelector('.report section p')).fontSize":           "21.3333px", // 16 pt
		"getComputedStyle(document.querySelector('.report section p')).lineHeight":         "38.6667px", // 29 pt
		"getComputedStyle(document.querySelector('.report__title')).textAlign":             "center",
		"getComputedStyle(document.querySelector('.report thead')).display":                "table-header-group",
		"getComputedStyle(document.querySelector('.report tbody tr')).breakInside":         "avoid",
		"String(document.querySelector('.site-header').checkVisibility())":                 "false",
		"String(document.querySelector('.report__ways').checkVisibility())":                "false",
		"[...document.querySelectorAll('.report h2')].map((h) => h.innerText[0]).join('')": "一二三四五附附",
	} {
		if got := browsertest.Eval[string](t, tab, what); got != want {
			t.Errorf("%s is %s, want %s", what, got, want)
		}
	}
	text := pdfText(t, pdf.Bytes())
	if text == "" {
		return
	}
	for _, want := range []string{"重点任务进展情况报告", "截至2026年11月23日", "第1页共", "https://"} {
		if !strings.Contains(text, want) {
			t.Errorf("the PDF lacks %q", want)
		}
	}
}

// pdfText is the words of a PDF without spaces, "" where the machine has no
// program to read them.
func pdfText(t *testing.T, pdf []byte) string {
	t.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("no pdftotext: the words of the PDF are not read")
		return ""
	}
	name := filepath.Join(t.TempDir(), "report.pdf")
	must(t, os.WriteFile(name, pdf, 0o644))
	text, err := exec.Command(program, "-enc", "UTF-8", name, "-").Output()
	must(t, err)
	return strings.Join(strings.Fields(string(text)), "")
}
