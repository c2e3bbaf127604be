// Who asks for tokens: the only place where a person is known, and nobody learns what the tokens are used for.
import { createHash, timingSafeEqual } from "node:crypto";
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from "jose";

/** The person's name at the sign-on, or null when the caller is nobody. Throws when that cannot be found out now. */
export type Attester = (authorization: string | undefined) => Promise<string | null>;

const bearerOf = (authorization: string | undefined): string | undefined =>
  /^Bearer ([A-Za-z0-9._~+/-]{1,8000}=*)$/i.exec(authorization ?? "")?.[1];
const digest = (text: string) => createHash("sha256").update(text).digest();

/** For the demonstration: a list of bearers, one a person. */
export function staticAttester(bearers: Readonly<Record<string, string>>): Attester {
  const known = Object.entries(bearers).map(([subject, bearer]) => ({ subject, digest: digest(bearer) }));
  return async (authorization) => {
    const bearer = bearerOf(authorization);
    if (bearer === undefined) return null;
    const asked = digest(bearer);
    return known.find((one) => timingSafeEqual(one.digest, asked))?.subject ?? null;
  };
}

export interface OpenIdConnect {
  /** The company's sign-on, as it names itself in its tokens. */
  issuer: string;
  /** What the tokens must be meant for: this issuer of tokens. */
  audience: string;
  jwks: string;
}

/** Bearer tokens of the company's sign-on, checked against its published keys. */
export function openIdAttester({ issuer, audience, jwks }: OpenIdConnect): Attester {
  const keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(jwks), { timeoutDuration: 5000 });
  const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"];
  return async (authorization) => {
    const bearer = bearerOf(authorization);
    if (bearer === undefined) return null;
    try {
      const options = { issuer, audience, algorithms, requiredClaims: ["sub", "exp"] };
      const { payload } = await jwtVerify(bearer, keys, options);
      return payload.sub ?? null;
    } catch (cause) {
      // Only what the token itself is at fault for is a no; keys that cannot be had are no answer.
      const atFault = [
        errors.JWTInvalid,
        errors.JWSInvalid,
        errors.JWTExpired,
        errors.JWTClaimValidationFailed,
      ];
      const more = [
        errors.JWSSignatureVerificationFailed,
        errors.JWKSNoMatchingKey,
        errors.JOSEAlgNotAllowed,
      ];
      if ([...atFault, ...more].some((kind) => cause instanceof kind)) return null;
      throw cause;
    }
  };
}
