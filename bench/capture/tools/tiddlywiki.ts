// TiddlyWiki on its own server, with an empty wiki.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { click } from "../acts/click.ts";
import { load, waitFor } from "../acts/page.ts";
import { typeInto } from "../acts/typing.ts";
import type { Driver } from "../driver.ts";
import { toolsFolder, versionOf } from "../install-tools.ts";
import type { Data } from "../planted.ts";
import { answers, freePort } from "../serve.ts";
import type { StartTool } from "../tool.ts";

const program = join(toolsFolder, "node_modules/tiddlywiki/tiddlywiki.js");
const ready = ".tc-site-title";

async function writesATiddler(driver: Driver): Promise<void> {
  await typeInto(driver, await driver.find(".tc-sidebar-search input"), "getting", { corrections: 2 });
  await click(driver, await driver.find(".tc-page-controls button[class*='new-tiddler']"));
  await waitFor(driver, ".tc-edit-tags input");
  await typeInto(driver, await driver.find(".tc-titlebar.tc-edit-texteditor, input.tc-titlebar"), "A title");
  await typeInto(driver, await driver.find(".tc-edit-tags input"), "tag");
  for (const text of ["Recent", "Tools", "More", "Open"])
    await click(driver, await driver.find({ css: ".tc-sidebar-tabs-main button", text }));
}

const avoided =
  /delete|save|print|full ?screen|new window|encrypt|password|export|import|download|permaview|permalink|log ?out|language|refresh|reload|snapshot|clear/i;

/** One tiddler for each word, tagged with the next. */
function plant(folder: string, data: Data): void {
  mkdirSync(join(folder, "tiddlers"), { recursive: true });
  data.forEach((word, at) => {
    const text = `created: 2026010100000000${at}\ntags: [[${data[(at + 1) % 4]}]]\ntitle: ${word}\n\nAbout ${word}.\n`;
    writeFileSync(join(folder, "tiddlers", `${at}.tid`), text);
  });
}

async function start(folder: string, port: number, data: Data): Promise<ChildProcess> {
  mkdirSync(folder, { recursive: true });
  execFileSync(process.execPath, [program, folder, "--init", "server"], { stdio: "ignore" });
  plant(folder, data);
  const listen = [program, folder, "--listen", `port=${port}`, "host=127.0.0.1"];
  const child = spawn(process.execPath, listen, { stdio: "ignore" });
  process.once("exit", () => child.kill());
  await answers(`http://127.0.0.1:${port}/`);
  return child;
}

export const startTiddlyWiki: StartTool = async (folder, _, data) => {
  const port = await freePort();
  const child = await start(join(folder, "wiki"), port, data);
  const home = `http://127.0.0.1:${port}/`;
  return {
    name: "tiddlywiki",
    version: versionOf("tiddlywiki"),
    addresses: [home],
    vocabulary: "tiddlywiki",
    walk: 220,
    every: 30,
    async scripted(driver) {
      await load(driver, home, ready);
      await writesATiddler(driver);
    },
    safe: ({ text, href, type }) =>
      !avoided.test(text) && (href === "" || href.startsWith(`${home}#`)) && type !== "file",
    restart: (driver) => load(driver, home, ready),
    states: [(driver) => load(driver, home, ready)],
    async close() {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill();
      await ended;
    },
  };
};
