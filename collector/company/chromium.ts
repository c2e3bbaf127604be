// Policies of Chrome, Edge and Chromium as one object: Linux reads it as JSON; registry and profile are made from it.
import { managedValues } from "./policy-of.ts";
import { chromiumUpdates, inStore, type Published, reachedOrigins } from "./published.ts";

export interface ChromiumPolicies {
  ExtensionSettings: Record<string, Record<string, unknown>>;
  "3rdparty": { extensions: Record<string, unknown> };
}

export type ChromiumBrowser = "chrome" | "edge" | "chromium";

/** Installs, pins, keeps off all other sites where only listed tools count, and says the company's word. */
export function chromiumPolicies(published: Published, browser: ChromiumBrowser): ChromiumPolicies {
  const { company, group, chromiumId } = published;
  const pin = browser === "edge" ? { toolbar_state: "force_shown" } : { toolbar_pin: "force_pinned" };
  const hosts = company.onlyListed && {
    runtime_blocked_hosts: ["*://*"],
    runtime_allowed_hosts: reachedOrigins(published),
  };
  const settings = {
    installation_mode: group.install === "allow" ? "allowed" : "force_installed",
    update_url: inStore(company, chromiumUpdates(group)),
    // The package names the store too; this address counts for updates as well, also if the package is of another ring.
    override_update_url: true,
    ...pin,
    ...hosts,
  };
  // Who may install it takes it from the store's page.
  const sources = group.install === "allow" && { "*": { install_sources: [inStore(company, "*")] } };
  return {
    ExtensionSettings: { ...sources, [chromiumId]: settings },
    "3rdparty": { extensions: { [chromiumId]: managedValues(company, group) } },
  };
}
