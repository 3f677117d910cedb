/** A value that is none of its type is told with what to write instead, in a literal as in a variable. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(() => hub[Symbol.asyncDispose]());

const instant = 'Expected an instant such as "2026-01-12T00:00:00-04:00" or "2026-01-12T04:00:00Z", got ';
const country = 'Expected an ISO 3166-1 alpha-2 country code in quotes, such as "VE", got ';
test.each([
  ["{ releases(filter: { since: GIVEN }) { totalCount } }", "DateTime", '"2026-01-12"', instant],
  ["{ releases(filter: { since: GIVEN }) { totalCount } }", "DateTime", '"yesterday"', instant],
  ["{ facilities(filter: { country: GIVEN }) { totalCount } }", "CountryCode!", "VE", country],
  ["{ facilities(filter: { country: GIVEN }) { totalCount } }", "CountryCode!", '"Venezuela"', country],
] as const)("%s by %s: %s", async (query, type, given, expected) => {
  const { errors } = await hub.send(query.replace("GIVEN", given));
  expect(errors![0]!.message).toContain(`${expected}${given}.`);
  if (!given.startsWith('"')) return;
  const sent = await hub.send(
    `query($given: ${type}) ${query.replace("GIVEN", "$given").replace("country: $given", "country: [$given]")}`,
    {
      given: JSON.parse(given) as unknown,
    },
  );
  expect(sent.errors![0]!.message).toContain(`${expected}${given}.`);
});
