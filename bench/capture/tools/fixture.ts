// The bench's own pages: every kind of frame, shadow root, control, menu and list.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { click } from "../acts/click.ts";
import { load } from "../acts/page.ts";
import { controlActs } from "../fixture/control-acts.ts";
import { framesActs } from "../fixture/frames-acts.ts";
import { listActs } from "../fixture/list-acts.ts";
import { shadowActs } from "../fixture/shadow-acts.ts";
import type { Data } from "../planted.ts";
import { type Answer, type Served, serve } from "../serve.ts";
import type { BenchTool } from "../tool.ts";

const folder = resolve(import.meta.dirname, "../fixture");

/** Three servers: the tool, a neighbour that is listed too, and an outsider under another name. */
export async function startFixture(_: string, __: AbortSignal, data: Data): Promise<BenchTool> {
  const names = new Map<string, string>();
  const answer = (path: string): Answer => {
    const file = path === "/" || /^\/(pushed|replaced)\//.test(path) ? "index.html" : path.slice(1);
    if (file === "file.bin") return { type: "application/octet-stream", body: "bytes" };
    if (!/^[a-z]+\.html$/.test(file)) return undefined;
    const text = readFileSync(join(folder, file), "utf8");
    return {
      type: "text/html; charset=utf-8",
      body: text.replace(/\{\{([A-Z]+)\}\}/g, (_, name: string) => names.get(name) ?? ""),
    };
  };
  const inside: Served = await serve(answer);
  const neighbour = await serve(answer);
  const outside = await serve(answer, "localhost");
  names.set("INSIDE", inside.origin).set("NEIGHBOUR", neighbour.origin).set("OUTSIDE", outside.origin);
  for (const [at, word] of data.entries()) names.set(`DATA${"ABCD"[at]}`, word);
  const home = `${inside.origin}/`;

  const starts = [
    ["", "#plain"],
    ["frames.html", "#top-button"],
    ["shadow.html", "button"],
  ] as const;
  let begun = 0;

  return {
    name: "fixture",
    version: "own",
    addresses: [inside.origin, neighbour.origin],
    vocabulary: "fixture",
    walk: 150,
    every: 25,
    async scripted(driver, recorder) {
      await load(driver, home, "#plain");
      await controlActs(driver);
      await load(driver, `${home}shadow.html`, "button");
      await shadowActs(driver);
      await load(driver, `${home}lists.html`, "#scroller");
      await listActs(driver);
      await load(driver, `${home}frames.html`, "#top-button");
      await framesActs(driver);
      void recorder;
    },
    safe: ({ id, type, tag, href, text }) =>
      id >= 0 &&
      !/^(color|file|date|time|submit|range)$/.test(type) &&
      !(tag === "a" && !href.includes("#")) &&
      tag !== "area" &&
      !/Popup|Goes away|Order|Many|Query|Replace|OneTwoThree|Yes/.test(text),
    // One start after the other is in the next of the pages, and the walk goes through all frames of it.
    restart: (driver) => {
      const [page, ready] = starts[begun++ % starts.length]!;
      return load(driver, `${home}${page}`, ready);
    },
    doors: (driver) => driver.tab.doors(),
    states: [
      (driver) => load(driver, home, "#plain"),
      async (driver) => {
        await load(driver, home, "#plain");
        await click(driver, await driver.find("#gone"));
      },
      (driver) => load(driver, `${home}shadow.html`, "button"),
      (driver) => load(driver, `${home}lists.html`, "#scroller"),
      (driver) => load(driver, `${home}frames.html`, "#top-button"),
    ],
    async close() {
      for (const one of [inside, neighbour, outside]) await one.close();
    },
  };
}
