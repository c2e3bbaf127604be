// The scripted person: agrees, allow-lists Node-RED, works in it, reviews, ships and exports.
import { join } from "node:path";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { type Act, NodeRedEditor, vocabularyLabel } from "../../e2e/node-red-editor.ts";
import { Person, type StoredStep } from "../../e2e/person.ts";
import { aboutOf, switchNames } from "../../schemas/step.ts";
import { actsOf, type StoredAct } from "./compare.ts";
import type { RunFolder } from "./run-folder.ts";

export interface ToldTour {
  /** What was done and not deleted, in order. */
  acts: Act[];
  /** Those of them whose steps leave. */
  leaving: Act[];
  /** The bytes of the one shipment, as the preview showed them before it left. */
  preview: string;
  /** Steps that leave, as the preview showed them after one was deleted. */
  left: number;
}

export interface TourOptions {
  context: BrowserContext;
  url: string;
  run: RunFolder;
  say(line: string): void;
}

/** Does the whole of it; a picture is taken at each act. Throws at the first thing that is not as promised. */
export async function tour({ context, url, run, say }: TourOptions): Promise<ToldTour> {
  let pictures = 0;
  const picture = async (page: Page, name: string) => {
    pictures += 1;
    await page.screenshot({ path: join(run.screenshots, `${pictures}-${name}.png`) });
  };

  say("Agrees: reads the notice, switches every kind on.");
  const person = await Person.meets(context);
  await person.options.getByRole("button", { name: "Agree", exact: true }).waitFor();
  await picture(person.options, "notice");
  await person.agrees(switchNames.map((name) => aboutOf(name).title));
  await picture(person.options, "agreed");

  say("Allow-lists Node-RED by its address.");
  await person.adds(url, { name: "Node-RED", vocabulary: vocabularyLabel });
  await person.options.getByText("Node-RED is added.").waitFor();
  await picture(person.options, "tools");

  say("Works in Node-RED: two nodes, a wire, a name, Deploy.");
  const editor = await NodeRedEditor.open(context, url);
  await editor.drags("debug", 450, 300);
  await editor.filters("inject");
  await editor.drags("inject", 200, 300);
  await editor.wires("timestamp", "debug 1");
  await editor.renames("timestamp", "orders of the day");
  await editor.deploys();
  await picture(editor.page, "node-red");

  say("Reviews: looks at what would leave, deletes the typing in the search field.");
  const { deleted, ...reviewed } = await review(person, editor.acts, picture);

  say("Ships now.");
  await person.options.getByRole("button", { name: "Ship now" }).click();
  await expect
    .poll(async () => (await person.rows<{ state: string }>("shipments")).map(({ state }) => state))
    .toEqual(["shipped"]);
  await person.section("shipped");
  await person.options.getByTestId("shipment").first().waitFor();
  await picture(person.options, "shipped");

  say("Exports everything held about it.");
  await (await person.exports()).saveAs(run.exported);
  await person.options.getByText("Saved as").waitFor();
  await picture(person.options, "export");
  return { acts: editor.acts.filter((act) => act !== deleted), ...reviewed };
}

async function review(
  person: Person,
  acts: readonly Act[],
  picture: (page: Page, name: string) => Promise<void>,
) {
  const page = await person.section("data");
  // The last click is stored when its effect is known and the page's batch is handed over.
  await expect
    .poll(async () => (await person.steps()).at(-1)?.target?.role ?? null)
    .toBe(acts.at(-1)?.role ?? null);
  await page.getByRole("button", { name: "Finish this trajectory" }).click();
  await page.getByTestId("waiting").getByRole("button", { name: "Look" }).click();
  await picture(page, "review");

  const steps = page.getByTestId("step");
  // What hangs on a habit stays here, and one piece of a trajectory leaves.
  const leaving = steps.filter({ hasNotText: "nothing of it leaves" });
  const before = await steps.count();
  const regretted = steps.filter({ hasText: "Typed in" }).first();
  await regretted.getByRole("button", { name: /Delete step/ }).click();
  await expect(steps).toHaveCount(before - 1);
  await page.getByText(/^Exact bytes/).click();
  const exact = page.getByTestId("exact-bytes");
  // Made anew when the ten seconds to undo are over.
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0, { timeout: 25_000 });
  const left = await leaving.count();
  await expect
    .poll(async () => (JSON.parse((await exact.textContent()) ?? "") as { steps: unknown[] }).steps.length)
    .toBe(left);
  await picture(page, "one-step-deleted");
  const preview = (await exact.textContent()) ?? "";
  const deleted = acts.find(({ kind }) => kind === "typing");
  const [waiting] = await person.rows<{ numbers: number[] }>("shipments");
  const remaining = acts.filter((act) => act !== deleted);
  return { preview, left, deleted, leaving: actsOf(remaining, await storedActs(person), waiting!.numbers) };
}

async function storedActs(person: Person): Promise<StoredAct[]> {
  const chunks = await person.rows<{ lines: string }>("chunks");
  const lines = chunks.flatMap(({ lines }) => lines.split("\n").filter(Boolean));
  return lines
    .map((line) => JSON.parse(line) as { n: number; step: StoredStep })
    .map(({ n, step }) => ({ n, kind: step.kind, role: step.target?.role ?? null }));
}
