/** The WebSocket door (graphql-transport-ws). */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { handleProtocols, CloseCode } from "graphql-ws";
import { WebSocketServer, type RawData, type WebSocket } from "ws";
import { callerOf } from "../../domain/access/key-viewer.ts";
import { TooMany } from "../../errors.ts";
import { mayConnect, type Origins } from "../access/origins.ts";
import { hasHost } from "./headers.ts";
import { Connection, closeCodes, type Answers, type Host } from "./connection.ts";
import type { GraphqlDoor } from "../graphql.ts";
import { graphqlPath, largestRequest } from "../graphql.ts";

export type WebSocketOptions = { readonly addressOf: (request: IncomingMessage) => string; readonly origins: Origins };

type Performs = (args: unknown) => Answers | Promise<Answers>;

/** Hangs the door on a server. `refuse` answers every further connection with 503; `terminate` ends those that are left. */
export function openWebSocketDoor(server: Server, door: GraphqlDoor, { addressOf, origins }: WebSocketOptions) {
  const { yoga, streams, groups, mask, entry, authentication } = door;
  // Compression costs five times the time and some 200 KB a connection for messages as small as these.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestRequest, perMessageDeflate: false, handleProtocols: choose });
  let refusing = false;

  const host: Host = {
    streams,
    mask,
    isFeed: (answers) => groups.isStream(answers),
    leave: (subscriber) => groups.close(subscriber),
    async admit(connection, authorization) {
      const { rights } = streams;
      const viewer = await authentication.identifyConnection({ address: connection.address, authorization });
      const key = callerOf(viewer);
      // Closed while the key was looked up: it holds nothing that could be released.
      if (connection.closed) return;
      if (key !== null) streams.claim("key", key);
      connection.viewer = viewer;
      // A key that was revoked while it was looked up has not found this connection open.
      if (rights !== streams.rights) await streams.recheckRights();
    },
    prepare({ address, authorization, viewer }, { payload }) {
      const enveloped = yoga.getEnveloped({ address, authorization, params: payload } as never);
      const { schema, parse, validate, contextFactory } = enveloped;
      const document = parse(entry.textOf(payload)!);
      const errors = validate(schema, document) as readonly Error[];
      if (errors.length > 0) throw errors.map(mask);
      const perform = async (subscribes: boolean, signal: AbortSignal) => {
        // Whoever subscribes is who connected: the connection would be closed if the key held less by now. A query or a mutation asks anew.
        const contextValue = await contextFactory({ signal, ...(subscribes ? { known: viewer } : {}) });
        const { operationName, variables: variableValues } = payload;
        const run = (subscribes ? enveloped.subscribe : enveloped.execute) as Performs;
        return run({ schema, document, operationName, variableValues, contextValue });
      };
      return { document, perform };
    },
    closed({ address, viewer }) {
      streams.release("address", address);
      const key = viewer && callerOf(viewer);
      if (key !== null) streams.release("key", key);
    },
  };

  server.on("upgrade", (request: IncomingMessage, wire: Duplex, head: Buffer) => {
    wire.on("error", ignore);
    if (!hasHost(request)) return void wire.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    if (request.url?.split("?")[0] !== graphqlPath) return void wire.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
    if (!mayConnect(origins, request.headers.origin, request.headers.host))
      return void wire.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
    if (refusing) return void wire.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\n\r\n");
    sockets.handleUpgrade(request, wire, head, (socket) => accept(socket, wire, addressOf(request)));
  });

  const accept = (socket: WebSocket, wire: Duplex, address: string) => {
    socket.on("error", ignore);
    if (socket.protocol === "") return socket.close(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable");
    const connection = new Connection(host, socket, wire, address);
    try {
      streams.claim("address", address);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      streams.add(connection);
      streams.remove(connection, String(closeCodes.later));
      return connection.close(closeCodes.later, `${error.code}: ${error.message}`);
    }
    streams.add(connection);
    (socket as Owned)[owner] = connection;
    socket.on("message", receive);
    socket.on("pong", pong);
    socket.on("close", close);
    return undefined;
  };
  // One function for all sockets instead of closures for each: at ten thousand idle subscribers it is memory that counts.
  function close(this: Owned, code: number) {
    streams.remove(this[owner]!, String(this[owner]!.sent ?? code));
    this[owner]!.over();
  }

  return {
    refuse() {
      refusing = true;
    },
    terminate() {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

const owner = Symbol("connection");
type Owned = WebSocket & { [owner]?: Connection };

function receive(this: Owned, data: RawData) {
  // One buffer, as ws gives it unless told otherwise.
  void this[owner]!.receive((data as Buffer).toString());
}

function pong(this: Owned) {
  this[owner]!.pong();
}

// ws closes the socket by itself after an error, with the code that fits; unheard, the event would end the process.
function ignore() {}

function choose(protocols: Set<string>): string | false {
  return handleProtocols(protocols);
}
