// The same policies as a Windows registry file. Not tried: there is no Windows here.
import { type ChromiumBrowser, chromiumPolicies } from "./chromium.ts";
import { firefoxPolicies } from "./firefox.ts";
import type { Published } from "./published.ts";

const roots: Record<"chrome" | "edge", string> = {
  chrome: String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Google\Chrome`,
  edge: String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Edge`,
};
const firefoxRoot = String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Mozilla\Firefox`;

const quoted = (text: string) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/** A number or a yes is a DWORD; what is deeper is one JSON text, which both families of browsers read. */
function value(said: unknown): string {
  if (typeof said === "boolean" || typeof said === "number")
    return `dword:${Number(said).toString(16).padStart(8, "0")}`;
  return quoted(typeof said === "string" ? said : JSON.stringify(said));
}

const key = (path: string, values: Record<string, unknown>): string =>
  [`[${path}]`, ...Object.entries(values).map(([name, said]) => `${quoted(name)}=${value(said)}`)].join(
    "\r\n",
  );

/** With a byte order mark and as UTF-16, as regedit writes it. */
const file = (...keys: string[]): Buffer =>
  Buffer.from(`\uFEFFWindows Registry Editor Version 5.00\r\n\r\n${keys.join("\r\n\r\n")}\r\n`, "utf16le");

/** The registry file of Chrome or Edge. */
export function chromiumRegistry(
  published: Published,
  browser: Exclude<ChromiumBrowser, "chromium">,
): Buffer {
  const { ExtensionSettings, "3rdparty": third } = chromiumPolicies(published, browser);
  const root = roots[browser];
  const managed = third.extensions[published.chromiumId] as Record<string, unknown>;
  return file(
    key(root, { ExtensionSettings }),
    key(`${root}\\3rdparty\\extensions\\${published.chromiumId}\\policy`, managed),
  );
}

/** The registry file of Firefox: the settings are one JSON text, and so is what each extension is told. */
export function firefoxRegistry(published: Published): Buffer {
  const { ExtensionSettings, "3rdparty": third } = firefoxPolicies(published).policies;
  return file(
    key(firefoxRoot, { ExtensionSettings }),
    key(`${firefoxRoot}\\3rdparty\\Extensions`, third.Extensions),
  );
}
