/** Operations that are known in advance: those of schema/operations, and those in a directory of the operator's. A client names one by the SHA-256 of its text, on every transport. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PersistedQueryNotSupported } from "../../errors.ts";

const tourDirectory = join(import.meta.dirname, "../../../schema/operations");

const readLive = () => readFileSync(join(tourDirectory, "page/live.graphql"), "utf8");
/** The id of the subscription that an open page follows. What else the page asks, it asks from inside. */
export const liveDocumentId = (): string => idOf(readLive());

/** The texts of schema/operations, in the order of their file names. */
export function readTour(): string[] {
  return filesIn(tourDirectory, ".graphql").map((file) => readFileSync(file, "utf8"));
}

/** What a client may send instead of a text: `documentId`, or the `extensions.persistedQuery` of Automatic Persisted Queries. */
export type Params = {
  readonly query?: string | null | undefined;
  readonly documentId?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
};

export type Documents = {
  /** The text of an operation that is named by its id; that which was sent otherwise. @throws PersistedQueryNotSupported when none has the id */
  textOf(params: Params): string | null | undefined;
  isKnown(text: string): boolean;
};

/** `directory` holds .graphql files, each one document, and .json files as client compilers write them: objects of SHA-256 → text. */
export function readDocuments(directory?: string): Documents {
  const texts = new Map<string, string>();
  const add = (text: string) => void texts.set(idOf(text), text);
  for (const text of [...readTour(), readLive()]) add(text);
  for (const file of directory === undefined ? [] : filesIn(directory, ".graphql")) add(readFileSync(file, "utf8"));
  for (const file of directory === undefined ? [] : filesIn(directory, ".json")) {
    for (const [id, text] of Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>)) {
      if (plain(id) !== idOf(text))
        throw new Error(`${file}: expected each key to be the SHA-256 of its text, in hexadecimal; ${id} is not.`);
      add(text);
    }
  }
  const known = new Set(texts.values());
  return {
    textOf({ query, documentId, extensions }) {
      if (query != null && query !== "") return query;
      const hash = (extensions?.["persistedQuery"] as { sha256Hash?: unknown } | undefined)?.sha256Hash;
      const id = documentId ?? hash;
      if (id == null) return query;
      const text = typeof id === "string" ? texts.get(plain(id)) : undefined;
      if (text === undefined) throw new PersistedQueryNotSupported();
      return text;
    },
    isKnown: (text) => known.has(text),
  };
}

const idOf = (text: string) => createHash("sha256").update(text).digest("hex");
const plain = (id: string) => id.replace(/^sha256:/, "").toLowerCase();
const filesIn = (directory: string, ending: string) =>
  readdirSync(directory)
    .filter((file) => file.endsWith(ending))
    .toSorted()
    .map((file) => join(directory, file));
