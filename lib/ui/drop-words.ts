import type { Dropped } from "../../schemas/dropped.ts";

/** Each reason for not keeping something, in plain words. A new reason without words does not compile. */
export const dropWords: Record<Dropped, string> = {
  "message-malformed": "A message that did not have the agreed form was refused",
  "message-from-page": "A message that a page, not Tooltrail, had sent was refused",
  "message-out-of-scope": "A message from a page or frame outside your tools was refused",
  "frame-undecided": "A frame without an address could not be told to be of one of your tools",
  "no-consent": "You had not agreed, or had withdrawn",
  "kind-not-agreed": "This kind of step was not switched on",
  paused: "Recording was paused",
  "step-gap": "Steps lost with a page that closed before they were handed over",
  "page-buffer-full": "Too many steps waited in a page, and the oldest were let go",
  "disk-full": "There was no disk space to keep a step",
  "shipment-rejected": "The collector refused a shipment; it is kept here and shown under Shipped",
  "shipment-too-large": "A shipment was larger than 1 MB and did not leave",
  "recorder-error": "A recorder failed on an event; the page was not disturbed",
  "outline-lost": "The outline of a page could not be handed over",
  "outline-unknown": "A step named the outline of a page that is not kept here; the step was kept without it",
  "outline-too-large":
    "The outline of a page was left out of a shipment, which would have been larger than 1 MB",
  "old-version": "A page still ran an older Tooltrail after an update",
};
