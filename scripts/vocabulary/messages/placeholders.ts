// Whether a message is shown as it is written. What is filled in at run time is data: such a message is no term.

const filledIn: readonly RegExp[] = [
  /\{[^}]*\}/, // {0}, {name}, {{x}}, ICU plurals, ${x}, #{x}
  /__\w+__/, // i18next as Node-RED sets it
  /(?<!\d)%(\d+\$)?[-+0#]*\d*(\.\d+)?[sdifgxXc@]|%\(\w+\)[sd]|%%/, // printf, Python, Qt
  /\$:\/|\[\[|\$t\(|\$[a-zA-Z_]\w*\$?/, // another message, a variable
  /<%|\[%|<<|>>/, // templates
  /@:\w/, // a linked message of vue-i18n
  /(^|\s):[a-z_]\w*\b/, // Laravel, Rails
];

export const hasPlaceholder = (message: string): boolean => filledIn.some((pattern) => pattern.test(message));

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  hellip: "…",
  mdash: "—",
  ndash: "–",
};

/** What a person reads of a message: its tags and entities as a browser shows them, on one line. */
export function shownText(message: string): string {
  return message
    .replace(/<br\s*\/?>|<\/?(p|div|li|ul|ol|h[1-6])\b[^>]*>/gi, " ")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
      if (!name.startsWith("#")) return entities[name.toLowerCase()] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return Number.isInteger(code) && code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    })
    .trim()
    .replace(/\s+/g, " ")
    .normalize("NFC");
}
