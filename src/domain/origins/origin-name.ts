/**
 * What outsiders are told of an origin: a keyed hash. An origin may be the id of a hidden source, which follows from its slug, or the name of a hidden group, so that whoever guesses one could
 * prove the guess. Under the hub's secret nobody can, and equal origins still have equal names. Another hub, and other uses of the secret, give other names.
 */
import { createHmac, hkdfSync } from "node:crypto";

export type Keyed = { readonly epoch: string; readonly secret: Uint8Array };

const keys = new WeakMap<Keyed, Uint8Array>();

function keyOf(hub: Keyed): Uint8Array {
  const key = keys.get(hub) ?? new Uint8Array(hkdfSync("sha256", hub.secret, hub.epoch, "paradero origins", 32));
  keys.set(hub, key);
  return key;
}

/** The name of an origin for everybody: equal for equal origins, and nothing can be reckoned from it or to it without the hub's secret. */
export function nameOfOrigin(hub: Keyed, origin: string): string {
  return createHmac("sha256", keyOf(hub)).update(origin).digest("base64url").slice(0, 22);
}
