// The store page says what is true today. It holds no script and loads nothing.
import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Package } from "./packages.ts";
import { installSteps, leaves, permissions } from "./page-text.ts";
import { style } from "./style.ts";

const styleHash = createHash("sha256").update(style).digest("base64");

/** The page's content security policy: its own style sheet, by hash, and nothing else. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const browserNames: Record<string, string> = {
  chrome: "Chrome, Edge and Chromium",
  edge: "Edge",
  firefox: "Firefox",
  sources: "Source code of the Firefox package",
};

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024).toLocaleString("en")} KB`;

const card = ({ file, browser, version, demo, size, digest }: Package, first: boolean): Html => html`
<article class="card" data-browser="${browser}">
  <h2>${browserNames[browser] ?? browser}${demo ? " (demonstration: short review window)" : ""}</h2>
  <a class="get${first ? "" : " plain"}" href="/store/${file}" download>Download ${version}</a>
  <dl>
    <div><dt>File</dt><dd><code>${file}</code></dd></div>
    <div><dt>Version</dt><dd>${version}</dd></div>
    <div><dt>Size</dt><dd>${kilobytes(size)}</dd></div>
    <div><dt>SHA-256</dt><dd><code class="small">${digest}</code></dd></div>
  </dl>
</article>`;

const noPackages = html`<p class="card">There is no package yet. Build them with <code>npm run build</code> and <code>npx wxt zip</code>,
then reload this page.</p>`;

const mark = raw(
  `<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><rect x="3" y="3" width="18" height="4.4" rx="1.2" fill="currentColor" stroke="none"/><circle cx="12" cy="11.7" r="1.9" fill="currentColor" stroke="none"/><circle cx="13.5" cy="16.2" r="1.9" fill="currentColor" stroke="none"/><circle cx="11.6" cy="20.7" r="1.6"/></svg>`,
);

/** The whole page for a list of packages. */
export const page = (packages: Package[]): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tooltrail in the internal store</title>
<style>${raw(style)}</style>
</head>
<body>
<header class="site"><p><b>Internal store</b> <span class="quiet small">Browser extensions</span></p></header>
<main>
<section class="hero"><div class="tile">${mark}</div><div><h1>Tooltrail</h1>
<p class="lead">Show agents how routine work is done, in the tools you choose, and see each byte before it leaves.</p></div></section>
<p class="quiet">Installing records nothing. You are asked first, and no is a full answer.</p>
${packages.length ? html`<div class="cols">${packages.map((entry, i) => card(entry, i === 0))}</div>` : noPackages}
<section class="cols">
${installSteps.map(
  ({ browser, steps }) =>
    html`<div class="card"><h2>Install in ${browser}</h2><ol>${steps.map(
      (step) => html`<li>${step}</li>`,
    )}</ol></div>`,
)}
</section>
<p class="quiet small">These packages are not signed yet, so they are loaded by hand. Signed packages, which update themselves, come later.
Compare the SHA-256 with the one you were told by somebody else than this page.</p>
<section class="card"><h2>What it may do</h2><table><thead><tr><th>Permission</th><th>What for</th></tr></thead><tbody>
${permissions.map(([name, what]) => html`<tr><td>${name}</td><td>${what}</td></tr>`)}
</tbody></table></section>
<section class="cols">
${leaves.map(([lane, title, text]) => html`<div class="lane ${lane}"><h3>${title}</h3><p>${text}</p></div>`)}
</section>
</main>
</body>
</html>`;
