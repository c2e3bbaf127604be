import { appendFile, cp } from "node:fs/promises";
import { join } from "node:path";
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
import { expect, launch, test, testBuild } from "./fixtures.ts";
import { listenInPlaceOfTheCollector } from "./in-place-of-the-collector.ts";
import { Person } from "./person.ts";
import { plant } from "./planted.ts";
import { startSite } from "./site.ts";
import { typesEverywhere, typesSecrets, typesShownPassword } from "./types-everywhere.ts";

const rounds = process.env.TOOLTRAIL_LONG ? 6 : 1;

interface Run {
  canaries: string[];
  places: Place[];
  /** A word of the person's own that is kept on purpose: the search must see it. */
  control: string;
  kinds: string[];
}

/** Types and meets canaries everywhere, ships, exports, makes the dataset, closes the browser; then gathers all. */
async function sweep(folder: string, build: string): Promise<Run> {
  const planted = plant();
  const canaries = [...planted.canaries];
  const control = randomWord();
  const site = await startSite(planted.pages);
  const collector = new Collector(folder, 0);
  await collector.start();
  const wire = await listenInPlaceOfTheCollector(collector.port);
  const profile = join(folder, "profile");
  const context = await launch(profile, build);
  try {
    const heard = listenToConsole(context);
    const person = await Person.meets(context);
    await person.agrees();
    await person.adds(site.url, { name: control });
    const tool = await context.newPage();
    for (let round = 0; round < rounds; round++) {
      await tool.goto(site.url);
      canaries.push(...(await typesEverywhere(tool)));
      await tool.goto(`${site.url}${planted.path}`);
      for (const inside of ["main button >> nth=0", "main svg", "[role=button]", "td", "img", "h1"])
        await tool.locator(inside).click();
      const typed = randomWord();
      canaries.push(typed);
      await tool.locator("input.planted").pressSequentially(typed);
      await tool.frameLocator("iframe").getByRole("button").click();
      await tool.locator("#onward").click();
      await tool.locator("#arrived").waitFor();
      await tool.locator("button").click({ button: "right" });
    }
    await tool.goto("about:blank");
    await expect.poll(async () => (await person.steps()).length).toBeGreaterThan(12);
    const kinds = [...new Set((await person.steps()).map(({ kind }) => kind))].sort();
    await person.finishesAndShips();
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
    return { canaries, places, control, kinds };
  } finally {
    await context.close();
    await wire.close();
    await collector.stop();
    await site.close();
  }
}

/** Where a word was found, without what is different in each run. */
const found = (words: readonly string[], places: readonly Place[]) =>
  new Set(findCanaries(words, places).map(({ place }) => place.split(" ")[0]));

test("nothing typed and no string of a page is anywhere", async ({ folder }) => {
  test.setTimeout(120_000 + rounds * 40_000);
  const { canaries, places, control, kinds } = await sweep(folder, testBuild);
  expect(kinds).toEqual(["click", "navigate", "typing"]);
  expect(canaries.length).toBeGreaterThan(50);
  for (const place of ["rows", "export", "request", "profile", "dataset", "collector", "console"])
    expect(
      places.some(({ name }) => name.startsWith(place)),
      place,
    ).toBe(true);
  expect(findCanaries(canaries, places)).toEqual([]);
  // The search sees what is there: the name that the person gave the tool.
  const seen = found([control], places);
  expect(seen).toEqual(new Set(["rows", "export", "profile"]));
});

test("the same search catches a build that leaks", async ({ folder }) => {
  test.setTimeout(160_000);
  const build = join(folder, "leaky");
  await cp(testBuild, build, { recursive: true });
  const leak = `;addEventListener("input", (event) => {
    const field = event.composedPath()[0];
    const value = field.value ?? field.textContent;
    const forms = [value, encodeURIComponent(value), [...value].reverse().join(""),
      ...["", "1", "12"].map((before) => btoa(before + value))];
    chrome.storage.local.set({ ["leak" + Math.random()]: forms });
    console.log(value);
  }, true);`;
  await appendFile(join(build, "content-scripts", "content.js"), leak);
  const { canaries, places } = await sweep(folder, build);
  const hits = findCanaries(canaries, places);
  expect(new Set(hits.map(({ place }) => place.split(" ")[0]))).toEqual(
    new Set(["rows", "profile", "console"]),
  );
  expect([...new Set(hits.map(({ form }) => form))]).toEqual(
    expect.arrayContaining(["raw", "URL-encoded", "reversed", "base64"]),
  );
});

test("the search knows a word in every form", () => {
  const word = randomWord();
  const [head] = word.split("é&");
  const forms = [
    Buffer.from(`..${word}..`),
    Buffer.from(`..${word}..`, "latin1"),
    Buffer.from(`..${word}..`, "utf16le"),
    Buffer.from(word.toUpperCase()),
    Buffer.from(encodeURIComponent(word)),
    Buffer.from([...word].reverse().join("")),
    ...["", "1", "12", "123"].map((before) => Buffer.from(btoa(`${before}${head}!`))),
  ];
  for (const bytes of forms) expect(findCanaries([word], [{ name: "here", bytes }])).not.toEqual([]);
  expect(findCanaries([randomWord()], [{ name: "here", bytes: Buffer.concat(forms) }])).toEqual([]);
});

test("secret fields leave no trace: no click, no typing, no time", async ({ person, site }) => {
  await person.agrees();
  await person.adds(site.url);
  const tool = await person.context.newPage();
  await tool.goto(site.url);
  await tool.getByRole("button", { name: "Deploy" }).click();
  await typesSecrets(tool);
  await typesShownPassword(tool);
  await tool.locator("#password").press("Enter");
  await expect(tool.getByRole("heading", { name: "Done" })).toBeVisible();
  await tool.goto(site.url);
  await tool.getByRole("button", { name: "Open 4" }).click();
  // Deploy, Show, Open 4; Enter in the password field sends the form, and even that press has no step.
  const kinds = async () => (await person.steps()).map(({ kind }) => kind);
  await expect.poll(async () => (await kinds()).filter((kind) => kind === "click")).toHaveLength(3);
  expect(new Set(await kinds())).toEqual(new Set(["navigate", "click"]));
  expect(await person.dropped()).toEqual({});
});
