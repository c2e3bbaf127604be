import { t } from "../../../platform/words.ts";
import { promises } from "./promises.ts";
import { unlinkedHere } from "./unlinked.ts";

/** The threat model in short: who must be able to trust it, and what is promised, each with where it is tested. */
export const PromiseList = () => (
  <section class="card stack" aria-labelledby="promises">
    <h2 id="promises">{t("promises.title")}</h2>
    <p class="quiet">{t("promises.lead")}</p>
    <ol class="promises">
      {promises.map((promise, at) => (
        <li key={promise.name}>
          <span class="tag">{`P${at + 1}`}</span>
          <div>
            <p>{t(`promise.${promise.name}`)}</p>
            {promise.name === "unlinked" && <Unlinked />}
            {"later" in promise && <p class="small later">{t(`later.${promise.name}`)}</p>}
            {promise.tests.length > 0 && (
              <p class="small quiet">
                {t("promises.tested")}{" "}
                {promise.tests.map((path) => (
                  <code key={path}>{path}</code>
                ))}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
    <p class="small quiet">{t("promises.notPromised")}</p>
  </section>
);

/** This one depends on what the build was made with. */
function Unlinked() {
  const { words, whole } = unlinkedHere({ issuer: __ISSUER__, relay: __RELAY__ });
  return <p class={whole ? "small quiet" : "small later"}>{words}</p>;
}
