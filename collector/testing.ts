// Shipments and requests for the tests of this folder.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { canonicalText } from "../schemas/canonical.ts";
import { epochOf } from "../schemas/epoch.ts";
import { pack } from "../schemas/pack.ts";
import type { Shipment } from "../schemas/shipment.ts";
import type { Arrival } from "./store.ts";

/** 16 random bytes, as shipments name themselves. */
export const randomId = (): string => randomBytes(16).toString("base64url");

/** A small shipment of a tool without a vocabulary; `more` replaces parts of it. */
export const shipment = (more: Partial<Shipment> = {}): Shipment => ({
  format: "tooltrail/1",
  id: randomId(),
  week: epochOf(Date.now()),
  eraseTag: randomBytes(32).toString("base64url"),
  notice: 1,
  tools: [{ tool: null, vocabulary: null }],
  steps: [{ kind: "choose", tool: 0, route: null, effect: "changed", control: "select", option: null }],
  outlines: [],
  ...more,
});

/** The text that leaves, as the extension writes it. */
export const textOf = (shipment: Shipment): string => canonicalText(pack(shipment));

/** A plain shipment as the store takes it. */
export const arrivalOf = (sent: Shipment): Arrival => ({
  id: sent.id,
  week: sent.week,
  mark: randomBytes(32).toString("base64url"),
  check: randomBytes(32),
  bytes: Buffer.from(textOf(sent)),
});

/** An upload of these bytes as they are. */
export const upload = (body: RequestInit["body"] & {}): Request =>
  new Request("http://127.0.0.1/v1/shipments", {
    method: "POST",
    body,
    headers: { "content-type": "application/octet-stream" },
    duplex: "half",
  } as RequestInit);

/** An upload of this text, gzipped. */
export const uploadText = (text: string | Uint8Array): Request => upload(new Uint8Array(gzipSync(text)));

/** A folder of its own that is removed with the test. */
export function temporaryFolder(onEnd: (remove: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "tooltrail-collector-"));
  onEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
