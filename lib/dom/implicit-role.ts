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

interface Rule {
  /** Every role that `of` may give. */
  may: readonly Role[];
  of(element: Element): Role | null;
}

const always = (role: Role): Rule => ({ may: [role], of: () => role });
const where = (role: Role, is: (element: Element) => boolean): Rule => ({
  may: [role],
  of: (element) => (is(element) ? role : null),
});

const leads = where("link", (element) => carries(element, "href"));
const isNamed = (element: Element): boolean => fits(element, "[aria-label],[aria-labelledby]");
const isOfPage = (element: Element): boolean => nearest(element, "article,aside,main,nav,section") === null;
/** An image that says it is only there for its looks. */
const isPlain = (element: Element): boolean =>
  attribute(element, "alt") === "" && !fits(element, "[title],[tabindex],[aria-label],[aria-labelledby]");

const inputs: Partial<Record<string, Role>> = {
  button: "button",
  image: "button",
  reset: "button",
  submit: "button",
  file: "button",
  checkbox: "checkbox",
  radio: "radio",
  range: "slider",
  number: "spinbutton",
};
const suggests = new Set(["", "email", "search", "tel", "text", "url"]);

function inputRole(element: Element): Role | null {
  const type = attribute(element, "type")?.toLowerCase() ?? "";
  if (type === "hidden") return null;
  if (suggests.has(type) && carries(element, "list")) return "combobox";
  return type === "search" ? "searchbox" : (inputs[type] ?? "textbox");
}

const cell: Rule = {
  may: ["cell", "gridcell"],
  of(element) {
    const table = nearest(element, "table");
    return table && /^(tree)?grid$/i.test(attribute(table, "role") ?? "") ? "gridcell" : "cell";
  },
};

/** A heading cell heads its column unless it says, or stands beside cells with data, as one of a row. */
const headingCell: Rule = {
  may: ["columnheader", "rowheader"],
  of(element) {
    const scope = attribute(element, "scope")?.toLowerCase() ?? "";
    if (/^(row|rowgroup)$/.test(scope)) return "rowheader";
    if (/^(col|colgroup)$/.test(scope)) return "columnheader";
    const beside = [previousSibling(element), nextSibling(element)];
    return beside.some((at) => at && localName(at) === "td") ? "rowheader" : "columnheader";
  },
};

const isList = (element: Element): boolean =>
  carries(element, "multiple") || Number(attribute(element, "size") ?? 0) > 1;

const fixed =
  "article article,aside complementary,blockquote blockquote,button button,caption caption,code code," +
  "datalist listbox,dd definition,del deletion,details group,dfn term,dialog dialog,dt term,em emphasis," +
  "fieldset group,figure figure,form form,h1 heading,h2 heading,h3 heading,h4 heading,h5 heading,h6 heading," +
  "hr separator,html document,ins insertion,li listitem,main main,mark mark,math math,menu list,meter meter," +
  "nav navigation,ol list,optgroup group,option option,output status,p paragraph,progress progressbar," +
  "search search,strong strong,sub subscript,summary button,sup superscript,svg img,table table,tbody rowgroup," +
  "textarea textbox,tfoot rowgroup,thead rowgroup,time time,tr row,ul list";

const rules = new Map<string, Rule>([
  ...fixed.split(",").map((line): [string, Rule] => {
    const [tag, role] = line.split(" ") as [string, Role];
    return [tag, always(role)];
  }),
  ["a", leads],
  ["area", leads],
  ["footer", where("contentinfo", isOfPage)],
  ["header", where("banner", isOfPage)],
  ["img", { may: ["img", "presentation"], of: (element) => (isPlain(element) ? "presentation" : "img") }],
  [
    "input",
    {
      may: ["textbox", "searchbox", "combobox", ...new Set(Object.values(inputs) as Role[])],
      of: inputRole,
    },
  ],
  ["section", where("region", isNamed)],
  ["select", { may: ["listbox", "combobox"], of: (element) => (isList(element) ? "listbox" : "combobox") }],
  ["td", cell],
  ["th", headingCell],
]);

/** The role of the element's tag, or null where it has none. */
export const implicitRole = (element: Element): Role | null =>
  isPartOfPlain(element) ? null : (rules.get(localName(element))?.of(element) ?? null);

/** What a part may lie in: where that is said to be only for its looks, the part is too. */
const wholes = new Map(
  "li ol ul menu,tbody table,thead table,tfoot table,tr table tbody thead tfoot,td tr,th tr"
    .split(",")
    .map((line) => line.split(" "))
    .map(([part, ...of]) => [part!, new Set(of)]),
);

function isPartOfPlain(element: Element): boolean {
  let at = element;
  for (let level = 0; level < 3; level++) {
    const around = parentNode(at);
    if (!isElement(around) || !wholes.get(localName(at))?.has(localName(around))) return false;
    if (/^\s*(none|presentation)\b/i.test(attribute(around, "role") ?? "")) return true;
    at = around;
  }
  return false;
}

const tagsByRole = new Map<Role, string[]>();
for (const [tag, { may }] of rules) {
  for (const role of may) tagsByRole.set(role, [...(tagsByRole.get(role) ?? []), tag]);
}

/** Tags whose elements may have the role without saying so. */
export const tagsOfRole = (role: Role): readonly string[] => tagsByRole.get(role) ?? [];
