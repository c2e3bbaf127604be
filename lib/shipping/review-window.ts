/**
 * How long a shipment waits for the person to look at it, in milliseconds: 24 hours. The demonstration build
 * waits five minutes, and its pages say so.
 */
export const reviewWindow = (): number =>
  __BUILD__ === "demo" || __BUILD__ === "tour" ? 5 * 60_000 : 24 * 3_600_000;
