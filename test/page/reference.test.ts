/** `/schema` and `/schema.graphql`. */
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, parse, validate } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toSchema } from "../../src/graph/index.ts";
import { printSdl } from "../../src/graph/sdl.ts";
import { exampleOf } from "../../src/page/reference/example.ts";
import { startHub, type Hub } from "../kit/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const open = async (path: string, headers: Record<string, string> = {}, from = hub) => {
  const response = await fetch(new URL(path, from.url), { headers: { accept: "text/html", "accept-language": "en", ...headers } });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const schema = toSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

test("every type of the schema has its section, every field and value its line, and what is deprecated says what to use", async () => {
  const { text } = await open("/schema");
  for (const type of types) {
    const section = text.slice(text.indexOf(`<section id="${type.name}">`)).split("</section>")[0]!;
    expect([type.name, section.startsWith(`<section id="${type.name}">`)]).toEqual([type.name, true]);
    const members = isEnumType(type)
      ? type.getValues()
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields())
        : [];
    for (const member of members) {
      expect(section).toContain(member.name);
      if (member.deprecationReason) expect(section).toContain(member.deprecationReason);
      for (const { name } of "args" in member ? member.args : []) expect(section).toContain(`>${name}: `);
    }
  }
  expect(text).not.toMatch(/undefined|\[object/);
});

test("every link within it leads to something on it", async () => {
  const { text } = await open("/schema");
  const ids = new Set(Array.from(text.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
  for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) expect(ids.has(id)).toBe(true);
});

test.each(["query", "mutation", "subscription"] as const)(
  "each field of the root has an example that the schema takes: %s",
  (operation) => {
    const root = schema.getRootType(operation)!;
    for (const field of Object.values(root.getFields())) {
      const example = exampleOf(operation, field as never);
      expect([example, validate(schema, parse(example))]).toEqual([example, []]);
    }
  },
);

test("the text is that of the schema, and what one has is not sent again", async () => {
  const { text, headers } = await open("/schema.graphql");
  expect(text).toBe(printSdl(schema));
  for (const path of ["/schema", "/schema.graphql"]) {
    const first = await open(path);
    expect((await open(path, { "if-none-match": first.headers.get("etag")! })).status).toBe(304);
  }
  expect(headers.get("content-type")).toContain("text/plain");
});

test("it needs no script, asks nobody else, and is in two languages around the schema", async () => {
  const { text, headers } = await open("/schema", { "accept-language": "es" });
  expect(text).toContain("Lo que se puede preguntar");
  expect(text).not.toMatch(/<script|(?:src|href)="(?:https?:)?\/\/(?!127)| style="/);
  expect(headers.get("content-security-policy")).not.toMatch(/unsafe|script-src/);
});

test("where the schema cannot be asked for, it cannot be read here either", async () => {
  await using closed = await startHub("empty", { limits: { introspection: false } });
  for (const path of ["/schema", "/schema.graphql"]) expect((await open(path, {}, closed)).status).toBe(404);
});
