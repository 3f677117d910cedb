/** docs/errors.md, from the classes of src/errors.ts: each code, when it comes, what to do. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const source = join(import.meta.dirname, "../errors.ts");

// What a request is told before any class of ours is reached: GraphQL itself, and the transport.
const ofTheRequest: readonly (readonly [string, string, string])[] = [
  ["BAD_REQUEST", "A parameter of the address is not what it has to be, or the Host header names nobody.", "Mend the request."],
  ["BAD_USER_INPUT", "A variable or argument is not of its type.", "Compare it with the schema."],
  ["GRAPHQL_PARSE_FAILED", "The operation is not GraphQL.", "The message says where it breaks off."],
  ["GRAPHQL_VALIDATION_FAILED", "The operation does not fit the schema.", "The message says which field or type."],
  ["INTERNAL", "A fault of ours. The message is a reference that stands in the log beside the whole story.", "Report the reference."],
  ["NOT_ACCEPTABLE", "An export in a format that it does not have.", "Ask `GET /export` for the formats."],
  ["REQUEST_TOO_LARGE", "The body of the request is too long.", "Send less at once."],
  ["UNSUPPORTED_MEDIA_TYPE", "The body is not `application/json`.", "Send it as JSON."],
];

/** The reference of error codes as Markdown. @throws when a class lacks its words */
export async function errorReference(): Promise<string> {
  const text = await readFile(source, "utf8");
  const classes = [...text.matchAll(/\/\*\* ((?:(?!\*\/)[^])*?) \*\/\nexport class (\w+) extends ExpectedError \{([^]*?)\n\}/g)];
  const named = [...text.matchAll(/^export class (\w+) extends ExpectedError/gm)].map((match) => match[1]!);
  const rows = classes.flatMap(([, words = "", name = "", body = ""]) => {
    const [when, todo] = words.split(" To do: ");
    if (todo === undefined) throw new Error(`src/errors.ts: ${name} lacks "To do: …" in its comment`);
    const codes = /readonly code(?:: | = )([^;]+);/.exec(body)?.[1]?.match(/[A-Z_]{3,}/g) ?? [];
    return codes.map((code) => [code, when!, todo] as const);
  });
  const lacking = named.filter((name) => !classes.some((match) => match[2] === name));
  if (lacking.length > 0) throw new Error(`src/errors.ts: ${lacking.join(", ")} lack a comment`);
  const lines = [...rows, ...ofTheRequest]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, when, todo]) => `| \`${code}\` | ${when} | ${todo} |`);
  return `# Error codes

\`extensions.code\` of an error, or \`code\` of a failure in a mutation's result. Codes are stable;
messages are for people and say what was expected, what came and what to do. (Written by
\`npm run paradero -- schema print\` from src/errors.ts.)

| code | it comes when | what to do |
|---|---|---|
${lines.join("\n")}
`;
}
