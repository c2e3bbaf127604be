// A company's policy, as the extension keeps it once it was read: put where it is kept. A browser that is managed comes
// with the specs of the deployment.
import type { KeptPolicy, Policy } from "../schemas/policy.ts";
import type { Person } from "./person.ts";
import { comesToBe } from "./popup-page.ts";

/** From now on this is the company's word; the page is loaded anew, as after the browser told of it. */
export async function saysPolicy(person: Person, kept: Partial<KeptPolicy>): Promise<void> {
  const policy: KeptPolicy = { good: null, emptySince: null, refused: null, ...kept };
  await comesToBe(person, { key: "policy", policy });
  await person.options.reload();
}

/** The same of a policy that is in force from now on. */
export const laysDown = (person: Person, policy: Policy): Promise<void> =>
  saysPolicy(person, { good: { policy, since: Date.now() } });
