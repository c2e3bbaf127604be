// An issuer in memory, for the tests that ask it for tokens.
import { generateKeyPairSync } from "node:crypto";
import { onTestFinished } from "vitest";
import type { Mint, TokenKeys } from "../../schemas/tokens.ts";
import { temporaryFolder } from "../testing.ts";
import { createIssuer, type IssuerOptions } from "./app.ts";
import { staticAttester } from "./attester.ts";
import { openBudget } from "./budget.ts";
import { signingKeyOf } from "./sign.ts";

/** A new private key as PEM. */
export const newPem = (): string =>
  generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
    type: "pkcs8",
    format: "pem",
  }) as string;

/** The published form of a private key. */
export const publishedKey = (pem: string): string =>
  Buffer.from(signingKeyOf(pem).encoded).toString("base64url");

/** What a collector publishes for these private keys. */
export const published = (keys: ReadonlyMap<string, string>): TokenKeys => ({
  format: "tooltrail-token-keys/1",
  issuer: "issuer.example",
  origin: "collector.example",
  keys: [...keys].map(([epoch, pem]) => ({ epoch, key: publishedKey(pem) })),
});

/** The issuer's app over a file of its own, and a fetch that reaches it. */
export function issuer(more: Partial<IssuerOptions> & { keys: ReadonlyMap<string, string>; limit?: number }) {
  const file = `${temporaryFolder(onTestFinished)}/issuer.sqlite`;
  const budget = more.budget ?? openBudget(file, more.limit ?? 5);
  onTestFinished(() => budget.close());
  const lines: string[] = [];
  const app = createIssuer({
    attester: staticAttester({ ann: "bearer-of-ann", bob: "bearer-of-bob" }),
    report: (line) => lines.push(line),
    ...more,
    budget,
  });
  const fetch: typeof globalThis.fetch = async (input, init) => app.fetch(new Request(input, init));
  return { app, file, lines, fetch };
}

/** What tokens of this key are minted for. */
export const mintFor = (pem: string): Mint => ({
  key: signingKeyOf(pem).encoded,
  issuer: "issuer.example",
  origin: "collector.example",
});
