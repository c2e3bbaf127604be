// WebDriver BiDi as it is spoken to Firefox, on the connection that Puppeteer holds: its own input and evaluation
// pretend a user's activation and give no exact frame of a click.
import type { Browser, Frame } from "puppeteer-core";

export interface Wire {
  /** One command; its result as the specification has it. */
  send<T = unknown>(method: string, params: object): Promise<T>;
  /** Hears events until the signal. */
  on(event: string, heard: (params: WireEvent) => void, signal?: AbortSignal): void;
}

export interface WireEvent {
  context: string;
  url?: string;
  timestamp?: number;
  parent?: string | null;
  element?: { sharedId: string };
}

interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
  on(event: string, heard: (params: WireEvent) => void): void;
  off(event: string, heard: (params: WireEvent) => void): void;
}

/** Puppeteer keeps its connection to itself in its types only. */
export function wireOf(browser: Browser): Wire {
  const { connection } = browser as unknown as { connection: Connection };
  return {
    send: async <T>(method: string, params: object) => (await connection.send(method, params)).result as T,
    on: (event, heard, signal) => {
      connection.on(event, heard);
      signal?.addEventListener("abort", () => connection.off(event, heard));
    },
  };
}

/** The name of a frame on the wire. */
export const contextOf = (frame: Frame): string => (frame as unknown as { _id: string })._id;
