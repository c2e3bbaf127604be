// Runs in a tool's page, and only while the person wants the mark there. It goes there by itself as text: nothing
// outside of the function is there.
import type { Shape } from "./shapes.ts";

/** The element of the mark. Its name has a hyphen and its content a closed root: no page reads it by chance. */
export const markTag = "tooltrail-mark";

export interface Drawing {
  tag: string;
  ground: string;
  shapes: readonly Shape[];
}

/** Draws the mark, or with null takes it away. It goes by itself when pages are told to stop, or to ask anew. */
export function markPage(drawing: Drawing | null): void {
  interface Listening {
    addListener(listener: (message: unknown) => void): void;
    removeListener(listener: (message: unknown) => void): void;
  }
  interface World {
    [mark: symbol]: { says: string; host: Element; end: () => void } | undefined;
    browser?: { runtime?: { id?: string; onMessage?: Listening } };
    chrome?: { runtime?: { id?: string; onMessage?: Listening } };
  }
  // Our world's global is out of the page's sight, and no element can have a symbol for its id.
  const mark = Symbol.for("tooltrail.mark");
  const world = globalThis as unknown as World;
  const says = JSON.stringify(drawing);
  if (drawing && world[mark]?.says === says && world[mark].host.isConnected) return;
  world[mark]?.end();
  const page = document.documentElement;
  if (!drawing || !page) return;

  const host = document.createElement(drawing.tag);
  host.setAttribute("aria-hidden", "true");
  // Through the object model, which a page's policy for styles does not forbid; no style sheet of it is stronger.
  const look =
    "all:initial;position:fixed;inset:auto 8px 8px auto;width:24px;height:24px;z-index:2147483647;pointer-events:none";
  for (const one of look.split(";")) {
    const [name, value] = one.split(":") as [string, string];
    host.style.setProperty(name, value, "important");
  }
  const draw = (name: string, attributes: Record<string, unknown>, children: Element[] = []): Element => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    element.append(...children);
    return element;
  };
  const white = "#fff";
  const drawn = drawing.shapes.map((shape) => {
    const { x, y, r, line } = shape;
    const ink = line ? { fill: "none", stroke: white, "stroke-width": line } : { fill: white };
    if (shape.is === "dot") return draw("circle", { cx: x, cy: y, r, ...ink });
    return draw("rect", { x, y, width: shape.width, height: shape.height, rx: r, ...ink });
  });
  const square = { x: 0.5, y: 0.5, width: 23, height: 23, rx: 6, fill: drawing.ground, stroke: white };
  const sign = draw("g", { transform: "translate(4.2 3.8) scale(.65)" }, drawn);
  const picture = draw("svg", { viewBox: "0 0 24 24", width: 24, height: 24 }, [draw("rect", square), sign]);
  host.attachShadow({ mode: "closed" }).append(picture);
  page.append(host);

  const runtime = (world.browser ?? world.chrome)?.runtime;
  const told = (message: unknown) => {
    const { name } = (message ?? {}) as { name?: unknown };
    if (name === "page.stop" || name === "page.configure") end();
  };
  runtime?.onMessage?.addListener(told);
  // It is of the screen, not of what is printed.
  const printing = ({ type }: Event) =>
    host.style.setProperty("display", type === "beforeprint" ? "none" : "block", "important");
  addEventListener("beforeprint", printing);
  addEventListener("afterprint", printing);
  // An extension that was switched off or removed tells nobody: then nothing is recorded, and no mark may say so.
  const watch = setInterval(() => runtime?.id || end(), 1000);
  function end() {
    clearInterval(watch);
    removeEventListener("beforeprint", printing);
    removeEventListener("afterprint", printing);
    if (runtime?.id) runtime.onMessage?.removeListener(told);
    host.remove();
    world[mark] = undefined;
  }
  world[mark] = { says, host, end };
}
