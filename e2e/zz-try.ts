import { mkdtemp } from "node:fs/promises";
import { shapes } from "./attacks-shapes.ts";
import { launch, testBuild } from "./fixtures.ts";
import { hostilePage } from "./hostile-page.ts";
import { startSite } from "./site.ts";
import { at, type Spot } from "./workbench.ts";

const attack = shapes.find(({ name }) => name.includes(process.argv[2]!))!;
const site = await startSite({ "/x": hostilePage(attack) });
const context = await launch(await mkdtemp("/tmp/try-"), testBuild);
const page = await context.newPage();
page.on("console", (m) => console.log("console", m.text()));
const t0 = performance.now();
const lap = (s: string) => console.log(s, Math.round(performance.now() - t0));
await page.goto(site.url + "x", { waitUntil: "commit" });
lap("committed");
await page.waitForSelector("html[data-done]", { state: "attached", timeout: 60000 });
lap("done " + (await page.getAttribute("html", "data-took")));
await page.mouse.click(640, 500);
lap("prey");
for (const spot of ["press", "field", "area", "check"] as Spot[]) {
  await page.mouse.click(...at(spot));
  lap(spot);
}
await page.keyboard.type("abc");
lap("typed");
await page.goto("about:blank");
lap("left");
await context.close();
await site.close();
