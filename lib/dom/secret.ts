// Secret fields leave no trace at all: no key, no timing, no click, no length.
import { inTurn } from "./at-window.ts";
import { fieldOf } from "./editable.ts";
import { attribute, carries, findAll, inputsOf, nearestAround, rootOf } from "./native.ts";
import { focusedElement } from "./shadow.ts";

const tokens = /^(one-time-code|current-password|new-password|cc-.+)$/i;

/**
 * More inputs than this are searched by the browser, which costs a look at each element of the page instead; then only
 * where their number has changed, and every so often, in milliseconds.
 */
const mostInputs = 300;
const often = 250;

export interface Secrets {
  /** Whether the element is a secret field, ever was a password field here, or lies in a private part of the page. */
  holds(element: Element): boolean;
  /**
   * The same of a field amid a run of keys: how it is drawn is looked at now and then, and at once with another class or
   * style. Nothing is told by this answer: whatever ends the run asks `holds`.
   */
  holdsAmid(field: Element): boolean;
  /** The same of the field around it, and of the element that has the focus: what keys do is about that one. */
  hides(origin: Element): boolean;
  /** Remembers the password fields of now, before the page's own listeners can turn one into plain text. */
  mark(origin: Element | null): void;
}

/** One per document: what once was a password field stays secret for as long as the document lives. */
export function createSecrets(): Secrets {
  const marked = new WeakSet<Element>();
  // A toggle may replace the field instead of changing it; then its name or id is still the same.
  const names = new Set<string>();
  let plain: { element: Element | null; sign: string; until: number } = { element: null, sign: "", until: 0 };
  const inputs = inputsOf(document);
  let lastCount = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const markAmong = (fields: ArrayLike<Element>) => {
    for (let at = 0; at < fields.length; at++) remember(fields[at]!);
  };
  const remember = (field: Element) => {
    if (marked.has(field) || !isPassword(field)) return;
    marked.add(field);
    for (const key of keysOf(field)) names.add(key);
    // Others with its name are secret from now on.
    forget();
  };
  const markMany = () => {
    const now = performance.now();
    if (inputs.length === lastCount && now - lookedAt < often) return;
    lastCount = inputs.length;
    lookedAt = now;
    markAmong(findAll(document, "input[type=password i]"));
  };

  const isMaskedNow = (element: Element): boolean => {
    const masked = isMasked(element);
    plain = { element: masked ? null : element, sign: signOf(element), until: performance.now() + often };
    return masked;
  };
  const wasPlain = (element: Element): boolean =>
    plain.element === element && plain.sign === signOf(element) && performance.now() < plain.until;
  const isHeld = (element: Element, isDrawnPlain = false): boolean => {
    remember(element);
    return (
      marked.has(element) ||
      keysOf(element).some((key) => names.has(key)) ||
      (isField(element) && (hasSecretToken(element) || (!isDrawnPlain && isMaskedNow(element)))) ||
      isPrivate(element)
    );
  };

  // Many recorders ask for the same element in the same event, before the page has it.
  let asked: (element: Element) => boolean;
  let askedAmid: (element: Element) => boolean;
  const forget = () => {
    asked = inTurn((element) => isHeld(element));
    askedAmid = inTurn((element) => (wasPlain(element) ? isHeld(element, true) : holds(element)));
  };
  forget();
  const holds = (element: Element): boolean => asked(element);

  return {
    holds,
    holdsAmid: (field) => askedAmid(field),
    hides: (origin) =>
      [origin, fieldOf(origin), focusedElement()].some((element) => element !== null && holds(element)),
    mark(origin) {
      if (origin !== plain.element) plain.element = null;
      if (inputs.length <= mostInputs) markAmong(inputs);
      else markMany();
      const root = origin && rootOf(origin);
      if (root && root !== document) markAmong(findAll(root, "input"));
    },
  };
}

/** In a private part of the page, also from inside a shadow root. */
const isPrivate = (element: Element): boolean => nearestAround(element, "[data-private]") !== null;

const isField = (element: Element): boolean =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  carries(element, "contenteditable");

/** The property and the attribute: a page can set one and mean the other. */
const isPassword = (element: Element): boolean =>
  element instanceof HTMLInputElement &&
  (element.type === "password" || attribute(element, "type")?.toLowerCase() === "password");

const keysOf = (element: Element): string[] =>
  element instanceof HTMLInputElement
    ? ["id", "name"]
        .filter((name) => attribute(element, name))
        .map((name) => `${name}=${attribute(element, name)}`)
    : [];

const hasSecretToken = (element: Element): boolean =>
  (attribute(element, "autocomplete") ?? "").split(/\s+/).some((token) => tokens.test(token));

const signOf = (element: Element): string => `${attribute(element, "class")} ${attribute(element, "style")}`;

const isMasked = (element: Element): boolean =>
  /^(?!none$)./.test(getComputedStyle(element).getPropertyValue("-webkit-text-security"));
