/** Every list of records and every table of counts can be asked for as of a moment, or has a reason. Generated from the SDL. */
import { buildSchema, getNamedType, isEnumType, isInterfaceType, isListType, isNonNullType, isObjectType, isScalarType } from "graphql";
import { expect, test } from "vitest";
import { toSchema } from "../../../src/graph/index.ts";
import { printSdl } from "../../../src/graph/sdl.ts";

/** What takes no clocks, and why. */
const reasons: Readonly<Record<string, string>> = {
  "Query.nodes": "records by their ids: their fields take the clocks",
  "Query.feed": "events that were told once, in the order in which they were; a cursor is its clock",
  "Query.changes": "changes that were told once, in the order of their commits; a cursor is its clock",
  "Query.policies": "versions of the policy, each with the moment at which it was adopted",
  "Query.apiKeys": "no record: the hub's own keys",
  "Query.webhooks": "no record: a key's own webhooks",
  "Webhook.deliveries": "no record: what could not be delivered",
  "Query.auditEntries": "the trail of all changes, each with its moment",
  "Query.situations": "how the hub is divided, of which no past is kept: lists and counts of what happened in one take the clocks",
  "Query.suggestMatches": "advice for a judgement to be made now, worked out of what is on record now",
  "Query.suggestFacilityMatches": "advice for a judgement to be made now",
  "Query.suggestSourceMatches": "advice for a judgement to be made now",
  "Query.suggestDuplicates": "advice for a judgement to be made now, worked out of what is on record now",
  "CustodyEvent.mayBeSameAs": "the same advice, of one event",
  "Query.matchNames": "advice on a list of names, worked out of what is on record now",
  "NameMatch.suggestions": "part of that advice",
  "MatchSuggestion.features": "part of that advice",
  "Reconciliation.rows": "of the moment that the reconciliation was asked for",
  "Query.indicators": "a codebook, of which no past is kept",
  "Series.breakdown": "of the moment that the series were asked for",
  "Series.points": "of the moment that the series were asked for",
  "Reconciliation.sums": "of the moment that the reconciliation was asked for",
  "CountSum.parts": "of the moment that the reconciliation was asked for",
  "CountClaim.breakdown": "what one claim says never changes",
  "TallyRow.keys": "of the moment that the table was asked for",
  "StatusTallyRow.keys": "of the moment that the table was asked for",
  "Detention.events": "of the moment that `detentions` was asked for",
  "Detention.facilities": "of the moment that `detentions` was asked for",
  "RecordVersion.changes": "what one version changed never changes",
  "ClaimRoot.path": "from which pages a claim descends: of the root, which is worked out for now",
  "Verification.roots": "what one decision counted never changes",
  "Verification.claims": "what one decision rested on never changes",
  "Verification.failedRules": "what one decision found never changes",
  "PolicyNotSatisfied.failedRules": "what a refused mutation was told",
  "InvalidInput.issues": "what a refused mutation was told",
};
/** Machinery of pages, and what mutations and subscriptions answer. */
const machinery = /(Connection|Edge|Payload)$|^(Mutation|Subscription)$/;

test("every list that is recorded or counted takes knownAt, or has a reason not to", () => {
  const without = Object.values(buildSchema(printSdl(toSchema())).getTypeMap()).flatMap((type) => {
    if ((!isObjectType(type) && !isInterfaceType(type)) || type.name.startsWith("__") || machinery.test(type.name)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      if (type.getInterfaces().some((shared) => shared.getFields()[field.name])) return [];
      const named = getNamedType(field.type);
      const list = isListType(isNonNullType(field.type) ? field.type.ofType : field.type) || named.name.endsWith("Connection");
      const told = isScalarType(named) || isEnumType(named) || field.args.some(({ name }) => name === "knownAt");
      return list && !told ? [`${type.name}.${field.name}`] : [];
    });
  });
  expect(without.toSorted()).toEqual(Object.keys(reasons).toSorted());
});
