/** What a key is made of. It carries 256 random bits, so that a plain hash is enough to keep of it. */
import { createHash, randomBytes } from "node:crypto";

export const newSecret = () => `prd_${randomBytes(32).toString("base64url")}`;
export const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");
