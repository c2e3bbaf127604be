// What every maker is given: whose machines, which extension, and where things are.
import type { Company, Group } from "../../schemas/company.ts";
import { policyOf } from "./policy-of.ts";

export interface Published {
  company: Company;
  group: Group;
  chromiumId: string;
  firefoxId: string;
}

/** The address of a file of the store. */
export const inStore = (company: Company, path: string): string =>
  `${company.store.replace(/\/$/, "")}/${path}`;

const ringSuffix = ({ ring }: Group) => (ring === undefined ? "" : `-${ring}`);

/** Where Chrome, Edge and Chromium of this group look for the next version. */
export const chromiumUpdates = (group: Group): string => `updates${ringSuffix(group)}.xml`;

/** The version that a group's ring is held at, or undefined for the newest. */
export const heldVersion = ({ rings = [] }: Company, { ring }: Group): string | undefined =>
  rings.find(({ name }) => name === ring)?.version;

/** The origins that the extension may reach and be run in, where the company's list is all there is. */
export function reachedOrigins({ company, group }: Published): string[] {
  const { collector, issuer, relay, tools = [] } = policyOf(company, group);
  const services = [collector, issuer, relay, company.store].filter((one) => one !== undefined);
  const addresses = [...services, ...tools.map(({ pattern }) => pattern.replace(/\/\*$/, ""))];
  return [...new Set(addresses.map((one) => new URL(one).origin))];
}
