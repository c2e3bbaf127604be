// The accessible name of an element, after "Accessible Name and Description Computation 1.2" (w3.org/TR/accname-1.2)
// and "HTML Accessibility API Mappings"; steps are named as there. What fields hold is part of no name (written.ts).
import {
  attribute,
  carries,
  childNodesOf,
  findAll,
  fits,
  isElement,
  localName,
  nearest,
  nodeType,
  textContent,
  textOf,
} from "./native.ts";
import { ariaRoleOf } from "./role.ts";
import { rolesOf } from "./roles.ts";
import { assignedTo, referencesOf } from "./written.ts";

const fromContent = rolesOf("n");
/** What says that it is one of these has no name, as ARIA forbids it. */
const nameless = rolesOf("h");
/** Embedded in a name they would stand there with their value: step 2E. */
const valued = /^(combobox|listbox|textbox|searchbox|meter|progressbar|scrollbar|slider|spinbutton)$/;
/** Elements whose child of that name names them. */
const captions = new Map([
  ["fieldset", "legend"],
  ["table", "caption"],
  ["svg", "title"],
]);

interface How {
  /** Reached from a parent, not the element that is named nor one that it refers to. */
  nested?: boolean;
  /** Reached by `aria-labelledby`. */
  referenced?: boolean;
  inLabel?: boolean | undefined;
}

/** Only controls have labels, and only forms can hide a property behind a field of theirs. */
export function labelElements(element: Element): Element[] {
  // To find its labels the browser walks the whole page.
  if (!attribute(element, "id") && !nearest(element, "label")) return [];
  const labels = "labels" in element ? element.labels : null;
  return labels instanceof NodeList ? ([...labels] as Element[]) : [];
}

/** Reads styles: what is hidden names nothing, and what is no part of a line stands apart. */
export function accessibleName(named: Element): string {
  /** Each counts once. */
  const seen = new Set<Node>();
  const open = new Set<Node>();
  const followed = new Set<Node>();

  function nameIn(node: Node, how: How): string {
    // What owns itself is not entered again; what refers to something around it is.
    if (seen.has(node) || (how.nested && open.has(node))) return "";
    if (!isElement(node)) {
      seen.add(node);
      return nodeType(node) === Node.TEXT_NODE ? textOf(node as Text) : "";
    }
    const { referenced, inLabel } = how;
    if (!referenced && isHidden(node)) {
      seen.add(node);
      return "";
    }
    if (!referenced && !followed.has(node)) {
      followed.add(node);
      const references = referencesOf(node, "aria-labelledby");
      // What was read before says all the same what this is called.
      const isKnown = references.some((one) => seen.has(one));
      const text = references.map((one) => nameIn(one, { referenced: true, inLabel })).join(" ");
      if (isKnown || text.trim()) return text;
    }
    open.add(node);
    const text = ownText(node, how);
    seen.add(node);
    return text;
  }

  function ownText(node: Element, { nested, referenced, inLabel }: How): string {
    const role = ariaRoleOf(node);
    const isValue = valued.test(role);
    if (!(nested && (isValue || role === "button"))) {
      const said = filled(node, "aria-label") ?? (/^(none|presentation)$/.test(role) ? null : ownName(node));
      if (said !== null) return said;
    }
    if (role === "menu" || (isValue && (nested || referenced || inLabel))) return "";
    const isNaming =
      fromContent.has(role) || /^(row .*|\S+ caption|generic legend)$/.test(`${role} ${localName(node)}`);
    const text = nested || referenced || isNaming ? contentOf(node, inLabel) : "";
    return text || (nested ? "" : (filled(node, "title") ?? ""));
  }

  function contentOf(element: Element, inLabel?: boolean): string {
    const slotted = element instanceof HTMLSlotElement ? assignedTo(element) : [];
    const inside = slotted.length > 0 ? slotted : Array.from(childNodesOf(element));
    return [...inside, ...referencesOf(element, "aria-owns")]
      .map((child) => {
        const text = nameIn(child, { nested: true, inLabel });
        return isElement(child) && getComputedStyle(child).display !== "inline" ? ` ${text} ` : text;
      })
      .join("")
      .trim();
  }

  /** Step 2D: what HTML and SVG have for a name, or null. */
  function ownName(element: Element): string | null {
    const tag = localName(element);
    const type = element instanceof HTMLInputElement ? element.type : "";
    const caption = captions.has(tag) && findAll(element, `:scope > ${captions.get(tag)}`)[0];
    if (caption) return tag === "svg" ? textContent(caption) : nameIn(caption, {});
    if (tag === "img" || tag === "area") return filled(element, "alt");
    if (tag === "optgroup") return filled(element, "label");
    if (type === "submit") return filled(element, "value") ?? "Submit";
    if (type === "reset") return filled(element, "value") ?? "Reset";
    const value = type === "button" ? filled(element, "value") : null;
    if (value) return value;
    const labels = labelElements(element);
    if (labels.length > 0)
      return labels
        .map((label) => nameIn(label, { nested: true, inLabel: true }))
        .filter(Boolean)
        .join(" ");
    return type === "image" ? (filled(element, "alt") ?? filled(element, "title") ?? "Submit Query") : null;
  }

  const role = ariaRoleOf(named);
  const says = role === "presentation" || fits(named, `[role~="${role}" i]`);
  return says && nameless.has(role) ? "" : nameIn(named, {});
}

const isHidden = (element: Element): boolean => {
  if (carries(element, "hidden") || attribute(element, "aria-hidden") === "true") return true;
  const { display, visibility } = getComputedStyle(element);
  return display === "none" || visibility === "hidden";
};

/** An attribute that says something, or null. */
const filled = (element: Element, name: string): string | null => {
  const value = attribute(element, name);
  return value?.trim() ? value : null;
};
