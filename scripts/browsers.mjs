// Finds the browsers that tests and `npm start` drive. Plain JavaScript: the set-up uses it on Node 20.
import { accessSync, constants, existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {"chromium" | "firefox"} BrowserName */
/** @typedef {{ path: string, from: "environment" | "system" | "download" }} Found */

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where downloaded Firefoxes of this checkout lie. */
export const downloads = join(root, ".cache", "browsers");

// Google's and Microsoft's own builds are left out on purpose: since version 137 they no longer load an
// unpacked extension from the command line. TOOLTRAIL_CHROMIUM can still name one.
const places = {
  chromium: {
    variable: "TOOLTRAIL_CHROMIUM",
    commands: ["chromium", "chromium-browser"],
    paths: ["/Applications/Chromium.app/Contents/MacOS/Chromium"],
  },
  firefox: {
    variable: "TOOLTRAIL_FIREFOX",
    commands: ["firefox-esr", "firefox"],
    paths: [
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
  },
};

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A snap sees neither the system's temporary folder nor hidden folders, so it can open no test profile.
 * @param {string} path
 */
function isSnap(path) {
  const real = realpathSync(path);
  if (real.includes("/snap")) return true;
  const start = readFileSync(real).subarray(0, 4096).toString("latin1");
  return start.startsWith("#!") && start.includes("/snap/bin");
}

/**
 * The first of these commands that PATH holds.
 * @param {readonly string[]} commands
 * @returns {string | undefined}
 */
export function findCommand(...commands) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const command of commands) {
    for (const folder of folders) {
      const path = join(folder, command);
      if (isExecutable(path) && !isSnap(path)) return path;
    }
  }
  return undefined;
}

/** @returns {string | undefined} */
function playwrightChromium() {
  try {
    const { chromium } = createRequire(import.meta.url)("playwright-core");
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    // Not installed yet: then there is no browser of Playwright's either.
    return undefined;
  }
}

// Playwright's own Firefox is patched for its own protocol; the tests speak WebDriver BiDi to a stock one.
/** @returns {string | undefined} */
function downloadedFirefox() {
  const folder = join(downloads, "firefox");
  if (!existsSync(folder)) return undefined;
  const inside = [
    ["firefox", "firefox"],
    ["firefox", "firefox.exe"],
    ["Firefox.app", "Contents", "MacOS", "firefox"],
  ];
  return readdirSync(folder)
    .flatMap((build) => inside.map((parts) => join(folder, build, ...parts)))
    .find(isExecutable);
}

/**
 * Environment variable, installed system browser, downloaded one: the first that is there.
 * @param {BrowserName} name
 * @returns {Found | undefined}
 */
export function locateBrowser(name) {
  const { variable, commands, paths } = places[name];
  const named = process.env[variable];
  if (named) {
    if (isExecutable(named)) return { path: named, from: "environment" };
    throw new Error(
      `${variable} names ${named}, which is not there or cannot be run. Correct it or unset it.`,
    );
  }
  const system = findCommand(...commands) ?? paths.find(isExecutable);
  if (system) return { path: system, from: "system" };
  const download = name === "chromium" ? playwrightChromium() : downloadedFirefox();
  return download ? { path: download, from: "download" } : undefined;
}

/**
 * How a person gets a browser that was not found.
 * @param {BrowserName} name
 */
export function howToGet(name) {
  const { variable } = places[name];
  const command =
    name === "chromium"
      ? "npx playwright install chromium"
      : "npx @puppeteer/browsers install firefox@stable --path .cache/browsers";
  const debian = name === "chromium" ? "chromium" : "firefox-esr";
  return `Get one by \`${command}\`, or on Debian \`apt-get install ${debian}\`, or set ${variable} to the path of one.`;
}

/**
 * Path of the browser to drive. Throws an error that says how to get one where there is none.
 * @param {BrowserName} name
 * @returns {string}
 */
export function findBrowser(name) {
  const found = locateBrowser(name);
  if (!found) throw new Error(`No ${name} was found. ${howToGet(name)}`);
  return found.path;
}
