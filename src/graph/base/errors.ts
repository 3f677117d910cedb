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
    expected: t.exposeString("expected", { description: "What the hub expected in this place." }),
    received: t.exposeString("received", { description: "What came instead, shortened." }),
  }),
});

const plain = { interfaces: [ErrorInterface], fields: () => ({}) };

builder.objectType(InvalidInput, {
  name: "InvalidInput",
  description: "The input does not say something that can be recorded. Nothing was written.",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    issues: t.field({ type: [Issue], description: "Everything that is wrong with the input.", resolve: ({ issues }) => [...issues] }),
  }),
});
builder.objectType(PolicyNotSatisfied, {
  name: "PolicyNotSatisfied",
  description: "The written policy does not allow this decision (yet).",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    failedRules: t.field({
      type: [RuleFailure],
      description: "The rules that fail, each with what would satisfy it.",
      resolve: ({ failedRules }) => [...failedRules],
    }),
  }),
});
builder.objectType(NotFound, {
  name: "NotFound",
  description: "Something that the input refers to does not exist, or this key may not see it.",
  ...plain,
});
builder.objectType(Conflict, {
  name: "Conflict",
  description:
    "The record is not in the state that the change needs, for instance because somebody else changed it. Read it again and decide again.",
  ...plain,
});
builder.objectType(Busy, {
  name: "Busy",
  description: "So many changes are waiting, or an import is at work, that this one was not begun. Nothing was written.",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt("retryAfterSeconds", { description: "After how many seconds it is worth trying again." }),
  }),
});
builder.objectType(Timeout, {
  name: "Timeout",
  description: "The change was not done by its deadline, waiting included, and was taken back. Nothing was written: try again.",
  ...plain,
});
builder.objectType(Unauthenticated, {
  name: "Unauthenticated",
  description: "The request carries no API key, or one that is unknown or revoked.",
  ...plain,
});
builder.objectType(Forbidden, { name: "Forbidden", description: "The API key lacks the scope that this needs.", ...plain });
builder.objectType(InvalidId, { name: "InvalidId", description: "An id that is malformed or of another type.", ...plain });

/** What any mutation can fail with. */
export const changeFailures = [InvalidInput, NotFound, Conflict, PolicyNotSatisfied, Unauthenticated, Forbidden, InvalidId, Busy, Timeout];
