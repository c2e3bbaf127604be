// Goes through an application as a careful stranger: opens menus, tabs, dialogs and drawn things, changes
// nothing on purpose. Each state is visited twice, in two fresh profiles, and only what both saw counts. The second
// visit may go to the same application over other data.
import { noteOf } from "./attribute-names.ts";
import {
  addTo,
  type Collected,
  type Counted,
  countedNothing,
  inBoth,
  type Seen,
  seenNothing,
} from "./found.ts";
import type { Hovers } from "./hover.ts";
import { isAttribute, isRisky, isTerm, routesOf } from "./keep.ts";
import { type Press, type Shown, type Site, type State, visit } from "./visit.ts";

export interface Limits {
  /** Presses in a row. */
  depth: number;
  /** States visited. */
  pages: number;
  seconds: number;
}

/** The application, or the same one over other data. */
export interface Place {
  site: Site;
  address: string;
}

export interface Explored {
  seen: Counted;
  states: number;
  /** Controls that were not pressed because of their names. */
  avoided: string[];
  /** States that could not be reached, for example because a press was covered. */
  unreached: number;
  /** States left over when a limit was met. */
  left: number;
}

function seenIn({ frames }: Shown<Collected>): Seen {
  const seen = seenNothing();
  for (const { frame, found, hovered } of frames) {
    const routes = routesOf(found.address);
    // A frame's document is no page of its own: its boxes belong to nothing that is shown by itself.
    if (frame.length === 0) {
      for (const route of routes) seen.routes.add(route);
      for (const { what, box } of found.boxes) seen.boxes.set(`${routes.at(-1)}\n${what}`, box);
    }
    for (const term of found.terms) if (isTerm(term)) seen.terms.add(term);
    for (const attribute of found.attributes) if (isAttribute(attribute)) seen.attributes.add(attribute);
    for (const part of found.single) if (isAttribute(part)) seen.single.add(part);
    for (const part of found.repeated) seen.repeated.add(part);
    for (const { attribute, texts } of hovered)
      for (const text of texts) if (isTerm(text)) seen.names.add(noteOf(attribute, text));
    for (const name of found.elements)
      if (/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name)) seen.elements.add(name);
  }
  return seen;
}

/** The same state over the other data. */
const elsewhere = ({ address, ...rest }: State, from: Place, to: Place): State => {
  const origin = new URL(from.address).origin;
  const path = address.slice(origin.length);
  const same = address === from.address ? to.address : `${new URL(to.address).origin}${path}`;
  return { address: same, ...rest };
};

/** Presses that are tried in one visit. More of them save loads, and lead further from the state they began in. */
const together = 8;

/** How far away a state is. Drawn things open much the same dialog each, so menus and tabs go before them. */
const farness = ({ presses, tries }: State): number =>
  presses.length +
  (tries.length > 0 ? 1 : 0) +
  1.5 * [...presses, ...tries.slice(0, 1)].filter(({ twice }) => twice).length;

/** Takes the nearest state; of equally near ones that which was met first. */
function next(states: State[]): State | undefined {
  const nearest = Math.min(...states.map(farness));
  const at = states.findIndex((state) => farness(state) === nearest);
  return at < 0 ? undefined : states.splice(at, 1)[0];
}

/** Goes from the page to what one press opens, and so on. */
export async function explore(options: {
  place: Place;
  other?: Place | undefined;
  limits: Limits;
  say?: (line: string) => void;
}): Promise<Explored> {
  const { place, limits } = options;
  const other = options.other ?? place;
  const { origin } = new URL(place.address);
  const until = Date.now() + limits.seconds * 1000;
  const states: State[] = [{ address: place.address, presses: [], tries: [] }];
  const known = new Set<string>(routesOf(place.address));
  const hovered: Hovers = new Map();
  const result: Explored = { seen: countedNothing(), states: 0, avoided: [], unreached: 0, left: 0 };

  for (let state = next(states); state; state = next(states)) {
    if (result.states >= limits.pages || Date.now() > until) {
      result.left = [state, ...states].reduce((sum, { tries }) => sum + Math.max(tries.length, 1), 0);
      break;
    }
    const { address, presses, tries } = state;
    // Each visit counts for itself from where both began, so that both hover the same.
    const [hovers, hoversAgain] = [new Map(hovered), new Map(hovered)];
    const [one, again] = await Promise.all([
      visit({ ...place.site, hovers }, state),
      visit({ ...other.site, hovers: hoversAgain }, elsewhere(state, place, other)),
    ]);
    for (const [attribute, count] of hovers) hovered.set(attribute, count);
    // What the tries begin in was counted when it was itself the last press.
    if (tries.length === 0) take({ address, presses }, one.at, again.at);
    else if (!one.at || !again.at) result.unreached += tries.length;
    else tryAll(state, one.after, again.after);
    options.say?.(`${result.states} states, ${states.length} visits to go, ${result.seen.terms.size} terms`);
  }
  return result;

  type After = readonly (Shown<Collected> | undefined)[];

  /** Takes the states up to the first that was not reached; the rest, and it if it was not the first, begin anew. */
  function tryAll({ address, presses, tries }: State, one: After, again: After): void {
    const failed = tries.findIndex(
      (press, at) => !take({ address, presses: [...presses, press] }, one[at], again[at]),
    );
    if (failed === 0) result.unreached++;
    const rest = failed < 0 ? [] : tries.slice(Math.max(failed, 1));
    if (rest.length > 0) states.push({ address, presses, tries: rest });
  }

  /** Counts a state that both visits reached, and follows what can be pressed in it. */
  function take(
    where: Pick<State, "address" | "presses">,
    one: Shown<Collected> | undefined,
    again: Shown<Collected> | undefined,
  ): boolean {
    if (!one || !again) {
      if (where.presses.length === 0) result.unreached++;
      return false;
    }
    result.states++;
    addTo(result.seen, inBoth(seenIn(one), seenIn(again)));
    follow(where, one);
    return true;
  }

  function follow({ address, presses }: Pick<State, "address" | "presses">, shown: Shown<Collected>): void {
    const fresh: Press[] = [];
    for (const control of shown.presses) {
      if (known.has(control.key)) continue;
      known.add(control.key);
      if (isRisky(control.name, place.site.submit)) result.avoided.push(control.name);
      else if (!control.leaves && presses.length < limits.depth) fresh.push(control);
    }
    for (const twice of [false, true]) {
      const alike = fresh.filter((control) => control.twice === twice);
      for (let at = 0; at < alike.length; at += together)
        states.push({ address, presses, tries: alike.slice(at, at + together) });
    }
    for (const link of shown.frames.flatMap(({ found }) => found.links)) {
      const route = routesOf(link).join(" ");
      if (known.has(route) || new URL(link).origin !== origin || isRisky(link)) continue;
      known.add(route);
      states.push({ address: link, presses: [], tries: [] });
    }
  }
}
