// A page in this process, on happy-dom, with the real recorders in it, that is fed with recorded events at their times.
import { runInThisContext } from "node:vm";
import { Window } from "happy-dom";
import { kindNames, type Step } from "../../../schemas/step.ts";
import { bundleForPage } from "../../../scripts/page-bundle.ts";
import { takeTime } from "./virtual-time.ts";

export interface FedPage {
  /** Tells an event at a time, in milliseconds since the page began; timers that are due run before it. */
  tell(at: number, target: Element, event: Event): void;
  find(selector: string): Element;
  /** Lets so much time go by, and gives what was recorded since it was asked last. */
  rest(until: number): Step[];
  close(): void;
}

/** All kinds are agreed to. `html` is the body. */
export async function openPage(html: string): Promise<FedPage> {
  const code = await bundleForPage("bench/reid/feed/in-page.ts", "fedPage");
  const window = new Window({ url: "https://tool.example/" });
  const given = giveGlobals(window);
  // Nothing is laid out here: everything is shown, and of one size.
  const box = { x: 0, y: 0, left: 0, top: 0, width: 4000, height: 4000, right: 4000, bottom: 4000 };
  Object.defineProperty(Element.prototype, "getBoundingClientRect", { value: () => box, configurable: true });
  // What is there is asked by place; the last element of the page lies on top of all others.
  const top = () => [...document.body.querySelectorAll("*")].at(-1) ?? null;
  const value = { elementFromPoint: top, elementsFromPoint: () => [top()].filter((one) => one !== null) };
  for (const [name, answer] of Object.entries(value))
    for (const root of [Document.prototype, ShadowRoot.prototype])
      Object.defineProperty(root, name, { value: answer, configurable: true });
  const time = takeTime();
  const ending = new AbortController();
  document.body.innerHTML = html;
  runInThisContext(code);
  const { fedPage } = globalThis as unknown as { fedPage: typeof import("./in-page.ts") };
  const page = fedPage.start(kindNames, ending.signal);
  return {
    tell(at, target, event) {
      time.advanceTo(at);
      target.dispatchEvent(page.stamped(at, event));
    },
    find: (selector) => document.querySelector(selector)!,
    rest(until) {
      time.advanceTo(until);
      const dropped = [...new Set(page.dropped)];
      if (dropped.length > 0) throw new Error(`The recorders dropped: ${dropped.join(", ")}.`);
      return page.take();
    },
    close() {
      ending.abort();
      time.restore();
      given.takeBack();
      void window.happyDOM.close();
    },
  };
}

/** What a page's code finds as globals, as far as Node has not its own. */
function giveGlobals(window: Window): { takeBack: () => void } {
  const own = [
    "Event",
    "CustomEvent",
    "EventTarget",
    "navigator",
    "location",
    "document",
    "MutationObserver",
  ];
  const names = [...own, ...Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis))];
  const before = new Map(names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));
  const values = window as unknown as Record<string, unknown>;
  const given: Record<string, unknown> = { ...Object.fromEntries(names.map((name) => [name, values[name]])) };
  for (const [name, value] of Object.entries({ ...given, window }))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return {
    takeBack() {
      for (const [name, descriptor] of before) {
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else Reflect.deleteProperty(globalThis, name);
      }
      Reflect.deleteProperty(globalThis, "window");
    },
  };
}
