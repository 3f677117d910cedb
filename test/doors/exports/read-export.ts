/** Reads exports as their users do: over HTTP, CSV by a CSV parser. */
import { parse } from "csv-parse/sync";
import type { Hub } from "../../kit/hub.ts";

export type Exported = { status: number; headers: Headers; text: string };

/** GET of a path below `/export`; with the first key unless another (or null, for none) is given. */
export async function readExport(hub: Hub, path: string, key: string | null = hub.key, headers: object = {}): Promise<Exported> {
  const response = await fetch(new URL(`/export${path}`, hub.url), {
    headers: { ...headers, ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

export const csvRows = (text: string): Record<string, string>[] => parse(text, { columns: true });
export const jsonlRows = (text: string): Record<string, any>[] =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
