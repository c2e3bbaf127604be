// One visit of one state of an application, in a profile of its own.
import type { Browser, Frame, Page } from "playwright";
import type { Account } from "./account.ts";
import type { Collected, Control } from "./found.ts";

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
}

export interface Site {
  browser: Browser;
  script: string;
  language: string;
  account: Account;
  submit: boolean;
}

export interface Visit<T> {
  /** The page first, then its frames of the same origin. */
  frames: { frame: readonly number[]; found: T }[];
  presses: Press[];
}

/** Runs in the page before its own scripts: no form is sent, however it is asked. */
function holdForms(): void {
  addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  HTMLFormElement.prototype.submit = () => {};
  HTMLFormElement.prototype.requestSubmit = () => {};
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
  if (twice) await element.dblclick({ timeout: pressLimit });
  else await element.click({ timeout: pressLimit });
}

/** Covered, gone, or the page left for good: the state is not reached. Anything else is a fault. */
const isUnreached = (error: unknown): boolean =>
  error instanceof Error &&
  /Timeout|navigat|closed|context was destroyed|detached|not attached|ERR_ABORTED/i.test(error.message);

/** What `expression` finds in the state, or nothing where it cannot be reached. */
export async function visit<T = Collected>(
  site: Site,
  state: State,
  expression = "tooltrailCrawler.collect()",
): Promise<Visit<T> | undefined> {
  const { browser, script, language, account, submit } = site;
  const context = await browser.newContext({
    locale: language,
    bypassCSP: true,
    viewport,
    storageState: account,
  });
  try {
    if (!submit) await context.addInitScript(holdForms);
    const page = await context.newPage();
    await page.goto(state.address, { waitUntil: "networkidle", timeout: loadLimit });
    await inject(page.mainFrame(), script);
    for (const control of state.presses) {
      await press(page, control, script);
      await inject(page.mainFrame(), script);
    }
    if (new URL(page.url()).origin !== new URL(state.address).origin) return undefined;
    const visited: Visit<T> = { frames: [], presses: [] };
    for (const { frame, at } of framesOf(page)) {
      await inject(frame, script);
      visited.frames.push({ frame: at, found: await frame.evaluate<T>(expression) });
      const controls = await frame.evaluate<Control[]>(
        `tooltrailCrawler.controls(${JSON.stringify({ submit })})`,
      );
      visited.presses.push(...controls.map((control) => ({ ...control, frame: at })));
    }
    return visited;
  } catch (error) {
    if (isUnreached(error)) return undefined;
    throw error;
  } finally {
    await context.close();
  }
}
