import type { Dropped } from "../../schemas/dropped.ts";
import { keyed, t } from "../platform/words.ts";

/** A reason for not keeping something, in plain words. A new reason without words does not compile. */
export const dropWords = (reason: Dropped): string => t(`drop.${keyed(reason)}`);
