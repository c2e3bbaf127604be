// For tests of the handlers: a browser that notes what is shown and told, and whose permissions and policy are given.

type Look = Record<string, unknown>;

export interface FakeBrowser {
  /** A promise: the browser takes its time. */
  managed: Record<string, unknown> | Promise<Record<string, unknown>>;
  granted: boolean;
  tabs: { id: number; url?: string }[];
  /** The newest look of a tab, or of all without one of their own: "all". */
  looks: Map<number | "all", Look>;
  told: string[];
  registered: string[];
  /** The frames that are there, by their ends. */
  frames: Map<number, () => void>;
  alarms: Map<string, object>;
  /** How often the options page was opened. */
  opened: number;
}

export function createFakeBrowser() {
  const state: FakeBrowser = {
    managed: {},
    granted: true,
    tabs: [],
    looks: new Map(),
    told: [],
    registered: [],
    frames: new Map(),
    alarms: new Map(),
    opened: 0,
  };
  const show = async ({ tabId, ...look }: { tabId?: number } & Look) => {
    const key = tabId ?? "all";
    state.looks.set(key, { ...state.looks.get(key), ...look });
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
        if (to.frameId !== undefined && state.frames.has(to.frameId)) state.frames.set(to.frameId, ended);
        else ended();
      },
    },
  });
  const browser = {
    storage: {
      managed: { get: async () => structuredClone(await state.managed) },
      local: area(),
      session: area(),
      onChanged: { addListener() {} },
    },
    permissions: { contains: async () => state.granted, remove: async () => true },
    action: {
      setBadgeText: show,
      setBadgeBackgroundColor: show,
      setTitle: show,
      setIcon: show,
    },
    tabs: {
      query: async () => state.tabs,
      sendMessage: async (_: number, { name }: { name: string }) => void state.told.push(name),
      connect,
    },
    runtime: { lastError: undefined, openOptionsPage: async () => void state.opened++ },
    alarms: {
      get: async (name: string) => state.alarms.get(name),
      create: async (name: string, when: object) => void state.alarms.set(name, when),
    },
    scripting: {
      getRegisteredContentScripts: async () => state.registered.map((id) => ({ id })),
      registerContentScripts: async (scripts: { id: string }[]) => {
        state.registered.push(...scripts.map(({ id }) => id));
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        state.registered = state.registered.filter((id) => !ids.includes(id));
      },
      executeScript: async () => [],
    },
  };
  return { state, browser };
}
