// What a bundle of the release may weigh, in bytes. A bundle that outgrows its budget fails `npm test`: win the bytes
// back, or raise the number here with the reason for it. A budget that is far off is lowered.

export interface Budget {
  build: "chrome-mv3" | "firefox-mv3";
  bundle: "content script" | "background" | "options" | "popup";
  raw: number;
  gzip: number;
  because: string;
}

/** Issue 4's bound for all that is put into a page, without the vocabulary. Not reached yet: see `because`. */
export const mostInPage = 12_288;

const inPage =
  "Put into every frame of a tool. Issue 4 asks for 12,288 gzip: this is what was reached, and may only go down. " +
  "Raised once by 1.5 kB: what a page is searched for is kept and found anew in idle slices, 10 ms less in each click.";
const ownPages = "Only opened by the person; small enough to open at once.";
const worker =
  "Started anew for each burst of steps: zod, the schemas and the store are most of it; then the company's policy, the consent machine and what the person's pages ask; the weekly draw of step reports is 2,900 gzip, the mark in the page and the signs of the toolbar 1,500.";
const popup =
  "Opened from the toolbar: the line of truth in every state, pause, forget and undo, tasks, what was just recorded; the vocabularies come after it.";

export const budgets: readonly Budget[] = [
  { build: "chrome-mv3", bundle: "content script", raw: 83_387, gzip: 31_938, because: inPage },
  { build: "chrome-mv3", bundle: "background", raw: 446_000, gzip: 126_900, because: worker },
  { build: "chrome-mv3", bundle: "options", raw: 484_000, gzip: 137_500, because: ownPages },
  { build: "chrome-mv3", bundle: "popup", raw: 276_500, gzip: 88_200, because: popup },
  { build: "firefox-mv3", bundle: "content script", raw: 83_916, gzip: 32_138, because: inPage },
  { build: "firefox-mv3", bundle: "background", raw: 446_000, gzip: 126_900, because: worker },
  { build: "firefox-mv3", bundle: "options", raw: 484_000, gzip: 137_500, because: ownPages },
  { build: "firefox-mv3", bundle: "popup", raw: 276_500, gzip: 88_200, because: popup },
];
