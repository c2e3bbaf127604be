// Java .properties: `key = value`, `:` and blank as separators, `\` at the end of a line, `\uXXXX`.

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", f: "\f" };

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, char: string) =>
    code === undefined ? (escapes[char] ?? char) : String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Lines with their continuations; an even number of backslashes at the end continues nothing. */
function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let begun = "";
  for (const raw of text.replace(/^\uFEFF/, "").split(/\r?\n|\r/)) {
    const line = begun + raw.trimStart();
    if (begun === "" && (line === "" || /^[#!]/.test(line))) continue;
    const open = (/\\+$/.exec(line)?.[0].length ?? 0) % 2 === 1;
    begun = open ? line.slice(0, -1) : "";
    if (!open) lines.push(line);
  }
  if (begun !== "") lines.push(begun);
  return lines;
}

/** The values by their keys; of a key that is there twice the last, as Java does. */
export function readProperties(text: string): Map<string, string> {
  const messages = new Map<string, string>();
  for (const line of logicalLines(text)) {
    const parts = /^((?:\\.|[^\\\s:=])+)\s*[=:]?\s*(.*)$/s.exec(line);
    // MessageFormat, which most users of these files go through, doubles an apostrophe.
    if (parts) messages.set(unescaped(parts[1]!), unescaped(parts[2]!).replaceAll("''", "'"));
  }
  return messages;
}
