// The gate: the only door to registration and to the store.
import type { Pause } from "../../schemas/consent.ts";
import type { Dropped } from "../../schemas/dropped.ts";
import type { SwitchName } from "../../schemas/step.ts";
import type { Tool } from "../../schemas/tool.ts";
import type { Consent } from "./state.ts";

export interface Doorway {
  consent: Consent;
  pause: Pause | undefined;
  tools: readonly Tool[];
  now: number;
}

export const isPaused = (pause: Pause | undefined, now: number): boolean =>
  pause !== undefined && (pause.until === null || pause.until > now);

/** The tools that may have a content script: listed, agreed to and not removed. */
export const agreedTools = ({ consent, tools }: Pick<Doorway, "consent" | "tools">): Tool[] =>
  consent.answer === "agreed"
    ? tools.filter((tool) => tool.removedAt === undefined && consent.tools.includes(tool.id))
    : [];

/** May a step of this kind, or an outline, in this tool be kept? Null for yes, else why not. */
export function refusal(doorway: Doorway, kind: SwitchName, tool: string): Dropped | null {
  if (!agreedTools(doorway).some(({ id }) => id === tool)) return "no-consent";
  if (isPaused(doorway.pause, doorway.now)) return "paused";
  return doorway.consent.kinds.includes(kind) ? null : "kind-not-agreed";
}
