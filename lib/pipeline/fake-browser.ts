// For tests of the handlers: a browser that notes what is shown and told, and whose permissions and policy are given. A
// test puts this file in the place of platform/browser.ts; each test file then has a browser of its own.

type Look = Record<string, unknown>;

interface FakeBrowser {
  /** A promise: the browser takes its time. */
  managed: Record<string, unknown> | Promise<Record<string, unknown>>;
  granted: boolean;
  tabs: { id: number; url?: string }[];
  /** The newest look of a tab, or of all without one of their own: "all". */
  looks: Map<number | "all", Look>;
  told: string[];
  registered: string[];
  /** Origins whose permission was given back. */
  removed: string[];
  /** The frames that are there, by their ends. */
  frames: Map<number, () => void>;
  alarms: Map<string, object>;
  /** How often the options page was opened. */
  opened: number;
  /** How often the extension was begun anew. */
  reloads: number;
  /** The open pages of the extension, and those that it opened by their address. */
  pages: string[];
  created: string[];
}

/** What it is given, and what it was shown and told. */
export const fake: FakeBrowser = {
  managed: {},
  granted: true,
  tabs: [],
  looks: new Map(),
  told: [],
  registered: [],
  removed: [],
  frames: new Map(),
  alarms: new Map(),
  opened: 0,
  reloads: 0,
  pages: [],
  created: [],
};
const show = async ({ tabId, ...look }: { tabId?: number } & Look) => {
  const key = tabId ?? "all";
  fake.looks.set(key, { ...fake.looks.get(key), ...look });
};
const area = () => {
  const kept = new Map<string, unknown>();
  return {
    get: async (key: string) => (kept.has(key) ? { [key]: structuredClone(kept.get(key)) } : {}),
    set: async (values: object) => {
      for (const [key, value] of Object.entries(values)) kept.set(key, structuredClone(value));
    },
    remove: async (key: string) => void kept.delete(key),
  };
};
/** A frame that is there keeps its port; nothing else does. */
const connect = (_: number, to: { frameId?: number }) => ({
  disconnect() {},
  onDisconnect: {
    addListener(ended: () => void) {
      if (to.frameId !== undefined && fake.frames.has(to.frameId)) fake.frames.set(to.frameId, ended);
      else ended();
    },
  },
});
const remove = async ({ origins }: { origins: string[] }) => {
  fake.removed.push(...origins);
  return true;
};
export const browser = {
  storage: {
    managed: { get: async () => structuredClone(await fake.managed) },
    local: area(),
    session: area(),
    onChanged: { addListener() {} },
  },
  permissions: { contains: async () => fake.granted, remove },
  action: {
    setBadgeText: show,
    setBadgeBackgroundColor: show,
    setTitle: show,
    setIcon: show,
  },
  tabs: {
    query: async () => fake.tabs,
    sendMessage: async (_: number, { name }: { name: string }) => void fake.told.push(name),
    connect,
    create: async ({ url }: { url: string }) => void fake.created.push(url),
  },
  runtime: {
    lastError: undefined,
    openOptionsPage: async () => void fake.opened++,
    setUninstallURL: async () => undefined,
    reload: () => void fake.reloads++,
    getURL: (path: string) => `chrome-extension://ours/${path}`,
    getContexts: async () => fake.pages.map((documentUrl) => ({ documentUrl })),
  },
  alarms: {
    get: async (name: string) => fake.alarms.get(name),
    create: async (name: string, when: object) => void fake.alarms.set(name, when),
    clear: async (name: string) => fake.alarms.delete(name),
  },
  scripting: {
    getRegisteredContentScripts: async () => fake.registered.map((id) => ({ id })),
    registerContentScripts: async (scripts: { id: string }[]) => {
      fake.registered.push(...scripts.map(({ id }) => id));
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      fake.registered = fake.registered.filter((id) => !ids.includes(id));
    },
    executeScript: async () => [],
  },
};
