/**
 * Feed cursors: a position in the feed of one database, signed, so that a foreign or forged one is detected. The same position has the same cursor in every process. A cursor also holds
 * a mark of its event: after a restore to an older state, another event can get the same number.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { CursorInvalid } from "../../errors.ts";

/** `feed` is the name of the feed whose cursors these are: a cursor of another is none. */
export type Hub = { readonly epoch: string; readonly secret: Uint8Array; readonly feed?: string | null };

/** After the event `seq`; `mark` is that event's (see `markOf`), or empty when the event is not known. */
export type Position = { readonly seq: bigint; readonly mark: string };

const signatureBytes = 12;

/** Distinguishes two events with the same number: 32 of the random bits of the event's id. */
export const markOf = (eventId: string): string => eventId.slice(-8);

/** The opaque cursor of a position. */
export function encodeCursor(hub: Hub, { seq, mark }: Position): string {
  const body = Buffer.from(`${hub.epoch.slice(0, 8)}:${seq}:${mark}`);
  return Buffer.concat([sign(hub, body), body]).toString("base64url");
}

/** @throws CursorInvalid when it is not a cursor of this hub's feed */
export function decodeCursor(hub: Hub, cursor: string): Position {
  const bytes = Buffer.from(cursor, "base64url");
  const [signature, body] = [bytes.subarray(0, signatureBytes), bytes.subarray(signatureBytes)];
  const genuine = body.length > 0 && timingSafeEqual(signature, sign(hub, body)) && bytes.toString("base64url") === cursor;
  if (!genuine)
    throw new CursorInvalid(
      `Expected a cursor that this feed of this hub has given (or none, to begin now), got ${JSON.stringify(cursor.slice(0, 100))}.`,
    );
  const [, seq, mark = ""] = body.toString().split(":");
  return { seq: BigInt(seq!), mark };
}

function sign({ epoch, secret, feed }: Hub, body: Buffer): Buffer {
  return createHmac("sha256", secret)
    .update(epoch)
    .update(feed ?? "")
    .update(body)
    .digest()
    .subarray(0, signatureBytes);
}
