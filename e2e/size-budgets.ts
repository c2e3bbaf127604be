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
  "Raised once by 1.5 kB: what a page is searched for is kept and found anew in idle slices, 10 ms less in each click; " +
  "and by 180 bytes: a paste has its field's length, or it would be told from typing; " +
  "and by 20: a page asks again when no answer comes.";
const ownPages =
  "Only opened by the person; small enough to open at once. The public suffix list (131,000 raw, 47,000 gzip) is read when a tool is added. My data says by the rules themselves what would leave (8,000 raw), Shipped shows single answers. Raised by 6,000 raw, 2,800 gzip: the sums of an export are a kept library's, and the keyboard goes back to the row that an undo brings back. The popup was raised by 300 raw: the store's stop file is one more source of what it says. Raised by 6,700 raw, 2,200 gzip: Shipped reads the collector's ledger and checks its chain, a task says whether it leaves, a newer version's database and a removal have their words; the popup by 1,000 raw for the schemas of those.";
const worker =
  "Started anew for each burst of steps: zod, the schemas and the store are most of it; then the company's policy, the consent machine and what the person's pages ask; the weekly draw of step reports is 2,900 gzip, the rules by which habits stay here as much. " +
  "Raised by 11,000 raw, 4,600 gzip: a signed list of tools, the weekly health report, what may leave of a task, " +
  "updates between two acts, a database of a newer version that is left alone. " +
  "Sealing and tokens (HPKE, binary HTTP, blind RSA) are 70,000 raw, 25,000 gzip: a service worker may not load a part " +
  "later, so they lie in the one file, and are evaluated when something is sealed or a token fetched.";

export const budgets: readonly Budget[] = [
  { build: "chrome-mv3", bundle: "content script", raw: 83_630, gzip: 32_010, because: inPage },
  { build: "chrome-mv3", bundle: "background", raw: 569_000, gzip: 165_600, because: worker },
  { build: "chrome-mv3", bundle: "options", raw: 586_700, gzip: 169_200, because: ownPages },
  { build: "chrome-mv3", bundle: "popup", raw: 279_300, gzip: 89_300, because: ownPages },
  { build: "firefox-mv3", bundle: "content script", raw: 84_160, gzip: 32_220, because: inPage },
  { build: "firefox-mv3", bundle: "background", raw: 569_000, gzip: 165_600, because: worker },
  { build: "firefox-mv3", bundle: "options", raw: 586_700, gzip: 169_200, because: ownPages },
  { build: "firefox-mv3", bundle: "popup", raw: 279_300, gzip: 89_300, because: ownPages },
];
