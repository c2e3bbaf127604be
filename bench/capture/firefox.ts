// Firefox with the extension: agreed to every kind through the options page, tools added there.
import { Firefox } from "../../e2e/firefox.ts";
import { firefoxDoor } from "./firefox-door.ts";
import { firefoxTab } from "./firefox-tab.ts";
import { wireOf } from "./firefox-wire.ts";
import { installGround } from "./page/ground.ts";
import { installTree } from "./page/tree.ts";
import { installWay } from "./page/way.ts";
import type { Recorder } from "./recorder.ts";
import { readRows } from "./stored.ts";

async function agree(firefox: Firefox): Promise<void> {
  const { options } = firefox;
  await options.waitForSelector("::-p-aria([role='button'][name='Agree'])");
  for (const each of await options.$$("[role=switch]")) {
    const isOn = () => each.evaluate((one) => (one as HTMLInputElement).checked);
    if (!(await isOn())) await each.click();
    if (!(await isOn())) throw new Error("A kind cannot be agreed to.");
  }
  await firefox.clicks("button", "Agree");
  await options.locator("::-p-text(You agreed)").wait();
}

/** Starts it with a profile of its own; the person agrees to every kind there is. */
export async function startFirefox(build: string): Promise<Recorder> {
  const firefox = await Firefox.start(build);
  const { browser, options } = firefox;
  const wire = wireOf(browser);
  await agree(firefox);
  const installed = [installWay, installTree, installGround].map((one) => `(${String(one)})();`);
  await wire.send("script.addPreloadScript", { functionDeclaration: `() => { ${installed.join("")} }` });

  return {
    name: "firefox",
    version: (await browser.version()).replace(/^firefox\//i, ""),
    adds: async (address, vocabulary) => {
      await firefox.section("tools");
      await firefox.fills("Address", address);
      await firefox.fills("Name", new URL(address).host);
      if (vocabulary) await options.select("select[name=vocabulary]", vocabulary);
      await firefox.clicks("button", "Add tool");
      await options.locator("::-p-text(is added.)").wait();
    },
    opens: async () => firefoxTab(browser, await browser.newPage()),
    rows: () => firefoxDoor(wire, options.mainFrame()).evaluate(readRows, undefined),
    close: () => firefox.close(),
  };
}
