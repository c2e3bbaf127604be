// What keeps things from leaving, where there is something.
import { keyed, t } from "../../platform/words.ts";
import { readSetting } from "../../store/database.ts";
import { database } from "../database.ts";
import { useLive } from "../use-live.ts";

const read = async () => (await readSetting(database, "sending"))?.problem ?? null;

export function HeldUp() {
  const problem = useLive(read, []);
  return problem ? <p class="note pause">{t(`heldUp.${keyed(problem)}`)}</p> : null;
}
