/**
 * Plain requests, which are most, without Yoga's Request and Response: an operation goes through the same entrance, and its text straight into Node's response. Whatever is unusual (a fault in the
 * request, a stream) is left to Yoga as it came.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendNodeResponse } from "@whatwg-node/server";
import type { DocumentNode, ExecutionResult, GraphQLError } from "graphql";
import { processRegularResult } from "graphql-yoga";
import Negotiator from "negotiator";
import type { Context } from "../../graph/base/context.ts";
import { AnswerVersion } from "../answers/hub-version.ts";
import { always, gzipOf, textOf, thisMinute, type KeptAnswer, type Question } from "../answers/kept-answers.ts";
import { isLasting, readsNothing, type Told } from "../answers/lasting.ts";
import { jsonOf } from "../../planner/written.ts";
import type { Arrival } from "../enter.ts";
import type { GraphqlDoor } from "../graphql.ts";
import { operationOf } from "../limits/cost.ts";
import type { Headers } from "./headers.ts";
import { operationIn, type Operation } from "./params.ts";

export type Plain = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly arrival: Arrival;
  /** Of a POST. */
  readonly body: string | null;
};
/** What is to run. */
type Prepared = { readonly document: DocumentNode; readonly params: Operation; readonly changes: boolean; run(): Promise<Ran> };
type Ran = { readonly result: ExecutionResult; readonly hangsOnNow: boolean };
type Cost = { readonly requested: number };

const json = new Set(["application/json", "application/*", "*/*"]);
// A smaller text is one packet either way.
const notWorthIt = 1000;
// To give what is kept is hardly any work.
const keptCost = 1;

/** Answers, or resolves with false for Yoga to answer. */
export function createDirectWay(door: GraphqlDoor, headers: Headers) {
  const { entry, yoga, schema, versions, answers, mask } = door;

  /** Null where Yoga should look: it says with which status a text is none. */
  const prepare = ({ request, body, arrival: given }: Plain, version?: AnswerVersion): Prepared | null => {
    const arrival: Arrival = version === undefined ? given : { ...given, version };
    const params = operationIn(request, body);
    const text = params && textIn(params);
    if (!text) return null;
    return quickly(params, text, body, arrival) ?? ordinarily(params, text, body, arrival);
  };

  /** Where the text is known already and what it asks is planned, nothing of Yoga's is needed; where not, it still serves for the rest. */
  const quickly = (params: Operation, text: string, body: string | null, arrival: Arrival): Prepared | null => {
    const document = entry.known(arrival, text);
    const { variables, operationName } = params;
    if (document === undefined || operationOf(document, operationName)?.operation !== "query") return null;
    const run = async (): Promise<Ran> => {
      const contextValue = { ...arrival, ...(await door.contextOf(arrival)), viewer: arrival.viewer!, takesText: true };
      const asked = { schema, document, contextValue, variableValues: variables ?? undefined, operationName };
      let hangsOnNow = () => contextValue.hangsOnNow();
      const result = await entry.execute(asked, async () => {
        const answer = await door.quickly(asked);
        if (answer !== null) return answer;
        const ran = await ordinarily(params, text, body, { ...arrival, known: arrival.viewer!, admitted: true }, document)!.run();
        hangsOnNow = () => ran.hangsOnNow;
        return ran.result;
      });
      return { result, hangsOnNow: hangsOnNow() };
    };
    return { document, params, changes: false, run };
  };

  /** `known` is what the text says where that has been read: to read it again could be refused, of somebody who has sent many faults meanwhile. */
  const ordinarily = (params: Operation, text: string, body: string | null, arrival: Arrival, known?: DocumentNode): Prepared | null => {
    const { variables, operationName } = params;
    const enveloped = yoga.getEnveloped({ ...arrival, takesText: true, params: { query: text, variables, operationName } } as never);
    const { execute } = enveloped;
    const document = known ?? parsed(enveloped.parse, text);
    const kind = document && operationOf(document, operationName)?.operation;
    if (!document || kind === undefined || kind === "subscription" || (kind === "mutation" && body === null)) return null;
    const run = async (): Promise<Ran> => {
      if (kind === "query" && !readsNothing(document, operationName)) await arrival.version?.before();
      const errors = enveloped.validate(schema, document) as readonly GraphQLError[];
      if (errors.length > 0) return { result: { errors }, hangsOnNow: false };
      const contextValue = await enveloped.contextFactory();
      const asked = { schema, document, contextValue, variableValues: variables ?? undefined, operationName };
      const result = (await execute(asked)) as ExecutionResult;
      return { result, hangsOnNow: (contextValue as unknown as Context).hangsOnNow() };
    };
    return { document, params, changes: kind === "mutation", run };
  };
  const parsed = (parse: (text: string) => unknown, text: string) => {
    try {
      return parse(text) as DocumentNode;
    } catch {
      return null;
    }
  };
  const textIn = (params: Operation) => {
    try {
      return entry.textOf(params);
    } catch {
      return null;
    }
  };
  const refuse = async ({ request, response }: Plain, media: string, result: ExecutionResult): Promise<true> => {
    headers.set(request, response);
    await sendNodeResponse(processRegularResult(result as never, yoga.fetchAPI, media), response, request, false);
    return true;
  };

  /** Of whom nothing is known everybody may have the answer. */
  const openly = async (plain: Plain, media: string): Promise<boolean> => {
    const { request, arrival, body } = plain;
    const asked = body ?? request.url ?? "";
    const holds = body === null && request.headers["if-none-match"] !== undefined;
    const version = new AnswerVersion(versions);
    // Where nothing may be the answer already its version is read along with it.
    if (holds || answers.has(asked)) {
      const current = answers.isOfAllVersions(asked) ? always : await version.before();
      if (current === null) return alone(plain, media);
      const question: Question = { asked, version: current };
      const held = holds ? heldBy(request, [...answers.tags(question), answers.tag({ asked, version: always }, null)]) : undefined;
      const kept = held === undefined ? (answers.find(question) ?? (await answers.joined(question)) ?? undefined) : undefined;
      if (held !== undefined || kept !== undefined) {
        const cost = await entry.spend(arrival, keptCost);
        return held === undefined ? send(plain, media, question, kept!, cost) : notModified(plain, held);
      }
    }
    const prepared = prepare(plain, version);
    if (prepared === null) return false;
    const found = prepared.changes ? () => {} : answers.lead(asked, version);
    let answer: KeptAnswer | null = null;
    // Of the minute in which it was begun: one that ends in the next speaks of this one.
    const begun = thisMinute();
    try {
      const { result, hangsOnNow } = await prepared.run();
      const read = version.value === undefined && readsNothing(prepared.document, prepared.params.operationName) ? always : version.value;
      if (result.errors || prepared.changes || read == null) return await sendOnce(plain, media, result);
      const question: Question = { asked, version: read };
      const { cost, ...told } = result.extensions as { readonly cost: Cost } & Told;
      const minute = hangsOnNow ? begun : null;
      answer = {
        version: question.version,
        minute,
        lasting: minute === null && isLasting(prepared.document, prepared.params, told),
        data: jsonOf(result.data),
        extensions: Object.entries(told).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`),
      };
      return await send(plain, media, question, answer, cost);
    } finally {
      found(answer);
    }
  };

  const send = async (plain: Plain, media: string, question: Question, answer: KeptAnswer, cost: object): Promise<true> => {
    const { request, body } = plain;
    const pressed = answer.data.length > notWorthIt && new Negotiator(request).encoding(["gzip", "identity"]) === "gzip";
    const text = JSON.stringify(cost);
    const own = ["vary", variesBy];
    if (pressed) own.push("content-encoding", "gzip");
    if (body === null) own.push("etag", answers.tag(question, answer.minute), "cache-control", answer.lasting ? lastingFor : anew);
    write(plain, media, own, pressed ? await gzipOf(answer, text) : textOf(answer, text));
    return true;
  };

  /** For one caller, and nobody after them. */
  const alone = async (plain: Plain, media: string): Promise<boolean> => {
    const prepared = prepare(plain);
    return prepared !== null && (await sendOnce(plain, media, (await prepared.run()).result));
  };

  const sendOnce = async (plain: Plain, media: string, result: ExecutionResult): Promise<true> => {
    if (result.errors) return refuse(plain, media, result);
    write(plain, media, ["cache-control", "private, no-store"], answerText(result));
    return true;
  };

  const notModified = ({ request, response }: Plain, etag: string): true => {
    response.writeHead(304, [...headers.of(request), "vary", variesBy, "etag", etag, "cache-control", anew]).end();
    return true;
  };

  /** All headers at once, in the place of any that were set: one by one they take a fifth of the time of a short answer. */
  const write = ({ request, response }: Plain, media: string, own: readonly string[], text: string | Buffer): void => {
    const ofText = ["content-type", `${media}; charset=utf-8`, "content-length", String(Buffer.byteLength(text))];
    response.writeHead(200, [...headers.of(request), ...own, ...ofText]).end(text);
  };

  return async (plain: Plain): Promise<boolean> => {
    const { request, arrival } = plain;
    const media = mediaOf(request);
    if (media === null || request.headers["last-event-id"] !== undefined) return false;
    try {
      return await (arrival.authorization ? alone(plain, media) : openly(plain, media));
    } catch (error) {
      return refuse(plain, media, { errors: [mask(error)] });
    }
  };
}

/** In the order in which Yoga writes them. */
function answerText({ data, extensions }: ExecutionResult): string {
  return `{"data":${jsonOf(data)}${extensions === undefined ? "" : `,"extensions":${JSON.stringify(extensions)}`}}`;
}

// Whoever holds it need not ask again for so long; what is hidden or redacted meanwhile must not stand in caches for ever.
const lastingFor = "public, max-age=3600, immutable";
const anew = "public, no-cache";
const variesBy = "accept, accept-encoding, authorization";

/** The first of the tags that the client holds. */
function heldBy({ headers }: IncomingMessage, tags: readonly string[]): string | undefined {
  const held = headers["if-none-match"];
  return held === undefined ? undefined : tags.find((tag) => held.includes(tag));
}

/** As Yoga chooses: what is accepted first, whatever it weighs. Null for anything else than JSON. */
function mediaOf({ headers: { accept = "*/*" } }: IncomingMessage): string | null {
  if (accept === "application/json" || accept === "application/graphql-response+json") return accept;
  if (/charset=(?!utf-8)/i.test(accept)) return null;
  for (const each of accept.toLowerCase().split(",")) {
    const type = each.split(";")[0]!.trim();
    if (type === "application/graphql-response+json") return type;
    if (json.has(type)) return "application/json";
  }
  return null;
}
