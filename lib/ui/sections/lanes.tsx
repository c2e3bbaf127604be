import { t } from "../../platform/words.ts";
import { reviewWords } from "../build-words.ts";
import { Icon } from "../icons.tsx";
import { HerePicture, LeavesPicture, NeverPicture } from "./lane-pictures.tsx";

/** The three lanes: never recorded, stays here, leaves. Colour, line, icon and words say the same. */
export const Lanes = () => (
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
        {t("lane.here")}
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
        {t("lane.leaves", reviewWords)}
      </h2>
      <LeavesPicture />
      <ul>
        <li>{t("lane.leavesOrder")}</li>
        <li>{t("lane.leavesLength")}</li>
        <li>{t("lane.leavesOutline")}</li>
        <li>{t("lane.leavesBytes")}</li>
      </ul>
    </section>
  </div>
);
