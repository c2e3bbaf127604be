// The same policies as a configuration profile for macOS. Not tried: there is no macOS here.
import { createHash } from "node:crypto";
import { type ChromiumBrowser, chromiumPolicies } from "./chromium.ts";
import { firefoxPolicies } from "./firefox.ts";
import type { Published } from "./published.ts";
import { plistOf } from "./xml.ts";

/** The same name gives the same identifier, so that a new profile takes the old one's place. */
function identifier(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex").slice(0, 32).toUpperCase();
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-8$3-8$4-$5");
}

interface Part {
  type: string;
  content: object;
}

function profile({ company, group }: Published, browser: string, parts: Part[]): string {
  const name = `tooltrail.${browser}.${group.name}`;
  const head = (payload: string, type: string) => ({
    PayloadIdentifier: payload,
    PayloadUUID: identifier(`${company.store} ${payload}`),
    PayloadType: type,
    PayloadVersion: 1,
  });
  const content = {
    ...head(name, "Configuration"),
    PayloadScope: "System",
    PayloadDisplayName: `Tooltrail (${browser}, ${group.name})`,
    PayloadOrganization: company.company,
    PayloadContent: parts.map(({ type, content }) => ({ ...head(`${name}.${type}`, type), ...content })),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">${plistOf(content)}</plist>
`;
}

const domains: Record<Exclude<ChromiumBrowser, "chromium">, string> = {
  chrome: "com.google.Chrome",
  edge: "com.microsoft.Edge",
};

/** The profile of Chrome or Edge: one part for the browser, one for the extension's managed storage. */
export function chromiumProfile(published: Published, browser: Exclude<ChromiumBrowser, "chromium">): string {
  const { ExtensionSettings, "3rdparty": third } = chromiumPolicies(published, browser);
  const domain = domains[browser];
  const id = published.chromiumId;
  return profile(published, browser, [
    { type: domain, content: { ExtensionSettings } },
    { type: `${domain}.extensions.${id}`, content: third.extensions[id] as object },
  ]);
}

/** The profile of Firefox. */
export const firefoxProfile = (published: Published): string =>
  profile(published, "firefox", [
    {
      type: "org.mozilla.firefox",
      content: { EnterprisePoliciesEnabled: true, ...firefoxPolicies(published).policies },
    },
  ]);
