// The policy that one group of machines gets, out of company.json.
import type { Company, Group } from "../../schemas/company.ts";
import { type Policy, policyFields, policySchema } from "../../schemas/policy.ts";

const everyone: Group = { name: "everyone" };

/** The company's groups, or the one that all are in. */
export const groupsOf = (company: Company): readonly Group[] => company.groups ?? [everyone];

/** What managed storage holds on the machines of a group. */
export function policyOf(company: Company, { region, machine }: Group): Policy {
  const said = Object.entries(company).filter(([name]) => Object.hasOwn(policyFields, name));
  const profile = profileOf(company, machine);
  return policySchema.parse({
    ...Object.fromEntries(said),
    ...(profile && { profile }),
    ...(region && { region }),
  });
}

/** The same as it is written into managed storage, which knows no null; it says which keys were written. */
export function managedValues(company: Company, group: Group): Record<string, unknown> {
  const text = JSON.stringify(policyOf(company, group));
  // What is null is left out.
  const values = JSON.parse(text, (_, value: unknown) => value ?? undefined) as Record<string, unknown>;
  return { ...values, says: Object.keys(values) };
}

function profileOf(company: Company, machine: Group["machine"]): Policy["profile"] {
  if (machine === "kiosk" || company.profile === "never") return "never";
  return machine === "shared" ? (company.sharedMachines ?? "shared") : company.profile;
}
