// Acts in a tab by trusted input alone, each noted with the step it must become.
import type { Truth } from "./compare.ts";
import type { Ledger } from "./ledger.ts";
import { lookInto } from "./page/look-into.ts";
import type { GroundLink, Mark, Query, Spot } from "./page/spot.ts";
import { resting, spans } from "./resting.ts";
import type { Door, MouseButton, Point, Tab } from "./tab.ts";

/** An element in a frame. */
export interface Place {
  door: Door;
  spot: Spot;
}

/** A step to come: what it is, and of which element. */
export interface Coming {
  kind: string;
  of?: Place;
  onto?: Place;
  frame?: readonly number[];
  measures?: Record<string, unknown>;
}

/** The way of the mouse to a press, if it moved before. */
export const pointing = (of: Place): Coming => ({ kind: "pointer", of });

/** How an element looks, to know it again. */
export const looksOf = ({ door, spot }: Place): Promise<Mark> =>
  door.evaluate((id) => ground.looks(id), spot.id);

export class Driver {
  readonly tab: Tab;
  readonly ledger: Ledger;
  /** Origins that are listed as tools. */
  readonly #scope: ReadonlySet<string>;
  readonly #isTool = (address: string): boolean =>
    URL.canParse(address) && this.#scope.has(new URL(address).origin);
  /** Nothing may be recorded in a frame of another origin, nor in its frames without an address. */
  readonly #outside = (door: Door): boolean => !this.#isTool(door.addressed());

  readonly #addresses: readonly string[];

  constructor(tab: Tab, ledger: Ledger, addresses: readonly string[]) {
    this.tab = tab;
    this.ledger = ledger;
    this.#addresses = addresses;
    this.#scope = new Set(addresses.map((address) => new URL(address).origin));
  }

  /** The same driver in another tab. */
  in(tab: Tab): Driver {
    return new Driver(tab, this.ledger, this.#addresses);
  }

  /** Looks an element up; null where there is none. */
  async look(query: Query | string, door: Door = this.tab.top): Promise<Place | null> {
    const asked = typeof query === "string" ? { css: query } : query;
    await lookInto(door);
    const spot = await door.evaluate((one) => ground.find(one), asked);
    return spot && { door, spot };
  }

  /** Looks an element up that must be there. */
  async find(query: Query | string, door: Door = this.tab.top): Promise<Place> {
    const place = await this.look(query, door);
    if (!place) throw new Error(`Nothing is found by ${JSON.stringify(query)} in ${door.url()}.`);
    return place;
  }

  /** Does one act and notes its steps, and the change of page it leads to. */
  async act(
    note: string,
    coming: readonly Coming[],
    doing: () => Promise<void>,
    move?: string,
  ): Promise<void> {
    await this.#noteMove();
    const marks = new Map<Coming, Mark>();
    const still = new Set<Coming>();
    for (const one of coming) {
      if (!one.of) continue;
      const known = coming.find(({ of }) => of === one.of)!;
      marks.set(one, marks.get(known) ?? (await looksOf(one.of)));
      const moved =
        one.kind !== "pointer" || (await one.of.door.evaluate(() => groundWay.moved(), undefined));
      if (!moved) still.add(one);
    }
    const from = Date.now();
    await doing();
    await this.settle();
    const until = Date.now();
    const outside = coming.find(({ of }) => of && this.#outside(of.door))?.of;
    if (outside) {
      this.ledger.actsOutside++;
      this.ledger.framesOutside.add(outside.spot.frame.join("/"));
    } else {
      const when = { note, from, until, act: this.ledger.acts };
      for (const one of coming.filter((one) => !still.has(one))) {
        const mark = marks.get(one);
        this.ledger.truths.push({ ...(await this.#truthOf(one, when)), ...(mark && { mark }) });
      }
    }
    this.ledger.acts++;
    await this.#noteMove(move);
  }

  /** Waits until the page has drawn what came of the last act. */
  settle(): Promise<void> {
    return resting(this.tab, spans.act);
  }

  /** Moves to an element, scrolls it into view where that is needed, and gives the point to press. */
  async reach(place: Place): Promise<Point> {
    let spot = place.spot;
    const show = async () => {
      await place.door.evaluate(
        (id) => ground.element(id).scrollIntoView({ block: "center", inline: "nearest" }),
        spot.id,
      );
      await this.settle();
    };
    if (!spot.point) await show();
    const corner = await place.door.corner();
    for (let tries = 0; tries < 6; tries++) {
      spot = await place.door.evaluate((id) => ground.spot(id), place.spot.id);
      if (!spot.point) {
        // The page may have moved it again.
        if (tries > 2) break;
        await show();
        continue;
      }
      const to = { x: corner.x + spot.point.x, y: corner.y + spot.point.y };
      await this.tab.hand.move(to);
      const after = await place.door.evaluate((id) => ground.spot(id), place.spot.id);
      place.spot = after;
      if (after.point?.x === spot.point.x && after.point.y === spot.point.y) return to;
    }
    throw new Error(
      `${place.spot.tag} "${place.spot.text}" cannot be reached by the mouse at ${JSON.stringify(spot.box)}.`,
    );
  }

  /** The mouse where it touches nothing of interest. */
  rest(): Promise<void> {
    return this.tab.hand.move({ x: 3, y: 897 }, 1);
  }

  async press(button: MouseButton = "left", count = 1): Promise<void> {
    if (this.tab.hand.click) return this.tab.hand.click(button, count);
    for (let each = 1; each <= count; each++) {
      await this.tab.hand.down(button, each);
      await this.tab.hand.up(button, each);
    }
  }

  async #truthOf(one: Coming, when: Pick<Truth, "note" | "from" | "until" | "act">): Promise<Truth> {
    const paths = async (place: Place): Promise<GroundLink[][] | undefined> => {
      try {
        if (
          /click|pointer/.test(one.kind) &&
          (await place.door.evaluate((id) => ground.missed(id), place.spot.id))
        ) {
          this.ledger.skip("the page moved it away under the press: nobody can say what was meant");
          return undefined;
        }
        return await place.door.evaluate((id) => ground.paths(id), place.spot.id);
      } catch {
        // The act unloaded the document: what was marked before is all there is.
        return [place.spot.path];
      }
    };
    const truth: Truth = {
      kind: one.kind,
      frame: one.of?.spot.frame ?? one.frame ?? [],
      measures: one.measures ?? {},
      ...when,
    };
    const [of, onto] = [one.of && (await paths(one.of)), one.onto && (await paths(one.onto))];
    return { ...truth, ...(of && { paths: of }), ...(onto && { onto }) };
  }

  /** A page that changed since the last look is a step of its own, whatever act led to it. */
  async #noteMove(how?: string): Promise<void> {
    const moves = (await this.tab.moves()).filter(({ address }) => !address || this.#isTool(address));
    moves.forEach((move, nth) => {
      const measures = { how: (nth === 0 && how) || move.how };
      const note = "page changed";
      this.ledger.truths.push({
        kind: "navigate",
        frame: [],
        measures,
        from: move.at - 300,
        until: move.at,
        note,
      });
    });
  }
}
