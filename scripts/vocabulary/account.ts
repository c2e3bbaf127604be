// Signs the crawler in: with cookies that somebody saved, or by a script that fills in the login page.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright";

export type Account = NonNullable<Exclude<BrowserContextOptions["storageState"], string>>;

const nobody: Account = { cookies: [], origins: [] };

/** Playwright's storage state, or a list of cookies as browsers and tools export it. */
export function readCookies(text: string): Account {
  const saved: unknown = JSON.parse(text);
  const known = { ...nobody, ...(Array.isArray(saved) ? { cookies: saved } : (saved as Partial<Account>)) };
  if (!Array.isArray(known.cookies)) throw new Error("The file of cookies holds no list of cookies.");
  return { ...known, cookies: known.cookies.map(asCookie) };
}

type Cookie = Account["cookies"][number];

/** Exports call the same things `expirationDate` and write `sameSite` in their own ways. */
function asCookie(cookie: Cookie & { expirationDate?: number }): Cookie {
  const { name, value, domain, path = "/", secure = false, httpOnly = false } = cookie;
  const sameSite = (["Strict", "Lax", "None"] as const).find(
    (word) => word.toLowerCase() === String(cookie.sameSite).toLowerCase(),
  );
  const expires = cookie.expires ?? cookie.expirationDate ?? -1;
  return { name, value, domain, path, secure, httpOnly, expires, sameSite: sameSite ?? "Lax" };
}

/** The state that every visit begins with. The script's default export gets a page at the application's address. */
export async function signIn(options: {
  browser: Browser;
  address: string;
  cookies?: string | undefined;
  login?: string | undefined;
}): Promise<Account> {
  const { browser, address, cookies, login } = options;
  const saved = cookies === undefined ? nobody : readCookies(readFileSync(cookies, "utf8"));
  if (login === undefined) return saved;
  const script: { default?: (page: Page) => Promise<void> } = await import(
    pathToFileURL(resolve(login)).href
  );
  if (typeof script.default !== "function")
    throw new Error(`${login} has no default export to call with a page.`);
  const context = await browser.newContext({ storageState: saved });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await script.default(page);
    return await context.storageState({ indexedDB: true });
  } finally {
    await context.close();
  }
}
