import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { attacks, innocents } from "./operations.ts";
import { transportNames, transports } from "./transports.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(async () => hub[Symbol.asyncDispose]());

describe.each(transportNames)("over %s", (name) => {
  test.each(attacks)("$what: $code", async ({ request, code, tooLongForGet }) => {
    const told = await transports[name](hub, request);
    if (name === "get" && tooLongForGet) expect(told.status).toBe(431);
    else expect(told.code).toMatch(new RegExp(`^(?:${code})$`));
    // What fails, fails alone: its field is null, and over HTTP such an answer is 200 with the code in its errors.
    expect(Object.values(told.answer.data ?? {}).filter((part) => part !== null)).toEqual([]);
    if (told.answer.data && name !== "ws") expect(told.status).toBe(200);
    expect((await transports.post(hub, { query: "{ __typename }" })).code).toBe("ok");
  });

  test.each(innocents)("$what is no attack", async ({ request }) => {
    expect((await transports[name](hub, request)).code).toBe("ok");
  });
});
