/** Records by one id or by many: what is wrong with one of them is told in its place, and takes nothing from the others. */
import { resolveNodes } from "@pothos/plugin-relay";
import { InvalidId, InvalidInput } from "../../errors.ts";
import { builder } from "../base/builder.ts";
import { pageSize } from "../costs/page-size.ts";
import { areVisible, readNodeId, standInForNode, type GlobalId } from "../base/nodes.ts";

function read(id: string): GlobalId | InvalidId {
  try {
    return readNodeId(id);
  } catch (error) {
    if (error instanceof InvalidId) return error;
    throw error;
  }
}

builder.queryField("node", (t) =>
  t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: "The record with this id; null when there is none that you may see.",
    args: { id: t.arg.id({ required: true, description: "An id as the hub gives them. One that is malformed is the error INVALID_ID." }) },
    resolve: async (_root, { id: asked }, context, info) => {
      const id = readNodeId(asked);
      if (!(await areVisible(context, [id]))[0]) return null;
      const [node] = await resolveNodes(builder, context, info, [id] as never);
      return standInForNode(context, id, await node);
    },
  }),
);

builder.queryField("nodes", (t) =>
  t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description:
      "The records with these ids, in their order; null in the place of each that you may not see or that is not there, and of each that is malformed, which is the error INVALID_ID in its place.",
    args: { ids: t.arg.idList({ required: true, description: `At most ${pageSize.max} ids as the hub gives them.` }) },
    resolve: async (_root, { ids }, context, info) => {
      if (ids.length > pageSize.max)
        throw new InvalidInput([{ path: "nodes.ids", expected: `at most ${pageSize.max} ids`, received: String(ids.length) }]);
      const asked = ids.map(read);
      const known = asked.filter((id): id is GlobalId => !(id instanceof InvalidId));
      const [visible, nodes] = [await areVisible(context, known), await resolveNodes(builder, context, info, known as never)];
      const found = new Map(known.map((id, at) => [id, { visible: visible[at], node: nodes[at] }]));
      // graphql-js tells an error among the entries in its place.
      return asked.map(async (id) => {
        if (id instanceof InvalidId) throw id;
        const { visible: shown, node } = found.get(id)!;
        return (shown ? standInForNode(context, id, await node) : null) as never;
      });
    },
  }),
);
