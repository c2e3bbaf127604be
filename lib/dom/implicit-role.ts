// The role that an element has by its tag, after "HTML Accessibility API Mappings" (w3.org/TR/html-aam). Read through
// native.ts, so that a form with a field named `getAttribute` has one too.
import type { Role } from "../../schemas/target.ts";
import {
  attribute,
  carries,
  fits,
  isElement,
  localName,
  nearest,
  nextSibling,
  parentNode,
  previousSibling,
} from "./native.ts";
import { roleOfTag } from "./roles.ts";

const naming = "[aria-label],[aria-labelledby]";
const lowered = (element: Element, name: string): string => attribute(element, name)?.toLowerCase() ?? "";

/** The role of the element's tag, or null where it has none. */
export function implicitRole(element: Element): Role | null {
  if (isPartOfPlain(element)) return null;
  const tag = localName(element);
  const role = roleOfTag.get(tag) ?? null;
  switch (tag) {
    case "a":
    case "area":
      return carries(element, "href") ? role : null;
    case "footer":
    case "header":
      return nearest(element, "article,aside,main,nav,section") ? null : role;
    case "section":
      return fits(element, naming) ? role : null;
    case "img":
      // It says that it is only there for its looks.
      return attribute(element, "alt") === "" && !fits(element, `[title],[tabindex],${naming}`)
        ? "presentation"
        : role;
    case "input":
      return inputRole(element, lowered(element, "type"));
    case "select":
      return carries(element, "multiple") || Number(attribute(element, "size")) > 1 ? "listbox" : role;
    case "td":
      return isInGrid(element) ? "gridcell" : role;
    case "th":
      return headsRow(element) ? "rowheader" : role;
    default:
      return role;
  }
}

function inputRole(element: Element, type: string): Role | null {
  if (type === "hidden") return null;
  if (/^(|email|search|tel|text|url)$/.test(type) && carries(element, "list")) return "combobox";
  if (/^(button|image|reset|submit|file)$/.test(type)) return "button";
  if (type === "checkbox" || type === "radio") return type;
  if (type === "range") return "slider";
  if (type === "number") return "spinbutton";
  return type === "search" ? "searchbox" : "textbox";
}

function isInGrid(cell: Element): boolean {
  const table = nearest(cell, "table");
  return table !== null && /^(tree)?grid$/.test(lowered(table, "role"));
}

/** A heading cell heads its column unless it says, or stands beside cells with data, as one of a row. */
function headsRow(cell: Element): boolean {
  const scope = lowered(cell, "scope");
  const isBesideData = [previousSibling(cell), nextSibling(cell)].some((at) => at && localName(at) === "td");
  return /^row(group)?$/.test(scope) || (isBesideData && !/^col(group)?$/.test(scope));
}

/** A part and what it may lie in: where that is said to be only for its looks, the part is too. */
const inWhole = /^(li (ol|ul|menu)|t(body|head|foot) table|tr (table|t(body|head|foot))|t[dh] tr)$/;

function isPartOfPlain(element: Element): boolean {
  const around = parentNode(element);
  if (!isElement(around) || !inWhole.test(`${localName(element)} ${localName(around)}`)) return false;
  return /^\s*(none|presentation)\b/i.test(attribute(around, "role") ?? "") || isPartOfPlain(around);
}
