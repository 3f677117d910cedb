/** Relay connections, one type for each noun however many fields return it. */
import type { InterfaceRef, ObjectRef } from "@pothos/core";
import { builder } from "../base/builder.ts";
import { work } from "../costs/work.ts";

export type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Schema> ? Schema : never;
type Counted = { totalCount?: number | (() => number | Promise<number>) };

/** The connection type `<name>Connection` with `<name>Edge`, over nodes of the type. `totalCount` is computed only when it is asked for. */
export function connectionOf<Shape>(name: string, type: ObjectRef<Types, Shape> | InterfaceRef<Types, Shape>) {
  const edge = builder.edgeObject({ name: `${name}Edge`, description: `One entry of a ${name}Connection.`, type });
  return builder.connectionObject(
    {
      name: `${name}Connection`,
      description: `A page of a list of the type ${name} (Relay cursor connections).`,
      type,
      fields: (t) => ({
        totalCount: t.int({
          complexity: work.totalCount,
          description: "How many there are in all pages together, as far as the viewer may see them.",
          extensions: { pothosPrismaTotalCount: true },
          resolve: (connection) => {
            const { totalCount } = connection as Counted;
            return (typeof totalCount === "function" ? totalCount() : totalCount) as number;
          },
        }),
      }),
    },
    edge,
  );
}
