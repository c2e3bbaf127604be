// What is stored here, what waits to leave, and the ways to look at it and to delete any of it.
import { useState } from "preact/hooks";
import { now } from "../../platform/clock.ts";
import { counted, t } from "../../platform/words.ts";
import { readReviewWindow } from "../../shipping/review-window.ts";
import { readHeads } from "../../store/read-heads.ts";
import { readWaiting } from "../../store/read-waiting.ts";
import { readTombstones, visibleTotals } from "../../store/visible.ts";
import { database } from "../database.ts";
import { Mark } from "../icons.tsx";
import type { SectionProps } from "../options.tsx";
import { useHash } from "../use-hash.ts";
import { useLive } from "../use-live.ts";
import { HeldUp } from "./held-up.tsx";
import { weekdayWords } from "./my-data/day-words.ts";
import { DeleteMore } from "./my-data/delete-more.tsx";
import { ForgetMinutes } from "./my-data/forget-minutes.tsx";
import { lookedFor } from "./my-data/look.ts";
import { SearchField, SearchResults } from "./my-data/search.tsx";
import { Timeline } from "./my-data/timeline.tsx";
import { Toast } from "./my-data/toast.tsx";
import { TrajectoryList } from "./my-data/trajectory-list.tsx";
import { useDeleting } from "./my-data/use-deleting.tsx";
import { WaitingQueue } from "./my-data/waiting-queue.tsx";

/** Trajectories that come at once, few enough to come within a frame, and shipments of the queue that do. */
const page = 10;
const queuePage = 3;

const read = async (queued: number) => {
  const [rows, tombstones, waiting, window] = await Promise.all([
    database.totals.toArray(),
    readTombstones(database),
    readWaiting(database, queued),
    readReviewWindow(database),
  ]);
  const totals = visibleTotals(rows, tombstones);
  return {
    totals,
    steps: totals.reduce((sum, { count }) => sum + count, 0),
    pending: tombstones.filter(({ until }) => until > now()),
    waiting,
    hours: window / 3_600_000,
  };
};

export function MyData({ facts }: SectionProps) {
  const [limit, setLimit] = useState(page);
  const [queued, setQueued] = useState(queuePage);
  const [day, setDay] = useState<string | null>(null);
  const [text, search] = useState("");
  // The list by itself: where it only gets longer, nothing else is read again.
  const found = useLive(() => readHeads(database, { limit, day: day ?? undefined }), [limit, day]);
  const stored = useLive(() => read(queued), [queued]);
  const looked = lookedFor(useHash());
  const deleting = useDeleting(facts.diskFullSince !== null);
  const [choose] = useState(() => (chosen: string | null) => {
    setDay(chosen);
    setLimit(page);
  });
  if (!stored || !found) return <section class="view" />;
  const { totals, steps, pending, waiting, hours } = stored;
  return (
    <section class="view my-data">
      <h1 tabIndex={-1}>{t("section.data")}</h1>
      <p class="lead" data-testid="truth">
        {steps === 0 ? t("data.none") : counted("data.stored", steps)}
      </p>
      <div class="stack wide">
        {steps > 0 && <Timeline totals={totals} facts={facts} day={day} onChoose={choose} />}
        {waiting.count > 0 && <HeldUp />}
        {waiting.count > 0 && (
          <WaitingQueue
            count={waiting.count}
            first={waiting.first}
            pending={pending}
            facts={facts}
            hours={hours}
            deleting={deleting}
            onMore={() => setQueued(waiting.count)}
          />
        )}
        <div class="section-head">
          <h2>{day === null ? t("data.trajectories") : t("data.trajectoriesOn", weekdayWords(day))}</h2>
          {steps > 0 && <SearchField onSearch={search} />}
        </div>
        {steps > 0 && <ForgetMinutes deleting={deleting} />}
        {text !== "" && <SearchResults text={text} stored={steps} facts={facts} />}
        {found.heads.length === 0 ? (
          <Empty day={day} onAll={() => choose(null)} />
        ) : (
          <TrajectoryList
            found={found}
            facts={facts}
            deleting={deleting}
            looked={looked}
            onMore={() => setLimit(limit + page)}
          />
        )}
        {steps > 0 && <DeleteMore totals={totals} facts={facts} day={day} deleting={deleting} />}
      </div>
      <Toast pending={pending} tools={facts.tools} deleting={deleting} />
    </section>
  );
}

const Empty = ({ day, onAll }: { day: string | null; onAll: () => void }) => (
  <div class="card empty">
    <Mark sign="none" />
    <p>{day === null ? t("data.empty") : t("data.emptyDay", weekdayWords(day))}</p>
    {day === null ? (
      <a class="btn" href="#tools">
        {t("section.tools")}
      </a>
    ) : (
      <button type="button" class="btn" onClick={onAll}>
        {t("timeline.every")}
      </button>
    )}
  </div>
);
