// What is answered to a sealed request, whichever server it came through.
import { requestType, responseType, sealedSizes } from "../schemas/sealing.ts";
import type { Inside } from "./inside.ts";
import { RefusalError } from "./refusal.ts";
import { openRequest, SealError } from "./sealing/gateway.ts";
import type { GatewayKeys } from "./sealing/gateway-keys.ts";

export interface SealedAnswer {
  status: number;
  type: string;
  body: Uint8Array<ArrayBuffer>;
}

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

/** Opens, asks inside, seals the answer. */
export const answerSealed =
  (keys: GatewayKeys, inside: Inside): AnswerSealed =>
  async (type, sealed) => {
    // A length of its own would tell one sender from another.
    if (type !== requestType || !sealedSizes.includes(sealed.length)) throw new RefusalError("not-sealed");
    try {
      const { message, answer } = openRequest(sealed, keys);
      return { status: 200, type: responseType, body: Buffer.from(answer(await inside(message))) };
    } catch (cause) {
      if (!(cause instanceof SealError)) throw cause;
      if (cause.reason === "not-sealed") throw new RefusalError("not-sealed", cause);
      return unknownKey;
    }
  };
