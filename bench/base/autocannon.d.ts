/** autocannon comes without types. Only what load.ts uses of it. */
declare module "autocannon" {
  import type { EventEmitter } from "node:events";

  type Request = { body: string };
  type Client = { setRequests(requests: Request[]): void };
  type Result = { errors: number; timeouts: number; mismatches: number; non2xx: number };
  export type Options = {
    url: string;
    method: "POST";
    headers: Record<string, string>;
    connections: number;
    /** Requests of all connections together, in equal shares. */
    amount: number;
    /** Seconds after which a request counts as failed. */
    timeout: number;
    /** How often it looks whether it is done, in milliseconds. */
    sampleInt: number;
    setupClient(client: Client): void;
    verifyBody(body: string): boolean;
  };
  /** Emits `response` (client, status, bytes, milliseconds) for each answer. */
  export type Running = PromiseLike<Result> & EventEmitter & { stop(): void };
  export default function autocannon(options: Options): Running;
}
