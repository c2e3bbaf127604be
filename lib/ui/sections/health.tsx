// The week's health report: all that it says, as it leaves.
import { canonicalText } from "../../../schemas/canonical.ts";
import { t } from "../../platform/words.ts";
import { readSetting } from "../../store/database.ts";
import { database } from "../database.ts";
import type { SectionProps } from "../options.tsx";
import { stateWords } from "../single-answer-words.ts";
import { useLive } from "../use-live.ts";

const read = async () => ({ health: (await readSetting(database, "health"))?.health });

export function Health({ facts }: SectionProps) {
  const health = useLive(read, [])?.health;
  if (!health) return null;
  return (
    <section class="card stack" aria-labelledby="health-title">
      <h2 id="health-title">{t("health.title")}</h2>
      <p class="quiet">{t("legal.healthText")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <pre data-testid="health-report" tabIndex={0}>
        {canonicalText(health.report)}
      </pre>
      <p class="small">{stateWords(health, facts.now)}</p>
    </section>
  );
}
