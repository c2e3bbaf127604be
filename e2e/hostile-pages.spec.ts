import { appendFile, cp } from "node:fs/promises";
import { join } from "node:path";
import { aboutOf, switchNames } from "../schemas/step.ts";
import { floods } from "./attacks-floods.ts";
import { handlers } from "./attacks-handlers.ts";
import { objects } from "./attacks-objects.ts";
import { shapes } from "./attacks-shapes.ts";
import { countWork } from "./counting-worker.ts";
import { expect, launch, test, testBuild } from "./fixtures.ts";
import { type Attack, hostilePage, isLong, isWhole } from "./hostile-page.ts";
import { isHeard } from "./is-heard.ts";
import { Person, type StoredStep } from "./person.ts";
import { recorded, recordedSince, tail, tally } from "./recorded.ts";
import { type Site, startSite } from "./site.ts";
import { bears } from "./under-attack.ts";

/** What the work on a page without an attack leaves; each attack is compared with it. */
const calm: Attack = { name: "calm", script: "" };
const calmAtWhole: Attack = { ...calm, whole: true };
const groups: Record<string, readonly Attack[]> = { floods, shapes, objects, handlers };
const everyKind = switchNames.map((name) => aboutOf(name).title);
/** Generous: ours may take a few times as long as the page alone, which is next to nothing for small times. */
const mostTimes = 6;
const leastTime = 2000;
/** Bytes of ours in a page, and in each frame that it makes. */
const mostHeap = { page: 10e6, frame: 0.4e6 };
const mostMessages = 60;

interface Round {
  person: Person;
  /** The same pages twice: on the list, and not. */
  listed: Site;
  other: Site;
}

/** Waits until what a calm page leaves is there, and nothing else but what the attack may leave. */
async function comes(
  steps: () => Promise<StoredStep[]>,
  expected: Record<string, number>,
  { name, makes }: Attack,
) {
  const { kind = "", most = 0 } = makes ?? {};
  const without = (counts: Record<string, number>) => ({ ...counts, [kind]: 0 });
  try {
    await expect
      .poll(async () => without(tally(await steps())), { message: name, timeout: 20_000 })
      .toEqual(without(expected));
  } catch (error) {
    // Which one is too many, and beside what, is seen in no count.
    throw new Error((await steps()).map(oneLine).join("\n"), { cause: error });
  }
  expect(tally(await steps())[kind] ?? 0, name).toBeLessThanOrEqual((expected[kind] ?? 0) + most);
}

const oneLine = ({ target, ...step }: StoredStep): string =>
  `${target?.path.map(({ tag }) => tag).join(" ")} ${JSON.stringify(step)}`;

/** One attack without us, then with us. Returns what was recorded. */
async function survives(
  { person, listed, other }: Round,
  attack: Attack,
  path: string,
  expected?: Record<string, number>,
) {
  const before = await recorded(person);
  const steps = () => recordedSince(person, before);
  const page = await person.context.newPage();
  const work = await countWork(person);
  const without = await bears(page, { address: other.url + path, attack });
  expect(await steps(), "off the list").toEqual([]);
  // The load of the page is its first step: from then on it records.
  const attacked = () => expect.poll(async () => (await steps()).length).toBeGreaterThan(0);
  const visit = await bears(page, { address: listed.url + path, attack, attacked });
  expect(visit.heard, attack.name).toEqual(without.heard);
  expect(visit.attack, attack.name).toBeLessThan(mostTimes * Math.max(without.attack, leastTime));
  expect(visit.work, attack.name).toBeLessThan(mostTimes * Math.max(without.work, leastTime));
  const bytes = mostHeap.page + mostHeap.frame * (attack.frames ?? 0);
  expect(visit.heap - without.heap, attack.name).toBeLessThan(bytes);
  await page.close();
  const counts = { ...expected };
  for (const [kind, more] of Object.entries(attack.differs ?? {})) counts[kind] = (counts[kind] ?? 0) + more;
  if (expected) await comes(steps, counts, attack);
  else await expect.poll(async () => (await steps()).at(-1)?.command).toBe("cancel");
  const found = await steps();
  const prey = attack.prey ?? ["body", "button"];
  const clicks = found.filter(({ kind }) => kind === "click");
  expect(tail(clicks[0]!, prey.length), attack.name).toEqual(prey);
  expect(tail(clicks.at(-1)!, 3), attack.name).toEqual(["fieldset", "p", "button"]);
  const { messages, steps: sent } = await work();
  expect(messages, attack.name).toBeLessThan(mostMessages + (attack.frames ?? 0) * 2);
  // Steps that wait for a reply are sent again with an urgent one, a few times at most.
  expect(sent, attack.name).toBeLessThan(4 * found.length + 40);
  return found;
}

for (const [title, attacks] of Object.entries(groups)) {
  test(`${title}: nothing is forged, nothing is lost, and the page is as without us`, async ({ person }) => {
    test.setTimeout(isLong ? 1_200_000 : 180_000);
    const pages = Object.fromEntries([calm, ...attacks].map((attack, n) => [`/${n}`, hostilePage(attack)]));
    const round: Round = { person, listed: await startSite(pages), other: await startSite(pages) };
    const problems: string[] = [];
    person.context.on("weberror", (problem) => problems.push(String(problem.error().stack)));
    await person.agrees(everyKind);
    await person.adds(round.listed.url);
    const brief = tally(await survives(round, calm, "0"));
    const whole = tally(await survives(round, calmAtWhole, "0"));
    for (const [n, attack] of attacks.entries()) {
      await test.step(attack.name, () =>
        survives(round, attack, String(n + 1), isWhole(attack) ? whole : brief),
      );
    }
    expect(problems.filter((stack) => stack.includes("chrome-extension:"))).toEqual([]);
    expect(await person.dropped()).toEqual({});
    await round.listed.close();
    await round.other.close();
  });
}

test("the work at the bench is of every kind", async ({ person }) => {
  const site = await startSite({ "/0": hostilePage(calm) });
  await person.agrees(everyKind);
  await person.adds(site.url);
  const page = await person.context.newPage();
  await bears(page, { address: `${site.url}0`, attack: calmAtWhole });
  const kinds = async () => Object.keys(tally([...(await recorded(person)).values()])).sort();
  await expect
    .poll(kinds)
    .toEqual(switchNames.filter((name) => !["outlines", "switch"].includes(name)).sort());
  await site.close();
});

test("a build whose listeners throw is seen", async ({ folder }) => {
  const build = join(folder, "throwing");
  await cp(testBuild, build, { recursive: true });
  await appendFile(
    join(build, "content-scripts", "content.js"),
    `;addEventListener("click", () => { throw new Error("ours"); }, true);`,
  );
  const site = await startSite();
  const context = await launch(join(folder, "profile"), build);
  try {
    const problems: string[] = [];
    context.on("weberror", (problem) => problems.push(String(problem.error().stack)));
    const person = await Person.meets(context);
    await person.agrees();
    await person.adds(site.url);
    const page = await context.newPage();
    await page.goto(site.url);
    await isHeard(page, person);
    await page.getByRole("button", { name: "Deploy" }).click();
    await expect.poll(() => problems.some((stack) => stack.includes("chrome-extension:"))).toBe(true);
  } finally {
    await context.close();
    await site.close();
  }
});
