import type { Policy } from "../../../schemas/policy.ts";
import { counted, language, t } from "../../platform/words.ts";
import { narrow, widest } from "../../policy/narrow.ts";
import { collectorWeeks } from "../../store/erasable-until.ts";

/** The company's own paragraph in the person's language; where it has none in that, in English, or in the one it has. */
export function additionFor({ notice = {} }: Policy, locale: string): string | undefined {
  const own = notice[locale.split("-")[0] as keyof typeof notice];
  return own ?? notice.en ?? Object.values(notice)[0];
}

/** What must be known before answering: the bounds of the privacy model. Only what is true of this version. */
export function Legal({ policy }: { policy: Policy | null }) {
  const { retentionDays } = narrow({ ...widest, tools: [], kinds: [], reviewHours: null }, policy);
  const parts: [title: string, text: string][] = [
    [t("legal.who"), t("legal.whoText")],
    [t("legal.rank"), t("legal.rankText")],
    [t("health.title"), t("legal.healthText")],
    [t("legal.long"), counted("legal.longText", retentionDays, collectorWeeks)],
    [t("legal.stop"), t("legal.stopText")],
    [t("legal.wrong"), t("legal.wrongText")],
    [t("legal.keys"), t("legal.keysText")],
  ];
  if (policy?.cover) parts.push([t("legal.cover"), t("legal.coverText")]);
  const added = policy && additionFor(policy, language());
  if (added) parts.push([t("legal.added", policy.company ?? t("banner.company")), added]);
  if (policy?.agreedWith) parts.push([t("legal.agreedWith"), policy.agreedWith]);
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
