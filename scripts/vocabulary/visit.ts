// One visit of an application in a profile of its own: presses lead to a state, and from there each of some
// further presses is tried, with Escape between them.
import type { Browser, Frame, Page } from "playwright";
import type { Account } from "./account.ts";
import type { Collected, Control } from "./found.ts";
import { holdBack } from "./hold-back.ts";
import { type Hovered, type Hovers, hoverAll } from "./hover.ts";

export const viewport = { width: 1280, height: 720 };
const pressLimit = 1500;
const loadLimit = 30_000;

export interface Press extends Control {
  /** Position in each frame's list of frames, from the page down. */
  frame: readonly number[];
}

export interface State {
  address: string;
  presses: readonly Press[];
  /** Presses that are tried from there, one after another. */
  tries: readonly Press[];
}

export interface Site {
  browser: Browser;
  script: string;
  language: string;
  account: Account;
  submit: boolean;
  /** Attributes whose elements were hovered before, and how often; without it nothing is hovered. */
  hovers?: Hovers | undefined;
}

/** What a state shows. */
export interface Shown<T> {
  /** The page first, then its frames of the same origin. */
  frames: { frame: readonly number[]; found: T; hovered: Hovered[] }[];
  presses: Press[];
}

/** Nothing for a state that was not reached: it was covered, or led elsewhere. `after` ends with the first of those. */
export interface Visit<T> {
  at: Shown<T> | undefined;
  after: (Shown<T> | undefined)[];
}

/** Those of the page's own origin; a frame without an address has that of the page around it. */
function framesOf(page: Page): { frame: Frame; at: number[] }[] {
  const { origin } = new URL(page.url());
  const within = (frame: Frame, at: number[]): { frame: Frame; at: number[] }[] => [
    { frame, at },
    ...frame.childFrames().flatMap((child, position) => {
      const url = child.url();
      const own = /^(about:|$)/.test(url) || (URL.canParse(url) && new URL(url).origin === origin);
      return own ? within(child, [...at, position]) : [];
    }),
  ];
  return within(page.mainFrame(), []);
}

/** A press may have loaded another document, which has no script yet. */
async function inject(frame: Frame, script: string): Promise<void> {
  await frame.waitForLoadState("load", { timeout: loadLimit });
  const there = await frame.evaluate<boolean>("typeof tooltrailCrawler === 'object'");
  if (!there) await frame.evaluate(script);
  await frame.evaluate("tooltrailCrawler.settled()");
}

async function press(page: Page, { frame, place, twice }: Press, script: string): Promise<void> {
  const within = framesOf(page).find(({ at }) => at.join() === frame.join())?.frame;
  if (!within) throw new Error("Timeout: the frame is not there.");
  await inject(within, script);
  const handle = await within.evaluateHandle<Element | null>(
    `tooltrailCrawler.find(${JSON.stringify(place)})`,
  );
  const element = handle.asElement();
  if (!element) throw new Error("Timeout: the control is not there.");
  // A drawing's text lets the pointer through to the shape below it, which a strict press takes for covered.
  if (twice) await element.dblclick({ timeout: pressLimit, force: true });
  else await element.click({ timeout: pressLimit });
}

/** Covered, gone, or the page left for good: the state is not reached. Anything else is a fault. */
const isUnreached = (error: unknown): boolean =>
  error instanceof Error &&
  /Timeout|navigat|closed|context was destroyed|detached|not attached|not visible|outside of the viewport|ERR_ABORTED/i.test(
    error.message,
  );

async function show<T>(page: Page, site: Site, expression: string): Promise<Shown<T>> {
  const shown: Shown<T> = { frames: [], presses: [] };
  const { script, submit, hovers } = site;
  for (const { frame, at } of framesOf(page)) {
    await inject(frame, script);
    const found = await frame.evaluate<T>(expression);
    shown.frames.push({ frame: at, found, hovered: [] });
    const controls = await frame.evaluate<Control[]>(
      `tooltrailCrawler.controls(${JSON.stringify({ submit })})`,
    );
    shown.presses.push(...controls.map((control) => ({ ...control, frame: at })));
    if (hovers) shown.frames.at(-1)!.hovered = await hoverAll(page, frame, hovers);
  }
  return shown;
}

/** Undefined for a state that cannot be reached; anything else that goes wrong is a fault. */
async function reached<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (isUnreached(error)) return undefined;
    throw error;
  }
}

/** What `expression` finds in the state, and in the states that one further press each leads to. */
export async function visit<T = Collected>(
  site: Site,
  state: State,
  expression = "tooltrailCrawler.collect()",
): Promise<Visit<T>> {
  const { browser, script, language, account, submit } = site;
  const context = await browser.newContext({
    locale: language,
    bypassCSP: true,
    viewport,
    storageState: account,
  });
  try {
    if (!submit) await context.addInitScript(holdBack);
    const page = await context.newPage();
    const { origin } = new URL(state.address);
    const pressAndShow = async (further: readonly Press[]) => {
      for (const control of further) await press(page, control, script);
      await inject(page.mainFrame(), script);
      return new URL(page.url()).origin === origin ? await show<T>(page, site, expression) : undefined;
    };
    const at = await reached(async () => {
      await page.goto(state.address, { waitUntil: "networkidle", timeout: loadLimit });
      return await pressAndShow(state.presses);
    });
    const visited: Visit<T> = { at, after: [] };
    for (const further of at ? state.tries : []) {
      const shown = await reached(() => pressAndShow([further]));
      visited.after.push(shown);
      // What is open now covers the others as well: they begin anew in another visit.
      if (!shown) break;
      // Twice: once for a menu in a dialog, once for the dialog.
      for (let times = 0; times < 2; times++) await reached(() => page.keyboard.press("Escape"));
    }
    return visited;
  } finally {
    await context.close();
  }
}
