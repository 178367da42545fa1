// What the browser tests ask of a page. Put into it through the debugger, not by
// a script element, so that the page keeps its content policy.
globalThis.checks = (() => {
  const name = (e) => {
    const own = e.localName + (e.id ? `#${e.id}` : "") + [...e.classList].map((c) => `.${c}`).join("");
    const said = (e.textContent || "").trim().replace(/\s+/g, " ").slice(0, 24);
    return `${own} “${said}”`;
  };
  const hidden = (e) => e.closest(".visually-hidden, .skip-link, svg, [hidden]");
  // What is only not drawn yet (content-visibility: auto) is visible: asking for its place draws it.
  const visible = (e) =>
    e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    e.getClientRects().length > 0;
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const out = [];
    while (walker.nextNode()) {
      const n = walker.currentNode;
      if (n.data.trim() && !n.parentElement.closest("script, style, svg")) out.push(n);
    }
    return out;
  };

  return {
    // Elements that stick out of the viewport, where the page scrolls sideways.
    sideways() {
      const root = document.documentElement;
      if (root.scrollWidth <= root.clientWidth && document.body.scrollWidth <= root.clientWidth) return [];
      const out = [...document.body.querySelectorAll("*")].filter((e) => {
        const box = e.getBoundingClientRect();
        const inner = e.parentElement.closest(".scroll");
        return visible(e) && !hidden(e) && !inner && box.right > root.clientWidth + 0.5;
      });
      return out.length ? out.slice(0, 5).map(name) : [`the page is ${root.scrollWidth}px wide`];
    },

    // Elements whose words are cut off.
    clipped() {
      return [...document.body.querySelectorAll("*")]
        .filter((e) => {
          if (hidden(e) || !visible(e) || !e.textContent.trim()) return false;
          const style = getComputedStyle(e);
          const cuts = (v) => v === "hidden" || v === "clip";
          return (
            (cuts(style.overflowX) && e.scrollWidth > e.clientWidth + 1) ||
            (cuts(style.overflowY) && e.scrollHeight > e.clientHeight + 1)
          );
        })
        .slice(0, 5)
        .map(name);
    },

    // Regions that scroll and cannot be reached by keyboard or have no name.
    mute() {
      return [...document.body.querySelectorAll("*")]
        .filter((e) => {
          const style = getComputedStyle(e);
          if (!["auto", "scroll"].includes(style.overflowX) || e.scrollWidth <= e.clientWidth) return false;
          return visible(e) && (e.tabIndex < 0 || !(e.getAttribute("aria-label") || e.getAttribute("aria-labelledby")));
        })
        .map(name);
    },

    // Places to press that are smaller than 24 by 24 and nearer than that to the
    // next one; links within a sentence left out (WCAG 2.5.8).
    small(least) {
      const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")].filter(
        (e) => visible(e) && !e.closest(".skip-link, .visually-hidden"),
      );
      const rects = (e) => [...e.getClientRects()];
      const width = (e) => Math.max(...rects(e).map((b) => b.width));
      const height = (e) => {
        const boxes = rects(e);
        return Math.max(...boxes.map((b) => b.height), boxes.length > 1 ? e.getBoundingClientRect().height : 0);
      };
      const undersized = (e) => width(e) < least - 0.01 || height(e) < least - 0.01;
      const centre = (e) => {
        const b = e.getBoundingClientRect();
        return [(b.left + b.right) / 2, (b.top + b.bottom) / 2];
      };
      const crowded = (e) => {
        const [x, y] = centre(e);
        return all.some((other) => {
          if (other === e || other.contains(e) || e.contains(other)) return false;
          if (undersized(other)) {
            const [u, v] = centre(other);
            return Math.hypot(x - u, y - v) < least;
          }
          return rects(other).some((b) => {
            const dx = Math.max(b.left - x, 0, x - b.right);
            const dy = Math.max(b.top - y, 0, y - b.bottom);
            return Math.hypot(dx, dy) < least / 2;
          });
        });
      };
      const inSentence = (e) => {
        if (getComputedStyle(e).display !== "inline") return false;
        const block = e.closest("p, li, dd, dt, td, th, figcaption, blockquote, h1, h2, h3");
        return block && block.textContent.trim().length > e.textContent.trim().length;
      };
      return all
        .filter((e) => undersized(e) && !inSentence(e) && crowded(e))
        .map((e) => {
          const box = e.getBoundingClientRect();
          return `${name(e)} ${box.width.toFixed(1)}×${box.height.toFixed(1)}`;
        });
    },

    // The words of the page, line by line, without controls that need scripts.
    lines() {
      return texts(document.body)
        .filter((n) => !n.parentElement.closest("button, [role=status], [data-needs-script], noscript"))
        .map((n) => n.data.trim().replace(/\s+/g, " "));
    },

    // Words of the main part that are not shown.
    unseen() {
      return texts(document.querySelector("main"))
        .filter((n) => {
          const e = n.parentElement;
          if (hidden(e) || e.closest("nav, button, form, summary, [aria-hidden=true], [data-screen-only]")) return false;
          return !visible(e);
        })
        .map((n) => n.data.trim().replace(/\s+/g, " ").slice(0, 40));
    },

    // Statuses whose word is not shown when there is no style sheet.
    bare() {
      const sheets = [...document.styleSheets];
      for (const s of sheets) s.disabled = true;
      const tags = [...document.querySelectorAll(".tag")];
      const out = tags.filter((e) => !e.closest("details:not([open])") && !e.innerText.trim()).map(name);
      for (const s of sheets) s.disabled = false;
      return out;
    },

    // The spacing that a reader may ask for (WCAG 1.4.12), on or off.
    spacing(on) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}",
      );
      document.adoptedStyleSheets = on ? [sheet] : [];
    },

    // Lines too tight or too loose, and figures of tables that do not stand in columns.
    type() {
      const out = [];
      for (const e of document.querySelectorAll("main p, main li, main dd, main blockquote")) {
        if (!visible(e) || hidden(e)) continue;
        const style = getComputedStyle(e);
        const ratio = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
        if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim().length > 30)) continue;
        if (!(ratio >= 1.5 && ratio <= 2)) out.push(`${name(e)} has line-height ${ratio.toFixed(2)}`);
      }
      for (const e of document.querySelectorAll("td [data-id]")) {
        if (e.closest("td").textContent.trim() !== e.textContent.trim() || e.closest(".report")) continue; // 进展情况报告 centres its few
        const style = getComputedStyle(e.closest("td"));
        if (!style.fontVariantNumeric.includes("tabular-nums") || !["right", "end"].includes(style.textAlign)) {
          out.push(`${name(e)} stands ${style.textAlign}, ${style.fontVariantNumeric}`);
        }
      }
      return out.slice(0, 5);
    },

    // How far the layout moved while the page was loaded.
    shifted() {
      return new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const e of list.getEntries()) sum += e.value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(sum), 30);
      });
    },

    // The element that has the focus, whether a ring shows it and nothing covers it.
    async focus() {
      const e = document.activeElement;
      let box = e.getBoundingClientRect();
      for (let still = 0; still < 2; ) {
        await new Promise((done) => setTimeout(done, 20)); // the page scrolls to it
        const now = e.getBoundingClientRect();
        still = now.top === box.top ? still + 1 : 0;
        box = now;
      }
      const style = getComputedStyle(e);
      const x = box.left + Math.min(box.width / 2, 12);
      const y = box.top + box.height / 2;
      const top = document.elementFromPoint(x, y);
      return {
        name: name(e),
        href: e.href || "",
        classes: e.className.toString(),
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        inside: box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= -1 && box.right <= innerWidth + 1,
        covered: !(top && (e === top || e.contains(top) || top.contains(e))),
      };
    },
  };
})();
