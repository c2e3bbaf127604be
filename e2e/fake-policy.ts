// A company's policy, as the extension keeps it once it was read: put where it is kept. A browser that is managed comes
// with the specs of the deployment.
import type { KeptPolicy } from "../schemas/policy.ts";
import type { Person } from "./person.ts";

/** From now on this is the company's word; the page is loaded anew, as after the browser told of it. */
export async function saysPolicy(person: Person, kept: Partial<KeptPolicy>): Promise<void> {
  const policy: KeptPolicy = { good: null, emptySince: null, refused: null, ...kept };
  await person.options.evaluate(
    (row) =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.open("tooltrail");
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const writing = database.transaction("settings", "readwrite");
          writing.objectStore("settings").put(row);
          writing.onerror = () => failed(writing.error);
          writing.oncomplete = () => {
            database.close();
            done();
          };
        };
      }),
    { key: "policy", policy },
  );
  await person.options.reload();
}
