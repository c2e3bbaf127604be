// The company's sign-on, in the shape of a key set on the loopback.

import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { expect, onTestFinished, test } from "vitest";
import { openIdAttester, staticAttester } from "./attester.ts";

const company = { issuer: "https://sign-on.example", audience: "tooltrail-issuer" };

async function signOn() {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "1", alg: "RS256" };
  const app = new Hono().get("/jwks", (context) => context.json({ keys: [jwk] }));
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const token = (more: Record<string, unknown> = {}, key = privateKey) => {
    const claims = {
      iss: company.issuer,
      aud: company.audience,
      sub: "ann",
      exp: Date.now() / 1000 + 60,
      ...more,
    };
    return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "1" }).sign(key);
  };
  return { jwks, token, attester: openIdAttester({ ...company, jwks }) };
}

test("a bearer of the company's sign-on is the person it names", async () => {
  const { attester, token } = await signOn();
  expect(await attester(`Bearer ${await token()}`)).toBe("ann");
  expect(await attester(`bearer ${await token({ sub: "bob" })}`)).toBe("bob");
});

test("an expired, foreign, unsigned or nameless bearer is nobody's", async () => {
  const { attester, token } = await signOn();
  const other = await generateKeyPair("RS256");
  const [head, body] = (await token()).split(".");
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  const bad = [
    await token({ exp: Date.now() / 1000 - 60 }),
    await token({ exp: undefined }),
    await token({ sub: undefined }),
    await token({ aud: "another" }),
    await token({ iss: "https://sign-on.evil.example" }),
    await token({}, other.privateKey),
    `${none}.${body}.`,
    `${head}.${body}.`,
    "abc",
  ];
  for (const bearer of bad) expect(await attester(`Bearer ${bearer}`)).toBeNull();
  for (const header of [undefined, "", "Bearer", `Basic ${await token()}`])
    expect(await attester(header)).toBeNull();
});

test("keys that cannot be had are no answer, not a no", async () => {
  const { token } = await signOn();
  const attester = openIdAttester({ ...company, jwks: "http://127.0.0.1:1/jwks" });
  await expect(attester(`Bearer ${await token()}`)).rejects.toThrow();
});

test("the demonstration's list", async () => {
  const attester = staticAttester({ ann: "secret-of-ann" });
  expect(await attester("Bearer secret-of-ann")).toBe("ann");
  expect(await attester("Bearer secret-of-bob")).toBeNull();
  expect(await attester(undefined)).toBeNull();
});
