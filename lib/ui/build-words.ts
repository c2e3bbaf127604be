/** Builds for looking and for testing have a short review window, and say so. */
export const shortReview = import.meta.env.MODE !== "production";

export const reviewWords = shortReview ? "a short time" : "24 hours";

export const buildWords = shortReview
  ? `This is a ${import.meta.env.MODE} build: its review window is short. A release waits 24 hours.`
  : "This is a release build: a shipment waits 24 hours for your review.";
