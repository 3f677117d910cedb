/**
 * A WebSocket client that does almost nothing, so that the server is measured: it counts frames and answers pings. `ws` itself would spend as much on receiving a message as the
 * server on sending it, and on a machine that both share, any two servers would look alike. (RFC 6455; it trusts its peer.)
 */
import { connect, type Socket } from "node:net";

export type LightSocket = {
  sendText(text: string): void;
  close(): void;
};
export type LightOptions = {
  readonly port: number;
  readonly path: string;
  readonly protocol?: string;
  /** The address of this machine that it comes from: one address has only so many ports. */
  readonly from: string;
  readonly onOpen: () => void;
  /** The bytes are only valid during the call. */
  readonly onText: (payload: Buffer) => void;
  readonly onClose: () => void;
};

const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;
// All sockets of the process read into it, one after the other.
const shared = Buffer.allocUnsafe(256 * 1024);

export function openLight({ port, path, protocol, from, onOpen, onText, onClose }: LightOptions): LightSocket {
  let opened = false;
  let rest: Buffer | undefined;
  const socket: Socket = connect({
    ...{ host: "127.0.0.1", port, localAddress: from, noDelay: true },
    onread: {
      buffer: shared,
      callback(length, buffer) {
        const chunk = (buffer as Buffer).subarray(0, length);
        const bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
        const used = opened ? readFrames(bytes) : readUpgrade(bytes);
        rest = used < bytes.length ? Buffer.from(bytes.subarray(used)) : undefined;
        return true;
      },
    },
  });
  socket.once("connect", () =>
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r\n` +
        `${protocol ? `Sec-WebSocket-Protocol: ${protocol}\r\n` : ""}\r\n`,
    ),
  );
  socket.on("error", () => {}); // "close" follows
  socket.once("close", onClose);

  function readUpgrade(bytes: Buffer): number {
    const end = bytes.indexOf("\r\n\r\n");
    if (end < 0) return 0;
    if (!bytes.toString("latin1", 0, end).startsWith("HTTP/1.1 101")) {
      socket.destroy();
      return bytes.length;
    }
    opened = true;
    onOpen();
    return end + 4 + readFrames(bytes.subarray(end + 4));
  }

  function readFrames(bytes: Buffer): number {
    let at = 0;
    while (bytes.length - at >= 2) {
      const short = bytes[at + 1]! & 0x7f;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (bytes.length - at < header) break;
      const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
      const end = at + header + length;
      if (end > bytes.length) break;
      const opcode = bytes[at]! & 0x0f;
      if (opcode === opcodes.text) onText(bytes.subarray(at + header, end));
      else if (opcode === opcodes.ping) socket.write(frame(opcodes.pong, bytes.subarray(at + header, end)));
      else if (opcode === opcodes.close) socket.destroy();
      at = end;
    }
    return at;
  }

  return {
    sendText: (text) => void socket.write(frame(opcodes.text, Buffer.from(text))),
    close: () => void socket.destroy(),
  };
}

/** A client's frame is masked; a mask of zeros leaves the payload as it is. */
function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 6 : 8);
  header[0] = 0x80 | opcode;
  header[1] = 0x80 | (length < 126 ? length : 126);
  if (length >= 126) header.writeUInt16BE(length, 2);
  return Buffer.concat([header, payload]);
}
