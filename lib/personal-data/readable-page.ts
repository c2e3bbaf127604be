// README.html of the export: readable without the extension, every value escaped.
import type { IDBPDatabase } from "idb";
import type { Receipt } from "../../schemas/consent.ts";
import type { Tool } from "../../schemas/tool.ts";
import type { Total } from "../store/database.ts";

const escaped = (text: unknown): string =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const table = (head: readonly string[], body: readonly (readonly unknown[])[]): string =>
  `<table><thead><tr>${head.map((cell) => `<th>${escaped(cell)}</th>`).join("")}</tr></thead><tbody>${body
    .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`)
    .join("")}</tbody></table>`;

const style =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}" +
  "table{border-collapse:collapse;margin:1rem 0}td,th{text-align:left;padding:.25rem .75rem;border-bottom:1px solid #8888}";

const files: readonly (readonly [string, string])[] = [
  ["trajectories.jsonl", "Your steps with their times, one trajectory a line"],
  ["outlines.jsonl", "The bare structure of pages that your steps name: roles and nesting, no text"],
  ["shipments.jsonl", "What left or waits to leave, word for word, and where it stands"],
  ["consent.jsonl", "Your answers, one receipt a line"],
  ["tools.jsonl", "The tools you listed"],
  ["erase-keys.json", "The keys that erase what was shipped. Keep them private"],
  ["dropped.json", "What could not be kept, and why"],
  ["schema.json", "The form of every file, as JSON Schema"],
  ["SHA256SUMS", "Check sums: sha256sum -c SHA256SUMS"],
];

/** The page as text, in one part. */
export async function* readablePage(stored: IDBPDatabase): AsyncIterable<string> {
  const receipts = (await stored.getAll("receipts")) as Receipt[];
  const tools = (await stored.getAll("tools")) as Tool[];
  const totals = (await stored.getAll("totals")) as Total[];
  const alias = (id: string) => tools.find((tool) => tool.id === id)?.alias ?? id;
  const when = (at: number) => new Date(at).toISOString();
  const steps = totals.reduce((sum, { count }) => sum + count, 0);
  yield `<!doctype html><html lang="en"><meta charset="utf-8"><title>My Tooltrail data</title><style>${style}</style>
<h1>My Tooltrail data</h1>
<p>${steps} steps were stored in this browser when this file was made. It holds no text you typed, pasted or read.</p>
<h2>Files</h2>${table(["File", "What it holds"], files)}
<h2>Steps by day</h2>${table(
    ["Day", "Tool", "Kind", "Steps"],
    totals.map(({ day, tool, kind, count }) => [day, alias(tool), kind, count]),
  )}
<h2>Answers</h2>${table(
    ["When", "Answer", "Notice", "Kinds", "Tools"],
    receipts.map((r) => [when(r.at), r.answer, r.notice, r.kinds.join(", "), r.tools.map(alias).join(", ")]),
  )}
<h2>Tools</h2>${table(
    ["Name", "Address", "Owner", "Reason", "Since"],
    tools.map((t) => [t.alias, t.pattern, t.owner, t.reason, when(t.addedAt)]),
  )}
</html>
`;
}
