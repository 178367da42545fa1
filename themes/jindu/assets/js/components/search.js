// Search: answers the query in the page's address from one file beside the page,
// keeps the address as the query is typed, and says how much was found. The form
// works without it, and so does the list of everything under it.
import { excerpt, find, marks, prepare, terms } from "../search/match.js";

const pause = 150; // ms without a key before the query is run
const shown = 20; // results of a kind before the reader asks for the rest

export function mount(element) {
  const form = element.querySelector("form");
  const input = form.querySelector("input");
  const status = element.querySelector("[data-search-status]");
  const results = element.querySelector("[data-search-results]");
  const list = element.querySelector("[data-search-list]");
  const words = element.dataset;
  let loading;
  let timer;
  let latest = 0;

  const load = () => {
    loading = loading || fetch(new URL(words.index, document.baseURI)).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status}`);
      return answer.json();
    }).then((index) => ({ kinds: index.kinds, entries: prepare(index) }));
    loading.catch(() => { loading = undefined; });
    return loading;
  };

  const show = (said, sections) => {
    status.textContent = said;
    results.replaceChildren(...sections);
    list.hidden = sections.length > 0;
  };

  const run = async () => {
    clearTimeout(timer);
    const query = input.value.trim();
    const turn = ++latest;
    remember(query);
    if (!terms(query).length) return show("", []);
    try {
      const { kinds, entries } = await load();
      if (turn !== latest) return undefined;
      const found = find(entries, query);
      const said = found.length ? words.found : words.none;
      return show(fill(said, query, found.length), groups(kinds, found, terms(query), words));
    } catch (error) {
      if (turn === latest) show(words.failed, []);
      throw error;
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(run, pause);
  };

  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", (event) => { if (!event.isComposing) later(); });
  input.addEventListener("compositionend", later);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await run();
    status.focus();
  });
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) run();
}

// remember puts the query into the address, so that it can be shared.
function remember(query) {
  const address = new URL(location.href);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

const fill = (words, query, n) => words.replace(/\{(query|n)\}/g, (_, key) => (key === "n" ? n : query));

// groups are the results by kind, the kind of the best result first.
function groups(kinds, found, wanted, words) {
  const byKind = new Map();
  for (const hit of found) {
    if (!byKind.has(hit.entry.k)) byKind.set(hit.entry.k, []);
    byKind.get(hit.entry.k).push(hit.entry);
  }
  return Array.from(byKind, ([kind, entries]) => group(kinds[kind].label, entries, wanted, words));
}

function group(label, entries, wanted, words) {
  const section = make("section", "found");
  const title = make("h2", "found__title", label);
  title.append(make("span", "found__count", fill(words.count, "", entries.length)));
  const items = make("ol", "found__items");
  items.append(...entries.slice(0, shown).map((entry) => item(entry, wanted, words)));
  section.append(title, items);
  if (entries.length > shown) section.append(rest(items, entries, wanted, words));
  return section;
}

// rest is the button that shows the results left out, and moves on to the first.
function rest(items, entries, wanted, words) {
  const button = make("button", "found__rest", fill(words.rest, "", entries.length));
  button.type = "button";
  button.addEventListener("click", () => {
    const more = entries.slice(shown).map((entry) => item(entry, wanted, words));
    items.append(...more);
    more[0].querySelector("a").focus();
    button.remove();
  });
  return button;
}

function item(entry, wanted, words) {
  const line = make("li", "found__item");
  const link = make("a", "found__link");
  link.href = new URL(`../${entry.p}`, new URL(words.index, document.baseURI)); // the index stands in search/
  if (entry.n) link.append(marked(make("span", "found__number"), entry.n, wanted), " ");
  marked(link, entry.t, entry.h ? [] : wanted);
  line.append(link);
  const about = make("p", "found__about");
  about.append(...facts(entry, wanted, words).map((fact) => marked(make("span", ""), fact, wanted)));
  if (about.hasChildNodes()) line.append(about);
  const text = (entry.x || []).map((passage) => excerpt(passage, wanted)).find(Boolean);
  if (text) line.append(marked(make("p", "found__text"), text, wanted));
  return line;
}

// facts are the first fact about an entry, its status, and those that hold a
// term; and the name that holds one where the title does not.
function facts(entry, wanted, words) {
  const holds = (text) => marks(text, wanted).some((stretch) => stretch.hit);
  const about = (entry.u || []).filter((text, k) => k === 0 || holds(text));
  const name = holds(entry.t) ? undefined : (entry.a || []).find(holds);
  if (name) about.push(words.name + name);
  return about;
}

function make(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

// marked puts a text into an element with the terms in it marked. A text that is
// quoted in Chinese says so where the page is in another language.
function marked(element, text, wanted) {
  if (/\p{Script=Han}/u.test(text) && !document.documentElement.lang.startsWith("zh")) element.lang = "zh-CN";
  for (const stretch of marks(text, wanted)) {
    element.append(stretch.hit ? make("mark", "found__mark", stretch.text) : stretch.text);
  }
  return element;
}
