// One error type with a status: raised deep, answered once at the top (app.ts; for what came sealed, inside.ts).
import type { Refusal } from "../schemas/shipment.ts";

/** What was wrong, to the status that says so. The sender's own table is lib/shipping/outcome.ts. */
export const statusOf = {
  "not-gzip": 400,
  "not-json": 400,
  "not-a-shipment": 400,
  "not-canonical": 400,
  "not-a-report": 400,
  "not-sealed": 400,
  "not-http": 400,
  "no-token": 401,
  "bad-token": 401,
  "not-found": 404,
  method: 405,
  "other-bytes": 409,
  "token-spent": 409,
  erased: 410,
  "too-large": 413,
  "wrong-week": 422,
  unexpected: 500,
  busy: 503,
  storage: 507,
} as const satisfies Record<Refusal["error"], number>;

/** Nothing of the request was kept; `error` says why. */
export class RefusalError extends Error {
  readonly error: Refusal["error"];

  constructor(error: Refusal["error"], cause?: unknown) {
    super(error, { cause });
    this.name = "RefusalError";
    this.error = error;
  }
}

/** The body of a refusing answer. */
export const refusalOf = (error: Refusal["error"]): Refusal => ({ format: "tooltrail-refusal/1", error });
