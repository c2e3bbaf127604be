import { expect, test } from "vitest";
import { rfc9578 as vector } from "../../lib/tokens/rfc-9578.ts";
import { startOf } from "../../schemas/epoch.ts";
import { redeemerOf } from "./redeem.ts";

const key = Buffer.from(vector.key, "hex").toString("base64url");
const keys = {
  format: "tooltrail-token-keys/1",
  issuer: "issuer.example",
  origin: "origin.example",
  keys: [{ epoch: "2026-W47", key }],
} as const;
const shown = (hex: string, padding = "") =>
  `PrivateToken token="${Buffer.from(hex, "hex").toString("base64url")}${padding}"`;
const during = startOf("2026-W47") + 5000;
const redeem = redeemerOf({ ...keys, keys: [...keys.keys] }, 1);

test("RFC 9578 B.2: the published token is redeemed, and always as the same", () => {
  const redeemed = redeem(shown(vector.token), during);
  expect(redeemed).toMatchObject({ epoch: "2026-W47" });
  expect(redeem(shown(vector.token, "=="), during)).toEqual(redeemed);
  expect(redeem(shown(vector.token).replaceAll('"', ""), during)).toEqual(redeemed);
});

test("it is good in its week and the next, not before and not after", () => {
  const at = (epoch: string) => redeem(shown(vector.token), startOf(epoch));
  expect(at("2026-W46")).toBe("bad-token");
  expect(at("2026-W48")).toMatchObject({ epoch: "2026-W47" });
  expect(at("2026-W49")).toBe("bad-token");
});

test("every changed byte makes a token bad, and so does another origin", () => {
  for (let at = 0; at < vector.token.length / 2; at += 7) {
    const changed = Buffer.from(vector.token, "hex");
    changed[at]! ^= 1;
    expect(redeem(shown(changed.toString("hex")), during)).toBe("bad-token");
  }
  expect(redeem(shown(vector.token.slice(2)), during)).toBe("bad-token");
  expect(
    redeemerOf({ ...keys, origin: "other.example", keys: [...keys.keys] }, 1)(shown(vector.token), during),
  ).toBe("bad-token");
});

test.each([undefined, "", "Bearer abc", "PrivateToken", 'PrivateToken token="a b"', "PrivateToken token=é"])(
  "no token: %s",
  (authorization) => expect(redeem(authorization, during)).toBe("no-token"),
);
