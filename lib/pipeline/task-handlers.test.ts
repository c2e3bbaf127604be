import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bundled } from "../vocabulary/bundled.ts";
import { runDue } from "./due.ts";
import { clicks, minutesPass, startPerson, type TestPerson } from "./testing-person.ts";

vi.mock("../platform/browser.ts", () => import("./fake-browser.ts"));

let { pipeline, ask, agrees, does, heads, ends } = {} as TestPerson;
let tool: string;
beforeEach(async () => {
  ({ pipeline, ask, agrees, does, heads, ends } = startPerson());
  tool = await agrees(bundled()[0]!.tool);
});
afterEach(() => ends());

test("a task is a trajectory of its own, with an outcome", async () => {
  await does(clicks(2));
  expect(await ask["task.start"]({ tool, index: 9999 })).toEqual({ ok: false });
  expect(await ask["task.start"]({ tool, index: 0 })).toEqual({ ok: true });
  minutesPass(1);
  await does(clicks(1));
  // A task waits longer for its next step than other work.
  minutesPass(20);
  await does(clicks(1));
  const ended = await ask["task.end"]({ outcome: "partly" });
  const [before, task] = await heads();
  expect(before!.task).toBeUndefined();
  expect(task).toMatchObject({ id: ended.trajectory, closedBy: "task" });
  expect(task!.task).toEqual({ tool, index: 0, said: "started", outcome: "partly" });
  expect(await ask["task.end"]({ outcome: "done" })).toEqual({ ok: false, trajectory: null });
  const said = { tool, index: 0, outcome: "done" as const };
  expect(await ask["task.say"]({ trajectory: before!.id, task: said })).toEqual({ ok: true });
  expect((await heads())[0]!.task).toEqual({ ...said, said: "afterwards" });
  expect(await ask["task.say"]({ trajectory: before!.id, task: null })).toEqual({ ok: true });
  expect((await heads())[0]!.task).toBeUndefined();
});

test("a task that is left alone closes with an outcome that nobody knows", async () => {
  await ask["task.start"]({ tool, index: 0 });
  await does(clicks(1));
  minutesPass(31);
  await runDue(pipeline);
  expect((await heads())[0]).toMatchObject({ closedBy: "idle", task: { outcome: "unknown" } });
  await does(clicks(1));
  expect((await heads())[1]!.task).toBeUndefined();
});
