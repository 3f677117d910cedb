import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, test } from "vitest";
import { startHub } from "../../kit/hub.ts";

test("there is a line for each request: what was done, and nothing of what was asked, by whom or from where", async () => {
  const lines: Record<string, unknown>[] = [];
  let wake = () => {};
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      wake();
      done();
    },
  });
  await using hub = await startHub("empty", { log: pino({ base: null }, sink) });
  await hub.send("query ($t: String!) { search(text: $t) { score } }", { t: "Somebody Endangered" });
  await fetch(`${hub.url}?query=${encodeURIComponent('{ search(text: "Somebody Endangered") { score } }')}`);
  const requests = () => lines.filter(({ msg }) => msg === "request");
  while (requests().length < 2) await new Promise<void>((resolve) => (wake = resolve));
  for (const line of requests())
    expect(line).toEqual({
      ...{ level: 30, time: expect.any(Number), msg: "request", path: "/graphql", status: 200, complete: true },
      ...{ method: expect.stringMatching(/^(GET|POST)$/), ms: expect.any(Number), bytes: expect.any(Number) },
    });
  expect(Number(requests()[0]!["bytes"])).toBeGreaterThan(100);
  expect(JSON.stringify(lines)).not.toMatch(/Endangered|127\.0\.0\.1|Bearer|prd_/);
});
