/**
 * The failures that a caller can expect and act on. Each has a stable `code`; a message says what was expected, what came and what to do.
 * Anything else that is thrown is a fault of ours and reaches the outside masked (src/doors/mask.ts).
 */
export abstract class ExpectedError extends Error {
  abstract readonly code: string;
}

/** The failure that a caller can expect as a value, where others go on. @throws anything else */
export function refusal(error: unknown): ExpectedError {
  if (error instanceof ExpectedError) return error;
  throw error;
}

/** One thing wrong with an input. `path` leads to it: `input.asOf.latest`, or `file:row:column` for a data set. */
export type InputIssue = { readonly path: string; readonly expected: string; readonly received: string };

/** The input does not say something that can be recorded or asked. To do: Mend each issue: its path, what was expected and what came stand in `issues`. */
export class InvalidInput extends ExpectedError {
  override name = "InvalidInput";
  readonly code = "INVALID_INPUT";
  readonly issues: readonly InputIssue[];
  constructor(issues: readonly InputIssue[]) {
    super(tellIssues(issues).join("; "));
    this.issues = issues;
  }
}

const mostTold = 50;

/** The issues as sentences, one each, and how many more there are than can be read. */
export function tellIssues(issues: readonly InputIssue[]): string[] {
  const told = issues.slice(0, mostTold).map(({ path, expected, received }) => `${path}: expected ${expected}, got ${received}`);
  return issues.length > mostTold ? [...told, `and ${issues.length - mostTold} more`] : told;
}

/** Something that the input refers to is not there, or not for this caller. To do: Check the id, and whether your key may see it. */
export class NotFound extends ExpectedError {
  override name = "NotFound";
  readonly code = "NOT_FOUND";
  readonly noun: string;
  readonly id: string;
  /** `advice` says what to give instead. */
  constructor(noun: string, id: string, advice = "") {
    super(`There is no ${noun} ${JSON.stringify(id)} that you may see.${advice}`);
    this.noun = noun;
    this.id = id;
  }
}

/** The state is not the one that the change needs: somebody was faster, or the row exists with other content. To do: Read again and decide again. */
export class Conflict extends ExpectedError {
  override name = "Conflict";
  readonly code = "CONFLICT";
}

/** The hub has as much to do as it can hold; nothing was begun. To do: Try again after `retryAfterSeconds` (HTTP: Retry-After). */
export class Busy extends ExpectedError {
  override name = "Busy";
  readonly code = "BUSY";
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds = 1) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** It was not done by its deadline: what was read has been stopped in the database, what was changed has been taken back. To do: Try again (HTTP: Retry-After); ask for less at once if it comes again. */
export class Timeout extends ExpectedError {
  override name = "Timeout";
  readonly code = "TIMEOUT";
}

/** Whoever asked for it has gone, so that nobody reads this. To do: Nothing; it stands in logs alone. */
export class Gone extends ExpectedError {
  override name = "Gone";
  readonly code = "GONE";
}

/** The written policy does not allow this decision (yet). To do: Read `failedRules`: what is missing, and what would satisfy each rule. */
export class PolicyNotSatisfied extends ExpectedError {
  override name = "PolicyNotSatisfied";
  readonly code = "POLICY_NOT_SATISFIED";
  readonly failedRules: readonly { rule: string; message: string; needed: string }[];
  constructor(failedRules: PolicyNotSatisfied["failedRules"]) {
    super(`The policy does not allow this yet: ${failedRules.map(({ message, needed }) => `${message} ${needed}`).join(" ")}`);
    this.failedRules = failedRules;
  }
}

/** No API key, or one that is unknown, revoked or expired. To do: Send `Authorization: Bearer <key>`; over WebSocket `authorization` in the connection parameters. */
export class Unauthenticated extends ExpectedError {
  override name = "Unauthenticated";
  readonly code = "UNAUTHENTICATED";
  /** Why the key opened nothing, for the log and the metrics: the answer does not tell. Null when none was sent. */
  readonly failure: KeyFailure | null;
  constructor(message: string, failure: KeyFailure | null = null) {
    super(message);
    this.failure = failure;
  }
}

export type KeyFailure = "malformed" | "unknown" | "revoked" | "expired" | "token";

/** The API key lacks the scope that this needs. To do: Use a key with that scope. */
export class Forbidden extends ExpectedError {
  override name = "Forbidden";
  readonly code = "FORBIDDEN";
}

/** The cursor is damaged, of another hub, or of another list, order or filter. To do: Begin without a cursor. */
export class CursorInvalid extends ExpectedError {
  override name = "CursorInvalid";
  readonly code = "CURSOR_INVALID";
}

/** The events after the cursor are no longer all kept. To do: Read the `feed` query from the beginning, compare with what you have, go on from there. */
export class CursorExpired extends ExpectedError {
  override name = "CursorExpired";
  readonly code = "CURSOR_EXPIRED";
}

/** The cursor is ahead of this database, which was restored to an older state. To do: As for CURSOR_EXPIRED; and ask the operator what was lost. */
export class CursorDiverged extends ExpectedError {
  override name = "CursorDiverged";
  readonly code = "CURSOR_DIVERGED";
}

/** One caller holds as many connections or subscriptions as one caller may. To do: Close some, or come back later. */
export class TooMany extends ExpectedError {
  override name = "TooMany";
  readonly code: "TOO_MANY_SUBSCRIPTIONS" | "TOO_MANY_SOCKETS";
  constructor(code: TooMany["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** An id that is malformed or of another type. To do: Use ids as the hub gives them. */
export class InvalidId extends ExpectedError {
  override name = "InvalidId";
  readonly code = "INVALID_ID";
}

/** The request asks for more than one answer may hold. To do: Ask for smaller pages or fewer levels. */
export class TooMuch extends ExpectedError {
  override name = "TooMuch";
  readonly code = "QUERY_TOO_LARGE";
}

/** One address or one key has used up what it may ask for in a while. To do: Wait until `resetAt` (HTTP: Retry-After), or use a key. */
export class RateLimited extends ExpectedError {
  override name = "RateLimited";
  readonly code = "RATE_LIMITED";
  readonly resetAt: Date;
  constructor(message: string, resetAt: Date) {
    super(message);
    this.resetAt = resetAt;
  }
}

/** The hub runs for this caller only operations that it knows in advance. To do: Send the `documentId` of a known operation, or use a key. */
export class DocumentNotTrusted extends ExpectedError {
  override name = "DocumentNotTrusted";
  readonly code = "DOCUMENT_NOT_TRUSTED";
}

/** The id or hash of an operation that the hub does not know. To do: Send the operation itself. */
export class PersistedQueryNotSupported extends ExpectedError {
  override name = "PersistedQueryNotSupported";
  readonly code = "PERSISTED_QUERY_NOT_SUPPORTED";
  constructor() {
    super("PersistedQueryNotSupported");
  }
}
