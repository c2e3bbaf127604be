// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { createLookup } from "../vocabulary/lookup.ts";
import { watchOutcome } from "./effect.ts";
import { sendsForm } from "./tell-tales.ts";

beforeEach(() => {
  document.body.innerHTML = `<button id="a">x</button><div id="rest"></div>`;
});
const lookup = createLookup({
  routes: [],
  terms: [{ en: "Saved" }, { en: "Successfully deployed" }],
  attributes: [],
  elements: [],
});
const rest = () => document.querySelector("#rest")!;
const button = () => document.querySelector("#a")!;
const outcomeOf = (change: () => void, element = button()) => {
  const outcome = watchOutcome(element, { lookup });
  change();
  return outcome();
};
/** What only the browser can send; its like made by a page is not believed. */
function told(type: string, more: object = {}) {
  const event = new Event(type, { bubbles: true });
  Object.defineProperties(event, {
    isTrusted: { value: true },
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, { value }])),
  });
  button().dispatchEvent(event);
}

test.each<[string, () => void, object]>([
  ["nothing", () => {}, { effect: "nothing" }],
  ["a menu opens", () => rest().setAttribute("role", "menu"), { effect: "opened" }],
  [
    "a dialog opens",
    () => rest().append(Object.assign(document.createElement("dialog"), { open: true })),
    { effect: "opened" },
  ],
  ["it says it is expanded", () => button().setAttribute("aria-expanded", "true"), { effect: "opened" }],
  ["it is pressed", () => button().setAttribute("aria-pressed", "true"), { effect: "changed" }],
  ["a field is called invalid", () => rest().setAttribute("aria-invalid", "true"), { effect: "invalid" }],
  ["the browser calls a field invalid", () => told("invalid"), { effect: "invalid" }],
  ["a popover opens", () => told("toggle", { newState: "open" }), { effect: "opened" }],
  ["a popover closes", () => told("toggle", { newState: "closed" }), { effect: "closed" }],
  ["a dialog closes", () => told("close"), { effect: "closed" }],
  ["a value changes", () => told("change"), { effect: "changed" }],
  [
    "an alert with a published term",
    () => (rest().innerHTML = "<p role=alert><b>!</b> <i>Saved</i></p>"),
    { effect: "alert", alert: 0 },
  ],
  ["an alert without one", () => (rest().innerHTML = "<p role=status>Hello Ann</p>"), { effect: "alert" }],
  [
    "a toast with a published term",
    () => (rest().innerHTML = "<p class='my-toast'>Successfully deployed</p>"),
    { effect: "alert", alert: 1 },
  ],
  [
    "what only looks like a toast",
    () => (rest().innerHTML = "<p class='my-toast'>Hello Ann</p>"),
    { effect: "nothing" },
  ],
  [
    "a private alert",
    () => (rest().innerHTML = "<div data-private><p role=alert>Saved</p></div>"),
    { effect: "nothing" },
  ],
  [
    "an invalid form that says so",
    () => {
      told("invalid");
      rest().innerHTML = "<p role=alert>Saved</p>";
    },
    { effect: "invalid" },
  ],
])("%s", (_, change, effect) => {
  expect(outcomeOf(change)).toEqual(effect);
});

test("what was there before is nobody's effect; what goes is closed", () => {
  rest().innerHTML = "<p role=alert>Saved</p><div role=dialog></div><input aria-invalid=true>";
  expect(outcomeOf(() => {})).toEqual({ effect: "nothing" });
  expect(outcomeOf(() => document.querySelector("[role=dialog]")!.remove())).toEqual({ effect: "closed" });
});

test("events that a page makes up are not believed, and listening ends with the act", () => {
  expect(outcomeOf(() => button().dispatchEvent(new Event("invalid", { bubbles: true })))).toEqual({
    effect: "nothing",
  });
  const outcome = watchOutcome(button());
  expect(outcome()).toEqual({ effect: "nothing" });
  told("invalid");
  expect(outcome()).toEqual({ effect: "nothing" });
});

test("another address is a navigation", () => {
  expect(outcomeOf(() => history.pushState(null, "", "#/next"))).toEqual({ effect: "navigated" });
});

// happy-dom has no `:invalid`; that a form is held back is seen in e2e/effects.spec.ts.
test("a button sends the form that it has", () => {
  const sends = (html: string) => {
    document.body.innerHTML = html;
    return sendsForm(document.querySelector("button")!);
  };
  expect(sends("<form><input><button>Send</button></form>")).toBe(true);
  expect(sends("<form novalidate><input required><button>Send</button></form>")).toBe(true);
  expect(sends("<form id=f></form><button form=f>Send</button>")).toBe(true);
  expect(sends("<button>Send</button>")).toBe(false);
});
