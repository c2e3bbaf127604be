// The real Node-RED, from its npm package: trays, menus, an SVG canvas.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { startNodeRed } from "../../../examples/node-red/start.ts";
import { click } from "../acts/click.ts";
import { dropAt } from "../acts/drag.ts";
import { load, waitFor, waitGone } from "../acts/page.ts";
import { typeInto } from "../acts/typing.ts";
import type { Driver } from "../driver.ts";
import { freePort } from "../serve.ts";
import type { StartTool } from "../tool.ts";

const require = createRequire(import.meta.url);
const palette = (type: string) => `.red-ui-palette-node[data-palette-type="${type}"]`;
const ready = "#red-ui-header-button-sidemenu";

async function buildsAFlow(driver: Driver): Promise<void> {
  await dropAt(driver, palette("inject"), { x: 420, y: 220 });
  await dropAt(driver, palette("debug"), { x: 700, y: 260 });
  await click(
    driver,
    await driver.find({ css: ".red-ui-flow-node-group .red-ui-flow-node", innermost: true }),
    { count: 2 },
  );
  await waitFor(driver, "#node-input-name");
  await typeInto(driver, await driver.find("#node-input-name"), "named");
  await click(driver, await driver.find("#node-dialog-ok"));
  await waitGone(driver, "#node-dialog-ok");
  await waitGone(driver, "#red-ui-editor-shade");
  await click(driver, await driver.find("#red-ui-header-button-deploy"));
}

async function opensSideBars(driver: Driver): Promise<void> {
  await typeInto(driver, await driver.find(".red-ui-palette-search input"), "mqtt", { corrections: 4 });
  await click(driver, await driver.find("#red-ui-header-button-sidemenu"));
  await waitFor(driver, "#red-ui-header-button-sidemenu-submenu a");
  await click(driver, await driver.find("#menu-item-import"));
  await waitFor(driver, "#red-ui-clipboard-dialog-cancel");
  await click(driver, await driver.find("#red-ui-clipboard-dialog-cancel"));
}

const avoided =
  /window|download|export|logout|website|restart|projects|delete|manage palette|copy|print|keyboard/i;

export const startNodeRedTool: StartTool = async (folder, signal, data) => {
  const over = new AbortController();
  const red = await startNodeRed({
    port: await freePort(),
    dir: join(folder, "node-red"),
    data,
    signal: AbortSignal.any([signal, over.signal]),
  });
  return {
    name: "node-red",
    version: (
      JSON.parse(readFileSync(require.resolve("node-red/package.json"), "utf8")) as { version: string }
    ).version,
    addresses: [red.url],
    vocabulary: "node-red",
    walk: 220,
    every: 25,
    async scripted(driver) {
      await load(driver, red.url, ready);
      await waitFor(driver, palette("inject"));
      await buildsAFlow(driver);
      await opensSideBars(driver);
    },
    // What opens a window says so only in its tooltip.
    safe: ({ text, marks, href, type, tag }) =>
      !avoided.test(text) &&
      !/debug-open/.test(marks) &&
      (href === "" || href.startsWith(`${red.url}#`)) &&
      type !== "file" &&
      tag !== "select",
    restart: (driver) => load(driver, red.url, ready),
    states: [
      (driver) => load(driver, red.url, ready),
      async (driver) => {
        await load(driver, red.url, ready);
        await click(driver, await driver.find("#red-ui-header-button-sidemenu"));
      },
    ],
    async close() {
      over.abort();
      await red.ended;
    },
  };
};
