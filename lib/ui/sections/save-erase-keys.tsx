import { dayOf, now } from "../../platform/clock.ts";
import { database } from "../database.ts";
import { download } from "../download.ts";

interface SaveEraseKeysProps {
  label: string;
  disabled?: boolean;
}

/** The keys alone, in the form of the export: with them, what was shipped can be erased without this browser. */
export const SaveEraseKeys = ({ label, disabled = false }: SaveEraseKeysProps) => (
  <button type="button" class="btn" disabled={disabled} onClick={() => void save()}>
    {label}
  </button>
);

async function save(): Promise<void> {
  const text = `${JSON.stringify(await database.eraseKeys.toArray(), null, 2)}\n`;
  download(new Blob([text], { type: "application/json" }), `tooltrail-erase-keys-${dayOf(now())}.json`);
}
