// What is known of each role, in one table: marks, and the tags whose elements may have it without saying so, the
// usual one first. schemas/roles.ts lists the same roles for the receiver; a test holds them equal, because page code
// takes only types from schemas/.
import type { Role, Tag } from "../../schemas/target.ts";

/**
 * Marks: `p` a landmark or dialog, which may be the anchor of a selector; `g` may be one by its name; `a` a part of the
 * page, as those of `p` are, whose name is not that of what lies in it; `f` a field; `n` named by what it contains;
 * `l` a list, `i` an item of one; `w` seen as a whole by outlines, `u` unseen there until it opens, `o` opens over the
 * page, `q` says little; `r` a row or card; `h` has no name; `x` does not say its tag.
 */
const table =
  "alert:u,alertdialog:puo,application:a,article:r article,banner:p header,blockquote blockquote," +
  "button:nw button summary input,caption:xh caption,cell:n td,checkbox:nwf input,code:xwqh code,columnheader:n th," +
  "combobox:f select input,comment,complementary:p aside,contentinfo:p footer,definition:q dd,deletion:xqh del," +
  "dialog:puo dialog,document:ax html,emphasis:xqh em,feed:l,figure:x figure,form:p form,generic:qh div," +
  "graphics-document,graphics-object,graphics-symbol:w,grid:al,gridcell:nx td,group:g fieldset details optgroup," +
  "heading:n h2 h1 h3 h4 h5 h6,img:w img svg,insertion:xqh ins,link:n a area,list:aglu ul ol menu," +
  "listbox:xfgluo select datalist,listitem:ir li,log,main:p main,mark:xq mark,marquee,math:xw math,menu:agluo," +
  "menubar:gu,menuitem:ni,menuitemcheckbox:n,menuitemradio:n,meter:xw meter,navigation:p nav,none:h,note," +
  "option:nwir option,paragraph:h p,presentation:xh img,progressbar:xw progress,radio:nwf input,radiogroup:g," +
  "region:p section,row:ir tr,rowgroup:l tbody thead tfoot,rowheader:nx th,scrollbar:w,search:p search," +
  "searchbox:wf input,separator:w hr,slider:wf input,spinbutton:wf input,status:u output,strong:xqh strong," +
  "subscript:xqh sub,suggestion,superscript:xqh sup,switch:nwf,tab:n,table:al table,tablist:ag,tabpanel:agu," +
  "term:q dt dfn,textbox:wf input textarea,time:xq time,timer,toolbar:ag,tooltip:nuo,tree:aglu,treegrid:l,treeitem:nir";

const entries = new Map(
  table.split(",").map((line) => {
    const [head, ...tags] = line.split(" ") as [string, ...string[]];
    const [role, marks = ""] = head.split(":") as [Role, string?];
    return [role as string, { role, marks, tags }];
  }),
);

export const knownRoles: ReadonlySet<string> = new Set(entries.keys());
export const isRole = (name: string): name is Role => entries.has(name);

const marked = new Map<string, string[]>();
for (const { role, marks } of entries.values())
  for (const mark of marks) marked.set(mark, [...(marked.get(mark) ?? []), role]);

/** The roles that carry one of the marks. */
export const rolesOf = (marks: string): ReadonlySet<string> =>
  new Set([...marks].flatMap((mark) => marked.get(mark) ?? []));

/** CSS for the elements that say one of these roles. */
export const sayingRole = (marks: string): string =>
  [...rolesOf(marks)].map((role) => `[role=${role}]`).join();

/** Tags whose elements may have the role without saying so. */
export const tagsOfRole = (role: Role): readonly string[] => entries.get(role)!.tags;

/** The role of each tag, unless what the element says makes it another (implicit-role.ts). */
export const roleOfTag = new Map(
  // The first that names a tag counts.
  [...entries.values()].reverse().flatMap(({ role, tags }) => tags.map((tag) => [tag, role] as const)),
);

/** Whether a reader of an outline would take the tag for granted, or it makes no difference. */
export function isSaid(role: Role, tag: Tag): boolean {
  if (role === "document") return tag === "body";
  const { marks, tags } = entries.get(role)!;
  return (tags[0] === tag && !marks.includes("x")) || (role === "generic" && tag === "span");
}
