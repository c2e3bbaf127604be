import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { expect, test } from "vitest";
import { readKeyConfigurations } from "../../lib/sealing/key-configuration.ts";
import { sealMessage, sealRequest } from "../../lib/sealing/seal-request.ts";
import { answerSize, sealedSizes } from "../../schemas/sealing.ts";
import { decodeRequest, encodeAnswer } from "./binary-http.ts";
import { openRequest, type SealError, sealAnswer } from "./gateway.ts";
import { gatewayKeysOf } from "./gateway-keys.ts";

const hex = (text: string) => Buffer.from(text, "hex");

// RFC 9458, appendix A.
const vector = {
  skR: hex("3c168975674b2fa8e465970b79c8dcf09f1c741626480bd4c6162fc5b6a98e1a"),
  configuration: "01002031e1f05a740102115220e9af918f738674aec95f54db6e04eb705aae8e79815500080001000100010003",
  request: hex("00034745540568747470730b6578616d706c652e636f6d012f"),
  skE: hex("bc51d5e930bda26589890ac7032f70ad12e4ecb37abb1b65b1256c9c48999c73"),
  sealed:
    "010020000100014b28f881333e7c164ffc499ad9796f877f4e1051ee6d31bad19dec96c208b4726374e469135906992e1268c594d2a10c695d858c40a026e7965e7d86b83dd440b2c0185204b4d63525",
  answer: hex("0140c8"),
  answerNonce: hex("c789e7151fcba46158ca84b04464910d"),
  sealedAnswer: "c789e7151fcba46158ca84b04464910d86f9013e404feea014e7be4a441f234f857fbd",
};
const lengthBefore = (configuration: Buffer) =>
  Buffer.concat([Buffer.from([0, configuration.length]), configuration]);

test("RFC 9458 appendix A: the client's bytes, the gateway's reading, the sealed answer", async () => {
  const key = readKeyConfigurations(lengthBefore(hex(vector.configuration)))!;
  const kem = new DhkemX25519HkdfSha256();
  const privateKey = await kem.deserializePrivateKey(new Uint8Array(vector.skE));
  const raw = hex("4b28f881333e7c164ffc499ad9796f877f4e1051ee6d31bad19dec96c208b472");
  const publicKey = await kem.deserializePublicKey(new Uint8Array(raw));
  const sealed = await sealMessage(vector.request, key, { ephemeral: { privateKey, publicKey } });
  expect(Buffer.from(sealed.bytes).toString("hex")).toBe(vector.sealed);

  const opened = openRequest(hex(vector.sealed), gatewayKeysOf([{ id: 1, secret: vector.skR }]));
  expect(Buffer.from(opened.message)).toEqual(vector.request);
  expect(decodeRequest(opened.message)).toMatchObject({ method: "GET", path: "/" });
  expect(sealAnswer(opened.answerKeys(vector.answerNonce), vector.answer).toString("hex")).toBe(
    vector.sealedAnswer,
  );
  expect((await sealed.openAnswer(new Uint8Array(hex(vector.sealedAnswer)))).status).toBe(200);
});

const keys = gatewayKeysOf([{ id: 7, secret: vector.skR }]);
const post = (body: Uint8Array<ArrayBuffer>) =>
  new Request("https://collector.example/v1/shipments", {
    method: "POST",
    body,
    headers: { authorization: "PrivateToken token=x", "content-type": "application/octet-stream" },
  });
const sealedPost = async (length: number, configuration = keys.published) => {
  const body = crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536)));
  const whole = new Uint8Array(length);
  whole.set(body.subarray(0, length));
  const { sealed } = await sealRequest(post(whole), readKeyConfigurations(configuration)!);
  return { body: whole, sealed };
};

test("what the client seals arrives whole, in one of nine lengths, and every answer is as long", async () => {
  for (const length of [0, 1, 800, 1000, 5000, 100_000, 261_000]) {
    const { body, sealed } = await sealedPost(length);
    expect(sealedSizes).toContain(sealed!.bytes.length);
    const opened = openRequest(sealed!.bytes, keys);
    const request = decodeRequest(opened.message);
    expect(request).toMatchObject({ path: "/v1/shipments", authorization: "PrivateToken token=x" });
    expect(Buffer.from(request.content)).toEqual(Buffer.from(body));
    for (const text of ["", "a longer answer than that"]) {
      const answer = sealAnswer(
        opened.answerKeys(),
        encodeAnswer(409, { "content-type": "application/json" }, Buffer.from(text)),
      );
      expect(answer.length).toBe(16 + answerSize + 16);
      const read = await sealed!.openAnswer(new Uint8Array(answer));
      expect([read.status, await read.text()]).toEqual([409, text]);
    }
  }
  expect((await sealedPost(262_100)).sealed).toBeNull();
});

test("no two sealings of the same bytes are alike, and only the sender opens the answer", async () => {
  const [first, second] = [await sealedPost(10), await sealedPost(10)];
  expect(Buffer.from(first.sealed!.bytes)).not.toEqual(Buffer.from(second.sealed!.bytes));
  const answer = sealAnswer(
    openRequest(first.sealed!.bytes, keys).answerKeys(),
    encodeAnswer(200, {}, Buffer.alloc(0)),
  );
  await expect(second.sealed!.openAnswer(new Uint8Array(answer))).rejects.toThrow();
});

test("another suite, another key, cut or changed bytes are told apart and not opened", async () => {
  const reasonOf = (bytes: Uint8Array) => {
    try {
      openRequest(bytes, keys);
      return "opened";
    } catch (cause) {
      return (cause as SealError).reason;
    }
  };
  const { sealed } = await sealedPost(10);
  const other = gatewayKeysOf([{ id: 8, secret: vector.skR }]);
  expect(reasonOf((await sealedPost(10, other.published)).sealed!.bytes)).toBe("unknown-key");
  for (const length of [0, 1, 6, 38, 39, 54, 1023]) {
    expect(reasonOf(sealed!.bytes.subarray(0, length))).toBe("not-sealed");
  }
  for (const at of [1, 2, 4, 6, 7, 38, 39, 500, 1023]) {
    const changed = Uint8Array.from(sealed!.bytes);
    changed[at]! ^= 1;
    expect(reasonOf(changed)).toBe("not-sealed");
  }
});

test("a stored shipment's seal and the wire's are the same HPKE as the library's", async () => {
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });
  const key = readKeyConfigurations(keys.published)!;
  const { sealed } = await sealedPost(10);
  const recipientKey = await suite.kem.deserializePrivateKey(new Uint8Array(vector.skR));
  const info = Buffer.concat([Buffer.from("message/bhttp request\0"), key.header]);
  const enc = sealed!.bytes.slice(7, 39);
  const plain = await suite.open({ recipientKey, enc, info }, sealed!.bytes.slice(39));
  expect(Buffer.from(plain)).toEqual(Buffer.from(openRequest(sealed!.bytes, keys).message));
});
