import { browser } from "./browser.ts";

/** The version of this package in its parts, and the family of browsers it was made for. */
export function thisPackage(): { version: number[]; browser: "chromium" | "firefox" } {
  const version = browser.runtime.getManifest().version.split(".").map(Number);
  const isFirefox = browser.runtime.getURL("").startsWith("moz-extension:");
  return { version, browser: isFirefox ? "firefox" : "chromium" };
}
