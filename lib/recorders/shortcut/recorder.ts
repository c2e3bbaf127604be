import type { Recording } from "../recording.ts";

export function startShortcut(_recording: Recording, _signal: AbortSignal): void {}
