// @vitest-environment happy-dom
// Compared with dom-accessibility-api, a public computation of the same two texts; and where ours is right by them.
import { computeAccessibleName, getRole } from "dom-accessibility-api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { normalise } from "../vocabulary/normalise.ts";
import { accessibleName, labelElements } from "./accessible-name.ts";
import { ariaRoleOf } from "./role.ts";
import { isRole } from "./roles.ts";
import { holdWritten, referencesOf } from "./written.ts";

interface Plan {
  tag: string;
  attributes: Record<string, string | undefined>;
  text: string | undefined;
  /** Chooses one of the elements before it to lie in. */
  into: number;
}

const tags =
  "div div span span p b button button a h2 label label legend fieldset ul li table caption tr td th details summary " +
  "select option optgroup img area svg title g input input nav main section article header form progress textarea";
const types = "button submit reset image checkbox radio text search range file".split(" ");
const roles =
  "button link menu menuitem heading tab row cell group none presentation img option listitem tooltip switch region";
const words = ["Save", "Cancel order", " Amount ", "Search", ""];
const ids = ["a", "b", "c"];
/** In so many of ten. */
const sometimes = <T>(values: readonly T[], often: number) =>
  fc.oneof(
    { weight: 10 - often, arbitrary: fc.constant(undefined) },
    { weight: often, arbitrary: fc.constantFrom(...values) },
  );

const plan: fc.Arbitrary<Plan> = fc.record({
  tag: fc.constantFrom(...tags.split(" ")),
  attributes: fc.record({
    id: sometimes(ids, 3),
    for: sometimes(ids, 2),
    role: sometimes(roles.split(" "), 1),
    type: sometimes(types, 5),
    href: sometimes(["#"], 2),
    alt: sometimes(words, 1),
    title: sometimes(words, 1),
    value: sometimes(["Go", ""], 1),
    label: sometimes(words, 1),
    "aria-label": sometimes(words, 1),
    "aria-labelledby": sometimes(["a", "b c", "none a"], 1),
    "aria-hidden": sometimes(["true"], 1),
    hidden: sometimes(["hidden"], 1),
    style: sometimes(["display:none", "visibility:hidden", "display:block"], 1),
  }),
  text: sometimes(words, 2),
  into: fc.nat(20),
});

const hollow = /^(input|img|area)$/;

function build(plans: readonly Plan[]): Element[] {
  document.body.replaceChildren();
  const made: Element[] = [];
  for (const { tag, attributes, text, into } of plans) {
    const isDrawing = /^(svg|g|title)$/.test(tag);
    const element = isDrawing
      ? document.createElementNS("http://www.w3.org/2000/svg", tag)
      : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
      if (value !== undefined) element.setAttribute(name, value);
    if (text !== undefined && !hollow.test(tag)) element.append(text);
    const places = [document.body, ...made.filter(({ localName }) => !hollow.test(localName))];
    places[into % places.length]!.append(element);
    made.push(element);
  }
  return made;
}

/** Null where it does not end: elements that own each other. Ours counts each once. */
function oracle(element: Element): string | null {
  try {
    return computeAccessibleName(element, {
      getComputedStyle: (of: Element) => getComputedStyle(of),
      computedStyleSupportsPseudoElements: false,
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What shows how far something is: its value is part of no name (a difference, below). */
const gauges = "progress,input[type=range]";
const plain = ":is(table,tr,ul):is([role=none],[role=presentation])";
const isRead = (element: Element): boolean => {
  const isOdd = [...document.querySelectorAll("[aria-labelledby]")].some((one) => {
    const references = referencesOf(one, "aria-labelledby");
    // What refers to something around it is read twice or once: no text says, and no page does it.
    if (
      references.some((other) =>
        [one, ...references.filter((two) => two !== other)].some((two) => other.contains(two)),
      )
    )
      return true;
    // References that say nothing are passed over (accname 1.2, step 2B).
    const says = (other: Element) => other.textContent?.trim() && !other.querySelector("*");
    return references.length > 0 && !references.some(says);
  });
  // An image without a text of its own has a name by its title (HTML-AAM, the img element).
  if (element.matches("img[alt=''][title]")) return false;
  // The parts of a table or list that is only there for its looks are too (ARIA 1.2, presentational roles).
  if (document.querySelector(plain)) return false;
  const others = [...document.querySelectorAll(gauges)].filter((one) => one !== element);
  return !isOdd && others.length === 0 && !holdWritten([element, ...labelElements(element)], element);
};

test("the same name for any element of any small page", () => {
  // The same pages each time, and others where there is time.
  const runs = process.env.TOOLTRAIL_LONG ? { numRuns: 10_000 } : { numRuns: 1500, seed: 4 };
  let compared = 0;
  fc.assert(
    fc.property(fc.array(plan, { minLength: 1, maxLength: 10 }), (plans) => {
      for (const element of build(plans).filter(isRead)) {
        const name = normalise(accessibleName(element));
        const other = oracle(element);
        if (other === null) continue;
        compared++;
        const page = `${document.body.innerHTML} at ${element.outerHTML}`;
        expect(`${name} in ${page}`).toBe(`${normalise(other)} in ${page}`);
      }
    }),
    runs,
  );
  expect(compared).toBeGreaterThan(1000);
}, 60_000);

// Ours tells more: what lies in a section is no banner, a section without a name no region, a heading cell may head its
// row, what is focusable is there for more than its looks (HTML-AAM; ARIA 1.2, presentational roles conflict).
const told = "section,header,footer,th,img[alt=''],[role=none],[role=presentation]";

test("the same role for any element of any small page", () => {
  fc.assert(
    fc.property(fc.array(plan, { minLength: 1, maxLength: 10 }), (plans) => {
      for (const element of build(plans)) {
        const role = getRole(element);
        if (role === null || !isRole(role) || element.matches(told) || element.closest(plain)) continue;
        expect([element.outerHTML, ariaRoleOf(element)]).toEqual([element.outerHTML, role]);
      }
    }),
    { numRuns: 300 },
  );
});

// Where the two differ ours is right: by the text, or because what a person set is nobody's name (written.ts).
test.each([
  [
    "accname 1.2, 2B: references that say nothing",
    `<button id="x" aria-labelledby="e">Save</button><i id="e"></i>`,
    "Save",
  ],
  ["HTML-AAM: an image's title", `<img id="x" alt="" title="Save">`, "Save"],
  ["ARIA 1.2, fallback roles", `<div id="x" role="made-up button">Save</div>`, "Save"],
  ["ARIA 1.2, roles are compared without case", `<div id="x" role="BUTTON">Save</div>`, "Save"],
  ["ARIA 1.2, presentational roles", `<table role="none"><tr><td id="x">Save</td></tr></table>`, ""],
  ["and of a row alone", `<table><tr role="none"><td id="x">Save</td></tr></table>`, ""],
  ["what is owned in a circle counts once", `<div id="x" role="button" aria-owns="x">Save</div>`, "Save"],
  [
    "a value is no name",
    `<label>Save <progress value="3"></progress><input id="x" type="checkbox"></label>`,
    "Save",
  ],
  ["nor one's own", `<input id="x" aria-labelledby="x" value="Save">`, ""],
])("%s", (_, html, name) => {
  document.body.innerHTML = html;
  const element = document.querySelector("#x")!;
  expect(normalise(accessibleName(element))).toBe(name);
  expect(normalise(oracle(element) ?? "it does not end")).not.toBe(name);
});
