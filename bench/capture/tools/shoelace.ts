// A page of Shoelace's web components: open shadow roots, slots, portals.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { click } from "../acts/click.ts";
import { load } from "../acts/page.ts";
import { typeInto } from "../acts/typing.ts";
import { toolsFolder, versionOf } from "../install-tools.ts";
import { fromFolders, serve } from "../serve.ts";
import type { StartTool } from "../tool.ts";

const ready = "sl-button[id=save] >>> button";

export const startShoelace: StartTool = async (_, __, data) => {
  const page = join(toolsFolder, "pages/shoelace.html");
  const server = await serve((path) => {
    if (path === "/") {
      const body = readFileSync(page, "utf8").replace(
        /\{\{DATA(\d)\}\}/g,
        (_, at: string) => data[Number(at)]!,
      );
      return { type: "text/html; charset=utf-8", body };
    }
    return fromFolders(path, { "/cdn/": join(toolsFolder, "node_modules/@shoelace-style/shoelace/cdn") });
  });
  const home = `${server.origin}/`;
  return {
    name: "shoelace",
    version: versionOf("@shoelace-style/shoelace"),
    addresses: [home],
    vocabulary: "shoelace",
    walk: 200,
    every: 40,
    async scripted(driver) {
      await load(driver, home, ready);
      await typeInto(driver, await driver.find("sl-input >>> input"), "Rosalind");
      await typeInto(driver, await driver.find("sl-textarea >>> textarea"), "two words");
      await click(driver, await driver.find(ready));
    },
    safe: ({ href }) => href === "",
    restart: (driver) => load(driver, home, ready),
    states: [(driver) => load(driver, home, ready)],
    close: server.close,
  };
};
