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
  /** In a part of the tool that the person or the company left out. */
  "path-excluded",
  /** A tool, or a kind, that the company's policy does not allow; or steps that a later policy took back. */
  "policy-forbids",
  /** A policy may still come, or the one that came could not be read and there is no good one. */
  "policy-waiting",
  "policy-stopped",
  /** No answer from the company's store, asked whether recording is stopped: what was known holds. */
  "stop-unanswered",
  /** A stop file that the store's key did not sign, or that is older than the one followed, or out of date. */
  "stop-refused",
  /** A tool list that the store's key did not sign, that is older than the one followed, or wider than single sites. */
  "list-refused",
  "paused",
  "step-gap",
  "page-buffer-full",
  "disk-full",
  "shipment-rejected",
  "shipment-too-large",
  "report-rejected",
  "recorder-error",
  /** A page state that could not be handed over. */
  "outline-lost",
  /** A step cites a page state that is not here: the step is kept without it. */
  "outline-unknown",
  /** Left out of a shipment, which would have been too large. */
  "outline-too-large",
  "old-version",
]);
export type Dropped = z.infer<typeof droppedSchema>;
