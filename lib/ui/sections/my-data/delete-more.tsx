// Deleting by time, by tool, and all: asked once with the count of what is lost, and undone for ten seconds.
import { useState } from "preact/hooks";
import { dayOf } from "../../../platform/clock.ts";
import { counted, t } from "../../../platform/words.ts";
import type { Total } from "../../../store/database.ts";
import { Confirm } from "../../confirm.tsx";
import type { SectionProps } from "../../options.tsx";
import { daysWords } from "./day-words.ts";
import type { Deleting } from "./use-deleting.tsx";

interface DeleteMoreProps extends SectionProps {
  totals: readonly Total[];
  /** The day that is chosen above. */
  day: string | null;
  deleting: Deleting;
}

const sum = (totals: readonly Total[]): number => totals.reduce((all, { count }) => all + count, 0);

export function DeleteMore({ totals, facts, day, deleting }: DeleteMoreProps) {
  const counts = new Map([...Map.groupBy(totals, ({ tool }) => tool)].map(([tool, of]) => [tool, sum(of)]));
  const gone = [...counts.keys()].filter((id) => !facts.tools.some((tool) => tool.id === id));
  const tools = [
    ...facts.tools.filter(({ id }) => counts.has(id)),
    ...gone.map((id) => ({ id, alias: t("tools.gone"), removedAt: undefined })),
  ];
  return (
    <section class="card stack" aria-labelledby="delete-more">
      <h2 id="delete-more">{t("data.deleteMore")}</h2>
      <Period totals={totals} now={facts.now} day={day} deleting={deleting} />
      <h3>{t("data.ofTool")}</h3>
      <ul class="stack tight">
        {tools.map(({ id, alias, removedAt }) => (
          <li key={id} class="section-head">
            <span class="grow">
              {alias} <span class="small quiet">{counted("data.ofToolCount", counts.get(id) ?? 0)}</span>{" "}
              {removedAt !== undefined && <span class="small quiet">{t("data.unlisted")}</span>}
            </span>
            <Confirm
              small
              opens={t("data.forget", alias)}
              question={counted("data.forgetAsk", counts.get(id) ?? 0, alias)}
              does={t("action.erase")}
              onConfirm={() => deleting.remove({ by: "tool", tool: id })}
            >
              <p>{t("data.forgetLost")}</p>
            </Confirm>
          </li>
        ))}
      </ul>
      <div class="row">
        <Confirm
          opens={t("data.deleteAll")}
          question={counted("data.deleteAllAsk", sum(totals))}
          does={t("action.erase")}
          onConfirm={() => deleting.remove({ by: "all" })}
        >
          <p>{t("data.forgetLost")}</p>
        </Confirm>
      </div>
    </section>
  );
}

interface PeriodProps {
  totals: readonly Total[];
  now: number;
  day: string | null;
  deleting: Deleting;
}

function Period({ totals, now, day, deleting }: PeriodProps) {
  const today = dayOf(now);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const oldest = totals.map((total) => total.day).sort()[0] ?? today;
  const [begin, end] = [from ?? day ?? today, to ?? day ?? today];
  const ordered = begin <= end;
  const count = ordered ? sum(totals.filter((total) => total.day >= begin && total.day <= end)) : 0;
  return (
    <div class="stack tight">
      <h3>{t("data.period")}</h3>
      <div class="row period">
        <label class="field">
          {t("data.from")}
          <input
            type="date"
            value={begin}
            min={oldest}
            max={today}
            required
            onInput={({ currentTarget }) => setFrom(currentTarget.value || null)}
          />
        </label>
        <label class="field">
          {t("data.to")}
          <input
            type="date"
            value={end}
            min={oldest}
            max={today}
            required
            onInput={({ currentTarget }) => setTo(currentTarget.value || null)}
          />
        </label>
        {ordered && count > 0 && (
          <Confirm
            opens={t("data.deletePeriod")}
            question={counted("data.deletePeriodAsk", count, daysWords(begin, end))}
            does={t("action.erase")}
            onConfirm={() => deleting.remove({ by: "days", from: begin, to: end })}
          >
            <p>{t("data.forgetLost")}</p>
          </Confirm>
        )}
      </div>
      <p class="small quiet" role="status">
        {ordered ? counted("data.inPeriod", count, daysWords(begin, end)) : t("data.wrongOrder")}
      </p>
    </div>
  );
}
