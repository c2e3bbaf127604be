// Listeners at the window, before the page's own, that outlive `document.open()`.

type Add = () => void;
const added = new Set<Add>();
let watching: MutationObserver | undefined;

/**
 * Listens in the capture phase until the signal. `document.open()` erases every listener of a window, ours too (HTML
 * standard, document open steps); it replaces the root element as well, and then all are added again.
 */
export function atWindow<N extends keyof WindowEventMap>(
  type: N,
  handle: (event: WindowEventMap[N]) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const add = () => window.addEventListener(type, handle, { capture: true, passive: true, signal });
  add();
  added.add(add);
  signal.addEventListener("abort", () => added.delete(add), { once: true });
  watch();
}

/** Looks at the document's own children only, which change when it is replaced. */
function watch(): void {
  if (watching) return;
  watching = new MutationObserver(() => {
    // Adding what is still there does nothing.
    for (const add of added) add();
  });
  watching.observe(document, { childList: true });
}
