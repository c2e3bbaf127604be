// Goes through an application as a careful stranger: opens menus, tabs, dialogs and drawn things, changes
// nothing on purpose. Each state is visited twice, in two fresh profiles, and only what both saw counts. The second
// visit may go to the same application over other data.
import {
  addTo,
  type Collected,
  type Counted,
  countedNothing,
  inBoth,
  type Seen,
  seenNothing,
} from "./found.ts";
import { isAttribute, isRisky, isTerm, routesOf } from "./keep.ts";
import { type Site, type State, type Visit, visit } from "./visit.ts";

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

function seenIn({ frames }: Visit<Collected>): Seen {
  const seen = seenNothing();
  for (const { frame, found } of frames) {
    const routes = routesOf(found.address);
    // A frame's document is no page of its own: its boxes belong to nothing that is shown by itself.
    if (frame.length === 0) {
      for (const route of routes) seen.routes.add(route);
      for (const { what, box } of found.boxes) seen.boxes.set(`${routes.at(-1)}\n${what}`, box);
    }
    for (const term of found.terms) if (isTerm(term)) seen.terms.add(term);
    for (const attribute of found.attributes) if (isAttribute(attribute)) seen.attributes.add(attribute);
    for (const name of found.elements)
      if (/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name)) seen.elements.add(name);
  }
  return seen;
}

/** The same state over the other data. */
const elsewhere = ({ address, presses }: State, from: Place, to: Place): State => {
  const origin = new URL(from.address).origin;
  const rest = address.slice(origin.length);
  const same = address === from.address ? to.address : `${new URL(to.address).origin}${rest}`;
  return { address: same, presses };
};

/** How far away a state is. Drawn things open much the same dialog each, so menus and tabs go before them. */
const farness = ({ presses }: State): number =>
  presses.length + 1.5 * presses.filter(({ twice }) => twice).length;

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
  const states: State[] = [{ address: place.address, presses: [] }];
  const known = new Set<string>(routesOf(place.address));
  const result: Explored = { seen: countedNothing(), states: 0, avoided: [], unreached: 0, left: 0 };

  for (let state = next(states); state; state = next(states)) {
    if (result.states >= limits.pages || Date.now() > until) {
      result.left = states.length + 1;
      break;
    }
    const visits = [visit(place.site, state), visit(other.site, elsewhere(state, place, other))];
    const [one, again] = await Promise.all(visits);
    if (!one || !again) {
      result.unreached++;
      continue;
    }
    result.states++;
    addTo(result.seen, inBoth(seenIn(one), seenIn(again)));
    follow(state, one);
    options.say?.(`${result.states} states, ${states.length} to go, ${result.seen.terms.size} terms`);
  }
  return result;

  function follow({ address, presses }: State, visited: Visit<Collected>): void {
    for (const control of visited.presses) {
      if (known.has(control.key)) continue;
      known.add(control.key);
      if (isRisky(control.name, place.site.submit)) result.avoided.push(control.name);
      else if (!control.leaves && presses.length < limits.depth) {
        states.push({ address, presses: [...presses, control] });
      }
    }
    for (const link of visited.frames.flatMap(({ found }) => found.links)) {
      const route = routesOf(link).join(" ");
      if (known.has(route) || new URL(link).origin !== origin || isRisky(link)) continue;
      known.add(route);
      states.push({ address: link, presses: [] });
    }
  }
}
