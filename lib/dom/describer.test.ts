// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { createLookup } from "../vocabulary/lookup.ts";
import { atWindow } from "./at-window.ts";
import { createDescriber } from "./describer.ts";
import { mayVanish } from "./may-vanish.ts";

const lookup = createLookup({
  routes: [],
  terms: [{ en: "Save" }, { en: "Saved" }],
  attributes: [{ name: "id", value: "save" }],
  elements: [],
});

let waiting: (() => void)[];
const failed = vi.fn();
const rest = () => {
  for (const run of waiting.splice(0)) run();
};
const describer = () => createDescriber({ lookup, failed, idle: (run) => waiting.push(run) });
const kinds = ({ selectors }: { selectors: { by: string }[] }) => selectors.map(({ by }) => by);
const save = () => document.querySelector("#save")!;

beforeEach(() => {
  waiting = [];
  failed.mockReset();
  document.body.innerHTML = `<main><p></p><button id="save">Save</button></main>`;
});

test("in the event only what any act may change; the names of others in an idle slice, into the same target", () => {
  const target = describer().describe(save(), false);
  expect(target.name).toBe(0);
  expect(kinds(target)).toEqual(["attribute", "ordinal"]);
  rest();
  expect(kinds(target)).toEqual(["attribute", "role", "ordinal"]);
  expect(waiting).toEqual([]);
});

test("what the act may destroy is described in the event, whole", () => {
  expect(kinds(describer().describe(save(), true))).toEqual(["attribute", "role", "ordinal"]);
  expect(waiting).toEqual([]);
});

test("before steps leave, everything that waits is completed", () => {
  const { describe, complete } = describer();
  const targets = [describe(save(), false), describe(document.querySelector("p")!, false)];
  complete();
  expect(targets.map(kinds)).toEqual([["attribute", "role", "ordinal"], ["ordinal"]]);
  rest();
  expect(kinds(targets[0]!)).toEqual(["attribute", "role", "ordinal"]);
});

test.each([
  ["removed", () => save().remove()],
  ["moved", () => document.body.prepend(save())],
  ["pushed down by another button", () => save().before(document.createElement("button"))],
  ["called something else", () => save().replaceChildren("Saved")],
])("of an element that was %s, what was proven in the event stays and the rest is left out", (_, change) => {
  const target = describer().describe(save(), false);
  const before = structuredClone(target);
  change();
  rest();
  expect(target).toEqual(before);
});

test("two descriptions of one element in one moment share the proof; of what changed in between they do not", () => {
  const { describe } = describer();
  const [one, two] = [describe(save(), false), describe(save(), false)];
  save().replaceChildren("Saved");
  const three = describe(save(), false);
  rest();
  expect([one, two, three].map(kinds)).toEqual([
    ["attribute", "ordinal"],
    ["attribute", "ordinal"],
    ["attribute", "role", "ordinal"],
  ]);
});

test("a page that is described faster than it rests keeps what was proven in the event", () => {
  const { describe } = describer();
  document.body.innerHTML = "<button>Save</button>".repeat(100);
  const targets = [...document.querySelectorAll("button")].map((button) => describe(button, false));
  for (let slices = 0; waiting.length > 0 && slices < 1000; slices++) rest();
  expect(targets.filter((target) => kinds(target).includes("role"))).toHaveLength(64);
  expect(targets.every((target) => kinds(target).includes("ordinal"))).toBe(true);
});

test("nothing that goes wrong in an idle slice is thrown into the page", () => {
  describer().describe(save(), false);
  Object.defineProperty(save(), "childNodes", {
    get() {
      throw new Error("of the page");
    },
  });
  expect(rest).not.toThrow();
});

test.each([
  [`<dialog open><b id="x"></b></dialog>`, true],
  [`<ul role="menu"><li id="x" role="menuitem"></li></ul>`, true],
  [`<div popover><b id="x"></b></div>`, true],
  [`<div draggable="true"><b id="x"></b></div>`, true],
  [`<main><button id="x"></button></main>`, false],
])("whether an act may destroy its target: %s", (html, expected) => {
  document.body.innerHTML = html;
  expect(mayVanish(document.querySelector("#x")!)).toBe(expected);
});

test("what the page draws anew where it was is the same thing, if it has its role and name", () => {
  const redraw = (html: string) => {
    document.body.innerHTML = `<main><p></p><button id="save">Save</button></main>`;
    const target = describer().describe(save(), false);
    document.body.innerHTML = html;
    rest();
    return kinds(target);
  };
  const named = ["attribute", "role", "ordinal"];
  expect(redraw(`<main><p></p><button id="save">Save</button></main>`)).toEqual(named);
  for (const other of [
    `<main><p></p><button id="save">Saved</button></main>`,
    `<main><p></p><a id="save" href="#">Save</a></main>`,
    "",
  ])
    expect(redraw(other)).not.toContain("role");
});

test("in a list the next row moves up and is another thing", () => {
  const row = "<li><button>Save</button></li>";
  document.body.innerHTML = `<ul>${row.repeat(4)}</ul>`;
  const target = describer().describe(document.querySelectorAll("button")[1]!, false);
  document.querySelectorAll("li")[1]!.remove();
  rest();
  expect(kinds(target)).not.toContain("role");
});

test("in one event an element is described once; whoever changes what it got changes nobody else's", () => {
  const { describe } = describer();
  const read = vi.spyOn(globalThis, "getComputedStyle");
  const ending = new AbortController();
  const told: ReturnType<typeof describe>[] = [];
  for (const _ of [1, 2]) atWindow("click", () => told.push(describe(save(), false)), ending.signal);
  save().dispatchEvent(new MouseEvent("click", { bubbles: true }));
  const once = read.mock.calls.length;
  describe(save(), false);
  expect(once).toBeGreaterThan(0);
  expect(read.mock.calls.length).toBe(2 * once);
  expect(told[0]).toEqual(told[1]);
  told[0]!.state.push("checked");
  expect(told[1]!.state).toEqual([]);
  rest();
  expect(told.map(kinds)).toEqual(Array(2).fill(["attribute", "role", "ordinal"]));
  ending.abort();
  read.mockRestore();
});

test("for a tool without terms no name is read", () => {
  const wordless = createLookup({ routes: [], terms: [], attributes: [], elements: [] });
  const read = vi.spyOn(globalThis, "getComputedStyle");
  const idle = (run: () => void) => waiting.push(run);
  const target = createDescriber({ lookup: wordless, failed, idle }).describe(save(), true);
  expect([target.role, target.name, kinds(target)]).toEqual(["button", null, ["ordinal"]]);
  expect(read).not.toHaveBeenCalled();
  read.mockRestore();
});
