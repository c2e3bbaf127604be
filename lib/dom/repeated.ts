// Rows, items, cards: siblings that are alike, so that a position among them is data and not the tool's interface.
import type { Link } from "../../schemas/target.ts";
import {
  attribute,
  composedParent,
  isElement,
  localName,
  nextSibling,
  parentNode,
  previousSibling,
} from "./native.ts";
import { rolesOf } from "./roles.ts";
import { words } from "./tags.ts";

const listTags = words("ul ol menu table tbody thead tfoot select optgroup");
const listRoles = rolesOf("l");
const itemRoles = rolesOf("i");
/** Boxes without a meaning of their own: cards and rows where enough of them are alike. */
const boxTags = words("div span section article a g");
/** As many alike boxes are a list; a form or a toolbar seldom has so many. */
const enoughBoxes = 6;
/** Between items there may be separators; boxes that are alike stand side by side. */
const mostItemsLooked = 1000;
const mostBoxesLooked = 24;

/** First, middle or last of three or more alike siblings in a list, table, grid or tree, or of six or more boxes. */
export function placeAmong(element: Element): Link["among"] {
  const name = localName(element);
  const isItem = isListed(element);
  if (!isItem && !boxTags.has(name)) return undefined;
  const look = lookOf(element);
  const most = (isItem ? 3 : enoughBoxes) - 1;
  const looks = isItem ? mostItemsLooked : mostBoxesLooked;
  const countAlike = (step: (at: Element) => Element | null): number => {
    let count = 0;
    for (let at = step(element), looked = 0; at && looked < looks && count < most; at = step(at), looked++)
      if (localName(at) === name && (isItem || lookOf(at) === look)) count++;
    return count;
  };
  const before = countAlike(previousSibling);
  const after = countAlike(nextSibling);
  if (before + after < most) return undefined;
  if (before === 0) return "first";
  return after === 0 ? "last" : "middle";
}

function isListed(element: Element): boolean {
  const parent = parentNode(element);
  return (
    itemRoles.has(attribute(element, "role") ?? "") ||
    (isElement(parent) && (listTags.has(localName(parent)) || listRoles.has(attribute(parent, "role") ?? "")))
  );
}

/** The first class tells what a box is; a later one may tell that it is selected. */
const lookOf = (element: Element): string | undefined => /\S+/.exec(attribute(element, "class") ?? "")?.[0];

const mostLevels = 40;
/** Ancestors looked at for one selector. */
const mostAncestors = 2000;

/**
 * Tells of elements whether they lie in a row, item or card inside `scope`. Past the bound every answer is yes: then
 * nothing of a position leaves.
 */
export function rowsInside(scope: Node): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  let looked = 0;
  const isInRow = (element: Element, level: number): boolean => {
    if (element === scope) return false;
    const before = known.get(element);
    if (before !== undefined) return before;
    if (level > mostLevels || ++looked > mostAncestors) return true;
    const parent = composedParent(element);
    const inRow = placeAmong(element) !== undefined || (parent !== null && isInRow(parent, level + 1));
    known.set(element, inRow);
    return inRow;
  };
  return (element) => isInRow(element, 0);
}
