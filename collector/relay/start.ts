// `collector relay`: wiring only.
import type { Configuration } from "../configuration.ts";
import { listen } from "../listen.ts";
import { createRelay } from "./relay.ts";

/** Starts the relay. */
export function startRelay(configuration: Configuration<"relay">): void {
  const app = createRelay(configuration);
  listen({ ...configuration, name: "Relay", app, farewell: "it has kept nothing.", close: () => {} });
}
