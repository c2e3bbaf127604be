import { t } from "../../../platform/words.ts";
import { Withdraw } from "../../side-bar.tsx";
import { dayWords, listWords } from "../../time-words.ts";
import type { Acting } from "../../use-act.tsx";
import type { PageFacts } from "../../use-facts.ts";
import { brought, type Change, changesSince } from "./what-changed.ts";

/** Why the notice asks again, at the top of it; nothing where nothing has changed. */
export function Changed({ facts, acting }: { facts: PageFacts; acting: Acting }) {
  const { receipt, consent, now } = facts;
  const changes = changesSince(facts);
  if (!receipt || changes.length === 0) return null;
  const ended = receipt.answer === "agreed" && consent.answer === "unanswered";
  return (
    <section class="card changed" aria-labelledby="changed">
      <h2 id="changed">{t("changed.title")}</h2>
      <p class="quiet">
        {t("changed.last", t(`answer.${receipt.answer}`), dayWords(receipt.at, now), receipt.notice)}
      </p>
      <ul>
        {changes.map((change) => (
          <ChangeWords key={change.is} change={change} />
        ))}
      </ul>
      {ended && (
        <div class="row">
          <p class="small quiet">{t("changed.ended")}</p>
          <Withdraw acting={acting} small />
        </div>
      )}
    </section>
  );
}

function ChangeWords({ change }: { change: Change }) {
  if (change.is === "idle") return <li>{t("changed.idle")}</li>;
  if (change.is !== "text") {
    const names = listWords(change.tools.map(({ alias }) => alias));
    const key = change.is === "tools-new" ? "changed.toolsNew" : "changed.toolsChanged";
    return <li>{t(key, names)}</li>;
  }
  return (
    <>
      {brought.slice(change.answered - 1).map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </>
  );
}
