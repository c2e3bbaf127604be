// How a recording describes elements: whole in the event where the act may destroy its target or unload the page.
import { createDescriber, type Describer } from "../dom/describer.ts";
import { mayVanish } from "../dom/may-vanish.ts";
import { leavesPage } from "./click/leaves-page.ts";
import type { Recording, RecordingOptions } from "./recording.ts";

export function createDescriptions({
  lookup,
  drop,
}: Pick<RecordingOptions, "lookup" | "drop">): Pick<Recording, "describe" | "complete"> {
  const describer: Describer = createDescriber({ lookup, failed: () => drop("recorder-error") });
  return {
    describe: (element) => describer.describe(element, leavesPage(element) || mayVanish(element)),
    complete: describer.complete,
  };
}
