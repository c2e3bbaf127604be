import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { Desk } from "./desk.ts";
import { launch, test } from "./fixtures.ts";
import { registered } from "./held.ts";
import { inTheWay } from "./in-the-way.ts";
import { isHeard } from "./is-heard.ts";
import { Person, type StoredStep } from "./person.ts";
import { type Site, startSite } from "./site.ts";

let site: Site;
test.beforeEach(async () => {
  site = await startSite(inTheWay);
});
test.afterEach(() => site.close());

async function ready(person: Person): Promise<void> {
  await person.agrees(["Clicks", "Typing rhythm", "Changing pages"]);
  await person.adds(site.url);
  await expect.poll(() => registered(person.options)).toHaveLength(1);
}

async function opens(person: Person, path: string): Promise<Page> {
  const page = await person.context.newPage();
  await page.goto(`${site.url}${path}`);
  await isHeard(page, person);
  return page;
}

const said = (step: StoredStep) =>
  step.kind === "navigate" ? step.how : `${step.kind} ${step.target?.path.at(-1)?.tag}`;
// Pages hand over at different moments; what is asked for here is the order in which it was done.
const inTime = async (person: Person) => (await person.steps()).toSorted((a, b) => a.at - b.at);
const steps = async (person: Person) => (await inTime(person)).map(said);
const records = (person: Person, expected: unknown[]) => expect.poll(() => steps(person)).toEqual(expected);

for (const path of ["overriding", "stopping"]) {
  test(`a page that is ${path} is recorded`, async ({ person }) => {
    await ready(person);
    const page = await opens(person, path);
    await records(person, ["full"]);
    await page.mouse.click(30, 18);
    await records(person, ["full", "click button"]);
    expect(await person.dropped()).toEqual({});
  });
}

test("a target that is gone in its own handler is described as it was", async ({ person }) => {
  await ready(person);
  const page = await opens(person, "removing");
  await page.getByRole("button", { name: "Go" }).click();
  await page.getByRole("button", { name: "All" }).click();
  await records(person, ["full", "click button", "click button"]);
  const paths = (await inTime(person)).flatMap(({ target }) =>
    target ? [target.path.map(({ tag }) => tag)] : [],
  );
  expect(paths).toEqual([
    ["html", "body", "p", "button"],
    ["html", "body", "div", "button"],
  ]);
});

test("a frame that its own button takes away has handed over the click", async ({ person }) => {
  await ready(person);
  const page = await opens(person, "removes-frame");
  await page.frameLocator("iframe").getByRole("button").click();
  await expect(page.locator("iframe")).toHaveCount(0);
  await records(person, ["full", "click button"]);
});

test("a page that replaces its document is recorded on, with every listener", async ({ person }) => {
  await ready(person);
  const page = await opens(person, "replacing");
  await page.getByRole("button", { name: "First" }).click();
  await page.getByRole("button", { name: "Second" }).click();
  // Soft: the Navigation API's listener lives on.
  await records(person, ["full", "click button", "click button", "soft"]);
  // Away within the click's own half second: those of leaving live on too.
  await page.getByRole("main").click({ position: { x: 300, y: 5 } });
  await page.getByRole("link").click();
  await records(person, ["full", "click button", "click button", "soft", "click main", "click a", "full"]);
});

test("what a page opens is recorded: an empty window that it writes into, and one with an address", async ({
  person,
}) => {
  await ready(person);
  const page = await opens(person, "popups");
  for (const name of ["Empty", "Full"]) {
    const opening = page.waitForEvent("popup");
    await page.getByRole("button", { name }).click();
    const popup = await opening;
    await isHeard(popup, person);
    await popup.getByRole("button", { name: "Inside" }).click();
    await popup.close();
  }
  await records(person, ["full", "click button", "click button", "click button", "new-tab", "click button"]);
});

test("dialogs and popovers", async ({ person }) => {
  await ready(person);
  const page = await opens(person, "dialog");
  for (const name of ["Open", "Yes", "Pop", "Over"]) await page.getByRole("button", { name }).click();
  await records(person, ["full", ...Array.from({ length: 4 }, () => "click button")]);
});

interface Places {
  places(): Record<"deep" | "covered", [number, number]>;
}
const places = (page: Page) => page.evaluate(() => (globalThis as unknown as Places).places());

test("closed shadow roots, in open ones and the other way round, by pointer and by keyboard", async ({
  person,
}) => {
  await ready(person);
  const page = await opens(person, "closed");
  const { deep, covered } = await places(page);
  const into = ["shadow-closed", "shadow-open", "shadow-closed"];
  await page.mouse.click(...deep);
  await records(person, ["full", "click button"]);
  // The focus is in the button now.
  await page.keyboard.press("Enter");
  await records(person, ["full", "click button", "click button"]);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("abc");
  await records(person, ["full", "click button", "click button", "typing input"]);
  await page.getByRole("button", { name: "Slotted" }).click();
  await page.mouse.click(...covered);
  await records(person, [
    "full",
    "click button",
    "click button",
    "typing input",
    "click button",
    "click button",
  ]);
  const crossed = (await inTime(person))
    .slice(1)
    .map(({ target }) => target!.path.flatMap((link) => ("boundary" in link ? [link.boundary] : [])));
  expect(crossed).toEqual([into, into, into, [], ["shadow-closed"]]);
});

test("a page from the back-forward cache is recorded on, and was gone back to", async ({ folder, build }) => {
  const context = await launch(join(folder, "cached"), build, [], ["--disable-back-forward-cache"]);
  try {
    const person = await Person.meets(context);
    await ready(person);
    const page = await opens(person, "in-popup");
    await page.evaluate(() => {
      (globalThis as { kept?: true }).kept = true;
    });
    await page.getByRole("button").click();
    await page.evaluate(() => location.assign("/next"));
    await records(person, ["full", "click button", "full"]);
    await page.evaluate(() => history.back());
    await records(person, ["full", "click button", "full", "back"]);
    expect(await page.evaluate(() => (globalThis as { kept?: true }).kept)).toBe(true);
    await page.getByRole("button").click();
    await records(person, ["full", "click button", "full", "back", "click button"]);
    await page.evaluate(() => history.forward());
    await records(person, ["full", "click button", "full", "back", "click button", "forward"]);
  } finally {
    await context.close();
  }
});

test("in Firefox as well", async () => {
  test.setTimeout(180_000);
  const desk = await Desk.start("firefox");
  const told = async () => (await desk.open()).toSorted((a, b) => a.at - b.at).map(said);
  const expected: string[] = [];
  const adds = async (...more: string[]) => {
    expected.push(...more);
    await expect.poll(told).toEqual(expected);
  };
  try {
    await desk.agrees(["Clicks", "Typing rhythm", "Changing pages"]);
    await desk.adds(site.url, "Board");
    for (const path of ["overriding", "stopping", "removing", "removes-frame"]) {
      const page = await desk.opens(`${site.url}${path}`);
      await adds("full");
      await page.mouse.click(30, path.startsWith("remov") ? 32 : 18);
      await adds("click button");
      await page.close();
    }
    const page = await desk.opens(`${site.url}replacing`);
    await page.locator("#first").click();
    await page.locator("#second").click();
    await adds("full", "click button", "click button", "soft");
    await page.locator("a").click();
    await adds("click a", "full");
    await page.goto(`${site.url}closed`);
    await adds("full");
    const { deep, covered } = await page.evaluate(() => (globalThis as unknown as Places).places());
    await page.mouse.click(...deep);
    await page.keyboard.press("Enter");
    await adds("click button", "click button");
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    await page.keyboard.type("abc");
    await page.locator("#slotted").click();
    await page.mouse.click(...covered);
    await adds("typing input", "click button", "click button");
    // A page from the cache does not load, which Puppeteer would wait for.
    await page.evaluate(() => void setTimeout(() => history.back()));
    await adds("back");
    await page.evaluate(() => void setTimeout(() => history.forward()));
    await adds("forward");
  } finally {
    await desk.close();
  }
});
