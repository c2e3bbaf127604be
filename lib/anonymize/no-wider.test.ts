// The schema of what leaves has room for what the rules make of a step, and for nothing else.
import fc from "fast-check";
import { expect, test } from "vitest";
import { shippedOutlineSchema } from "../../schemas/outline.ts";
import { shippedStepSchema } from "../../schemas/shipped-step.ts";
import { effectSchema, kindNames, shippedKindNames } from "../../schemas/step.ts";
import { stateSchema } from "../../schemas/target.ts";
import { commandSchema, shippedCommandSchema } from "../recorders/shortcut/schema.ts";
import { pieces } from "./rules.ts";
import { click, clip, field, other, shortcut, target, typing } from "./testing-drafts.ts";

type Numbered = Parameters<typeof pieces>[0];

/** What leaves of one stored step, as the schema sees it. */
const left = (...drafts: object[]) =>
  pieces(drafts.map((step, n) => ({ n, step })) as unknown as Numbered)
    .flat()
    .map(({ n: _, ...draft }) => ({ ...draft, tool: 0 }));
const fits = (step: object) => shippedStepSchema.safeParse(step).success;

const drafts = {
  click: click({ target: target("button"), effect: "changed" }),
  drag: other("drag", { target: target("row"), onto: target("list"), how: "native" }),
  hover: other("hover", { target: target("menuitem"), effect: "opened" }),
  typing: typing({ target: field(0) }),
  shortcut: shortcut("save"),
  choose: other("choose", { target: target("combobox"), control: "select", option: 5 }),
  submit: other("submit", { effect: "navigated" }),
  scroll: other("scroll", { direction: "down", by: [0, 9] }),
  navigate: other("navigate", { how: "full" }),
  switch: other("switch", { to: "tool" }),
  clipboard: clip("pasted", { target: field(0), length: 3 }),
  pointer: other("pointer", { path: [[0, 0, 0]] }),
};

test("of every kind that has a schema there is something that leaves, of the others nothing", () => {
  expect(Object.keys(drafts).sort()).toEqual([...kindNames].sort());
  const kinds = Object.values(drafts).flatMap((draft) => left(draft).map(({ kind }) => kind));
  expect(new Set(kinds)).toEqual(new Set(shippedKindNames));
});

test.each(commandSchema.options)("the command %s leaves, or has no room", (command) => {
  const made = left(shortcut(command));
  const hasRoom = shippedCommandSchema.safeParse(command).success;
  expect(made.map((step) => "command" in step && step.command)).toEqual(hasRoom ? [command] : []);
  expect(made.every(fits)).toBe(true);
});

test("whatever came of it and stood in it, what the rules leave fits, and what they took away does not", () => {
  const any = fc.record({
    draft: fc.constantFrom(...Object.values(drafts)),
    effect: fc.constantFrom(...effectSchema.options),
    state: fc.uniqueArray(fc.constantFrom(...stateSchema.options)),
    alert: fc.option(fc.nat(3), { nil: undefined }),
  });
  fc.assert(
    fc.property(any, ({ draft, effect, state, alert }) => {
      const said = { effect, ...(alert !== undefined && { alert }) };
      const stateful = draft.target && { target: { ...draft.target, state } };
      for (const step of left({ ...draft, ...said, ...stateful })) {
        expect(fits(step)).toBe(true);
        const inTarget = "target" in step && step.target && { ...step.target, state };
        if (inTarget)
          expect(fits({ ...step, target: inTarget })).toBe(state.every((one) => one === "selected"));
        if (draft.kind === "click" || draft.kind === "drag" || draft.kind === "submit") continue;
        expect(fits({ ...step, effect })).toBe(effect === "changed");
        expect(fits({ ...step, alert: 3 })).toBe(false);
      }
    }),
  );
});

test("only a drag ends somewhere, and a command has no element", () => {
  for (const draft of Object.values(drafts))
    for (const step of left(draft)) {
      const [onto] = left(drafts.drag);
      expect(fits({ ...step, onto: (onto as { onto: object }).onto })).toBe(step.kind === "drag");
      expect(fits({ ...step, target: (onto as { target: object }).target })).toBe(step.kind !== "shortcut");
    }
});

test("a page state has no state of its parts but what is selected", () => {
  const outline = (state: string) => ({
    hash: "A".repeat(22),
    nodes: [{ parent: null, role: "tab", state: [state] }],
  });
  for (const state of stateSchema.options)
    expect(shippedOutlineSchema.safeParse(outline(state)).success).toBe(state === "selected");
});
