/** One answer as text, made once for all who get it, and the frames around it, made once for each length of id. */
const [nextText, beforeId, afterId] = ['{"type":"next","payload":', ',"id":', "}"];
const overhead = nextText.length + beforeId.length + afterId.length;
// The most that the two shorter forms of a WebSocket header can say (RFC 6455, 5.2).
const [shortest, short] = [125, 65_535];

export class Payload {
  private readonly body: Buffer;
  private readonly cursor: string | null;
  private readonly heads = new Map<number, Buffer>();
  private stream: Buffer | undefined;

  /** `text` is the answer as JSON; `cursor` is what a client gives to go on behind it. */
  constructor(text: string, cursor: string | null) {
    this.body = Buffer.from(text);
    this.cursor = cursor;
  }

  /**
   * A whole WebSocket text frame with a message `next` of graphql-transport-ws for the operation `id`. The id stands last, so that all before it is shared. A server's frames are
   * not masked, and compression is off: the bytes are the same for everybody.
   */
  frame(id: string): Buffer {
    const quoted = JSON.stringify(id);
    const idBytes = Buffer.byteLength(quoted);
    const head = this.heads.get(idBytes) ?? this.headFor(idBytes);
    const frame = Buffer.allocUnsafe(head.length + beforeId.length + idBytes + afterId.length);
    head.copy(frame);
    frame.write(beforeId + quoted + afterId, head.length);
    return frame;
  }

  /** An event `next` of Server-Sent Events, in the distinct-connections mode of GraphQL over SSE, with the cursor as its id. */
  event(): Buffer {
    this.stream ??= Buffer.concat([
      Buffer.from(`event: next\n${this.cursor === null ? "" : `id: ${this.cursor}\n`}data: `),
      this.body,
      Buffer.from("\n\n"),
    ]);
    return this.stream;
  }

  private headFor(idBytes: number): Buffer {
    const head = Buffer.concat([headerOf(this.body.length + overhead + idBytes), Buffer.from(nextText), this.body]);
    this.heads.set(idBytes, head);
    return head;
  }
}

function headerOf(length: number): Buffer {
  const finalText = 0x81;
  if (length <= shortest) return Buffer.from([finalText, length]);
  if (length <= short) return Buffer.from([finalText, 126, length >> 8, length & 0xff]);
  const header = Buffer.alloc(10);
  header.set([finalText, 127]);
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
