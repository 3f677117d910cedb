/** The clocks of an operation, before it runs and after it was checked, so that messages speak of it as it was sent. */
import type { DocumentNode, ExecutionArgs } from "graphql";
import { settledUpTo } from "../domain/recording-clock.ts";
import type { Context } from "../graph/base/context.ts";
import { handDownClocks, inheritClocks } from "../graph/clocks/hand-down-clocks.ts";
import { bindKnownAt, momentsAsked, settle, type Bound } from "../graph/clocks/settle-moments.ts";
import type { Arrival } from "./enter.ts";
import { operationOf } from "./limits/cost.ts";

type Settled = {
  readonly document: DocumentNode;
  readonly variableValues: { [variable: string]: unknown };
  /** What the answer says of the clocks, where there is something to say. */
  readonly extensions: {
    /** Each moment that was asked for, and the one that it was answered as. */
    readonly knownAt?: Readonly<Record<string, string>>;
    /** Fields that stand below a clock, take it, and were not given it. */
    readonly notInherited?: readonly string[];
  };
};

const bindings = new WeakMap<DocumentNode, Bound | null>();

/**
 * What runs in the place of an operation: with every `knownAt` settled, so that no answer to it changes afterwards. A subscription keeps through all its events what was settled at its beginning.
 * @throws Busy while a change that takes long keeps an asked moment unsettled
 */
export async function settleClocks({ schema, document, variableValues, operationName, contextValue }: ExecutionArgs): Promise<Settled> {
  const operation = operationOf(document, operationName);
  const inherits = operation?.directives?.some(({ name }) => name.value === inheritClocks.name) ?? false;
  const handedDown = handDownClocks(schema, document);
  const running = inherits ? handedDown.document : document;
  const missing = inherits || handedDown.fields.length === 0 ? {} : { notInherited: handedDown.fields };
  if (!bindings.has(running)) bindings.set(running, bindKnownAt(running));
  const bound = bindings.get(running)!;
  const given = { ...variableValues };
  if (bound === null) return { document: running, variableValues: given, extensions: missing };
  const asked = momentsAsked(bound, operation, given);
  const moments = [...asked.values()].filter((moment) => moment !== null);
  if (moments.length === 0)
    return { document: bound.document, variableValues: { ...given, ...Object.fromEntries(asked) }, extensions: missing };
  await (contextValue as Arrival).version?.before();
  const answered = settle(asked, await settledUpTo((contextValue as Context).prisma, moments));
  const told = [...asked].flatMap(([name, moment]) => (moment === null ? [] : [[moment.toISOString(), answered.get(name)!.toISOString()]]));
  return {
    document: bound.document,
    variableValues: { ...given, ...Object.fromEntries(answered) },
    extensions: { ...missing, knownAt: Object.fromEntries(told) },
  };
}
