import { z } from "zod";

/** Why something was not kept. Every reason is counted and shown on the options page. */
export const droppedSchema = z.enum([
  "message-malformed",
  "message-from-page",
  "message-out-of-scope",
  /** A frame without an address of its own, of which it could not be decided whose it is. */
  "frame-undecided",
  "no-consent",
  "kind-not-agreed",
  "paused",
  "step-gap",
  "page-buffer-full",
  "disk-full",
  "shipment-rejected",
  "shipment-too-large",
  "recorder-error",
  "old-version",
]);
export type Dropped = z.infer<typeof droppedSchema>;
