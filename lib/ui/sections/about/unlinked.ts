// How far this build keeps the promise that shipments cannot be linked: by the services that it was built with.
import { t } from "../../../platform/words.ts";

interface Built {
  issuer: string;
  relay: string;
}

export interface Kept {
  words: string;
  /** False: something that was promised is missing here. */
  whole: boolean;
}

/** What is true of a build. A policy cannot name other services, so it changes nothing here. */
export function unlinkedHere({ issuer, relay }: Built): Kept {
  if (issuer === "") return { words: t("unlinked.plain"), whole: false };
  if (relay === "") return { words: t("unlinked.direct"), whole: false };
  return { words: t("unlinked.relayed"), whole: true };
}
