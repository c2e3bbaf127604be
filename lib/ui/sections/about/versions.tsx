import { browser } from "../../../platform/browser.ts";
import { t } from "../../../platform/words.ts";
import licences from "../../licences.json";
import { Fact } from "./fact.tsx";
import { versionWords } from "./version-words.ts";

/** Versions of what works together here, and the licences of what is in it. */
export const Versions = () => (
  <section class="card stack" aria-labelledby="versions">
    <h2 id="versions">{t("versions.title")}</h2>
    <dl class="facts">
      {versionWords(browser.runtime.getManifest().version).map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
    </dl>
    <details>
      <summary>{t("licences.title")}</summary>
      <p class="small quiet">{t("licences.own", licences.own)}</p>
      <dl class="facts">
        {Object.entries(licences.packages).map(([name, licence]) => (
          <Fact key={name} name={name} value={licence} />
        ))}
      </dl>
    </details>
  </section>
);
