// Starts the form: Decap with the configuration that `jindu edit` wrote from the
// model of the data, and the format of format.js for each kind of file.
"use strict";

window.CMS_MANUAL_INIT = true; // Decap would look for config.yml by itself

function fail(error) {
  const box = document.createElement("p");
  box.textContent = "表单没有打开：" + error.message;
  document.body.append(box);
  console.error(error);
}

async function start() {
  const response = await fetch("config.json", { cache: "no-store" });
  if (!response.ok) throw new Error("config.json: " + response.status);
  const { decap, records } = await response.json();
  for (const name of Object.keys(records)) {
    CMS.registerCustomFormat("jindu-" + name, "yaml", {
      fromFile: (text) => JinduFormat.read(records, name, text),
      toFile: (data) => JinduFormat.write(records, name, data),
    });
  }
  // The data hold no pictures: without a library of its own, Decap would offer to
  // upload some beside them.
  CMS.registerMediaLibrary({
    name: "none",
    init: async () => ({ show() {}, hide() {}, enableStandalone: () => false }),
  });
  CMS.init({ config: decap });
}

document.addEventListener("DOMContentLoaded", () => start().catch(fail));
