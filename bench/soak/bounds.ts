// What may grow in a day of work, and how far.
import { atMost, type Bound } from "../store/report.ts";

interface Figures {
  "page-heap-growth-kb": number;
  "recording-heap-kb-last": number;
  "recording-heap-growth-kb": number;
  "worker-heap-mb-end"?: number;
  "database-growth-kb": number;
}

export const boundsOf = (figures: Figures): Bound[] => [
  // What is not given back goes on growing: the second half of the day shows it without the first acts' own needs.
  atMost("page heap with Node-RED, growth in the second half, KB", figures["page-heap-growth-kb"], 512),
  atMost("heap of the recording in a page at the end, KB", figures["recording-heap-kb-last"], 1024),
  atMost("the same, growth from the first pause to the last, KB", figures["recording-heap-growth-kb"], 64),
  atMost("worker heap at the end, MB", figures["worker-heap-mb-end"] ?? Number.NaN, 16),
  atMost("database growth in a day, MB", figures["database-growth-kb"] / 1024, 16),
];
