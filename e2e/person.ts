// What a person does in the extension's own pages, through the doors a person uses.
import { type BrowserContext, type Download, expect, type Page, type Worker } from "@playwright/test";
import type { Receipt } from "../schemas/consent.ts";
import { rowsInPage } from "./rows-in-page.ts";

/** The switches without all of which nothing leaves. */
export const allThatLeaves = [
  "Clicks",
  "Drags",
  "Typing rhythm",
  "Keyboard commands",
  "Choices",
  "Sending forms",
  "Changing pages",
  "Copy and paste",
  "Outlines of pages",
];

export class Person {
  readonly context: BrowserContext;
  readonly id: string;
  readonly options: Page;

  private constructor(context: BrowserContext, id: string, options: Page) {
    this.context = context;
    this.id = id;
    this.options = options;
  }

  /** Waits for the extension and for the notice it opens on install. */
  static async meets(context: BrowserContext): Promise<Person> {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    const id = new URL(worker.url()).host;
    const isOptions = (page: Page) => page.url().startsWith(`chrome-extension://${id}/options.html`);
    // The tab opens empty and gets its address a moment later.
    await expect.poll(() => context.pages().some(isOptions)).toBe(true);
    const options = context.pages().find(isOptions)!;
    await options.waitForLoadState();
    return new Person(context, id, options);
  }

  /** Opens the extension's page as soon as it is installed. */
  static async at(context: BrowserContext, id: string): Promise<Person> {
    const options = await context.newPage();
    const opens = async () => void (await options.goto(`chrome-extension://${id}/options.html`));
    await expect(opens).toPass({ timeout: 60_000 });
    return new Person(context, id, options);
  }

  worker(): Worker {
    return this.context.serviceWorkers()[0]!;
  }

  /** Opens a section of the options page. */
  async section(name: "notice" | "tools" | "data" | "shipped" | "export" | "about"): Promise<Page> {
    await this.options.goto(`chrome-extension://${this.id}/options.html#${name}`);
    await this.options.bringToFront();
    return this.options;
  }

  async agrees(kinds: readonly string[] = ["Clicks", "Typing rhythm", "Changing pages"]): Promise<void> {
    const page = await this.section("notice");
    for (const kind of kinds) await page.getByRole("switch", { name: kind }).check();
    await page.getByRole("button", { name: "Agree", exact: true }).click();
    await expect.poll(async () => (await this.receipts()).at(-1)?.answer).toBe("agreed");
  }

  async adds(address: string, { name = "Board", vocabulary }: { name?: string; vocabulary?: string } = {}) {
    const page = await this.section("tools");
    // A tool that was removed keeps its row, and gets it back when it is added again.
    const listed = async () => (await this.rows("tools")).filter((tool) => !tool.removedAt).length;
    const before = await listed();
    await page.getByLabel("Address").fill(address);
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Owner").fill("Platform team");
    await page.getByLabel("Reason").fill("Train an agent");
    if (vocabulary) await page.getByLabel("Vocabulary").selectOption({ label: vocabulary });
    await page.getByRole("button", { name: "Add tool" }).click();
    await expect.poll(listed).toBe(before + 1);
    await expect(page.getByText(`${name} is added.`)).toBeVisible();
  }

  /** Exports as the person does. Nobody could answer the browser's question for a place, so there is none to ask. */
  async exports(): Promise<Download> {
    const page = await this.section("export");
    await page.evaluate(() => Reflect.deleteProperty(globalThis, "showSaveFilePicker"));
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export my data" }).click(),
    ]);
    return download;
  }

  /** Rows of a table of the extension's database, read without the extension's code. */
  async rows<Row = Record<string, unknown>>(table: string): Promise<Row[]> {
    const [rows] = await this.options.evaluate(rowsInPage, [table]);
    return rows as Row[];
  }

  /** Every stored step, open or closed, in the order of its number. */
  async steps(): Promise<StoredStep[]> {
    // At one moment: a trajectory that closes in between would be there twice.
    const [chunks, open] = (await this.options.evaluate(rowsInPage, ["chunks", "openSteps"])) as [
      { lines: string }[],
      { line: string }[],
    ];
    const lines = [
      ...chunks.flatMap(({ lines }) => lines.split("\n").filter(Boolean)),
      ...open.map(({ line }) => line),
    ];
    return lines.map((line) => (JSON.parse(line) as { step: StoredStep }).step);
  }

  /** Every consent receipt, oldest first; the table's own order is that of random ids. */
  async receipts(): Promise<Receipt[]> {
    return (await this.rows<Receipt>("receipts")).sort((a, b) => a.at - b.at);
  }

  async dropped(): Promise<Record<string, number>> {
    const rows = await this.rows<{ reason: string; count: number }>("dropped");
    return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]));
  }

  /** Ends the open trajectory and ships what waits, as the person would. */
  async finishesAndShips(): Promise<void> {
    const page = await this.section("data");
    await page.getByRole("button", { name: "Finish this trajectory" }).click();
    await page.getByRole("button", { name: "Ship now" }).first().click();
    await expect
      .poll(async () => (await this.rows<{ state: string }>("shipments")).some((s) => s.state === "shipped"))
      .toBe(true);
  }

  /** Moves the extension's clock; test builds only. */
  async moveClock(milliseconds: number): Promise<void> {
    await this.options.evaluate(
      (clockOffset) =>
        (
          globalThis as unknown as { chrome: { storage: { local: { set(v: unknown): Promise<void> } } } }
        ).chrome.storage.local.set({ clockOffset }),
      milliseconds,
    );
  }

  /**
   * Kills the worker as the browser would: at once, without a word. False when it did not run. Playwright does not
   * tell of the end (the worker keeps its place in `serviceWorkers()`), so the browser is asked.
   */
  async killWorker(): Promise<boolean> {
    const session = await this.context.newCDPSession(this.options);
    let ran = false;
    const gone = new Promise<void>((done) => {
      session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
        const status = versions.find(({ scriptURL }) => scriptURL.includes(this.id))?.runningStatus;
        if (status === "stopped") done();
        else if (status) ran = true;
      });
    });
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await gone;
    await session.detach();
    return ran;
  }
}

export interface StoredStep {
  kind: string;
  at: number;
  effect: string;
  frame: number[];
  target?: { role: string; name: number | null; path: { tag: unknown }[]; selectors: { by: string }[] };
  [measure: string]: unknown;
}
