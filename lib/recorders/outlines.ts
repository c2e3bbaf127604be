// Outlines are no steps, but a switch of their own among the kinds.
import type { KindAbout } from "./kind.ts";

export const outlines: KindAbout = { title: "Outlines of pages" };
