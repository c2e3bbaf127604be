// Calendar days in words, as the browser's language writes them.
import { language } from "../../../platform/words.ts";
import { noonOf } from "./day-picture.ts";

function once(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  let made: Intl.DateTimeFormat | undefined;
  return () => {
    made ??= new Intl.DateTimeFormat(language(), options);
    return made;
  };
}

const whole = once({ weekday: "long", day: "numeric", month: "long" });
const figure = once({ day: "numeric" });
const searched = once({ weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** "Friday, November 20" */
export const weekdayWords = (day: string): string => whole().format(noonOf(day));

/** "20" */
export const dayFigure = (day: string): string => figure().format(noonOf(day));

/** "November 7 to 20", as the language writes a stretch of days. */
export const daysWords = (from: string, to: string): string => {
  const options = { day: "numeric", month: "long" } as const;
  return new Intl.DateTimeFormat(language(), options).formatRange(noonOf(from), noonOf(to));
};

/** All a search may ask a day by. */
export const searchedDay = (at: number): string => searched().format(at);
