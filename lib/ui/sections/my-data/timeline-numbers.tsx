// The picture's numbers as a table, for who would rather read.
import { useState } from "preact/hooks";
import { numberWords, t } from "../../../platform/words.ts";
import type { DayPicture } from "./day-picture.ts";
import { weekdayWords } from "./day-words.ts";

interface TimelineNumbersProps {
  picture: DayPicture;
  nameOf: (key: string | null) => string;
}

export function TimelineNumbers({ picture, nameOf }: TimelineNumbersProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("timeline.numbers")}</summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard.
        <section class="wide-table" tabIndex={0} aria-label={t("timeline.numbers")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("timeline.day")}</th>
                <th scope="col" class="n">
                  {t("timeline.sum")}
                </th>
                {picture.parts.map(({ key }) => (
                  <th key={key} scope="col" class="n">
                    {nameOf(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {picture.days.toReversed().map(({ day, count, parts }) => (
                <tr key={day}>
                  <th scope="row">{weekdayWords(day)}</th>
                  <td class="n">{numberWords(count)}</td>
                  {picture.parts.map(({ key }) => (
                    <td key={key} class="n">
                      {numberWords(parts.find((part) => part.key === key)?.count ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
