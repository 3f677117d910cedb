/** The texts of answers that anybody may have, kept for as long as they are the answer, and bounded by the memory that they hold. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { LRUCache } from "lru-cache";

/** The version of what is the answer in every state of the hub: nothing was read for it. */
export const always = "always";

/** What was asked, to the letter, and of which state of the hub the answer is. */
export type Question = { readonly asked: string; readonly version: string };

export type KeptAnswer = {
  readonly version: string;
  /** The minute in which it is the answer; null when it does not hang on the present. */
  readonly minute: number | null;
  /** The JSON of `data`, and that of each entry of `extensions`. */
  readonly data: string;
  readonly extensions: readonly string[];
  /** Asked as of moments that have passed, it stays what it is. */
  readonly lasting: boolean;
  /** The beginning of the text, deflated, once somebody has asked for it so. */
  deflated?: Promise<Deflated>;
};

/** Of which version an answer will be, once that is known. */
type UnderWay = { readonly value: string | null | undefined };
type Deflated = { readonly bytes: Buffer; readonly crc: number; /** Before it was deflated. */ readonly length: number };

// A character takes up to two; deflated it is at most half of that again.
const bytesOf = ({ data }: KeptAnswer, asked: string) => 500 + 2 * asked.length + Math.ceil(2.5 * data.length);
export const thisMinute = () => Math.floor(Date.now() / 60_000);

export class KeptAnswers {
  private readonly kept: LRUCache<string, KeptAnswer> | null;
  private readonly underWay = new Map<string, { readonly version: UnderWay; readonly answer: Promise<KeptAnswer | null> }>();
  private readonly build: string;

  /** `megabytes` is the most that is held; 0 keeps nothing. `build` tells hubs apart that may answer differently. */
  constructor(megabytes: number, build: string) {
    const maxSize = megabytes * 1_000_000;
    this.kept = megabytes === 0 ? null : new LRUCache({ maxSize, maxEntrySize: maxSize / 4, sizeCalculation: bytesOf });
    this.build = build;
  }

  /** Whether there is anything that may be the answer: of which version it has to be is worth asking. */
  has(asked: string): boolean {
    return this.underWay.has(asked) || this.kept?.has(asked) === true;
  }

  isOfAllVersions(asked: string): boolean {
    return this.kept?.peek(asked)?.version === always;
  }

  find({ asked, version }: Question): KeptAnswer | undefined {
    const answer = this.kept?.get(asked);
    return answer?.version === version && (answer.minute === null || answer.minute === thisMinute()) ? answer : undefined;
  }

  /** The answer that somebody else is waiting for already; null when it turned out to be theirs alone, or of another version. */
  async joined({ asked, version }: Question): Promise<KeptAnswer | null> {
    const other = this.underWay.get(asked);
    if (other === undefined || (other.version.value ?? version) !== version) return null;
    const answer = await other.answer;
    return answer?.version === version ? answer : null;
  }

  /** Whoever asks the same before this is over may wait for it. */
  lead(asked: string, version: UnderWay): (answer: KeptAnswer | null) => void {
    const { promise: answer, resolve } = Promise.withResolvers<KeptAnswer | null>();
    const entry = { version, answer };
    this.underWay.set(asked, entry);
    return (result) => {
      if (this.underWay.get(asked) === entry) this.underWay.delete(asked);
      if (result !== null) this.kept?.set(asked, result);
      resolve(result);
    };
  }

  /** The tags under which a client may hold what is the answer now. */
  tags(question: Question): readonly string[] {
    return [this.tag(question, null), this.tag(question, thisMinute())];
  }

  tag({ asked, version }: Question, minute: number | null): string {
    const parts = JSON.stringify([this.build, version, minute, asked]);
    return `W/"${createHash("sha256").update(parts).digest("base64url").slice(0, 22)}"`;
  }
}

const deflate = promisify(deflateRaw);
const opening = '{"data":';
// The header of RFC 1952: deflated, no name, no time.
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** The text of an answer; `cost` is the JSON of what it cost whoever asks, for each their own. */
export function textOf({ data, extensions }: KeptAnswer, cost: string): string {
  return opening + data + ending(extensions, cost);
}

/** The same, compressed with gzip: what is the same for all is deflated once, and the rest put behind it as it is. */
export async function gzipOf(answer: KeptAnswer, cost: string): Promise<Buffer> {
  const { bytes, crc, length } = await (answer.deflated ??= deflated(answer.data));
  const rest = Buffer.from(ending(answer.extensions, cost));
  const foot = Buffer.alloc(8);
  foot.writeUInt32LE(crc32(rest, crc), 0);
  foot.writeUInt32LE((length + rest.length) % 2 ** 32, 4);
  return Buffer.concat([gzipHead, bytes, await deflate(rest), foot]);
}

async function deflated(data: string): Promise<Deflated> {
  const whole = Buffer.from(opening + data);
  // Flushed to a whole byte and not ended, so that more can follow.
  return { bytes: await deflate(whole, { finishFlush: constants.Z_SYNC_FLUSH }), crc: crc32(whole), length: whole.length };
}

const ending = (extensions: readonly string[], cost: string) => `,"extensions":{${[`"cost":${cost}`, ...extensions].join(",")}}}`;
