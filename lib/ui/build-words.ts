// What this build is, in words. The review window is the one that shipments really get.
import { t } from "../platform/words.ts";
import { reviewWindow } from "../shipping/review-window.ts";
import { longSpanWords } from "./time-words.ts";

const release = 24 * 3_600_000;

// Made when they are shown: the first span in words costs ten milliseconds, in which a page could stand.
export const reviewWords = (): string => longSpanWords(reviewWindow());

/** A build with a short review window says so. */
export const buildWords = (): string =>
  reviewWindow() === release
    ? t("build.release", reviewWords())
    : t("build.short", reviewWords(), longSpanWords(release));
