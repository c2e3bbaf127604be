import { expect, test } from "vitest";
import { chromiumPolicies } from "./chromium.ts";
import { firefoxPolicies, firefoxUpdateFile } from "./firefox.ts";
import { policyFiles } from "./policy-files.ts";
import { groupsOf, managedValues } from "./policy-of.ts";
import { example, ids, releaseOf } from "./testing.ts";
import { updateManifest } from "./update-manifest.ts";
import { plistOf } from "./xml.ts";

const publishedTo = (name: string, company = example) => ({
  company,
  group: groupsOf(company).find((group) => group.name === name)!,
  ...ids,
});
const files = policyFiles(example, ids);
const file = (path: string) => files.find((one) => one.path === `policies/${path}`)!.bytes;
const text = (path: string) => Buffer.from(file(path)).toString("utf8");

test("Chrome installs it, pins it, takes updates from the ring's manifest, and no other site is reached", () => {
  const { ExtensionSettings, "3rdparty": third } = chromiumPolicies(publishedTo("germany"), "chrome");
  expect(ExtensionSettings[ids.chromiumId]).toEqual({
    installation_mode: "force_installed",
    update_url: "https://store.norhaven.example/tooltrail/updates-rest.xml",
    override_update_url: true,
    toolbar_pin: "force_pinned",
    runtime_blocked_hosts: ["*://*"],
    runtime_allowed_hosts: [
      "https://collector.norhaven.example",
      "https://issuer.partner.example",
      "https://relay.partner.example",
      "https://store.norhaven.example",
      "https://flows.norhaven.example",
    ],
  });
  expect(third.extensions[ids.chromiumId]).toEqual(managedValues(example, publishedTo("germany").group));
});

test("who may install it is not forced to, and where tools are free no site is blocked", () => {
  const free = chromiumPolicies(publishedTo("volunteers", { ...example, onlyListed: false }), "edge");
  expect(free.ExtensionSettings[ids.chromiumId]).toEqual({
    installation_mode: "allowed",
    update_url: "https://store.norhaven.example/tooltrail/updates-first.xml",
    override_update_url: true,
    toolbar_state: "force_shown",
  });
  expect(free.ExtensionSettings["*"]).toEqual({
    install_sources: ["https://store.norhaven.example/tooltrail/*"],
  });
  const firefox = firefoxPolicies(publishedTo("volunteers")).policies.ExtensionSettings[ids.firefoxId];
  expect(firefox).not.toHaveProperty("install_url");
});

test("a ring that is held gets its version from the policy, and Firefox no other one", () => {
  const { policies } = firefoxPolicies(publishedTo("everyone"));
  expect(policies.ExtensionSettings[ids.firefoxId]).toMatchObject({
    install_url: "https://store.norhaven.example/tooltrail/0.1.0/tooltrail-0.1.0.xpi",
    updates_disabled: true,
  });
});

test("Firefox installs the newest package and keeps it out of private windows", () => {
  expect(JSON.parse(text("first/policies.json"))).toEqual({
    policies: {
      ExtensionSettings: {
        [ids.firefoxId]: {
          installation_mode: "force_installed",
          install_url: "https://store.norhaven.example/tooltrail/tooltrail.xpi",
          updates_disabled: false,
          private_browsing: false,
          default_area: "navbar",
        },
      },
      "3rdparty": { Extensions: { [ids.firefoxId]: managedValues(example, publishedTo("first").group) } },
    },
  });
});

test("every group has a file for each browser and system, each once", () => {
  expect(files).toHaveLength(groupsOf(example).length * 11);
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  expect(JSON.parse(text("kiosks/managed-storage.json"))).toMatchObject({ profile: "never" });
});

test("a registry file is what regedit reads: UTF-16 with a mark, values escaped, yes and numbers as DWORD", () => {
  const bytes = Buffer.from(file("kiosks/chrome.reg"));
  expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
  const lines = bytes.toString("utf16le").slice(1).split("\r\n");
  expect(lines[0]).toBe("Windows Registry Editor Version 5.00");
  const managed = `Google\\Chrome\\3rdparty\\extensions\\${ids.chromiumId}\\policy]`;
  expect(lines).toContain(`[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${managed}`);
  expect(lines).toContain('"retentionDays"=dword:00000015');
  expect(lines).toContain('"onlyListed"=dword:00000001');
  const settings = lines.find((line) => line.startsWith('"ExtensionSettings"='))!;
  const said = JSON.parse(JSON.parse(settings.slice('"ExtensionSettings"='.length)) as string);
  expect(said).toEqual(chromiumPolicies(publishedTo("kiosks"), "chrome").ExtensionSettings);
});

test("a profile for macOS has the same identifiers each time, and other ones for another group", () => {
  const uuids = (path: string) =>
    [...text(path).matchAll(/[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}/g)].map(([one]) => one);
  expect(uuids("everyone/chrome.mobileconfig")).toHaveLength(3);
  expect(
    new Set([...uuids("everyone/chrome.mobileconfig"), ...uuids("first/chrome.mobileconfig")]).size,
  ).toBe(6);
  expect(Buffer.from(policyFiles(example, ids)[2]!.bytes)).toEqual(Buffer.from(files[2]!.bytes));
  expect(text("everyone/chrome.mobileconfig")).toContain(`com.google.Chrome.extensions.${ids.chromiumId}`);
  expect(plistOf({ a: [1, true, 'x<&"'] })).toBe(
    "<dict><key>a</key><array><integer>1</integer><true/><string>x&lt;&amp;&quot;</string></array></dict>",
  );
});

test("both update files name the package of the release, its sum and the oldest browser", () => {
  const release = releaseOf("1.2.3");
  expect(updateManifest(example, release, "1.2.3")).toContain(
    `<app appid="${ids.chromiumId}">
    <updatecheck codebase="https://store.norhaven.example/tooltrail/1.2.3/tooltrail-1.2.3.crx" version="1.2.3" prodversionmin="130" hash_sha256="${"a".repeat(64)}" size="1000"/>`,
  );
  expect(firefoxUpdateFile(example, release, "1.2.3")).toEqual({
    addons: {
      [ids.firefoxId]: {
        updates: [
          {
            version: "1.2.3",
            update_link: "https://store.norhaven.example/tooltrail/1.2.3/tooltrail-1.2.3.xpi",
            update_hash: `sha256:${"b".repeat(64)}`,
            applications: { gecko: { strict_min_version: "140.0" } },
          },
        ],
      },
    },
  });
});
