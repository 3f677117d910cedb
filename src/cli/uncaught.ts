/** What becomes of an error that nobody caught, while the hub serves. */
import type { Logger } from "pino";
import { ExpectedError } from "../errors.ts";
import type { Meter } from "../feed/meter.ts";
import type { Terminal } from "./terminal.ts";

export class EndedByFault extends ExpectedError {
  override name = "EndedByFault";
  readonly code = "ENDED_BY_FAULT";
}

/** Failures of one connection, by the code that Node gives them: whoever was at its other end is gone, and nothing else is touched. */
const ofOneConnection = /^(ECONNRESET|EPIPE|ETIMEDOUT|ECONNABORTED|ERR_STREAM_\w+|ERR_HTTP_HEADERS_SENT|WS_ERR_\w+)$/;

/**
 * Whether the process can go on. A rejected promise that nobody awaited has unwound nothing but its own function, and a stack that overflowed was one request's. Anything else
 * that is thrown out of an event handler may have left something half done.
 */
export function isSurvivable(error: unknown, origin: NodeJS.UncaughtExceptionOrigin): boolean {
  if (origin === "unhandledRejection" || error instanceof RangeError) return true;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && ofOneConnection.test(code);
}

/** Logs and counts what nobody caught. Resolves with the first error that the process must not outlive: the caller drains and ends with a code other than 0. */
export function judgeUncaught(onUncaught: Terminal["onUncaught"], log: Logger, { uncaught }: Pick<Meter, "uncaught">): Promise<Error> {
  return new Promise((resolve) => {
    onUncaught((error, origin) => {
      const survived = isSurvivable(error, origin);
      uncaught.inc({ outcome: survived ? "survived" : "fatal" });
      log[survived ? "error" : "fatal"]({ err: error, origin }, "nobody caught this");
      if (!survived) resolve(error instanceof Error ? error : new Error(`a value that is no error was thrown: ${typeof error}`));
    });
  });
}
