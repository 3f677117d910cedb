/** The GraphQL door for HTTP and SSE; the WebSocket door (websocket.ts) goes through the same `getEnveloped`, and so through the same access, limits and masking. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import {
  createSourceEventStream,
  executeSubscriptionEvent,
  mapSourceToResponseEvent,
  validateSubscriptionArgs,
  type ExecutionArgs,
} from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { Logger } from "pino";
import { createContext, type Context } from "../../schema/context.ts";
import { toSchema } from "../../schema/index.ts";
import type { Database } from "../db/database.ts";
import { authenticate } from "../domain/key.ts";
import type { OutboundRules } from "../domain/outbound.ts";
import type { Feed } from "../feed/feed.ts";
import { checkArguments } from "./limits.ts";
import { errorMask } from "./mask.ts";

export const graphqlPath = "/graphql";
export const largestRequest = 1_000_000;
const mostTokens = 10_000;

/** What a request brings along: the headers of an HTTP request, or the parameters with which a WebSocket was opened. */
type Arrival = { request?: Request; connectionParams?: Readonly<Record<string, unknown>> };
type ServerContext = Context & { readonly renew: () => Promise<ServerContext> };

export function createGraphqlDoor({ prisma }: Pick<Database, "prisma">, feed: Feed, log: Logger, outbound: OutboundRules) {
  const mask = errorMask(log);
  // Masked here and not only where a request begins: what fails between two events of a subscription would reach its socket as it is.
  const contextFor = async (authorization: string | null): Promise<ServerContext> => {
    try {
      const context = createContext({ prisma, feed, outbound, viewer: await authenticate(prisma, authorization) });
      return { ...context, renew: () => contextFor(authorization) };
    } catch (error) {
      throw mask(error);
    }
  };
  return createYoga<Arrival, ServerContext>({
    schema: toSchema(),
    graphqlEndpoint: graphqlPath,
    landingPage: false,
    multipart: false,
    maxRequestBodySize: largestRequest,
    cors: { origin: "*" },
    logging: false, // what is worth it is logged where it is masked
    maskedErrors: { maskError: (error) => mask(error) },
    graphiql: { title: "Paradero", defaultTabs: readTour() },
    renderGraphiQL,
    context: (arrival) => contextFor(authorizationOf(arrival)),
    plugins: [limits(mask), freshContextForEachEvent()],
  });
}

/** The `Authorization` of a request, or of the connection parameters of a WebSocket. */
function authorizationOf({ request, connectionParams }: Arrival): string | null {
  const given = connectionParams?.["authorization"] ?? connectionParams?.["Authorization"];
  return typeof given === "string" ? given : (request?.headers.get("authorization") ?? null);
}

function limits(mask: (error: unknown) => Error): Plugin {
  const check = ({
    args,
    setResultAndStopExecution,
  }: {
    args: ExecutionArgs;
    setResultAndStopExecution: (result: { errors: Error[] }) => void;
  }) => {
    try {
      checkArguments(args.document, args.variableValues ?? {});
    } catch (error) {
      setResultAndStopExecution({ errors: [mask(error)] });
    }
  };
  return {
    onParse: ({ params }) => void (params.options = { ...params.options, maxTokens: mostTokens }),
    onExecute: check,
    onSubscribe: check,
  };
}

/**
 * A subscription's context lives as long as the subscription, and with it whatever loaders and checks have cached. So each event gets a context of its own, with the rights that the
 * key has at that moment.
 */
function freshContextForEachEvent(): Plugin {
  const subscribe = async (args: ExecutionArgs) => {
    const validated = validateSubscriptionArgs(args);
    if (!("schema" in validated)) return { errors: validated };
    const source = await createSourceEventStream(validated);
    if (!(Symbol.asyncIterator in source)) return source;
    return mapSourceToResponseEvent(validated, source, async (forEvent) =>
      executeSubscriptionEvent({ ...forEvent, contextValue: await (forEvent.contextValue as ServerContext).renew() }),
    );
  };
  return { onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribe as never) };
}

/** GraphiQL's tabs: the operations of the repository, in the order of their file names. A comment `# headers: {…}` gives the headers of a tab. */
function readTour() {
  const directory = join(import.meta.dirname, "../../schema/operations");
  const files = readdirSync(directory).filter((file) => file.endsWith(".graphql"));
  return files.toSorted().map((file) => {
    const query = readFileSync(join(directory, file), "utf8");
    const headers = /^# headers: (\{.*\})$/m.exec(query)?.[1];
    return { query, ...(headers ? { headers } : {}) };
  });
}
