// A policy narrows: of tools, kinds, hours and amounts nothing is more with it than without it. Pure.
import type { Policy, PolicyNarrowing } from "../../schemas/policy.ts";
import type { SwitchName } from "../../schemas/step-of-kind.ts";
import type { Tool } from "../../schemas/tool.ts";
import { originOf } from "../scope/pattern.ts";
import { profileOf } from "./state.ts";

/** What holds where no policy says less. */
export const widest = {
  retentionDays: 30,
  budgets: { trajectories: 50, reports: 20 },
} as const;
export const usualReviewHours = 24;

export interface Settings {
  tools: readonly Tool[];
  kinds: readonly SwitchName[];
  retentionDays: number;
  /** What the person chose; null for what is usual. */
  reviewHours: number | null;
  budgets: { trajectories: number; reports: number };
}

/** The same with what the policy takes away; `reviewHours` is what a shipment waits. */
export function narrow(settings: Settings, policy: Policy | null): Settings & { reviewHours: number } {
  const base = Math.max(policy?.reviewHours ?? usualReviewHours, regionOf(policy)?.reviewHours ?? 0);
  const reviewHours = Math.max(base, settings.reviewHours ?? 0);
  if (!policy) return { ...settings, reviewHours };
  const parts = partsOf(policy);
  const least = (own: number, said: (part: PolicyNarrowing) => number | undefined) =>
    Math.min(own, ...parts.map((part) => said(part) ?? own));
  return {
    tools: settings.tools.flatMap((tool) => narrowTool(tool, policy) ?? []),
    kinds: parts.reduce<readonly SwitchName[]>((kinds, part) => among(kinds, part.kinds), settings.kinds),
    retentionDays: least(settings.retentionDays, (part) => part.retentionDays),
    reviewHours,
    budgets: {
      trajectories: least(settings.budgets.trajectories, (part) => part.budgets?.trajectories),
      reports: least(settings.budgets.reports, (part) => part.budgets?.reports),
    },
  };
}

/** The tool with fewer kinds and more that is left out; null where it may not be recorded at all. */
export function narrowTool(tool: Tool, policy: Policy): Tool | null {
  const parts = partsOf(policy);
  const host = new URL(originOf(tool.pattern)).hostname;
  if (parts.some(({ forbiddenHosts = [] }) => forbiddenHosts.some((one) => isHostOf(one, host)))) return null;
  const listed = policy.tools?.find(({ pattern }) => pattern === tool.pattern);
  if (policy.onlyListed && !listed) return null;
  const kinds = listed?.kinds && tool.kinds ? among(tool.kinds, listed.kinds) : (listed?.kinds ?? tool.kinds);
  const exclude = [
    ...(tool.exclude ?? []),
    ...(listed?.exclude ?? []),
    ...parts.flatMap(({ exclusions = [] }) =>
      exclusions.flatMap(({ pattern, paths }) => (pattern === tool.pattern ? paths : [])),
    ),
  ];
  return { ...tool, ...(kinds && { kinds: [...kinds] }), ...(exclude.length > 0 && { exclude }) };
}

/** Whether the policy lets a kind be recorded in a tool at all, whatever the person chose there. */
export function allows(policy: Policy, { kinds: _, ...tool }: Tool, kind: SwitchName): boolean {
  const left = profileOf(policy) === "never" ? null : narrowTool(tool, policy);
  if (!left || !(left.kinds?.includes(kind) ?? true)) return false;
  return partsOf(policy).every(({ kinds }) => kinds?.includes(kind) ?? true);
}

/** What the company lists and the person has not taken over, or has removed: each needs an answer of its own. */
export const offeredTools = (policy: Policy | null, tools: readonly Tool[]) =>
  (policy?.tools ?? []).filter(
    ({ pattern }) => !tools.some((tool) => tool.pattern === pattern && tool.removedAt === undefined),
  );

/** Whether a row that was taken over from the company's list is still in it, for the same reason and with the same names. */
export const isStillListed = (tool: Tool, policy: Policy | null): boolean =>
  (policy?.tools ?? []).some(
    ({ pattern, reason, vocabulary }) =>
      pattern === tool.pattern && reason === tool.reason && vocabulary === tool.vocabulary,
  );

const regionOf = (policy: Policy | null): PolicyNarrowing | undefined =>
  policy?.region === undefined ? undefined : policy.regions?.[policy.region];

function partsOf(policy: Policy): PolicyNarrowing[] {
  const region = regionOf(policy);
  return region ? [policy, region] : [policy];
}

const among = (kinds: readonly SwitchName[], allowed: readonly SwitchName[] | undefined) =>
  allowed ? kinds.filter((kind) => allowed.includes(kind)) : kinds;

const isHostOf = (pattern: string, host: string): boolean =>
  pattern.startsWith("*.") ? host === pattern.slice(2) || host.endsWith(pattern.slice(1)) : host === pattern;
