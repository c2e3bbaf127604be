import type { Receipt } from "../../../../schemas/consent.ts";
import { ask } from "../../../messaging/ask.ts";
import { t } from "../../../platform/words.ts";
import { ReceiptLink } from "../../receipt-link.tsx";
import { Withdraw } from "../../side-bar.tsx";
import type { Acting } from "../../use-act.tsx";

interface AnswersProps {
  acting: Acting;
  agree: () => void;
}

/** Three answers of one size and one click. */
export function Answers({ acting, agree }: AnswersProps) {
  const decline = () =>
    acting.run(async () => {
      await ask("consent.decline", {});
      return t("notice.declined");
    });
  const later = () =>
    acting.run(async () => {
      await ask("consent.later", {});
      return t("notice.postponed");
    });
  return (
    <div class="equal">
      <button type="button" class="btn" onClick={agree}>
        {t("notice.agree")}
      </button>
      <button type="button" class="btn" onClick={decline}>
        {t("notice.decline")}
      </button>
      <button type="button" class="btn" onClick={later}>
        {t("notice.later")}
      </button>
    </div>
  );
}

/** Where something is agreed to already: another choice, or the end of it. */
export const AnswersAgain = ({ acting, agree }: AnswersProps) => (
  <div class="equal two">
    <button type="button" class="btn" onClick={agree}>
      {t("notice.agreeChange")}
    </button>
    <Withdraw acting={acting} />
  </div>
);

export const NextStep = ({ receipt, hasTools }: { receipt: Receipt | undefined; hasTools: boolean }) => (
  <section class="card next" aria-labelledby="next" role="status">
    <h2 id="next">{t("notice.agreed")}</h2>
    <p>{t(hasTools ? "notice.agreedTools" : "notice.agreedNoTool")}</p>
    <div class="row">
      <a class="btn" href="#tools">
        {t("action.addTool")}
      </a>
      {receipt && <ReceiptLink receipt={receipt} />}
    </div>
  </section>
);
