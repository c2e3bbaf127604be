// The trajectories, newest first, a page at a time; the one that was asked for is there in any case.
import { useRef } from "preact/hooks";
import type { TrajectoryHead } from "../../../../schemas/trajectory.ts";
import { t } from "../../../platform/words.ts";
import type { Heads } from "../../../store/read-heads.ts";
import { database } from "../../database.ts";
import type { SectionProps } from "../../options.tsx";
import { useLive } from "../../use-live.ts";
import { More } from "./more.tsx";
import { TrajectoryFold } from "./trajectory.tsx";
import type { Deleting } from "./use-deleting.tsx";

interface TrajectoryListProps extends SectionProps {
  found: Heads;
  deleting: Deleting;
  /** The trajectory that was asked for, and the number of its step. */
  looked: { id: string; n: number | null } | null;
  onMore: () => void;
}

export function TrajectoryList({ found, facts, deleting, looked, onMore }: TrajectoryListProps) {
  const heads = useSame(found.heads);
  const elsewhere = looked !== null && !heads.some(({ id }) => id === looked.id) ? looked.id : null;
  const asked = useLive(
    async () => (elsewhere === null ? undefined : database.trajectories.get(elsewhere)),
    [elsewhere],
  );
  const shown = asked && asked.id === elsewhere ? [asked, ...heads] : heads;
  return (
    <div class="stack trajectories">
      {shown.map((head, at) => (
        <TrajectoryFold
          key={head.id}
          head={head}
          facts={facts}
          deleting={deleting}
          looked={looked?.id === head.id ? looked.n : undefined}
          first={at === 0}
        />
      ))}
      {found.more && <More says={t("data.earlier")} onMore={onMore} />}
    </div>
  );
}

/** A live query answers with new objects each time: those that say the same stay the same. */
function useSame(heads: readonly TrajectoryHead[]): readonly TrajectoryHead[] {
  const known = useRef(new Map<string, [string, TrajectoryHead]>());
  const before = known.current;
  known.current = new Map(
    heads.map((head) => {
      const says = JSON.stringify(head);
      const old = before.get(head.id);
      return [head.id, old?.[0] === says ? old : [says, head]];
    }),
  );
  return [...known.current.values()].map(([, head]) => head);
}
