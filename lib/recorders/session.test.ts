// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PageConfig } from "../../schemas/message.ts";
import type { Step } from "../../schemas/step.ts";
import { createSecrets } from "../dom/secret.ts";
import type { TellBackground } from "../messaging/extension.ts";
import { createSession } from "./session.ts";

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<div id="a">x</div>`;
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL("http://tool.example/");
});
afterEach(() => void vi.useRealTimers());

const agreed: PageConfig = {
  record: true,
  tool: "AAAAAAAAAAAAAAAAAAAAAA",
  kinds: ["click", "navigate"],
  outlines: false,
  vocabulary: { routes: [], terms: [], attributes: [], called: [], elements: [] },
};

function sessionWith(hello: () => Promise<PageConfig | undefined>) {
  const steps: Step[] = [];
  const ending = new AbortController();
  const stop = vi.fn(() => ending.abort());
  const session = createSession({
    tell: hello as TellBackground,
    isOver: (error) => error instanceof RangeError,
    stop,
    secrets: createSecrets(),
    fresh: true,
    add: (step) => steps.push(step),
    drop: () => {},
    trusted: () => true,
    signal: ending.signal,
  });
  session.configure();
  return { session, steps, stop, kinds: () => steps.map(({ kind }) => kind) };
}
const click = () =>
  document.querySelector("#a")!.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));

test("a worker that is on its way up is asked again", async () => {
  let asked = 0;
  const { kinds } = sessionWith(async () => {
    if (++asked < 3) throw new Error("Could not establish connection.");
    return agreed;
  });
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked).toBe(3);
  expect(kinds()).toEqual(["navigate"]);
});

test("a worker that never answers is asked again, and its late answer is none", async () => {
  let asked = 0;
  let late = (_: PageConfig) => {};
  const { kinds } = sessionWith(() =>
    ++asked === 1 ? new Promise((done) => (late = done)) : Promise.resolve(agreed),
  );
  await vi.advanceTimersByTimeAsync(3900);
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toBe(2);
  expect(kinds()).toEqual(["navigate"]);
  late({ ...agreed, record: false });
  await vi.advanceTimersByTimeAsync(60_000);
  click();
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toBe(2);
  expect(kinds()).toEqual(["navigate", "click"]);
});

test("nothing is recorded where nothing is agreed, and nobody is asked again", async () => {
  const hello = vi.fn(async (): Promise<PageConfig> => ({ record: false }));
  const { kinds } = sessionWith(hello);
  await vi.advanceTimersByTimeAsync(60_000);
  click();
  await vi.advanceTimersByTimeAsync(1000);
  expect(kinds()).toEqual([]);
  expect(hello).toHaveBeenCalledTimes(1);
});

test("a new answer ends what is held, starts over, and does not load the page a second time", async () => {
  const { session, kinds } = sessionWith(async () => agreed);
  await vi.advanceTimersByTimeAsync(0);
  click();
  session.configure();
  await vi.advanceTimersByTimeAsync(0);
  expect(kinds()).toEqual(["navigate", "click"]);
  click();
  await vi.advanceTimersByTimeAsync(1000);
  expect(kinds()).toEqual(["navigate", "click", "click"]);
});

test("until the new answer is there the old one holds, and no act is lost or doubled", async () => {
  const answers: ((config: PageConfig) => void)[] = [];
  const { session, kinds } = sessionWith(() => new Promise((answer) => answers.push(answer)));
  answers[0]!(agreed);
  await vi.advanceTimersByTimeAsync(0);
  session.configure();
  click();
  await vi.advanceTimersByTimeAsync(1000);
  expect(kinds()).toEqual(["navigate", "click"]);
  click();
  answers[1]!({ record: false });
  await vi.advanceTimersByTimeAsync(1000);
  expect(kinds()).toEqual(["navigate", "click", "click"]);
  click();
  await vi.advanceTimersByTimeAsync(1000);
  expect(kinds()).toEqual(["navigate", "click", "click"]);
});

test("without an extension the script ends", async () => {
  const { stop } = sessionWith(async () => {
    throw new RangeError("gone");
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(stop).toHaveBeenCalledTimes(1);
});
