import type { Receipt } from "../../schemas/consent.ts";
import { t } from "../platform/words.ts";
import { download } from "./download.ts";

/** The durable record of the newest answer, as a file. */
export const ReceiptLink = ({ receipt }: { receipt: Receipt }) => (
  <button
    type="button"
    class="btn small"
    onClick={() =>
      download(
        new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: "application/json" }),
        `tooltrail-receipt-${new Date(receipt.at).toISOString().slice(0, 10)}.json`,
      )
    }
  >
    {t("side.receipt")}
  </button>
);
