/**
 * Cursors of lists: sealed, so that they tell nothing and cannot be made up.
 *
 * A cursor holds the sort values of a row as a viewer saw it. The row may be hidden, renamed or merged later, and a cursor may be handed on: so its text is encrypted, and padded, so that its length
 * tells no name's length. Only what this hub has issued opens, and only for the list, the order and the arguments that it was issued for: nobody can put a place of their choosing into a list
 * to learn whether something hidden stands there. Whoever holds a cursor learns from it where it stands among the rows that they may see; a page under narrower rights than those of the row that it was made
 * of is therefore refused (src/graph/pages/page.ts).
 *
 * The same place always has the same cursor: the nonce is a keyed hash of all that is sealed, so that no nonce ever serves two texts.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from "node:crypto";
import { CursorInvalid } from "../../errors.ts";
import type { Hub } from "../../feed/follow/cursor.ts";

export type ListCursors = {
  /** The cursor of a place in the list. */
  seal(list: string, place: readonly unknown[]): string;
  /** @throws CursorInvalid when the hub has not issued the cursor for this list */
  open(list: string, cursor: string): readonly unknown[];
};

const algorithm = "aes-256-gcm";
const [keyBytes, nonceBytes, tagBytes, paddedTo] = [32, 12, 16, 32];

const opened = new WeakMap<Hub, ListCursors>();

/** The cursors of a hub. All processes on one database have the same. */
export function listCursorsOf(hub: Hub): ListCursors {
  const cursors = opened.get(hub) ?? createListCursors(hub);
  opened.set(hub, cursors);
  return cursors;
}

function createListCursors({ epoch, secret }: Hub): ListCursors {
  const keys = Buffer.from(hkdfSync("sha256", secret, epoch, "paradero list cursors", 2 * keyBytes));
  const [sealing, naming] = [keys.subarray(0, keyBytes), keys.subarray(keyBytes)];
  const bound = (list: string) => createHash("sha256").update(list).digest();
  return {
    seal(list, place) {
      const [aad, text] = [bound(list), padded(JSON.stringify(place))];
      const nonce = createHmac("sha256", naming).update(aad).update(text).digest().subarray(0, nonceBytes);
      const cipher = createCipheriv(algorithm, sealing, nonce).setAAD(aad);
      return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString("base64url");
    },
    open(list, cursor) {
      try {
        const bytes = Buffer.from(cursor, "base64url");
        // Buffer passes over what is not base64url: one place, one text.
        if (bytes.length <= nonceBytes + tagBytes || bytes.toString("base64url") !== cursor) throw cursorInvalid(cursor);
        const decipher = createDecipheriv(algorithm, sealing, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
        decipher.setAAD(bound(list)).setAuthTag(bytes.subarray(-tagBytes));
        const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
        return JSON.parse(text.toString()) as unknown[];
      } catch (cause) {
        throw cause instanceof CursorInvalid ? cause : cursorInvalid(cursor);
      }
    },
  };
}

// JSON may end in spaces.
function padded(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc((paddedTo - (bytes.length % paddedTo)) % paddedTo, " ")]);
}

/** One failure, and one sentence, whatever is wrong with a cursor: the reason would tell of what it was made for. */
export function cursorInvalid(cursor: string): CursorInvalid {
  return new CursorInvalid(
    `Expected a cursor that this list has given, with the same filter and order and to a viewer with no more rights, got ${JSON.stringify(cursor.slice(0, 100))}. ` +
      "Ask again without a cursor to begin anew.",
  );
}
