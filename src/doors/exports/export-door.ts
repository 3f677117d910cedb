/** The door for exports: `GET /export` lists them, `GET /export/<name>.csv`, `.jsonl` and `.parquet` stream them, `<name>.datapackage.json` is their dictionary. Every export is answered by the graph, with the caller's rights. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { GraphQLBoolean } from "graphql";
import Negotiator from "negotiator";
import type { Logger } from "pino";
import { settled } from "../../domain/recording-clock.ts";
import type { Context } from "../../graph/base/context.ts";
import { toSchema } from "../../graph/index.ts";
import { eachWithin, heldBy } from "../../db/statements/bounds.ts";
import { askDoor, Refused } from "../ask.ts";
import type { Arrival } from "../enter.ts";
import type { GraphqlDoor } from "../graphql.ts";
import { readInTime } from "../limits/deadline.ts";
import { errorMask } from "../mask.ts";
import { answerJson, refuse, statusOf } from "../transport/refusal.ts";
import { readCatalogue } from "./catalogue.ts";
import { dataPackageOf, situationsAsked, type Situations } from "./data-package.ts";
import type { Content, Export } from "./export.ts";
import { formats, preferred, type FormatName } from "./format.ts";
import type { Writing } from "./sink.ts";
import { askAs } from "./operation.ts";
import { describeParameters, readParameters, type Parameters } from "../../exchange/export/parameters.ts";

type Written = string | Uint8Array;

const dictionary = "datapackage.json";
const exportPath = "/export";
const clientLeft = "ERR_STREAM_PREMATURE_CLOSE";
const ofCsv = [
  [
    "raw",
    {
      type: GraphQLBoolean,
      defaultValue: false,
      description:
        "For programs: text as it is on record. Without it, text that begins like a formula (= + - @ tab, carriage return) gets an apostrophe in front, so that no spreadsheet runs it.",
    },
  ],
  ["spreadsheet", { type: GraphQLBoolean, defaultValue: false, description: "For Excel and its like: the file gets a byte order mark." }],
] as const;

/** Answers `/export` and every path below it; resolves with false for anything else. */
export function createExportDoor(door: GraphqlDoor, log: Logger, addressOf: (request: IncomingMessage) => string) {
  const catalogue = readCatalogue(toSchema());
  const mask = errorMask(log);
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [, path = "", search = ""] = /^([^?]*)\??(.*)$/.exec(request.url ?? "") ?? [];
    if (path !== exportPath && !path.startsWith(`${exportPath}/`)) return false;
    const query = new URLSearchParams(search);
    response.setHeader("cache-control", "no-store").appendHeader("vary", "accept, authorization");
    try {
      if (request.method !== "GET" && request.method !== "HEAD") {
        response.setHeader("allow", "GET, HEAD, OPTIONS");
        refuse(response, 405, [{ message: "Exports are read with GET or HEAD.", extensions: { code: "METHOD_NOT_ALLOWED" } }]);
      } else if (path === exportPath || path === `${exportPath}/`) {
        readParameters(query, new Map());
        answerJson(response, 200, { exports: [...catalogue.values()].map(describeExport) });
      } else await stream(request, response, path.slice(exportPath.length + 1), query);
    } catch (error) {
      const errors = (error instanceof Refused ? error.errors : [error]).map(mask);
      // After the first rows only an aborted connection can tell the client that the file is incomplete.
      if (response.headersSent) {
        log.warn({ path, errors: errors.map(({ message }) => message) }, "an export broke off");
        response.destroy();
      } else refuse(response, statusOf(errors[0]!), errors);
    }
    return true;
  };

  function contextOf(arrival: Arrival) {
    return door.yoga.getEnveloped({ ...arrival, params: {} } as never).contextFactory() as unknown as Promise<Context & Arrival>;
  }

  async function describeInFull(
    request: IncomingMessage,
    response: ServerResponse,
    exported: Export,
    query: URLSearchParams,
  ): Promise<void> {
    const values = readParameters(query, exported.parameters);
    const arrival: Arrival = { address: addressOf(request), authorization: request.headers.authorization ?? null };
    const context = () => contextOf(arrival);
    const dated = exported.parameters.has("knownAt");
    const { knownAt } = dated ? await settleParameter(context, values["knownAt"] ?? (await context()).now().toISOString()) : {};
    if (knownAt !== undefined) query.set("knownAt", knownAt);
    const { situations } = await askDoor<Situations>(door, arrival, situationsAsked, {});
    const search = query.size === 0 ? "" : `?${query.toString()}`;
    answerJson(response, 200, dataPackageOf(exported, { search, knownAt, situations: situations.edges.map(({ node }) => node) }));
  }

  async function stream(request: IncomingMessage, response: ServerResponse, path: string, query: URLSearchParams): Promise<void> {
    const [name = "", ending] = /^([A-Za-z]+)(?:\.(\w+|datapackage\.json))?$/.exec(path)?.slice(1) ?? [];
    const exported = catalogue.get(name);
    if (exported && ending === dictionary) return describeInFull(request, response, exported, query);
    if (!exported || (ending !== undefined && !exported.formats.includes(ending as FormatName))) {
      const known = [...catalogue.values()].flatMap(pathsOf).join(", ");
      return refuse(response, 404, [{ message: `There is no such export. There are: ${known}`, extensions: { code: "NOT_FOUND" } }]);
    }
    const chosen =
      ending === undefined
        ? preferred(request.headers.accept, exported.formats)
        : { format: ending as FormatName, type: formats[ending as FormatName].types[0] };
    if (!chosen) {
      const types = exported.formats.flatMap((format) => formats[format].types).join(", ");
      return refuse(response, 406, [
        { message: `Expected an Accept that allows one of ${types}.`, extensions: { code: "NOT_ACCEPTABLE" } },
      ]);
    }
    const { spreadsheet = false, raw = false, ...values } = readParameters(query, parametersOf(exported, chosen.format));
    const leaving = new AbortController();
    response.once("close", () => leaving.abort());
    if (response.closed) leaving.abort();
    const arrival: Arrival = { address: addressOf(request), authorization: request.headers.authorization ?? null, signal: leaving.signal };
    const context = () => contextOf(arrival);
    // What is read by a verb instead of an operation has its price, and its turn, all the same.
    const leave = exported.cost === undefined ? () => {} : (await door.entry.take(await context(), exported.cost)).leave;
    if (response.closed) leave();
    else response.once("close", leave);
    // Once for all pages. The header says as known when the file is.
    const moments = "knownAt" in values ? await settleParameter(context, values["knownAt"]) : {};
    if (moments.knownAt) response.setHeader("known-at", moments.knownAt);
    const open = async () => exported.open({ ask: askAs(door, arrival), context }, { ...values, ...moments });
    const holder = door.entry.statementsOf(arrival);
    heldBy(leaving.signal, holder);
    const milliseconds = door.entry.timeFor({ ...arrival, trusted: true });
    const { columns, pages } = await readInTime(open, { milliseconds, client: leaving.signal, holder }).answer;
    const texts = write({ columns, pages: eachWithin(leaving.signal, pages) }, chosen.format, {
      spreadsheet: spreadsheet === true,
      raw: raw === true,
    });
    // Errors in the request show with the first page: until then the response can still be an error.
    const first = await texts.next();
    if (response.destroyed) return void (await texts.return());
    const { text } = formats[chosen.format];
    const pressed = text && new Negotiator(request).encoding(["identity", "gzip"]) === "gzip";
    response.appendHeader("vary", "accept, accept-encoding, authorization").writeHead(200, {
      ...(pressed && { "content-encoding": "gzip" }),
      "content-type": text ? `${chosen.type}; charset=utf-8` : chosen.type,
      "content-disposition": `attachment; filename="${name}.${chosen.format}"`,
    });
    if (request.method === "HEAD") {
      await texts.return();
      response.end();
      return;
    }
    try {
      const rows = Readable.from(startingWith(first, texts));
      await (pressed ? pipeline(rows, createGzip(), response) : pipeline(rows, response));
    } catch (error) {
      if ((error as { code?: string }).code !== clientLeft) throw error;
    }
  }
}

/** The moment as of which an export is answered, as text. */
async function settleParameter(context: () => Promise<Context>, asked: unknown): Promise<{ knownAt?: string }> {
  const moment = new Date(String(asked));
  return asked === null ? {} : { knownAt: (await settled((await context()).prisma, moment)).toISOString() };
}

async function* write({ columns, pages }: Content, format: FormatName, csv: Omit<Writing, "columns">): AsyncGenerator<Written, void> {
  const sink = formats[format].open({ columns, ...csv });
  for await (const page of pages) yield sink.page(page);
  yield sink.end();
}

async function* startingWith(first: IteratorResult<Written, void>, texts: AsyncGenerator<Written, void>): AsyncGenerator<Written> {
  if (first.done) return;
  try {
    yield first.value;
    yield* texts;
  } finally {
    await texts.return();
  }
}

function parametersOf({ parameters }: Export, format: FormatName): Parameters {
  return format === "csv" ? new Map([...parameters, ...ofCsv]) : parameters;
}

const pathsOf = ({ name, formats: offered }: Export) => offered.map((format) => `${exportPath}/${name}.${format}`);

function describeExport(exported: Export) {
  const { name, description, columns, formats: offered } = exported;
  return {
    ...{ name, description, paths: pathsOf(exported), dictionary: `${exportPath}/${name}.${dictionary}` },
    ...{ columns: columns.map((column) => column.name), parameters: describeParameters(parametersOf(exported, offered[0]!)) },
  };
}
