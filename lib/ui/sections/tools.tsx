// The allow-list: where recording may happen, and nowhere else.
import { keyed, t } from "../../platform/words.ts";
import { heldBack, policyOf } from "../../policy/state.ts";
import { readVisibleTotals } from "../../store/visible.ts";
import { database } from "../database.ts";
import { Mark } from "../icons.tsx";
import type { SectionProps } from "../options.tsx";
import { Said, useAct } from "../use-act.tsx";
import { useLive } from "../use-live.ts";
import { AddTool } from "./tools/add-tool.tsx";
import { Offered } from "./tools/offered.tsx";
import { Removed } from "./tools/removed.tsx";
import { ToolCard } from "./tools/tool-card.tsx";
import { useGranted } from "./tools/use-granted.ts";

async function countByTool(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { tool, count } of await readVisibleTotals(database))
    counts.set(tool, (counts.get(tool) ?? 0) + count);
  return counts;
}

const noCounts: ReadonlyMap<string, number> = new Map();

export function Tools({ facts }: SectionProps) {
  const counts = useLive(countByTool, []) ?? noCounts;
  const acting = useAct();
  const policy = policyOf(facts.policy);
  const granted = useGranted([...facts.tools, ...(policy?.tools ?? [])]);
  const listed = facts.tools.filter(({ removedAt }) => removedAt === undefined);
  const held = heldBack(facts.policy);
  return (
    <section class="view">
      <h1>{t("section.tools")}</h1>
      <p class="lead">{t("tools.lead")}</p>
      <div class="stack wide">
        {held && <p class="note pause">{t(`tools.held.${keyed(held)}`)}</p>}
        {facts.consent.answer !== "agreed" && (
          <p class="note pause">
            {t("tools.notAgreed")} <a href="#notice">{t("action.readNotice")}</a>
          </p>
        )}
        {policy?.onlyListed ? <p class="note">{t("tools.onlyListed")}</p> : <AddTool facts={facts} />}
        <Offered facts={facts} granted={granted} />
        <Said acting={acting} />
        {listed.length === 0 ? (
          <div class="card empty">
            <Mark sign="none" />
            <p>{t("tools.empty")}</p>
          </div>
        ) : (
          <div class="tools">
            {listed.map((tool) => (
              <ToolCard
                key={tool.id}
                facts={facts}
                tool={tool}
                steps={counts.get(tool.id) ?? 0}
                granted={granted.get(tool.pattern)}
                removing={acting}
              />
            ))}
          </div>
        )}
        <Removed facts={facts} counts={counts} granted={granted} />
      </div>
    </section>
  );
}
