// All that is due to leave, in the way of this build.
import type { Database } from "../store/database.ts";
import { heldUntil } from "./hold.ts";
import { noteProblem, noteSent } from "./problem.ts";
import { sendErasures } from "./send-erasures.ts";
import { readServices } from "./services.ts";
import { ship } from "./ship.ts";
import { underWay } from "./under-way.ts";
import { uploadSealed } from "./upload-sealed.ts";

/** Sends what is due. Step reports need a token each: the demonstration has none, and keeps them. */
export async function upload(database: Database): Promise<void> {
  const services = await readServices(database);
  if (!services) return noteProblem(database, "other-address");
  await noteSent(database, "other-address");
  const way = { services, signal: underWay() };
  await ship(database);
  if (services.issuer !== null) return uploadSealed(database, way);
  if ((await heldUntil(database)) === null) await sendErasures(database, way);
}
