// The names that a step may carry as they are. schemas/roles.ts and schemas/tags.ts say the same for the receiver; a
// test holds them equal, because page code takes types only from schemas/.
import type { Role, Tag } from "../../schemas/target.ts";

const roleNames =
  "alert alertdialog application article banner blockquote button caption cell checkbox code " +
  "columnheader combobox comment complementary contentinfo definition deletion dialog document emphasis " +
  "feed figure form generic graphics-document graphics-object graphics-symbol grid gridcell group " +
  "heading img insertion link list listbox listitem log main mark marquee math menu menubar menuitem " +
  "menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar " +
  "radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider " +
  "spinbutton status strong subscript suggestion superscript switch tab table tablist tabpanel term " +
  "textbox time timer toolbar tooltip tree treegrid treeitem";

const tagNames =
  "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite " +
  "code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption " +
  "figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input " +
  "ins kbd label legend li link main map mark menu meta meter nav noscript object ol optgroup option " +
  "output p param picture pre progress q rp rt ruby s samp script search section select slot small " +
  "source span strong style sub summary sup table tbody td template textarea tfoot th thead time title " +
  "tr track u ul var video wbr center font tt big strike svg animate animateMotion animateTransform " +
  "circle clipPath defs desc ellipse feBlend feColorMatrix filter foreignObject g image line " +
  "linearGradient marker mask metadata path pattern polygon polyline radialGradient rect stop switch " +
  "symbol text textPath tspan use view math annotation merror mfrac mi mmultiscripts mn mo mover " +
  "mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder " +
  "munderover semantics";

export const knownRoles: ReadonlySet<string> = new Set(roleNames.split(" "));
export const knownTags: ReadonlySet<string> = new Set(tagNames.split(" "));

export const isRole = (name: string): name is Role => knownRoles.has(name);
export const isTag = (name: string): name is Extract<Tag, string> => knownTags.has(name);
