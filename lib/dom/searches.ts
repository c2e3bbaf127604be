// What a whole page was searched for, kept: it is found anew in idle moments after an act, so that no listener has to
// search. Without anybody who keeps it fresh, as in the resolver, every search is made at once.
import { createSlices } from "../outline/slices.ts";
import { below, findAll, isConnected } from "./native.ts";

/** Searches that are kept; the one that was not asked for the longest goes first. */
const most = 14;
/** One that was not asked for between so many times of finding all anew is kept no more. */
const mostUnused = 16;
/** Elements that are looked at before what was found is believed. */
const mostLooked = 200;
/** The number of elements is looked at no more often than this, in milliseconds. */
const lookEvery = 300;
/** A search that took longer, in milliseconds, is made only where it is asked for: no idle moment is held up by it. */
const slow = 100;
/** A page that never rests is not waited for longer than this, in milliseconds. */
const patience = 500;

interface Kept {
  root: Node;
  css: string;
  found: ArrayLike<Element>;
  /** How often all was found anew until then, and how many elements the page had. */
  moment: number;
  elements: number;
  unused: number;
  took: number;
}

export interface Searches {
  /** A hand is on its way: has the page changed by itself? */
  look(): void;
  /** Finds all anew in an idle moment, and calls back then. */
  renew(then?: () => void): void;
}

export interface SearchesOptions {
  /** What is searched for in any case. */
  first: readonly string[];
  failed(): void;
  signal: AbortSignal;
}

let kept: Kept[] | null = null;
let moment = 0;
/** All elements of the document; live. */
let elements: ArrayLike<Element> = [];

/** Keeps what is searched for in the document from the first idle moment on, until the signal. */
export function keepSearches({ first, failed, signal }: SearchesOptions): Searches {
  const waiting: (() => void)[] = [];
  let lookedAt = 0;

  function* make(): Generator<undefined> {
    kept ??= first.map((css) => blank(document, css));
    kept = kept.filter((one) => isConnected(one.root) && one.unused++ < mostUnused);
    for (const one of kept) {
      if (one.took > slow) forget(one);
      else find(one, moment);
      yield;
    }
    moment++;
    // After the next picture: then nothing that they look at asks for a layout.
    for (const tell of waiting.splice(0)) requestIdleCallback(tell, { timeout: patience });
  }
  const slices = createSlices({ make, done: () => {}, failed, signal, longest: 0.5 });
  const renew: Searches["renew"] = (then) => {
    if (typeof requestIdleCallback !== "function") return then?.();
    if (then) waiting.push(then);
    slices.start();
  };
  elements = below(document);
  signal.addEventListener("abort", () => {
    kept = null;
  });
  renew();
  return {
    renew,
    look() {
      const now = performance.now();
      if (now - lookedAt < lookEvery) return;
      lookedAt = now;
      if (kept?.[0]?.elements !== elements.length) renew();
    },
  };
}

const unknown = { moment: Number.NaN, elements: -1 };
const blank = (root: Node, css: string): Kept => ({ root, css, found: [], ...unknown, unused: 0, took: 0 });
const forget = (one: Kept) => Object.assign(one, unknown);

/** Inside an event nothing is known yet of what comes of it. */
function find(one: Kept, at = moment - 1): Kept {
  const from = performance.now();
  one.elements = elements.length;
  one.found = findAll(one.root, one.css);
  one.took = performance.now() - from;
  one.moment = at;
  return one;
}

/** Of the kept ones, if it is; asked for again it stays. */
function keptOf(root: Node, css: string): Kept | undefined {
  const one = kept?.find((one) => one.root === root && one.css === css);
  if (one) one.unused = 0;
  return one;
}

/**
 * `querySelectorAll`, made anew only where the page has another number of elements than at the last search, or lacks
 * one of those that it found. What an act made of an element by an attribute alone is found in the idle moment after.
 */
export function search(root: Node, css: string): ArrayLike<Element> {
  // The browser has an index of ids.
  if (!kept || css.startsWith("[id=")) return findAll(root, css);
  const known = keptOf(root, css);
  if (known) return (isSame(known) ? known : find(known)).found;
  if (kept.length >= most) {
    const idlest = kept.reduce((a, b) => (b.unused > a.unused ? b : a));
    kept = kept.filter((one) => one !== idlest);
  }
  const one = find(blank(root, css));
  kept.push(one);
  return one.found;
}

function isSame({ elements: before, found }: Kept): boolean {
  if (before !== elements.length) return false;
  for (let n = Math.min(found.length, mostLooked); n-- > 0; ) if (!isConnected(found[n]!)) return false;
  return true;
}

/** How often all was found anew. */
export const foundAt = (): number => moment;

/** What the document had at the last search; with `since` one that was made later, or of as many elements. */
export function lastFound(css: string, since = Number.NEGATIVE_INFINITY): ArrayLike<Element> {
  const known = keptOf(document, css);
  const isLate = known && (known.moment >= since || known.elements === elements.length);
  return isLate ? known.found : search(document, css);
}
