/** The one shape of a mutation: an input with an idempotency key, a payload with the changed thing, a result that is the payload or a typed failure. */
import type { InputFieldMap, InputShapeFromFields } from "@pothos/core";
import { change, type Outcome, type Verb } from "../../domain/change.ts";
import { idsOfPersonSlug } from "../../domain/records/person-slug.ts";
import { anonymous } from "../../domain/viewer.ts";
import { ExpectedError } from "../../errors.ts";
import { builder } from "./builder.ts";
import type { Context } from "./context.ts";
import { changeFailures } from "./errors.ts";
import { personId } from "./filter.ts";
import { asAsked, encodeId, idsIn, withIds } from "./ids.ts";

type InputFields = Parameters<typeof builder.inputType>[1]["fields"];
type PayloadFields<Answer> = (t: PothosSchemaTypes.ObjectFieldBuilder<PothosTypes, Answer>) => Record<string, PothosField>;
type PothosTypes = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;
type PothosField = Parameters<typeof builder.queryField>[1] extends (t: never) => infer Field ? Field : never;

/**
 * Adds a mutation named after its verb. `references` names the input fields that hold global ids and the types that they may be of; `payload` gives the fields beside `changed`.
 */
export function mutation<Answer extends Outcome>(
  verb: Verb<Answer>,
  options: {
    description: string;
    /** Why not to use it any more, and what to use instead. */
    deprecated?: string;
    input: (t: Parameters<NonNullable<InputFields>>[0]) => InputFieldMap;
    references: Readonly<Record<string, readonly string[]>>;
    payload: PayloadFields<Answer>;
    /** Turns what only the graph understands (a cursor, a filter) into what the verb takes. The same input must always give the same: idempotency keys compare it. */
    translate?: (input: InputShapeFromFields<InputFieldMap>, context: Context) => object | Promise<object>;
  },
): void {
  const { name } = verb;
  const title = `${name[0]!.toUpperCase()}${name.slice(1)}`;
  const input = builder.inputType(`${title}Input`, {
    description: `What ${name} takes.`,
    fields: (t) => ({
      ...options.input(t),
      idempotencyKey: t.string({
        description:
          "A key of your own, of 1 to 200 characters, that makes a retry safe: the same key with the same input gives the first answer again and has one effect; if you may no longer see its subject, it is NotFound. With another input it is a Conflict.",
      }),
    }),
  });
  const payload = builder.objectRef<Answer>(`${title}Payload`).implement({
    description: `What ${name} answers when it succeeds.`,
    fields: (t) => ({
      ...options.payload(t as never),
      changed: t.boolean({ description: "False if nothing changed: everything was so already.", resolve: ({ changed }) => changed }),
    }),
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: payload,
      ...(options.deprecated === undefined ? {} : { deprecationReason: options.deprecated }),
      description: `${options.description} ${verb.scope === null ? "Any key will do." : `Needs the scope ${verb.scope}.`}`,
      args: { input: t.arg({ type: input, required: true, description: `What to do, and an optional idempotency key.` }) },
      errors: { types: changeFailures },
      resolve: (_root, args, context) => {
        const { idempotencyKey, ...given } = args.input as InputShapeFromFields<InputFieldMap> & { idempotencyKey?: string | null };
        const run = async () => {
          const input = withIds(await withPeople(context, given, options.references), options.references);
          const translated = options.translate ? await options.translate(input, context) : input;
          try {
            return await change(context.prisma, context.viewer, verb, translated, { idempotencyKey, signal: context.signal });
          } catch (error) {
            throw asAsked(error, given);
          }
        };
        return audited(context, name, idsIn(given, options.references), run) as never;
      },
    }),
  );
}

/** An input in which people are named by their ids, where they were by their slugs. */
async function withPeople<Input extends object>(
  context: Context,
  input: Input,
  references: Readonly<Record<string, readonly string[]>>,
): Promise<Input> {
  const named = Object.entries(input).filter(
    ([field, value]) => references[field]?.join() === "Detainee" && typeof value === "string" && idsOfPersonSlug(value) !== null,
  );
  const ids = await Promise.all(
    named.map(async ([field, slug]) => [field, encodeId("Detainee", await personId(context, slug as string))] as const),
  );
  return { ...input, ...Object.fromEntries(ids) };
}

/** What a change did is audited in its transaction; that it changed nothing, or was refused, is noted here. */
async function audited<Answer extends Outcome>(
  context: Context,
  action: string,
  ids: string[],
  run: () => Promise<Answer>,
): Promise<Answer> {
  const { journal, viewer } = context;
  const note = (outcome: string) => {
    if (viewer.actor !== anonymous.actor)
      journal?.note({ actor: viewer.actor, action, entity: "Mutation", entityId: ids[0] ?? "", outcome, detail: { ids } });
  };
  try {
    const answer = await run();
    if (!answer.changed) note("UNCHANGED");
    return answer;
  } catch (error) {
    note(error instanceof ExpectedError ? error.code : "INTERNAL");
    throw error;
  }
}
