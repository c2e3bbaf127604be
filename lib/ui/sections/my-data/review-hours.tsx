// How long shipments wait: the person may lengthen it, also for what waits already.
import { ask } from "../../../messaging/ask.ts";
import { t } from "../../../platform/words.ts";
import { longSpanWords } from "../../time-words.ts";
import { Said, useAct } from "../../use-act.tsx";

const hour = 3_600_000;
/** A week is the most that can be asked for. */
const choices = [24, 48, 72, 120, 168];

export function ReviewHours({ hours }: { hours: number }) {
  const acting = useAct();
  const offered = [...new Set([hours, ...choices.filter((each) => each > hours)])];
  const choose = (asked: number) =>
    acting.run(async () => {
      const reply = await ask("review.hours", { hours: asked });
      return t("review.now", longSpanWords(reply.hours * hour));
    });
  return (
    <div class="stack tight">
      <label class="field review">
        {t("review.keep")}
        <select value={hours} onChange={({ currentTarget }) => choose(Number(currentTarget.value))}>
          {offered.map((each) => (
            <option key={each} value={each}>
              {longSpanWords(each * hour)}
            </option>
          ))}
        </select>
      </label>
      <Said acting={acting} />
    </div>
  );
}
