/** Expected failures as types: every member of a mutation's result implements `Error`. */
import {
  Busy,
  Conflict,
  Forbidden,
  InvalidId,
  InvalidInput,
  NotFound,
  PolicyNotSatisfied,
  Timeout,
  Unauthenticated,
  type ExpectedError,
  type InputIssue,
} from "../../errors.ts";
import { builder } from "./builder.ts";
import { RuleFailure } from "./policy-rule.ts";

const ErrorInterface = builder.interfaceRef<ExpectedError>("Error").implement({
  description: "A failure that a caller can expect and act on.",
  fields: (t) => ({
    code: t.exposeString("code", {
      description:
        "Stable, for programs: INVALID_INPUT, NOT_FOUND, CONFLICT, POLICY_NOT_SATISFIED, UNAUTHENTICATED, FORBIDDEN, INVALID_ID, BUSY, TIMEOUT.",
    }),
    message: t.exposeString("message", { description: "For people: what was expected, what came, what to do." }),
  }),
});

const Issue = builder.objectRef<InputIssue>("InputIssue").implement({
  description: "One thing that is wrong with an input.",
  fields: (t) => ({
    path: t.exposeString("path", { description: "Where it stands, such as input.asOf.latest." }),
    expected: t.exposeString("expected"),
    received: t.exposeString("received"),
  }),
});

const plain = { interfaces: [ErrorInterface], fields: () => ({}) };

builder.objectType(InvalidInput, {
  name: "InvalidInput",
  description: "The input does not say something that can be recorded. Nothing was written.",
  interfaces: [ErrorInterface],
  fields: (t) => ({ issues: t.field({ type: [Issue], resolve: ({ issues }) => [...issues] }) }),
});
builder.objectType(PolicyNotSatisfied, {
  name: "PolicyNotSatisfied",
  description: "The written policy does not allow this decision (yet).",
  interfaces: [ErrorInterface],
  fields: (t) => ({ failedRules: t.field({ type: [RuleFailure], resolve: ({ failedRules }) => [...failedRules] }) }),
});
builder.objectType(NotFound, {
  name: "NotFound",
  description: "Something that the input refers to is not there, or not for this key.",
  ...plain,
});
builder.objectType(Conflict, {
  name: "Conflict",
  description: "The state is not the one that the change needs. Read again and decide again.",
  ...plain,
});
builder.objectType(Busy, {
  name: "Busy",
  description: "So many changes are waiting, or an import is at work, that this one was not begun. Nothing was written.",
  interfaces: [ErrorInterface],
  fields: (t) => ({ retryAfterSeconds: t.exposeInt("retryAfterSeconds", { description: "When it is worth to try again." }) }),
});
builder.objectType(Timeout, {
  name: "Timeout",
  description: "The change was not done by its deadline, waiting included, and was taken back. Nothing was written: try again.",
  ...plain,
});
builder.objectType(Unauthenticated, { name: "Unauthenticated", description: "No key, or none that is known.", ...plain });
builder.objectType(Forbidden, { name: "Forbidden", description: "The key lacks the scope.", ...plain });
builder.objectType(InvalidId, { name: "InvalidId", description: "An id that is malformed or of another type.", ...plain });

/** What any mutation can fail with. */
export const changeFailures = [InvalidInput, NotFound, Conflict, PolicyNotSatisfied, Unauthenticated, Forbidden, InvalidId, Busy, Timeout];
