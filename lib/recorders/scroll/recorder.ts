import type { Recording } from "../recording.ts";

export function startScroll(_recording: Recording, _signal: AbortSignal): void {}
