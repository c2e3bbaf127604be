// A page of fields, controls, forms, lists and editors for e2e/keys-and-forms.spec.ts.
import { expect, type Page } from "@playwright/test";
import type { Person, StoredStep } from "./person.ts";

const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Desk</title><body>
<main>
  <form id="order" action="/done">
    <label>Name <input id="name" name="name" required></label>
    <label>Count <input id="count" type="number" value="1"></label>
    <label>Mask <input id="mask"></label>
    <label>Notes <textarea id="notes"></textarea></label>
    <label id="agree-label"><input id="agree" type="checkbox"> Agree</label>
    <label><input type="radio" name="size" value="s" id="small" checked> Small</label>
    <label><input type="radio" name="size" value="m" id="middle"> Middle</label>
    <label><input type="radio" name="size" value="l" id="large"> Large</label>
    <select id="state" aria-label="State"><option>Open</option><option>Done</option><option>Late</option></select>
    <select id="tags" aria-label="Tags" multiple size="3"><option>Red</option><option>Blue</option></select>
    <input id="day" type="date" aria-label="Day">
    <input id="level" type="range" min="0" max="100" value="50" aria-label="Level">
    <input id="tone" type="color" aria-label="Tone">
    <input id="file" type="file" aria-label="File">
    <label>PIN <input id="pin" type="password" name="pin"></label>
    <button id="send">Send</button>
  </form>
  <form id="quick"><label>Quick <input id="quick-text"></label></form>
  <form id="remade"><label>Remade <input id="again" name="again"></label></form>
  <div id="rich" contenteditable="true" role="textbox" aria-label="Rich"></div>
  <div id="own" contenteditable="true" role="textbox" aria-label="Own"></div>
  <div id="context" tabindex="0" role="textbox" aria-label="Context" style="height: 1em"></div>
  <iframe id="designed" title="Designed"></iframe>
  <x-open></x-open><x-closed></x-closed>
  <div id="tree" role="listbox" tabindex="0" aria-label="Tree" aria-activedescendant="one">
    <div role="option" id="one">One</div><div role="option" id="two">Two</div><div role="option" id="three">Three</div>
  </div>
  <div id="menu" role="menu"><div role="menuitem" tabindex="0" id="cut">A</div><div role="menuitem" tabindex="-1" id="b">B</div></div>
  <dialog id="ask"><form method="dialog" id="answer"><button id="yes">Yes</button></form></dialog>
  <button id="copier">Copy it</button><button id="sender">By script</button><button id="ticker">Tick</button>
  <p id="text">Some words to select</p>
</main>
<script>
  const roots = (window.roots = {});
  const $ = (id) => document.getElementById(id);
  for (const mode of ["open", "closed"]) customElements.define("x-" + mode, class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode });
      roots[mode] = root;
      root.innerHTML = "<label>In <input class='in'></label><label class='box'><input type='checkbox'> Box</label>" +
        "<select><option>A</option><option>B</option></select><form><input class='sent'><button>Go</button></form>";
      root.querySelector("form").onsubmit = (event) => event.preventDefault();
    }
  });
  $("quick").onsubmit = (event) => event.preventDefault();
  // A mask: forbids the key and writes by itself.
  $("mask").onkeydown = (event) => { if (/^\\d$/.test(event.key)) { event.preventDefault(); $("mask").value += event.key; } };
  // A component that is made anew after each key.
  $("remade").addEventListener("input", (event) => {
    const fresh = event.target.cloneNode(); fresh.value = event.target.value;
    event.target.replaceWith(fresh); fresh.focus();
    fresh.setSelectionRange(fresh.value.length, fresh.value.length);
  });
  // An editor that forbids the browser to write.
  $("own").addEventListener("beforeinput", (event) => { event.preventDefault(); $("own").textContent += event.data ?? ""; });
  if (window.EditContext) {
    const context = ($("context").editContext = new EditContext());
    context.addEventListener("textupdate", () => { $("context").textContent = context.text; });
  }
  const inner = $("designed").contentDocument;
  inner.designMode = "on";
  const options = ["one", "two", "three"];
  $("tree").onkeydown = (event) => {
    const now = options.indexOf($("tree").getAttribute("aria-activedescendant"));
    const next = { ArrowDown: now + 1, ArrowUp: now - 1 }[event.key];
    if (options[next]) { event.preventDefault(); $("tree").setAttribute("aria-activedescendant", options[next]); }
  };
  $("menu").onkeydown = (event) => { if (event.key === "ArrowDown") $("b").focus(); };
  $("copier").onclick = () => { getSelection().selectAllChildren($("text")); document.execCommand("copy"); getSelection().empty(); };
  $("sender").onclick = () => setTimeout(() => { $("quick").requestSubmit(); $("sender").dataset.sent = ""; }, 1500);
  $("ticker").onclick = () => $("agree").click();
</script></body></html>`;

export const desk: Record<string, string> = { "/desk": body };

/** Gathers the steps of the page in the order in which they are stored, from a mark on. */
export class Desk {
  readonly page: Page;
  readonly person: Person;
  private from = 0;

  constructor(page: Page, person: Person) {
    this.page = page;
    this.person = person;
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
