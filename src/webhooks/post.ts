/** One POST to an address that somebody else named: never into the hub's own network, never on by a redirect, never longer or larger than a bound. */
import { lookup, type LookupAddress, type LookupOptions } from "node:dns";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { isPublicAddress, targetFault, howToAllow, type OutboundRules } from "./outbound-address.ts";
import { retryAfter } from "./backoff.ts";

/** All addresses of a name. */
export type Resolve = (
  name: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export type Post = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly rules: OutboundRules;
  readonly milliseconds: number;
  readonly signal: AbortSignal;
  readonly resolve?: Resolve;
};
/** What came of it. `failure` is for the owner of the address: it never holds anything that was answered, which could be read from a place that only the hub can see. */
export type Posted =
  | { readonly delivered: true }
  | { readonly delivered: false; readonly failure: string; readonly gone: boolean; readonly wait: number };

const maxAnswerBytes = 16_384;
const gone = 410;

export async function post({ url, headers, body, rules, milliseconds, signal, resolve = lookup }: Post): Promise<Posted> {
  // Node connects to an IP address without a lookup, so it is checked here.
  const fault = targetFault(url, rules);
  if (fault !== null) return failed(`refused before connecting: expected ${fault}`);
  const timeout = AbortSignal.timeout(milliseconds);
  try {
    return await new Promise<Posted>((settle, reject) => {
      const { request } = new URL(url).protocol === "https:" ? https : http;
      const sent = request(url, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body), "user-agent": "Paradero" },
        agent: false, // a new connection, so that the name is resolved and checked again
        lookup: guarded(resolve, rules),
        maxHeaderSize: maxAnswerBytes,
        signal: AbortSignal.any([signal, timeout]),
      });
      let answer: Posted | undefined;
      sent.on("response", (response) => {
        answer = judge(response);
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size > maxAnswerBytes) response.destroy();
        });
        response.on("error", end);
      });
      // If the connection ends after the status, by us or by them, the answer is known all the same.
      const end = (error: Error) => (answer ? settle(answer) : reject(error));
      sent.on("error", end);
      sent.on("close", () => end(new Error("closed without an answer")));
      sent.end(body);
    });
  } catch (error) {
    if (timeout.aborted) return failed(`no answer within ${milliseconds} ms`);
    const { code, message } = error as NodeJS.ErrnoException;
    return failed(error instanceof NotPublic ? message : (code ?? message));
  }
}

const failed = (failure: string): Posted => ({ delivered: false, failure, gone: false, wait: 0 });

function judge({ statusCode = 0, headers }: http.IncomingMessage): Posted {
  if (statusCode >= 200 && statusCode < 300) return { delivered: true };
  const redirected = statusCode >= 300 && statusCode < 400 ? " (redirects are not followed)" : "";
  return {
    delivered: false,
    failure: `answered ${statusCode}${redirected}`,
    gone: statusCode === gone,
    wait: retryAfter(headers["retry-after"], new Date()),
  };
}

class NotPublic extends Error {}

/** A lookup that checks the addresses which the connection then uses, so that they cannot change in between. One address that is not public refuses the name. */
function guarded(resolve: Resolve, { allowPrivate }: OutboundRules): LookupFunction {
  return (name, options, callback) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error ?? first === undefined) return callback(error ?? new Error(`${name} has no address`), "");
      if (!allowPrivate && !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(new NotPublic(`refused before connecting: the name resolves to an address that is not public (${howToAllow})`), "");
      return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}
