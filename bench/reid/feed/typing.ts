// Recorded typing, key by key at its times, into a one-line field of a form under the real recorders.
import type { Step } from "../../../schemas/step.ts";
import type { Repetition } from "../data.ts";
import { openPage } from "./page.ts";

/** What one person did once, as it would be stored. */
export interface Recorded {
  person: string;
  session: number;
  steps: Step[];
}

/** Between two repetitions, in milliseconds: longer than whatever a recorder waits for. */
const between = 70_000;

export async function recordTyping(repetitions: readonly Repetition[]): Promise<Recorded[]> {
  const page = await openPage(`<form><label>Text <input id="field" name="field"></label></form>`);
  const field = page.find("#field") as HTMLInputElement;
  const form = page.find("form");
  let from = 1000;
  try {
    return repetitions.map(({ person, session, keys }) => {
      field.value = "";
      field.focus();
      for (const { at, name, isDown, last } of inOrder(keys)) {
        const key = keyOf(name);
        const init = { key, code: key.length === 1 ? `Key${key}` : key, bubbles: true, composed: true };
        page.tell(from + at, field, new KeyboardEvent(isDown ? "keydown" : "keyup", init));
        if (!isDown) continue;
        if (key.length === 1) {
          field.value += key;
          page.tell(from + at, field, new Event("input", { bubbles: true, composed: true }));
        } else if (last) {
          page.tell(from + at, form, new Event("submit", { bubbles: true, cancelable: true }));
        }
      }
      const steps = page.rest(from + between);
      from += 2 * between;
      if (!steps.some(({ kind }) => kind === "typing")) throw new Error("Typing was fed and not recorded.");
      return { person, session, steps };
    });
  } finally {
    page.close();
  }
}

function inOrder(keys: Repetition["keys"]) {
  const events = keys.flatMap(({ key: name, down, up }, n) => [
    { at: down, name, isDown: true, last: n === keys.length - 1 },
    { at: Math.max(up, down), name, isDown: false, last: false },
  ]);
  return events.toSorted((a, b) => a.at - b.at);
}

const digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const signs: Record<string, string> = { period: ".", comma: ",", minus: "-", space: " ", Return: "Enter" };

/** The columns name keys in words: `five` is 5, `Shift.r` is R, `Return` is Enter. */
function keyOf(name: string): string {
  if (name.startsWith("Shift.")) return keyOf(name.slice("Shift.".length)).toUpperCase();
  const digit = digits.indexOf(name);
  return digit >= 0 ? String(digit) : (signs[name] ?? name);
}
