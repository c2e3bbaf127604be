import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Company, companySchema } from "../../schemas/company.ts";
import { type Build, manifestOf, reachOf, stopSourceOf } from "./manifest.ts";
import { manifestFaults, permissions } from "./permissions.ts";

const file = join(import.meta.dirname, "..", "..", "examples", "company", "company.json");
const company = companySchema.parse(JSON.parse(readFileSync(file, "utf8")));
const collector = "https://collector.corp.example";
const services = [company.issuer, company.relay].filter((one) => one !== undefined);
const builds = ["production", "demo", "test", "tour"].flatMap((mode) =>
  ["chrome", "firefox"].flatMap((browser): Build[] => [
    { mode, browser, collector, others: [], company: null },
    { mode, browser, collector: company.collector, others: services, company },
  ]),
);
const named = builds.map(
  (build) => [`${build.mode} for ${build.browser}${build.company ? " of a company" : ""}`, build] as const,
);

test.each(named)("%s asks for nothing that is not listed", (_, build) => {
  expect(manifestFaults(manifestOf(build), reachOf(build))).toEqual([]);
});

test("the permissions are these, each with its reason", () => {
  expect(permissions).toEqual({
    storage: expect.stringMatching(/.{20}/),
    scripting: expect.stringMatching(/.{20}/),
    alarms: expect.stringMatching(/.{20}/),
  });
  for (const [, build] of named) expect(manifestOf(build).permissions).toEqual(Object.keys(permissions));
});

test("a release is granted no site; a company's only its tools, and only where it asks", () => {
  const release = { mode: "production", browser: "chrome", collector, others: [], company: null };
  expect(manifestOf(release)).not.toHaveProperty("host_permissions");
  expect(manifestOf({ ...release, company })).toHaveProperty("host_permissions", [
    "https://flows.norhaven.example/*",
  ]);
  const { grantHosts: _, ...asking } = company;
  expect(manifestOf({ ...release, company: asking })).not.toHaveProperty("host_permissions");
});

test("a company's build asks its store for the stop file only where it could believe the answer", () => {
  const key = { kty: "EC" as const, crv: "P-256" as const, x: "A".repeat(43), y: "A".repeat(43) };
  const signed = { ...company, keys: { store: key } };
  const address = "https://store.norhaven.example/tooltrail/stop.jws";
  expect(stopSourceOf(signed)).toEqual({ address, key });
  expect([stopSourceOf(company), stopSourceOf(null)]).toEqual([null, null]);
  const connects = (one: Company) =>
    reachOf({ mode: "production", browser: "chrome", collector, others: [], company: one }).connect;
  expect(connects(signed)).toEqual([collector, "https://store.norhaven.example"]);
  expect(connects(company)).toEqual([collector]);
});

const fine = manifestOf(builds[0]!);
const policy = fine.content_security_policy.extension_pages;
const csp = (changed: string) => ({ content_security_policy: { extension_pages: changed } });
test.each<[string, object]>([
  ["another permission", { permissions: [...fine.permissions, "tabs"] }],
  ["an optional permission", { optional_permissions: ["history"] }],
  ["a site from the start", { host_permissions: ["https://mail.example/*"] }],
  ["all sites from the start", { host_permissions: ["<all_urls>"] }],
  ["files that pages may load", { web_accessible_resources: [] }],
  ["messages from pages", { externally_connectable: { matches: ["https://a.example/*"] } }],
  ["a script in every page", { content_scripts: [] }],
  ["private windows", { incognito: "spanning" }],
  ["no policy of content", { content_security_policy: undefined }],
  [
    "a policy for more than the pages",
    { content_security_policy: { ...fine.content_security_policy, sandbox: "" } },
  ],
  [
    "a script from elsewhere",
    csp(policy.replace("script-src 'self'", "script-src 'self' https://cdn.example")),
  ],
  ["made-up code", csp(policy.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'"))],
  ["another address", csp(policy.replace("connect-src", "connect-src https://other.example"))],
  ["a directive that is gone", csp(policy.replace("default-src 'none'; ", ""))],
  ["a directive more", csp(`${policy}; worker-src blob:`)],
])("%s is a fault", (_, changed) => {
  expect(manifestFaults({ ...fine, ...changed }, reachOf(builds[0]!))).toHaveLength(1);
});
