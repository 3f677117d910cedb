/** One operation over each transport, told the same way: the code of its first error, or "ok". */
import type { Hub } from "../../kit/hub.ts";
import { socketOf } from "../socket.ts";

export type Request = {
  readonly query?: string;
  readonly variables?: object;
  readonly operationName?: string;
  readonly documentId?: unknown;
  readonly extensions?: object;
};
type Errors = readonly { message: string; extensions?: { code?: string } }[];
type Answer = { data?: object | null; errors?: Errors };
export type Told = { readonly code: string; readonly status: number; readonly answer: Answer };

const told = ({ errors, ...rest }: Answer, status: number): Told => ({
  ...{ status, answer: { ...rest, ...(errors ? { errors } : {}) } },
  code: errors ? (errors[0]?.extensions?.code ?? `no code: ${errors[0]?.message}`) : "ok",
});
const bearer = (key: string | undefined) => (key === undefined ? {} : { authorization: `Bearer ${key}` });

async function read(response: Response): Promise<Told> {
  const text = await response.text();
  const json = /^data: (.*)$/m.exec(text)?.[1] ?? text;
  return json.startsWith("{") ? told(JSON.parse(json) as Answer, response.status) : told({}, response.status);
}

async function post({ url }: Pick<Hub, "url">, request: Request, key?: string): Promise<Told> {
  const headers = { "content-type": "application/json", accept: "application/graphql-response+json", ...bearer(key) };
  return read(await fetch(url, { method: "POST", headers, body: JSON.stringify(request) }));
}

const toSearch = (request: Request) =>
  new URLSearchParams(
    Object.entries(request).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
  ).toString();

async function get({ url }: Pick<Hub, "url">, request: Request, key?: string): Promise<Told> {
  return read(await fetch(`${url}?${toSearch(request)}`, { headers: { accept: "application/graphql-response+json", ...bearer(key) } }));
}

async function sse({ url }: Pick<Hub, "url">, request: Request, key?: string): Promise<Told> {
  const headers = { "content-type": "application/json", accept: "text/event-stream", ...bearer(key) };
  return read(await fetch(url, { method: "POST", headers, body: JSON.stringify(request) }));
}

async function ws(hub: Pick<Hub, "url">, request: Request, key?: string): Promise<Told> {
  const { socket, until, closed } = await socketOf(hub, key);
  socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: request }));
  const [, message] = await until(2);
  socket.terminate();
  const { code } = await closed;
  if (message === undefined) return { code: String(code), status: code, answer: {} };
  return told(message.type === "error" ? { errors: message.payload as Errors } : (message.payload as Answer), 0);
}

export const transports = { post, get, ws, sse } as const;
export const transportNames = Object.keys(transports) as readonly (keyof typeof transports)[];
