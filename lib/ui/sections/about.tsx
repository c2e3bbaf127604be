// What this is, how long it keeps, where it ships, and what it did not keep.
import { noticeVersion } from "../../../schemas/consent.ts";
import { browser } from "../../platform/browser.ts";
import { numberWords, t } from "../../platform/words.ts";
import { bundled } from "../../vocabulary/bundled.ts";
import { buildWords, reviewWords } from "../build-words.ts";
import { database } from "../database.ts";
import { dropWords } from "../drop-words.ts";
import { useLive } from "../use-live.ts";

export function About() {
  const dropped = useLive(() => database.dropped.toArray(), []);
  const { version } = browser.runtime.getManifest();
  return (
    <section class="view">
      <h1>{t("section.about")}</h1>
      <p class="lead">
        {t("about.lead", version, noticeVersion)} {buildWords}
      </p>
      <div class="stack wide">
        <section class="card stack" aria-labelledby="limits">
          <h2 id="limits">{t("about.limits")}</h2>
          <dl class="facts">
            <Fact name={t("about.review")} value={reviewWords} />
            <Fact name={t("about.kept")} value={t("about.keptDays")} />
            <Fact name={t("about.collector")} value={__COLLECTOR__} />
            <Fact name={t("about.build")} value={__BUILD__} />
            {bundled().map(({ tool, title, version: edition }) => (
              <Fact key={tool} name={t("about.vocabulary", title)} value={t("about.edition", edition)} />
            ))}
          </dl>
          <p class="small quiet">{t("about.localOnly")}</p>
        </section>
        <section class="card stack" aria-labelledby="dropped">
          <h2 id="dropped">{t("about.dropped")}</h2>
          {dropped?.length ? (
            <table>
              <caption>{t("about.staysHere")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("about.why")}</th>
                  <th scope="col" class="n">
                    {t("about.often")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {dropped.map(({ reason, count }) => (
                  <tr key={reason} data-reason={reason}>
                    <td>{dropWords(reason)}</td>
                    <td class="n">{numberWords(count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : (
            <p class="quiet">{t("about.noneDropped")}</p>
          )}
        </section>
      </div>
    </section>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
