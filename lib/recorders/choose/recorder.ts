import type { Recording } from "../recording.ts";

export function startChoose(_recording: Recording, _signal: AbortSignal): void {}
