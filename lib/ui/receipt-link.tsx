import type { Receipt } from "../../schemas/consent.ts";
import { t } from "../platform/words.ts";
import { download } from "./download.ts";

/** The durable record of an answer, as a file. `of`: which one it is, where there are several. */
export const ReceiptLink = ({ receipt, of }: { receipt: Receipt; of?: string }) => (
  <button
    type="button"
    class="btn small"
    aria-label={of === undefined ? undefined : t("receipts.saveOf", of)}
    onClick={() =>
      download(
        new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: "application/json" }),
        `tooltrail-receipt-${new Date(receipt.at).toISOString().slice(0, 10)}.json`,
      )
    }
  >
    {of === undefined ? t("side.receipt") : t("receipts.save")}
  </button>
);
