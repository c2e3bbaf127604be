// Ways to find an element again besides its path, each proven by a bounded search to find exactly this one.
import type { Role, Selector } from "../../schemas/target.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { nameOf } from "./name.ts";
import { attribute, composedParent, findAll, rootOf } from "./native.ts";
import { roleOf } from "./role.ts";

const mostCandidates = 200;
/** Computing a name costs more than reading a role. */
const mostNamed = 60;
const attributeNames = ["data-testid", "id", "name"] as const;

/** Landmarks and dialogs: what an ordinal counts within. */
const scopes: ReadonlySet<Role> = new Set<Role>([
  "alertdialog",
  "banner",
  "complementary",
  "contentinfo",
  "dialog",
  "form",
  "main",
  "navigation",
  "region",
  "search",
]);

/** Elements that may have a role without saying so. */
const native: Partial<Record<Role, string>> = {
  button: "button,summary,input[type=button],input[type=submit],input[type=reset],input[type=image]",
  link: "a[href],area[href]",
  textbox: "input,textarea,[contenteditable]",
  searchbox: "input",
  combobox: "select,input[list]",
  listbox: "select,datalist",
  checkbox: "input[type=checkbox]",
  radio: "input[type=radio]",
  slider: "input[type=range]",
  spinbutton: "input[type=number]",
  option: "option",
  heading: "h1,h2,h3,h4,h5,h6",
  listitem: "li",
  row: "tr",
  cell: "td",
  columnheader: "th",
  img: "img",
  dialog: "dialog",
  form: "form",
  region: "section",
  main: "main",
  navigation: "nav",
  banner: "header",
  complementary: "aside",
  contentinfo: "footer",
};

export interface Described {
  role: Role;
  name: number | null;
}

/** Selectors by attribute, role and name, label, and ordinal. Within a shadow root they count from that root. */
export function selectorsOf(element: Element, { role, name }: Described, lookup: Lookup): Selector[] {
  const root = rootOf(element);
  const selectors = attributeSelectors(element, root, lookup);
  if (role === "generic") return selectors;

  const { scope, within } = scopeOf(element, root);
  const alike = withRole(scope, role);
  const nth = alike.indexOf(element);
  if (nth < 0) return selectors;
  const complete = alike.length <= mostNamed;
  if (
    name !== null &&
    complete &&
    alike.every((other) => other === element || nameOf(other, lookup) !== name)
  ) {
    selectors.push({ by: "role", role, name, within: null });
    if (labelOf(element, lookup) === name) selectors.push({ by: "label", label: name, within: null });
  }
  selectors.push({ by: "ordinal", role, nth, within: within && { role: within, name: null } });
  return selectors;
}

function attributeSelectors(element: Element, root: Node, lookup: Lookup): Selector[] {
  const selectors: Selector[] = [];
  for (const attributeName of attributeNames) {
    const value = attribute(element, attributeName);
    const index = value ? lookup.attribute(attributeName, value) : null;
    if (value === null || index === null) continue;
    const quoted = value.replace(/["\\]/g, "\\$&");
    if (findAll(root, `[${attributeName}="${quoted}"]`).length === 1) {
      selectors.push({ by: "attribute", attribute: index, within: null });
    }
  }
  return selectors;
}

/** At most `mostCandidates` elements of a role, in the order of the document. */
function withRole(scope: Node, role: Role): Element[] {
  const found: Element[] = [];
  const selector = native[role] ? `${native[role]},[role~="${role}"]` : `[role~="${role}"]`;
  const candidates = findAll(scope, selector);
  for (let at = 0; at < candidates.length && at < mostCandidates * 2; at++) {
    const candidate = candidates[at]!;
    if (roleOf(candidate) === role) found.push(candidate);
    if (found.length === mostCandidates) break;
  }
  return found;
}

/** The nearest landmark or dialog that is the only one of its role in this root, else the root. */
function scopeOf(element: Element, root: Node): { scope: Node; within: Role | null } {
  let at = composedParent(element);
  for (let depth = 0; at && rootOf(at) === root && depth < 100; depth++, at = composedParent(at)) {
    const role = roleOf(at);
    if (scopes.has(role) && withRole(root, role).length === 1) return { scope: at, within: role };
  }
  return { scope: root, within: null };
}

function labelOf(element: Element, lookup: Lookup): number | null {
  const labels = "labels" in element ? (element as HTMLInputElement).labels : null;
  const label = labels?.[0];
  return label ? lookup.term(label.textContent ?? "") : null;
}
