/** What the explorer gives a browser: its files, its tabs, and what they are answered. */
import { request } from "node:http";
import { getOperationAST, parse, print, separateOperations } from "graphql";
import { expect } from "vitest";
import type { Hub } from "../kit/hub.ts";

export type Loaded = { readonly status: number; readonly headers: Record<string, string | undefined>; readonly body: Buffer };
/** Node's fetch would take the compression off. */
export function load(from: Hub, path: string, headers: Record<string, string> = {}): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const asking = request(new URL(path, from.url), { headers: { accept: "text/html", ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: response.headers as Loaded["headers"], body: Buffer.concat(parts) }),
      );
    });
    asking.on("error", reject).end();
  });
}

export const explorerOf = async (from: Hub) => (await load(from, "/graphql")).body.toString();
/** What the page gives to its script. */
export const givenIn = (text: string) => JSON.parse(/<script type="application\/json" id="explorer">([^<]*)/.exec(text)![1]!);
export const filesOf = (text: string): string[] => {
  const { schema, workers } = givenIn(text);
  return [
    ...Array.from(text.matchAll(/(?:src|href)="(\/explorer\/[^"]+)"/g), ([, path]) => path!),
    ...Object.values<string>(workers),
    schema,
  ];
};

/** Asks the operations that stand in every tab, each for itself, without a key; subscriptions apart. */
export async function answersOf(from: Hub) {
  const answers = new Map<string, Record<string, any>>();
  for (const { query, variables } of givenIn(await explorerOf(from)).tabs) {
    for (const [name, operation] of Object.entries(separateOperations(parse(query)))) {
      if (getOperationAST(operation)!.operation === "subscription") continue;
      const { data, errors } = await from.send(print(operation), JSON.parse(variables ?? "{}"), null);
      expect([name, errors]).toEqual([name, undefined]);
      answers.set(name, data);
    }
  }
  return answers;
}
