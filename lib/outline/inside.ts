// Which elements inside one an outline looks at: bounded, whatever the number of rows.
import { attribute, carries, childrenOf, fits, localName } from "../dom/native.ts";
import { rolesOf } from "../dom/roles.ts";
import { shadowRootOf } from "../dom/shadow.ts";
import type { Described } from "./raw.ts";

/** Of many siblings the first are looked at, some of the middle, and the last. */
const firstOnes = 64;
const middleOnes = 16;
const lastOnes = 8;

/** Their children are no more than how they look, or what is being written. */
const whole = rolesOf("w");
/** Editors that draw their lines themselves. */
const editors = ".monaco-editor,.cm-editor,.CodeMirror,.ace_editor";

export interface Inside {
  element: Element;
  boundary: Described["boundary"];
}

export interface Looked {
  inside: Inside[];
  /** Siblings that are there but were not looked at. */
  unseen: number;
}

const nothing: Looked = { inside: [], unseen: 0 };

/** What is inside an element of that role, in a shadow root first. A frame is one node. */
export function insideOf(element: Element, role: Described["role"], tag: string): Looked {
  if (whole.has(role) || tag === "iframe" || tag === "frame" || isEditor(element)) return nothing;
  if (tag === "details" && !carries(element, "open")) return summaryOf(element);
  const root = shadowRootOf(element);
  const light = some(childrenOf(element), undefined);
  if (!root) return light;
  const closed = root.mode === "closed" ? "shadow-closed" : "shadow-open";
  const shadow = some(childrenOf(root), closed);
  return { inside: [...shadow.inside, ...light.inside], unseen: shadow.unseen + light.unseen };
}

function isEditor(element: Element): boolean {
  const editable = attribute(element, "contenteditable");
  return (editable !== null && editable.toLowerCase() !== "false") || fits(element, editors);
}

function summaryOf(details: Element): Looked {
  const { inside } = some(childrenOf(details), undefined);
  return { inside: inside.filter(({ element }) => localName(element) === "summary"), unseen: 0 };
}

function some(children: ArrayLike<Element>, boundary: Described["boundary"]): Looked {
  const { length } = children;
  const most = firstOnes + middleOnes + lastOnes;
  const span = length - lastOnes - firstOnes;
  const inside = Array.from({ length: Math.min(length, most) }, (_, nth) => {
    const middle = nth - firstOnes;
    const isLast = middle >= middleOnes;
    const far = isLast ? length - most + nth : firstOnes + Math.floor((middle * span) / middleOnes);
    return { element: children[length <= most || middle < 0 ? nth : far]!, boundary };
  });
  return { inside, unseen: length - inside.length };
}
