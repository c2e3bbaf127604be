import { expect, type Locator, type Page } from "@playwright/test";
import type { Frame } from "puppeteer-core";
import { Desk } from "./desk.ts";
import { test } from "./fixtures.ts";
import { canary, type Framed, type FramedSite, startFramedSite } from "./framed.ts";
import { held, registered } from "./held.ts";
import { isHeard } from "./is-heard.ts";
import type { Person } from "./person.ts";

let framed: FramedSite;
test.beforeEach(async () => {
  framed = await startFramedSite();
});
test.afterEach(() => framed.site.close());

// While a trajectory is open its steps stand as they came from the frames' processes; they are put in the order of
// the acts as it settles.
const clickSteps = async (person: Person) =>
  (await person.steps()).filter(({ kind }) => kind === "click").toSorted((a, b) => a.at - b.at);
const positions = async (person: Person) => (await clickSteps(person)).map(({ frame }) => frame.join("."));
const of = (frames: Framed[]) => frames.filter(({ ours }) => ours).map(({ position }) => position.join("."));

async function opens(person: Person, path = "frames"): Promise<Page> {
  const page = await person.context.newPage();
  await page.goto(`${framed.site.url}${path}`);
  return page;
}

const buttonIn = (page: Page, { path }: Framed): Locator => {
  const [top, ...rest] = path.map((name) => `iframe[name="${name}"]`);
  const inside = rest.reduce((frame, selector) => frame.frameLocator(selector), page.frameLocator(top!));
  return inside.locator("button").first();
};

/**
 * Opens the page with all its frames. Of one in forty Chromium leaves a frame that goes from another site's page to a
 * data: address without a size, with no code of ours in any page too: such a page is opened anew.
 */
async function opensDrawn(person: Person): Promise<Page> {
  const turned = framed.frames.find(({ name }) => name === "turned-data")!;
  for (let tries = 0; ; tries++) {
    const page = await opens(person);
    const isDrawn = await buttonIn(page, turned)
      .click({ trial: true, timeout: 10_000 })
      .then(
        () => true,
        () => false,
      );
    if (isDrawn || tries === 3) return page;
    await page.close();
  }
}

/** Clicks the button of each frame, as the mouse would. */
async function clicksAll(page: Page, frames: readonly Framed[]): Promise<void> {
  for (const frame of frames) await buttonIn(page, frame).click();
}

async function leaveNoAddress(person: Person): Promise<void> {
  const everything = JSON.stringify(await held(person.options));
  expect(everything).not.toMatch(/data:text|blob:http|about:(blank|srcdoc)/);
  expect(everything).not.toContain(canary);
}

test("every frame of the tool is recorded where it stands, and no frame of nobody's", async ({ person }) => {
  test.setTimeout(120_000);
  await person.agrees(["Clicks"]);
  await person.adds(framed.site.url);
  await expect.poll(() => registered(person.options)).toHaveLength(1);
  const page = await opensDrawn(person);
  await clicksAll(page, framed.frames);
  const expected = of(framed.frames);
  await expect.poll(() => positions(person)).toHaveLength(expected.length);
  expect(await positions(person)).toEqual(expected);
  for (const { target } of await clickSteps(person)) {
    expect(target!.role).toBe("button");
    expect(target!.path.slice(-3).map(({ tag }) => tag)).toEqual(["html", "body", "button"]);
  }
  await leaveNoAddress(person);
});

test("frames of a page that was open before the tool was added are recorded at once", async ({ person }) => {
  test.setTimeout(120_000);
  await person.agrees(["Clicks"]);
  const page = await opens(person);
  await clicksAll(page, framed.frames.slice(0, 3));
  await person.adds(framed.site.url);
  await expect.poll(() => registered(person.options)).toHaveLength(1);
  await page.bringToFront();
  // The test build has the other site's permission too, so here the browser lets us into what that site made of its
  // frame (docs/decisions/2026-11-21-frames-without-an-address.md); the test before has it.
  const frames = framed.frames.filter(({ name }) => name !== "turned-data");
  // The tool's frames, and the page around them.
  await isHeard(page, person, of(frames).length + 1);
  await clicksAll(page, frames);
  const expected = of(frames);
  await expect.poll(() => positions(person)).toHaveLength(expected.length);
  expect(await positions(person)).toEqual(expected);
  await leaveNoAddress(person);
});

test("a frame of another tool is that tool's, and so is what it frames", async ({ person }) => {
  test.setTimeout(120_000);
  await person.agrees(["Clicks"]);
  await person.adds(framed.site.url, { name: "Board" });
  await person.adds(framed.other, { name: "Other" });
  await expect.poll(() => registered(person.options)).toHaveLength(2);
  const rows = await person.rows<{ id: string; alias: string }>("tools");
  const alias = (id: unknown) => rows.find((row) => row.id === id)!.alias;
  const page = await opens(person);
  const names = [
    "nested",
    "data",
    "other",
    "sandbox-other",
    "srcdoc-in-other",
    "data-in-other",
    "nested-in-other",
  ];
  await clicksAll(
    page,
    names.map((name) => framed.frames.find((one) => one.name === name)!),
  );
  await expect.poll(() => positions(person)).toHaveLength(names.length);
  expect((await clickSteps(person)).map(({ tool }) => alias(tool))).toEqual([
    "Board",
    "Board",
    "Other",
    "Other",
    "Other",
    "Other",
    "Board",
  ]);
});

test("inside a page of nobody's the tool's frames are recorded, and nothing around them", async ({
  person,
}) => {
  await person.agrees(["Clicks", "Changing pages"]);
  await person.adds(framed.site.url);
  await expect.poll(() => registered(person.options)).toHaveLength(1);
  const page = await person.context.newPage();
  await page.goto(`${framed.other}/framing`);
  await isHeard(page, person, 2);
  await page.frame({ name: "deep" })!.locator("button").first().click();
  await page.frame({ name: "deeper" })!.locator("button").click();
  await expect.poll(() => positions(person)).toEqual(["0.0", "0.0.0"]);
  // The frame's first load is the page's, and the page is nobody's.
  expect((await person.steps()).map(({ kind }) => kind)).toEqual(["click", "click"]);
});

test("a frame that a person navigates is a page change there, its first load is none", async ({ person }) => {
  await person.agrees(["Clicks", "Changing pages"]);
  await person.adds(framed.site.url);
  await expect.poll(() => registered(person.options)).toHaveLength(1);
  const page = await opens(person, "outer");
  const how = async () =>
    (await person.steps())
      .filter(({ kind }) => kind === "navigate")
      .map((step) => `${step.frame.join(".")} ${step.how}`);
  await expect.poll(how).toEqual([" full"]);
  await page.frame({ name: "deep" })!.evaluate(() => {
    document.body.innerHTML = `<a href="/one">On</a>`;
  });
  await page.frame({ name: "deep" })!.getByText("On").click();
  await expect.poll(how).toEqual([" full", "0 full"]);
  await page.evaluate(() => history.back());
  await expect.poll(how).toEqual([" full", "0 full", "0 back"]);
  await page.evaluate(() => history.forward());
  await expect.poll(how).toEqual([" full", "0 full", "0 back", "0 forward"]);
});

test("in Firefox the same frames are recorded; an opaque one inside an opaque one is refused and counted", async () => {
  test.setTimeout(180_000);
  const desk = await Desk.start("firefox");
  try {
    await desk.agrees(["Clicks"]);
    await desk.adds(framed.site.url, "Board");
    const page = await desk.opens(`${framed.site.url}frames`);
    // Its match patterns name no port, so nobody attests what stands in between.
    const undecided = ["srcdoc-in-data", "data-in-data"];
    for (const { path } of framed.frames) {
      let inside: Frame = page.mainFrame();
      for (const name of path) {
        const element = (await inside.waitForSelector(`iframe[name="${name}"]`))!;
        inside = (await element.contentFrame())!;
      }
      await (await inside.waitForSelector("button"))!.click();
    }
    const expected = framed.frames
      .filter(({ name, ours }) => ours && !undecided.includes(name))
      .map(({ position }) => position.join("."));
    await expect.poll(async () => (await desk.open()).length).toBe(expected.length);
    const inTime = (await desk.open()).toSorted((a, b) => a.at - b.at);
    expect(inTime.map(({ frame }) => frame.join("."))).toEqual(expected);
    const dropped = await desk.rows<{ reason: string; count: number }>("dropped");
    expect(dropped).toContainEqual({ reason: "frame-undecided", count: undecided.length });
  } finally {
    await desk.close();
  }
});
