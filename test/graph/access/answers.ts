/** Reads answers to generated questions. */
import type { Answer } from "../../kit/send.ts";
import type { Records } from "./records.ts";
import { edgeOf, fieldOf, nounOf, type Question } from "./schema-walk.ts";

/** An answer with its errors by their places: fields that fail beside one another say so in the order of chance. */
export function inOrder(answer: Answer): Answer {
  const place = ({ path }: { readonly path?: unknown }) => JSON.stringify(path ?? []);
  return answer.errors === undefined
    ? answer
    : { ...answer, errors: answer.errors.toSorted((one, other) => (place(one) < place(other) ? -1 : place(one) > place(other) ? 1 : 0)) };
}

/** An answer as text, with what was asked about taken out of it, so that two answers can be compared. Cursors are sealed with what was asked, and are others whatever was found. */
export function tellsOf(answer: Answer, { ids, slugs, words }: Records): string {
  const { data, errors } = inOrder(answer);
  const asked = [
    ...Object.values(ids).flat(),
    ...Object.values(ids)
      .flat()
      .map((id) => Buffer.from(id, "base64").toString().split(":")[1]!),
    ...Object.values(slugs),
    words,
  ];
  return asked.reduce(
    (text, name) => text.replaceAll(name, "…"),
    JSON.stringify([data, errors?.map(({ message, path, extensions }) => [message, path, extensions])]).replaceAll(
      /"((?:start|end)?[cC]ursor(?:__\w+)?)":"[^"]*"/g,
      '"$1":"…"',
    ),
  );
}

/** The edges on which an answer shows something hidden. */
export function edgesTo({ owner }: Question, { data }: Answer, hidden: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const walk = (value: unknown, edge: string | null): void => {
    if (Array.isArray(value)) for (const part of value) walk(part, edge);
    else if (value !== null && typeof value === "object") {
      const { __typename: type, id } = Object.fromEntries(Object.entries(value).map(([key, part]) => [fieldOf(key), part])) as {
        __typename?: string;
        id?: string;
      };
      if (edge !== null && id !== undefined && hidden.has(id)) found.add(`${edge} → ${nounOf(type!)}`);
      // A page is part of the edge that leads to it.
      for (const [key, part] of Object.entries(value))
        walk(part, /(Connection|Edge)$/.test(type ?? "") ? edge : edgeOf(type!, fieldOf(key)));
    }
  };
  if (owner === "Query") for (const [key, value] of Object.entries(data ?? {})) walk(value, `Query.${fieldOf(key)}`);
  else for (const node of (data?.["nodes"] ?? []) as unknown[]) walk(node, null);
  return [...found];
}

/** Answers as text, without what two hubs tell differently of one world: verifications and feed events have ids of chance, and with them the cursors; ages and budgets are told from now. */
export function plainText(answers: string): string {
  return answers
    .replaceAll(/"(id|eventId|cursor|startCursor|endCursor|reference)(__\w+)?":"[^"]*"/g, (text, key: string) => {
      const id = text.split('"')[3]!;
      return key === "id" && !Buffer.from(id, "base64").toString().startsWith("Verification:") ? text : `"${key}":"…"`;
    })
    .replaceAll(/,"extensions":\{"cost":\{[^}]*\}\}/g, "")
    .replaceAll(/"(ageHours|knownAt|recordedUpTo|asOf|at|resetAt)(__\w+)?":("[^"]*"|[\d.]+)/g, '"$1":"…"');
}
