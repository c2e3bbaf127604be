// One row for what left by its queue, and one for what is known by its erase key alone.
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Left } from "../../personal-data/what-left.ts";
import { numberWords, t } from "../../platform/words.ts";
import { erasableUntil, mondayOf } from "../../store/erasable-until.ts";
import { sizeWords } from "../measure-words.ts";
import { aliasOf } from "../named-tools.ts";
import type { SectionProps } from "../options.tsx";
import { readShipment } from "../shipment-text.ts";
import { dayWords, heading, listWords, momentWords } from "../time-words.ts";
import { ErasureState } from "./erasure-state.tsx";
import { ExactBytes } from "./exact-bytes.tsx";

interface ShippedTableProps extends SectionProps {
  left: readonly Left[];
  /** Those of the erasable ones that are chosen. */
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
  /** A button that asks once, then erases. */
  confirm: (opens: string, shipments: readonly string[]) => ComponentChildren;
}

/** So many are shown, and so many more each time. */
const page = 50;

export function ShippedTable({ left, facts, chosen, onChoose, confirm }: ShippedTableProps) {
  const [most, setMost] = useState(page);
  const shown = left.slice(0, most);
  const erasable = left.filter((one) => one.erasable).map(({ id }) => id);
  const choose = (id: string, on: boolean) =>
    onChoose(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <>
      <table class="fold left">
        <thead>
          <tr>
            <th class="pick">
              <label class="hit">
                <input
                  type="checkbox"
                  checked={erasable.length > 0 && chosen.length === erasable.length}
                  indeterminate={chosen.length > 0 && chosen.length < erasable.length}
                  disabled={erasable.length === 0}
                  onChange={({ currentTarget }) => onChoose(currentTarget.checked ? erasable : [])}
                />
                <span class="sr">{t("shipped.chooseAll")}</span>
              </label>
            </th>
            <th class="when">{t("shipped.when")}</th>
            <th>{t("shipped.tools")}</th>
            <th class="n">{t("shipped.steps")}</th>
            <th class="n">{t("shipped.size")}</th>
            <th class="until">{t("shipped.until")}</th>
            <th class="state">{t("shipped.state")}</th>
            <th>
              <span class="sr">{t("shipped.eraseOne")}</span>
            </th>
          </tr>
        </thead>
        {shown.map((one) => (
          <Row
            key={one.id}
            one={one}
            facts={facts}
            on={chosen.includes(one.id)}
            onChoose={(on) => choose(one.id, on)}
            confirm={confirm}
          />
        ))}
      </table>
      {left.length > most && (
        <p class="more">
          <button type="button" class="btn small" onClick={() => setMost(most + page)}>
            {t("shipped.more")}
          </button>
        </p>
      )}
    </>
  );
}

interface RowProps extends SectionProps, Pick<ShippedTableProps, "confirm"> {
  one: Left;
  on: boolean;
  onChoose: (on: boolean) => void;
}

function Row({ one, facts, on, onChoose, confirm }: RowProps) {
  const { queued, week } = one;
  const steps = useMemo(() => queued && readShipment(queued)?.steps.length, [queued?.bytes]);
  const when =
    queued === undefined
      ? t("shipped.inWeek", dayWords(mondayOf(week), facts.now))
      : queued.shippedAt === undefined
        ? t("shipped.notAccepted")
        : heading(momentWords(queued.shippedAt, facts.now));
  const tools = queued ? listWords(queued.tools.map((tool) => aliasOf(facts.tools, tool))) : undefined;
  return (
    <tbody data-testid="shipment">
      <tr>
        <td class="pick">
          <label class="hit">
            <input
              type="checkbox"
              aria-label={t("shipped.choose", tools ? t("moment", when, tools) : when)}
              checked={on}
              disabled={!one.erasable}
              onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
            />
          </label>
        </td>
        <td data-l={t("shipped.when")}>{when}</td>
        <td data-l={t("shipped.tools")}>{tools ?? <span class="quiet">{t("shipped.keyOnly")}</span>}</td>
        <td class="n" data-l={t("shipped.steps")}>
          {steps === undefined ? "" : numberWords(steps)}
        </td>
        <td class="n" data-l={t("shipped.size")}>
          {queued && sizeWords(queued.bytes.length)}
        </td>
        <td class="until" data-l={t("shipped.until")}>
          {queued?.state === "rejected" ? "" : dayWords(erasableUntil(week), facts.now)}
        </td>
        <td data-l={t("shipped.state")}>
          <ErasureState one={one} now={facts.now} />
        </td>
        <td class="act">{one.erasable && confirm(t("shipped.eraseThis"), [one.id])}</td>
      </tr>
      {queued && (
        <tr class="exact">
          <td />
          <td colSpan={7}>
            <ExactBytes queued={queued} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
