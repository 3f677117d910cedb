/** What a client sees of an error: an expected failure with its code; of anything else only a reference, by which the log has the details. */
import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { ExpectedError, InvalidInput, PolicyNotSatisfied, RateLimited } from "../errors.ts";

/** A function that turns any error into one that may be shown. The same for HTTP, SSE and WebSocket. */
export function errorMask(log: Logger): (error: unknown) => GraphQLError {
  return (error) => {
    const located = error instanceof GraphQLError ? error : undefined;
    const cause = located ? originOf(located) : error;
    const place = { nodes: located?.nodes, path: located?.path };
    if (cause instanceof ExpectedError)
      return new GraphQLError(cause.message, { ...place, extensions: { ...extensionsOf(cause), ...statusOf(cause, located) } });
    if (cause instanceof GraphQLError) return withCode(cause);
    // Parsing and validation are recursive, so input that is nested too deeply overflows the stack.
    if (cause instanceof RangeError && cause.message === "Maximum call stack size exceeded")
      return new GraphQLError("The operation or its variables are nested too deeply.", {
        ...place,
        extensions: { code: "QUERY_TOO_LARGE" },
      });
    const reference = randomUUID();
    log.error({ reference, err: cause, path: located?.path }, "unexpected error");
    return new GraphQLError(`Something failed on our side. If you report it, give this reference: ${reference}`, {
      ...place,
      extensions: { code: "INTERNAL", reference },
    });
  };
}

/** What a resolver threw, under whatever wrapping; the error itself when GraphQL raised it. */
function originOf(error: GraphQLError): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause instanceof GraphQLError ? error : cause;
}

function extensionsOf(error: ExpectedError): Record<string, unknown> {
  if (error instanceof InvalidInput) return { code: error.code, issues: error.issues };
  if (error instanceof PolicyNotSatisfied) return { code: error.code, failedRules: error.failedRules };
  if (error instanceof RateLimited) return { code: error.code, resetAt: error.resetAt.toISOString() };
  return { code: error.code };
}

const statuses: Readonly<Record<string, number>> = {
  ...{ UNAUTHENTICATED: 401, FORBIDDEN: 403, DOCUMENT_NOT_TRUSTED: 403 },
  ...{ RATE_LIMITED: 429, TOO_MANY_SOCKETS: 429, BUSY: 503, TIMEOUT: 503 },
};

// An error outside any field means that there is no data: then the HTTP status says so too.
function statusOf(error: ExpectedError, located: GraphQLError | undefined): Record<string, unknown> {
  if (located?.path) return {};
  const status = statuses[error.code] ?? 400;
  const headers = { ...(status === 401 ? { "www-authenticate": "Bearer" } : {}), ...retryAfter(error, status) };
  return { http: { status, ...(Object.keys(headers).length > 0 ? { headers } : {}) } };
}

function retryAfter(error: ExpectedError, status: number): Record<string, string> {
  if (error instanceof RateLimited) return { "retry-after": String(Math.max(1, Math.ceil((error.resetAt.getTime() - Date.now()) / 1000))) };
  return status === 503 ? { "retry-after": "1" } : status === 429 ? { "retry-after": "5" } : {};
}

// Errors of GraphQL itself and of the plugins have no code. Their messages are stable enough to derive one.
const codesByMessage: readonly (readonly [RegExp, string])[] = [
  [/^Syntax Error/, "GRAPHQL_PARSE_FAILED"],
  [/^(Variable |Argument |Expected value of |Document contains more than)/, "BAD_USER_INPUT"],
];

function withCode(error: GraphQLError): GraphQLError {
  const { nodes, source, positions, path, extensions, message } = error;
  if (extensions["code"]) return error;
  const code = codesByMessage.find(([pattern]) => pattern.test(message))?.[1] ?? (path ? "BAD_USER_INPUT" : "GRAPHQL_VALIDATION_FAILED");
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { ...extensions, code } });
}
