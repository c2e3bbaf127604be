// The parts of the store page that are for everybody.
import { html, raw } from "hono/html";
import type { Company } from "../../schemas/company.ts";
import type { Release } from "../../schemas/release.ts";
import { erasePage } from "../erasing/page.ts";
import { acts, lanes, mayDo, ways } from "./page-text.ts";
import { pictures } from "./screenshots.ts";

const day = (at: number) =>
  new Date(at).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024).toLocaleString("en")} KB`;
const fileOf = ({ files }: Release, role: Release["files"][number]["role"]) =>
  files.find((file) => file.role === role)!;

/** What happens after installing. */
export const actsPart = html`<h2 class="sr">How it works</h2><ol class="three">${acts.map(
  ([title, text]) => html`<li class="tight"><h3>${title}</h3><p class="small quiet">${text}</p></li>`,
)}</ol>`;

/** How to install, browser by browser. */
export const waysPart = html`<section class="tight" aria-labelledby="install"><h2 id="install">How to install it</h2><div class="thirds">
${ways.map(
  ({ browser, managed, steps }) => html`<div class="card"><h3>${browser}</h3><p>${managed}</p>
<details><summary>In a browser that is not managed</summary><ol>${steps.map((step) => html`<li>${step}</li>`)}</ol></details></div>`,
)}</div></section>`;

/** Permissions and lanes. */
export const permissionsPart = (
  company: Company,
) => html`<section class="card"><h2>What it may do</h2><table class="folds">
<thead><tr><th>Permission</th><th>What for</th></tr></thead><tbody>${mayDo(company.grantHosts === true).map(
  ([name, what]) => html`<tr><td>${name}</td><td>${what}</td></tr>`,
)}</tbody></table></section>
<section class="thirds" aria-label="What leaves and what does not">${lanes(
  company.retentionDays ?? 30,
  company.reviewHours ?? 24,
).map(
  ([lane, title, text]) => html`<div class="lane ${lane}"><h3>${title}</h3><p>${text}</p></div>`,
)}</section>`;

/** Said before anybody removes it. */
export const removingPart = html`<section class="card"><h2>If you remove it</h2>
<p>With the extension goes all that is in the browser: your record, what waits for your review, and the erase keys. What was
shipped stays at the collector until its time is over. So save your erase keys first, under Export and erase; with that file
you can <a href="${erasePage}">erase what was shipped without the extension</a>. That page opens by itself too.</p></section>`;

/** Pictures, taken by the specs. */
export const picturesPart = html`<section class="pictures" aria-label="Pictures">${pictures.map(
  ({ path, caption }) =>
    html`<figure><img src="${path}" alt="" loading="lazy"><figcaption>${caption}</figcaption></figure>`,
)}</section>`;

/** What changed, the newest first. */
export const changesPart = (releases: readonly Release[]) =>
  html`<section class="card"><h2>Changes</h2>${releases.map(
    (
      { version, at, changes },
      position,
    ) => html`<details${raw(position === 0 ? " open" : "")}><summary>${version}, ${day(at)}</summary>
<ul>${changes.map((change) => html`<li>${change}</li>`)}</ul></details>`,
  )}</section>`;

const fact = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** The column of facts. */
export function factsPart(company: Company, release: Release) {
  const { version, at, commit } = release;
  const linked = (role: Release["files"][number]["role"], text: string) => {
    const { name, size } = fileOf(release, role);
    return html`<a href="${version}/${name}">${text}</a> <span class="quiet small">${kilobytes(size)}</span>`;
  };
  const sum = (role: "chromium" | "firefox") =>
    html`<code class="small">${fileOf(release, role).sha256}</code>`;
  return html`<aside class="stack"><dl>
${fact("Version", `${version}, ${day(at)}`)}
${fact("Works in", `Chrome, Edge and Chromium ${release.oldest.chromium}, Firefox ${release.oldest.firefox}, and later`)}
${fact("Languages", "English, Deutsch, Français, Español, 日本語")}
${fact("Run by", company.company)}
${fact("Questions to", company.contact)}
${company.agreedWith === undefined ? "" : fact("Agreed with", company.agreedWith)}
${fact("Packages", html`${linked("chromium", "Chrome, Edge, Chromium")}<br>${linked("firefox", "Firefox")}`)}
${fact("To check it", html`${linked("source", "The source it is made from")}<br>${linked("contents", "What is inside")}<br><a href="${version}/SHA256SUMS">All checksums</a>`)}
${fact("Commit", html`<code class="small">${commit}</code>`)}
${fact("SHA-256, Chrome", sum("chromium"))}
${fact("SHA-256, Firefox", sum("firefox"))}
</dl><p class="note small">Your company may install Tooltrail for you. It still records nothing until you agree.</p></aside>`;
}
