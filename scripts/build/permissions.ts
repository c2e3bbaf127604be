// What the extension may do, each with its reason. A manifest that asks for anything else is not packed.
export const permissions = {
  storage: "keeps the record in this browser profile, and reads the company's policy",
  scripting: "runs the recorder in the tools that were agreed to, and in no other page",
  alarms: "wakes the worker to ship, to expire and to resume on time",
} as const;

/** Asked for one tool at a time, by the browser, when the person adds it. */
export const optionalHosts = ["http://*/*", "https://*/*"] as const;

/** Keys of a manifest that would open the extension to pages, other extensions or code from elsewhere. */
const never = ["web_accessible_resources", "externally_connectable", "content_scripts", "sandbox"] as const;

/** Directives of the pages' content security policy and all that each may hold, but for connect-src. */
const directives: Record<string, readonly string[]> = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "blob:"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
};

export interface Expected {
  /** Origins that the build may connect to. */
  connect: readonly string[];
  /** Match patterns granted when it is installed: loopback in test builds, a company's tools where it asks. */
  hosts: readonly string[];
}

/** Every way in which a manifest asks for more than is listed here. */
export function manifestFaults(manifest: Record<string, unknown>, expected: Expected): string[] {
  const beyond = (field: string, listed: readonly string[]) =>
    ((manifest[field] ?? []) as string[])
      .filter((one) => !listed.includes(one))
      .map((one) => `${field}: ${one} is not listed with a reason`);
  const csp = manifest.content_security_policy as Record<string, string> | undefined;
  return [
    ...beyond("permissions", Object.keys(permissions)),
    ...beyond("optional_permissions", []),
    ...beyond("host_permissions", expected.hosts),
    ...beyond("optional_host_permissions", optionalHosts),
    ...never.filter((key) => key in manifest).map((key) => `${key} must not be there`),
    ...(manifest.incognito === "not_allowed" ? [] : ["incognito is not not_allowed"]),
    ...(csp && Object.keys(csp).join() === "extension_pages"
      ? policyFaults(csp.extension_pages!, expected.connect)
      : ["content_security_policy is not one for extension_pages alone"]),
  ];
}

function policyFaults(policy: string, connect: readonly string[]): string[] {
  const parts = policy.split(";").map((part) => part.trim().split(/\s+/));
  const said = new Map(parts.map(([name = "", ...values]) => [name, values]));
  const listed: Record<string, readonly string[]> = { ...directives, "connect-src": connect };
  const missing = Object.keys(listed).filter((name) => !said.has(name));
  const more = [...said].flatMap(([name, values]) =>
    values.filter((value) => !listed[name]?.includes(value)).map((value) => `${name} ${value}`),
  );
  return [
    ...missing.map((name) => `content_security_policy: ${name} is missing`),
    ...more.map((what) => `content_security_policy: ${what} is not listed`),
  ];
}
