/** The GraphQL door for HTTP and SSE; the WebSocket door (websocket.ts) goes through the same `getEnveloped`, and so through the same access, limits and masking. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import {
  createSourceEventStream,
  executeSubscriptionEvent,
  GraphQLError,
  mapSourceToResponseEvent,
  validateSubscriptionArgs,
  type ExecutionArgs,
} from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { Logger } from "pino";
import { createContext, type Context } from "../graph/base/context.ts";
import { toSchema } from "../graph/index.ts";
import { handDownKnownAt } from "../graph/clocks/inherit-known-at.ts";
import type { Database } from "../db/database.ts";
import { authenticate } from "../domain/access/api-key.ts";
import type { OutboundRules } from "../webhooks/outbound-address.ts";
import type { Viewer } from "../domain/viewer.ts";
import type { Feed } from "../feed/feed.ts";
import { Groups, type FeedStream } from "../feed/deliver/groups.ts";
import { FeedSource } from "../feed/deliver/subscription-source.ts";
import { checkArguments, checkSize } from "./limits.ts";
import { errorMask } from "./mask.ts";
import { createSharing } from "./same-subscription.ts";
import { Streams, type StreamLimits } from "./open-streams.ts";

export const graphqlPath = "/graphql";
export const largestRequest = 1_000_000;
const maxTokens = 10_000;
const usualBookmark = 30_000;
// About half a minute, with the pauses in between.
const usualAttempts = 10;
const streamHeaders = { "content-type": "text/event-stream", "cache-control": "no-cache", "x-accel-buffering": "no" };

export type DoorOptions = Partial<StreamLimits> & {
  /** After this long without an event an idle stream is told how far it is. */
  readonly bookmarkMilliseconds?: number;
  /** How often an event is tried that cannot be executed, before its subscribers are sent away to come back. */
  readonly attempts?: number;
  /** Where webhooks may go; to the public Internet when nothing is said. */
  readonly outbound?: OutboundRules;
};

/**
 * What a request brings along: the headers of an HTTP request, or what the WebSocket door knows of whoever connected. The door leaves here the subscription to the feed that it has admitted over
 * HTTP, for the SSE door to deliver.
 */
export type Arrival = {
  request?: Request;
  connectionParams?: Readonly<Record<string, unknown>>;
  /** Who it is, when that is known already. */
  known?: Viewer;
  /** Aborted when whoever asked has gone; of an HTTP request it is the request's own. */
  signal?: AbortSignal;
  viewer?: Viewer;
  rights?: number;
  stream?: FeedStream;
};

export type GraphqlDoor = ReturnType<typeof createGraphqlDoor>;

/** The graph as a door: `yoga` parses, checks, executes and masks for every transport; `groups` deliver what it subscribes to. */
export function createGraphqlDoor({ prisma }: Pick<Database, "prisma">, feed: Feed, log: Logger, options: DoorOptions) {
  const mask = errorMask(log);
  const onError = (error: unknown) => void (feed.stopped.aborted || log.error({ err: error }, "delivering the feed failed; trying again"));
  const { attempts = usualAttempts, bookmarkMilliseconds = usualBookmark } = options;
  const groups = new Groups(feed, prisma, { attempts, bookmarkMilliseconds, onError });
  const streams = new Streams(prisma, feed, options);
  const yoga = createYoga<Arrival, Context>({
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
    async context(arrival) {
      arrival.rights = streams.rights;
      arrival.viewer = arrival.known ?? (await authenticate(prisma, authorizationOf(arrival)));
      return createContext({
        ...{ prisma, feed, viewer: arrival.viewer, outbound: options.outbound ?? { allowPrivate: false } },
        resumeAfter: arrival.request?.headers.get("last-event-id") ?? null,
        signal: arrival.signal ?? arrival.request?.signal,
      });
    },
    plugins: [limits(mask), secondClock(), sharedSubscriptions(groups, mask), streamsOverHttp(groups)],
  });
  return { yoga, groups, streams, mask, prisma, feed };
}

/** The `Authorization` of a request, or of the connection parameters of a WebSocket. */
function authorizationOf({ request, connectionParams }: Arrival): string | null {
  const given = connectionParams?.["authorization"] ?? connectionParams?.["Authorization"];
  return typeof given === "string" ? given : (request?.headers.get("authorization") ?? null);
}

type Stage = { readonly args: ExecutionArgs; readonly setResultAndStopExecution: (result: { errors: Error[] }) => void };

function limits(mask: (error: unknown) => Error): Plugin {
  const refusing = (check: (args: ExecutionArgs) => void) => (stage: Stage) => {
    try {
      checkArguments(stage.args.document, stage.args.variableValues ?? {});
      check(stage.args);
    } catch (error) {
      stage.setResultAndStopExecution({ errors: [mask(error)] });
    }
  };
  return {
    onParse: ({ params }) => void (params.options = { ...params.options, maxTokens: maxTokens }),
    onExecute: refusing(() => {}),
    onSubscribe: refusing(checkSize),
  };
}

/** What is asked below a `knownAt` is answered as known then. After validation, so that messages speak of the operation as it was sent. */
function secondClock(): Plugin {
  const rewrite = ({ args }: { args: ExecutionArgs }) => void (args.document = handDownKnownAt(args.schema, args.document));
  return { onExecute: rewrite, onSubscribe: rewrite };
}

/** Subscriptions to the feed are handed to their groups; any other gets a context of its own for each event, for what its loaders keep must not outlive one answer. */
function sharedSubscriptions(groups: Groups, mask: (error: unknown) => Error): Plugin {
  const share = createSharing(groups, mask);
  const subscribe = async (args: ExecutionArgs) => {
    const validated = validateSubscriptionArgs(args);
    if (!("schema" in validated)) return { errors: validated };
    const source = await createSourceEventStream(validated);
    if (source instanceof FeedSource) return share(validated, source);
    if (!(Symbol.asyncIterator in source)) return source;
    return mapSourceToResponseEvent(validated, source, async (forEvent) =>
      executeSubscriptionEvent({ ...forEvent, contextValue: createContext(forEvent.contextValue as Context) }),
    );
  };
  return { onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribe as never) };
}

const streamable = /text\/event-stream|text\/\*|\*\/\*/i;

/** Over HTTP a subscription to the feed is admitted here like any operation; the answer is only the head of the response, and sse.ts goes on from there. */
function streamsOverHttp(groups: Groups): Plugin<object, Arrival> {
  return {
    onResultProcess({ request, result, serverContext, setResult, setResultProcessor }) {
      if (!groups.isStream(result)) return;
      if (!streamable.test(request.headers.get("accept") ?? "*/*"))
        return setResult({
          errors: [
            new GraphQLError("A subscription is answered as text/event-stream (or over WebSocket): accept that.", {
              extensions: { code: "NOT_ACCEPTABLE", http: { status: 406 } },
            }),
          ],
        });
      serverContext.stream = result;
      setResultProcessor((_result, { Response }) => new Response(null, { status: 200, headers: streamHeaders }), "text/event-stream");
    },
  };
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
