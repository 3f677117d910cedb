/** Bytes of a file to text, piece by piece: UTF-8 or UTF-16 with its byte order mark, as editors and spreadsheets write it, with LF for every end of a line. */
import type { InputIssue } from "../../errors.ts";

const marks = { "utf-16le": [0xff, 0xfe], "utf-16be": [0xfe, 0xff] } as const;

export class NotText extends Error {
  readonly issue: Omit<InputIssue, "path">;
  /** Counted from 1. */
  readonly line: number;
  constructor(line: number, received: string) {
    super(`line ${line}: ${received}`);
    this.line = line;
    this.issue = { expected: "text in UTF-8 (in a spreadsheet: save as “CSV UTF-8”)", received };
  }
}

/** @throws NotText where the bytes are none */
export async function* decodeText(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let [line, held] = [1, ""];
  const read = (chunk?: Uint8Array): string => {
    try {
      return decoder!.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new NotText(
        line + linesBeforeFault(chunk ?? new Uint8Array(), decoder!.encoding),
        `bytes that are not ${decoder!.encoding.toUpperCase()}`,
      );
    }
  };
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    // A CR at the end may be half of a CRLF.
    const text = held + read(chunk);
    held = text.endsWith("\r") ? "\r" : "";
    const piece = text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n");
    line += linesIn(piece);
    yield piece;
  }
  if (decoder !== undefined) yield (held + read()).replace(/\r\n?/g, "\n");
}

function encodingOf([first, second]: Uint8Array): string {
  for (const [encoding, mark] of Object.entries(marks)) if (first === mark[0] && second === mark[1]) return encoding;
  return "utf-8";
}

/** How many lines of the chunk can be read before the one that cannot. */
function linesBeforeFault(chunk: Uint8Array, encoding: string): number {
  if (encoding !== "utf-8") return 0;
  const whole = new TextDecoder("utf-8");
  return linesIn(whole.decode(chunk).split("\uFFFD")[0]!);
}

export const linesIn = (text: string): number => {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
};
