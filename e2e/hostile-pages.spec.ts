import { floods } from "./attacks-floods.ts";
import { handlers } from "./attacks-handlers.ts";
import { objects } from "./attacks-objects.ts";
import { shapes } from "./attacks-shapes.ts";
import { expect, test } from "./fixtures.ts";
import { type Attack, hostilePage } from "./hostile-page.ts";
import { recorded, recordedSince, tail, tally } from "./recorded.ts";
import { startSite } from "./site.ts";
import { bears } from "./under-attack.ts";

const everyKind = ["Clicks", "Drags", "Typing rhythm"];
const calm: Attack = { name: "calm", script: "" };

for (const [title, attacks] of Object.entries({ floods, shapes, objects, handlers })) {
  test(`${title}: nothing is forged, nothing is lost, and the page is as it would be without us`, async ({
    person,
  }) => {
    test.setTimeout(300_000);
    const pages = Object.fromEntries([calm, ...attacks].map((attack, n) => [`/${n}`, hostilePage(attack)]));
    const [listed, other] = [await startSite(pages), await startSite(pages)];
    await person.agrees(everyKind.length ? undefined : []);
    await person.adds(listed.url);
    const problems: string[] = [];
    person.context.on("weberror", (p) => problems.push(String(p.error().stack)));
    await person.worker().evaluate(() => {
      const counts = { messages: 0, steps: 0 };
      (globalThis as any).counts = counts;
      chrome.runtime.onMessage.addListener((m: any) => {
        if (m.name === "steps.record") {
          counts.messages++;
          counts.steps += m.request.steps.length;
        }
      });
    });
    for (const [n, attack] of [calm, ...attacks].entries()) {
      if (process.env.ONLY && !new RegExp(process.env.ONLY).test(attack.name)) continue;
      const before = await recorded(person);
      const page = await person.context.newPage();
      const without = await bears(page, { address: `${other.url}${n}`, attack }).catch((e) => String(e));
      const withUs = await bears(page, { address: `${listed.url}${n}`, attack }).catch((e) => String(e));
      await page.close();
      await new Promise((r) => setTimeout(r, 1500));
      const steps = await recordedSince(person, before);
      console.log(
        attack.name,
        JSON.stringify({ without, withUs }),
        JSON.stringify(tally(steps)),
        JSON.stringify(await person.dropped()),
        JSON.stringify(await person.worker().evaluate(() => (globalThis as any).counts)),
      );
      console.log(
        steps
          .map((s) => `${s.kind}:${tail(s, 3).join(">")}`)
          .join(" | ")
          .slice(0, 1500),
      );
    }
    console.log(problems.join("\n").slice(0, 3000));
    await listed.close();
    await other.close();
  });
}
