import type { Recording } from "../recording.ts";

export function startSubmit(_recording: Recording, _signal: AbortSignal): void {}
