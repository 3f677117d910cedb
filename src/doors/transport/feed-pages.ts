/**
 * `GET /feed?after=<cursor>`: the feed of releases as pages that any HTTP cache may keep, so that whoever polls asks the cache. What the hub says of the present is kept for a second: the last page, and of a full one
 * only where it is. A full page stands under an address that names the state of the hub of which it is (`at`), and stays what it is there; once anything is recorded, hidden or shown, nobody is led there any more.
 */
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { GraphQLError, parse } from "graphql";
import { pageSize } from "../../graph/costs/page-size.ts";
import { askDoor, Refused } from "../ask.ts";
import type { Arrival } from "../enter.ts";
import type { GraphqlDoor } from "../graphql.ts";
import { answerJson, refuse, statusOf } from "./refusal.ts";

const feedPath = "/feed";
// The same fields as a socket and a webhook have.
const operation = {
  document: parse(readFileSync(join(import.meta.dirname, "../../../schema/operations/15-what-a-newsroom-is-told.graphql"), "utf8")),
  operationName: "ReadReleases",
};
// While one asks the hub, a cache may give the others for another second what it has: else all who come then would ask.
const forASecond = "public, max-age=1, stale-while-revalidate=1";
// What is hidden or redacted meanwhile must not stand in caches for ever.
const forAnHour = "public, max-age=3600, immutable";
const forNobodyElse = "private, no-store";

type Page = {
  readonly edges: readonly { readonly node: object }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
};
type Asked = { readonly after: string; readonly at: string | null };

const addressOfPage = (after: string, at?: string) =>
  `${feedPath}?${new URLSearchParams({ after, ...(at === undefined ? {} : { at }) }).toString()}`;

/** Answers `/feed` where `after` is given, were it empty; resolves with false for anything else. */
export function createFeedPages(door: GraphqlDoor, addressOf: (request: IncomingMessage) => string) {
  const { versions, answers, mask } = door;
  const stateNow = async () => {
    const version = await versions.current();
    // Nobody guesses it who was not led there: the hub's epoch is a random uuid that it tells nobody.
    return version === null ? null : answers.tag({ asked: feedPath, version }, null).replaceAll(/^W\/"|"$/g, "");
  };
  const respond = async (request: IncomingMessage, response: ServerResponse, { after, at }: Asked): Promise<void> => {
    const arrival: Arrival = { address: addressOf(request), authorization: request.headers.authorization ?? null };
    // Before it is read: what is committed meanwhile is in the page, and the page of the next state has it too.
    const state = arrival.authorization === null ? await stateNow() : null;
    const lead = (to: string) => response.writeHead(307, { location: to, "cache-control": forASecond }).end();
    if (at !== null && state !== null && at !== state) return void lead(addressOfPage(after));
    const { feed } = await askDoor<{ feed: Page }>(door, arrival, operation, { after, first: pageSize.max });
    const full = feed.edges.length === pageSize.max;
    if (state !== null && full && at === null) return void lead(addressOfPage(after, state));
    if (at !== null && !full) return void lead(addressOfPage(after));
    response.setHeader("cache-control", state === null ? forNobodyElse : full ? forAnHour : forASecond);
    answerJson(response, 200, {
      events: feed.edges.map(({ node }) => node),
      next: addressOfPage(feed.pageInfo.endCursor),
      hasNext: feed.pageInfo.hasNextPage,
    });
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [, search] = /^\/feed\?(.*)$/.exec(request.url ?? "") ?? [];
    const query = new URLSearchParams(search);
    if (search === undefined || !query.has("after")) return false;
    response.appendHeader("vary", "authorization");
    try {
      await respond(request, response, askedIn(request, query));
    } catch (error) {
      const errors = (error instanceof Refused ? error.errors : [error]).map(mask);
      response.setHeader("cache-control", "no-store");
      refuse(response, statusOf(errors[0]!), errors);
    }
    return true;
  };
}

/** @throws GraphQLError for what would make of one page many */
function askedIn({ method }: IncomingMessage, query: URLSearchParams): Asked {
  const refused = (message: string, code: string, status: number) => new GraphQLError(message, { extensions: { code, http: { status } } });
  if (method !== "GET" && method !== "HEAD") throw refused("The feed is read with GET or HEAD.", "METHOD_NOT_ALLOWED", 405);
  const names = [...query.keys()];
  if (names.some((name) => name !== "after" && name !== "at") || new Set(names).size < names.length)
    throw refused("A page of the feed is asked for with after, once, and as the hub leads on.", "BAD_REQUEST", 400);
  return { after: query.get("after")!, at: query.get("at") };
}
