// What is answered to a sealed request, whichever server it came through.
import { requestType, responseType, sealedSizes } from "../schemas/sealing.ts";
import type { Inside } from "./inside.ts";
import type { ReadSealed } from "./reading/read-sealed.ts";
import { RefusalError } from "./refusal.ts";
import { sealAnswer } from "./sealing/gateway.ts";

export interface SealedAnswer {
  status: number;
  type: string;
  body: Uint8Array<ArrayBuffer>;
}

/** Reads a sealed request now or later. */
export type ReadLater = (sealed: Uint8Array) => ReadSealed | Promise<ReadSealed>;

/** Answers the body of a request, or throws a RefusalError. */
export type AnswerSealed = (type: string | undefined, sealed: Uint8Array) => Promise<SealedAnswer>;

const unknownKey: SealedAnswer = {
  status: 400,
  type: "application/problem+json",
  body: Buffer.from(
    JSON.stringify({
      type: "https://iana.org/assignments/http-problem-types#ohttp-key",
      title: "The key is not one of this gateway's; fetch its keys again.",
    }),
  ),
};

/** Opens, asks inside, seals the answer. `read` may take its time: in the server other threads do it. */
export const answerSealed =
  (read: ReadLater, inside: Inside): AnswerSealed =>
  async (type, sealed) => {
    // A length of its own would tell one sender from another.
    if (type !== requestType || !sealedSizes.includes(sealed.length)) throw new RefusalError("not-sealed");
    const found = await read(sealed);
    if ("closed" in found) {
      if (found.closed === "not-sealed") throw new RefusalError("not-sealed");
      return unknownKey;
    }
    const answer = await inside(found.wish);
    return { status: 200, type: responseType, body: Buffer.from(sealAnswer(found.answer, answer)) };
  };
