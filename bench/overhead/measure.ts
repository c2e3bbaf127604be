// One subject in one round: its figures, as they are, not yet compared with the bare page.
import type { CDPSession, Page } from "playwright";
import { attribute, mainThread, marked, type Stretch } from "./attribute.ts";
import { startBrowser } from "./browser.ts";
import { act, type Counts, type InputKind, inputKinds, type Places, readPlaces } from "./inputs.ts";
import { paintsOf } from "./paints.ts";
import type { Shipped, Sink } from "./sink.ts";
import { countOutlines, type Kept, keptBy } from "./stored.ts";
import { peers, type Subject } from "./subjects.ts";
import { startTrace } from "./trace.ts";

export interface Sample {
  load: Stretch;
  still: Stretch;
  acts: Record<InputKind, Stretch>;
  counts: Counts;
  /** Bytes of script heap and buffers after a collection of garbage. */
  heap: { loaded: number; worked: number };
  /** Milliseconds from an act to the next picture with the processor at a quarter of its speed. */
  paints: { click: number[]; key: number[] };
  /** Trusted input events of the page and its frames. */
  inputEvents: number;
  shipped: Shipped | undefined;
  kept: Kept | undefined;
  chromium: string;
}

export interface Setting {
  origin: string;
  sink: Sink;
  counts: Counts;
  /** What a load of a peer ships by itself, by its name: measured when it comes first. */
  byLoad: Map<string, Shipped>;
}

/** Milliseconds that the page is left alone: after a load, to see whether anything wakes up, and once it is gone. */
const settling = { load: 2000, still: 5000, left: 300 };
/** After the acts of a kind: a step leaves a second after it was done, typing two seconds after the last key. */
const acted: Record<InputKind, number> = { move: 1500, key: 2500, click: 1500, wheel: 1500 };
/** The slowest peer ships 5.5 seconds after what it recorded. */
const shipping = 6000;
/** After the first load, which warms the caches. Tooltrail's hands its page state over meanwhile. */
const warming = (name: string): number => (name === "tooltrail" ? 3000 : 1000);

export const rests = (page: Page, milliseconds: number): Promise<void> =>
  page.evaluate((delay) => new Promise<void>((done) => setTimeout(done, delay)), milliseconds);

async function heapOf(session: CDPSession): Promise<number> {
  for (let n = 0; n < 3; n++) await session.send("HeapProfiler.collectGarbage");
  const usage = (await session.send("Runtime.getHeapUsage")) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/** The dialog's button is where it shows only while the dialog is open. */
export async function placesOf(page: Page): Promise<Places> {
  const others = await page.evaluate(readPlaces);
  const close = await page.evaluate(() => {
    const dialog = document.querySelector("dialog")!;
    dialog.show();
    const { left, top, width, height } = dialog.querySelector("button")!.getBoundingClientRect();
    dialog.close();
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  });
  return { ...others, close };
}

const less = (all: Shipped, part: Shipped): Shipped => ({
  raw: all.raw - part.raw,
  gzip: all.gzip - part.gzip,
});

const inputEventsOf = async (page: Page): Promise<number> => {
  const each = await Promise.all(page.frames().map((frame) => frame.evaluate<number>("inputEvents")));
  return each.reduce((all, one) => all + one, 0);
};

export async function measure(subject: Subject, { origin, sink, counts, byLoad }: Setting): Promise<Sample> {
  const address = `${origin}/orders`;
  const isPeer = peers.includes(subject.name);
  const browser = await startBrowser(subject, origin);
  try {
    const [empty] = browser.context.pages();
    // The first load warms the caches; what it ships by itself, such as a picture of the page, is set apart.
    const warm = await browser.context.newPage();
    await warm.goto(address);
    const isFirst = isPeer && !byLoad.has(subject.name);
    await rests(warm, isFirst ? shipping : warming(subject.name));
    await warm.close();
    await rests(empty!, settling.left);
    const warmed = sink.take();
    if (isFirst) byLoad.set(subject.name, warmed);
    if (subject.name === "tooltrail") await countOutlines(browser);

    const page = await browser.context.newPage();
    const session = await browser.context.newCDPSession(page);
    const endTrace = await startTrace(session);
    const mark = (name: string) => page.evaluate((text) => void performance.mark(text), name);
    await page.goto(address);
    await rests(page, settling.load);
    await mark("end-load");
    await mark("begin-still");
    await rests(page, settling.still);
    await mark("end-still");
    const loaded = await heapOf(session);
    const hand = { session, places: await placesOf(page) };
    await rests(page, settling.left);
    for (const kind of inputKinds) {
      await mark(`begin-${kind}`);
      await act[kind](hand, counts[kind]);
      await rests(page, acted[kind]);
      await mark(`end-${kind}`);
    }
    const worked = await heapOf(session);
    const { thread, marks } = mainThread(await endTrace());
    const loadFrom = thread[0]?.ts ?? 0;
    const acts = Object.fromEntries(
      inputKinds.map((kind) => [kind, attribute(thread, { ...marked(marks, kind), kind })]),
    ) as Record<InputKind, Stretch>;

    const paints = await paintsOf(page, hand, Math.ceil(counts.click / 2));
    await rests(page, isPeer ? shipping : acted.click);
    const inputEvents = await inputEventsOf(page);
    await page.close();
    await rests(empty!, settling.left);
    const byWork = sink.take();
    const kept = subject.name === "tooltrail" ? await keptBy(browser) : undefined;
    return {
      load: attribute(thread, { from: loadFrom, to: marks.find(({ name }) => name === "end-load")!.ts }),
      still: attribute(thread, marked(marks, "still")),
      acts,
      counts,
      heap: { loaded, worked },
      paints,
      inputEvents,
      shipped: isPeer ? less(byWork, byLoad.get(subject.name)!) : undefined,
      kept,
      chromium: browser.version,
    };
  } finally {
    browser.close();
  }
}
