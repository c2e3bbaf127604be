// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OutlinesRequest } from "../../schemas/message.ts";
import { createSecrets } from "../dom/secret.ts";
import { createLookup } from "../vocabulary/lookup.ts";
import { createOutlines, type KeepOutline } from "./outlines.ts";

/** Idle moments come when the test says so. */
let idle: (() => void)[] = [];
const rest = async () => {
  while (idle.length > 0) idle.shift()!();
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
};
beforeEach(() => {
  idle = [];
  const ask = (run: () => void) => idle.push(run);
  vi.stubGlobal("requestIdleCallback", ask);
  vi.stubGlobal("scheduler", undefined);
  document.body.innerHTML = "<main><button id='a'>x</button></main>";
});
afterEach(() => vi.unstubAllGlobals());

function started(keep: KeepOutline) {
  const asked: OutlinesRequest[] = [];
  const ending = new AbortController();
  const lost = vi.fn();
  const failed = vi.fn();
  const handlers = new Map<string, () => void>();
  const outlines = createOutlines({
    lookup: createLookup({ routes: [], terms: [], attributes: [], elements: [] }),
    secrets: createSecrets(),
    keep: (request) => {
      asked.push(request);
      return keep(request);
    },
    lost,
    failed,
    listen: (types, handle) => {
      for (const type of types) handlers.set(type, handle);
    },
    signal: ending.signal,
  });
  return { outlines, asked, lost, failed, handlers, ending };
}
let given = 0;
const takes: KeepOutline = async (request) => ({
  hash: "again" in request ? request.again : `${String(given++).padStart(21, "H")}A`,
});
const button = () => document.querySelector("#a")!;
const opens = () => button().setAttribute("aria-expanded", "true");
const closes = () => button().removeAttribute("aria-expanded");

test("a step cites the last finished state; before there is one, none", async () => {
  const { outlines } = started(takes);
  expect(outlines.cite(button())).toBeUndefined();
  await rest();
  const first = outlines.cite(button());
  expect(first).toMatchObject({ node: 2 });
  expect(outlines.cite()).toEqual({ ...first, node: null });
  opens();
  outlines.touch();
  expect(outlines.cite(button())).toEqual(first);
  await rest();
  expect(outlines.cite(button())?.hash).not.toBe(first?.hash);
});

test("a state is handed over once, then only named; an unchanged page says nothing", async () => {
  const { outlines, asked } = started(takes);
  await rest();
  for (const change of [() => {}, opens, closes, opens, () => {}]) {
    change();
    outlines.touch();
    await rest();
  }
  expect(asked.map((request) => Object.keys(request)[0])).toEqual(["nodes", "nodes", "again", "again"]);
});

test("what the background has lost is told anew; what cannot be handed over is counted", async () => {
  const forgets: KeepOutline = (request) =>
    "again" in request ? Promise.resolve({ hash: null }) : takes(request);
  const { outlines, asked } = started(forgets);
  for (const change of [() => {}, opens, closes]) {
    change();
    outlines.touch();
    await rest();
  }
  await rest();
  expect(asked.map((request) => Object.keys(request)[0])).toEqual(["nodes", "nodes", "again", "nodes"]);
  expect(outlines.cite()).toBeDefined();

  const broken = started(() => Promise.reject(new Error("gone")));
  await rest();
  expect(broken.lost).toHaveBeenCalledTimes(1);
  expect(broken.outlines.cite()).toBeUndefined();
});

test("a state that was lost on the way is not cited, and handed over at the next act", async () => {
  let answers = 0;
  const { outlines, asked, lost } = started((request) =>
    ++answers === 2 ? Promise.reject(new Error("busy")) : takes(request),
  );
  await rest();
  expect(outlines.cite()).toBeDefined();
  opens();
  outlines.touch();
  await rest();
  // The state before is not the page's any more.
  expect([lost.mock.calls.length, outlines.cite()]).toEqual([1, undefined]);
  outlines.touch();
  await rest();
  expect([asked.length, lost.mock.calls.length]).toEqual([3, 1]);
  expect(outlines.cite()).toBeDefined();
});

test("an idle page has no wake-up; a page that changed by itself is seen when a hand comes", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "performance"] });
  const { handlers, asked } = started(takes);
  await rest();
  expect(vi.getTimerCount()).toBe(0);
  expect(idle).toEqual([]);
  vi.advanceTimersByTime(1000);
  handlers.get("pointerover")!();
  expect(idle).toEqual([]);
  document.querySelector("main")!.append(document.createElement("form"));
  vi.advanceTimersByTime(1000);
  handlers.get("pointerover")!();
  expect(idle).toHaveLength(1);
  await rest();
  expect(asked).toHaveLength(2);
  vi.useRealTimers();
});

test("the difference between two states tells what an act did", async () => {
  const { outlines } = started(takes);
  await rest();
  const effectOf = async (change: () => void) => {
    const outcome = outlines.watch();
    expect(outcome()).toBeUndefined();
    change();
    await rest();
    return outcome();
  };
  expect(await effectOf(() => {})).toBe("nothing");
  expect(await effectOf(opens)).toBe("opened");
  expect(await effectOf(closes)).toBe("closed");
  expect(await effectOf(() => button().append(document.createElement("p")))).toBe("nothing");
  expect(await effectOf(() => document.body.append(document.createElement("form")))).toBe("changed");
});

test("a page that breaks the reading is counted once and sees no exception; ended is ended", async () => {
  const { outlines, failed, ending, asked } = started(takes);
  const broken = vi.spyOn(Element.prototype, "hasAttribute").mockImplementation(() => {
    throw new Error("page");
  });
  await rest();
  broken.mockRestore();
  ending.abort();
  outlines.touch();
  expect(idle).toEqual([]);
  expect(failed.mock.calls.length + asked.length).toBeGreaterThan(0);
});
