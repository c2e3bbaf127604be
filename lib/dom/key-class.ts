// The one file that reads `key` and `code`. What comes out of it is a class, a named command, and a slot that pairs
// press with release.
import type { Command } from "../recorders/shortcut/schema.ts";
import type { KeyClass } from "../recorders/typing/schema.ts";
import { type CommandPlace, commandFor } from "./key-commands.ts";

export type { CommandPlace } from "./key-commands.ts";

const modifiers = /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|Fn|NumLock)$/;
const moves = /^(Tab|Home|End|PageUp|PageDown|Arrow.*)$/;
const unread = /^(Process|Unidentified|Dead)$/;
const isMac = () => /^Mac/.test(navigator.platform);

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

/** The class alone, for what keys do besides typing: they scroll. */
export const keyClassOf = (event: KeyboardEvent): KeyClass => classOf(event);

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

/** An input method takes the key; what comes of it is its business. */
const isComposed = (event: KeyboardEvent) => event.isComposing || unread.test(event.key);

function classOf(event: KeyboardEvent): KeyClass {
  const { key } = event;
  if (isComposed(event)) return "other";
  if (modifiers.test(key)) return "modifier";
  if (key === "Backspace" || key === "Delete") return "delete";
  if (key === "Enter") return "enter";
  if (moves.test(key)) return "move";
  // A command such as copy types nothing. AltGr, which Windows reports as Control and Alt, does.
  const command = (event.ctrlKey || event.metaKey) && !isAltGraph(event);
  if (command || [...key].length !== 1) return "other";
  if (key === " ") return "space";
  return key >= "0" && key <= "9" ? "digit" : "text";
}

/** The third level of a keyboard: it types, whatever modifiers the system reports for it. */
function isAltGraph(event: KeyboardEvent): boolean {
  if (event.getModifierState("AltGraph")) return true;
  return event.ctrlKey && event.altKey && [...event.key].length === 1 && !/^[a-z0-9]$/i.test(event.key);
}

/** Several recorders ask for the same event. Kept is the command alone. */
const commands = new WeakMap<Event, { place: CommandPlace; command: Command | null }>();

/**
 * The command that the keys give in such a place, or null: what types, moves the caret or belongs to the browser is
 * none. Enter is `activate` and an arrow `next` or `previous`; whether there is anything to activate is not known here.
 */
export function commandOf(event: KeyboardEvent, place: CommandPlace): Command | null {
  const known = commands.get(event);
  if (known?.place === place) return known.command;
  const command = readCommand(event, place);
  commands.set(event, { place, command });
  return command;
}

function readCommand(event: KeyboardEvent, place: CommandPlace): Command | null {
  // Autofill makes `keydown` events that have no key at all.
  if (!(event instanceof KeyboardEvent) || !event.key) return null;
  if (isComposed(event) || modifiers.test(event.key) || isAltGraph(event)) return null;
  const { ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift } = event;
  return commandFor({ name: nameOf(event), ctrl, meta, alt, shift, place, isMac: isMac() });
}

/** The key by its name or character; with a modifier a letter of another alphabet is the Latin one of its place. */
function nameOf(event: KeyboardEvent): string {
  const { key, code } = event;
  if (key.length > 1) return key;
  const commanding = event.ctrlKey || event.metaKey || event.altKey;
  // Option turns letters into signs on a Mac.
  const latin = key >= " " && key <= "~" && !(event.altKey && isMac());
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  const name = commanding && !latin && place ? (place[1] ?? place[2] ?? key) : key;
  return name.toLowerCase();
}
