// Every kind that Firefox's driver can make, once, by trusted input: stored with its kind and the role of its target.
import { resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { chooseOption, typeDate } from "../bench/capture/acts/choose.ts";
import { click } from "../bench/capture/acts/click.ts";
import { copyPaste } from "../bench/capture/acts/clipboard.ts";
import { drag } from "../bench/capture/acts/drag.ts";
import { clickAfterHover } from "../bench/capture/acts/hover.ts";
import { load } from "../bench/capture/acts/page.ts";
import { scroll } from "../bench/capture/acts/scroll.ts";
import { typeInto } from "../bench/capture/acts/typing.ts";
import type { Recorded } from "../bench/capture/compare.ts";
import { Driver } from "../bench/capture/driver.ts";
import { startFirefox } from "../bench/capture/firefox.ts";
import { Ledger } from "../bench/capture/ledger.ts";
import type { Recorder } from "../bench/capture/recorder.ts";
import { type Served, serve } from "../bench/capture/serve.ts";
import { stepsOf } from "../bench/capture/stored.ts";
import { firefoxKindsPage } from "./firefox-kinds-page.ts";

let firefox: Recorder;
let site: Served;
let driver: Driver;

test.beforeEach(async () => {
  test.setTimeout(180_000);
  site = await serve((path) => (path === "/" ? { type: "text/html", body: firefoxKindsPage } : undefined));
  firefox = await startFirefox(resolve(".output/firefox-mv3-test"));
  await firefox.adds(`${site.origin}/`);
  const tab = await firefox.opens();
  await tab.front();
  driver = new Driver(tab, new Ledger(), [site.origin]);
  await load(driver, `${site.origin}/`, "#goal");
});
test.afterEach(async () => {
  await firefox.close();
  await site.close();
});

const tell = ({ kind, target }: Recorded): string => {
  const { role } = (target as { role?: string } | undefined) ?? {};
  return role ? `${kind} ${role}` : kind;
};

/** Waits for so many steps, and tells each by its kind and the role of its target. */
async function stored(count: number): Promise<Recorded[]> {
  const read = async () => {
    const rows = await firefox.rows();
    return rows.tools.flatMap(({ id }) => stepsOf(rows, id)).filter(({ kind }) => kind !== "pointer");
  };
  await expect.poll(async () => (await read()).length).toBeGreaterThanOrEqual(count);
  return read();
}

test("in Firefox an act of each kind is stored with its kind and role", async () => {
  const find = (css: string) => driver.find(css);
  await chooseOption(driver, await find("select"));
  await click(driver, await find("[type=checkbox]"));
  await typeDate(driver, await find("[type=date]"), ["1", "2", "3", "0", "2", "0", "2", "6"]);
  await click(driver, await find("#goal"));
  await scroll(driver, await find("#scroller"), "down");
  await drag(driver, await find("#handle"), await find("#slot"), "pointer");
  await clickAfterHover(driver, [await find("#menu")], { css: "#entry" });
  await copyPaste(driver, await find("#from"), await find("#to"));
  await typeInto(driver, await find("[name=name]"), "named", { enter: true });
  await click(driver, await find("#soft"));
  const elsewhere = await firefox.opens();
  await elsewhere.front();
  const due = [
    "navigate",
    "choose combobox",
    "choose checkbox",
    "choose textbox",
    "click button",
    "scroll region",
    "drag button",
    "hover button",
    "click menuitem",
    "click textbox",
    "shortcut textbox",
    "clipboard textbox",
    "click textbox",
    "clipboard textbox",
    "typing textbox",
    "submit form",
    "click button",
    "navigate",
    "switch",
  ];
  expect((await stored(due.length)).map(tell)).toEqual(due);
});

test("in Firefox acts inside shadow roots and a srcdoc frame are stored, and the last one of a closed tab", async () => {
  for (const root of ["open-box", "closed-box"]) {
    await click(driver, await driver.find(`${root} >>> button`));
    await typeInto(driver, await driver.find(`${root} >>> input`), "in");
  }
  const frame = driver.tab.doors().find((door) => door.url() === "about:srcdoc")!;
  await click(driver, await driver.find("button", frame));
  await click(driver, await driver.find("#goal"));
  await driver.tab.close();
  const steps = (await stored(7)).filter(({ kind }) => kind === "click" || kind === "typing");
  expect(steps.map(tell)).toEqual([
    "click button",
    "typing textbox",
    "click button",
    "typing textbox",
    "click button",
    "click button",
  ]);
  const boundaries = steps.map(({ target }) => target!.path.flatMap(({ boundary }) => boundary ?? []));
  const [open, closed] = [["shadow-open"], ["shadow-closed"]];
  expect(boundaries).toEqual([open, open, closed, closed, ["frame"], []]);
});
