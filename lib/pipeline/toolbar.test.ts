// What the toolbar shows of each tab, and when.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { kindNames } from "../../schemas/step.ts";
import { bundled } from "../vocabulary/bundled.ts";
import { runDue } from "./due.ts";
import { fake } from "./fake-browser.ts";
import { pageHandlers } from "./page-handlers.ts";
import { clicks, senderAt, startPerson, type TestPerson } from "./testing-person.ts";

vi.mock("../platform/browser.ts", () => import("./fake-browser.ts"));

let { database, pipeline, ask, agrees, does, dropped, ends } = {} as TestPerson;
beforeEach(async () => {
  ({ database, pipeline, ask, agrees, does, dropped, ends } = startPerson());
  await agrees(bundled()[0]!.tool);
});
afterEach(() => ends());

const badge = (tab: number | "all") => fake.looks.get(tab)?.text;

test("the tab of the tool says on, every other nothing; a pause is said everywhere", async () => {
  expect([badge(1), badge("all")]).toEqual(["on", ""]);
  await ask["recording.pause"]({ until: "tomorrow" });
  expect([badge(1), badge("all")]).toEqual(["II", "II"]);
  const pause = (await database.settings.get("pause")) as { pause: { until: number } };
  expect(new Date(pause.pause.until)).toEqual(new Date(2026, 10, 21));
  await does(clicks(1));
  expect(await dropped()).toEqual({ paused: 1 });
  vi.setSystemTime(new Date(2026, 10, 21));
  await runDue(pipeline);
  expect(badge(1)).toBe("on");
});

test("a page is told what is recorded there only when its tab shows it", async () => {
  fake.looks.clear();
  const config = await pageHandlers(pipeline)["page.hello"]({}, senderAt("/work"));
  expect(config).toMatchObject({ record: true, kinds: [...kindNames] });
  expect(badge(1)).toBe("on");
});
