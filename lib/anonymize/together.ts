// What somebody switched off would be missing in each shipment, and twelve switches alone name people. So acts leave
// together or not at all; what is done around them is never in a shipment, whoever agreed to it.
import type { SwitchName } from "../../schemas/step.ts";

export const together = [
  "click",
  "drag",
  "typing",
  "shortcut",
  "choose",
  "submit",
  "navigate",
  "clipboard",
  "outlines",
] as const satisfies readonly SwitchName[];

/** Whether anything may leave: `agreed` holds all of these that `possible` leaves to anybody of the company. */
export function leavesTogether(agreed: readonly SwitchName[], possible: readonly SwitchName[]): boolean {
  return together.every((name) => agreed.includes(name) || !possible.includes(name));
}
