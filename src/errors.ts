/**
 * The failures that a caller can expect and act on. Each has a stable `code`; a message says what was expected, what came and what to do.
 * Anything else that is thrown is a fault of ours and reaches the outside masked (src/doors/mask.ts).
 */
export abstract class ExpectedError extends Error {
  abstract readonly code: string;
}

/** One thing wrong with an input. `path` leads to it: `input.asOf.latest`, or `file:row:column` for a data set. */
export type InputIssue = { readonly path: string; readonly expected: string; readonly received: string };

export class InvalidInput extends ExpectedError {
  override name = "InvalidInput";
  readonly code = "INVALID_INPUT";
  readonly issues: readonly InputIssue[];
  constructor(issues: readonly InputIssue[]) {
    super(issues.map(({ path, expected, received }) => `${path}: expected ${expected}, got ${received}`).join("; "));
    this.issues = issues;
  }
}

/** Something that the input refers to is not there, or not for this caller. */
export class NotFound extends ExpectedError {
  override name = "NotFound";
  readonly code = "NOT_FOUND";
  readonly id: string;
  constructor(noun: string, id: string) {
    super(`There is no ${noun} with id ${JSON.stringify(id)}.`);
    this.id = id;
  }
}

/** The state is not the one that the change needs: somebody was faster, or the row exists with other content. */
export class Conflict extends ExpectedError {
  override name = "Conflict";
  readonly code = "CONFLICT";
}

/** The hub has as much to do as it can hold: this was not begun. The same succeeds a little later. */
export class Busy extends ExpectedError {
  override name = "Busy";
  readonly code = "BUSY";
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds = 1) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** It was not done by its deadline and was taken back. */
export class Timeout extends ExpectedError {
  override name = "Timeout";
  readonly code = "TIMEOUT";
}

/** Whoever asked for it has gone: nobody reads this. */
export class Gone extends ExpectedError {
  override name = "Gone";
  readonly code = "GONE";
}

/** The written policy does not allow this decision (yet). */
export class PolicyNotSatisfied extends ExpectedError {
  override name = "PolicyNotSatisfied";
  readonly code = "POLICY_NOT_SATISFIED";
  readonly failedRules: readonly { rule: string; message: string; needed: string }[];
  constructor(failedRules: PolicyNotSatisfied["failedRules"]) {
    super(`The policy does not allow this yet: ${failedRules.map(({ message, needed }) => `${message} ${needed}`).join(" ")}`);
    this.failedRules = failedRules;
  }
}

export class Unauthenticated extends ExpectedError {
  override name = "Unauthenticated";
  readonly code = "UNAUTHENTICATED";
}

export class Forbidden extends ExpectedError {
  override name = "Forbidden";
  readonly code = "FORBIDDEN";
}

export class CursorInvalid extends ExpectedError {
  override name = "CursorInvalid";
  readonly code = "CURSOR_INVALID";
}

/** Some events after the cursor are no longer kept. */
export class CursorExpired extends ExpectedError {
  override name = "CursorExpired";
  readonly code = "CURSOR_EXPIRED";
}

/** The cursor is ahead of this database, which was restored to an older state after it had issued the cursor. */
export class CursorDiverged extends ExpectedError {
  override name = "CursorDiverged";
  readonly code = "CURSOR_DIVERGED";
}

/** One caller holds as many of something as one caller may. */
export class TooMany extends ExpectedError {
  override name = "TooMany";
  readonly code: "TOO_MANY_SUBSCRIPTIONS" | "TOO_MANY_SOCKETS";
  constructor(code: TooMany["code"], message: string) {
    super(message);
    this.code = code;
  }
}

export class InvalidId extends ExpectedError {
  override name = "InvalidId";
  readonly code = "INVALID_ID";
}

/** The request asks for more than one answer may hold. */
export class TooMuch extends ExpectedError {
  override name = "TooMuch";
  readonly code = "QUERY_TOO_LARGE";
}
