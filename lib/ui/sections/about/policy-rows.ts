// The company's policy, a row a rule: what it says, and what that narrows for this person. Pure.
import type { Policy, PolicyNarrowing } from "../../../../schemas/policy.ts";
import { type SwitchName, switchNames } from "../../../../schemas/step.ts";
import type { Tool } from "../../../../schemas/tool.ts";
import { counted, t } from "../../../platform/words.ts";
import { narrowTool, usualReviewHours, widest } from "../../../policy/narrow.ts";
import { originOf } from "../../../scope/pattern.ts";
import { listWords } from "../../time-words.ts";

export interface PolicyRow {
  rule: string;
  /** In its words. */
  says: string;
  narrows: string;
}

const mostHours = 168;
const aliases = (tools: readonly { alias: string }[]): string => listWords(tools.map(({ alias }) => alias));
const titles = (kinds: readonly SwitchName[]): string =>
  kinds.length === 0 ? t("rule.none") : listWords(kinds.map((kind) => t(`kind.${kind}.title`)));

/** The rules that are said, in the order in which they matter. `tools` are those of the person's list. */
export function policyRows(policy: Policy, tools: readonly Tool[]): PolicyRow[] {
  const region = policy.region === undefined ? undefined : policy.regions?.[policy.region];
  return [
    ...narrowingRows(policy, policy, tools),
    ...companyRows(policy, tools),
    ...(region ? narrowingRows(policy, region, tools).map((row) => inRegion(row, policy.region!)) : []),
  ];
}

const inRegion = (row: PolicyRow, region: string): PolicyRow => ({
  ...row,
  rule: t("rule.inRegion", row.rule, region),
});

function narrowingRows(policy: Policy, said: PolicyNarrowing, tools: readonly Tool[]): PolicyRow[] {
  const rows: PolicyRow[] = [];
  const add = (rule: string, says: string, narrows: string) => rows.push({ rule, says, narrows });
  const { kinds, forbiddenHosts, exclusions, retentionDays, reviewHours, budgets, profile, stop } = said;
  if (stop) add(t("rule.stop"), t("rule.stopSays"), t("rule.stopDoes"));
  if (profile === "never") add(t("rule.profile"), t("rule.never"), t("rule.neverDoes"));
  if (profile === "shared") add(t("rule.profile"), t("rule.shared"), t("rule.sharedDoes"));
  if (kinds) {
    const off = switchNames.filter((kind) => !kinds.includes(kind));
    add(
      t("rule.kinds"),
      t("rule.kindsSays", titles(kinds)),
      off.length > 0 ? t("rule.kindsDoes", titles(off)) : t("rule.nothing"),
    );
  }
  if (forbiddenHosts) {
    const hit = tools.filter((tool) => !narrowTool(tool, { forbiddenHosts }));
    const says = forbiddenHosts.length === 0 ? t("rule.none") : listWords(forbiddenHosts);
    add(t("rule.hosts"), says, hit.length > 0 ? t("rule.toolsDoes", aliases(hit)) : t("rule.noTool"));
  }
  for (const { pattern, paths } of exclusions ?? []) {
    const hit = tools.filter((tool) => tool.pattern === pattern);
    const says = t("rule.pathsSays", listWords(paths), new URL(originOf(pattern)).host);
    add(t("rule.paths"), says, hit.length > 0 ? t("rule.pathsDoes", aliases(hit)) : t("rule.noTool"));
  }
  if (retentionDays !== undefined) {
    const less = retentionDays < widest.retentionDays;
    const does = less ? t("rule.daysDoes", widest.retentionDays) : t("rule.nothing");
    add(t("rule.days"), counted("rule.daysSays", retentionDays), does);
  }
  if (reviewHours !== undefined) {
    const own = said === policy && reviewHours < usualReviewHours;
    const does = own ? t("rule.hoursLess", usualReviewHours, mostHours) : t("rule.hoursDoes", mostHours);
    add(t("rule.hours"), t("rule.hoursSays", reviewHours), does);
  }
  if (budgets?.trajectories !== undefined)
    add(t("rule.trajectories"), t("rule.weekSays", budgets.trajectories), fewer(widest.budgets.trajectories));
  if (budgets?.reports !== undefined)
    add(t("rule.reports"), t("rule.weekSays", budgets.reports), fewer(widest.budgets.reports));
  return rows;
}

const fewer = (usual: number): string => t("rule.weekDoes", usual);

function companyRows(policy: Policy, tools: readonly Tool[]): PolicyRow[] {
  const rows: PolicyRow[] = [];
  const add = (rule: string, says: string, narrows: string) => rows.push({ rule, says, narrows });
  const { onlyListed, cover, collector, issuer, relay } = policy;
  if (policy.tools) {
    const says = policy.tools.length === 0 ? t("rule.none") : aliases(policy.tools);
    add(t("rule.tools"), says, t("rule.toolsAsk"));
  }
  if (onlyListed) {
    const listed = new Set(policy.tools?.map(({ pattern }) => pattern));
    const out = tools.filter(({ pattern }) => !listed.has(pattern));
    const does = out.length > 0 ? t("rule.toolsDoes", aliases(out)) : t("rule.noTool");
    add(t("rule.onlyListed"), t("rule.onlyListedSays"), does);
  }
  if (cover !== undefined) add(t("rule.cover"), t(cover ? "rule.on" : "rule.off"), t("rule.coverDoes"));
  if (collector) add(t("rule.collector"), collector, t("rule.nothing"));
  if (issuer) add(t("rule.issuer"), issuer, t("rule.nothing"));
  if (relay) add(t("rule.relay"), relay, t("rule.nothing"));
  return rows;
}
