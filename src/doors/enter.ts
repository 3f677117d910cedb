/**
 * The one way in. Whatever transport an operation comes by, it passes here: what its text may be, whether it is valid, who asks, what they may run, what it costs, when it is its turn.
 * A transport brings an `Arrival` and gets an answer, or errors that may be shown.
 */
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type ParseOptions,
  type Source,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import { anonymous, type Viewer } from "../domain/viewer.ts";
import { callerOf } from "../domain/access/key-viewer.ts";
import { DocumentNotTrusted, InvalidInput, RateLimited, TooMuch } from "../errors.ts";
import type { FeedStream } from "../feed/deliver/groups.ts";
import { addressHolder, failuresOf, type Authentication } from "./access/authentication.ts";
import type { Documents } from "./access/documents.ts";
import type { AnswerVersion } from "./answers/hub-version.ts";
import { pointsPerSecond } from "../graph/costs/work.ts";
import { Admission, type AdmissionOptions } from "./limits/admission.ts";
import { checkArguments } from "./limits/arguments.ts";
import { nameOf, type Budget, type Holder, type Spent } from "./limits/budget.ts";
import { costOf, operationOf, requireWithin } from "./limits/cost.ts";
import { readInTime, type Deadlines, type Reading } from "./limits/deadline.ts";
import { createDocumentCache } from "./limits/document-cache.ts";
import { checkShape, maxTokens } from "./limits/shape.ts";
import { createSizeCache } from "./limits/size-cache.ts";

/**
 * What a request brings along: the headers of an HTTP request, or what the WebSocket door knows of whoever connected. The door leaves here the subscription to the feed that it has admitted over
 * HTTP, for the SSE door to deliver.
 */
export type Arrival = {
  /** Whom the request comes from. */
  readonly address: string;
  request?: Request;
  authorization?: string | null;
  /** Aborted when whoever asked has gone; of an HTTP request it is the request's own. */
  readonly signal?: AbortSignal;
  /** Who it is, when that is known already. */
  known?: Viewer;
  viewer?: Viewer;
  rights?: number;
  stream?: FeedStream;
  /** The transport sends text: the answer may come as it is written already (src/planner). */
  takesText?: boolean;
  /** Of which version of the hub the answer is, where that matters to whoever keeps it. */
  readonly version?: AnswerVersion;
  /** It has passed the entrance already, and is executed as part of what did. */
  admitted?: boolean;
  /** The operation is the hub's own, such as that of an export. */
  readonly trusted?: boolean;
  /** Waits until its holder may spend again, instead of being refused. */
  readonly patient?: boolean;
};

export type EntryOptions = AdmissionOptions &
  Deadlines & {
    readonly introspection: boolean;
    /** How many points one operation may cost without a key, and with one ten times as many; 0 for no bound. */
    readonly costPerOperation: number;
    /** Whether callers without a key may run nothing but what the hub knows in advance. */
    readonly trustedDocumentsOnly: boolean;
  };

// A subscription is executed with all that are the same, and how many one may have is bounded elsewhere; what it has missed is read from the database.
const subscriptionCost = { live: 10, fromCursor: 20 } as const;
// Of the ten connections that are read through (src/db/postgres.ts): whatever one address asks for, others find some free.
const statementsAtOnce = { address: 4, key: 6 } as const;
// What could not be run has been parsed, and perhaps validated.
const charactersPerPoint = 10;

export const defaultCostPerOperation = pointsPerSecond;
const timesForKeys = 10;

export function createEntry(
  budget: Budget,
  documents: Documents,
  { wasGood }: Pick<Authentication, "wasGood">,
  options: EntryOptions,
  mask: (error: unknown) => GraphQLError,
) {
  const cache = createDocumentCache();
  const admission = new Admission(options);
  const perOperation = { address: options.costPerOperation, key: options.costPerOperation * timesForKeys };
  const perHolder = { address: options.operationsPerAddress, key: options.operationsPerKey };

  /** Spends and waits for the turn; resolves with what to call when the work is done, and what is left. */
  const take = async (arrival: Arrival, cost: number): Promise<{ spent: Spent; leave: () => void }> => {
    const holder = holderOf(arrival);
    const spent = await spend(holder, cost, arrival.patient === true);
    return { spent, leave: await admission.enter(nameOf(holder), perHolder[holder.kind]) };
  };
  const spend = async (holder: Holder, cost: number, patient: boolean): Promise<Spent> => {
    for (;;) {
      try {
        return await budget.spend(holder, cost);
      } catch (error) {
        if (!patient || !(error instanceof RateLimited)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.max(50, error.resetAt.getTime() - Date.now())));
      }
    }
  };

  const refused = (error: unknown, { document, contextValue }: ExecutionArgs) => {
    if (error instanceof TooMuch || error instanceof InvalidInput) chargeFailure(contextValue as Arrival, document.loc?.source.body ?? "");
    return { errors: [mask(error)] };
  };
  const sizes = createSizeCache();
  const check = (args: ExecutionArgs, arrival: Arrival) => {
    const cost = sizes.of(args, () => {
      checkArguments(args.document, args.variableValues ?? {}, args.operationName ?? null);
      return costOf(args);
    });
    if (options.trustedDocumentsOnly && !arrival.trusted && arrival.viewer?.actor === anonymous.actor && !documents.isKnown(textOf(args)))
      throw new DocumentNotTrusted(
        "Without a key this hub runs only the operations that it publishes: send the documentId of one of them.",
      );
    requireWithin(mostOf(arrival), cost);
    return cost;
  };

  /** A change has bounds of its own (src/domain/change.ts), and what it answers belongs to it. */
  const begin = <Answer>(run: () => Promise<Answer>, { document, operationName }: ExecutionArgs, arrival: Arrival): Reading<Answer> => {
    if (operationOf(document, operationName)?.operation === "query")
      return readInTime(run, { milliseconds: timeFor(arrival), client: arrival.signal, holder: statementsOf(arrival) });
    const answer = run();
    return { answer, over: answer.then(nothing, nothing) };
  };
  /** The hub's own operations are what they are: a page is bounded by its parts. */
  const mostOf = (arrival: Arrival) => (arrival.trusted ? Infinity : perOperation[holderOf(arrival).kind] || Infinity);
  const statementsOf = (arrival: Arrival) => {
    const holder = holderOf(arrival);
    return { name: nameOf(holder), atOnce: statementsAtOnce[holder.kind] };
  };
  const timeFor = ({ trusted, viewer }: Arrival) =>
    trusted || viewer?.actor !== anonymous.actor ? options.longReadMilliseconds : options.readMilliseconds;

  const checkLeft = (arrival: Arrival) => {
    if (!arrival.authorization || !wasGood(arrival.authorization)) budget.checkLeft(failuresOf(arrival));
  };

  /** What the plugin does with an operation, for whoever needs none of the others: it is known to be valid, and runs by `run`. */
  const execute = async (args: ExecutionArgs, run: () => Promise<ExecutionResult>): Promise<ExecutionResult> => {
    const arrival = args.contextValue as Arrival;
    try {
      const { spent, leave } = await take(arrival, check(args, arrival));
      const { answer, over } = begin(run, args, arrival);
      void over.then(leave);
      const result = await answer.catch((error: unknown): ExecutionResult => ({ errors: [mask(error)] }));
      return withCost(result, spent);
    } catch (error) {
      return refused(error, args);
    }
  };

  const plugin: Plugin<object, Arrival> = {
    onParams({ params, request, setParams }) {
      // Yoga reads from an address only what it knows.
      const inAddress = request.method === "GET" ? { documentId: new URL(request.url).searchParams.get("documentId") } : {};
      const query = documents.textOf({ ...params, ...inAddress });
      if (query !== params.query) setParams({ ...params, ...(query == null ? {} : { query }) });
    },
    onParse({ params, context, setParsedDocument, setParseFn }) {
      const arrival = context as unknown as Arrival;
      checkLeft(arrival);
      const text = String(params.source);
      const known = cache.get(text);
      if (known !== undefined) return setParsedDocument(known);
      setParseFn((source: string | Source, given?: ParseOptions) => {
        const document = parseWithin(source, { ...given, maxTokens });
        checkShape(document);
        return document;
      });
      return ({ result }) => {
        if (result instanceof Error) chargeFailure(arrival, text);
      };
    },
    onValidate({ params: { documentAST }, context, setResult, addValidationRule }) {
      if (cache.has(documentAST)) return setResult([]);
      if (!options.introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
      return ({ valid }) => {
        const text = documentAST.loc!.source.body;
        if (valid) cache.keep(text, documentAST);
        else chargeFailure(context as unknown as Arrival, text);
      };
    },
    async onExecute({ args, executeFn, setExecuteFn, setResultAndStopExecution }) {
      const arrival = args.contextValue as unknown as Arrival;
      if (arrival.admitted) return undefined;
      try {
        const { spent, leave } = await take(arrival, check(args, arrival));
        setExecuteFn(async (running) => {
          const { answer, over } = begin(async () => executeFn(running), args, arrival);
          // What cannot be stopped takes its place until it is over, though its answer is late.
          void over.then(leave);
          return answer.catch((error: unknown) => ({ errors: [mask(error)] }));
        });
        return { onExecuteDone: ({ result, setResult }) => setResult(withCost(result as Answer, spent) as never) };
      } catch (error) {
        setResultAndStopExecution(refused(error, args));
        return undefined;
      }
    },
    async onSubscribe({ args, setResultAndStopExecution }) {
      try {
        check(args, args.contextValue as unknown as Arrival);
        const follows = operationOf(args.document, args.operationName)?.selectionSet.selections.some(
          (field) => "arguments" in field && field.arguments?.some(({ name }) => name.value === "after"),
        );
        await budget.spend(
          holderOf(args.contextValue as unknown as Arrival),
          follows ? subscriptionCost.fromCursor : subscriptionCost.live,
        );
      } catch (error) {
        setResultAndStopExecution(refused(error, args));
      }
    },
  };

  const chargeFailure = (arrival: Arrival, text: string) =>
    budget.charge(failuresOf(arrival), 20 + Math.ceil(text.length / charactersPerPoint));

  return {
    plugin,
    execute,
    /** The document of a text that was found valid before. @throws RateLimited as for any other */
    known(arrival: Arrival, text: string): DocumentNode | undefined {
      checkLeft(arrival);
      return cache.get(text);
    },
    take,
    timeFor,
    statementsOf,
    /** For what costs next to nothing: it waits for no turn. @throws RateLimited */
    spend: (arrival: Arrival, points: number) => spend(holderOf(arrival), points, false),
    textOf: documents.textOf,
  };
}

function parseWithin(source: string | Source, options: ParseOptions): DocumentNode {
  try {
    return parse(source, options);
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes(`more than ${maxTokens} tokens`))
      throw new TooMuch(`The text is too long: at most ${maxTokens} tokens. Ask in several operations, or with variables.`);
    throw error;
  }
}

function holderOf({ viewer, address }: Arrival): Holder {
  const key = viewer === undefined ? null : callerOf(viewer);
  return key === null ? addressHolder(address) : { kind: "key", id: key };
}

const nothing = () => {};
const textOf = ({ document }: ExecutionArgs) => document.loc?.source.body ?? "";

type Answer = { readonly extensions?: Readonly<Record<string, unknown>> };
function withCost<Given extends Answer>(answer: Given, { requested, remaining, resetAt }: Spent) {
  if (Symbol.asyncIterator in answer) return answer;
  return { ...answer, extensions: { ...answer.extensions, cost: { requested, remaining, resetAt: resetAt.toISOString() } } };
}
