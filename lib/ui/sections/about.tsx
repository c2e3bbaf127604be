// What this is, how long it keeps, where it ships, and what it did not keep.
import { noticeVersion } from "../../../schemas/consent.ts";
import { browser } from "../../platform/browser.ts";
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
      <h1>About</h1>
      <p class="lead">
        Tooltrail {version}, notice {noticeVersion}. {buildWords}
      </p>
      <div class="stack wide">
        <section class="card stack" aria-labelledby="limits">
          <h2 id="limits">Limits</h2>
          <dl class="facts">
            <Fact name="Review window" value={reviewWords} />
            <Fact name="Kept here" value="30 days" />
            <Fact name="Collector" value={__COLLECTOR__} />
            <Fact name="Build" value={__BUILD__} />
            {bundled().map(({ tool, title, version: edition }) => (
              <Fact key={tool} name={`Vocabulary ${title}`} value={`version ${edition}`} />
            ))}
          </dl>
          <p class="small quiet">
            Until re-identification is measured, Tooltrail ships only to a collector on this computer.
          </p>
        </section>
        <section class="card stack" aria-labelledby="dropped">
          <h2 id="dropped">What was not kept</h2>
          {dropped?.length ? (
            <table>
              <caption>These counts stay here</caption>
              <thead>
                <tr>
                  <th scope="col">Why</th>
                  <th scope="col" class="n">
                    How often
                  </th>
                </tr>
              </thead>
              <tbody>
                {dropped.map(({ reason, count }) => (
                  <tr key={reason} data-reason={reason}>
                    <td>{dropWords[reason]}</td>
                    <td class="n">{count.toLocaleString("en-GB")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : (
            <p class="quiet">Nothing was dropped or refused so far.</p>
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
