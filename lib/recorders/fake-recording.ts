// A recording for unit tests: it trusts the events that the tests make, and keeps what is emitted.
import type { Step } from "../../schemas/step.ts";
import { createSecrets } from "../dom/secret.ts";
import { createLookup, type PageVocabulary } from "../vocabulary/lookup.ts";
import { pageTablesOf } from "../vocabulary/page-tables.ts";
import { createRecording, type Recording, type Urgency } from "./recording.ts";

export interface FakeRecording {
  recording: Recording;
  steps: Step[];
  urgencies: Urgency[];
  dropped: string[];
}

const nothing: PageVocabulary = { routes: [], terms: [], attributes: [], elements: [] };

export function fakeRecording(vocabulary: Partial<PageVocabulary> = {}, fresh = false): FakeRecording {
  const steps: Step[] = [];
  const urgencies: Urgency[] = [];
  const dropped: string[] = [];
  const known = { ...nothing, ...vocabulary };
  const recording = createRecording({
    config: {
      record: true,
      tool: "AAAAAAAAAAAAAAAAAAAAAA",
      kinds: ["click", "typing", "navigate"],
      outlines: false,
      vocabulary: pageTablesOf(known),
    },
    lookup: createLookup(known),
    secrets: createSecrets(),
    fresh,
    add(step, urgency) {
      steps.push(step);
      urgencies.push(urgency);
    },
    drop: (reason) => dropped.push(reason),
    trusted: () => true,
  });
  return { recording, steps, urgencies, dropped };
}

/** Gives an event the time stamp that a test wants. */
export function at<E extends Event>(timeStamp: number, event: E): E {
  Object.defineProperty(event, "timeStamp", { value: timeStamp });
  return event;
}
