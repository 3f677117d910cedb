/** One answer as text, shared by all subscribers of a group, with its frames, one for each length of operation id. */
const [nextText, beforeId, afterId] = ['{"type":"next","payload":', ',"id":', "}"];
const overhead = nextText.length + beforeId.length + afterId.length;
// The largest payloads of the two shorter forms of a WebSocket header (RFC 6455, 5.2).
const [maxShortest, maxShort] = [125, 65_535];

export class Payload {
  private readonly body: Buffer;
  private readonly cursor: string | null;
  private readonly heads = new Map<number, Buffer>();
  private stream: Buffer | undefined;

  /** `text` is the answer as JSON; `cursor` is what a client sends as `after` to resume after it. */
  constructor(text: string, cursor: string | null) {
    this.body = Buffer.from(text);
    this.cursor = cursor;
  }

  /**
   * A complete WebSocket text frame with a message `next` of graphql-transport-ws for the operation `id`. The id comes last, so that the bytes before it are shared. A server's frames are
   * not masked, and compression is off, so the bytes are the same for every client.
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
  if (length <= maxShortest) return Buffer.from([finalText, length]);
  if (length <= maxShort) return Buffer.from([finalText, 126, length >> 8, length & 0xff]);
  const header = Buffer.alloc(10);
  header.set([finalText, 127]);
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
