// What stands still is said on every section and in the popup, not only where it matters.
import { ask } from "../messaging/ask.ts";
import { type Facts, recordingState } from "./recording-state.ts";
import { momentWords, within } from "./time-words.ts";
import { must, Said, useAct } from "./use-act.tsx";

export function Banners({ facts }: { facts: Facts }) {
  const state = recordingState(facts);
  const acting = useAct();
  const resume = () => acting.run(async () => void must(await ask("recording.resume", {})));
  return (
    <div class="banners">
      {state.is === "disk-full" && (
        <div class="banner erase" role="alert">
          <p>
            <b>The disk space for Tooltrail is used up.</b> Recording stopped{" "}
            {within(momentWords(state.since, facts.now))}. What is stored is unharmed. Delete trajectories, or
            go on without.
          </p>
          <a class="btn small" href="#data">
            My data
          </a>
        </div>
      )}
      {state.is === "paused" && (
        <div class="banner" role="status">
          <p>
            <b>
              {state.until === null
                ? "Paused until you resume."
                : `Paused until ${within(momentWords(state.until, facts.now))}.`}
            </b>{" "}
            Nothing is recorded in any tool.
          </p>
          <button type="button" class="btn small" onClick={resume}>
            Resume now
          </button>
          <Said acting={acting} />
        </div>
      )}
    </div>
  );
}
