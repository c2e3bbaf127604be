import type { Policy } from "../../../schemas/policy.ts";
import { counted, t } from "../../platform/words.ts";
import { narrow, widest } from "../../policy/narrow.ts";
import { collectorWeeks } from "../../store/erasable-until.ts";

/** What must be known before answering: the bounds of the privacy model. Only what is true of this version. */
export function Legal({ policy }: { policy: Policy | null }) {
  const { retentionDays } = narrow({ ...widest, tools: [], kinds: [], reviewHours: null }, policy);
  const parts: [title: string, text: string][] = [
    [t("legal.who"), t("legal.whoText")],
    [t("legal.rank"), t("legal.rankText")],
    [t("legal.long"), counted("legal.longText", retentionDays, collectorWeeks)],
    [t("legal.stop"), t("legal.stopText")],
    [t("legal.wrong"), t("legal.wrongText")],
    [t("legal.keys"), t("legal.keysText")],
  ];
  if (policy?.cover) parts.push([t("legal.cover"), t("legal.coverText")]);
  return (
    <dl class="legal">
      {parts.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
