// What was not kept or not sent, by reason; these counts stay here, and can be copied for whoever runs it.
import { browser } from "../../../platform/browser.ts";
import { numberWords, t } from "../../../platform/words.ts";
import { database } from "../../database.ts";
import { dropWords } from "../../drop-words.ts";
import { Said, useAct } from "../../use-act.tsx";
import { useLive } from "../../use-live.ts";
import { versionWords } from "./version-words.ts";

async function read() {
  const [dropped, shipments] = await Promise.all([database.dropped.toArray(), database.shipments.toArray()]);
  const count = (is: string) => shipments.filter(({ state }) => state === is).length;
  return {
    dropped,
    waiting: count("waiting"),
    rejected: count("rejected"),
    retried: shipments.reduce(
      (all, { attempts, state }) => all + Math.max(0, attempts - (state === "waiting" ? 0 : 1)),
      0,
    ),
  };
}

export function Diagnostics() {
  const found = useLive(read, []);
  const acting = useAct();
  if (!found) return null;
  const lines: [name: string, count: number][] = [
    [t("diagnostics.waiting"), found.waiting],
    [t("diagnostics.rejected"), found.rejected],
    [t("diagnostics.retried"), found.retried],
  ];
  const copy = () =>
    acting.run(async () => {
      const dropped = found.dropped.map(({ reason, count }) => [dropWords(reason), count] as const);
      const counts = [...lines, ...dropped].map(([name, count]) => `${name}: ${numberWords(count)}`);
      const { version } = browser.runtime.getManifest();
      await navigator.clipboard.writeText(
        `${[...versionWords(version).map((pair) => pair.join(": ")), ...counts].join("\n")}\n`,
      );
      return t("diagnostics.copied");
    });
  return (
    <section class="card stack" aria-labelledby="dropped">
      <h2 id="dropped">{t("about.dropped")}</h2>
      <dl class="facts">
        {lines.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{numberWords(count)}</dd>
          </div>
        ))}
      </dl>
      {found.dropped.length > 0 ? (
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
            {found.dropped.map(({ reason, count }) => (
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
      <div class="row">
        <button type="button" class="btn small" onClick={copy}>
          {t("diagnostics.copy")}
        </button>
        <Said acting={acting} />
      </div>
    </section>
  );
}
