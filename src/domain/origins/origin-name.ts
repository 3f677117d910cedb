/**
 * What outsiders are told of an origin: a keyed hash. An origin may be the id of a hidden source, which follows from its slug, or the name of a hidden group, so that whoever guesses one could
 * prove the guess. Under the hub's secret nobody can, and equal origins still have equal names. Another hub, and other uses of the secret, give other names.
 */
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";

export type Keyed = { readonly epoch: string; readonly secret: Uint8Array };

type Naming = { readonly key: KeyObject; readonly names: Map<string, string> };

const namings = new WeakMap<Keyed, Naming>();
// An export tells few origins many thousand times.
const mostNames = 5000;

function namingOf(hub: Keyed): Naming {
  const known = namings.get(hub);
  if (known !== undefined) return known;
  const key = createSecretKey(new Uint8Array(hkdfSync("sha256", hub.secret, hub.epoch, "paradero origins", 32)));
  const naming = { key, names: new Map<string, string>() };
  namings.set(hub, naming);
  return naming;
}

/** The name of an origin for everybody: equal for equal origins, and nothing can be reckoned from it or to it without the hub's secret. */
export function nameOfOrigin(hub: Keyed, origin: string): string {
  const { key, names } = namingOf(hub);
  const known = names.get(origin);
  if (known !== undefined) return known;
  const name = createHmac("sha256", key).update(origin).digest("base64url").slice(0, 22);
  if (names.size === mostNames) names.clear();
  names.set(origin, name);
  return name;
}
