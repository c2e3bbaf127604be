// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import type { ShippedTarget } from "../../../schemas/target.ts";
import { commandButton, find, know, placeOf } from "./page-find.ts";

const terms = [{ en: "Save", de: "Speichern" }, { en: "Close" }];
const button = { role: "button" as const, state: [], terms: [] };
const byName = { by: "role" as const, role: "button" as const, name: 0, within: null };
const secondButton = { by: "ordinal" as const, role: "button" as const, nth: 1, within: null };

beforeEach(() => {
  know({ routes: [], terms, attributes: [{ name: "id", value: "ok" }], elements: [] });
});

const target = (more: Partial<ShippedTarget>): ShippedTarget => ({
  ...button,
  name: 0,
  path: [
    { tag: "body", nth: 0 },
    { tag: "button", nth: 1 },
  ],
  selectors: [byName, secondButton],
  ...more,
});

const found = (more: Partial<ShippedTarget>) => {
  const one = find(target(more));
  return one && { at: one.element.textContent, by: one.by, agrees: one.agrees, alike: one.alike };
};

test("where all ways lead to one element, all of them agree", () => {
  document.body.innerHTML = "<button>Close</button><button>Save</button>";
  expect(found({})).toEqual({ at: "Save", by: ["role", "name", "path", "ordinal"], agrees: 1, alike: 1 });
});

test("in any language of the vocabulary", () => {
  document.body.innerHTML = "<button>Close</button><button>Speichern</button>";
  expect(found({})).toMatchObject({ at: "Speichern", agrees: 1 });
});

test("a name says more than a place", () => {
  document.body.innerHTML = "<button>Save</button><button>Close</button>";
  const one = found({})!;
  expect(one).toMatchObject({ at: "Save", by: ["role", "name"], alike: 1 });
  expect(one.agrees).toBeLessThan(1);
});

test("without any selector the click path leads there", () => {
  document.body.innerHTML = "<i></i><button>a</button><button>b</button>";
  expect(found({ name: null, selectors: [] })).toMatchObject({ at: "b", by: ["path"], agrees: 1 });
});

test("what is not there is not found", () => {
  document.body.innerHTML = "<p>Save</p>";
  expect(found({})).toBeNull();
});

test("in a shadow root", () => {
  document.body.innerHTML = "<div></div>";
  const root = document.querySelector("div")!.attachShadow({ mode: "open" });
  root.innerHTML = "<p></p><button id=ok>Save</button>";
  const path: ShippedTarget["path"] = [
    { tag: "div", nth: 0 },
    { tag: "button", nth: 0, boundary: "shadow-open" },
  ];
  const selectors: ShippedTarget["selectors"] = [{ by: "attribute", attribute: 0, within: null }];
  expect(find(target({ path, selectors }))).toMatchObject({
    element: root.querySelector("button"),
    by: ["attribute", "name", "path"],
    agrees: 1,
  });
});

test("of several that agree as much it says how many there are", () => {
  document.body.innerHTML = "<ul><li>a</li><li>b</li><li>c</li><li>d</li></ul>";
  const path: ShippedTarget["path"] = [
    { tag: "ul", nth: 0 },
    { tag: "li", nth: "middle" },
  ];
  const one = find(target({ role: "listitem", name: null, path, selectors: [] }))!;
  expect(one.alike).toBe(2);
  expect(placeOf(one.element)).toBe("html:0/body:0/ul:0/li:1");
});

test("a command's button is one that is called so in some language of the vocabulary", () => {
  document.body.innerHTML = "<p>Save</p><button>Close</button><button>Speichern</button>";
  expect(commandButton("save")?.textContent).toBe("Speichern");
  expect(commandButton("undo")).toBeNull();
});
