// Rows of a table of the extension's database, read without the extension's code, in either browser.
import type { Page } from "puppeteer-core";

export async function rowsInPage<Row>(page: Page, table: string): Promise<Row[]> {
  return (await page.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((yes, no) => {
        request.onsuccess = () => yes(request.result);
        request.onerror = () => no(request.error);
      });
    const database = await done(indexedDB.open("tooltrail"));
    const rows: Record<string, unknown>[] = await done(database.transaction(name).objectStore(name).getAll());
    database.close();
    const text = (value: unknown) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value);
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, text(value)])),
    );
  }, table)) as Row[];
}
