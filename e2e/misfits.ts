// What does not fit into a narrow window: sideways scroll, text that is cut off or lies over other text, controls that
// nobody can get at.
import type { Page } from "@playwright/test";

/** Each misfit in words; none where all is well. */
export const misfits = (page: Page): Promise<string[]> => page.evaluate(findMisfits);

/** Runs in the page. */
function findMisfits(): string[] {
  const found: string[] = [];
  const tell = (element: Element) => {
    const of = element.className && typeof element.className === "string" ? `.${element.className}` : "";
    return `${element.localName}${of} “${(element.textContent ?? "").trim().slice(0, 40)}”`;
  };
  const isSeen = (element: Element) =>
    element.checkVisibility({
      visibilityProperty: true,
      opacityProperty: true,
      contentVisibilityAuto: true,
    });
  const styleOf = (element: Element) => getComputedStyle(element);
  const around = (element: Element): Element[] =>
    element.parentElement ? [element, ...around(element.parentElement)] : [element];
  // What is there for screen readers alone is one pixel wide.
  const isForReaders = (element: Element) =>
    around(element).some((each) => styleOf(each).clipPath === "inset(50%)");
  const floats = (element: Element) =>
    around(element).some((each) => ["fixed", "sticky"].includes(styleOf(each).position));

  const scrolls = (element: Element, way: "overflowX" | "overflowY") =>
    ["auto", "scroll"].includes(styleOf(element)[way]);
  // A table of numbers may: one can go there by the keyboard, and its rows keep together.
  const mayScroll = (element: Element) => element.matches("[tabindex='0']") && element.querySelector("table");
  /** What a box that scrolls holds back for now is not shown, and not lost. */
  const isHeldBack = (rect: DOMRect, element: Element) =>
    around(element).some((each) => {
      const box = each.getBoundingClientRect();
      const above = rect.bottom > box.bottom + 1 || rect.top < box.top - 1;
      const aside = rect.right > box.right + 1 || rect.left < box.left - 1;
      return (
        (above && scrolls(each, "overflowY")) || (aside && scrolls(each, "overflowX") && mayScroll(each))
      );
    });

  const seen = [...document.body.querySelectorAll("*")].filter(isSeen);
  if (document.documentElement.scrollWidth > innerWidth) {
    const over = seen.filter((each) => each.getBoundingClientRect().right > innerWidth + 1);
    const widest = over
      .filter((each) => !isHeldBack(each.getBoundingClientRect(), each.parentElement!))
      .at(-1);
    const { scrollWidth } = document.documentElement;
    found.push(`the page is ${scrollWidth} px wide in a window of ${innerWidth}: ${widest && tell(widest)}`);
  }
  for (const element of seen) {
    if (element.clientWidth === 0 || element.scrollWidth <= element.clientWidth + 1) continue;
    if (scrolls(element, "overflowX") && !mayScroll(element))
      found.push(`scrolls sideways: ${tell(element)}`);
  }

  const lines: { rect: DOMRect; element: Element }[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement!;
    if (!text.textContent?.trim() || !isSeen(element) || isForReaders(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || isHeldBack(rect, element)) continue;
      if (rect.left < -1 || rect.right > innerWidth + 1) found.push(`outside the window: ${tell(element)}`);
      const cuts = around(element).find((each) => {
        const { overflowX, overflowY } = styleOf(each);
        const box = each.getBoundingClientRect();
        const [cutX, cutY] = [overflowX, overflowY].map((way) => way === "hidden" || way === "clip");
        return (
          (cutX && (rect.left < box.left - 1 || rect.right > box.right + 1)) ||
          (cutY && (rect.top < box.top - 3 || rect.bottom > box.bottom + 3))
        );
      });
      if (cuts) found.push(`cut off by ${tell(cuts)}: ${tell(element)}`);
      else if (!floats(element)) lines.push({ rect, element });
    }
  }
  lines.sort((a, b) => a.rect.top - b.rect.top);
  for (const [at, { rect, element }] of lines.entries()) {
    for (const other of lines.slice(at + 1)) {
      if (other.rect.top > rect.bottom - 4) break;
      const over = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
      if (over > 3 && other.element !== element)
        found.push(`over each other: ${tell(element)}, ${tell(other.element)}`);
    }
  }

  const controls = document.querySelectorAll<HTMLElement>(
    "a[href], button, input, select, textarea, summary",
  );
  for (const control of controls) {
    if (!control.checkVisibility({ visibilityProperty: true }) || control.matches(":disabled")) continue;
    control.scrollIntoView({ block: "center", behavior: "instant" });
    const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
    const place = (isForReaders(control) && labels[0] ? labels[0] : control).getClientRects()[0];
    if (!place || isForReaders(control)) continue;
    if (place.left < -1 || place.right > innerWidth + 1) found.push(`not in the window: ${tell(control)}`);
    const hit = document.elementFromPoint(place.left + place.width / 2, place.top + place.height / 2);
    const reached = hit && [control, ...labels].some((each) => each.contains(hit) || hit.contains(each));
    if (!reached) found.push(`covered by ${hit ? tell(hit) : "nothing"}: ${tell(control)}`);
  }
  scrollTo(0, 0);
  return [...new Set(found)].slice(0, 12);
}
