import type { Recording } from "../recording.ts";

export function startDrag(_recording: Recording, _signal: AbortSignal): void {}
