import type { Recording } from "../recording.ts";

export function startClipboard(_recording: Recording, _signal: AbortSignal): void {}
