import { deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { startSink } from "./sink.ts";

test("counts what was sent, with and without its compression", async () => {
  const sink = await startSink();
  const text = JSON.stringify({ events: Array(500).fill("moved") });
  const small = gzipSync(text).length;
  const send = (body: string | Buffer) =>
    fetch(`${sink.origin}/any`, { method: "POST", body: new Uint8Array(Buffer.from(body)) });
  try {
    await send(text);
    expect(sink.take()).toEqual({ raw: text.length, gzip: small });
    await send(gzipSync(text));
    expect(sink.take()).toEqual({ raw: text.length, gzip: small });
    const head = '{"type":"replay_recording"}\n{"segment_id":0}\n';
    const envelope = Buffer.concat([Buffer.from(head), deflateSync(text)]);
    await send(envelope);
    expect(sink.take()).toEqual({ raw: head.length + text.length, gzip: envelope.length });
    expect(sink.take()).toEqual({ raw: 0, gzip: 0 });
  } finally {
    await sink.close();
  }
});
