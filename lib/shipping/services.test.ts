import { expect, test, vi } from "vitest";
import { servicesOf } from "./services.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));

const demonstration = { collector: "http://127.0.0.1:7461", issuer: "", relay: "", leavesMachine: false };
const built = { ...demonstration, issuer: "http://127.0.0.1:7471", relay: "http://127.0.0.1:7481/" };

test("without an issuer nothing is sealed; a policy cannot make one, nor a relay, out of nothing", () => {
  expect(servicesOf(null, demonstration)).toEqual({
    ...{ collector: "http://127.0.0.1:7461", issuer: null, relay: null, bearer: null, cover: false },
  });
  expect(servicesOf({ issuer: "http://127.0.0.1:7471" }, demonstration)).toBeNull();
  expect(servicesOf({ relay: "http://127.0.0.1:7481" }, demonstration)).toBeNull();
});

test("the policy's addresses are the build's, or nothing leaves", () => {
  const named = { issuer: "http://127.0.0.1:7471", relay: "http://127.0.0.1:7481" };
  expect(servicesOf({ bearer: "of-ann", cover: true }, built)).toEqual({
    ...{ collector: "http://127.0.0.1:7461", ...named, bearer: "of-ann", cover: true },
  });
  expect(servicesOf({ ...named, collector: "http://127.0.0.1:7461/" }, built)).not.toBeNull();
  expect(servicesOf({ collector: "https://collector.example" }, built)).toBeNull();
  expect(servicesOf({ issuer: "http://127.0.0.1:7472" }, built)).toBeNull();
  expect(servicesOf({ relay: "http://127.0.0.1:7471" }, built)).toBeNull();
});

test("until the attack on the manner of working passes, and without a company, all three are on this machine", () => {
  expect(servicesOf(null, { ...built, relay: "https://relay.example" })).toBeNull();
  expect(servicesOf(null, { ...built, issuer: "https://issuer.example" })).toBeNull();
  expect(servicesOf(null, { ...demonstration, collector: "https://collector.example" })).toBeNull();
});

test("after that they may be elsewhere, under TLS and sealed, or nothing leaves", () => {
  const addresses = {
    collector: "https://collector.example",
    issuer: "https://issuer.example",
    relay: "https://relay.example",
  };
  const open = { ...addresses, leavesMachine: true };
  expect(servicesOf(null, open)).toMatchObject(addresses);
  expect(servicesOf(null, { ...open, relay: "" })).toMatchObject({ relay: null });
  expect(servicesOf(null, { ...open, issuer: "http://127.0.0.1:7471" })).not.toBeNull();
  expect(servicesOf(null, { ...open, issuer: "" })).toBeNull();
  for (const name of ["collector", "issuer", "relay"] as const)
    expect(servicesOf(null, { ...open, [name]: `http://${name}.example` })).toBeNull();
  expect(servicesOf({ collector: "https://other.example" }, open)).toBeNull();
});
