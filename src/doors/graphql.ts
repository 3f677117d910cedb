/** The GraphQL door. HTTP, SSE, WebSocket and exports go through the same `getEnveloped`, and so through the same entrance (enter.ts), access and masking. */
import {
  createSourceEventStream,
  executeSubscriptionEvent,
  GraphQLError,
  mapSourceToResponseEvent,
  validateSubscriptionArgs,
  type ExecutionArgs,
  type ExecutionResult,
} from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { Logger } from "pino";
import { createContext, type Context, type Feeds } from "../graph/base/context.ts";
import { toSchema } from "../graph/index.ts";
import { printSdl } from "../graph/sdl.ts";
import type { Database } from "../db/database.ts";
import type { OutboundRules } from "../webhooks/outbound-address.ts";
import { Groups } from "../feed/deliver/groups.ts";
import { FeedSource } from "../feed/deliver/subscription-source.ts";
import { AuditJournal } from "../domain/access/audit-journal.ts";
import { Planner, type PlannerMode } from "../planner/planner.ts";
import { traced } from "../tracing/trace.ts";
import { buildId } from "./answers/build-id.ts";
import { createHubVersions, replicaVersionSql } from "./answers/hub-version.ts";
import { KeptAnswers } from "./answers/kept-answers.ts";
import { createReplicaReads } from "./answers/read-replica.ts";
import { createAuthentication } from "./access/authentication.ts";
import type { TokenOptions } from "./access/tokens.ts";
import { readDocuments } from "./access/documents.ts";
import { createSessions } from "./access/sessions.ts";
import { createEntry, defaultCostPerOperation, type Arrival, type EntryOptions } from "./enter.ts";
import { defaultAdmission } from "./limits/admission.ts";
import { operationOf } from "./limits/cost.ts";
import { createBudget, defaultBudget, type BudgetOptions } from "./limits/budget.ts";
import { defaultDeadlines } from "./limits/deadline.ts";
import { errorMask } from "./mask.ts";
import { createSharing } from "./same-subscription.ts";
import { settleClocks } from "./settle-clocks.ts";
import { Streams, type StreamLimits } from "./open-streams.ts";

export const graphqlPath = "/graphql";
export const largestRequest = 1_000_000;
const maxOperationName = 100;
const defaultBookmarkMilliseconds = 30_000;
// About half a minute, with the pauses in between.
const defaultAttempts = 10;
const defaultAnswersMegabytes = 64;
const streamHeaders = { "content-type": "text/event-stream", "cache-control": "no-cache", "x-accel-buffering": "no" };

export type DoorOptions = Partial<StreamLimits> & {
  /** After this long without an event an idle stream is told how far it is. */
  readonly bookmarkMilliseconds?: number;
  /** How often an event is tried that cannot be executed, before its subscribers are sent away to come back. */
  readonly attempts?: number;
  /** After so long what was noted beside requests is written: the audit trail after a second, when keys were used after a minute, when nothing is said. */
  readonly notesMilliseconds?: number;
  /** Whose tokens are taken beside keys; nobody's when nothing is said. */
  readonly tokens?: TokenOptions | undefined;
  /** Whether what is read is planned (src/planner): on when nothing is said. */
  readonly planner?: PlannerMode | undefined;
  /** Where webhooks may go; to the public Internet when nothing is said. */
  readonly outbound?: OutboundRules;
  readonly limits?: LimitOptions;
};

/** What callers may ask for, and how much of it. */
export type LimitOptions = Partial<BudgetOptions & EntryOptions> & {
  /** A directory of further documents that can be named by their id. */
  readonly documents?: string | undefined;
  /** How much memory the texts of answers may take that are kept for the next who asks; 0 for none. */
  readonly answersMegabytes?: number | undefined;
};

export type GraphqlDoor = ReturnType<typeof createGraphqlDoor>;

/** The graph as a door: `yoga` parses, checks, executes and masks for every transport; `groups` deliver what it subscribes to. */
export function createGraphqlDoor(
  {
    prisma,
    delivering,
    kept,
    single,
    keptSingle,
    replica,
  }: Pick<Database, "prisma" | "delivering" | "kept" | "single" | "keptSingle" | "replica">,
  feeds: Feeds,
  log: Logger,
  options: DoorOptions,
) {
  const { feed, changes } = feeds;
  const mask = errorMask(log);
  const onError = (error: unknown) => void (feed.stopped.aborted || log.error({ err: error }, "delivering the feed failed; trying again"));
  const { attempts = defaultAttempts, bookmarkMilliseconds = defaultBookmarkMilliseconds } = options;
  const groups = new Groups([feed, changes], delivering, { attempts, bookmarkMilliseconds, onError });
  const streams = new Streams(kept, feed, options);
  const { documents, answersMegabytes = defaultAnswersMegabytes, ...limits } = options.limits ?? {};
  const costs = { ...defaultBudget, ...limits };
  const budget = createBudget(costs, (error) => log.warn({ err: error }, "counting costs failed"));
  const journal = new AuditJournal(
    prisma,
    (error) => log.error({ err: error }, "the audit trail could not be written; trying again"),
    options.notesMilliseconds,
  );
  const authentication = createAuthentication({ kept, feed, log, journal }, budget, costs.costPerAddress, options);
  const open = { costPerOperation: defaultCostPerOperation, introspection: true, trustedDocumentsOnly: false };
  const entryOptions = { ...defaultAdmission, ...defaultDeadlines, ...open, ...limits };
  const entry = createEntry(budget, readDocuments(documents), authentication, entryOptions, mask);
  const plannerOn = (way: Database["single"]) =>
    new Planner(options.planner ?? "on", way, (outcome, field) => feed.meter.planned.inc({ outcome, field }));
  const planner = plannerOn(single);
  const versions = createHubVersions(keptSingle);
  const readReplica =
    replica &&
    createReplicaReads({
      ...{ replica, kept, planner: plannerOn(replica.single), primary: versions },
      versions: createHubVersions(replica.keptSingle, replicaVersionSql),
      count: (outcome) => feed.meter.replicaReads.inc({ outcome }),
    });
  const contextOf = async (arrival: Arrival): Promise<Context> => {
    arrival.rights = streams.rights;
    arrival.viewer = arrival.known ?? (await authentication.identify(arrival));
    return createContext({
      ...{ prisma, feed, changes, journal, viewer: arrival.viewer, outbound: options.outbound ?? { allowPrivate: false } },
      resumeAfter: arrival.request?.headers.get("last-event-id") ?? null,
      signal: arrival.signal ?? arrival.request?.signal,
    });
  };
  const yoga = createYoga<Arrival, Context>({
    schema: toSchema(),
    graphqlEndpoint: graphqlPath,
    landingPage: false,
    multipart: false,
    maxRequestBodySize: largestRequest,
    cors: false, // transport/headers.ts
    parserAndValidationCache: false, // it counts documents, not bytes: limits/document-cache.ts
    extraParamNames: ["documentId"],
    logging: false, // what is worth it is logged where it is masked
    maskedErrors: { maskError: (error) => mask(error) },
    graphiql: false, // transport/graphiql.ts
    context: contextOf,
    // The clocks stand before the entrance, which wraps what they run.
    plugins: [
      sharedSubscriptions(groups, delivering, mask),
      settledClocks(async (args, ordinary) => (await readReplica?.(args, ordinary)) ?? planner.execute(args, ordinary), mask),
      entry.plugin,
      auditedReads(),
      streamsOverHttp(groups),
    ],
  });
  const answers = new KeptAnswers(answersMegabytes, buildId());
  return {
    yoga,
    schema: toSchema(),
    contextOf,
    /** Executes what is planned, without Yoga; resolves with null for anything else. Whoever calls has passed the entrance. */
    quickly: async (args: ExecutionArgs) => (replica === null ? settled(args, async (running) => planner.quickly(running), mask) : null),
    versions,
    answers,
    groups,
    streams,
    mask,
    prisma,
    feed,
    entry,
    budget,
    authentication,
    journal,
    sessions: createSessions(kept),
    printSdl: () => printSdl(toSchema()),
  };
}

/** Within the turn that the entrance gives: it stands before the entrance, which wraps what it sets. */
function settledClocks(execute: Planner["execute"], mask: (error: unknown) => GraphQLError): Plugin<object, Context> {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs) => settled(args, async (running) => execute(running, executeFn as never), mask));
    },
  };
}

/** Executes an operation whose clocks are settled, unless that is left to somebody else: then null. */
async function settled<Answer extends ExecutionResult | null>(
  args: ExecutionArgs,
  execute: (running: ExecutionArgs) => Promise<Answer>,
  mask: (error: unknown) => GraphQLError,
): Promise<Answer | ExecutionResult> {
  try {
    const { extensions, ...clocks } = await settleClocks(args);
    const answer = await traced(
      () => ({ name: "execute", attributes: () => labelsOf(args) }),
      () => execute({ ...args, ...clocks }),
    );
    if (answer === null || Object.keys(extensions).length === 0) return answer;
    return { ...answer, extensions: { ...answer.extensions, ...extensions } };
  } catch (error) {
    return { errors: [mask(error)] };
  }
}

function labelsOf({ document, operationName }: ExecutionArgs) {
  const operation = operationOf(document, operationName);
  return {
    "graphql.operation.type": operation?.operation ?? "",
    "graphql.operation.name": operation?.name?.value.slice(0, maxOperationName) ?? "",
  };
}

/** Whoever may see what is restricted is on record with what they saw of it. */
function auditedReads(): Plugin {
  return {
    onExecute({ args }) {
      const { journal, reads, viewer } = args.contextValue as unknown as Context;
      if (journal === null || reads === null) return undefined;
      const operation = operationOf(args.document, args.operationName)?.name?.value.slice(0, maxOperationName) ?? "";
      return { onExecuteDone: () => journal.read(viewer, operation, reads) };
    },
  };
}

/** Subscriptions to the feed are handed to their groups; any other gets a context of its own for each event, for what its loaders keep must not outlive one answer. */
function sharedSubscriptions(groups: Groups, delivering: Database["delivering"], mask: (error: unknown) => GraphQLError): Plugin {
  const share = createSharing(groups, delivering, mask);
  const runningOf = async (args: ExecutionArgs): Promise<ExecutionArgs | GraphQLError> => {
    try {
      const { document, variableValues } = await settleClocks(args);
      return { ...args, document, variableValues };
    } catch (error) {
      return mask(error);
    }
  };
  const subscribe = async (args: ExecutionArgs) => {
    const asked = await runningOf(args);
    if (asked instanceof Error) return { errors: [asked] };
    const validated = validateSubscriptionArgs(asked);
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
