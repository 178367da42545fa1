package pagetest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"jindu/generator/internal/browser"
	"jindu/generator/internal/browsertest"
	"jindu/generator/internal/chart"
	"jindu/generator/internal/testproject"
)

// Charts in a real browser: what the tooltip says is what the table says, by
// keyboard and by pointer, and ECharts itself comes only when asked for.
func TestChartsInBrowser(t *testing.T) {
	b := browsertest.Start(t)
	root := t.TempDir()
	must(t, projects.CopySynthetic(root))
	s := serveSite(t, buildSite(t, "synthetic", root, testproject.SyntheticDay, ""))
	tab := browsertest.Open(t, b)
	for _, look := range []browser.Look{desk, {Width: 375, Height: 667}} {
		t.Run(fmt.Sprint(look.Width), func(t *testing.T) {
			must(t, tab.Look(look))
			for _, p := range s.types() {
				if len(all(p.doc, "figure[data-module]")) == 0 && len(all(p.doc, ".chart")) == 0 {
					continue
				}
				t.Run(s.label(p), func(t *testing.T) { tooltips(t, s, tab, p) })
			}
		})
	}
	must(t, tab.Look(desk))
	t.Run("small multiples", func(t *testing.T) { panels(t, s, tab) })
	for _, page := range []string{s.plan + "/", s.plan + "/timetable/", s.aChart(t)} {
		t.Run("explore "+page, func(t *testing.T) { explores(t, s, tab, page) })
	}
}

// aChart is the page of an indicator with several values.
func (s *builtSite) aChart(t *testing.T) string {
	for _, i := range s.report.Indicators {
		if len(i.Observations) > 2 {
			return s.plan + "/indicators/" + i.Indicator.ID.V + "/"
		}
	}
	t.Fatal("no indicator has three values")
	return ""
}

// heard is one figure as a reader meets it: what its table holds, and what the
// keyboard and the pointer found in its drawing.
type heard struct {
	ID, Kind      string
	Head          []string
	Rows          [][]string
	Keys, Pointer []string
}

// readScript walks through every drawing that can be read and is shown: by keys
// from one end to the other, and by the pointer over every place of the axis.
const readScript = `[...document.querySelectorAll("figure[data-module~=tooltip]")].map((figure) => {
	const box = [...figure.querySelectorAll(".chart__drawing")].find((e) => e.clientWidth > 0);
	const status = figure.querySelector("[role=status]:not(.chart__tool-note)");
	const tip = box.querySelector(".chart__tip");
	const key = (name) => box.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
	const keys = [], pointer = [];
	key("Home");
	while (keys.at(-1) !== status.textContent) { keys.push(status.textContent); key("ArrowRight"); }
	key("Escape");
	if (!tip.hidden || status.textContent) throw new Error("Escape leaves the note standing");
	const svg = box.querySelector("svg");
	const rect = svg.getBoundingClientRect();
	const scale = rect.width / svg.viewBox.baseVal.width;
	const data = JSON.parse(figure.querySelector("script").textContent);
	const place = data[box.classList.contains("chart__drawing--wide") ? "wide" : "narrow"];
	for (const x of place.x) {
		const at = place.h ? { clientX: rect.left + 20, clientY: rect.top + x * scale } : { clientX: rect.left + x * scale, clientY: rect.top + 40 };
		box.dispatchEvent(new PointerEvent("pointermove", { ...at, pointerType: "mouse", bubbles: true }));
		const said = [...tip.children].map((r) => r.matches(".chart__tip-name") ? r.textContent :
			r.querySelector(".chart__tip-series").textContent + " " + r.querySelector(".chart__tip-value").textContent).join(figure.dataset.comma);
		const note = tip.getBoundingClientRect(), room = box.getBoundingClientRect();
		if (note.left < room.left - 1 || note.right > room.right + 1) throw new Error(figure.id + ": the note sticks out");
		if (!pointer.includes(said)) pointer.push(said);
	}
	box.dispatchEvent(new PointerEvent("pointerleave", { pointerType: "mouse" }));
	const text = (e) => e.textContent.trim();
	return {
		id: figure.id, kind: figure.dataset.chart || "", keys, pointer,
		head: [...figure.querySelectorAll("thead th")].map(text),
		rows: [...figure.querySelectorAll("tbody tr")].map((r) => [...r.children].map((c) => (c.querySelector("[data-id]") || c.matches("th") || ` + "`${figure.dataset.chart}` === `roadmap`" + ` ? text(c) : ""))),
	};
})`

func tooltips(t *testing.T, s hosted, tab *browser.Tab, p *builtPage) {
	visit(t, tab, s.url+p.path)
	tab.Complaints()
	for _, h := range browsertest.Eval[[]heard](t, tab, readScript) {
		if len(h.Keys) == 0 {
			t.Errorf("%s: the keys read nothing", h.ID)
		}
		for _, said := range h.Pointer {
			if !slices.Contains(h.Keys, said) {
				t.Errorf("%s: the pointer reads %q, the keys do not", h.ID, said)
			}
		}
		w := phrasesOf(p)
		wanted, found := h.fromTable(w), 0
		for _, row := range wanted {
			if !slices.ContainsFunc(h.Keys, func(said string) bool { return row.in(said, w.comma) }) {
				t.Errorf("%s: %v of the table is not read: %q", h.ID, row, h.Keys)
				continue
			}
			found++
		}
		if found == 0 || len(h.Keys) > len(wanted) {
			t.Errorf("%s: %d places are read, the table has %d", h.ID, len(h.Keys), len(wanted))
		}
	}
	report(t, "the browser complains", tab.Complaints())
	focusable(t, tab)
}

// panels: the pointer reads in each small drawing what the table says of it, and
// the keyboard passes it by.
func panels(t *testing.T, s hosted, tab *browser.Tab) {
	visit(t, tab, s.url+s.plan+"/indicators/")
	type panel struct {
		Said   []string
		Values []string
		Stops  int
	}
	found := browsertest.Eval[[]panel](t, tab, `[...document.querySelectorAll(".chart__panel")].map((li) => {
		const box = li.querySelector(".chart__drawing"), tip = li.querySelector(".chart__tip"), svg = li.querySelector("svg"), said = [];
		const place = tip && JSON.parse(li.querySelector("script").textContent).small;
		const rect = svg.getBoundingClientRect();
		for (const x of place ? place.x : []) {
			box.dispatchEvent(new PointerEvent("pointermove", { clientX: rect.left + x * rect.width / svg.viewBox.baseVal.width, clientY: rect.top + 40, pointerType: "mouse", bubbles: true }));
			said.push(tip.textContent);
			const note = tip.getBoundingClientRect(), room = box.getBoundingClientRect();
			if (note.left < room.left - 1 || note.right > room.right + 1) throw new Error("the note sticks out");
		}
		const own = [...li.closest("figure").querySelectorAll("tbody tr")].filter((r) => r.children[0].textContent === li.querySelector("a").textContent);
		return { said, values: own.flatMap((r) => [...r.querySelectorAll("[data-id]")].map((e) => e.textContent)), stops: li.querySelectorAll("[tabindex]").length };
	})`)
	if len(found) < 2 {
		t.Fatalf("%d panels", len(found))
	}
	for _, p := range found {
		if len(p.Values) == 0 || p.Stops != 0 {
			t.Errorf("%d values, %d stops", len(p.Values), p.Stops)
		}
		for _, value := range p.Values {
			if !strings.Contains(strings.Join(p.Said, "\n"), value) {
				t.Errorf("%s of the table is not read: %q", value, p.Said)
			}
		}
	}
}

// focusable: the drawing is reached by Tab, says its keys, and answers to them.
func focusable(t *testing.T, tab *browser.Tab) {
	if !browsertest.Eval[bool](t, tab, `(() => {
		const box = [...document.querySelectorAll(".chart__drawing[tabindex]")].find((e) => e.clientWidth > 0);
		if (box) box.focus();
		return !!box;
	})()`) {
		return
	}
	must(t, tab.Press(kb.End))
	said := browsertest.Eval[string](t, tab, `document.activeElement.closest("figure").querySelector("[role=status]:not(.chart__tool-note)").textContent`)
	described := browsertest.Eval[string](t, tab, `document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent`)
	if said == "" || described == "" {
		t.Errorf("the key End reads %q, the keys are explained as %q", said, described)
	}
}

// place is a row of the table: its name, and the values with their columns.
type place struct {
	name   string
	values []string
}

// phrases are the words of an edition that stand in tables and tooltips.
type phrases struct {
	comma, open, close, total, imputed, base, due, none, unlimited string
	count                                                          func(n string) string
	unit                                                           func(unit string) string
}

func phrasesOf(p *builtPage) phrases {
	if !strings.HasPrefix(p.path, "en/") {
		return phrases{
			comma: "，", open: "（", close: "）", total: "合计", imputed: "推算基期值 推算 ", base: "基期 ", due: "期限", none: "没有期限", unlimited: "无期限",
			count: func(n string) string { return n + "项" }, unit: func(unit string) string { return unit },
		}
	}
	return phrases{
		comma: ", ", open: " (", close: ")", total: "Total", imputed: "Imputed baseline imputed ", base: "base ", due: "due ", none: "no deadline", unlimited: "none",
		count: func(n string) string {
			if n == "1" {
				return "1 task"
			}
			return n + " tasks"
		},
		unit: func(unit string) string {
			return strings.TrimPrefix(" "+unit, strings.Repeat(" ", strings.Count(unit, "%")))
		},
	}
}

// in reports whether what is read at a place holds the row: its name and, after
// it, each value after the name of its series.
func (p place) in(said, comma string) bool {
	_, rest, ok := strings.Cut(comma+said+comma, comma+p.name+comma)
	if !ok {
		return false
	}
	for _, v := range p.values {
		if !strings.Contains(comma+rest, comma+v+comma) {
			return false
		}
	}
	return true
}

// fromTable is what the table says, in the tooltip's form.
func (h heard) fromTable(w phrases) []place {
	var out []place
	for _, row := range h.Rows {
		p := place{name: row[0]}
		switch {
		case h.Kind == string(chart.RoadmapKind):
			due := w.due + row[2]
			if strings.HasPrefix(row[2], w.unlimited) {
				due = w.none
			}
			p.values = []string{row[3] + " " + due}
		case h.Head[1] == w.total:
			for c := 2; c < len(row); c++ {
				if row[c] != "" && row[c] != "0" {
					p.values = append(p.values, h.Head[c]+" "+w.count(row[c]))
				}
			}
		default:
			p = h.indicatorRow(row, w)
		}
		if len(p.values) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// indicatorRow is a row of an indicator's table: its unit stands in the head, and
// the first column says of a value that it is a baseline.
func (h heard) indicatorRow(row []string, w phrases) place {
	name, base, _ := strings.Cut(row[0], w.open)
	p := place{name: name}
	for c := 1; c < len(row); c++ {
		if row[c] == "" {
			continue
		}
		series, unit, _ := strings.Cut(strings.TrimSuffix(h.Head[c], w.close), w.open)
		value := row[c] + w.unit(unit)
		switch {
		case c == 1 && (strings.HasPrefix(base, "推算") || strings.HasPrefix(base, "imputed")):
			p.values = append(p.values, w.imputed+value)
		case c == 1 && base != "":
			p.values = append(p.values, series+" "+w.base+value)
		default:
			p.values = append(p.values, series+" "+value)
		}
	}
	return p
}

// explores opens the chart in ECharts and tries what it offers.
func explores(t *testing.T, s hosted, tab *browser.Tab, page string) {
	tab.Requests()
	visit(t, tab, s.url+page)
	tab.Complaints()
	if i := slices.IndexFunc(tab.Requests(), func(url string) bool { return strings.Contains(url, "explore") || strings.HasSuffix(url, ".json") }); i >= 0 {
		t.Fatal("ECharts or its data is loaded before anyone asked")
	}
	type result struct {
		Kind, Text string
		Size       int
	}
	out := browsertest.Eval[struct {
		Shapes            int
		Before, In, After string
		Hidden, Shown     int
		Files             []result
		Names             []string
		Closed, Numbers   bool
	}](t, tab, exploreScript)
	if out.Shapes < 10 {
		t.Errorf("ECharts drew %d shapes", out.Shapes)
	}
	if out.Before == out.In || out.Before != out.After {
		t.Errorf("zooming and going back do not change the drawing there and back: %q, %q, %q", out.Before, out.In, out.After)
	}
	if out.Hidden >= out.Shown {
		t.Errorf("with a series off %d shapes are drawn, with it %d", out.Hidden, out.Shown)
	}
	if !out.Closed || !out.Numbers {
		t.Errorf("closes: %v, shows the table: %v", out.Closed, out.Numbers)
	}
	title := words(one(s.pages[page].doc, ".chart__title"))
	for i, want := range []string{"image/svg+xml", "image/png"} {
		if i >= len(out.Files) || out.Files[i].Kind != want || out.Files[i].Size < 2000 {
			said, _ := json.Marshal(out.Files)
			t.Fatalf("the saved files are %s", said)
		}
	}
	if !strings.Contains(out.Files[0].Text, title) || strings.Contains(out.Files[0].Text, "var(") {
		t.Errorf("the saved picture does not say %q, or needs this page's colours", title)
	}
	if !strings.HasPrefix(out.Files[1].Text, "PNG") {
		t.Errorf("the saved PNG begins %q", out.Files[1].Text)
	}
	for i, suffix := range []string{".svg", ".png"} {
		if !strings.HasSuffix(out.Names[i], testproject.SyntheticDay.String()+suffix) {
			t.Errorf("a file is called %q", out.Names[i])
		}
	}
	loaded := tab.Requests()
	if !slices.ContainsFunc(loaded, func(url string) bool { return strings.Contains(url, "echarts.explore") }) {
		t.Errorf("ECharts comes from nowhere: %q", loaded)
	}
	report(t, "the browser complains", tab.Complaints())
}

// exploreScript presses the buttons of the page's first chart that has them.
const exploreScript = `(async () => {
	const tools = document.querySelector(".chart__tools");
	const figure = tools.closest("figure");
	const button = (name) => tools.querySelector("[data-action=" + name + "]");
	const rest = (ms) => new Promise((done) => setTimeout(done, ms));
	const until = async (what) => { for (let i = 0; i < 100 && !what(); i++) await rest(50); };
	const files = [], names = [];
	URL.createObjectURL = (blob) => { files.push(blob); return "#" };
	HTMLAnchorElement.prototype.click = function () { names.push(this.download); };
	button("open").click();
	await until(() => figure.querySelector(".chart__view svg path"));
	if (!figure.querySelector(".chart__view svg path")) throw new Error("ECharts draws nothing: " + tools.querySelector("[role=status]").textContent);
	const view = figure.querySelector(".chart__view");
	const drawn = async () => { await rest(150); return view.querySelector("svg").innerHTML; };
	const count = (markup) => markup.split("<path").length + markup.split("<polygon").length;
	const said = () => [...view.querySelectorAll("svg text")].map((e) => e.textContent).sort().join(" ");
	const all = await drawn();
	const before = said();
	button("in").click();
	await drawn();
	const inside = said();
	button("reset").click();
	await drawn();
	const after = said();
	const series = [...tools.querySelectorAll("[aria-pressed]")].at(-1);
	series.click();
	const hidden = count(await drawn());
	if (series.getAttribute("aria-pressed") !== "false") throw new Error("the button stays pressed");
	series.click();
	const shown = count(await drawn());
	button("svg").click();
	await until(() => files.length === 1);
	button("png").click();
	await until(() => files.length === 2);
	button("table").click();
	const numbers = figure.querySelector(".chart__numbers").open;
	button("open").click();
	await rest(50);
	const letters = (text) => text.replace(/[^\x20-\x7e]/g, "").slice(0, 8);
	return {
		shapes: count(all), before, in: inside, after, hidden, shown, names, numbers,
		files: await Promise.all(files.map(async (f) => ({ kind: f.type, size: f.size, text: f.type.includes("svg") ? await f.text() : letters(await f.text()) }))),
		closed: view.checkVisibility() === false && [...figure.querySelectorAll(".chart__drawing")].some((e) => e.clientWidth > 0),
	};
})()`
