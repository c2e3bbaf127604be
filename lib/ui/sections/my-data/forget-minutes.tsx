import { counted, t } from "../../../platform/words.ts";
import type { Deleting } from "./use-deleting.tsx";

const choices = [5, 15, 60];

/** Forgets what was just done. */
export const ForgetMinutes = ({ deleting }: { deleting: Deleting }) => (
  <div class="row forget">
    <span class="small quiet" aria-hidden="true">
      {t("data.forgetLast")}
    </span>
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not become a row of one height in every browser. */}
    <div class="seg" role="group" aria-label={t("data.forgetLast")}>
      {choices.map((minutes) => (
        <button
          key={minutes}
          type="button"
          class="btn small"
          aria-label={counted("data.forgetMinutes", minutes)}
          onClick={() => deleting.remove({ by: "minutes", minutes })}
        >
          {counted("data.minutes", minutes)}
        </button>
      ))}
    </div>
  </div>
);
