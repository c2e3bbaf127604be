// Steps leave in the order in which they began: an earlier one that is still held goes first.
import type { Step } from "../../schemas/step.ts";

/** `now`: the act may unload the page, so the step is handed over inside the event. */
export type Urgency = "now" | "soon";

/** A step that is not over yet: a burst that goes on, a click that may become a double click. */
export interface Held {
  /** When it began, in epoch milliseconds; null while there is none. */
  since(): number | null;
  /** Ends it and emits it, unless the step that ends it has it as a part (a click that only focused the field). */
  flush(by?: Ending): void;
  /** Kinds that may come in between without ending it: they wait until it is over, as it began before. */
  survives: readonly Step["kind"][];
}

/** The step that comes after what is held, and the element it is about. */
export interface Ending {
  step: Step;
  element: Element | undefined;
}

export interface Order {
  /** `element` is what the step is about; what is held may be a part of it. */
  emit(step: Step, urgency: Urgency, element?: Element): void;
  hold(held: Held): void;
  /** Ends everything held, as when the page is left. */
  settle(): void;
  /** What is held is over without a step: lets go what waited for it. */
  release(): void;
}

/** More than a person does while something is held; a page can make as many addresses as it likes. */
const mostWaiting = 64;

interface Waiting {
  step: Step;
  urgency: Urgency;
  element: Element | undefined;
}

/** `add` takes the steps in their order. */
export function createOrder(add: (step: Step, urgency: Urgency) => void): Order {
  const holders: Held[] = [];
  let waiting: Waiting[] = [];

  const heldBefore = (at: number) =>
    holders
      .map((held) => ({ held, since: held.since() }))
      .filter(({ since }) => since !== null && since < at)
      // The latest first: it ends those before it by itself, and a click may be a part of the typing after it.
      .sort((a, b) => b.since! - a.since!);
  const flushBefore = (at: number, by?: Ending) => {
    // One that was flushed may have ended others.
    for (const { held } of heldBefore(at)) if (held.since() !== null) held.flush(by);
  };
  const mustWait = ({ kind, at }: Step) => heldBefore(at).some(({ held }) => held.survives.includes(kind));

  function hand({ step, urgency, element }: Waiting): void {
    flushBefore(step.at, { step, element });
    letGo(step.at);
    add(step, urgency);
  }
  function letGo(before: number): void {
    while (waiting.length > 0) {
      const next = waiting.find(({ step }) => step.at < before && !mustWait(step));
      if (!next) return;
      waiting = waiting.filter((one) => one !== next);
      hand(next);
    }
  }
  function settle(): void {
    flushBefore(Number.POSITIVE_INFINITY);
    letGo(Number.POSITIVE_INFINITY);
  }

  return {
    emit(step, urgency, element) {
      if (mustWait(step)) waiting.push({ step, urgency, element });
      else hand({ step, urgency, element });
      if (waiting.length > mostWaiting) settle();
      letGo(Number.POSITIVE_INFINITY);
    },
    hold: (held) => {
      holders.push(held);
    },
    settle,
    release: () => letGo(Number.POSITIVE_INFINITY),
  };
}
