// What is deleted takes the keyboard's place in the page with it: then Undo gets it, and afterwards the row it was in.
import { useEffect, useRef } from "preact/hooks";

/** Where the keyboard was: found again by ids, because what comes back is made anew. */
interface Place {
  element: Element;
  /** The row of a step, which of its controls, and where it stood in its list. */
  row: { id: string; control: number; list: Element; nth: number } | null;
  /** The trajectory. */
  fold: string | null;
}

interface Shown {
  /** The deletion that can be undone. */
  tombstone: string | undefined;
  /** It was too late to undo it. */
  late: boolean;
  /** Undo, while it is there. */
  button: { current: HTMLButtonElement | null };
}

interface FocusBack {
  /** Gives the keyboard back before the deletion is final. */
  back: () => void;
  /** What was deleted is asked for again: its row is waited for. */
  undoes: () => void;
}

const controlsOf = (row: Element | null): HTMLElement[] => [
  ...(row?.querySelectorAll<HTMLElement>("input, button") ?? []),
];

function placeOf(element: Element): Place {
  const row = element.closest<HTMLElement>("[data-testid=step]");
  const list = row?.parentElement;
  const fold = element.closest<HTMLElement>("[data-testid=trajectory]")?.id ?? null;
  if (!row || !list) return { element, row: null, fold };
  const control = Math.max(0, controlsOf(row).indexOf(element as HTMLElement));
  return { element, row: { id: row.id, control, list, nth: [...list.children].indexOf(row) }, fold };
}

/** The same control of the same row, or the same trajectory; undefined while it is not there. */
function same({ row, fold }: Place): HTMLElement | null | undefined {
  if (row) return controlsOf(document.getElementById(row.id)).at(row.control);
  return fold === null ? null : document.getElementById(fold)?.querySelector("summary");
}

/** The same control of the row that took its place, else the trajectory, else the title of the page. */
function nearest({ row, fold }: Place): HTMLElement | null | undefined {
  const rows = row?.list.isConnected ? row.list.children : undefined;
  const other = rows?.[Math.min(row?.nth ?? 0, rows.length - 1)];
  const control = other && controlsOf(other).at(row?.control ?? 0);
  return (
    control ??
    (fold === null ? null : document.getElementById(fold)?.querySelector("summary")) ??
    document.querySelector<HTMLElement>("#data h1")
  );
}

const isLost = (): boolean => document.activeElement === document.body || document.activeElement === null;

export function useFocusBack({ tombstone, late, button }: Shown): FocusBack {
  const from = useRef<Place | null>(null);
  const undoing = useRef(false);
  const settle = () => {
    const place = from.current;
    // Where nothing was taken away the person put the keyboard down.
    if (!place || place.element.isConnected || !isLost()) return;
    // The list and the toast are told one after the other, in any order: whichever comes, it is looked at again.
    if (button.current) button.current.focus({ preventScroll: true });
    else if (undoing.current) same(place)?.focus();
  };
  const back = () => {
    if (from.current) (same(from.current) ?? nearest(from.current))?.focus();
  };
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target === button.current) return;
      from.current = placeOf(target);
      undoing.current = false;
    };
    const sight = new MutationObserver(settle);
    sight.observe(document.body, { childList: true, subtree: true });
    addEventListener("focusin", note);
    return () => {
      sight.disconnect();
      removeEventListener("focusin", note);
    };
  }, []);
  const before = useRef(tombstone);
  useEffect(() => {
    const over = before.current !== undefined && tombstone === undefined;
    before.current = tombstone;
    settle();
    if (((over && !undoing.current) || late) && isLost() && !from.current?.element.isConnected) back();
  }, [tombstone, late]);
  const undoes = () => {
    undoing.current = true;
  };
  return { back, undoes };
}
