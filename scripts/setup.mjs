// First step of every npm script: installs what is missing or out of date, and says so. When all is there
// it costs one hash. Plain JavaScript without packages: on a fresh clone it runs on the machine's own Node 20.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { downloads, findCommand, howToGet, locateBrowser } from "./browsers.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** What only tests need, with lock files of their own. */
const forTests = join(root, "scripts", "firefox-lint");
const say = (/** @type {string} */ text) => console.log(`[setup] ${text}`);

class SetupError extends Error {}

// npm must not run on the Node inside node_modules that it is about to replace.
const outsidePath = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((folder) => !folder.endsWith(join("node_modules", ".bin")))
  .join(delimiter);

/**
 * Runs a command quietly; its whole output is shown only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {string} folder
 */
function run(command, args, folder = root) {
  const started = Date.now();
  say(`${command} ${args.join(" ")}`);
  const done = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH: outsidePath, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (done.status !== 0) {
    console.error(`${done.stdout ?? ""}${done.stderr ?? ""}${done.error ?? ""}`);
    throw new SetupError(`\`${command} ${args.join(" ")}\` failed (output above). Nothing else was changed.`);
  }
  say(`done in ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

/** @param {string} folder */
function installPackages(folder) {
  const stamp = join(folder, "node_modules", ".tooltrail-setup");
  const where = relative(root, folder) || "the project";
  const wanted = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (existsSync(stamp)) say(`The lock file of ${where} changed: installing its packages.`);
  else say(`Installing the packages of ${where}.`);
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], folder);
  writeFileSync(stamp, wanted);
}

/** Ubuntu's chromium and firefox packages only fetch snaps, which no test can drive: Debian itself only. */
function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  return /^ID="?debian"?$/m.test(readFileSync("/etc/os-release", "utf8"));
}

/** @param {import("./browsers.mjs").BrowserName[]} wanted */
function installOnDebian(wanted) {
  const missing = [];
  if (wanted.includes("chromium") && !locateBrowser("chromium")) missing.push("chromium");
  if (wanted.includes("firefox") && !locateBrowser("firefox")) missing.push("firefox-esr");
  // The browser's own permission prompt is answered on a display without a screen.
  if (wanted.includes("chromium") && !findCommand("Xvfb")) missing.push("xvfb");
  if (wanted.includes("chromium") && !findCommand("xdotool")) missing.push("xdotool");
  if (missing.length === 0) return;
  say(`Missing on this machine: ${missing.join(", ")}.`);
  run("apt-get", ["update"]);
  run("apt-get", ["install", "-y", ...missing]);
}

/** @param {import("./browsers.mjs").BrowserName} name */
function download(name) {
  if (locateBrowser(name)) return;
  say(`No ${name} on this machine: downloading one.`);
  try {
    if (name === "chromium") run("npx", ["playwright", "install", "chromium"]);
    else run("npx", ["@puppeteer/browsers", "install", "firefox@stable", "--path", downloads]);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    throw new SetupError(`${error.message} ${howToGet(name)}`);
  }
  if (!locateBrowser(name)) throw new SetupError(`Still no ${name} after downloading. ${howToGet(name)}`);
}

try {
  installPackages(root);
  if (process.argv.includes("--firefox")) installPackages(forTests);
  /** @type {import("./browsers.mjs").BrowserName[]} */
  const wanted = [];
  if (process.argv.includes("--browser")) wanted.push("chromium");
  if (process.argv.includes("--firefox")) wanted.push("firefox");
  if (wanted.length > 0 && isDebianRoot()) installOnDebian(wanted);
  for (const name of wanted) download(name);
} catch (error) {
  console.error(`[setup] ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
