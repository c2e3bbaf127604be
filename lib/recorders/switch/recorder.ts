import type { Recording } from "../recording.ts";

export function startSwitch(_recording: Recording, _signal: AbortSignal): void {}
