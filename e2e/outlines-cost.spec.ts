// What outlines cost a page of 20,000 elements: short slices, and nothing at all while nobody acts.
import { expect, test } from "./fixtures.ts";
import { isolatedWorld } from "./isolated-world.ts";
import { startSite } from "./site.ts";

interface TraceEvent {
  name: string;
  dur?: number;
  tdur?: number;
}

/** Each button opens the dialog: another page state, which is walked whole. */
const opens = "addEventListener('click', () => document.querySelector('dialog').show())";

/** 2,000 cards of ten elements each, no two neighbours alike. */
const board = (): string => {
  const card = (n: number) =>
    `<section id="c${n}"><header><h2>Card ${n}</h2></header><form><input value="${n}"><select><option>a</option></select>` +
    `${"<button type=button>Go</button>".repeat(1 + (n % 3))}<a href="#${n}">more</a></form><p><b>x</b></p></section>`;
  const groups = Array.from({ length: 40 }, (_, group) => {
    const cards = Array.from({ length: 50 }, (_, n) => card(group * 50 + n));
    return `<article><nav><a href="#">x</a></nav>${cards.join("")}</article>`;
  });
  return `<!doctype html><title>x</title><body><main>${groups.join("")}</main><dialog><button type=button>Close</button></dialog><script>${opens}</script></body>`;
};

test("slices of a few milliseconds on 20,000 elements, and none while nobody acts", async ({ person }) => {
  test.setTimeout(120_000);
  const site = await startSite({ "/board": board() });
  try {
    await person.agrees(["Clicks", "Outlines of pages"]);
    await person.adds(site.url);
    const page = await person.context.newPage();
    await page.goto(`${site.url}board`);
    expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeGreaterThan(20_000);
    const outlines = () => person.rows<{ nodes: string; hash: string }>("outlines");
    await expect.poll(async () => (await outlines()).length, { timeout: 30_000 }).toBe(1);

    const session = await page.context().newCDPSession(page);
    const events: TraceEvent[] = [];
    session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
    await session.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: { includedCategories: ["devtools.timeline", "blink"] },
    });
    await page.bringToFront();
    await page.locator("#c7 button").first().click();
    await expect.poll(async () => (await person.steps()).length, { timeout: 30_000 }).toBe(1);
    const world = await isolatedWorld(page, person);
    const ended = new Promise<void>((done) => session.once("Tracing.tracingComplete", () => done()));
    // The state that the click made has been walked and kept.
    await expect.poll(async () => (await outlines()).length, { timeout: 30_000 }).toBe(2);
    await session.send("Tracing.end");
    await ended;

    // The page has no idle work of its own.
    const slices = events.filter(({ name, dur }) => /IdleCallback|PostTaskCallback/.test(name) && dur);
    const times = slices.map(({ dur, tdur }) => (tdur ?? dur!) / 1000).sort((a, b) => a - b);
    const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))]!;
    console.log(
      `slices: ${times.length}, CPU ms: total ${times.reduce((a, b) => a + b, 0).toFixed(0)}, ` +
        `median ${at(0.5).toFixed(1)}, 95% ${at(0.95).toFixed(1)}, longest ${times.at(-1)?.toFixed(1)}`,
    );
    expect(times.length).toBeGreaterThan(1);
    expect(at(0.95)).toBeLessThan(5);

    // Nobody acts: nothing of ours runs.
    await world.run(
      "asked = 0; for (const name of ['requestIdleCallback', 'setTimeout', 'setInterval']) {" +
        "const of = globalThis[name]; globalThis[name] = (...all) => (asked++, of(...all)); } 1",
    );
    await page.evaluate(() => new Promise((done) => setTimeout(done, 3000)));
    expect(await world.run("asked")).toBe(0);
    for (const { nodes } of await outlines())
      console.log(`outline: ${JSON.parse(nodes).length} nodes, ${nodes.length} bytes`);
  } finally {
    await site.close();
  }
});
