import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bundled } from "../vocabulary/bundled.ts";
import { runDue } from "./due.ts";
import { clicks, minutesPass, startPerson, type TestPerson } from "./testing-person.ts";

vi.mock("../platform/browser.ts", () => import("./fake-browser.ts"));

let { database, pipeline, ask, agrees, does, heads, shipments, ends } = {} as TestPerson;
let tool: string;
beforeEach(async () => {
  ({ database, pipeline, ask, agrees, does, heads, shipments, ends } = startPerson());
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
  expect(await ask["task.say"]({ trajectory: before!.id, task: said })).toEqual({
    ...{ ok: true, left: false },
  });
  expect((await heads())[0]!.task).toEqual({ ...said, said: "afterwards" });
  expect(await ask["task.say"]({ trajectory: before!.id, task: null })).toEqual({
    ...{ ok: true, left: false },
  });
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

const shippedTasks = async () => (await shipments()).map(({ task }) => task);

test("what was said leaves as the place in the catalogue, how it came out and who says so", async () => {
  await ask["task.start"]({ tool, index: 4 });
  await does(clicks(1));
  await ask["task.end"]({ outcome: "partly" });
  const expected = { tool: 0, index: 4, outcome: "partly", judgedBy: "person" };
  expect(await shippedTasks()).toEqual([expected]);
  const [{ id } = { id: "" }] = await heads();
  const [before] = await database.shipments.toArray();
  // Said otherwise afterwards, the shipment that waits says it too: the same one, at the same moment.
  await ask["task.say"]({ trajectory: id, task: { tool, index: 4, outcome: "gave-up" } });
  expect(await shippedTasks()).toEqual([{ ...expected, outcome: "gave-up" }]);
  const [after] = await database.shipments.toArray();
  expect({ ...after, bytes: 0 }).toEqual({ ...before, bytes: 0 });
  expect(await database.eraseKeys.count()).toBe(1);
  // An outcome that nobody knows is what a task has that was forgotten.
  await ask["task.say"]({ trajectory: id, task: { tool, index: 4, outcome: "unknown" } });
  expect(await shippedTasks()).toEqual([undefined]);
  await ask["task.say"]({ trajectory: id, task: null });
  expect(await shippedTasks()).toEqual([undefined]);
});

test("started, or said afterwards: the same bytes but for the random ones", async () => {
  await ask["task.start"]({ tool, index: 4 });
  await does(clicks(2));
  await ask["task.end"]({ outcome: "partly" });
  minutesPass(1);
  await does(clicks(2));
  await ask["trajectory.close"]({});
  const [, second] = await heads();
  await ask["task.say"]({ trajectory: second!.id, task: { tool, index: 4, outcome: "partly" } });
  const said = (await shipments()).map(({ id: _, eraseTag: __, ...rest }) => rest);
  expect(said[0]).toEqual(said[1]);
  expect(said[0]!.task).toBeDefined();
});

test("what has left keeps its bytes, and the person is told that it was too late", async () => {
  await does(clicks(1));
  await ask["trajectory.close"]({});
  await database.shipments.toCollection().modify({ state: "shipped", sentAt: 1 });
  const [{ id } = { id: "" }] = await heads();
  const said = { tool, index: 0, outcome: "gave-up" as const };
  expect(await ask["task.say"]({ trajectory: id, task: said })).toEqual({ ok: true, left: true });
  expect((await heads())[0]!.task).toMatchObject(said);
  expect(await shippedTasks()).toEqual([undefined]);
});

test("said while a part of it is being marked, neither is lost", async () => {
  await does(clicks(3));
  await ask["trajectory.close"]({});
  const [{ id } = { id: "" }] = await heads();
  const said = { tool, index: 4, outcome: "gave-up" as const };
  await Promise.all([
    ask["task.say"]({ trajectory: id, task: said }),
    ask["stretch.mark"]({ trajectory: id, from: 0, to: 0, unusual: true }),
  ]);
  const [left] = await shipments();
  expect([left!.steps.length, left!.task?.outcome]).toEqual([2, "gave-up"]);
});
