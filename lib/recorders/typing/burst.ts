// A run of typing in one field: key classes with dwell and flight. It never holds a key, a slot or a text.
import type { StepOf } from "../../../schemas/step.ts";
import { attribute } from "../../dom/native.ts";
import type { KeyClass } from "./schema.ts";

type Measures = Pick<StepOf<"typing">, "keys" | "corrections" | "by">;

const mostKeys = 4096;
const longest = 600_000;

interface Press {
  keyClass: KeyClass;
  downAt: number;
  /** 0 for a key whose release was not seen. */
  dwell: number;
  flight: number;
}

export interface Burst {
  field: Element;
  opening: Omit<StepOf<"typing">, keyof Measures | "length" | "effect">;
  invalid: boolean;
  edited: boolean;
  lastAt: number;
  press(keyClass: KeyClass, slot: number, at: number): void;
  release(slot: number, at: number): void;
  isFull(): boolean;
  measures(): Measures;
}

const milliseconds = (span: number): number => Math.min(Math.max(Math.round(span), 0), longest);

/** `opening` is what the step says of field and moment, taken before the first key had its effect. */
export function createBurst(field: Element, opening: Burst["opening"], at: number): Burst {
  const keys: Press[] = [];
  // Presses by slot, only while their key is down.
  const down = new Map<number, Press>();
  const burst: Burst = {
    field,
    opening,
    invalid: attribute(field, "aria-invalid") === "true",
    edited: false,
    lastAt: at,
    press(keyClass, slot, now) {
      const before = keys.at(-1);
      const flight = before ? milliseconds(now - before.downAt) : 0;
      const press: Press = { keyClass, downAt: now, dwell: 0, flight };
      keys.push(press);
      down.set(slot, press);
      burst.lastAt = now;
    },
    release(slot, now) {
      const press = down.get(slot);
      if (!press) return;
      press.dwell = milliseconds(now - press.downAt);
      down.delete(slot);
      burst.lastAt = now;
    },
    isFull: () => keys.length >= mostKeys,
    measures: () => ({
      keys: keys.map(({ keyClass, dwell, flight }) => [keyClass, dwell, flight]),
      corrections: keys.filter(({ keyClass }) => keyClass === "delete").length,
      by: keys.length > 0 ? ["keys"] : [],
    }),
  };
  return burst;
}
