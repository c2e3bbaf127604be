import type { Role } from "../../schemas/target.ts";

// Roles whose own name is not what a person would say. All others are said as they are.
const said: Partial<Record<Role, string>> = {
  textbox: "field",
  searchbox: "search field",
  spinbutton: "number field",
  combobox: "list",
  listbox: "list",
  option: "option",
  menuitem: "menu entry",
  menuitemcheckbox: "menu entry",
  menuitemradio: "menu entry",
  treeitem: "tree entry",
  listitem: "list entry",
  gridcell: "cell",
  columnheader: "column title",
  rowheader: "row title",
  img: "picture",
  alertdialog: "dialog",
  "graphics-object": "graphic",
  "graphics-symbol": "graphic",
  "graphics-document": "graphic",
};

/** The word for a role; undefined where the role says nothing. */
export function roleWord(role: Role): string | undefined {
  if (role === "generic" || role === "none" || role === "presentation") return undefined;
  return said[role] ?? role;
}
