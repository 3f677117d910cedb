/** Answers in JSON beside the graph's own: what was refused has the shape of its errors. */
import type { ServerResponse } from "node:http";
import type { GraphQLError } from "graphql";

type Http = { readonly headers?: Readonly<Record<string, string>> };
type Shown = { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> };

export function statusOf({ extensions }: GraphQLError): number {
  const { http, code } = extensions as { http?: { status?: number }; code?: string };
  return http?.status ?? (code === "INTERNAL" ? 500 : 400);
}

/** The same shape as the graph's errors. */
export function refuse(response: ServerResponse, status: number, errors: readonly Shown[]): void {
  for (const [name, value] of Object.entries((errors[0]?.extensions["http"] as Http | undefined)?.headers ?? {}))
    response.setHeader(name, value);
  const shown = errors.map(({ message, extensions: { http: _http, ...extensions } }) => ({ message, extensions }));
  answerJson(response, status, { errors: shown });
}

export function answerJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(`${JSON.stringify(body, null, 2)}\n`);
}
