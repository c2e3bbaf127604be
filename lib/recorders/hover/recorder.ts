import type { Recording } from "../recording.ts";

export function startHover(_recording: Recording, _signal: AbortSignal): void {}
