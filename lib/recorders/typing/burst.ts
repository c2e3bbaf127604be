// A run of typing in one field: key classes with dwell and flight. It never holds a key, a slot or a text.
import type { StepOf } from "../../../schemas/step.ts";
import { lengthOf, measureOf } from "../../dom/editable.ts";
import { attribute } from "../../dom/native.ts";
import type { KeyClass, Means } from "./schema.ts";

type Measures = Pick<StepOf<"typing">, "keys" | "corrections" | "by" | "length" | "effect">;

const mostKeys = 4096;
const longest = 600_000;
/** Classes of keys that change the text. */
export const writes = /^(text|digit|space|delete|enter)$/;

interface Press {
  keyClass: KeyClass;
  downAt: number;
  /** 0 for a key whose release was not seen. */
  dwell: number;
  flight: number;
}

export interface Burst {
  /** The page may make it anew while it is typed in. */
  field: Element;
  opening: Omit<StepOf<"typing">, keyof Measures>;
  lastAt: number;
  /** An input method is at work: however long it takes, it is one run. */
  composing: boolean;
  /** Keys wrote since the last edit. */
  keyed: boolean;
  /** What the text came by. */
  by: Set<Means>;
  press(keyClass: KeyClass, slot: number, event: KeyboardEvent): void;
  release(slot: number, at: number): void;
  /** The browser turns a key into text: a page that forbids it writes the text itself. */
  watch(event: Event): void;
  isEdited(): boolean;
  isFull(): boolean;
  measures(): Measures;
}

const milliseconds = (span: number): number => Math.min(Math.max(Math.round(span), 0), longest);

/** `opening` is what the step says of field and moment, taken before the first key had its effect. */
export function createBurst(field: Element, opening: Burst["opening"], at: number): Burst {
  const keys: Press[] = [];
  // Presses by slot, only while their key is down.
  const down = new Map<number, Press>();
  const before = measureOf(field);
  const wasInvalid = attribute(field, "aria-invalid") === "true";
  // Events whose default the page may still prevent.
  let undecided: Event[] = [];
  let forbidden = false;

  const isForbidden = () => {
    forbidden ||= undecided.some(({ defaultPrevented }) => defaultPrevented);
    undecided = [];
    return forbidden;
  };

  const burst: Burst = {
    field,
    opening,
    lastAt: at,
    composing: false,
    keyed: false,
    by: new Set(),
    press(keyClass, slot, event) {
      const last = keys.at(-1);
      const flight = last ? milliseconds(event.timeStamp - last.downAt) : 0;
      const press: Press = { keyClass, downAt: event.timeStamp, dwell: 0, flight };
      keys.push(press);
      down.set(slot, press);
      burst.lastAt = event.timeStamp;
      isForbidden();
      if (!writes.test(keyClass)) return;
      burst.keyed = true;
      undecided.push(event);
    },
    release(slot, now) {
      const press = down.get(slot);
      if (!press) return;
      press.dwell = milliseconds(now - press.downAt);
      down.delete(slot);
      burst.lastAt = now;
    },
    watch(event) {
      if (burst.keyed) undecided.push(event);
    },
    isEdited: () => burst.by.size > 0 || (isForbidden() && measureOf(burst.field) !== before),
    isFull: () => keys.length >= mostKeys,
    measures() {
      const isInvalid = attribute(burst.field, "aria-invalid") === "true";
      return {
        keys: keys.map(({ keyClass, dwell, flight }) => [keyClass, dwell, flight]),
        corrections: keys.filter(({ keyClass }) => keyClass === "delete").length,
        by: burst.by.size > 0 ? [...burst.by] : ["keys"],
        length: lengthOf(burst.field),
        effect: !wasInvalid && isInvalid ? "invalid" : "changed",
      };
    },
  };
  return burst;
}
