import type { Receipt } from "../../../../schemas/consent.ts";
import { switchNames } from "../../../../schemas/step.ts";
import { numberWords, t } from "../../../platform/words.ts";
import { ReceiptLink } from "../../receipt-link.tsx";
import { heading, momentWords } from "../../time-words.ts";

/** Every answer that was ever given here, newest first, each as a file. */
export function Receipts({ receipts, now }: { receipts: readonly Receipt[]; now: number }) {
  if (receipts.length === 0) return null;
  const newestFirst = receipts.toSorted((a, b) => b.at - a.at);
  return (
    <details class="receipts">
      <summary>{t("receipts.title", receipts.length)}</summary>
      <p class="small quiet">{t("receipts.lead")}</p>
      <table class="fold">
        <thead>
          <tr>
            <th scope="col">{t("receipts.when")}</th>
            <th scope="col">{t("receipts.answer")}</th>
            <th scope="col" class="n">
              {t("receipts.notice")}
            </th>
            <th scope="col" class="n">
              {t("receipts.kinds")}
            </th>
            <th scope="col" class="n">
              {t("receipts.tools")}
            </th>
            <th scope="col">{t("receipts.file")}</th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map((receipt) => (
            <tr key={receipt.id}>
              <td>{heading(momentWords(receipt.at, now))}</td>
              <td data-l={t("receipts.answer")}>{t(`answer.${receipt.answer}`)}</td>
              <td class="n" data-l={t("receipts.notice")}>
                {numberWords(receipt.notice)}
              </td>
              <td class="n" data-l={t("receipts.kinds")}>
                {t("receipts.of", receipt.kinds.length, switchNames.length)}
              </td>
              <td class="n" data-l={t("receipts.tools")}>
                {numberWords(receipt.tools.length)}
              </td>
              <td>
                <ReceiptLink receipt={receipt} of={momentWords(receipt.at, now)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
