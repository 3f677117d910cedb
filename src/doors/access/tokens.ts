/** Tokens of an organisation's identity provider (OpenID Connect): who they are of, and what they may do, by the provider's signature and no table of ours. */
import { readFileSync } from "node:fs";
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { scopes as known, viewerOf, type Scope, type Viewer } from "../../domain/viewer.ts";
import { Busy, ExpectedError, Unauthenticated } from "../../errors.ts";

export type TokenOptions = {
  /** Where the provider's public keys are: an address, or a file. */
  readonly jwks: string;
  readonly issuer: string;
  readonly audience: string;
  /** Which claim says what the holder may do; dots lead into objects. */
  readonly scopesClaim: string;
};

export class JwksUnusable extends ExpectedError {
  override name = "JwksUnusable";
  readonly code = "JWKS_UNUSABLE";
}

// Asymmetric ones alone: with HS256 a public key would pass for a secret.
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];
const toleranceSeconds = 30;
const maxLength = 8192;
const maxSubject = 200;
const refusal = "The token is not one that this hub accepts, or it has expired.";

/** Whether a text has the form of a signed token: no key of ours has. */
export const isToken = (secret: string): boolean => /^eyJ[\w-]*\.[\w-]*\.[\w-]*$/.test(secret);

/**
 * A function that gives the viewer of a token.
 * @throws JwksUnusable at once, when the keys are in a file that cannot be used
 */
export function createTokenReader({ jwks, issuer, audience, scopesClaim }: TokenOptions): (token: string) => Promise<Viewer> {
  const keys = keysAt(jwks);
  return async (token) => {
    if (token.length > maxLength) throw new Unauthenticated(refusal, "token");
    const payload = await verify(token, keys, { issuer, audience });
    const { sub, exp } = payload;
    // What names a person in the trail is one line that can be read.
    if (sub === undefined || sub.length > maxSubject || !/^[^\p{C}]+$/u.test(sub)) throw new Unauthenticated(refusal, "token");
    return viewerOf(`token:${sub}`, scopesIn(payload, scopesClaim), new Date((exp! + toleranceSeconds) * 1000));
  };
}

/** The scopes of a claim, a list or words of a text; `paradero:editor` is EDITOR too. What the hub does not know is somebody else's. */
export function scopesIn(payload: JWTPayload, claim: string): Scope[] {
  const path = claim in payload ? [claim] : claim.split(".");
  const value = path.reduce<unknown>((part, name) => (isObject(part) && Object.hasOwn(part, name) ? part[name] : undefined), payload);
  const words = Array.isArray(value) ? value.filter((word) => typeof word === "string") : typeof value === "string" ? value.split(" ") : [];
  const said = new Set(words.map((word) => word.replace(/^paradero:/i, "").toUpperCase()));
  return known.filter((scope) => said.has(scope));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

async function verify(token: string, keys: JWTVerifyGetKey, expected: { issuer: string; audience: string }): Promise<JWTPayload> {
  try {
    const rules = { ...expected, algorithms, clockTolerance: toleranceSeconds, requiredClaims: ["exp", "sub", "iss", "aud"] };
    return (await jwtVerify(token, keys, rules)).payload;
  } catch (error) {
    if (isRefusal(error)) throw new Unauthenticated(refusal, "token");
    throw new Busy("The keys of the identity provider cannot be read. Try again, or use a key of the hub.", retrySeconds);
  }
}

const retrySeconds = 30;
// Of a token; anything else that goes wrong is about reaching the provider.
const refusals = [
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];
const isRefusal = (error: unknown) => refusals.some((kind) => error instanceof kind);

function keysAt(place: string): JWTVerifyGetKey {
  if (/^https?:\/\//.test(place)) return createRemoteJWKSet(new URL(place), { timeoutDuration: 5000, cooldownDuration: 30_000 });
  try {
    const set = JSON.parse(readFileSync(place, "utf8")) as JSONWebKeySet;
    if (!set.keys.some(({ kty }) => kty !== "oct")) throw new Error("it has no public key");
    return createLocalJWKSet(set);
  } catch (cause) {
    throw new JwksUnusable(`JWT_JWKS: expected a file with a JSON Web Key Set, got ${place}: ${(cause as Error).message}`, { cause });
  }
}
