// A person with a tool in their first tab, for the tests of what the handlers do. The test puts fake-browser.ts in the
// place of the platform's browser.
import { vi } from "vitest";
import { type Step, switchNames } from "../../schemas/step.ts";
import { unpack } from "../../schemas/unpack.ts";
import type { PageSender } from "../platform/page-sender.ts";
import { makeShipment } from "../shipping/make-shipment.ts";
import { openDatabase } from "../store/database.ts";
import { refresh } from "./due.ts";
import { fake } from "./fake-browser.ts";
import { pageHandlers } from "./page-handlers.ts";
import { personHandlers } from "./person-handlers.ts";
import type { Pipeline } from "./pipeline.ts";
import { showTab } from "./toolbar.ts";

export const host = "https://flows.example";

/** The top document of the tool's tab, at this path. */
export const senderAt = (path: string): PageSender =>
  ({
    id: "x",
    frameId: 0,
    url: `${host}${path}`,
    origin: host,
    tab: { id: 1, url: `${host}${path}` },
  }) as unknown as PageSender;

let made = 0;
let frames = 0;

/** Nothing is answered or listed yet. Takes the place of the locks, and a clock that stands still at this noon. */
export function startPerson() {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 10, 20, 12) });
  vi.stubGlobal("navigator", {
    locks: { request: (...all: unknown[]) => (all.at(-1) as (lock: object) => unknown)({}) },
  });
  Object.assign(fake, { managed: {}, granted: true, told: [], registered: [], looks: new Map(), opened: 0 });
  fake.tabs = [{ id: 1, url: `${host}/work` }, { id: 2 }];
  const database = openDatabase(`person-${made++}`);
  const pipeline: Pipeline = {
    database,
    make: makeShipment(database),
    changed: () => refresh(pipeline),
    showTab: ({ tab }) => showTab(database, tab!),
  };
  const ask = personHandlers(pipeline);
  let tool = "";
  return {
    database,
    pipeline,
    ask,
    /** Lists the tool and agrees to all that can be switched; returns the tool's id. */
    async agrees(vocabulary: string | null = null): Promise<string> {
      const described = { alias: "Flows", pattern: `${host}/*`, owner: "", reason: "", vocabulary };
      tool = (await ask["tool.add"](described)).tool!;
      await ask["consent.agree"]({ kinds: [...switchNames] });
      return tool;
    },
    /** Does these in the tool, a second apart, the last one now. */
    async does(kinds: readonly ("click" | "submit")[], path = "/work"): Promise<void> {
      const steps = kinds.map((kind, nth): Step => {
        const at = Date.now() - (kinds.length - 1 - nth) * 1000;
        const common = { tool, frame: [], route: null, effect: "nothing" as const, at };
        return kind === "click" ? { kind, button: "main", count: 1, ...common } : { kind, ...common };
      });
      const frame = `${String(frames++).padStart(21, "F")}A`;
      await pageHandlers(pipeline)["steps.record"]({ frame, first: 0, steps, dropped: {} }, senderAt(path));
    },
    dropped: async () =>
      Object.fromEntries((await database.dropped.toArray()).map((row) => [row.reason, row.count])),
    heads: () => database.trajectories.orderBy("openedAt").toArray(),
    /** What waits to leave, as it would be read. */
    shipments: async () =>
      (await database.shipments.toArray()).map(
        ({ bytes }) => unpack(JSON.parse(new TextDecoder().decode(bytes)))!,
      ),
    async ends(): Promise<void> {
      vi.useRealTimers();
      vi.unstubAllGlobals();
      await database.delete();
    },
  };
}

export type TestPerson = ReturnType<typeof startPerson>;

/** So many clicks. */
export const clicks = (count: number): "click"[] => Array.from({ length: count }, () => "click");

export const minutesPass = (count: number): void => void vi.setSystemTime(Date.now() + count * 60_000);
