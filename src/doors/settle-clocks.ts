/** The clocks of an operation, before it runs and after it was checked, so that messages speak of it as it was sent. */
import type { DocumentNode, ExecutionArgs } from "graphql";
import { settledUpTo } from "../domain/recording-clock.ts";
import type { Context } from "../graph/base/context.ts";
import { handDownKnownAt } from "../graph/clocks/inherit-known-at.ts";
import { bindKnownAt, momentsAsked, settle, type Bound } from "../graph/clocks/settle-known-at.ts";
import { operationOf } from "./limits/cost.ts";

type Settled = {
  readonly document: DocumentNode;
  readonly variableValues: { [variable: string]: unknown };
  /** Each moment that was asked for, and the one that it was answered as; null when none was. */
  readonly knownAt: Readonly<Record<string, string>> | null;
};

const bindings = new WeakMap<DocumentNode, Bound | null>();

/**
 * What runs in the place of an operation: with every `knownAt` settled, so that no answer to it changes afterwards. A subscription keeps through all its events what was settled at its beginning.
 * @throws Busy while a change that takes long keeps an asked moment unsettled
 */
export async function settleClocks({ schema, document, variableValues, operationName, contextValue }: ExecutionArgs): Promise<Settled> {
  const below = handDownKnownAt(schema, document);
  if (!bindings.has(below)) bindings.set(below, bindKnownAt(below));
  const bound = bindings.get(below)!;
  const given = { ...variableValues };
  if (bound === null) return { document: below, variableValues: given, knownAt: null };
  const asked = momentsAsked(bound, operationOf(document, operationName), given);
  const moments = [...asked.values()].filter((moment) => moment !== null);
  if (moments.length === 0) return { document: bound.document, variableValues: { ...given, ...Object.fromEntries(asked) }, knownAt: null };
  const answered = settle(asked, await settledUpTo((contextValue as Context).prisma, moments));
  const told = [...asked].flatMap(([name, moment]) => (moment === null ? [] : [[moment.toISOString(), answered.get(name)!.toISOString()]]));
  return { document: bound.document, variableValues: { ...given, ...Object.fromEntries(answered) }, knownAt: Object.fromEntries(told) };
}
