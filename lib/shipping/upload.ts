// All that is due to leave, in the way of this build.
import { isQuotaError, noteDiskFull } from "../diagnostics/disk-full.ts";
import type { Database } from "../store/database.ts";
import { heldUntil } from "./hold.ts";
import { noteProblem, noteSent } from "./problem.ts";
import { sendErasures } from "./send-erasures.ts";
import { readServices } from "./services.ts";
import { ship } from "./ship.ts";
import { underWay } from "./under-way.ts";
import { fetchTokens, uploadSealed } from "./upload-sealed.ts";

/**
 * Sends what is due. Step reports need a token each: the demonstration has none, and keeps them. Where there is no space
 * to write down what is sent, nothing more is, and what was is sent again when there is.
 */
export async function upload(database: Database): Promise<void> {
  try {
    await uploadDue(database);
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    await noteDiskFull(0);
  }
}

async function uploadDue(database: Database): Promise<void> {
  const services = await readServices(database);
  if (!services) return noteProblem(database, "other-address");
  await noteSent(database, "other-address");
  const way = { services, signal: underWay() };
  // First, for what the person ships now may wait for a token alone.
  if (services.issuer !== null) await fetchTokens(database, way);
  await ship(database);
  if (services.issuer !== null) return uploadSealed(database, way);
  if ((await heldUntil(database)) === null) await sendErasures(database, way);
}
