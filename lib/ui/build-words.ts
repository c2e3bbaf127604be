// What this build is, in words. The review window is the one that shipments really get.
import { reviewWindow } from "../shipping/review-window.ts";
import { spanWords } from "./time-words.ts";

export const reviewWords = spanWords(reviewWindow()).replace(/ h$/, " hours").replace(/ min$/, " minutes");

const releaseWords = "24 hours";

/** A build with a short review window says so. */
export const buildWords =
  reviewWords === releaseWords
    ? `A shipment waits ${releaseWords} for your review.`
    : `This is a demonstration build: a shipment waits only ${reviewWords} for your review. A release waits ${releaseWords}.`;
