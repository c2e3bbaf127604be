// GNU gettext: `msgctxt`, `msgid`, `msgid_plural`, `msgstr`, `msgstr[n]`. The key is the context and the id.

interface Entry {
  context: string;
  id: string;
  texts: string[];
  fuzzy: boolean;
}

const unquote = (text: string): string => {
  const inner = /^\s*"(.*)"\s*$/.exec(text)?.[1] ?? "";
  return inner.replace(/\\(n|t|r|"|\\)/g, (_, escaped: string) =>
    escaped === "n" ? "\n" : escaped === "t" ? "\t" : escaped === "r" ? "\r" : escaped,
  );
};

/** Translations by context and id. The file's head (the empty id) and fuzzy guesses are left out. */
export function readPo(text: string): Map<string, string> {
  const messages = new Map<string, string>();
  for (const block of text.replace(/^\uFEFF/, "").split(/\r?\n[ \t]*\r?\n/)) {
    const entry = readEntry(block.split(/\r?\n/));
    if (entry.id === "" || entry.fuzzy) continue;
    const key = entry.context === "" ? entry.id : `${entry.context}\u0004${entry.id}`;
    entry.texts.forEach((translation, form) => {
      if (translation !== "") messages.set(form === 0 ? key : `${key}[${form}]`, translation);
    });
  }
  return messages;
}

function readEntry(lines: readonly string[]): Entry {
  const entry: Entry = { context: "", id: "", texts: [], fuzzy: false };
  let add: (text: string) => void = () => {};
  for (const line of lines) {
    if (/^#,.*\bfuzzy\b/.test(line)) entry.fuzzy = true;
    if (line.startsWith("#")) continue;
    const begin = /^(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s+(".*")\s*$/.exec(line.trim());
    if (begin) add = into(entry, begin[1]!, Number(begin[2] ?? 0));
    const quoted = begin?.[3] ?? line;
    if (/^\s*"/.test(quoted)) add(unquote(quoted));
  }
  return entry;
}

/** Where the lines that follow a keyword go. The plural's id is said again by the forms. */
function into(entry: Entry, keyword: string, form: number): (text: string) => void {
  if (keyword === "msgctxt")
    return (text) => {
      entry.context += text;
    };
  if (keyword === "msgid")
    return (text) => {
      entry.id += text;
    };
  if (keyword === "msgstr")
    return (text) => {
      entry.texts[form] = (entry.texts[form] ?? "") + text;
    };
  return () => {};
}
