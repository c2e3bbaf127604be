// The manifest of each build: `production` (the release: no granted origin), `demo` (a short review window that says
// so), `test` and `tour` (loopback granted); and of a company's own.
import type { Company, StoreKey } from "../../schemas/company.ts";
import { managedSchemaFile } from "../../schemas/managed-schema.ts";
import { type Expected, optionalHosts, permissions } from "./permissions.ts";

export interface Build {
  mode: string;
  /** As WXT names it: chrome, firefox, ... */
  browser: string;
  collector: string;
  /** Issuer and relay, where there are any. */
  others: readonly string[];
  company: Company | null;
}

const loopback = ["http://127.0.0.1/*", "http://localhost/*"];
export const oldest = { chromium: "130", firefox: "140.0" } as const;
export const usualFirefoxId = "tooltrail@tooltrail.example";

const inStore = (company: Company, path: string) => `${company.store.replace(/\/$/, "")}/${path}`;

/** Where a company's build asks whether recording is stopped. Null where nobody signs: then nobody is asked. */
export function stopSourceOf(company: Company | null): { address: string; key: StoreKey } | null {
  const key = company?.keys?.store;
  return company && key ? { address: inStore(company, "stop.jws"), key } : null;
}

/** The page of the company's store, or of the demonstration's, that opens when the extension was removed. */
export const removedAddressOf = (company: Company | null, collector: string): string =>
  company ? inStore(company, "erase.html") : `${collector}/store/erase.html`;

const origin = (address: string) => new URL(address).origin;

/** What a build may reach, and where it may be from the start. */
export function reachOf({ mode, browser, collector, others, company }: Build): Expected {
  const services = [collector, ...others, stopSourceOf(company)?.address]
    .filter((one) => one !== undefined)
    .map(origin);
  // Firefox knows no port in a match pattern.
  const hostOf = (pattern: string) => (browser === "firefox" ? pattern.replace(/:\d+\/\*$/, "/*") : pattern);
  const tools = company?.grantHosts ? (company.tools ?? []).map(({ pattern }) => hostOf(pattern)) : [];
  return {
    connect: [...new Set(services)],
    hosts: [...(mode === "test" || mode === "tour" ? loopback : []), ...tools],
  };
}

/** The manifest but for what WXT finds in entrypoints/. */
export function manifestOf(build: Build) {
  const { browser, company } = build;
  const { connect, hosts } = reachOf(build);
  return {
    name: "__MSG_name__",
    description: "__MSG_description__",
    default_locale: "en",
    permissions: Object.keys(permissions) as (keyof typeof permissions)[],
    optional_host_permissions: [...optionalHosts],
    ...(hosts.length > 0 ? { host_permissions: [...hosts] } : {}),
    incognito: "not_allowed" as const,
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src ${connect.join(" ")}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
    options_ui: { page: "options.html", open_in_tab: true },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: company?.firefoxId ?? usualFirefoxId,
              strict_min_version: oldest.firefox,
              data_collection_permissions: { required: ["none"], optional: ["websiteActivity"] },
              ...(company && { update_url: inStore(company, "updates.json") }),
            },
          },
        }
      : {
          minimum_chrome_version: oldest.chromium,
          // Firefox reads managed storage without a schema.
          storage: { managed_schema: managedSchemaFile },
          ...(company && { update_url: inStore(company, "updates.xml") }),
        }),
  };
}
