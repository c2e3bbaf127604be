// Which ids and classes a framework or a build made: they differ from load to load or from build to build, so
// neither the crawler publishes them nor the recorder finds an element by them. Pure, and free of zod: page code.

/** Nobody writes a longer id or class by hand. */
const longest = 80;

/** Ids that a library counts up or draws at random. */
const madeIds: readonly RegExp[] = [
  /^[:«»_].*[:«»_]$/, // React useId: `:r1:`, `«r1»`, `_r_1_`
  /:[rR][0-9a-z]*:|«[rR][0-9a-z]*»|_[rR]_[0-9a-z]+_/, // the same inside: `radix-:r1:`, `headlessui-menu-:r2:`
  /^(ember|ext-gen|ext-comp-|yui_|gwt-uid-|x-auto-|dijit_|isc_|vaadin-|(cdk|mat)-[a-z-]+-)\d+/i,
  /^(mui|mantine|chakra|rc|rc_[a-z]+|el-id|v|input-v|q|f|p|pr_id|pn_id|uid|id|field|ui-id|react-select)[-_]\d+/i,
  /^(headlessui|radix|reach|downshift|floating-ui|react-aria|zag|ark|reka|bits|melt|lexical)[-_:]/i,
  /^(react-aria|react-tabs|react-spectrum|formkit|select2|dt|cke|mce|tinymce|DataTables_Table)[-_]?[\d:«]/i,
  /^svelte-[a-z0-9]+$/i,
];

/** Classes that a build or a style library makes. */
const madeClasses: readonly RegExp[] = [
  /^css-[a-z0-9]{4,}(-|$)/i, // Emotion
  /^(sc|jsx|emotion|svelte|astro|styled|glamor|tss|linaria|vue)-[a-z0-9]*\d[a-z0-9]*$/i,
  /^sc-[a-z]{4,}$/i, // styled-components
  /^(jss|makeStyles|Mui[A-Za-z]+)-?[A-Za-z]*-?\d+$/, // JSS counters
  /^_[A-Za-z][\w-]*_[a-z0-9]{5,6}_\d+$/, // CSS modules of Vite: `_root_1abc2_7`
  /^(ng-(tns|star|untouched|pristine|valid|invalid|dirty|touched)|_ng(content|host))[-a-z0-9]*/,
  /^(data-)?v-[0-9a-f]{6,8}$/,
  /^(r|x)[-_]?[0-9a-z]*\d[0-9a-z]{4,}$/i, // React Native for the web, StyleX: `r-1oszu61`, `x1n2onr6`
];

/** CSS modules: `Button_root__x7Yz1`. The element of a BEM block (`card__title`) has the same form without a hash. */
const cssModule = /^_?[A-Za-z][\w-]*__([A-Za-z0-9+/_-]{5,8})$/;

/** What tells a utility class of Tailwind and its like from a class that names a thing. */
const utilities: readonly RegExp[] = [
  /[[\]/:!%#()@&]/, // `w-[32px]`, `md:flex`, `w-1/2`
  /^-?(m|p)[trblxyse]?-(\d|auto|px)/,
  /^-?(w|h|size|gap|top|left|right|bottom|inset|space|z|order|leading|tracking|basis|grow|shrink)(-[xy])?-(\d|auto|full|px|screen|min|max|fit|none|first|last)/,
  /^(min|max)-(w|h)-/,
  /^(text|bg|border|ring|fill|stroke|from|via|to|divide|outline|shadow|accent|caret|decoration|placeholder)-[a-z]+-\d{2,3}$/,
  /^(text|font|rounded|shadow|opacity|duration|ease|scale|rotate|delay|blur|border|ring)-(\d+|xs|sm|md|base|lg|xl|\dxl|full|none|bold|semibold|medium|normal|light|thin)$/,
  /^(flex|inline|block|hidden|grid|table|contents|static|fixed|absolute|relative|sticky|truncate|underline|uppercase|lowercase|capitalize|italic|antialiased|visible|invisible|isolate|border|rounded|shadow|transition|container|group|peer)$/,
  /^(items|justify|content|self|place|flex|grid|col|row|overflow|cursor|select|pointer-events|whitespace|break|object|align|list|float|clear|sr|not-sr|animate|transition|origin|inline|table|line|d|fs|fw|g|offset)-(start|end|center|between|around|evenly|stretch|baseline|auto|none|hidden|visible|scroll|wrap|nowrap|row|col|cols|span|pointer|default|text|all|words|cover|contain|middle|left|right|top|bottom|only|flex|block|grid|colors|clamp|reverse|\d+|inside|disc|spin|pulse|bounce|opacity|transform|shadow|both|fill|inline)(-|$)/,
];

/** Random hex, base 36 or base 62: letters and digits mixed as no word mixes them. */
function isRandom(part: string): boolean {
  if (/^[0-9a-f]{6,}$/i.test(part) && /\d/.test(part) && !/^[a-z]+\d{1,2}$/i.test(part)) return true;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(part)) return true;
  const changes = part.match(/\d(?=[a-z])|[a-z](?=\d)/gi)?.length ?? 0;
  return part.length >= 5 && changes >= 3;
}

const hasRandomPart = (value: string): boolean => value.split(/[-_.:]+/).some(isRandom);

const isCssModule = (value: string): boolean => {
  const hash = cssModule.exec(value)?.[1];
  return hash !== undefined && (/\d/.test(hash) || /[a-z][A-Z]|^[A-Z]{2}/.test(hash));
};

/** An id, name or test id that the next load may not have. */
export function isFrameworkMadeId(value: string): boolean {
  if (value.length > longest || /\s/.test(value)) return true;
  if (/\d{4,}/.test(value) || /^\d/.test(value)) return true;
  return madeIds.some((made) => made.test(value)) || hasRandomPart(value);
}

/** A class that a build made, or that says how a thing looks and not what it is. */
export function isFrameworkMadeClass(value: string): boolean {
  if (value.length > longest || value.length < 2 || /\d{4,}/.test(value)) return true;
  if (isCssModule(value) || hasRandomPart(value)) return true;
  return [...madeClasses, ...utilities].some((pattern) => pattern.test(value));
}

/** One door for both: `name` is the attribute's. */
export const isFrameworkMade = (name: string, value: string): boolean =>
  name === "class" ? isFrameworkMadeClass(value) : isFrameworkMadeId(value);
