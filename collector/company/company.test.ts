import { expect, test } from "vitest";
import { companySchema } from "../../schemas/company.ts";
import { policySchema } from "../../schemas/policy.ts";
import { groupsOf, managedValues, policyOf } from "./policy-of.ts";
import { example, exampleFields } from "./testing.ts";

const groupOf = (name: string) => groupsOf(example).find((group) => group.name === name)!;

const region = (fields: object) => ({ regions: { de: fields } });
test.each<[string, Record<string, unknown>, string]>([
  ["an unknown key", { color: "red" }, ""],
  ["a store without encryption", { store: "http://store.norhaven.example" }, "store"],
  ["no contact", { contact: undefined }, "contact"],
  ["another format", { format: "tooltrail-company/2" }, "format"],
  ["a notice in a language that there is not", { notice: { xx: "?" } }, "notice"],
  [
    "a key with another curve",
    { keys: { store: { kty: "EC", crv: "P-521", x: "", y: "" } } },
    "keys.store.crv",
  ],
  ["a region that keeps longer", region({ retentionDays: 30 }), "regions.de.retentionDays"],
  ["a region that waits less", region({ reviewHours: 4 }), "regions.de.reviewHours"],
  ["a region that gives more", region({ budgets: { trajectories: 41 } }), "regions.de.budgets"],
  ["a region with a kind more", { kinds: ["click"], ...region({ kinds: ["typing"] }) }, "regions.de.kinds"],
  ["rings of 90%", { rings: [{ name: "rest", percent: 90 }], groups: [{ name: "a" }] }, "rings"],
  ["a ring that is not there", { groups: [{ name: "a", ring: "third" }] }, "groups.0.ring"],
  ["a region that is not there", { groups: [{ name: "a", region: "us" }] }, "groups.0.region"],
  ["a group twice", { groups: [{ name: "a" }, { name: "a" }] }, "groups.1"],
  ["a group that leads out of the folder", { groups: [{ name: "../a" }] }, "groups.0.name"],
])("%s is refused at its place", (_, fields, place) => {
  const parsed = companySchema.safeParse({ ...exampleFields, ...fields });
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toContain(place);
});

test("a policy holds what the extension knows, and nothing of rings, groups and keys", () => {
  const policy = policyOf(example, groupOf("everyone"));
  expect(policy).toMatchObject({ company: "Norhaven", retentionDays: 21, onlyListed: true });
  expect(policy).toMatchObject({ notice: example.notice, agreedWith: "Works council, 28 October 2026" });
  for (const name of ["rings", "groups", "store", "grantHosts", "format"])
    expect(policy).not.toHaveProperty(name);
  expect(policy).not.toHaveProperty("profile");
  expect(policyOf(example, groupOf("germany"))).toMatchObject({ region: "de" });
});

test("managed storage knows no null, and what is left out is read as the same policy", () => {
  const values = managedValues(example, groupOf("germany"));
  expect(JSON.stringify(values)).not.toContain("null");
  const { says, ...policy } = policySchema.parse(values);
  expect(policy).toEqual(policyOf(example, groupOf("germany")));
  expect(says).toEqual(expect.arrayContaining(["tools", "region", "forbiddenHosts"]));
});

test("shared machines ask again, kiosks never record, and no group says less than the company", () => {
  expect(policyOf(example, groupOf("wards")).profile).toBe("shared");
  expect(policyOf({ ...example, sharedMachines: "never" }, groupOf("wards")).profile).toBe("never");
  expect(policyOf(example, groupOf("kiosks")).profile).toBe("never");
  expect(policyOf({ ...example, profile: "never" }, groupOf("wards")).profile).toBe("never");
  expect(policyOf({ ...example, profile: "shared" }, groupOf("everyone")).profile).toBe("shared");
});

test("without groups everyone is one", () => {
  const { groups: _, ...fields } = exampleFields;
  expect(groupsOf(companySchema.parse(fields)).map(({ name }) => name)).toEqual(["everyone"]);
});
