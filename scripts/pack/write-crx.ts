// Signs an archive as CRX3. The package crx3 takes a key from a file alone and makes a new one where it finds none, which
// would be another extension: it is only ever given a file that was just written.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import createCrx3Stream from "crx3/lib/crx3stream.js";

/** The package of an archive under a private key. */
export async function writeCrx(archive: Uint8Array, pem: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "tooltrail-sign-"));
  try {
    const [keyPath, out] = [join(folder, "key.pem"), join(folder, "package.crx")];
    writeFileSync(keyPath, pem, { mode: 0o600, flag: "wx" });
    const stream = createCrx3Stream(out, { keyPath });
    stream.end(archive);
    await finished(stream);
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
