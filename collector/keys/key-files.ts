// The key files: what `collector keys` writes and the services read. Only the folders they lie in say who has them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { digestSchema, weekSchema } from "../../schemas/id.ts";
import { type TokenKeys, tokenKeysSchema } from "../../schemas/tokens.ts";
import { type GatewayKeys, gatewayKeysOf } from "../sealing/gateway-keys.ts";
import { type Pair, pairOf } from "../sealing/hpke.ts";

export const gatewayFileSchema = z.strictObject({
  format: z.literal("tooltrail-gateway-keys/1"),
  /** The first is the one to seal to; the others are still opened. */
  keys: z.array(z.strictObject({ id: z.int().min(0).max(255), secret: digestSchema })).min(1),
});
export const datasetPublicSchema = z.strictObject({
  format: z.literal("tooltrail-dataset-public-key/1"),
  public: digestSchema,
});
export const datasetSecretSchema = z.strictObject({
  format: z.literal("tooltrail-dataset-key/1"),
  secret: digestSchema,
});
export const issuerFileSchema = z.strictObject({
  format: z.literal("tooltrail-issuer-keys/1"),
  keys: z.array(z.strictObject({ epoch: weekSchema, pem: z.string().min(1) })).min(1),
});
export const bearersFileSchema = z.strictObject({
  format: z.literal("tooltrail-bearers/1"),
  /** Name at the sign-on, to its bearer. */
  bearers: z.record(z.string().min(1), z.string().min(16)),
});

export const fileNames = {
  gateway: "gateway-keys.json",
  datasetPublic: "dataset-public-key.json",
  datasetSecret: "dataset-key.json",
  tokens: "token-keys.json",
  issuer: "issuer-keys.json",
} as const;

const bytes = (text: string) => Buffer.from(text, "base64url");

/** A file's content by its schema. Throws with the file's name and never with what it holds. */
export function readJsonFile<T>(schema: z.ZodType<T>, file: string): T {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "not JSON";
    throw new Error(`${file} cannot be read (${code})`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path }) => path.join(".") || "format").join(", ");
  throw new Error(`${file} is not of the form it should have: ${where}`);
}

/** The dataset tool's key pair. */
export const readDatasetKey = (file: string): Pair =>
  pairOf(bytes(readJsonFile(datasetSecretSchema, file).secret));

export interface CollectorKeys {
  gateway: GatewayKeys;
  datasetKey: Uint8Array;
  tokens: TokenKeys;
}

/** The collector's folder. Throws when the key that opens what is stored lies there too. */
export function readCollectorKeys(folder: string): CollectorKeys {
  if (existsSync(join(folder, fileNames.datasetSecret))) {
    throw new Error(`${folder} holds the dataset key, which the collector must not have: take it away`);
  }
  const { keys } = readJsonFile(gatewayFileSchema, join(folder, fileNames.gateway));
  return {
    gateway: gatewayKeysOf(keys.map(({ id, secret }) => ({ id, secret: bytes(secret) }))),
    datasetKey: bytes(readJsonFile(datasetPublicSchema, join(folder, fileNames.datasetPublic)).public),
    tokens: readJsonFile(tokenKeysSchema, join(folder, fileNames.tokens)),
  };
}

/** The issuer's folder: private keys by week. */
export const readIssuerKeys = (folder: string): Map<string, string> =>
  new Map(
    readJsonFile(issuerFileSchema, join(folder, fileNames.issuer)).keys.map(({ epoch, pem }) => [epoch, pem]),
  );
