import type { Policy } from "../../../schemas/policy.ts";
import { counted, t } from "../../platform/words.ts";
import { narrow, widest } from "../../policy/narrow.ts";
import { reviewWords } from "../build-words.ts";
import { Icon } from "../icons.tsx";
import { longSpanWords } from "../time-words.ts";
import { HerePicture, LeavesPicture, NeverPicture } from "./lane-pictures.tsx";

interface LanesProps {
  /** Its time limits and amounts are those that are said. */
  policy: Policy | null;
  /** How long a shipment waits, in milliseconds; undefined while it is looked up. */
  review: number | undefined;
}

/** The three lanes: never recorded, stays here, leaves. Colour, line, icon and words say the same. */
export function Lanes({ policy, review }: LanesProps) {
  const settings = { ...widest, tools: [], kinds: [], reviewHours: null };
  const { retentionDays, budgets } = narrow(settings, policy);
  return (
    <div class="lanes">
      <section class="lane" aria-labelledby="lane-never">
        <h2 class="cap" id="lane-never">
          <Icon name="never" />
          {t("lane.never")}
        </h2>
        <NeverPicture />
        <ul>
          <li>{t("lane.neverText")}</li>
          <li>{t("lane.neverSecret")}</li>
          <li>{t("lane.neverElsewhere")}</li>
        </ul>
      </section>
      <section class="lane here" aria-labelledby="lane-here">
        <h2 class="cap" id="lane-here">
          <Icon name="here" />
          {counted("lane.here", retentionDays)}
        </h2>
        <HerePicture />
        <ul>
          <li>{t("lane.hereSteps")}</li>
          <li>{t("lane.hereRhythm")}</li>
          <li>{t("lane.hereYou")}</li>
        </ul>
      </section>
      <section class="lane leaves" aria-labelledby="lane-leaves">
        <h2 class="cap" id="lane-leaves">
          <Icon name="leaves" />
          {t("lane.leaves", review === undefined ? reviewWords() : longSpanWords(review))}
        </h2>
        <LeavesPicture />
        <ul>
          <li>{t("lane.leavesOrder")}</li>
          <li>{t("lane.leavesLength")}</li>
          <li>{t("lane.leavesOutline")}</li>
          <li>{t("lane.leavesTask")}</li>
          {budgets.reports > 0 && <li>{t("lane.leavesReports", budgets.reports)}</li>}
          <li>{t("lane.leavesBytes")}</li>
        </ul>
      </section>
    </div>
  );
}
