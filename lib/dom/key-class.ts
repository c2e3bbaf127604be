// The one file that reads `key` and `code`. What comes out of it is a class, and a slot that pairs press with release.
import type { KeyClass } from "../recorders/typing/schema.ts";

const modifiers = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Fn", "NumLock"]);
const moves = new Set(["Tab", "Home", "End", "PageUp", "PageDown"]);

export interface KeyRead {
  keyClass: KeyClass;
  /** Number of the pressed key among those held now: the lowest that is free, the same for any key. */
  slot: number;
}

export interface KeyReader {
  press(event: KeyboardEvent): KeyRead;
  /** The slot of the key that is let go, or null for a key whose press was not seen. */
  release(event: KeyboardEvent): number | null;
  forget(): void;
}

/** No hand holds more; what is held longer than that lost its release to another window. */
const mostHeld = 16;

/** `code` is kept only while its key is down, and never leaves this function. */
export function createKeyReader(): KeyReader {
  const held: (string | undefined)[] = [];
  return {
    press(event) {
      const before = held.indexOf(event.code);
      if (before >= 0) held[before] = undefined;
      let slot = held.indexOf(undefined);
      if (slot < 0) slot = held.length < mostHeld ? held.length : 0;
      held[slot] = event.code;
      return { keyClass: classOf(event), slot };
    },
    release(event) {
      const slot = held.indexOf(event.code);
      if (slot < 0) return null;
      held[slot] = undefined;
      return slot;
    },
    forget() {
      held.length = 0;
    },
  };
}

function classOf(event: KeyboardEvent): KeyClass {
  const { key } = event;
  if (event.isComposing || key === "Process" || key === "Unidentified" || key === "Dead") return "other";
  if (modifiers.has(key)) return "modifier";
  if (key === "Backspace" || key === "Delete") return "delete";
  if (key === "Enter") return "enter";
  if (moves.has(key) || key.startsWith("Arrow")) return "move";
  // A command such as copy types nothing. AltGr, which Windows reports as Control and Alt, does.
  const command = (event.ctrlKey || event.metaKey) && !event.getModifierState("AltGraph");
  if (command || [...key].length !== 1) return "other";
  if (key === " ") return "space";
  return key >= "0" && key <= "9" ? "digit" : "text";
}
