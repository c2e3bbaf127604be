import { counted } from "../../platform/words.ts";
import { database } from "../database.ts";
import { Icon } from "../icons.tsx";
import { spanWords } from "../time-words.ts";
import { useLive } from "../use-live.ts";

const readWaiting = async () => {
  const waiting = await database.shipments.where("state").equals("waiting").toArray();
  return waiting.map(({ readyAt, nextTryAt }) => Math.max(readyAt, nextTryAt));
};

/** How many shipments wait, and when the next one leaves. */
export function Waiting({ now }: { now: number }) {
  const times = useLive(readWaiting, []);
  if (!times || times.length === 0) return null;
  const left = Math.max(0, Math.min(...times) - now);
  return (
    <div class="part">
      <p class="waits small">
        <Icon name="clock" />
        <span>{counted("popup.waits", times.length, spanWords(left))}</span>
      </p>
    </div>
  );
}
