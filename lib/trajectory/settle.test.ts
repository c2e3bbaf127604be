import fc from "fast-check";
import { expect, test } from "vitest";
import type { Step } from "../../schemas/step.ts";
import { settle, withSources } from "./settle.ts";

const board = "AAAAAAAAAAAAAAAAAAAAAA";
const wiki = "BBBBBBBBBBBBBBBBBBBBBA";
const step = (at: number, more: Record<string, unknown>, tool = board): Step =>
  ({ at, tool, frame: [], route: null, effect: "nothing", ...more }) as unknown as Step;
const click = (at: number) => step(at, { kind: "click", button: "main", count: 1 });
const leave = (at: number, tool = board) => step(at, { kind: "switch", to: "elsewhere" }, tool);
const come = (at: number, tool = wiki) => step(at, { kind: "switch", to: "tool" }, tool);
const newTab = (at: number) => step(at, { kind: "navigate", how: "new-tab" });
const clip = (at: number, act: string, tool = board) =>
  step(at, { kind: "clipboard", act, from: null }, tool);

const numbered = (steps: Step[]) => steps.map((one, n) => ({ n, step: one }));
const said = ({ step: one }: { step: Step }) =>
  one.kind === "switch" ? `${one.to} ${one.tool === board ? "board" : "wiki"}` : one.kind;
const settled = (...steps: Step[]) => settle(numbered(steps)).map(said);

test("leaving one tool for another is one switch, told by either page first", () => {
  expect(settled(click(0), leave(1000), come(1040))).toEqual(["click", "tool wiki"]);
  expect(settled(click(0), come(1000), leave(1040))).toEqual(["click", "tool wiki"]);
});

test("a tool that tells late that it was left, when the person is in another one already", () => {
  expect(settled(click(0), come(1000), leave(2500))).toEqual(["click", "tool wiki"]);
  expect(settled(come(0), come(900, board), leave(1800, board))).toEqual([
    "tool wiki",
    "tool board",
    "elsewhere board",
  ]);
});

test("two quick moves, each told of late by the page that was left", () => {
  const steps = [come(1000), leave(1020), click(1100), come(1700, board), leave(1720, wiki)];
  expect(settled(...steps)).toEqual(["tool wiki", "click", "tool board"]);
});

test("away for longer is elsewhere and back; away for good is elsewhere", () => {
  expect(settled(click(0), leave(1000), come(4000))).toEqual(["click", "elsewhere board", "tool wiki"]);
  expect(settled(click(0), leave(1000))).toEqual(["click", "elsewhere board"]);
});

test("there, back, and there again are three switches", () => {
  const steps = [leave(1000), come(1010), leave(2000, wiki), come(2010, board), leave(3000), come(3010)];
  expect(settled(...steps)).toEqual(["tool wiki", "tool board", "tool wiki"]);
});

test("back from elsewhere, a look, and elsewhere again", () => {
  expect(settled(come(1000), click(1200), leave(1800, wiki))).toEqual([
    "tool wiki",
    "click",
    "elsewhere wiki",
  ]);
});

test("a page that opens in a new tab is no leaving of its own, in either order", () => {
  expect(settled(click(0), leave(100), newTab(400))).toEqual(["click", "navigate"]);
  expect(settled(click(0), newTab(100), leave(160))).toEqual(["click", "navigate"]);
});

test("no leaving is an act's effect, and a page change behind one is not the act's", () => {
  const [first] = settle(numbered([leave(0), newTab(2500)]));
  expect(first!.step).toMatchObject({ kind: "switch", effect: "nothing" });
});

const froms = (steps: Step[]) =>
  settle(numbered(steps)).flatMap(({ step: one }) =>
    one.kind === "clipboard" && one.act === "pasted" ? [one.from] : [],
  );

test("a paste names the last step it can have come from, across tools", () => {
  expect(froms([clip(0, "pasted")])).toEqual(["outside"]);
  expect(froms([click(0), clip(1, "copied"), clip(2, "cut"), click(3), clip(4, "pasted")])).toEqual([2]);
  expect(froms([clip(0, "copied"), leave(1000), come(1020), clip(2000, "pasted", wiki)])).toEqual([0]);
});

test("after elsewhere a paste is from outside, until something is copied here", () => {
  const away = [clip(0, "copied"), leave(1000), come(9000, board), clip(9500, "pasted")];
  expect(froms(away)).toEqual(["outside"]);
  expect(froms([...away, clip(10_000, "copied"), clip(11_000, "pasted")])).toEqual(["outside", 4]);
});

test("numbers follow when steps come late and when a leaving goes", () => {
  const late = [clip(5000, "pasted", wiki), leave(1000), come(1010), click(2000), clip(900, "copied")];
  expect(settle(numbered(late)).map(said)).toEqual(["clipboard", "tool wiki", "click", "clipboard"]);
  expect(froms(late)).toEqual([0]);
});

test("sources can be named before steps are taken out, under the old numbers", () => {
  const steps = numbered([clip(5000, "pasted", wiki), leave(1000), come(1010), clip(900, "copied")]);
  const named = withSources(steps);
  expect(named.map(({ n }) => n)).toEqual([0, 1, 2, 3]);
  expect(named[0]!.step).toMatchObject({ from: 3 });
});

test("whatever came in whatever order: numbers count up, time does not go back, sources are earlier copies", () => {
  const time = fc.integer({ min: 0, max: 5000 });
  const makes = [click, newTab, (at: number) => leave(at), come, (at: number) => leave(at, wiki)];
  const clips = ["copied", "cut", "pasted"].map((act) => (at: number) => clip(at, act));
  const some = fc.oneof(...[...makes, ...clips].map((make) => time.map(make)));
  fc.assert(
    fc.property(fc.uniqueArray(some, { maxLength: 30, selector: ({ at }) => at }), (steps) => {
      const done = settle(numbered(steps));
      expect(settle(numbered(steps.toReversed()))).toEqual(done);
      done.forEach(({ n, step: one }, position) => {
        expect(n).toBe(position);
        if (position > 0) expect(one.at).toBeGreaterThan(done[position - 1]!.step.at);
        if (one.kind !== "clipboard" || one.act !== "pasted" || one.from === "outside") return;
        expect(one.from).toBeLessThan(n);
        expect(done[one.from!]!.step).toMatchObject({ kind: "clipboard", from: null });
      });
      const others = steps.filter(({ kind }) => kind !== "switch").length;
      expect(done.filter(({ step: one }) => one.kind !== "switch")).toHaveLength(others);
    }),
  );
});
