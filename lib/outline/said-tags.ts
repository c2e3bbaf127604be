// Where the role says the tag, the tag is left out.
import type { Role, Tag } from "../../schemas/target.ts";

const usual: Partial<Record<Role, string>> = {
  article: "article",
  banner: "header",
  blockquote: "blockquote",
  button: "button",
  cell: "td",
  checkbox: "input",
  columnheader: "th",
  combobox: "select",
  complementary: "aside",
  contentinfo: "footer",
  definition: "dd",
  dialog: "dialog",
  document: "body",
  form: "form",
  generic: "div",
  group: "fieldset",
  heading: "h2",
  img: "img",
  link: "a",
  list: "ul",
  listitem: "li",
  main: "main",
  navigation: "nav",
  option: "option",
  paragraph: "p",
  radio: "input",
  region: "section",
  row: "tr",
  rowgroup: "tbody",
  search: "search",
  searchbox: "input",
  separator: "hr",
  slider: "input",
  spinbutton: "input",
  status: "output",
  table: "table",
  term: "dt",
  textbox: "input",
};

/** Whether a reader would take the tag for granted, or it makes no difference. */
export const isSaid = (role: Role, tag: Tag): boolean =>
  usual[role] === tag || (role === "generic" && tag === "span");
