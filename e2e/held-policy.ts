// A company's policy as it is kept, put there by hand: managed storage cannot be filled in a browser without one. It
// holds until managed storage is read next.
import type { Policy } from "../schemas/policy.ts";
import type { Person } from "./person.ts";

/** Lays the policy down and opens the section of tools anew. */
export async function laysDown(person: Person, policy: Policy): Promise<void> {
  const page = await person.section("tools");
  await page.evaluate(
    (said) =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.open("tooltrail");
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const writing = database.transaction("settings", "readwrite");
          const good = { policy: said, since: Date.now() };
          writing
            .objectStore("settings")
            .put({ key: "policy", policy: { good, emptySince: null, refused: null } });
          writing.onerror = () => failed(writing.error);
          writing.oncomplete = () => {
            database.close();
            done();
          };
        };
      }),
    policy,
  );
  await page.reload();
}
