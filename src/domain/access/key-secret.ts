/** What a key is made of. It carries 256 random bits, so that a plain hash is enough to keep of it. */
import { createHash, randomBytes } from "node:crypto";

export const newSecret = () => `prd_${randomBytes(32).toString("base64url")}`;
export const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** Whether it is what stands in the place of a key in an example: dots, a word in brackets, "your key". No key of ours is such a text. */
export const isPlaceholder = (secret: string): boolean =>
  /[^\x21-\x7e]/.test(secret) ||
  (secret.length < 40 &&
    /^(?:prd_)?(?:[.x*]+|<.*>|\[.*\]|\$?\{.*\}|\$\w+|.*(?:your|my)[-_]?(?:api[-_]?)?key.*|(?:api[-_]?)?key)$/i.test(secret));
