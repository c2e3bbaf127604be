// README.html of the export: readable without the extension, every value escaped.
import type { IDBPDatabase } from "idb";
import type { Receipt } from "../../schemas/consent.ts";
import { type SwitchName, switchNames } from "../../schemas/step.ts";
import type { Tool } from "../../schemas/tool.ts";
import { counted, language, numberWords, t, type WordKey } from "../platform/words.ts";
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

const files = [
  ["trajectories.jsonl", "readable.trajectories"],
  ["outlines.jsonl", "readable.outlines"],
  ["shipments.jsonl", "readable.shipments"],
  ["step-reports.jsonl", "readable.stepReports"],
  ["consent.jsonl", "readable.consent"],
  ["tools.jsonl", "readable.toolsFile"],
  ["settings.json", "readable.settings"],
  ["erase-keys.json", "readable.keys"],
  ["dropped.json", "readable.dropped"],
  ["schema.json", "readable.schema"],
  ["SHA256SUMS", "readable.sums"],
] as const;

const heads = (...keys: WordKey[]): string[] => keys.map((key) => t(key as "name"));

/** The kind's title, with the word that the files call it by. */
const kindWords = (kind: SwitchName): string => t("readable.kindNamed", t(`kind.${kind}.title`), kind);

/** The page as text, in one part and in the language of the browser. */
export async function* readablePage(stored: IDBPDatabase): AsyncIterable<string> {
  const receipts = (await stored.getAll("receipts")) as Receipt[];
  const tools = (await stored.getAll("tools")) as Tool[];
  const totals = (await stored.getAll("totals")) as Total[];
  const alias = (id: string) => tools.find((tool) => tool.id === id)?.alias ?? id;
  const when = (at: number) => new Date(at).toLocaleString(language());
  const steps = totals.reduce((sum, { count }) => sum + count, 0);
  const title = escaped(t("readable.title"));
  const part = (key: WordKey, inside: string) => `<h2>${escaped(t(key as "name"))}</h2>${inside}\n`;
  yield `<!doctype html><html lang="${escaped(language())}"><meta charset="utf-8"><title>${title}</title><style>${style}</style>
<h1>${title}</h1>
<p>${escaped(counted("readable.lead", steps))}</p>
${part(
  "readable.files",
  table(
    heads("readable.file", "readable.holds"),
    files.map(([file, key]) => [file, t(key)]),
  ),
)}${part(
  "readable.byDay",
  table(
    heads("readable.day", "readable.tool", "readable.kind", "readable.steps"),
    totals.map(({ day, tool, kind, count }) => [day, alias(tool), kindWords(kind), numberWords(count)]),
  ),
)}${part(
  "readable.kinds",
  table(
    heads("readable.kind", "readable.what", "readable.why", "readable.leaves"),
    switchNames.map((kind) => [
      kindWords(kind),
      t(`kind.${kind}.what`),
      t(`kind.${kind}.why`),
      t(`kind.${kind}.leaves`),
    ]),
  ),
)}${part(
  "readable.answers",
  table(
    heads("readable.when", "readable.answer", "readable.notice", "readable.kinds", "readable.tools"),
    receipts.map((receipt) => [
      when(receipt.at),
      t(`answer.${receipt.answer}`),
      receipt.notice,
      receipt.kinds.map(kindWords).join(t("separator")),
      receipt.tools.map(alias).join(t("separator")),
    ]),
  ),
)}${part(
  "readable.tools",
  table(
    heads("tool.name", "tool.address", "tool.owner", "tool.reason", "readable.since"),
    tools.map((tool) => [tool.alias, tool.pattern, tool.owner, tool.reason, when(tool.addedAt)]),
  ),
)}</html>
`;
}
