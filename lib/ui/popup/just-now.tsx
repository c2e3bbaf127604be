// The last steps of the open trajectory as they come, and the way to all of it.
import { type NumberedStep, numberedStepSchema, type TrajectoryHead } from "../../../schemas/trajectory.ts";
import type { Vocabulary } from "../../../schemas/vocabulary.ts";
import { t } from "../../platform/words.ts";
import { readSetting } from "../../store/database.ts";
import { readTombstones, visibleSteps } from "../../store/visible.ts";
import { database } from "../database.ts";
import { namesOfTool } from "../named-tools.ts";
import { stepSentence } from "../step-sentence.ts";
import { spanWords } from "../time-words.ts";
import type { PageFacts } from "../use-facts.ts";
import { useLive } from "../use-live.ts";
import { SectionLink } from "./section-link.tsx";
import { useSeconds } from "./use-seconds.ts";

const most = 3;

interface Newest {
  head: TrajectoryHead;
  steps: NumberedStep[];
}

/** Only the newest rows are read: a trajectory may have thousands. */
async function readNewest(): Promise<Newest | null> {
  const open = await readSetting(database, "open-trajectory");
  const head = open && (await database.trajectories.get(open.id));
  if (!head) return null;
  const rows = await database.openSteps
    .where("[trajectory+n]")
    .between([head.id, -1], [head.id, Number.MAX_SAFE_INTEGER])
    .reverse()
    .limit(most)
    .toArray();
  const steps = rows.map(({ line }) => numberedStepSchema.parse(JSON.parse(line)));
  return { head, steps: visibleSteps(head, steps, await readTombstones(database)) };
}

export function JustNow({ facts, vocabularies }: { facts: PageFacts; vocabularies: readonly Vocabulary[] }) {
  const newest = useLive(readNewest, []);
  const now = useSeconds();
  if (!newest) return null;
  const { head, steps } = newest;
  const known = { tools: facts.tools, vocabularies, languages: navigator.languages };
  return (
    <div class="part">
      {steps.length > 0 && (
        <>
          <h2 id="just-now">{t("popup.justNow")}</h2>
          <ul class="newest" aria-labelledby="just-now">
            {steps.map(({ n, step }) => (
              <li key={n}>
                <span class="quiet">{spanWords(now - head.openedAt - step.at)}</span>
                <span>{stepSentence(step, namesOfTool(known, step.tool))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="small">
        <SectionLink to={`data/${head.id}`}>{t("popup.seen")}</SectionLink>
      </p>
    </div>
  );
}
