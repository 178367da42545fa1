// Tells what changed since the reader's last visit. The browser keeps the marks of
// the records as they were (and those of the visit before, for the rest of a day)
// and compares them with the list of today; nothing is sent anywhere.
export function mount(box) {
  const list = new URL(box.dataset.list, document.baseURI);
  const key = "jindu-since " + list.pathname; // several sites can share a host
  box.querySelector("button").addEventListener("click", () => {
    attempt(() => localStorage.removeItem(key));
    show(box, box.dataset.cleared, []);
  });
  const start = () => compare(box, list, key).catch((error) => console.error("since:", error));
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

async function compare(box, list, key) {
  const answer = await fetch(list);
  if (!answer.ok) return;
  const records = (await answer.json()).records;
  const now = Object.fromEntries(records.map((r) => [r.page, [r.mark, r.state]]));
  const day = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
  const kept = attempt(() => JSON.parse(localStorage.getItem(key)));
  const last = kept?.day === day ? kept.before : kept;
  attempt(() => localStorage.setItem(key, JSON.stringify({ day, marks: now, before: last && { day: last.day, marks: last.marks } })));
  if (last?.marks) tell(box, last, records.filter((r) => last.marks[r.page]?.[0] !== r.mark));
}

function tell(box, last, changed) {
  const when = new Date(last.day).toLocaleDateString(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  const words = changed.length ? box.dataset.some : box.dataset.none;
  show(box, words.replace("{day}", when).replace("{n}", changed.length), changed.map((r) => item(box, last.marks[r.page], r)));
}

function item(box, before, r) {
  const lang = box.dataset.lang;
  const say = (text) => text[lang] || text.zh;
  const link = document.createElement("a");
  link.href = new URL(r.page, new URL(box.dataset.root, document.baseURI));
  link.textContent = say(r.title);
  const what = document.createElement("span");
  what.className = "since__what";
  what.textContent = !before ? box.dataset.new : say(before[1]) === say(r.state) ? box.dataset.more : say(before[1]) + " → " + say(r.state);
  const li = document.createElement("li");
  li.append(link, what);
  return li;
}

function show(box, words, items) {
  box.querySelector(".since__words").textContent = words;
  box.querySelector(".since__list").replaceChildren(...items);
  box.classList.toggle("since--changed", items.length > 0);
}

// A browser that refuses storage, or holds what it cannot read, is one that was
// never here.
function attempt(f) {
  try {
    return f();
  } catch {
    return null;
  }
}
