// What the collector is measured against: node:http alone, storing the same bytes with the same durability.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(process.argv[2]!);
database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
database.exec("CREATE TABLE bodies (id BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID");
const insert = database.prepare("INSERT INTO bodies (id, bytes) VALUES (?, ?)");
let waiting: { body: Buffer; done: () => void }[] = [];

function flush(): void {
  const group = waiting;
  waiting = [];
  database.exec("BEGIN IMMEDIATE");
  for (const { body } of group) insert.run(randomBytes(16), body);
  database.exec("COMMIT");
  for (const { done } of group) done();
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    if (waiting.length === 0) setTimeout(flush, 3);
    waiting.push({ body: Buffer.concat(chunks), done: () => response.end("stored") });
  });
});
server.listen(0, "127.0.0.1", () =>
  console.log(`Bare listens on http://127.0.0.1:${(server.address() as { port: number }).port}`),
);
