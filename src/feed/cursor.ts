/** Feed cursors: a position in the feed of one database, signed, so that a foreign or made-up one is told apart. The same position has the same cursor everywhere. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { CursorInvalid } from "../errors.ts";

export type Hub = { readonly epoch: string; readonly secret: Uint8Array };

const signatureBytes = 12;

/** The opaque cursor of a position. */
export function encodeCursor(hub: Hub, seq: bigint): string {
  const body = Buffer.from(`${hub.epoch.slice(0, 8)}:${seq}`);
  return Buffer.concat([sign(hub, body), body]).toString("base64url");
}

/** @throws CursorInvalid when it is not a cursor of this hub's feed */
export function decodeCursor(hub: Hub, cursor: string): bigint {
  const bytes = Buffer.from(cursor, "base64url");
  const [signature, body] = [bytes.subarray(0, signatureBytes), bytes.subarray(signatureBytes)];
  const genuine = body.length > 0 && timingSafeEqual(signature, sign(hub, body)) && bytes.toString("base64url") === cursor;
  if (!genuine)
    throw new CursorInvalid(
      `Expected a cursor that this hub's feed has given (or none, to begin now), got ${JSON.stringify(cursor.slice(0, 100))}.`,
    );
  return BigInt(body.toString().split(":")[1]!);
}

function sign({ epoch, secret }: Hub, body: Buffer): Buffer {
  return createHmac("sha256", secret).update(epoch).update(body).digest().subarray(0, signatureBytes);
}
