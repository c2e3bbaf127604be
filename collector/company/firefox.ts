// policies.json of Firefox, and the file that tells it of updates.
import type { Company } from "../../schemas/company.ts";
import type { Release } from "../../schemas/release.ts";
import { managedValues } from "./policy-of.ts";
import { heldVersion, inStore, type Published } from "./published.ts";

export interface FirefoxPolicies {
  policies: { ExtensionSettings: Record<string, object>; "3rdparty": { Extensions: Record<string, object> } };
}

/** The address of the newest package that does not change between releases: a policy names it. */
export const newestFirefox = "tooltrail.xpi";
export const firefoxUpdates = "updates.json";

/** Installs or allows, pins, keeps out of private windows, and says the company's word. */
export function firefoxPolicies({ company, group, firefoxId }: Published): FirefoxPolicies {
  // Firefox asks one address for updates, whatever the ring: a ring that is held gets its version by the policy alone.
  const held = heldVersion(company, group);
  const address = held ? `${held}/tooltrail-${held}.xpi` : newestFirefox;
  const settings = {
    installation_mode: group.install === "allow" ? "allowed" : "force_installed",
    ...(group.install === "allow" ? {} : { install_url: inStore(company, address) }),
    updates_disabled: held !== undefined,
    private_browsing: false,
    default_area: "navbar",
  };
  return {
    policies: {
      ExtensionSettings: { [firefoxId]: settings },
      "3rdparty": { Extensions: { [firefoxId]: managedValues(company, group) } },
    },
  };
}

/** The update file. Firefox refuses a package whose sum is another one. */
export function firefoxUpdateFile(company: Company, release: Release, folder: string): object {
  const found = release.files.find(({ role }) => role === "firefox")!;
  const update = {
    version: release.version,
    update_link: inStore(company, `${folder}/${found.name}`),
    update_hash: `sha256:${found.sha256}`,
    applications: { gecko: { strict_min_version: release.oldest.firefox } },
  };
  return { addons: { [release.firefoxId]: { updates: [update] } } };
}
