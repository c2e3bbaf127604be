// Who does much in one stretch of work would be known by it: what leaves ends with the act that completes something.
import type { Draft } from "./rule.ts";

/** Of these nothing is complete. */
const onTheWay = /^(undo|redo|cancel|next|previous|select-all|zoom-in|zoom-out|zoom-reset)$/;

const completes = ({ kind, command, effect }: Draft): boolean =>
  kind === "submit" ||
  (kind === "shortcut" && !onTheWay.test(command as string)) ||
  (kind === "click" && /^(changed|closed)$/.test(effect));

/** The pieces in their order; what came after the last completed thing is one too. */
export function cut(drafts: readonly Draft[]): Draft[][] {
  const pieces: Draft[][] = [[]];
  for (const draft of drafts) {
    pieces.at(-1)!.push(draft);
    if (completes(draft)) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 0);
}
