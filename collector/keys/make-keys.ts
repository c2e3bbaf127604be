// `collector keys`: makes every key once, each in the folder of the one who may have it.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { epochAfter, epochOf } from "../../schemas/epoch.ts";
import type { TokenKeys } from "../../schemas/tokens.ts";
import { signingKeyOf } from "../issuer/sign.ts";
import { gatewayKeysOf } from "../sealing/gateway-keys.ts";
import { pairOf } from "../sealing/hpke.ts";
import { fileNames } from "./key-files.ts";

export interface MakeKeys {
  out: string;
  /** Weeks that there are token keys for, from the present one on. */
  weeks: number;
  issuer: string;
  origin: string;
  now?: () => number;
}

export const warning = `These keys are made once.
- dataset/  opens everything that was and will be collected. Take it off this machine now, to whoever may build
            datasets. Without it what is stored is lost; who copies it can read everything.
- issuer/   makes tokens. Give it to whoever runs the issuer, best another party than the collector's.
- collector/ opens what is on its way, not what is stored. It stays with the collector.
- client.json is public: whoever has it can check that everybody has the same keys.`;

const newPem = () =>
  generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
    type: "pkcs8",
    format: "pem",
  }) as string;

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

/** Writes the folders; returns the files. Throws when there are keys already: they are not made twice. */
export function makeKeys({ out, weeks, issuer, origin, now = Date.now }: MakeKeys): string[] {
  if (existsSync(out)) throw new Error(`${out} is there already; keys are made once, into a new folder`);
  const secret = randomBytes(32);
  const dataset = randomBytes(32);
  const present = epochOf(now());
  const pems = Array.from({ length: weeks }, (_, at) => ({ epoch: epochAfter(present, at), pem: newPem() }));
  const tokens: TokenKeys = {
    format: "tooltrail-token-keys/1",
    issuer,
    origin,
    keys: pems.map(({ epoch, pem }) => ({ epoch, key: base64url(signingKeyOf(pem).encoded) })),
  };
  const gateway = { format: "tooltrail-gateway-keys/1", keys: [{ id: 1, secret: base64url(secret) }] };
  const publicKey = base64url(pairOf(dataset).raw);
  const files: Record<string, object> = {
    [join("collector", fileNames.gateway)]: gateway,
    [join("collector", fileNames.datasetPublic)]: {
      format: "tooltrail-dataset-public-key/1",
      public: publicKey,
    },
    [join("collector", fileNames.tokens)]: tokens,
    [join("issuer", fileNames.issuer)]: { format: "tooltrail-issuer-keys/1", keys: pems },
    [join("dataset", fileNames.datasetSecret)]: {
      format: "tooltrail-dataset-key/1",
      secret: base64url(dataset),
    },
    "client.json": {
      format: "tooltrail-client-keys/1",
      gateway: base64url(gatewayKeysOf([{ id: 1, secret }]).published),
      tokens,
    },
  };
  for (const folder of ["collector", "issuer", "dataset"]) {
    mkdirSync(join(out, folder), { recursive: true, mode: 0o700 });
  }
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(out, name), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  }
  return Object.keys(files);
}
