import { ApolloClient, gql, HttpLink, InMemoryCache, split } from "@apollo/client/core";
import { relayStylePagination, getMainDefinition } from "@apollo/client/utilities";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { Client as UrqlClient, cacheExchange, fetchExchange, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { startHub, type Hub } from "../kit/hub.ts";
import { metricBecomes } from "../kit/metrics.ts";
import { recordVerified } from "../kit/records.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub();
  verifier = await hub.newKey("VERIFIER");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const webSocket = () => createClient({ url: hub.url.replace(/^http/, "ws"), webSocketImpl: WebSocket });
/** Resolves once so many subscribe: what is verified from then on is for them. */
const subscribed = (count: number) => metricBecomes(hub.url, "paradero_subscriptions", "", count);
afterEach(() => subscribed(0));
const verifyOne = async () => (await recordVerified(hub, verifier)).release;

test("Apollo Client pages a Relay connection into its cache, and its subscription hears a verification", async () => {
  const ws = webSocket();
  const client = new ApolloClient({
    cache: new InMemoryCache({
      typePolicies: { Query: { fields: { claims: relayStylePagination() } } },
      possibleTypes: { Claim: ["CountClaim", "EventClaim"] },
    }),
    link: split(
      ({ query }) => (getMainDefinition(query) as { operation?: string }).operation === "subscription",
      new GraphQLWsLink(ws),
      new HttpLink({ uri: hub.url }),
    ),
  });
  const query = gql`
    query ($after: String) {
      claims(first: 25, after: $after) {
        totalCount
        edges {
          cursor
          node {
            id
            statement
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  `;
  const pages = client.watchQuery<any>({ query });
  const watching = pages.subscribe({});
  let { claims } = (await pages.refetch()).data;
  const whole = claims.totalCount as number;
  for (let page = 1; page < Math.ceil(whole / 25); page += 1) {
    ({ claims } = (await pages.fetchMore({ variables: { after: claims.pageInfo.endCursor } })).data);
  }
  expect(claims.pageInfo.hasNextPage).toBe(false);
  expect(client.readQuery<any>({ query }).claims.edges).toHaveLength(whole);
  watching.unsubscribe();

  const heard = new Promise<string>((resolve) => {
    client
      .subscribe<any>({
        query: gql`
          subscription {
            releaseVerified {
              eventId
              release {
                id
                state
              }
            }
          }
        `,
      })
      .subscribe({ next: (item) => resolve(item.data.releaseVerified.release.id) });
  });
  await subscribed(1);
  const release = await verifyOne();
  expect(await heard).toBe(release);
  client.stop();
  await ws.dispose();
});

test("urql reads, and its subscription hears a verification", async () => {
  const ws = webSocket();
  const client = new UrqlClient({
    url: hub.url,
    preferGetMethod: false,
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({ unsubscribe: ws.subscribe({ query: query!, variables: variables as never }, sink as never) }),
        }),
      }),
    ],
  });
  const { data, error } = await client.query(`{ source(by: { slug: "foro-penal" }) { id name aliases } }`, {}).toPromise();
  expect(error).toBeUndefined();
  expect(data.source.aliases).toContain("Penal Forum");

  let unsubscribe = () => {};
  const heard = new Promise<string>((resolve) => {
    ({ unsubscribe } = client
      .subscription("subscription { releaseVerified { release { id } } }", {})
      .subscribe((item) => void (item.data && resolve(item.data.releaseVerified.release.id))));
  });
  await subscribed(1);
  const release = await verifyOne();
  expect(await heard).toBe(release);
  unsubscribe();
  await ws.dispose();
});

test("a browser's EventSource hears a verification", async () => {
  const query = "subscription { releaseVerified { release { id } } }";
  const response = await fetch(`${hub.url}?query=${encodeURIComponent(query)}`, { headers: { accept: "text/event-stream" } });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  await subscribed(1);
  const release = await verifyOne();
  let text = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (text.includes("event: next")) break;
  }
  expect(text).toContain(release);
});
