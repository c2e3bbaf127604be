import { useEffect, useState } from "preact/hooks";
import type { Vocabulary } from "../../../schemas/vocabulary.ts";

/** The bundled vocabularies, none until they are read: the line of truth does not wait for them. */
export function useVocabularies(): readonly Vocabulary[] {
  const [read, setRead] = useState<readonly Vocabulary[]>([]);
  useEffect(() => {
    void import("../../vocabulary/bundled.ts").then(({ bundled }) => setRead(bundled()));
  }, []);
  return read;
}
