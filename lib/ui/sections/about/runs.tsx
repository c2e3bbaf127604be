import { t } from "../../../platform/words.ts";
import { policyOf } from "../../../policy/state.ts";
import { isLoopback } from "../../../shipping/loopback.ts";
import { buildWords } from "../../build-words.ts";
import type { Facts } from "../../recording-state.ts";
import { Fact } from "./fact.tsx";

/** Who runs it, and where it ships to. */
export function Runs({ facts }: { facts: Pick<Facts, "policy"> }) {
  const policy = policyOf(facts.policy);
  return (
    <section class="card stack" aria-labelledby="runs">
      <h2 id="runs">{t("runs.title")}</h2>
      {!policy?.company && <p class="quiet">{t("runs.nobody")}</p>}
      <dl class="facts">
        {policy?.company && <Fact name={t("runs.company")} value={policy.company} />}
        {policy?.contact && <Fact name={t("runs.contact")} value={policy.contact} />}
        <Fact name={t("about.collector")} value={__COLLECTOR__} />
        <Fact name={t("about.build")} value={__BUILD__} />
      </dl>
      <p class="small quiet">
        {buildWords()} {isLoopback(__COLLECTOR__) && t("about.localOnly")}
      </p>
    </section>
  );
}
