export type BrowserName = "chromium" | "firefox";
export interface Found {
  path: string;
  from: "environment" | "system" | "download";
}
/** Where downloaded Firefoxes of this checkout lie. */
export const downloads: string;
/** The first of these commands that PATH holds. */
export function findCommand(...commands: readonly string[]): string | undefined;
/** Environment variable, installed system browser, downloaded one: the first that is there. */
export function locateBrowser(name: BrowserName): Found | undefined;
/** How a person gets a browser that was not found. */
export function howToGet(name: BrowserName): string;
/** Path of the browser to drive. Throws an error that says how to get one where there is none. */
export function findBrowser(name: BrowserName): string;
