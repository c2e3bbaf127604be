// A person who builds and deploys flows in Node-RED, and says of each act that leaves which elements it was done on.
import { expect, type Locator, type Page } from "@playwright/test";

/** An act, by where its elements stand: tags and positions from the document down. */
export interface DoneOn {
  kind: "click" | "drag" | "typing";
  place: string;
  onto?: string;
}

/** Runs in the page. Counted here, by other code than the replay's. */
function placeOf(element: Element): string {
  const links: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    let nth = 0;
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling)
      if (before.localName === at.localName) nth += 1;
    links.unshift(`${at.localName}:${nth}`);
  }
  return links.join("/");
}

export class FlowBuilder {
  readonly page: Page;
  readonly acts: DoneOn[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  async opens(url: string): Promise<void> {
    await this.page.goto(url);
    await this.#palette("inject").waitFor();
  }

  /** Drags a node from the palette onto the canvas; it is called `label` there. */
  async adds(type: string, label: string, at: { x: number; y: number }): Promise<void> {
    const canvas = this.page.locator("#red-ui-workspace-chart > svg");
    const [from, nodes] = [this.#palette(type), await this.#nodes().count()];
    const { x, y } = (await canvas.boundingBox())!;
    // What the pointer will be over: something of the drawing's ground.
    const ground = await this.page.evaluateHandle(([x, y]) => document.elementFromPoint(x, y)!, [
      x + at.x,
      y + at.y,
    ] as const);
    this.acts.push({
      kind: "drag",
      place: await from.evaluate(placeOf),
      onto: await ground.evaluate(placeOf),
    });
    await from.dragTo(canvas, { targetPosition: at });
    await expect(this.#nodes()).toHaveCount(nodes + 1);
    await this.#node(label).waitFor();
  }

  async wires(from: string, to: string): Promise<void> {
    const output = this.#node(from).locator(".red-ui-flow-port-output .red-ui-flow-port");
    const input = this.#node(to).locator(".red-ui-flow-port-input .red-ui-flow-port");
    const links = this.page.locator(".red-ui-flow-link");
    const before = await links.count();
    await this.#done("drag", output, input);
    await output.dragTo(input);
    await expect(links).toHaveCount(before + 1);
  }

  /** Opens a node by a double click. */
  async edits(node: string): Promise<void> {
    const box = this.#node(node).locator(".red-ui-flow-node");
    await this.#done("click", box);
    await box.dblclick();
    await this.page.locator("#node-dialog-ok").waitFor();
  }

  /** Types a name for the node that is open, and closes it by Done. */
  async names(name: string): Promise<void> {
    const field = this.page.locator("#node-input-name");
    await field.click();
    await this.#done("typing", field);
    await field.pressSequentially(name, { delay: 15 });
    const done = this.page.locator("#node-dialog-ok");
    await this.#done("click", done);
    await done.click();
    await done.waitFor({ state: "detached" });
    await this.#node(name).waitFor();
  }

  async deploys(): Promise<void> {
    const button = this.page.locator("#red-ui-header-button-deploy");
    await this.#done("click", button);
    await button.click();
    await this.page.getByText("Successfully deployed").last().waitFor();
  }

  async #done(kind: DoneOn["kind"], on: Locator, onto?: Locator): Promise<void> {
    const place = await on.evaluate(placeOf);
    this.acts.push({ kind, place, ...(onto && { onto: await onto.evaluate(placeOf) }) });
  }

  #palette(type: string): Locator {
    return this.page.locator(`.red-ui-palette-node[data-palette-type="${type}"]`);
  }

  #nodes(): Locator {
    return this.page.locator("#red-ui-workspace-chart .red-ui-flow-node-group");
  }

  #node(label: string): Locator {
    return this.#nodes().filter({ hasText: label });
  }
}
