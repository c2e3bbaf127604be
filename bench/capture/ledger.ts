// What the driver did, as the steps that must have been recorded.
import type { Truth } from "./compare.ts";

export class Ledger {
  readonly truths: Truth[] = [];
  acts = 0;
  /** Acts in frames that are out of scope: nothing of them may be recorded. */
  actsOutside = 0;
  /** Positions of those frames. */
  readonly framesOutside = new Set<string>();
  /** What a walk could not do, by reason: counted, never hidden. */
  readonly left = new Map<string, number>();

  skip(reason: string): void {
    this.left.set(reason, (this.left.get(reason) ?? 0) + 1);
  }
}
