// Reads a chart's values where the pointer is or the arrow keys go: a line in the
// drawing, a note beside it, and a live region for screen readers. What it says
// was computed with the drawing (site.Reading) and also stands in the table.
const SVG = "http://www.w3.org/2000/svg";

function make(tag, className, parent) {
  const element = document.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}

export function mount(figure) {
  const data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
  const words = figure.dataset;
  const status = make("p", "visually-hidden", figure);
  status.setAttribute("role", "status");
  // Of many small drawings each would be one more stop on the way of the keyboard;
  // what they say stands in one table below them.
  const small = figure.querySelector(":scope > .chart__drawing--small");
  if (small) return follow(small, data, data.small, status, words);
  const hint = make("p", "visually-hidden", figure);
  hint.id = figure.id + "-keys";
  hint.textContent = words.keys;
  hint.dataset.needsScript = "";
  for (const size of ["wide", "narrow"]) {
    const box = figure.querySelector(`.chart__drawing--${size}`);
    if (!box) continue;
    follow(box, data, data[size], status, words);
    // In this role a screen reader passes the arrow keys on.
    box.tabIndex = 0;
    box.setAttribute("role", "application");
    box.setAttribute("aria-roledescription", words.role);
    box.setAttribute("aria-label", words.title);
    box.setAttribute("aria-describedby", hint.id);
  }
}

function follow(box, data, place, status, words) {
  // Headings and gaps have a place on the axis but nothing to say. Points at one
  // place, such as a year's and its last day's, are read together.
  const stops = [];
  for (const i of data.n.keys()) {
    if (!data.s.some((s) => s.t[i])) continue;
    const before = stops[stops.length - 1];
    if (before && Math.abs(place.x[before[0]] - place.x[i]) < 0.5) before.push(i);
    else stops.push([i]);
  }
  const svg = box.querySelector("svg");
  const [left, top, width, height] = place.r;
  const line = document.createElementNS(SVG, "line");
  line.setAttribute("class", "chart__cross");
  line.setAttribute("visibility", "hidden");
  svg.append(line);
  const tip = make("div", "chart__tip", box);
  tip.setAttribute("aria-hidden", "true"); // the live region says it
  tip.hidden = true;
  let at = -1;

  function hide() {
    if (at < 0) return;
    at = -1;
    status.textContent = "";
    tip.hidden = true;
    line.setAttribute("visibility", "hidden");
  }

  function cross(x) {
    const ends = place.h ? [left, x, left + width, x] : [x, top, x, top + height];
    ["x1", "y1", "x2", "y2"].forEach((name, i) => line.setAttribute(name, ends[i]));
    line.setAttribute("visibility", "visible");
  }

  function write(i) {
    const said = data.s.filter((s) => s.t[i]).map((s) => [s.n, s.t[i], s.c]);
    make("p", "chart__tip-name", tip).textContent = data.n[i];
    for (const [name, text, color] of said) {
      const row = make("p", "chart__tip-row", tip);
      make("span", "chart__tip-mark", row).style.background = color;
      make("span", "chart__tip-series", row).textContent = name;
      make("span", "chart__tip-value", row).textContent = text;
    }
    return [data.n[i]].concat(said.map(([name, text]) => `${name} ${text}`)).join(words.comma);
  }

  // Beside the line, on the side that has more room.
  function settle(x) {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const across = (place.h ? left + width / 2 : x) * scale;
    const down = place.h ? x * scale + 14 : top * scale;
    const free = box.clientWidth - tip.offsetWidth;
    const beside = across > box.clientWidth / 2 ? across - tip.offsetWidth - 12 : across + 12;
    tip.style.left = `${Math.max(0, Math.min(free, beside))}px`;
    tip.style.top = `${down}px`;
  }

  function show(stop, aloud) {
    if (!stops[stop]) return;
    const x = place.x[stops[stop][0]];
    if (stop !== at) {
      at = stop;
      cross(x);
      tip.textContent = "";
      const text = stops[stop].map(write).join(words.comma);
      tip.hidden = false;
      if (aloud) status.textContent = text;
    }
    settle(x);
  }

  function near(event) {
    const rect = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / rect.width;
    const x = (place.h ? event.clientY - rect.top : event.clientX - rect.left) * scale;
    let best = 0;
    const away = (stop) => Math.abs(place.x[stops[stop][0]] - x);
    for (const stop of stops.keys()) if (away(stop) < away(best)) best = stop;
    return best;
  }

  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  box.addEventListener("keydown", (event) => {
    const last = stops.length - 1;
    if (event.key === "Escape") return hide();
    let to;
    if (event.key in steps) to = at < 0 ? 0 : Math.max(0, Math.min(last, at + steps[event.key]));
    else if (event.key === "Home") to = 0;
    else if (event.key === "End") to = last;
    else return;
    event.preventDefault();
    show(to, true);
  });
  box.addEventListener("pointermove", (event) => show(near(event), false));
  box.addEventListener("pointerdown", (event) => show(near(event), true));
  // A finger that lifts leaves the note standing.
  box.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hide());
  box.addEventListener("blur", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}
