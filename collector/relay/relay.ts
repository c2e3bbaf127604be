// The relay (RFC 9458): hands sealed requests on and answers back, and takes from both whatever could say who sent
// them. It keeps nothing, and its connections to the gateway are everybody's.
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { type Context, Hono } from "hono";
import { gatewayPath, keysType, requestType, sealedSizes } from "../../schemas/sealing.ts";
import { crossOrigin } from "../cross-origin.ts";
import { readBody } from "../read-body.ts";

export interface RelayOptions {
  /** The gateway's address, path and all. */
  gateway: string;
  /** Connections to the gateway, shared by all who send. */
  connections: number;
  /** Milliseconds that the gateway has for an answer. */
  patience?: number;
}

interface Answer {
  status: number;
  type: string;
  retryAfter: string | undefined;
  body: Buffer;
}

const largestAnswer = 65_536;
const keysFor = 3_600_000;

async function readAnswer(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message) {
    length += (chunk as Buffer).length;
    if (length > largestAnswer) throw new Error("longer than an answer");
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Asks the gateway over shared connections. */
function gatewayOf({ gateway, connections, patience = 20_000 }: RelayOptions) {
  const url = new URL(gateway);
  const secure = url.protocol === "https:";
  const agent = new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: connections });
  return (method: "GET" | "POST", body?: Buffer): Promise<Answer> =>
    new Promise((resolve, reject) => {
      // Nothing of the sender's headers: these two, and what the protocol needs.
      const headers = body
        ? { "content-type": requestType, "content-length": body.length }
        : { accept: keysType };
      const signal = AbortSignal.timeout(patience);
      const request = (secure ? httpsRequest : httpRequest)(url, { method, agent, headers, signal });
      request.on("error", reject);
      request.on("response", (message) => {
        const { statusCode: status = 502, headers: told } = message;
        const of = { status, type: told["content-type"] ?? "", retryAfter: told["retry-after"] };
        readAnswer(message).then((answer) => resolve({ ...of, body: answer }), reject);
      });
      request.end(body);
    });
}

/** The relay's routes. It has nothing to report: whatever it could say would be about somebody's request. */
export function createRelay(options: RelayOptions): Hono {
  const ask = gatewayOf(options);
  let keys: { until: number; answer: Promise<Answer> } | undefined;

  // Everybody is given the same keys for an hour: a gateway cannot have a key for one person.
  const sharedKeys = () => {
    if (!keys || keys.until < Date.now()) {
      const answer = ask("GET");
      keys = { until: Date.now() + keysFor, answer };
      const forget = () => {
        keys = undefined;
      };
      answer.then(({ status }) => {
        if (status !== 200) forget();
      }, forget);
    }
    return keys.answer;
  };
  const passOn = async (context: Context, asked: Promise<Answer>) => {
    const answer = await asked.catch(() => null);
    if (!answer) return context.body(null, 502, { "retry-after": "60" });
    const { status, type, retryAfter, body } = answer;
    if (retryAfter) context.header("retry-after", retryAfter);
    return context.body(Uint8Array.from(body), status as 200, { "content-type": type });
  };

  return new Hono()
    .get("/healthz", (context) => context.json({ ok: true }))
    .use(crossOrigin("GET, POST"))
    .get(gatewayPath, (context) => passOn(context, sharedKeys()))
    .post(gatewayPath, async (context) => {
      if (context.req.header("content-type") !== requestType) return context.body(null, 415);
      const body = await readBody(context.req.raw, sealedSizes.at(-1)!);
      if (!body || !sealedSizes.includes(body.length)) return context.body(null, 413);
      return passOn(context, ask("POST", body));
    })
    .notFound((context) => context.body(null, 404))
    .onError((_, context) => context.body(null, 500));
}
