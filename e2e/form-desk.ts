// Somebody at a page of fields, controls and forms, by trusted input: one step for what a person would call one act.
import type { Page } from "@playwright/test";
import { test as base, expect } from "./fixtures.ts";
import { formDeskPage } from "./form-desk-page.ts";
import type { Person, StoredStep } from "./person.ts";
import { startSite } from "./site.ts";
import { storesMore } from "./work.ts";

const kinds = [
  "Clicks",
  "Typing rhythm",
  "Keyboard commands",
  "Choices",
  "Sending forms",
  "Copy and paste",
  "Changing pages",
];

/** `at` is the desk, open and recorded, and nothing done there yet. */
export const test = base.extend<{ at: FormDesk }>({
  at: async ({ person }, use) => {
    const site = await startSite(formDeskPage);
    await person.agrees(kinds);
    await person.adds(site.url);
    const page = await person.context.newPage();
    await page.goto(`${site.url}desk`);
    await storesMore(person, 0);
    const at = new FormDesk(page, person);
    expect(await at.said()).toEqual(["navigate"]);
    await use(at);
    await site.close();
  },
});

/** Gathers the steps of the page in the order in which they are stored, from a mark on. */
export class FormDesk {
  readonly page: Page;
  readonly person: Person;
  private from = 0;

  constructor(page: Page, person: Person) {
    this.page = page;
    this.person = person;
  }

  /** Clicks into a field and types. */
  async types(selector: string, text: string): Promise<void> {
    await this.page.locator(selector).click();
    await this.page.keyboard.type(text, { delay: 15 });
  }

  /** A click on a plain part ends whatever is held; its own step is the mark, and is not given. */
  async steps(): Promise<StoredStep[]> {
    const marks = async () => (await this.mine()).filter(isMark).length;
    const before = await marks();
    await this.page.locator("#text").click({ button: "right" });
    await expect.poll(marks).toBe(before + 1);
    const all = await this.mine();
    const found = all.slice(this.from).filter((step) => !isMark(step));
    this.from = all.length;
    return found;
  }

  /** Clicks the middle of an element inside the shadow root of such a mode, where only the page itself can look. */
  async clicksInside(mode: "open" | "closed", selector: string): Promise<void> {
    const [x, y] = await this.page.evaluate(
      ([mode, selector]) => {
        const { roots } = window as unknown as { roots: Record<string, ShadowRoot> };
        const element = roots[mode!]!.querySelector(selector!)!;
        element.scrollIntoView({ block: "center" });
        const box = element.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2] as const;
      },
      [mode, selector],
    );
    await this.page.mouse.click(x, y);
  }

  /** In short: kind, what is special of it, and the role of its target. */
  async said(): Promise<string[]> {
    return (await this.steps()).map(sayOf);
  }

  private async mine(): Promise<StoredStep[]> {
    return (await this.person.steps()).filter(({ kind }) => kind !== "switch" && kind !== "pointer");
  }
}

const isMark = ({ kind, button }: StoredStep) => kind === "click" && button === "context";

export function sayOf(step: StoredStep): string {
  const means = {
    shortcut: step.command,
    choose: step.control,
    clipboard: step.act,
    typing: (step.by as string[] | undefined)?.join("+"),
  };
  const special = means[step.kind as keyof typeof means];
  const tag = step.target?.path.at(-1)?.tag;
  return [step.kind, special, tag].filter((part) => part !== undefined).join(" ");
}
