// What a person does in the web form, by the words that it shows.
const form = (() => {
  const visible = (e) => e.getClientRects().length > 0;
  const text = (e) => e.innerText.trim();

  // until waits for what a look at the page gives, some seconds at most.
  async function until(what, look) {
    for (const end = Date.now() + 20000; Date.now() < end; ) {
      const found = look();
      if (found) return found;
      await new Promise((go) => setTimeout(go, 50));
    }
    throw new Error("does not come: " + what + "\n" + document.body.innerText.slice(0, 3000));
  }

  const matches = (selector, words) =>
    [...document.querySelectorAll(selector)].filter((e) => visible(e) && text(e).replace(/\s*\(可选\)$/, "") === words);

  // field is the control under a label, the last one of that name by default: what
  // was added last stands below.
  const field = (label, place = -1) =>
    until("field " + label, () => {
      const found = matches("label", label).at(place);
      return found && document.getElementById(found.htmlFor);
    });

  async function type(label, value, place) {
    const e = await field(label, place);
    e.focus();
    const kind = e.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(e, value);
    e.dispatchEvent(new Event("input", { bubbles: true }));
    e.blur();
  }

  // choose opens a list and takes the entry that begins with the words.
  async function choose(label, words, place) {
    const e = await field(label, place);
    e.focus();
    e.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", keyCode: 40, bubbles: true }));
    const option = await until("choice " + words, () =>
      [...document.querySelectorAll('[id*="-option-"]')].find((o) => visible(o) && text(o).startsWith(words)));
    option.click();
    e.blur();
  }

  async function press(words, place = -1) {
    (await until("button " + words, () => matches("button, a", words).filter((e) => !e.disabled).at(place))).click();
  }

  // unfold opens the entry of a list that shows the words while it is folded.
  async function unfold(words) {
    const bar = await until("entry " + words, () => {
      const bar = matches("div", words).at(-1)?.previousElementSibling; // the innermost that shows the words
      return bar && bar.querySelector("button") && bar;
    });
    bar.querySelector("button").click();
  }

  const says = (words) => until(words, () => document.body.innerText.includes(words));

  // save waits for the end: Decap takes what is typed while it saves for saved.
  async function save() {
    await press("保存");
    await until("saved", () => document.body.innerText.includes("修改已保存") && matches("button", "保存").some((e) => e.disabled));
  }

  window.confirm = () => true; // "leave without saving?"

  // open goes by way of the list, as people do: Decap keeps the fields of a record
  // that is left for another one directly.
  async function open(hash) {
    location.hash = hash.slice(0, hash.indexOf("/entries/"));
    await until("the list", () => matches("label", "编号").length === 0 && matches("span, button", "排序").length > 0);
    location.hash = hash;
    await until("the record's first field", () => matches("label", "编号").length > 0 || matches("label", "版本").length > 0);
    await new Promise((go) => setTimeout(go, 500)); // the names behind ids are asked for once the fields stand
  }

  return { until, field, type, choose, press, unfold, says, save, open };
})();
({});
