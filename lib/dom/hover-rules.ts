// Which style rules of the page show something while something else is pointed at. Read once a sheet, in slices; no
// other origin's sheets can be read. Selectors stay in memory and go nowhere.
import { composedParent, fits, localName, nearest, previousSibling } from "./native.ts";

/** A value of a property that hides, and whether what it hides cannot be pointed at either. */
const hiding: Readonly<Record<string, { value: RegExp; out: boolean }>> = {
  display: { value: /^none$/, out: true },
  visibility: { value: /^(hidden|collapse)$/, out: true },
  opacity: { value: /^(0|0%|0\.0+)$/, out: false },
  "max-height": { value: /^0(px)?$/, out: true },
  height: { value: /^0(px)?$/, out: true },
  transform: { value: /scale[xy]?\(0[,)]/i, out: true },
  left: { value: /^-\d{3,}/, out: true },
};
const properties = Object.keys(hiding);
const mostRules = 50_000;

interface Reading {
  rules: Generator<[rule: CSSStyleRule, selector: string], void>;
  /** How many rules of the sheet it is about: what comes after them is read later. */
  to: number;
  isOver: boolean;
}

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
    for (const property of properties) {
      const value = rule.style.getPropertyValue(property);
      if (value === "") continue;
      const hides = hiding[property]!.value.test(value);
      if (selector.includes(":hover")) {
        if (!hides) for (const one of splitList(selector)) showing.push({ selector: one, property });
      } else if (hides) hidden.push({ selector, property });
    }
  }

  function readSheet(sheet: CSSStyleSheet, until: number): boolean {
    let reading = begun.get(sheet);
    if (!reading || reading.isOver) {
      const list = rulesOf(sheet);
      const from = reading?.to ?? 0;
      if (!list || list.length <= from) return true;
      reading = { rules: styleRules(list, null, from), to: list.length, isOver: false };
      begun.set(sheet, reading);
    }
    while (rules++ < mostRules) {
      const next = reading.rules.next();
      if (next.done) {
        reading.isOver = true;
        return true;
      }
      add(...next.value);
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
        const shower = showerIn(element, selector, hiding[property]!.out);
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

/** The rules that apply now, in groups and imported sheets too, with their whole selector. */
function* styleRules(list: CSSRuleList, parent: string | null, from = 0): Reading["rules"] {
  for (let n = from; n < list.length; n++) {
    const rule = list[n]!;
    if (rule instanceof CSSMediaRule && !matchMedia(rule.media.mediaText).matches) continue;
    if (rule instanceof CSSStyleRule) {
      const own = parent === null ? rule.selectorText : rule.selectorText.replaceAll("&", `:is(${parent})`);
      yield [rule, own];
      if (rule.cssRules?.length) yield* styleRules(rule.cssRules, own);
    } else if (rule instanceof CSSGroupingRule) yield* styleRules(rule.cssRules, parent);
    else if (rule instanceof CSSImportRule && rule.styleSheet) {
      const imported = rulesOf(rule.styleSheet);
      if (imported) yield* styleRules(imported, null);
    }
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
  const end = endOfCompound(selector, selector.lastIndexOf(":hover"));
  const rest = selector.slice(end).trim();
  if (rest === "") return out ? "self" : null;
  const before = selector.slice(0, end);
  if (rest.startsWith("+") || rest.startsWith("~")) {
    for (let at = previousSibling(element), n = 0; at && n < 20; at = previousSibling(at), n++)
      if (fits(at, before)) return at;
    return null;
  }
  const parent = composedParent(element);
  const found = parent && nearest(parent, before);
  return found && !/^(html|body)$/.test(localName(found)) ? found : null;
}

function endOfCompound(selector: string, from: number): number {
  let depth = 0;
  for (let n = 0; n < selector.length; n++) {
    const sign = selector[n]!;
    if (sign === "(" || sign === "[") depth++;
    else if (sign === ")" || sign === "]") depth--;
    else if (n > from && depth === 0 && /[\s>+~]/.test(sign)) return n;
  }
  return selector.length;
}

/** A selector list in its parts, those that point only. */
function splitList(selector: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let n = 0; n <= selector.length; n++) {
    const sign = selector[n];
    if (sign === "(" || sign === "[") depth++;
    else if (sign === ")" || sign === "]") depth--;
    else if (sign === undefined || (sign === "," && depth === 0)) {
      parts.push(selector.slice(start, n).trim());
      start = n + 1;
    }
  }
  return parts.filter((part) => part.includes(":hover"));
}
