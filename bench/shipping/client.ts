// A client that agreed, its queue empty and its first slot set, against services in memory; for tests.
import { vi } from "vitest";
import { upload } from "../../lib/shipping/upload.ts";
import { openDatabase } from "../../lib/store/database.ts";
import { epochOf } from "../../schemas/epoch.ts";
import { gatewayPath, requestType } from "../../schemas/sealing.ts";
import { agreedDatabase } from "./queue.ts";
import { type Pass, startServices } from "./services.ts";

/** A little longer than the way from one slot to the next (given-slots.ts). */
export const slot = 46 * 60_000;
export const day = 24 * 3_600_000;
export const isSend = (request: Request): boolean => request.headers.get("content-type") === requestType;

/** Moves the clock; needs fake time. */
export const later = (milliseconds: number): void => void vi.setSystemTime(Date.now() + milliseconds);

const noFetches = { fetches: [], until: 0, left: 0, attempts: 0, nextTryAt: 0 };

/** Takes the place of `fetch`: whoever calls it takes that back. Tokens are fetched this week only where it is said. */
export async function startClient({ fetches = false } = {}) {
  const services = startServices();
  vi.stubGlobal("fetch", services.fetch);
  const database = await agreedDatabase();
  await upload(database);
  if (!fetches)
    await database.settings.put({ key: "token-plan", plan: { epoch: epochOf(Date.now()), ...noFetches } });
  services.seen.length = 0;
  return {
    services,
    database,
    /** So many slots go by, each with a worker of its own. */
    async slots(count: number): Promise<void> {
      for (let n = 0; n < count; n++) {
        later(slot);
        const worker = openDatabase(database.name);
        await upload(worker);
        worker.close();
      }
    },
    sends: () => services.seen.filter(({ method, path }) => method === "POST" && path === gatewayPath),
    shipment: async () => (await database.shipments.toArray())[0]!,
    report: async () => (await database.stepReports.toArray())[0]!,
    /** The next sealed request meets this; those after it pass. */
    once(fate: (request: Request, pass: Pass) => Promise<Response>): void {
      services.between = async (request, pass) => {
        if (!isSend(request)) return pass(request);
        services.between = async (other, on) => on(other);
        return fate(request, pass);
      };
    },
  };
}

export type Client = Awaited<ReturnType<typeof startClient>>;
