// The only import of webextension-polyfill: background and pages reach the browser through here.
import browser from "webextension-polyfill";

export type { Action, Events, Menus, Permissions, Runtime, Scripting, Tabs } from "webextension-polyfill";
export { browser };
