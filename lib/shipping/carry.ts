// Takes one thing to the collector: sealed, and through the relay where there is one; plain in the demonstration.
import { gatewayPath, requestType, responseType } from "../../schemas/sealing.ts";
import type { Database } from "../store/database.ts";
import { type Asked, ask, jsonOf } from "./ask.ts";
import { forgetGatewayKey, readGatewayKey } from "./gateway-key.ts";
import type { Services } from "./services.ts";

export interface Errand {
  /** One of `innerPaths`. */
  path: string;
  content: Uint8Array<ArrayBuffer>;
  token?: Uint8Array | undefined;
}

/** What the collector itself said; or nobody did, whatever stood between. */
export type Carried =
  | { is: "answered"; status: number; body: unknown; retryAfter: string | null }
  | { is: "unanswered"; retryAfter: string | null }
  /** It does not fit into the largest sealed request, and was not sent. */
  | { is: "too-large" };

/** What everybody sends with `cover` has one length, the largest: a dummy could not look like one of several. */
const coverSize = 256 * 1024;
const content = { "content-type": "application/octet-stream" };
const silence: Carried = { is: "unanswered", retryAfter: null };

export interface Way {
  services: Services;
  signal: AbortSignal;
}

/** Never throws: what goes wrong on the way is `unanswered`. */
export const carry = (database: Database, errand: Errand, way: Way): Promise<Carried> =>
  way.services.issuer === null ? carryPlain(errand, way) : carrySealed(database, errand, way);

async function carryPlain({ path, content: body }: Errand, { services, signal }: Way): Promise<Carried> {
  const init = { method: "POST", body, headers: content };
  const answer = await ask(`${services.collector}${path}`, init, signal);
  if (!answer) return silence;
  return {
    is: "answered",
    status: answer.status,
    body: jsonOf(answer.body),
    retryAfter: answer.retryAfter,
  };
}

async function carrySealed(database: Database, errand: Errand, way: Way): Promise<Carried> {
  const first = await sendSealed(database, errand, way);
  if (first !== "unknown-key") return first;
  // The gateway has new keys: once more with those. If it does not know them either it is asked again later.
  await forgetGatewayKey(database);
  const second = await sendSealed(database, errand, way);
  return second === "unknown-key" ? silence : second;
}

async function sendSealed(
  database: Database,
  { path, content: body, token }: Errand,
  { services, signal }: Way,
): Promise<Carried | "unknown-key"> {
  const to = services.relay ?? services.collector;
  const key = await readGatewayKey(database, to, signal);
  if (!key) return silence;
  // Loaded when something is sent: HPKE and blind signatures weigh more than the rest of shipping.
  const { sealRequest } = await import("../sealing/seal-request.ts");
  const { authorizationOf } = await import("../tokens/authorization.ts");
  const headers = { ...content, ...(token && { authorization: authorizationOf(token) }) };
  const inner = new Request(`${services.collector}${path}`, { method: "POST", body, headers });
  const { sealed } = await sealRequest(inner, key, services.cover ? coverSize : 0);
  if (!sealed) return { is: "too-large" };
  const init = { method: "POST", body: sealed.bytes, headers: { "content-type": requestType } };
  const outer = await ask(`${to}${gatewayPath}`, init, signal);
  if (!outer) return silence;
  if (outer.status === 200 && outer.type === responseType) return opened(outer, sealed.openAnswer);
  return isUnknownKey(outer) ? "unknown-key" : { is: "unanswered", retryAfter: outer.retryAfter };
}

/** Only who opened the request can have sealed the answer. */
async function opened(
  { body }: Asked,
  open: (sealed: Uint8Array<ArrayBuffer>) => Promise<Response>,
): Promise<Carried> {
  try {
    const { status, headers, ...answer } = await readInner(await open(body));
    return { is: "answered", status, body: answer.body, retryAfter: headers.get("retry-after") };
  } catch {
    return silence;
  }
}

const readInner = async (response: Response) => ({
  status: response.status,
  headers: response.headers,
  body: jsonOf(new Uint8Array(await response.arrayBuffer())),
});

function isUnknownKey({ status, type, body }: Asked): boolean {
  const said = jsonOf(body) as { type?: unknown } | null | undefined;
  return status === 400 && type === "application/problem+json" && String(said?.type).endsWith("#ohttp-key");
}
