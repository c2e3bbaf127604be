import { dayOf, now } from "../../platform/clock.ts";
import { t } from "../../platform/words.ts";
import { database } from "../database.ts";
import { download } from "../download.ts";

/** The keys alone, in the form of the export: with them, what was shipped can be erased without this browser. */
export const SaveEraseKeys = ({ keys }: { keys: number }) => (
  <button type="button" class="btn bare" disabled={keys === 0} onClick={() => void save()}>
    {t("export.keysOnly")}
  </button>
);

async function save(): Promise<void> {
  const text = `${JSON.stringify(await database.eraseKeys.toArray(), null, 2)}\n`;
  download(new Blob([text], { type: "application/json" }), `tooltrail-erase-keys-${dayOf(now())}.json`);
}
