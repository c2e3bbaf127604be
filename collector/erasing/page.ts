// The page that opens when the extension was removed: what becomes of the data, and erasing without the extension. Any
// web server can serve it beside its script.
import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import { style } from "../internal-store/style.ts";
import type { Collecting } from "./carry-erasure.ts";

export const erasePage = "erase.html";
export const eraseScript = "erase.js";

const styleHash = createHash("sha256").update(style).digest("base64");

/** It may ask the collector, past the relay where there is one, and nobody else. */
const policyOf = ({ collector, relay }: Collecting) =>
  `default-src 'none'; script-src 'self'; style-src 'sha256-${styleHash}'; connect-src ${new URL(relay ?? collector).origin}; base-uri 'none'; form-action 'none'`;

/** As a header; in the page itself stands all of it that a page may say. */
export const erasePolicy = (collecting: Collecting): string =>
  `${policyOf(collecting)}; frame-ancestors 'none'`;

const lanes = [
  [
    "here",
    "What was in this browser",
    "It is gone with the extension: the record, what waited for your review, your answer, and the erase keys.",
  ],
  [
    "leaves",
    "What was shipped before",
    "It stays at the collector until its time there is over. It says nothing of who sent it, so only your erase keys can point at it.",
  ],
  [
    "never",
    "Where your erase keys are",
    "In the file that you saved, or as erase-keys.json in an export. Without that file nobody can find your shipments, we neither.",
  ],
] as const;

/** The whole page. */
export const erasingPage = (collecting: Collecting) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${policyOf(collecting)}">
<title>Erase what was shipped</title>
<style>${raw(style)}</style>
<script src="${eraseScript}" defer></script>
</head>
<body>
<header class="site"><p><b>Tooltrail</b></p></header>
<main data-collector="${collecting.collector}"${
  collecting.relay === undefined ? "" : html` data-relay="${collecting.relay}"`
}>
<h1>Tooltrail is removed. What becomes of your data</h1>
<section class="cols">${lanes.map(
  ([lane, title, text]) => html`<div class="lane ${lane}"><h2>${title}</h2><p>${text}</p></div>`,
)}</section>
<section class="card"><h2>Erase what was shipped</h2>
<p>Choose the file. It is read in this page and sent to nobody; its keys leave one by one, at random moments, with nothing
that says who you are. That may take some seconds a key.</p>
<form><p><label>File of erase keys <input type="file" accept="application/json,.json" required></label></p>
<p><button class="get" disabled>Erase</button></p></form>
<noscript><p>This page needs its script to read the file. Nothing is sent without it.</p></noscript>
<p role="status"></p></section>
</main>
</body>
</html>
`;
