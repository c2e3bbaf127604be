// Elements of the crawled page that say no name themselves, and what appears when one of them is hovered.
import { roleOf } from "../../lib/dom/role.ts";
import { normalise } from "../../lib/vocabulary/normalise.ts";
import type { Unnamed } from "./found.ts";
import { isAttribute } from "./keep.ts";
import { isData } from "./page-collect.ts";
import { accessibleName, filled, isActable, namesOf } from "./page-controls.ts";
import { all, find, isShown, type Place, placeOf } from "./page-walk.ts";

const ids = ["data-testid", "data-test", "data-cy", "data-qa", "id", "name"] as const;
/** Of elements with the same attribute so many are hovered: two that say different things have no name in common. */
const mostAlike = 2;
const longest = 80;
/** How long a tooltip may take, and how far from its element it may appear, in pixels. */
const patience = 1300;
const reach = 160;

const hasWord = (text: string | null): boolean => /\p{L}/u.test(text ?? "");

const saysNothing = (element: Element): boolean =>
  filled.has(roleOf(element))
    ? !namesOf(element).some(hasWord)
    : !hasWord(accessibleName(element)) &&
      !hasWord(element.textContent) &&
      !hasWord(element.getAttribute("title"));

/** The best attribute that tells the element from others; a class only where no other element has it. */
function attributeOf(element: Element): string | undefined {
  for (const name of ids) {
    const attribute = `${name}=${element.getAttribute(name) ?? ""}`;
    if (isAttribute(attribute)) return attribute;
  }
  return [...element.classList]
    .map((name) => `class=${name}`)
    .find(
      (attribute) =>
        isAttribute(attribute) && document.getElementsByClassName(attribute.slice(6)).length === 1,
    );
}

/** What can be acted on here and says nothing, by an attribute that the vocabulary may hold. */
export function unnamed(): Unnamed[] {
  const counts = new Map<string, number>();
  return all().flatMap((element) => {
    if (!isShown(element) || !isActable(element) || isData(element) || !saysNothing(element)) return [];
    const attribute = attributeOf(element);
    const count = counts.get(attribute ?? "") ?? 0;
    if (attribute === undefined || count >= mostAlike) return [];
    counts.set(attribute, count + 1);
    return [{ attribute, place: placeOf(element) }];
  });
}

let before = new Set<Element>();

/** Before an element is hovered: what is shown already is no tooltip of it. */
export function listen(): void {
  before = new Set(all().filter(isShown));
}

/** What a tooltip says of the hovered element, in full and by its first words; nothing where none appears in time. */
export async function heard(place: Place): Promise<string[]> {
  const element = find(place);
  if (!element) return [];
  for (const until = performance.now() + patience; performance.now() < until; ) {
    const said = appeared(element);
    if (said.length > 0) return said;
    await new Promise((done) => setTimeout(done, 60));
  }
  return [];
}

function appeared(element: Element): string[] {
  const fresh = new Set(all().filter((one) => !before.has(one) && isShown(one) && !element.contains(one)));
  const outermost = [...fresh].filter(({ parentElement }) => !parentElement || !fresh.has(parentElement));
  const described = (element.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
  const tip =
    [...fresh].find((one) => described.includes(one.id)) ??
    [...fresh].find((one) => roleOf(one) === "tooltip") ??
    outermost.find((one) => isBeside(one, element));
  return tip && !isData(tip) ? textsOf(tip) : [];
}

function isBeside(one: Element, element: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), element.getBoundingClientRect()];
  const apart = (from: number, to: number, otherFrom: number, otherTo: number) =>
    Math.max(otherFrom - to, from - otherTo, 0);
  return apart(a.left, a.right, b.left, b.right) <= reach && apart(a.top, a.bottom, b.top, b.bottom) <= reach;
}

/** A tooltip may show the keys of a shortcut behind the name, in an element of their own. */
function textsOf(tip: Element): string[] {
  const walker = document.createTreeWalker(tip, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode()) pieces.push(normalise((walker.currentNode as Text).data));
  const words = pieces.filter(Boolean);
  const texts = [words.join(" "), words[0] ?? ""];
  return [...new Set(texts)].filter((text) => text !== "" && text.length <= longest);
}
