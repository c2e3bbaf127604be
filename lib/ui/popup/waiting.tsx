import { counted, t } from "../../platform/words.ts";
import { database } from "../database.ts";
import { Icon } from "../icons.tsx";
import { spanWords } from "../time-words.ts";
import { useLive } from "../use-live.ts";

const readWaiting = async () => {
  const waiting = await database.shipments.where("state").equals("waiting").toArray();
  return waiting.map(({ readyAt, nextTryAt }) => Math.max(readyAt, nextTryAt));
};

/** How many shipments wait for a look, and when the first may leave. Those that may leave do so when it is drawn. */
export function Waiting({ now }: { now: number }) {
  const times = useLive(readWaiting, []);
  if (!times || times.length === 0) return null;
  const looked = times.filter((time) => time > now);
  const left = Math.min(...looked) - now;
  return (
    <div class="part">
      <p class="waits small">
        <Icon name="clock" />
        <span>
          {looked.length > 0
            ? counted("popup.waits", looked.length, spanWords(left))
            : t("waiting.leavesNow")}
        </span>
      </p>
    </div>
  );
}
