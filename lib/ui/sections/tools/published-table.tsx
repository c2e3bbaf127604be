import { useMemo, useState } from "preact/hooks";
import type { Vocabulary } from "../../../../schemas/vocabulary.ts";
import { counted, language, numberWords, t } from "../../../platform/words.ts";
import {
  type PublishedGroup,
  type PublishedRow,
  publishedGroups,
  publishedRows,
  searched,
} from "./published-rows.ts";

const pageSize = 50;
const isGroup = (value: string): value is PublishedGroup =>
  (publishedGroups as readonly string[]).includes(value);

/** Search, group, and fifty rows at a time. */
export function PublishedTable({ vocabulary }: { vocabulary: Vocabulary }) {
  const rows = useMemo(() => publishedRows(vocabulary, [language(), ...navigator.languages]), [vocabulary]);
  const [text, setText] = useState("");
  const [group, setGroup] = useState<PublishedGroup | undefined>(undefined);
  const [first, setFirst] = useState(0);
  const found = useMemo(() => searched(rows, { text, group }), [rows, text, group]);
  const shown = found.slice(first, first + pageSize);
  const many = (one: PublishedGroup) => rows.filter((row) => row.group === one).length;
  return (
    <>
      <div class="published-search">
        <label class="field">
          {t("published.search")}
          <input
            type="text"
            value={text}
            spellcheck={false}
            autoComplete="off"
            onInput={({ currentTarget }) => {
              setFirst(0);
              setText(currentTarget.value);
            }}
          />
        </label>
        <label class="field">
          {t("published.group")}
          <select
            value={group ?? ""}
            onChange={({ currentTarget }) => {
              setFirst(0);
              setGroup(isGroup(currentTarget.value) ? currentTarget.value : undefined);
            }}
          >
            <option value="">{t("published.all", rows.length)}</option>
            {publishedGroups.map((one) => (
              <option key={one} value={one}>
                {t("published.groupCount", t(`published.${one}`), many(one))}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="small quiet" role="status">
        {found.length === 0
          ? t("published.nothing")
          : counted("published.shown", found.length, first + 1, first + shown.length)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="published-rows" aria-label={t("published.rows")} tabIndex={0}>
        <table>
          <tbody>
            {shown.map((row, at) => (
              <Row key={first + at} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      <div class="row">
        <button
          type="button"
          class="btn small"
          disabled={first === 0}
          onClick={() => setFirst(first - pageSize)}
        >
          {t("published.before", numberWords(pageSize))}
        </button>
        <button
          type="button"
          class="btn small"
          disabled={first + pageSize >= found.length}
          onClick={() => setFirst(first + pageSize)}
        >
          {t("published.after", numberWords(pageSize))}
        </button>
      </div>
    </>
  );
}

const Row = ({ row: { group, text, lang, says } }: { row: PublishedRow }) => (
  <tr>
    <th scope="row">{t(`published.one.${group}`)}</th>
    <td>
      {group === "terms" || group === "tasks" ? <span lang={lang}>{text}</span> : <code>{text}</code>}
      {says && <span class="quiet small">{t("published.called", says)}</span>}
    </td>
  </tr>
);
