// The gate: the only door to registration and to the store.
import type { Pause } from "../../schemas/consent.ts";
import type { Dropped } from "../../schemas/dropped.ts";
import type { SwitchName } from "../../schemas/step.ts";
import type { Tool } from "../../schemas/tool.ts";
import { narrow, widest } from "../policy/narrow.ts";
import { heldBack, type PolicyState, policyOf } from "../policy/state.ts";
import { isLeftOut } from "../scope/path.ts";
import type { Consent } from "./state.ts";

export interface Doorway {
  consent: Consent;
  pause: Pause | undefined;
  tools: readonly Tool[];
  policy: PolicyState;
  /** Known only where it was asked for: inside a transaction the store itself says it. */
  diskFull?: boolean;
  now: number;
}

/** Where a step was done: the tool by the browser's word, and the addresses that its parts are left out by. */
export interface Place {
  tool: string;
  addresses?: readonly string[];
}

export const isPaused = (pause: Pause | undefined, now: number): boolean =>
  pause !== undefined && (pause.until === null || pause.until > now);

/** What the policy leaves of the listed tools and of the kinds that were agreed to. */
export function narrowed({ consent, tools, policy }: Pick<Doorway, "consent" | "tools" | "policy">) {
  const settings = { ...widest, tools, kinds: consent.kinds, reviewHours: null };
  return narrow(settings, policyOf(policy));
}

/** The tools that may have a content script: listed, agreed to, not removed, and not held back by the company. */
export function agreedTools(doorway: Pick<Doorway, "consent" | "tools" | "policy">): Tool[] {
  const { consent, policy } = doorway;
  if (consent.answer !== "agreed" || heldBack(policy)) return [];
  return narrowed(doorway).tools.filter(
    (tool) => tool.removedAt === undefined && consent.tools.includes(tool.id),
  );
}

/** What may be recorded in one of the agreed tools. */
export function kindsIn(doorway: Pick<Doorway, "consent" | "tools" | "policy">, tool: Tool): SwitchName[] {
  const { kinds } = narrowed(doorway);
  return kinds.filter((kind) => tool.kinds?.includes(kind) ?? true);
}

/** Why nothing may be kept whatever it is, by the person's answer or the company's word; null for no reason. */
export function closed({ consent, policy }: Pick<Doorway, "consent" | "policy">): Dropped | null {
  if (consent.answer !== "agreed") return "no-consent";
  const held = heldBack(policy);
  if (held === null) return null;
  return held === "stopped" ? "policy-stopped" : held === "never" ? "policy-forbids" : "policy-waiting";
}

/** May a step of this kind, or an outline, be kept that was done there? Null for yes, else why not. */
export function refusal(doorway: Doorway, kind: SwitchName, place: Place): Dropped | null {
  const shut = closed(doorway);
  if (shut) return shut;
  const listed = doorway.tools.find(({ id, removedAt }) => id === place.tool && removedAt === undefined);
  if (!listed || !doorway.consent.tools.includes(place.tool)) return "no-consent";
  const tool = agreedTools(doorway).find(({ id }) => id === place.tool);
  if (!tool) return "policy-forbids";
  if (isPaused(doorway.pause, doorway.now)) return "paused";
  if (doorway.diskFull) return "disk-full";
  if (place.addresses?.some((address) => isLeftOut(tool.exclude, address))) return "path-excluded";
  if (!doorway.consent.kinds.includes(kind)) return "kind-not-agreed";
  if (!narrowed(doorway).kinds.includes(kind)) return "policy-forbids";
  return kindsIn(doorway, tool).includes(kind) ? null : "kind-not-agreed";
}
