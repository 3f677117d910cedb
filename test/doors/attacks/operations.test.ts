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
    expect(told.answer.data ?? null).toBeNull();
    expect((await transports.post(hub, { query: "{ __typename }" })).code).toBe("ok");
  });

  test.each(innocents)("$what is no attack", async ({ request }) => {
    expect((await transports[name](hub, request)).code).toBe("ok");
  });
});
