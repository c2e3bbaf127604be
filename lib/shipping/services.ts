// Where things are sent, and how: sealed and paid for once there is an issuer, plain in the demonstration on this machine.
import type { Policy } from "../../schemas/policy.ts";
import { readDoorway } from "../consent/doorway.ts";
import { browser } from "../platform/browser.ts";
import { policyOf } from "../policy/state.ts";
import type { Database } from "../store/database.ts";
import { isLoopback } from "./loopback.ts";

export interface Services {
  collector: string;
  /** Null: the demonstration, which seals nothing and needs no tokens. */
  issuer: string | null;
  /** Run by somebody else than the collector; null where the company has none. */
  relay: string | null;
  /** Who this person is to the issuer, and to nobody else. */
  bearer: string | null;
  /** Everybody sends dummies, so that declining cannot be seen. */
  cover: boolean;
}

interface Built {
  collector: string;
  issuer: string;
  relay: string;
  /** A company's build of rules that the attack found nothing in (scripts/build/attacked.ts). */
  leavesMachine: boolean;
}

/** Off this machine everything is under TLS, sealed and paid for, or nothing goes there. */
const mayLeave = ({ leavesMachine }: Built, issuer: string | null, all: readonly string[]): boolean =>
  all.every(isLoopback) ||
  (leavesMachine && issuer !== null && all.every((one) => isLoopback(one) || one.startsWith("https://")));

/**
 * Where this build sends to, as the policy narrows it; null: nothing leaves, because an address is not on this machine
 * and may not be elsewhere, or because the policy names another than the build, whose content security policy would
 * not let it through.
 */
export function servicesOf(policy: Policy | null, built: Built): Services | null {
  const one = (said: string | undefined, own: string): string | null | undefined => {
    if (own === "") return said === undefined ? null : undefined;
    const origin = new URL(own).origin;
    return said === undefined || new URL(said).origin === origin ? origin : undefined;
  };
  const collector = one(policy?.collector, built.collector);
  const issuer = one(policy?.issuer, built.issuer);
  const relay = one(policy?.relay, built.relay);
  if (!collector || issuer === undefined || relay === undefined) return null;
  const all = [collector, issuer, relay].filter((address) => address !== null);
  if (!mayLeave(built, issuer, all)) return null;
  return { collector, issuer, relay, bearer: policy?.bearer ?? null, cover: policy?.cover === true };
}

/** What holds now. */
export async function readServices(database: Database): Promise<Services | null> {
  const policy = policyOf((await readDoorway(database)).policy);
  const built = {
    collector: __COLLECTOR__,
    issuer: __ISSUER__,
    relay: __RELAY__,
    leavesMachine: __LEAVES_MACHINE__,
  };
  const services = servicesOf(policy, built);
  if (__BUILD__ !== "test" || !services) return services;
  // A spec cannot manage the browser: it lays down what the build or the policy would say.
  const { services: given } = await browser.storage.local.get("services");
  return { ...services, ...(given as Partial<Services> | undefined) };
}

/** Whether what is sent is sealed and paid for. */
export const isSealed = async (database: Database): Promise<boolean> =>
  typeof (await readServices(database))?.issuer === "string";
