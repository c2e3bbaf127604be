// How a text came, by the browser's `inputType` and what went before; the event's `data` is never read.
import { fieldOf, isAutofilled } from "../../dom/editable.ts";
import { holdsNode } from "../../dom/native.ts";
import { focusedElement, originOf } from "../../dom/shadow.ts";
import { hearing } from "../hearing.ts";
import type { Recording } from "../recording.ts";
import type { Means } from "./schema.ts";

/** A page that writes in answer to a click does so within this time. */
const answer = 50;
/** A command such as undo has its effect within this time. */
const obeyed = 1000;
const mostDeep = 16;

export interface EditContext {
  /** What the text of an edit came by, or null for an edit that is no typing. `keyed`: keys wrote since the last. */
  meansOf(event: Event, field: Element, keyed: boolean): Means | null;
  /** A named command was given: undo, paste, bold and their like are that and no typing. */
  commanded(event: Event): void;
}

export function watchContext(recording: Recording, signal: AbortSignal): EditContext {
  const { listen } = hearing(recording, signal);
  const { kinds } = recording.config;
  let commandAt = Number.NEGATIVE_INFINITY;
  let clicked: { at: number; field: Element | null } | null = null;
  // The browser's own menu was opened, and nothing was pressed since.
  let fromMenu = false;
  let dragging = false;

  listen(["pointerdown", "keydown"], () => {
    fromMenu = false;
    dragging = false;
  });
  listen(["contextmenu"], () => {
    fromMenu = true;
  });
  listen(["dragstart"], () => {
    dragging = true;
  });
  listen(["click"], (event) => {
    const origin = originOf(event);
    clicked = { at: event.timeStamp, field: origin && fieldOf(origin) };
  });

  return {
    commanded(event) {
      commandAt = event.timeStamp;
    },
    meansOf(event, field, keyed) {
      // The browser's own filling in, spinner and clear buttons make events without a type.
      const type = event instanceof InputEvent ? event.inputType : "";
      if (/^format/.test(type)) return null;
      const commanded = event.timeStamp - commandAt < obeyed;
      if (/^history/.test(type)) return commanded ? null : "other";
      if (/^(insertFromPaste|deleteByCut)/.test(type)) {
        if (kinds.includes("clipboard") || (commanded && kinds.includes("shortcut"))) return null;
        return type === "deleteByCut" ? "other" : "paste";
      }
      if (type === "deleteByDrag") return null;
      if (type === "insertFromDrop") return dragging && kinds.includes("drag") ? null : "drop";
      if (/composition/i.test(type)) return "composition";
      if (/dictat/i.test(type)) return "voice";
      if (type === "insertReplacementText") return replacedBy(field);
      if (keyed) return "keys";
      if (type === "") return isAutofilled(field) ? "autofill" : "other";
      return isScripts(event, field) ? null : "other";
    },
  };

  /** A menu's suggestion is of the spelling; so is what comes by itself into a long text. */
  function replacedBy(field: Element): Means {
    if (fromMenu) return "spelling";
    return field instanceof HTMLInputElement || isAutofilled(field) ? "autofill" : "spelling";
  }

  /** A page's `execCommand` makes trusted events too: in answer to a click, or where nobody is typing. */
  function isScripts(event: Event, field: Element): boolean {
    if (isPersonAway()) return true;
    const focused = focusedElement();
    const here = focused !== null && (focused === field || holdsNode(field, focused));
    if (!here || isWrittenFromAround()) return true;
    return clicked !== null && clicked.field !== field && event.timeStamp - clicked.at < answer;
  }
}

/** The browser knows of no key or press in the last seconds; one that does not say so is taken at its word. */
const isPersonAway = (): boolean =>
  (navigator as { userActivation?: { isActive: boolean } }).userActivation?.isActive === false;

/** A toolbar around an editor's frame writes into it: an event is being handled there while this one is told. */
function isWrittenFromAround(): boolean {
  let frame: Window = window;
  for (let depth = 0; frame !== frame.parent && depth < mostDeep; depth++) {
    frame = frame.parent;
    try {
      if ((frame as { event?: Event }).event) return true;
    } catch {
      // Of another origin: its scripts cannot write here either.
    }
  }
  return false;
}
