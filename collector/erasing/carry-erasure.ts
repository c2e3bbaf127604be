// Erasing without the extension: sends the keys that a person exported, one a request, sealed where the collector seals.
// Runs on Node for the command, and in the store's page.
import { type KeyConfiguration, readKeyConfigurations } from "../../lib/sealing/key-configuration.ts";
import { sealRequest } from "../../lib/sealing/seal-request.ts";
import { innerPaths } from "../../schemas/erase.ts";
import { gatewayPath, keysType, requestType, responseType } from "../../schemas/sealing.ts";

/** Where keys are sent: past the relay where there is one. */
export interface Collecting {
  collector: string;
  relay?: string | undefined;
}

/** Sends one key. True only when the collector itself acknowledged it. */
export type Erase = (key: string) => Promise<boolean>;

const octets = { "content-type": "application/octet-stream" };
const utf8 = new TextEncoder();
/** As `credentials` and redirects are for the extension: nothing is sent along, nothing followed elsewhere. */
const safely = {
  credentials: "omit",
  redirect: "error",
  cache: "no-store",
  referrerPolicy: "no-referrer",
} as const;
const patience = 30_000;
const ask = (address: string, init: RequestInit = {}) =>
  fetch(address, { ...safely, ...init, signal: AbortSignal.timeout(patience) });

const requestOf = (collector: string, key: string) =>
  new Request(`${collector}${innerPaths.erase}`, {
    method: "POST",
    body: utf8.encode(JSON.stringify({ format: "tooltrail-erase/1", key })),
    headers: octets,
  });

async function acknowledges(answer: Response): Promise<boolean> {
  if (answer.status !== 200) return false;
  const said = (await answer.json()) as { format?: unknown };
  return said.format === "tooltrail-erase-acknowledgement/1";
}

/** Asks the collector once how it is spoken to. Throws where it cannot be reached. */
export async function eraser({ collector, relay }: Collecting): Promise<Erase> {
  const to = relay ?? collector;
  const keys = await ask(`${to}${gatewayPath}`);
  const bytes = new Uint8Array(await keys.arrayBuffer());
  const sealing = keys.headers.get("content-type") === keysType ? readKeyConfigurations(bytes) : null;
  if (keys.status === 200 && !sealing)
    throw new Error("The collector publishes no key that can be sealed to.");
  return sealing ? sealed({ to, collector, sealing }) : plain(collector);
}

const plain =
  (collector: string): Erase =>
  async (key) => {
    const body = await requestOf(collector, key).arrayBuffer();
    return acknowledges(
      await ask(`${collector}${innerPaths.erase}`, { method: "POST", headers: octets, body }),
    );
  };

const sealed =
  ({ to, collector, sealing }: { to: string; collector: string; sealing: KeyConfiguration }): Erase =>
  async (key) => {
    const made = await sealRequest(requestOf(collector, key), sealing);
    if (!made.sealed) return false;
    const init = { method: "POST", headers: { "content-type": requestType }, body: made.sealed.bytes };
    const answer = await ask(`${to}${gatewayPath}`, init);
    if (answer.headers.get("content-type") !== responseType) return false;
    return acknowledges(await made.sealed.openAnswer(new Uint8Array(await answer.arrayBuffer())));
  };
