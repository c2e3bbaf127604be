// Outlines of the page for the steps of one recording: started only where the person agreed to them.
import { createOutlines, type KeepOutline } from "../outline/outlines.ts";
import { hearing } from "./hearing.ts";
import type { Recording } from "./recording.ts";

/** From now on steps cite the page's last finished outline, until the signal. */
export function startOutlines(recording: Recording, keep: KeepOutline, signal: AbortSignal): void {
  recording.outlines = createOutlines({
    lookup: recording.lookup,
    secrets: recording.secrets,
    keep,
    lost: () => recording.drop("outline-lost"),
    failed: () => recording.drop("recorder-error"),
    listen: hearing(recording, signal).listen,
    signal,
  });
}
