// The ARIA role of an element, as one of the names of schemas/roles.ts.
import { getRole } from "dom-accessibility-api";
import type { Role } from "../../schemas/target.ts";
import { isRole } from "./known-names.ts";
import { attribute, fits, localName } from "./native.ts";

/** Text inputs that ARIA gives no role; a person calls them fields all the same. */
const textFields = new Set(["date", "datetime-local", "month", "time", "week", ""]);

/** Explicit role (the first that is known), else the element's own, else `generic`. */
export function roleOf(element: Element): Role {
  const explicit = attribute(element, "role");
  if (explicit) {
    const role = explicit.toLowerCase().split(/\s+/).find(isRole);
    if (role && role !== "none" && role !== "presentation") return role;
  }
  const implicit = implicitRole(element);
  return implicit && isRole(implicit) ? implicit : "generic";
}

function implicitRole(element: Element): string | null {
  try {
    const role = getRole(element);
    if (role !== null) return role;
  } catch {
    // A form whose `getAttribute` is one of its fields. The step keeps path and structure.
    return null;
  }
  if (localName(element) === "input" && textFields.has(attribute(element, "type")?.toLowerCase() ?? "")) {
    return "textbox";
  }
  return fits(element, "[contenteditable]:not([contenteditable=false])") ? "textbox" : null;
}
