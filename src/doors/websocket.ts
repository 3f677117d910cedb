/** The WebSocket door (graphql-transport-ws, by graphql-ws). */
import type { Server } from "node:http";
import { useServer } from "graphql-ws/use/ws";
import type { ExecutionArgs } from "graphql";
import type { Logger } from "pino";
import { WebSocketServer } from "ws";
import { Unauthenticated } from "../errors.ts";
import type { createGraphqlDoor } from "./graphql.ts";
import { graphqlPath, largestRequest } from "./graphql.ts";
import { errorMask } from "./mask.ts";

type Door = ReturnType<typeof createGraphqlDoor>;
type Enveloped = ReturnType<Door["getEnveloped"]>;
type Rooted = ExecutionArgs & { rootValue: Pick<Enveloped, "execute" | "subscribe"> };

// "Service restart": clients come back by themselves.
const restarting = 1012;
const unauthorized = 4401;

/** Hangs the door on a server. `close` tells every client to come back later. */
export function openWebSocketDoor(server: Server, door: Door, log: Logger) {
  const mask = errorMask(log);
  // Compression costs five times the time and some 200 KB a connection for messages as small as these.
  const sockets = new WebSocketServer({ server, path: graphqlPath, maxPayload: largestRequest, perMessageDeflate: false });
  const enveloped = (connectionParams: Readonly<Record<string, unknown>> | undefined, params: object) =>
    door.getEnveloped({ connectionParams: connectionParams ?? {}, params } as never);
  const serving = useServer(
    {
      execute: (args) => (args as Rooted).rootValue.execute(args),
      subscribe: (args) => (args as Rooted).rootValue.subscribe(args),
      async onConnect({ connectionParams, extra }) {
        try {
          await enveloped(connectionParams, {}).contextFactory();
          return true;
        } catch (error) {
          const shown = mask(error);
          extra.socket.close(shown.extensions["code"] === new Unauthenticated().code ? unauthorized : 4500, shown.message.slice(0, 100));
          return false;
        }
      },
      async onSubscribe({ connectionParams }, _id, params) {
        // An invalid operation is answered on its own id; thrown, it would close the socket with all that runs on it.
        try {
          const { schema, execute, subscribe, contextFactory, parse, validate } = enveloped(connectionParams, params);
          const document = parse(params.query);
          const errors = validate(schema, document) as readonly Error[];
          if (errors.length > 0) return errors.map(mask);
          const { operationName, variables } = params;
          return {
            schema,
            document,
            operationName,
            variableValues: variables,
            contextValue: await contextFactory(),
            rootValue: { execute, subscribe },
          };
        } catch (error) {
          return [mask(error)];
        }
      },
    },
    sockets,
  );
  return {
    async close() {
      for (const socket of sockets.clients) socket.close(restarting, "restarting");
      await serving.dispose();
    },
  };
}
