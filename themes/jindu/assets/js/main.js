// The script of every page. A page is complete without it: an element asks for
// what a component adds by data-module="name", or several names with spaces
// between. A component that fails says so on the console and stops no other.
import { mount as elderBar } from "./components/elder-bar.js";
import { mount as elderOffer } from "./components/elder-offer.js";
import { mount as readAloud } from "./components/read-aloud.js";
import { mount as search } from "./components/search.js";
import { mount as explore } from "./components/explore.js";
import { mount as since } from "./components/since.js";
import { mount as staleNotice } from "./components/stale-notice.js";
import { mount as tooltip } from "./components/tooltip.js";

const components = { "elder-bar": elderBar, "elder-offer": elderOffer, "read-aloud": readAloud, search, explore, since, tooltip, "stale-notice": staleNotice };

function mount(element, name) {
  try {
    if (!components[name]) throw new Error("there is no such component");
    components[name](element);
  } catch (error) {
    console.error(`component ${name}:`, error);
  }
}

for (const element of document.querySelectorAll("[data-module]")) {
  for (const name of element.dataset.module.split(/\s+/).filter(Boolean)) mount(element, name);
}
