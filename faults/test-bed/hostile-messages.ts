/** What a client that means harm, or is broken, sends over a WebSocket: messages of the protocol gone wrong, and frames of WebSocket itself. The same random choices give the same ones. */
import type { SeededRandom } from "../../kit/seeded-random.ts";

const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
const oddValues = [
  ...[
    "null",
    "true",
    "0",
    "-0",
    "1e999",
    "[]",
    "{}",
    '""',
    '"\\u0000"',
    '"\\ud800"',
    '{"__proto__":{"type":"ping"}}',
    '{"constructor":{"prototype":1}}',
  ],
  ...[
    nested(50),
    nested(5000),
    `"${"x".repeat(300)}"`,
    `"${"é".repeat(5000)}"`,
    '{"query":"{ __typename }"}',
    '"Bearer none"',
    "9007199254740993",
  ],
];
const wellFormed = [
  '{"type":"connection_init"}',
  '{"type":"connection_init","payload":{"authorization":"Bearer none"}}',
  '{"type":"ping"}',
  '{"type":"ping","payload":{"a":1}}',
  '{"type":"pong"}',
  '{"type":"complete","id":"1"}',
  '{"type":"subscribe","id":"1","payload":{"query":"{ __typename }"}}',
  '{"type":"subscribe","id":"2","payload":{"query":"subscription { releaseFeed { __typename } }"}}',
  '{"type":"subscribe","id":"3","payload":{"query":"query A($n: Int) { releases(first: $n) { edges { node { id } } } }","operationName":"A","variables":{"n":2}}}',
  '{"type":"subscribe","id":"4","payload":{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}}',
  '{"type":"subscribe","id":"5","payload":{"documentId":"none"}}',
  '{"type":"next","id":"1","payload":{"data":{}}}',
  '{"type":"error","id":"1","payload":[{"message":"x"}]}',
];

/** A message of the protocol, mostly with something wrong in it. */
export function hostileMessage(random: SeededRandom): string | Buffer {
  const text = random.oneOf(wellFormed);
  const at = random.between(0, text.length);
  return random.oneOf<() => string | Buffer>([
    () => text,
    // A value in the place of another.
    () => replaceSome(text, /:("[^"]*"|\d+|\{\})/g, random, () => `:${random.oneOf(oddValues)}`),
    // A key in the place of another, or twice.
    () => replaceSome(text, /"(\w+)":/g, random, () => `"${random.oneOf(["type", "id", "payload", "query", "__proto__", "variables"])}":`),
    () => text.slice(0, at),
    () => `${text.slice(0, at)}${random.oneOf(['"', "{", "}", "\\", "\u0000", "\u{10FFFF}", ",", text])}${text.slice(at)}`,
    () => random.oneOf(oddValues),
    () => Buffer.from(Array.from({ length: random.between(0, 200) }, () => random.between(0, 255))),
    () => `${" ".repeat(random.between(0, 20_000))}${text}`,
    () => `{"type":"subscribe","id":"${random.between(0, 9)}","payload":{"query":"{ ${"a ".repeat(random.between(0, 30_000))}}"}}`,
    () => "x".repeat(random.between(0, 1_200_000)),
  ])();
}

/** A frame as RFC 6455 writes it, or not: any opcode, reserved bits, without a mask, with a length that is not its own, cut off. */
export function hostileFrame(random: SeededRandom): Buffer {
  const payload = Buffer.from(hostileMessage(random)).subarray(0, 120);
  const masked = random.between(0, 5) > 0;
  const length = random.between(0, 3) > 0 ? payload.length : random.between(0, 127);
  const head = Buffer.from([
    (random.between(0, 2) > 0 ? 0x80 : random.between(0, 15) << 4) | random.between(0, 15),
    (masked ? 0x80 : 0) | length,
  ]);
  const mask = Buffer.from(masked ? [1, 2, 3, 4] : []);
  const frame = Buffer.concat([head, mask, masked ? payload.map((byte, at) => byte ^ mask[at % 4]!) : payload]);
  return random.between(0, 4) > 0 ? frame : frame.subarray(0, random.between(0, frame.length));
}

function replaceSome(text: string, pattern: RegExp, random: SeededRandom, by: () => string): string {
  return text.replace(pattern, (found) => (random.between(0, 1) === 0 ? found : by()));
}
