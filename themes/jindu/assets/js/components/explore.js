// Opens a chart in ECharts, loaded from this site when asked for: to zoom, to
// choose series and to save a picture. The option is the one that was drawn at
// build time; only colours and the font are filled in from the page.
export function mount(tools) {
  const figure = tools.closest("figure");
  const button = (name) => tools.querySelector(`[data-action=${name}]`);
  const note = tools.querySelector("[role=status]");
  const open = button("open");
  let view = null;

  async function toggle() {
    const opening = open.getAttribute("aria-expanded") !== "true";
    if (opening && !view) {
      note.textContent = note.dataset.loading;
      open.disabled = true;
      try {
        view = await load(figure, tools);
      } finally {
        open.disabled = false;
      }
      note.textContent = "";
    }
    open.setAttribute("aria-expanded", String(opening));
    open.textContent = opening ? open.dataset.close : open.dataset.open;
    for (const part of tools.querySelectorAll("[data-part=view]")) part.hidden = !opening;
    figure.classList.toggle("chart--explored", opening);
    view.show(opening);
  }

  const act = (what) => () => what().catch((error) => {
    note.textContent = note.dataset.failed;
    console.error("explore:", error);
  });
  open.addEventListener("click", act(toggle));
  for (const [name, share] of [["in", 0.5], ["out", 2]]) button(name).addEventListener("click", () => view.zoom(share));
  for (const [name, step] of [["back", -0.5], ["forth", 0.5]]) button(name).addEventListener("click", () => view.move(step));
  button("reset").addEventListener("click", () => view.draw());
  button("table").addEventListener("click", () => {
    const numbers = figure.querySelector(".chart__numbers");
    numbers.open = true;
    numbers.querySelector("summary").focus();
  });
  button("svg").addEventListener("click", act(async () => {
    const { text } = picture(figure, view.box);
    save(figure, "svg", new Blob([text], { type: "image/svg+xml" }));
  }));
  button("png").addEventListener("click", act(async () => save(figure, "png", await png(picture(figure, view.box)))));
  tools.hidden = false;
}

async function load(figure, tools) {
  // import would start from this script's address, not from the page's.
  const bundle = new URL(tools.dataset.bundle, document.baseURI).href;
  const [echarts, response] = await Promise.all([import(bundle), fetch(tools.dataset.option)]);
  if (!response.ok) throw new Error(`${tools.dataset.option}: ${response.status}`);
  const drawings = await response.json();
  const narrow = figure.querySelector(".chart__drawing--wide").clientWidth === 0;
  const box = document.createElement("div");
  box.className = "chart__view";
  box.setAttribute("role", "img");
  tools.before(box);
  return new View(echarts, narrow ? drawings.narrow : drawings.wide, figure, box, tools);
}

// The room that the slider takes, in px.
const SLIDER = 44;

class View {
  constructor(echarts, drawing, figure, box, tools) {
    Object.assign(this, { echarts, drawing, figure, box });
    this.toggles = tools.querySelector("[data-part=view] [role=group]");
    this.text = JSON.stringify(drawing.option);
    this.down = drawing.option.yAxis[0].type === "category" && drawing.option.series[0].type === "bar";
    box.style.height = `${drawing.height + (this.down ? 0 : SLIDER)}px`;
    figure.classList.add("chart--explored"); // ECharts measures the box
    this.chart = echarts.init(box, null, { renderer: "svg", locale: "ZH" });
    this.chart.on("legendselectchanged", (event) => this.mark(event.selected));
    this.chart.on("datazoom", () => this.keep());
    this.draw();
    new ResizeObserver(() => box.clientWidth && this.chart.resize()).observe(box);
    const redraw = () => this.draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
    matchMedia("(forced-colors: active)").addEventListener("change", redraw);
  }

  show(visible) { this.box.hidden = !visible; }

  draw() {
    const style = getComputedStyle(this.figure);
    const font = JSON.stringify(style.fontFamily);
    const option = this.echarts.parseOption(this.text
      .replace(/var\((--[\w-]+)\)/g, (_, name) => style.getPropertyValue(name).trim())
      .replace(/"inherit"/g, () => font));
    this.chart.setOption(this.extend(option, style), true);
    this.keep();
    this.buttons(option.series.map((s) => s.name));
  }

  extend(option, style) {
    const colour = (name) => style.getPropertyValue(name).trim();
    const text = { color: colour("--chart-text"), fontFamily: style.fontFamily, fontSize: 14 };
    const axis = this.down ? { yAxisIndex: 0 } : { xAxisIndex: 0 };
    option.tooltip = {
      renderMode: "richText", confine: true, trigger: option.series[0].type === "custom" ? "item" : "axis",
      backgroundColor: colour("--surface"), borderColor: colour("--rule-strong"), textStyle: text,
      axisPointer: { type: option.series[0].type === "bar" ? "shadow" : "line", animation: false },
      formatter: reading,
    };
    option.legend = Object.assign({ show: false, data: option.series.map((s) => s.name) }, option.legend, { selectedMode: true });
    option.dataZoom = [
      { type: "inside", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false, filterMode: "none", ...axis },
      {
        type: "slider", filterMode: "none", showDataShadow: false, brushSelect: false, textStyle: text, showDetail: false,
        borderColor: colour("--rule-strong"), ...(this.down ? { right: 4, width: 20 } : { bottom: 6, height: 24 }), ...axis,
      },
    ];
    const grid = option.grid[0] || option.grid;
    const side = this.down ? "right" : "bottom";
    grid[side] = parseFloat(grid[side] || 0) + SLIDER;
    return option;
  }

  // The part of the axis that is seen, in percent.
  keep() {
    const { start, end } = this.chart.getOption().dataZoom[0];
    Object.assign(this, { start, end });
  }

  range(start, end) {
    this.chart.dispatchAction({ type: "dataZoom", dataZoomIndex: 0, start: Math.max(0, start), end: Math.min(100, end) });
  }

  zoom(share) {
    const middle = (this.start + this.end) / 2;
    const half = Math.min(50, Math.max(2, ((this.end - this.start) / 2) * share));
    const from = Math.min(Math.max(0, middle - half), 100 - 2 * half);
    this.range(from, from + 2 * half);
  }

  move(step) {
    const length = this.end - this.start;
    const from = Math.min(Math.max(0, this.start + length * step), 100 - length);
    this.range(from, from + length);
  }

  // A button for each series: ECharts' own legend cannot be reached by keyboard.
  buttons(names) {
    this.toggles.textContent = "";
    for (const name of names) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "chart__tool chart__tool--series";
      button.textContent = name;
      button.setAttribute("aria-pressed", "true");
      button.addEventListener("click", () => this.chart.dispatchAction({ type: "legendToggleSelect", name }));
      this.toggles.append(button);
    }
  }

  mark(selected) {
    for (const button of this.toggles.children) button.setAttribute("aria-pressed", String(selected[button.textContent] !== false));
  }
}

// The words of the data, as the table and the tooltip of the drawing say them.
function reading(params) {
  const points = [].concat(params).filter((p) => p.data && p.data.text);
  return points.map((p, i) => {
    const head = i === 0 && !p.data.at && p.name ? `${p.name}\n` : "";
    return `${head}${p.seriesName} ${p.data.at ? `${p.data.at} ` : ""}${p.data.text}`;
  }).join("\n");
}

// The picture to save: title, drawing, source and as-of day, so that it can stand
// alone.
function picture(figure, box) {
  const style = getComputedStyle(figure);
  const svg = box.querySelector("svg");
  const width = box.clientWidth;
  const tall = box.clientHeight;
  const lines = (selector, size) => wrap([...figure.querySelectorAll(selector)].map((e) => e.textContent.trim()).join("　"), (width - 32) / size);
  const head = lines(".chart__title", 18);
  const foot = lines(".chart__subtitle, .chart__source", 12);
  const top = head.length * 26 + 20;
  const height = top + tall + foot.length * 18 + 24;
  const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const row = (text, y, size, weight) => `<text x="16" y="${y}" font-size="${size}" font-weight="${weight}">${escape(text)}</text>`;
  return {
    width, height,
    text: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(style.fontFamily)}" fill="${style.color}">` +
      `<rect width="100%" height="100%" fill="${style.getPropertyValue("--chart-surface").trim()}"/>` +
      head.map((text, i) => row(text, 30 + i * 26, 18, 600)).join("") +
      `<g transform="translate(0 ${top})">${new XMLSerializer().serializeToString(svg)}</g>` +
      foot.map((text, i) => row(text, top + tall + 18 + i * 18, 12, 400)).join("") + "</svg>",
  };
}

// Lines of at most so many ems; a Latin letter counts for half of one.
function wrap(text, ems) {
  const out = [""];
  let used = 0;
  for (const c of text.replace(/\s+/g, " ")) {
    const w = c < "\u2e80" ? 0.58 : 1;
    if (used + w > ems) {
      out.push("");
      used = 0;
    }
    out[out.length - 1] += c;
    used += w;
  }
  return out;
}

async function png({ text, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
}

function save(figure, kind, blob) {
  const day = figure.querySelector(".chart__source time");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${figure.id}${day ? `-${day.dateTime}` : ""}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
