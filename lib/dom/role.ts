// The ARIA role of an element, as one of the names of schemas/roles.ts.
import type { Role } from "../../schemas/target.ts";
import { implicitRole } from "./implicit-role.ts";
import { attribute, fits } from "./native.ts";
import { isRole, tagsOfRole } from "./roles.ts";

const editing = "[contenteditable]:not([contenteditable=false])";
/** With one of these an element is not only there for its looks, whatever its role says. */
const matters = "[tabindex],[aria-label],[aria-labelledby],[aria-describedby],[aria-controls],[aria-owns]";

/** Letters of a role that are read: some say a megabyte. */
const mostSaid = 500;

/** Explicit role (the first that is known), else the element's own, else `generic`. */
export function roleOf(element: Element): Role {
  const role = ariaRoleOf(element);
  return role === "generic" && fits(element, editing) ? "textbox" : role;
}

/** The same without what only a person would call a text field: as whoever looks for a role finds it. */
export function ariaRoleOf(element: Element): Role {
  const explicit = attribute(element, "role");
  const said = explicit ? explicit.slice(0, mostSaid).toLowerCase().split(/\s+/).find(isRole) : undefined;
  const isPlain = said === "none" || said === "presentation";
  if (said && !(isPlain && fits(element, matters))) return said;
  return implicitRole(element) ?? "generic";
}

/** CSS that finds every element of the role, and some more. */
export const cssOfRole = (role: Role): string => [...tagsOfRole(role), `[role~="${role}" i]`].join();
