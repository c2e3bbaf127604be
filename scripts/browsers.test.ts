import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findBrowser, findCommand, howToGet, locateBrowser } from "./browsers.mjs";

describe("finding a browser", () => {
  let folder = "";
  const put = (name: string, text: string, mode = 0o755): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode });
    return path;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tooltrail-browsers-"));
    vi.stubEnv("PATH", folder);
    vi.stubEnv("TOOLTRAIL_CHROMIUM", "");
    vi.stubEnv("TOOLTRAIL_FIREFOX", "");
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it("takes the one that the environment names, before any other", () => {
    const named = put("mine", "#!/bin/sh\n");
    put("chromium", "#!/bin/sh\n");
    vi.stubEnv("TOOLTRAIL_CHROMIUM", named);
    expect(locateBrowser("chromium")).toEqual({ path: named, from: "environment" });
  });

  it("says so when the environment names one that is not there", () => {
    vi.stubEnv("TOOLTRAIL_FIREFOX", join(folder, "gone"));
    expect(() => findBrowser("firefox")).toThrow(/TOOLTRAIL_FIREFOX names .*gone.*Correct it or unset it/);
  });

  it("takes the system's, Firefox ESR first", () => {
    put("firefox", "#!/bin/sh\n");
    const esr = put("firefox-esr", "#!/bin/sh\n");
    expect(locateBrowser("firefox")).toEqual({ path: esr, from: "system" });
  });

  it("passes over what cannot be run, and over a wrapper of a snap", () => {
    put("chromium", "", 0o644);
    put("chromium-browser", "#!/bin/sh\nexec /snap/bin/chromium\n");
    expect(findCommand("chromium", "chromium-browser")).toBeUndefined();
  });

  it("tells how to get one in three ways", () => {
    expect(howToGet("chromium")).toMatch(
      /npx playwright install.*apt-get install chromium.*TOOLTRAIL_CHROMIUM/,
    );
    expect(howToGet("firefox")).toMatch(/npx @puppeteer.*apt-get install firefox-esr.*TOOLTRAIL_FIREFOX/);
  });
});
