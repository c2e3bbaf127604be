// What is done again and again in three tools, as the steps that are stored of it. Made up, of the published words of
// one tool; the other two have no vocabulary.
import vocabulary from "../examples/node-red/vocabulary.json" with { type: "json" };
import { type Step, stepSchema } from "../schemas/step.ts";
import type { Role, Target } from "../schemas/target.ts";

/** The place of a label among the tool's published ones. */
function label(english: string): number {
  const place = vocabulary.terms.findIndex(({ en }) => en === english);
  if (place < 0) throw new Error(`Nothing is published as ${english}.`);
  return place;
}

const at = (role: Role, name?: string): Target => ({
  role,
  name: name === undefined ? null : label(name),
  path: [],
  selectors: [],
  box: [0, 0, 0, 0],
  state: [],
  terms: [],
});

/** A step without its time and its tool. */
export type Act = (at: number, tool: string) => Step;
type Does = Record<string, unknown> & { kind: Step["kind"] };
const does =
  (does: Does): Act =>
  (at, tool) =>
    stepSchema.parse({ frame: [], route: null, effect: "nothing", ...does, at, tool });

const click = (role: Role, name?: string, more: object = {}): Act =>
  does({ kind: "click", button: "main", count: 1, target: at(role, name), ...more });
const types = (length: number, role: Role, name?: string, more: object = {}): Act =>
  does({
    kind: "typing",
    keys: Array.from({ length }, (_, n) => [n % 6 === 5 ? "space" : "text", 70 + (n % 5) * 9, n && 140]),
    corrections: length % 3,
    by: ["keys"],
    length,
    target: at(role, name),
    ...more,
  });
const comes = does({ kind: "switch", to: "tool" });
const opens = (route: number | null): Act => does({ kind: "navigate", how: "full", route });
const command = (name: string): Act => does({ kind: "shortcut", command: name, effect: "changed" });
const flow = { route: 0 };

/** With a vocabulary: a flow is changed and deployed. */
const wiring: readonly Act[] = [
  comes,
  opens(0),
  click("searchbox", "filter nodes", flow),
  types(6, "searchbox", "filter nodes", { ...flow, effect: "changed" }),
  does({
    ...{ kind: "drag", how: "pointer", route: 0, effect: "changed" },
    ...{ target: at("listitem", "inject"), onto: at("application") },
  }),
  click("graphics-object", "inject", { ...flow, count: 2, effect: "opened" }),
  types(24, "textbox", "Name", { ...flow, effect: "changed" }),
  does({
    ...{ kind: "choose", control: "select", option: label("interval"), route: 0, effect: "changed" },
    ...{ target: at("combobox") },
  }),
  click("button", "Done", { ...flow, effect: "closed" }),
  does({ kind: "scroll", direction: "down", by: [0, -640], route: 0 }),
  does({ kind: "hover", target: at("button", "Deploy"), effect: "opened", route: 0 }),
  click("button", "Deploy", { ...flow, effect: "changed" }),
  command("save"),
];

/** Without one: a request is read and approved. */
const approving: readonly Act[] = [
  comes,
  opens(null),
  does({ kind: "scroll", direction: "down", by: [0, -320] }),
  click("row", undefined, { effect: "navigated" }),
  does({ kind: "clipboard", act: "copied", from: null, target: at("textbox") }),
  click("tab", undefined, { effect: "changed" }),
  types(63, "textbox", undefined, { effect: "changed" }),
  does({ kind: "choose", control: "checkbox", option: null, target: at("checkbox"), effect: "changed" }),
  click("button", undefined, { effect: "opened" }),
  does({ kind: "submit", target: at("form"), effect: "navigated" }),
];

const answering: readonly Act[] = [
  comes,
  opens(null),
  click("link", undefined, { effect: "navigated" }),
  types(118, "textbox", undefined, { effect: "changed" }),
  command("submit"),
  click("button", undefined, { effect: "alert" }),
  does({ kind: "navigate", how: "back" }),
];

/** By tool, in the order of the tools of `lived-in.ts`. */
export const works = [wiring, approving, answering] as const;
