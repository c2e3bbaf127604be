// Who opened what was collected: the collector's ledger as this browser last read it, and whether it holds together.
import { useState } from "preact/hooks";
import { ask } from "../../messaging/ask.ts";
import { counted, numberWords, t } from "../../platform/words.ts";
import { readSetting, type Setting } from "../../store/database.ts";
import { database } from "../database.ts";
import type { SectionProps } from "../options.tsx";
import { dayWords, heading, momentWords } from "../time-words.ts";
import { Said, useAct } from "../use-act.tsx";
import { useLive } from "../use-live.ts";

type Kept = Extract<Setting, { key: "ledger" }>;

const read = async () => (await readSetting(database, "ledger")) ?? null;
/** So many are shown, and so many more each time. */
const page = 20;
/** Noon of the entry's day in UTC, which is the same day nearly everywhere. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

export function Ledger({ facts }: SectionProps) {
  const kept = useLive(read, []);
  const acting = useAct();
  const look = () =>
    acting.run(async () => ((await ask("ledger.read", {})).ok ? undefined : t("ledger.noAnswer")));
  return (
    <section class="card stack" aria-labelledby="ledger-title" data-testid="ledger">
      <h2 id="ledger-title">{t("ledger.title")}</h2>
      <p>{t("ledger.lead")}</p>
      {kept && <Verdict kept={kept} now={facts.now} />}
      {kept && kept.entries.length > 0 && <Entries kept={kept} now={facts.now} />}
      <div class="row">
        <button type="button" class="btn" disabled={acting.busy} onClick={look}>
          {t("ledger.read")}
        </button>
        <span class="small quiet">{t("ledger.asks")}</span>
      </div>
      <Said acting={acting} />
    </section>
  );
}

function Verdict({ kept, now }: { kept: Kept; now: number }) {
  const { broken, entries, readAt } = kept;
  const when = momentWords(readAt, now);
  if (broken !== null) return <p class="note pause">{t("ledger.broken", numberWords(broken), when)}</p>;
  if (entries.length === 0) return <p class="quiet">{t("ledger.empty")}</p>;
  return <p class="small quiet">{counted("ledger.whole", entries.length, when)}</p>;
}

function Entries({ kept, now }: { kept: Kept; now: number }) {
  const [most, setMost] = useState(page);
  const newest = kept.entries.toReversed();
  return (
    <>
      <table class="fold">
        <thead>
          <tr>
            <th>{t("ledger.day")}</th>
            <th>{t("ledger.act")}</th>
            <th>{t("ledger.who")}</th>
            <th>{t("ledger.why")}</th>
            <th class="n">{t("ledger.many")}</th>
          </tr>
        </thead>
        <tbody>
          {newest.slice(0, most).map(({ number, day, what, who, why, many }) => (
            <tr key={number} data-testid="ledger-entry">
              <td data-l={t("ledger.day")}>{heading(dayWords(noonOf(day), now))}</td>
              <td data-l={t("ledger.act")}>{t(`ledger.what.${what}`)}</td>
              <td data-l={t("ledger.who")}>{who}</td>
              <td data-l={t("ledger.why")}>{why}</td>
              <td class="n" data-l={t("ledger.many")}>
                {many === null ? t("ledger.few") : numberWords(many)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {newest.length > most && (
        <p class="more">
          <button type="button" class="btn small" onClick={() => setMost(most + page)}>
            {t("ledger.more")}
          </button>
        </p>
      )}
    </>
  );
}
