import { expect, test } from "vitest";
import type { Step } from "../../schemas/step.ts";
import { createOrder, type Held, type Order } from "./order.ts";

type Kind = Step["kind"];
const step = (kind: Kind, at: number) => ({ kind, at }) as Step;

/** A step that is held until it is flushed; a click is a part of the typing that ends it. */
function holds(order: Order, kind: Kind, at: number, survives: Kind[] = []): Held & { over(): void } {
  let since: number | null = at;
  const held: Held & { over(): void } = {
    since: () => since,
    flush(by) {
      since = null;
      if (!(kind === "click" && by?.step.kind === "typing")) order.emit(step(kind, at), "soon");
    },
    survives,
    over() {
      since = null;
    },
  };
  order.hold(held);
  return held;
}

function ordered() {
  const left: string[] = [];
  return { left, order: createOrder(({ kind, at }) => left.push(`${kind} ${at}`)) };
}

test("what began before goes first", () => {
  const { order, left } = ordered();
  holds(order, "scroll", 10);
  holds(order, "typing", 20);
  order.emit(step("submit", 30), "now");
  expect(left).toEqual(["scroll 10", "typing 20", "submit 30"]);
});

test("a click is a part of the typing after it, whatever ends the typing", () => {
  const { order, left } = ordered();
  holds(order, "click", 10);
  holds(order, "typing", 20);
  order.emit(step("submit", 30), "now");
  expect(left).toEqual(["typing 20", "submit 30"]);
});

test("what comes while a burst goes on waits for it, in its own order", () => {
  const { order, left } = ordered();
  const typing = holds(order, "typing", 20, ["navigate"]);
  order.emit(step("navigate", 30), "now");
  order.emit(step("navigate", 40), "now");
  expect(left).toEqual([]);
  typing.flush();
  expect(left).toEqual(["typing 20", "navigate 30", "navigate 40"]);
});

test("what began before the typing that a click is a part of leaves before it", () => {
  const { order, left } = ordered();
  holds(order, "click", 10, ["navigate"]);
  order.emit(step("navigate", 15), "now");
  const typing = holds(order, "typing", 20, ["navigate"]);
  typing.flush();
  expect(left).toEqual(["navigate 15", "typing 20"]);
});

test("what waits for a burst that comes to nothing is let go, and all of it with the page", () => {
  const { order, left } = ordered();
  const nothing = holds(order, "typing", 20, ["navigate"]);
  order.emit(step("navigate", 30), "now");
  nothing.over();
  order.release();
  expect(left).toEqual(["navigate 30"]);
  holds(order, "typing", 40, ["navigate"]);
  order.emit(step("navigate", 50), "now");
  order.settle();
  expect(left).toEqual(["navigate 30", "typing 40", "navigate 50"]);
});

test("a page that makes address after address ends the burst: nothing waits without bound, nothing is lost", () => {
  const { order, left } = ordered();
  holds(order, "typing", 1, ["navigate"]);
  for (let at = 2; at < 1000; at++) order.emit(step("navigate", at), "now");
  expect(left).toHaveLength(999);
  expect(left[0]).toBe("typing 1");
});
