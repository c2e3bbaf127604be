// @vitest-environment happy-dom
import fc from "fast-check";
import { expect, test } from "vitest";
import { targetSchema } from "../../schemas/target.ts";
import { clickPath } from "./click-path.ts";
import { fixedAttributes, fixedClasses } from "./fixed-attributes.ts";
import { rootOf } from "./native.ts";
import { buildPage, classes, ids, type Plan, roles, tags, terms, vocabulary } from "./random-page.ts";
import { resolvePath, resolveSelector, rootOfPath, tablesOf } from "./resolve.ts";
import { ariaRoleOf, cssOfRole } from "./role.ts";
import { beginTarget, targetOf } from "./target.ts";

const tables = tablesOf(vocabulary);
const { lookup } = tables;
const none = tablesOf({ routes: [], terms: [], attributes: [], elements: [] });
const runs = { numRuns: 60 };

const sometimes = <T>(values: readonly T[], freq = 3) =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq });

const plan: fc.Arbitrary<Plan> = fc.record({
  tag: fc.constantFrom(...tags.split(" ")),
  attributes: fc.record({
    id: sometimes(ids),
    "data-testid": sometimes(ids, 1),
    class: fc.option(
      fc.subarray([...classes], { minLength: 1 }).map((found) => found.join(" ")),
      { nil: undefined, freq: 2 },
    ),
    role: sometimes(roles),
    "aria-label": sometimes(terms),
    href: sometimes(["#"]),
    type: sometimes(["text", "checkbox", "submit"]),
  }),
  text: sometimes(terms, 1),
  shadow: sometimes(["open", "closed"] as const, 8),
  into: fc.nat(30),
});

/** The content of a body. */
const planOfPage: fc.Arbitrary<Plan[]> = fc.array(plan, { minLength: 1, maxLength: 25 });

const rootIn = (element: Element) => rootOf(element) as Document | ShadowRoot;

test("whatever the selectors of an element say, each finds that element and no other", () => {
  fc.assert(
    fc.property(planOfPage, (plan) => {
      for (const element of buildPage(plan).elements) {
        const { selectors } = targetSchema.parse(targetOf(element, lookup));
        expect(selectors.length).toBeGreaterThan(0);
        for (const selector of selectors)
          expect(resolveSelector(selector, rootIn(element), tables)).toBe(element);
      }
    }),
    runs,
  );
});

test("the click path leads to the element and into its root, through open and closed shadow roots", () => {
  fc.assert(
    fc.property(planOfPage, (plan) => {
      const { elements, openRoot } = buildPage(plan);
      for (const element of elements) {
        const path = clickPath(element, lookup);
        expect(resolvePath(path, document, { tables, openRoot })).toBe(element);
        expect(rootOfPath(path, document, { tables, openRoot })).toBe(rootOf(element));
      }
    }),
    runs,
  );
});

test("without any vocabulary every element has an ordinal that finds it", () => {
  fc.assert(
    fc.property(planOfPage, (plan) => {
      for (const element of buildPage(plan).elements) {
        const { selectors } = beginTarget(element, none.lookup).target;
        expect(selectors.map(({ by }) => by)).toEqual(["ordinal"]);
        expect(resolveSelector(selectors[0]!, rootIn(element), none)).toBe(element);
      }
    }),
    runs,
  );
});

test("the search for a role misses no element of that role", () => {
  fc.assert(
    fc.property(planOfPage, (plan) => {
      for (const element of buildPage(plan).elements) {
        const role = ariaRoleOf(element);
        if (role !== "generic") expect(element.matches(cssOfRole(role))).toBe(true);
      }
    }),
    runs,
  );
});

test("what a framework made, or what tells only a state, is never used, though the vocabulary lists it", () => {
  document.body.innerHTML = `<p id="f6f2187d0a1b2c3d" class="css-1abc2d selected card"></p>`;
  const p = document.body.firstElementChild!;
  expect(fixedAttributes(p, lookup)).toEqual([]);
  expect(fixedClasses(p, lookup).map(({ value }) => value)).toEqual(["card"]);
});

test("a selector for what is not there, or there twice, finds nothing", () => {
  document.body.innerHTML = `<button>Save</button>`;
  const { selectors } = targetOf(document.body.firstElementChild!, lookup);
  const byName = selectors.find(({ by }) => by === "role")!;
  expect(byName).not.toHaveProperty("nth");
  document.body.innerHTML = `<button>Save</button><button>Save</button>`;
  expect(resolveSelector(byName, document, tables)).toBeNull();
  document.body.innerHTML = "";
  for (const selector of selectors) expect(resolveSelector(selector, document, tables)).toBeNull();
});
