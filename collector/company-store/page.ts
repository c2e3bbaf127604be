// The store's page for people: made anew from what lies in the store. No script, nothing from elsewhere.
import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Company } from "../../schemas/company.ts";
import type { Release } from "../../schemas/release.ts";
import type { PolicyFile } from "../company/policy-files.ts";
import { administratorsPart } from "./page-administrators.ts";
import {
  actsPart,
  changesPart,
  factsPart,
  permissionsPart,
  picturesPart,
  removingPart,
  waysPart,
} from "./page-people.ts";
import { pageStyle } from "./page-style.ts";
import { stoppedText } from "./page-text.ts";

export interface PageOptions {
  company: Company;
  /** The newest first; there is at least one. */
  releases: readonly Release[];
  policies: readonly PolicyFile[];
}

const styleHash = createHash("sha256").update(pageStyle).digest("base64");
const own = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; base-uri 'none'; form-action 'none'`;

/** As a header; in the page itself stands all of it that a page may say. */
export const pagePolicy = `${own}; frame-ancestors 'none'`;

const mark = raw(
  `<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><rect x="3" y="3" width="18" height="4.4" rx="1.2" fill="currentColor" stroke="none"/><circle cx="12" cy="11.7" r="1.9" fill="currentColor" stroke="none"/><circle cx="13.5" cy="16.2" r="1.9" fill="currentColor" stroke="none"/><circle cx="11.6" cy="20.7" r="1.6"/></svg>`,
);

/** The whole page. */
export function page({
  company,
  releases,
  policies,
}: PageOptions): HtmlEscapedString | Promise<HtmlEscapedString> {
  const newest = releases[0]!;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${own}">
<title>Tooltrail, ${company.company} internal store</title>
<link rel="icon" href="icon.png">
<style>${raw(pageStyle)}</style>
</head>
<body>
<header class="site"><p><b>${company.company} internal store</b> <span class="quiet small">Browser extensions</span></p></header>
<main class="store">
<section class="hero"><div class="tile">${mark}</div><div><h1>Tooltrail</h1>
<p class="lead">Show agents how routine work is done, in the tools you choose, and see each byte before it leaves.</p></div></section>
${company.stop ? html`<p class="stopped">${stoppedText(company.company)}</p>` : ""}
<div class="acts"><a class="get" href="#install">Install</a><a class="get plain" href="tooltrail.xpi">Take it into Firefox</a>
<span class="quiet">Installing records nothing. You are asked first, and no is a full answer.</span></div>
<div class="stack">
${actsPart}
${permissionsPart(company)}
${waysPart}
${removingPart}
${picturesPart}
${changesPart(releases)}
${administratorsPart(company, policies)}
</div>
${factsPart(company, newest)}
</main>
</body>
</html>
`;
}
