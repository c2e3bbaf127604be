import type { QueuedShipment } from "../../../../schemas/queue.ts";
import { t } from "../../../platform/words.ts";
import { ExactBytes } from "../exact-bytes.tsx";

interface BytesProps {
  queued: QueuedShipment;
  /** A deletion can still be undone; nothing leaves meanwhile. */
  changing: boolean;
}

/** The bytes that leave, behind a disclosure. */
export const Bytes = ({ queued, changing }: BytesProps) => (
  <div class="bytes">
    <ExactBytes queued={queued} />
    {changing && queued.state === "waiting" && <p class="small quiet">{t("trajectory.bytesSoon")}</p>}
  </div>
);
