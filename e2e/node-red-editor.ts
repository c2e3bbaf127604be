// What a person does in the editor of the real Node-RED; each act that makes a step is noted.
import type { BrowserContext, Locator, Page } from "@playwright/test";
import vocabulary from "../examples/node-red/vocabulary.json" with { type: "json" };

/** An act as its doer knows it: what a dataset must say of it. */
export interface Act {
  kind: "click" | "drag" | "typing" | "navigate";
  /** Null for an act without a target. */
  role: string | null;
  /** What the element is called on the screen. */
  name: string | null;
}

/** The entry of the options page's list of vocabularies. */
export const vocabularyLabel = `${vocabulary.title}, version ${vocabulary.version}`;

/** Only what the vocabulary publishes may be named; everything else is null in every record. */
export const publishedName = (name: string | null): string | null =>
  vocabulary.terms.some((term: Record<string, string>) => Object.values(term).includes(name ?? ""))
    ? name
    : null;

export class NodeRedEditor {
  readonly page: Page;
  readonly acts: Act[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens the editor and waits until it can be worked in. */
  static async open(context: BrowserContext, url: string): Promise<NodeRedEditor> {
    const editor = new NodeRedEditor(await context.newPage());
    await editor.page.goto(url);
    await editor.#palette("inject").waitFor();
    editor.acts.push({ kind: "navigate", role: null, name: null });
    return editor;
  }

  /** Drags a node from the palette onto the canvas. */
  async drags(type: string, x: number, y: number): Promise<void> {
    const canvas = this.page.locator("#red-ui-workspace-chart svg");
    await this.#palette(type).dragTo(canvas, { targetPosition: { x, y } });
    await this.#node(type === "inject" ? "timestamp" : `${type} 1`).waitFor();
    this.acts.push({ kind: "drag", role: "generic", name: type });
  }

  /** Filters the palette, which is typing in a field that the tool does not call by a published name. */
  async filters(text: string): Promise<void> {
    const field = this.page.getByPlaceholder("filter nodes");
    await field.click();
    await field.pressSequentially(text, { delay: 15 });
    // The click that only brings the caret there is part of the typing.
    this.acts.push({ kind: "typing", role: "textbox", name: "filter nodes" });
  }

  async wires(from: string, to: string): Promise<void> {
    const output = this.#node(from).locator(".red-ui-flow-port-output .red-ui-flow-port");
    const input = this.#node(to).locator(".red-ui-flow-port-input .red-ui-flow-port");
    await output.dragTo(input);
    await this.page.locator(".red-ui-flow-link").nth(2).waitFor({ state: "attached" });
    this.acts.push({ kind: "drag", role: "generic", name: null });
  }

  /** Opens a node's tray by a double click, types a name and closes the tray by Done. */
  async renames(node: string, name: string): Promise<void> {
    await this.#node(node).locator(".red-ui-flow-node").dblclick();
    const field = this.page.locator("#node-input-name");
    await field.click();
    await field.pressSequentially(name, { delay: 15 });
    await this.page.getByRole("button", { name: "Done" }).click();
    await this.page.locator("#node-dialog-ok").waitFor({ state: "detached" });
    this.acts.push({ kind: "click", role: "generic", name: null });
    this.acts.push({ kind: "typing", role: "textbox", name: "Name" });
    this.acts.push({ kind: "click", role: "button", name: "Done" });
  }

  async deploys(): Promise<void> {
    await this.page.getByRole("link", { name: "Deploy", exact: true }).click();
    await this.page.getByText("Successfully deployed").last().waitFor();
    this.acts.push({ kind: "click", role: "link", name: "Deploy" });
  }

  #palette(type: string): Locator {
    return this.page.locator(`.red-ui-palette-node[data-palette-type="${type}"]`);
  }

  #node(label: string): Locator {
    return this.page.locator(".red-ui-flow-node-group", { hasText: label });
  }
}
