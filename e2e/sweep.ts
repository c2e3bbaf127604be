// One run from consent to dataset, and everything that holds a byte of it afterwards.
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { findCanaries, type Place, randomWord } from "./canary.ts";
import { Collector } from "./collector.ts";
import {
  collectedPlaces,
  exportPlaces,
  listenToConsole,
  profilePlaces,
  rowsPlaces,
  wirePlaces,
} from "./everywhere.ts";
import { launch } from "./fixtures.ts";
import { listenInPlaceOfTheCollector } from "./in-place-of-the-collector.ts";
import { allThatLeaves, Person, type StoredStep } from "./person.ts";
import { startSite } from "./site.ts";

export interface Sweeping {
  folder: string;
  build: string;
  /** The titles of the kinds to switch on; where it says nothing, those without which nothing leaves. */
  kinds?: readonly string[];
  vocabulary?: string;
  pages: Record<string, string>;
  /** What the person does in a tab of the tool, until enough is stored. */
  works: (at: { person: Person; tool: Page; url: string }) => Promise<void>;
}

export interface Swept {
  places: Place[];
  steps: StoredStep[];
  /** A word of the person's own that is kept on purpose: the search must see it. */
  control: string;
  /** The id of what was shipped: it goes all the way. */
  shipment: string;
}

/** Agrees, works, ships, exports, makes the dataset, closes the browser; then gathers all. */
export async function sweep({ folder, build, kinds, vocabulary, pages, works }: Sweeping): Promise<Swept> {
  const control = randomWord();
  const site = await startSite(pages);
  const collector = new Collector(folder, 0);
  await collector.start();
  const wire = await listenInPlaceOfTheCollector(collector.port);
  const profile = join(folder, "profile");
  const context = await launch(profile, build);
  try {
    const heard = listenToConsole(context);
    const person = await Person.meets(context);
    await person.agrees(kinds ?? allThatLeaves);
    await person.adds(site.url, { name: control, ...(vocabulary && { vocabulary }) });
    const tool = await context.newPage();
    await works({ person, tool, url: site.url });
    const steps = await person.steps();
    await person.finishesAndShips();
    const shipment = (await person.rows<{ id: string }>("shipments"))[0]!.id;
    const open = [
      ...(await rowsPlaces(person.options)),
      ...(await exportPlaces(person)),
      ...wirePlaces(wire.arrived),
    ];
    await context.close();
    const places = [
      ...open,
      ...heard(),
      ...profilePlaces(profile, person.id),
      ...collectedPlaces(collector.file, join(folder, "dataset")),
    ];
    return { places, control, steps, shipment };
  } finally {
    await context.close();
    await wire.close();
    await collector.stop();
    await site.close();
  }
}

/** Every sort of place that a sweep gathers. */
export const sorts = ["rows", "export", "request", "profile", "dataset", "collector", "console"];

/** Where a word was found, without what is different in each run. */
export const found = (words: readonly string[], places: readonly Place[]): Set<string> =>
  new Set(findCanaries(words, places).map(({ place }) => place.split(" ")[0]!));
