// Goes through an application as a careful stranger: opens menus, tabs, dialogs and drawn things, changes
// nothing on purpose. Each state is visited twice, in two fresh profiles, and only what both saw counts.
import type { Browser, Page } from "playwright";
import { addTo, type Collected, type Control, inBoth, type Seen, seenNothing } from "./found.ts";
import { isAttribute, isRisky, isTerm, routesOf } from "./keep.ts";

export interface Limits {
  /** Presses in a row. */
  depth: number;
  /** States visited. */
  pages: number;
  seconds: number;
}

export interface Explored {
  seen: Seen;
  states: number;
  /** Controls that were not pressed because of their names. */
  avoided: string[];
  /** States that could not be reached, for example because a press was covered. */
  unreached: number;
  /** States left over when a limit was met. */
  left: number;
}

interface State {
  address: string;
  presses: readonly Control[];
}

interface Visit {
  seen: Seen;
  controls: Control[];
  links: string[];
}

const pressLimit = 1500;

function seenIn(collected: Collected): Seen {
  const { attributes } = collected;
  return {
    routes: new Set(routesOf(collected.address)),
    terms: new Set(collected.terms.filter(isTerm)),
    attributes: new Set(
      attributes.filter(({ value }) => isAttribute(value)).map(({ name, value }) => `${name}=${value}`),
    ),
    elements: new Set(collected.elements.filter((name) => /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name))),
  };
}

export async function explore(options: {
  browser: Browser;
  address: string;
  script: string;
  language: string;
  limits: Limits;
}): Promise<Explored> {
  const { browser, script, language, limits } = options;
  const { origin } = new URL(options.address);
  const until = Date.now() + limits.seconds * 1000;
  const states: State[] = [{ address: options.address, presses: [] }];
  const known = new Set<string>(routesOf(options.address));
  const result: Explored = { seen: seenNothing(), states: 0, avoided: [], unreached: 0, left: 0 };

  for (let state = states.shift(); state; state = states.shift()) {
    if (result.states >= limits.pages || Date.now() > until) {
      result.left = states.length + 1;
      break;
    }
    const at = state;
    const visits = await Promise.all([visit(at), visit(at)]);
    const [one, other] = visits;
    if (!one || !other) {
      result.unreached++;
      continue;
    }
    result.states++;
    addTo(result.seen, inBoth(one.seen, other.seen));
    follow(at, one);
  }
  return result;

  function follow({ address, presses }: State, { controls, links }: Visit): void {
    for (const control of controls) {
      if (known.has(control.key)) continue;
      known.add(control.key);
      if (isRisky(control.name)) result.avoided.push(control.name);
      else if (!control.leaves && presses.length < limits.depth) {
        states.push({ address, presses: [...presses, control] });
      }
    }
    for (const link of links) {
      const route = routesOf(link).join(" ");
      if (known.has(route) || new URL(link).origin !== origin || isRisky(link)) continue;
      known.add(route);
      states.push({ address: link, presses: [] });
    }
  }

  /** One visit of a state in a profile of its own, or nothing where it cannot be reached. */
  async function visit({ address, presses }: State): Promise<Visit | undefined> {
    const context = await browser.newContext({ locale: language, bypassCSP: true });
    try {
      const page = await context.newPage();
      await page.goto(address, { waitUntil: "networkidle", timeout: 30_000 });
      await inject(page);
      for (const control of presses) {
        const place = page.locator(control.path).first();
        if (control.twice) await place.dblclick({ timeout: pressLimit });
        else await place.click({ timeout: pressLimit });
        await inject(page);
      }
      if (new URL(page.url()).origin !== origin) return undefined;
      const collected = await page.evaluate<Collected>("tooltrailCrawler.collect()");
      const controls = await page.evaluate<Control[]>("tooltrailCrawler.controls()");
      return { seen: seenIn(collected), controls, links: collected.links };
    } catch (error) {
      // Covered, gone, or the page left for good: the state is counted as not reached. Anything else is a fault.
      if (error instanceof Error && /Timeout|navigat|closed|context was destroyed/i.test(error.message))
        return undefined;
      throw error;
    } finally {
      await context.close();
    }
  }

  /** A press may have loaded another document, which has no script yet. */
  async function inject(page: Page): Promise<void> {
    await page.waitForLoadState("load");
    const there = await page.evaluate<boolean>("typeof tooltrailCrawler === 'object'");
    if (!there) await page.evaluate(script);
    await page.evaluate("tooltrailCrawler.settled()");
  }
}
