import { expect, test, vi } from "vitest";
import { tellPages } from "./tell-pages.ts";

const told = vi.hoisted(() => [] as [number, string][]);
vi.mock("../platform/browser.ts", () => ({
  browser: {
    tabs: {
      query: async () => [{ id: 1 }, { id: 2 }, { id: 3 }],
      sendMessage: (tab: number, { name }: { name: string }) => {
        told.push([tab, name]);
        if (tab === 2) return Promise.reject(new Error("no page script"));
        // The first one hangs.
        return tab === 1 ? new Promise(() => {}) : Promise.resolve();
      },
    },
  },
}));

test("every tab is told, and one that hangs holds up nobody", async () => {
  await tellPages("page.stop");
  expect(told).toEqual([1, 2, 3].map((tab) => [tab, "page.stop"]));
});
