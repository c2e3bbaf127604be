// P10: the personal export holds everything that is stored, and nothing else. The database is read without our code.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { personalExportSchemas } from "../schemas/personal-export.ts";
import { expect, test } from "./fixtures.ts";
import { isolatedWorld } from "./isolated-world.ts";
import { allThatLeaves, type Person } from "./person.ts";
import { comesToBe, policyRow } from "./popup-page.ts";
import { startSite } from "./site.ts";
import { clicksRows, finishes, opens, shipsNow, states } from "./work.ts";

type Row = Record<string, unknown>;

const linesOf = (text: string): Row[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

const byId = (rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => (String(a.id ?? a.shipment) < String(b.id ?? b.shipment) ? -1 : 1));

const asks = (person: Person, name: string, request: object): Promise<unknown> =>
  person.options.evaluate((message) => chrome.runtime.sendMessage(message), { name, request });

const policy = { company: "Norhaven", retentionDays: 9 };

test("every file of the export says what the database holds, and the sums are right", async ({
  person,
  site,
  collector,
  folder,
}) => {
  const other = await startSite();
  try {
    // One shipped, one that waits, one open; two tools; a refused message.
    await person.agrees(allThatLeaves);
    const board = await opens(person, site);
    await clicksRows(person, board, [0, 1]);
    await finishes(person);
    await shipsNow(person);
    await expect.poll(() => states(person)).toEqual(["shipped"]);
    const second = await opens(person, other, "Second <board> & more");
    await second.getByLabel("Name").pressSequentially("never in a file");
    await clicksRows(person, second, [2, 3, 4]);
    await finishes(person);
    await clicksRows(person, board, [5]);
    const world = await isolatedWorld(board, person);
    expect(await world.send({ name: "everything.erase", request: {} })).toHaveProperty("error");

    await comesToBe(person, policyRow(policy, 1));
    await asks(person, "review.hours", { hours: 72 });
    await asks(person, "profile.shared", { shared: false });

    const download = await person.exports();
    expect(download.suggestedFilename()).toMatch(/^tooltrail-export-\d{4}-\d{2}-\d{2}\.zip$/);
    const zipped = unzipSync(await readFile(await download.path()));
    const files = new Map(Object.entries(zipped).map(([name, bytes]) => [name, strFromU8(bytes)]));

    // Everything the line says lies in a file is there, with its sum.
    const sums = files.get("SHA256SUMS")!.trim().split("\n");
    expect(sums.toSorted()).toEqual(
      Object.entries(zipped)
        .filter(([name]) => name !== "SHA256SUMS")
        .map(([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}`)
        .toSorted(),
    );
    expect([...files.keys()].toSorted()).toEqual(
      [...Object.keys(personalExportSchemas), "README.html", "SHA256SUMS", "schema.json"].toSorted(),
    );
    for (const [name, schema] of Object.entries(personalExportSchemas)) {
      const text = files.get(name)!;
      for (const value of name.endsWith(".jsonl") ? linesOf(text) : [JSON.parse(text)]) schema.parse(value);
    }
    expect(Object.keys(JSON.parse(files.get("schema.json")!))).toEqual(Object.keys(personalExportSchemas));

    // The same, read from the database on its own.
    const heads = await person.rows("trajectories");
    const chunks = await person.rows<{ trajectory: string; lines: string }>("chunks");
    const open = await person.rows<{ trajectory: string; line: string }>("openSteps");
    const stepsOf = (id: unknown) =>
      [
        ...chunks.filter(({ trajectory }) => trajectory === id).flatMap(({ lines }) => linesOf(lines)),
        ...open.filter(({ trajectory }) => trajectory === id).map(({ line }) => JSON.parse(line) as Row),
      ].toSorted((a, b) => Number(a.n) - Number(b.n));
    const trajectories = heads.map((head) => ({ ...head, steps: stepsOf(head.id) }));
    expect(trajectories).toHaveLength(3);
    expect(byId(linesOf(files.get("trajectories.jsonl")!))).toEqual(byId(trajectories));

    const settings = JSON.parse(files.get("settings.json")!) as unknown;

    const queue = (await person.rows("shipments")).map(({ bytes, ...row }) => ({
      ...row,
      shipment: JSON.parse(String(bytes)) as unknown,
    }));
    expect(queue).toHaveLength(2);
    expect(byId(linesOf(files.get("shipments.jsonl")!))).toEqual(byId(queue));
    expect(byId(linesOf(files.get("consent.jsonl")!))).toEqual(byId(await person.rows("receipts")));
    expect(byId(linesOf(files.get("tools.jsonl")!))).toEqual(byId(await person.rows("tools")));
    expect(byId(JSON.parse(files.get("erase-keys.json")!))).toEqual(byId(await person.rows("eraseKeys")));
    expect(settings).toEqual({
      policy: { good: { policy, since: 1 }, emptySince: null, refused: null },
      profile: { shared: false },
      reviewHours: 72,
    });
    expect(JSON.parse(files.get("dropped.json")!)).toEqual(await person.dropped());
    expect(await person.dropped()).toEqual({ "message-from-page": 1 });

    // The key in the file belongs to what the collector holds: the tag is its digest, after the prefix.
    const [shipped] = collector.shipments();
    const keys = JSON.parse(files.get("erase-keys.json")!) as { shipment: string; key: string }[];
    const { key } = keys.find(({ shipment }) => shipment === shipped!.id)!;
    const tag = createHash("sha256").update(`tt-erase-v1${key}`).digest("base64url");
    expect(shipped!.shipment.eraseTag).toBe(tag);

    // Readable without the extension; names of tools are words, not markup.
    const readme = join(folder, "README.html");
    await writeFile(readme, files.get("README.html")!);
    const reading = await person.context.newPage();
    await reading.goto(pathToFileURL(readme).href);
    const count = (await person.steps()).length;
    await expect(reading.getByText(`${count} steps were stored in this browser`)).toBeVisible();
    const totals = await person.rows<{ count: number }>("totals");
    expect(totals.reduce((sum, row) => sum + row.count, 0)).toBe(count);
    await expect(reading.getByRole("cell", { name: "Second <board> & more" }).first()).toBeVisible();
    await expect(reading.getByRole("row", { name: /click/ })).not.toHaveCount(0);
  } finally {
    await other.close();
  }
});
