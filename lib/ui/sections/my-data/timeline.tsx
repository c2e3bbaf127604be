// The last days as a picture: a column a day, its parts by tool or kind. A day that is chosen filters the list.
import { useMemo, useState } from "preact/hooks";
import type { KindName } from "../../../../schemas/step.ts";
import { dayOf } from "../../../platform/clock.ts";
import { counted, numberWords, t } from "../../../platform/words.ts";
import type { Total } from "../../../store/database.ts";
import { memo } from "../../memo.ts";
import { aliasOf } from "../../named-tools.ts";
import type { SectionProps } from "../../options.tsx";
import { listWords } from "../../time-words.ts";
import { type Day, dayPicture, lastDays } from "./day-picture.ts";
import { dayFigure, daysWords, weekdayWords } from "./day-words.ts";
import { TimelineNumbers } from "./timeline-numbers.tsx";

const spans = [14, 30] as const;

interface TimelineProps extends SectionProps {
  totals: readonly Total[];
  day: string | null;
  onChoose: (day: string | null) => void;
}

export const Timeline = memo(function Timeline({ totals, facts, day, onChoose }: TimelineProps) {
  const [span, setSpan] = useState<(typeof spans)[number]>(14);
  const [by, setBy] = useState<"tool" | "kind">("tool");
  const today = dayOf(facts.now);
  const days = useMemo(() => lastDays(span, facts.now, dayOf), [span, today]);
  const picture = useMemo(() => dayPicture(totals, days, by), [totals, days, by]);
  const nameOf = (key: string | null): string => {
    if (key === null) return t(by === "tool" ? "timeline.otherTools" : "timeline.otherKinds");
    return by === "tool" ? aliasOf(facts.tools, key) : t(`kind.${key as KindName}.title`);
  };
  const worked = picture.days.filter(({ count }) => count > 0);
  const fullest = picture.days.find(({ count }) => count === picture.most);
  const sentence =
    picture.count === 0 || !fullest
      ? t("timeline.none")
      : counted("timeline.sentence", worked.length, picture.count, weekdayWords(fullest.day), fullest.count);
  return (
    <section class="card stack timeline" aria-labelledby="timeline">
      <header>
        <h2 id="timeline">{counted("timeline.title", span)}</h2>
        <div class="row">
          <Choice
            label={t("timeline.span")}
            value={span}
            onChoose={setSpan}
            of={spans.map((each) => [each, counted("timeline.days", each)])}
          />
          <Choice
            label={t("timeline.by")}
            value={by}
            onChoose={setBy}
            of={[
              ["tool", t("timeline.byTool")],
              ["kind", t("timeline.byKind")],
            ]}
          />
        </div>
      </header>
      <p id="timeline-said">{sentence}</p>
      <fieldset class={`days d${span}`} aria-describedby="timeline-said">
        <legend class="sr">{t("timeline.choose", daysWords(days[0]!, days.at(-1)!))}</legend>
        <label class="all">
          <input type="radio" name="day" checked={day === null} onChange={() => onChoose(null)} />
          {t("timeline.every")}
        </label>
        {picture.days.map((each) => (
          <Column
            key={each.day}
            day={each}
            most={picture.most}
            chosen={each.day === day}
            today={each.day === today}
            parts={listWords(each.parts.map(({ key, count }) => t("timeline.part", nameOf(key), count)))}
            onChoose={onChoose}
          />
        ))}
      </fieldset>
      <ul class="legend">
        {picture.parts.map(({ key, count }, at) => (
          <li key={key}>
            <i class={`look-${at}`} aria-hidden="true" />
            <span>{nameOf(key)}</span> <b>{numberWords(count)}</b>
          </li>
        ))}
      </ul>
      <TimelineNumbers picture={picture} nameOf={nameOf} />
    </section>
  );
});

interface ColumnProps {
  day: Day;
  most: number;
  chosen: boolean;
  today: boolean;
  parts: string;
  onChoose: (day: string) => void;
}

function Column({ day: { day, count, parts: inDay }, most, chosen, today, parts, onChoose }: ColumnProps) {
  const said = counted("timeline.ofDay", count, weekdayWords(day));
  return (
    <label
      class={`day${chosen ? " chosen" : ""}${today ? " today" : ""}`}
      title={parts ? `${said}\n${parts}` : said}
    >
      <input
        type="radio"
        name="day"
        checked={chosen}
        aria-label={parts ? t("timeline.withParts", said, parts) : said}
        onChange={() => onChoose(day)}
      />
      <span class="bar" aria-hidden="true">
        {inDay.map((part) => (
          <i
            key={part.look}
            class={`look-${part.look}`}
            style={{ height: `${(part.count / most) * 100}%` }}
          />
        ))}
      </span>
      <span class="figure" aria-hidden="true">
        {dayFigure(day)}
      </span>
    </label>
  );
}

interface ChoiceProps<T> {
  label: string;
  value: T;
  of: readonly (readonly [T, string])[];
  onChoose: (value: T) => void;
}

/** A few buttons of which one holds. */
const Choice = <T extends string | number>({ label, value, of, onChoose }: ChoiceProps<T>) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset does not become a row of one height in every browser.
  <div class="seg" role="group" aria-label={label}>
    {of.map(([each, words]) => (
      <button
        key={each}
        type="button"
        class="btn small"
        aria-pressed={each === value}
        onClick={() => onChoose(each)}
      >
        {words}
      </button>
    ))}
  </div>
);
