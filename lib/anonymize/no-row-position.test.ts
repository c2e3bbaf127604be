// @vitest-environment happy-dom
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Target } from "../../schemas/target.ts";
import { targetOf } from "../dom/target.ts";
import { createLookup } from "../vocabulary/lookup.ts";
import { noBox } from "./no-box.ts";
import { noRowPosition } from "./no-row-position.ts";
import type { Draft } from "./rule.ts";
import { shortPath } from "./short-path.ts";
import { wordless } from "./words.ts";

const lookup = createLookup({
  routes: [],
  terms: [{ en: "Approve" }, { en: "Note" }],
  attributes: [{ name: "class", value: "row" }],
  elements: [],
});

const lists = {
  table: ["<table>", "<tr class=row><td>a</td><td><button>Approve</button></td></tr>", "</table>"],
  list: ["<ul>", "<li><button>Approve</button><input aria-label=Note></li>", "</ul>"],
  tree: ["<div role=tree>", "<div role=treeitem><b>a</b><button>Approve</button></div>", "</div>"],
  cards: ["<section>", "<div class='card row'><button>Approve</button><input></div>", "</section>"],
} as const;

function shipped(target: Target): unknown {
  const draft = { kind: "click", route: null, effect: "nothing", target } as unknown as Draft;
  return [noBox, noRowPosition, shortPath].reduce<readonly Draft[]>(
    (drafts, rule) => rule(drafts, () => wordless),
    [draft],
  )[0];
}

/** What leaves of a button in the middle of a list, and of one below the list. */
function leaving(list: keyof typeof lists, before: number, after: number): unknown[] {
  const [open, row, close] = lists[list];
  document.body.innerHTML = `<main>${open}${row.repeat(before + 1 + after)}${close}<p><button id="below">Approve</button></p></main>`;
  const inRow = document.querySelectorAll("main > :first-child button")[before]!;
  return [inRow, document.querySelector("#below")!].map((element) => shipped(targetOf(element, lookup)));
}

const many = fc.integer({ min: 5, max: 15 });

test.each(Object.keys(lists) as (keyof typeof lists)[])(
  "how many rows of a %s stand before and after changes nothing of what leaves",
  (list) => {
    fc.assert(
      fc.property(many, many, many, many, (before, after, otherBefore, otherAfter) => {
        expect(leaving(list, before, after)).toEqual(leaving(list, otherBefore, otherAfter));
      }),
      { numRuns: 10 },
    );
  },
);

test("what does not depend on rows leaves as it is", () => {
  document.body.innerHTML = `<main><button>Approve</button><button id="x">Approve</button></main>`;
  const target = targetOf(document.querySelector("#x")!, lookup);
  expect(target.selectors).toHaveLength(2);
  expect(shipped(target)).toMatchObject({ target: { selectors: target.selectors } });
});
