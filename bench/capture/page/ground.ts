// The ground truth inside a page, in its own (main) world: elements by handle, their paths at the moment of an act,
// and what can be acted on. It changes nothing in the DOM. The function is sent to the page as text, so it stands alone.
import type { Ground, GroundLink, Spot } from "./spot.ts";

/** Runs in the page once a document, after installTree. */
export function installGround(): void {
  if (Object.hasOwn(globalThis, "ground")) return;
  const { outer, pathOf, framePosition, everything, all, deepAt, isSeen, focused } = groundTree;
  const named =
    "a,area,button,input,select,textarea,summary,option,label,iframe,[role=button],[role=link],[role=checkbox]," +
    "[role=radio],[role=switch],[role=tab],[role=option],[role=menuitem],[role=menuitemcheckbox]," +
    "[role=menuitemradio],[role=treeitem],[role=combobox],[role=textbox],[role=searchbox],[role=slider]," +
    "[role=spinbutton],[contenteditable]:not([contenteditable=false])";
  const acted = `:is(${named}):not(label,option,iframe)`;
  const notText =
    /^(button|submit|reset|image|checkbox|radio|range|color|file|date|time|month|week|datetime-local|hidden)$/;
  const marks: { element: Element; paths: string[]; live: boolean; missed?: boolean }[] = [];
  const note = (mark: (typeof marks)[number]) => {
    const path = JSON.stringify(pathOf(mark.element));
    if (!mark.paths.includes(path)) mark.paths.push(path);
  };
  const mark = (element: Element): number => {
    for (const one of marks) one.live = one.element === element;
    let id = marks.findIndex((one) => one.element === element);
    if (id < 0) id = marks.push({ element, paths: [], live: true }) - 1;
    note(marks[id]!);
    return id;
  };
  for (const type of "pointerdown mousedown pointerup click auxclick contextmenu keydown input change dragstart drop focusin wheel".split(
    " ",
  ))
    window.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) return;
        for (const one of marks.filter(({ live }) => live)) {
          note(one);
          const meant = [one.element, ...((one.element as HTMLInputElement).labels ?? [])];
          if (event instanceof PointerEvent && event.type === "pointerdown")
            one.missed = !meant.some((element) => reaches(element, event.clientX, event.clientY));
        }
      },
      { capture: true, passive: true },
    );

  const nearestNamed = (from: Element): Element | null => {
    for (let at: Element | null = from; at; at = outer(at)) if (at.matches(named)) return at;
    return null;
  };
  /** Whether a press at a point means this element: it, or something unnamed in it, is there. */
  function reaches(element: Element, x: number, y: number): boolean {
    const hit = deepAt(x, y);
    if (!hit) return false;
    // Firefox names the image there, though it sends the press to the area.
    if (element instanceof HTMLAreaElement && hit instanceof HTMLImageElement)
      return hit.useMap === `#${element.parentElement?.getAttribute("name")}`;
    if (
      hit === element ||
      (hit.matches("path,use,line,polyline,polygon,tspan") && hit.parentElement === element)
    )
      return true;
    return element.matches(named) && nearestNamed(hit) === element;
  }
  /** Where an element is drawn; an area of an image map is drawn by its image. */
  function rectsOf(element: Element): Iterable<DOMRect> {
    if (!(element instanceof HTMLAreaElement)) return element.getClientRects();
    const image = document.querySelector(`img[usemap="#${element.parentElement?.getAttribute("name")}"]`);
    const { left = 0, top = 0 } = image?.getBoundingClientRect() ?? {};
    const [x = 0, y = 0, right = 0, bottom = 0] = element.coords.split(",").map(Number);
    return [new DOMRect(left + x, top + y, right - x, bottom - y)];
  }
  /** Nobody means the stroke of a drawing: its group, or the drawing. */
  function innermostOf(element: Element): Element | null {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = deepAt(left + width / 2, top + height / 2);
    return hit?.matches("path,use,line,polyline,polygon,tspan") ? hit.parentElement : hit;
  }
  function pointIn(element: Element): Spot["point"] {
    for (const { left, top, width, height } of rectsOf(element)) {
      if (width < 3 || height < 3) continue;
      for (const [part, down] of [
        [0.5, 0.5],
        [0.25, 0.5],
        [0.75, 0.5],
        [0.5, 0.25],
        [0.1, 0.5],
      ] as const) {
        const [x, y] = [left + width * part, top + height * down];
        if (x > 1 && y > 1 && x < innerWidth - 1 && y < innerHeight - 1 && reaches(element, x, y))
          return { x, y };
      }
    }
    return null;
  }

  function spot(id: number, light = false): Spot {
    const { element } = marks[id]!;
    const { x, y, width, height } = element.getBoundingClientRect();
    const isInput = element instanceof HTMLInputElement;
    const isArea = element instanceof HTMLTextAreaElement;
    const field =
      ((isInput && !notText.test(element.type)) || isArea ? !element.readOnly : false) ||
      (element as HTMLElement).isContentEditable === true;
    return {
      id,
      frame: framePosition(),
      path: light ? [] : pathOf(element),
      point: pointIn(element),
      box: { x, y, width, height },
      tag: element.localName,
      role: element.getAttribute("role") ?? "",
      type: element.getAttribute("type") ?? "",
      text: (
        element.getAttribute("aria-label") ||
        element.textContent?.trim() ||
        element.getAttribute("title") ||
        ""
      )
        .trim()
        .replace(/\s+/g, " ")
        .slice(0, 60),
      marks: [element.id, ...element.classList].filter(Boolean).join("."),
      href: element instanceof HTMLAnchorElement ? element.href : "",
      field,
      oneLine: isInput,
      disabled: element.matches(":disabled,[aria-disabled=true]"),
      length: isInput || isArea ? element.value.length : (element.textContent ?? "").length,
    };
  }

  const ownText = (element: Element) =>
    [...element.childNodes]
      .map((node) => (node instanceof Text ? node.data.trim() : ""))
      .join("")
      .slice(0, 80);
  const saidOf = (element: Element): string =>
    ["aria-label", "title", "name", "type", "placeholder", "href", "role"]
      .map((name) => element.getAttribute(name) ?? "")
      .concat(element.localName, ownText(element))
      .join("\u0001");
  const around = (element: Element): string => {
    const tags: string[] = [];
    for (let at = outer(element); at; at = outer(at)) tags.push(at.localName);
    return tags.join("\u0001");
  };
  const looksOf = (element: Element): string => `${saidOf(element)}\u0002${around(element)}`;
  /** What is around an element is asked only where the element itself looks right. */
  function alike(looks: string, from: readonly Element[]): Element[] {
    const [said] = looks.split("\u0002");
    return from.filter((element) => saidOf(element) === said && looksOf(element) === looks);
  }

  const made: Ground = {
    document: crypto.randomUUID?.() ?? `${Math.random()}`,
    find({ css, text, nth = 0, innermost = false }) {
      const found = all(css).filter((element) => text === undefined || element.textContent?.trim() === text);
      const element = found[nth];
      if (!element) return null;
      return spot(mark((innermost && innermostOf(element)) || element));
    },
    spot: (id) => {
      mark(marks[id]!.element);
      return spot(id);
    },
    paths: (id) => marks[id]!.paths.map((path) => JSON.parse(path) as GroundLink[]),
    candidates: () =>
      everything()
        .filter((element) => element.matches(acted) && isSeen(element) && pointIn(element))
        .map((element) => {
          let id = marks.findIndex((one) => one.element === element);
          if (id < 0) id = marks.push({ element, paths: [], live: false }) - 1;
          return spot(id, true);
        }),
    element: (id) => marks[id]!.element,
    hasFocus: (id) => marks[id]!.element.contains(focused()),
    missed: (id) => marks[id]!.missed === true,
    looks: (id) => {
      const { element } = marks[id]!;
      const looks = looksOf(element);
      const same = alike(
        looks,
        everything().filter(({ localName }) => localName === element.localName),
      );
      return { looks, nth: same.indexOf(element), of: same.length };
    },
    again: (asked) => {
      const found = new Map<string, Element[]>();
      for (const element of everything()) {
        const looks = looksOf(element);
        found.set(looks, [...(found.get(looks) ?? []), element]);
      }
      return asked.map(({ looks, nth, of }) => {
        const same = found.get(looks);
        return same?.length === of ? same[nth]! : null;
      });
    },
    mark,
  };
  Object.defineProperty(globalThis, "ground", { value: made });
}
