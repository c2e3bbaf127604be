// Swagger UI with a small API of the bench's own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chooseOption } from "../acts/choose.ts";
import { click } from "../acts/click.ts";
import { load, waitFor } from "../acts/page.ts";
import { typeInto } from "../acts/typing.ts";
import type { Driver } from "../driver.ts";
import { toolsFolder, versionOf } from "../install-tools.ts";
import { fromFolders, serve } from "../serve.ts";
import type { StartTool } from "../tool.ts";

const ready = ".opblock-summary-control";

/** It draws its list once more as the rest of its document comes: what was found is looked up anew until it stays. */
async function opens(driver: Driver): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await click(driver, await driver.find(ready));
    } catch (error) {
      // Nothing was pressed yet.
      if (tries === 5 || !/cannot be reached/.test(String(error))) throw error;
    }
  }
}

async function triesOut(driver: Driver): Promise<void> {
  await opens(driver);
  await waitFor(driver, ".try-out__btn");
  await click(driver, await driver.find(".try-out__btn"));
  await chooseOption(driver, await driver.find("tr[data-param-name=state] select"));
  await typeInto(driver, await driver.find("tr[data-param-name=limit] input"), "5");
  await click(driver, await driver.find("button.execute"));
  await waitFor(driver, ".responses-inner .live-responses-table");
  await click(driver, await driver.find(ready));
}

export const startSwagger: StartTool = async (_, __, data) => {
  const pages = join(toolsFolder, "pages");
  const server = await serve((path) => {
    if (path === "/")
      return { type: "text/html; charset=utf-8", body: readFileSync(join(pages, "swagger.html")) };
    if (/^\/(orders|people)/.test(path))
      return { type: "application/json", body: JSON.stringify(data.map((state) => ({ state }))) };
    return fromFolders(path, { "/dist/": join(toolsFolder, "node_modules/swagger-ui-dist"), "/": pages });
  });
  const home = `${server.origin}/`;
  return {
    name: "swagger",
    version: versionOf("swagger-ui-dist"),
    addresses: [home],
    vocabulary: "swagger",
    walk: 200,
    every: 40,
    async scripted(driver) {
      await load(driver, home, ready);
      await triesOut(driver);
    },
    safe: ({ href, text }) =>
      (href === "" || href.startsWith(`${home}#`)) && !/download|openapi\.json/i.test(text),
    restart: (driver) => load(driver, home, ready),
    states: [(driver) => load(driver, home, ready)],
    close: server.close,
  };
};
