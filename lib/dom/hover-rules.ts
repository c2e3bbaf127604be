// Which style rules of the page show something while something else is pointed at. Read once a sheet, in slices; no
// other origin's sheets can be read. Selectors stay in memory and go nowhere.
import { composedParent, fits, localName, nearest, previousSibling } from "./native.ts";

/** Properties that hide, and by which values. */
const hiding = new Map([
  ["display", /^none$/],
  ["visibility", /^(hidden|collapse)$/],
  ["opacity", /^(0|0%|0\.0+)$/],
  ["max-height", /^0(px)?$/],
  ["height", /^0(px)?$/],
  ["transform", /scale[xy]?\(0[,)]/i],
  ["left", /^-\d{3,}/],
]);
const mostRules = 50_000;

/** Ends with undefined where there is no more for now. */
type Reading = Generator<[rule: CSSStyleRule, selector: string] | undefined, undefined>;

interface Rule {
  selector: string;
  property: string;
}

export interface HoverRules {
  /** Reads what is new in the sheets, at most so many milliseconds. False while there is more. */
  read(root: Document | ShadowRoot, milliseconds: number): boolean;
  /** What must be pointed at for this element to be seen, or null; `self` where it is the element itself. */
  showerOf(element: Element): Element | "self" | null;
}

export function createHoverRules(): HoverRules {
  const begun = new WeakMap<CSSStyleSheet, Reading>();
  const showing: Rule[] = [];
  const hidden: Rule[] = [];
  let rules = 0;

  function add(rule: CSSStyleRule, selector: string): void {
    for (const [property, hides] of hiding) {
      const value = rule.style.getPropertyValue(property);
      const isPointing = selector.includes(":hover");
      if (value === "" || hides.test(value) === isPointing) continue;
      if (!isPointing) hidden.push({ selector, property });
      else for (const one of splitList(selector)) showing.push({ selector: one, property });
    }
  }

  function readSheet(sheet: CSSStyleSheet, until: number): boolean {
    const reading = begun.get(sheet) ?? rulesIn(sheet);
    begun.set(sheet, reading);
    while (rules++ < mostRules) {
      const next = reading.next().value;
      if (!next) break;
      add(...next);
      if (rules % 8 === 0 && performance.now() > until) return false;
    }
    return true;
  }

  return {
    read(root, milliseconds) {
      const until = performance.now() + milliseconds;
      for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
        if (!readSheet(sheet, until) || performance.now() > until) return false;
      }
      return true;
    },
    showerOf(element) {
      for (const { selector, property } of showing) {
        if (!fitsSafely(element, selector) || !hides(element, property)) continue;
        const shower = showerIn(element, selector, property !== "opacity");
        if (shower) return shower;
      }
      return null;
    },
  };

  function hides(element: Element, property: string): boolean {
    return hidden.some((rule) => rule.property === property && fitsSafely(element, rule.selector));
  }
}

/** Null for another origin's sheet: what it shows is found by what was seen before. */
function rulesOf(sheet: CSSStyleSheet): CSSRuleList | null {
  try {
    return sheet.disabled ? null : sheet.cssRules;
  } catch {
    return null;
  }
}

/** What comes into the sheet later is read later. */
function* rulesIn(sheet: CSSStyleSheet): Reading {
  for (let next = 0; ; ) {
    const rule = rulesOf(sheet)?.[next];
    if (rule) next++;
    if (rule) yield* styleRules([rule], null);
    else yield undefined;
  }
}

/** The rules that apply now, in groups and imported sheets too, with their whole selector. */
function* styleRules(rules: Iterable<CSSRule> | null | undefined, parent: string | null): Reading {
  for (const rule of rules ?? []) {
    if (rule instanceof CSSMediaRule && !matchMedia(rule.media.mediaText).matches) continue;
    if (rule instanceof CSSStyleRule) {
      const own = parent === null ? rule.selectorText : rule.selectorText.replaceAll("&", `:is(${parent})`);
      yield [rule, own];
      yield* styleRules(rule.cssRules, own);
    } else if (rule instanceof CSSGroupingRule) yield* styleRules(rule.cssRules, parent);
    else if (rule instanceof CSSImportRule && rule.styleSheet)
      yield* styleRules(rulesOf(rule.styleSheet), null);
  }
}

function fitsSafely(element: Element, selector: string): boolean {
  try {
    return fits(element, selector);
  } catch {
    return false;
  }
}

/** The part of a selector up to the compound that must be pointed at names the element that shows. */
function showerIn(element: Element, selector: string, out: boolean): Element | "self" | null {
  const end = endAt(selector, /[\s>+~]/, { from: 0, least: selector.lastIndexOf(":hover") });
  const rest = selector.slice(end).trim();
  if (rest === "") return out ? "self" : null;
  const before = selector.slice(0, end);
  if (/^[+~]/.test(rest)) {
    for (let at = previousSibling(element), n = 0; at && n < 20; at = previousSibling(at), n++)
      if (fits(at, before)) return at;
    return null;
  }
  const parent = composedParent(element);
  const found = parent && nearest(parent, before);
  return found && !/^(html|body)$/.test(localName(found)) ? found : null;
}

/** Where such a sign stands outside of brackets, from the least place on. */
function endAt(
  selector: string,
  sign: RegExp,
  { from, least = from }: { from: number; least?: number },
): number {
  let depth = 0;
  for (let n = from; n < selector.length; n++) {
    const at = selector[n]!;
    if (/[([]/.test(at)) depth++;
    else if (/[)\]]/.test(at)) depth--;
    else if (n >= least && depth === 0 && sign.test(at)) return n;
  }
  return selector.length;
}

/** A selector list in its parts, those that point only. */
function splitList(selector: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < selector.length; ) {
    const end = endAt(selector, /,/, { from });
    parts.push(selector.slice(from, end).trim());
    from = end + 1;
  }
  return parts.filter((part) => part.includes(":hover"));
}
