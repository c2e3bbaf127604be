/**
 * Over how long the keys of what is to be erased leave, in milliseconds: three days. Each leaves alone, after a random
 * moment of the first and in a slot that is drawn for it (lib/shipping/slots.ts), so that nobody sees a row of
 * them. The demonstration build takes two minutes.
 */
export const erasingWindow = (): number =>
  __BUILD__ === "demo" || __BUILD__ === "tour" ? 2 * 60_000 : 3 * 24 * 3_600_000;
