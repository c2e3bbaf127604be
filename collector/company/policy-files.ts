// Every policy file of every group, ready to copy.
import type { Company, Group } from "../../schemas/company.ts";
import { chromiumPolicies } from "./chromium.ts";
import { firefoxPolicies } from "./firefox.ts";
import { chromiumProfile, firefoxProfile } from "./mac.ts";
import { groupsOf, managedValues } from "./policy-of.ts";
import type { Published } from "./published.ts";
import { chromiumRegistry, firefoxRegistry } from "./windows.ts";

export interface PolicyFile {
  /** From the store's folder. */
  path: string;
  group: Group;
  browser: "Chrome" | "Edge" | "Chromium" | "Firefox" | "all";
  system: "Linux" | "Windows" | "macOS" | "all";
  /** Where it goes. */
  place: string;
  bytes: Uint8Array;
}

type Made = readonly [
  PolicyFile["browser"],
  PolicyFile["system"],
  name: string,
  place: string,
  made: unknown,
];

const bytesOf = (made: unknown): Uint8Array => {
  if (made instanceof Uint8Array) return made;
  return Buffer.from(typeof made === "string" ? made : `${JSON.stringify(made, null, 2)}\n`);
};

function filesOf(published: Published): Made[] {
  const json = (browser: "chrome" | "edge" | "chromium") => chromiumPolicies(published, browser);
  const registry = "regedit, or group policy";
  const profile = "device management";
  return [
    ["Chrome", "Linux", "chrome.json", "/etc/opt/chrome/policies/managed/tooltrail.json", json("chrome")],
    ["Chrome", "Windows", "chrome.reg", registry, chromiumRegistry(published, "chrome")],
    ["Chrome", "macOS", "chrome.mobileconfig", profile, chromiumProfile(published, "chrome")],
    ["Edge", "Linux", "edge.json", "/etc/opt/edge/policies/managed/tooltrail.json", json("edge")],
    ["Edge", "Windows", "edge.reg", registry, chromiumRegistry(published, "edge")],
    ["Edge", "macOS", "edge.mobileconfig", profile, chromiumProfile(published, "edge")],
    ["Chromium", "Linux", "chromium.json", "/etc/chromium/policies/managed/tooltrail.json", json("chromium")],
    ["Firefox", "Linux", "policies.json", "/etc/firefox/policies/policies.json", firefoxPolicies(published)],
    ["Firefox", "Windows", "firefox.reg", registry, firefoxRegistry(published)],
    ["Firefox", "macOS", "firefox.mobileconfig", profile, firefoxProfile(published)],
    [
      "all",
      "all",
      "managed-storage.json",
      "what the extension reads",
      managedValues(published.company, published.group),
    ],
  ];
}

/** All of them, for the ids of a release. */
export const policyFiles = (company: Company, ids: Omit<Published, "company" | "group">): PolicyFile[] =>
  groupsOf(company).flatMap((group) =>
    filesOf({ company, group, ...ids }).map(([browser, system, name, place, made]) => ({
      path: `policies/${group.name}/${name}`,
      group,
      browser,
      system,
      place,
      bytes: bytesOf(made),
    })),
  );
