import type { Recording } from "../recording.ts";

export function startPointer(_recording: Recording, _signal: AbortSignal): void {}
