// What this is: who runs it, how long it keeps, what the company's policy says, what was measured, what is promised,
// and what it did not keep.
import { noticeVersion } from "../../../schemas/consent.ts";
import { browser } from "../../platform/browser.ts";
import { t } from "../../platform/words.ts";
import type { SectionProps } from "../options.tsx";
import { Diagnostics } from "./about/diagnostics.tsx";
import { Limits } from "./about/limits.tsx";
import { Measured } from "./about/measured-card.tsx";
import { PolicyCard } from "./about/policy-card.tsx";
import { PromiseList } from "./about/promise-list.tsx";
import { Runs } from "./about/runs.tsx";
import { Versions } from "./about/versions.tsx";

export const About = ({ facts }: SectionProps) => (
  <section class="view">
    <h1>{t("section.about")}</h1>
    <p class="lead">{t("about.lead", browser.runtime.getManifest().version, noticeVersion)}</p>
    <div class="stack wide">
      <div class="halves">
        <Runs facts={facts} />
        <Limits facts={facts} />
      </div>
      <PolicyCard facts={facts} />
      <Measured />
      <div class="halves">
        <Diagnostics />
        <Versions />
      </div>
      <PromiseList />
    </div>
  </section>
);
