// A hand on the mouse, and what was recorded of it: each step in one line, its elements by the names of the fixture.
import { expect, type Page } from "@playwright/test";
import type { Person, StoredStep } from "./person.ts";

type Path = { tag: unknown; nth: number }[];
interface TargetLike {
  role: string;
  path: Path;
}

const key = (path: Path): string => path.map(({ tag, nth }) => `${String(tag)}:${nth}`).join("/");

/** Names by click path, of everything that is in the page now: open and closed roots too. */
const names = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const found: Record<string, string> = {};
    const pathOf = (element: Element): string => {
      const links: string[] = [];
      for (let at: Element | null = element; at; ) {
        const { localName } = at;
        let nth = 0;
        for (let before = at.previousElementSibling; before; before = before.previousElementSibling)
          if (before.localName === localName) nth++;
        links.unshift(`${localName.includes("-") ? "custom" : localName}:${nth}`);
        const parent: Node | null = at.parentNode;
        at = parent instanceof Element ? parent : parent instanceof ShadowRoot ? parent.host : null;
      }
      return links.join("/");
    };
    const roots = [document, ...((window as unknown as { roots: ShadowRoot[] }).roots ?? [])];
    for (const root of roots)
      for (const element of root.querySelectorAll("[data-n], html"))
        found[pathOf(element)] = (element as HTMLElement).dataset.n ?? "page";
    return found;
  });

export class Hand {
  readonly person: Person;
  readonly page: Page;
  /** Moves at one go, as a driver does, or over all that lies between. */
  steps = 8;
  #known: Record<string, string> = {};

  constructor(person: Person, page: Page) {
    this.person = person;
    this.page = page;
  }

  /** Where an element is now, by the fixture's name. */
  async place(name: string): Promise<{ x: number; y: number }> {
    // The DOM's own names reach into closed roots, Playwright's do not.
    const place = await this.page.evaluate((wanted) => {
      const roots = [document, ...(window as unknown as { roots: ShadowRoot[] }).roots];
      for (const root of roots) {
        const element = root.querySelector(`[data-n="${wanted}"]`) ?? root.querySelector(`#${wanted}`);
        if (!element) continue;
        // A scroll by a script, which is no step.
        element.scrollIntoView({ block: "nearest" });
        const { x, y, width, height } = element.getBoundingClientRect();
        return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
      }
      return null;
    }, name);
    if (!place) throw new Error(`no place for ${name}`);
    return place;
  }

  async points(name: string, { dx = 0, dy = 0 } = {}): Promise<void> {
    await expect.poll(() => this.place(name).then(Boolean, () => false), `${name} is shown`).toBe(true);
    await this.#learn();
    const { x, y } = await this.place(name);
    await this.page.mouse.move(x + dx, y + dy, { steps: this.steps });
  }

  async clicks(name: string, options: { button?: "left" | "right" | "middle"; count?: number } = {}) {
    await this.points(name);
    await this.page.mouse.down({ button: options.button ?? "left", clickCount: 1 });
    await this.page.mouse.up({ button: options.button ?? "left", clickCount: 1 });
    for (let clickCount = 2; clickCount <= (options.count ?? 1); clickCount++) {
      await this.page.mouse.down({ clickCount });
      await this.page.mouse.up({ clickCount });
    }
  }

  async drags(from: string, to: string, whileHeld: () => Promise<void> = async () => {}): Promise<void> {
    await this.points(from);
    await this.page.mouse.down();
    await this.points(to);
    await whileHeld();
    await this.page.mouse.up();
  }

  /** What is recorded of `act`, ended by a click on the mark, in lines; of these kinds only. */
  async does(act: () => Promise<void>, kinds: readonly string[] = ["click", "drag", "hover", "scroll"]) {
    const before = new Set((await this.person.steps()).map(({ at, kind }) => `${kind} ${at}`));
    await this.#learn();
    await act();
    await this.#learn();
    const marks = await this.#marks();
    await this.page.keyboard.press("Escape");
    const mark = await this.place("mark");
    await this.page.mouse.move(mark.x, mark.y);
    await this.page.mouse.down();
    await this.page.mouse.up();
    await expect.poll(() => this.#marks()).toBe(marks + 1);
    return (await this.person.steps())
      .filter(({ at, kind }) => !before.has(`${kind} ${at}`) && kinds.includes(kind))
      .sort((a, b) => a.at - b.at)
      .map((step) => this.line(step))
      .filter((line) => !line.endsWith(" mark"));
  }

  async #learn(): Promise<void> {
    this.#known = { ...this.#known, ...(await names(this.page)) };
  }

  async #marks(): Promise<number> {
    return (await this.person.steps()).filter(
      (step) => step.kind === "click" && this.line(step).endsWith(" mark"),
    ).length;
  }

  line(step: StoredStep): string {
    const name = (target: unknown) =>
      target ? (this.#known[key((target as TargetLike).path)] ?? `?${key((target as TargetLike).path)}`) : "";
    const onto = step.onto ? ` > ${name(step.onto)}` : "";
    const detail: Record<string, string> = {
      click: `${String(step.button)}${step.count === 1 ? "" : ` x${String(step.count)}`} `,
      drag: `${String(step.how)} `,
      scroll: `${String(step.direction)} `,
    };
    return `${step.kind} ${detail[step.kind] ?? ""}${name(step.target)}${onto}`;
  }
}
