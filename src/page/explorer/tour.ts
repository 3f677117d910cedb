/** The tour: the operations of the repository as tabs. What they ask for is taken from what is on record, whichever data set that is. */
import { parse } from "graphql";
import type { PageTourQuery, PageTourQueryVariables } from "../../../generated/graphql.ts";
import { readTour } from "../../doors/access/documents.ts";
import { readOperation, type Ask } from "../base/operation.ts";
import { pickStriking, type Counted } from "./striking.ts";

export type Tab = { readonly query: string; readonly variables?: string };
/** The tabs, and what the first one is answered; null where it could not be asked. */
export type Tour = { readonly tabs: readonly Tab[]; readonly answer: object | null };

type Variables = Readonly<Record<string, unknown>>;

export function createTour() {
  const operation = readOperation<PageTourQuery, PageTourQueryVariables>("tour");
  const texts = readTour().map((query) => ({
    query,
    document: parse(query),
    operationName: /^(?:query|mutation|subscription) (\w+)/m.exec(query)![1]!,
  }));
  return async (ask: Ask): Promise<Tour> => {
    // A caller that may not ask now gets the tour all the same, with nothing filled in.
    const record = await ask(operation, {}).catch(() => null);
    const given = record === null ? {} : variablesOf(record);
    const tabs = texts.map(({ query, operationName }) => {
      const variables = given[operationName];
      return { query, ...(variables && { variables: JSON.stringify(variables, null, 2) }) };
    });
    const [first] = texts;
    const answer = await ask<object, Variables>(first!, given[first!.operationName] ?? {}).catch(() => null);
    return { tabs, answer };
  };
}

/** For each operation what it can be asked with here; nothing for those for which nothing is on record. */
function variablesOf(record: PageTourQuery): Readonly<Record<string, Variables>> {
  const [announced, counted, others] = [record.announced, record.counted, record.others].map(wholeCounts);
  const striking = pickStriking(counted!, announced!, others!);
  const releases = [...record.verificationQueue.edges, ...record.releases.edges].map(({ node }) => node);
  const [release] = releases;
  const somewhere = releases.find(({ facility }) => facility !== null);
  const slug = somewhere?.facility?.slug ?? record.facilities.edges[0]?.node.slug;
  const person = release?.detainee ?? record.detainees.edges[0]?.node;
  const source = striking[0]?.source ?? record.sources.edges[0]?.node.slug;
  const claim = striking[0];
  return {
    ...(striking.length > 0 && { WhoSaysHowMany: { striking: striking.map(({ id }) => id) } }),
    ...(release && { VerifyARelease: { release: release.id } }),
    // A week before somebody left it.
    ...(slug && { WhoHasBeenIn: { slug, ...(somewhere?.when.earliest && { before: weekBefore(somewhere.when.earliest) }) } }),
    ...(person && { FindAPerson: { name: misspelt(person.name) }, AreTheseTwoOne: { detainee: person.id, given: true } }),
    ...(source && { OneSourceOverTime: { slug: source }, StockAndFlow: { slug: source } }),
    ...(claim && { CorrectAClaim: { claim: claim.id, value: claim.lower, statement: claim.statement } }),
  };
}

type Counts = PageTourQuery["counted"];
function wholeCounts({ edges }: Counts): readonly Counted[] {
  return edges.flatMap(({ node }) => {
    if (!("lower" in node) || !node.lower || node.partOf !== null) return [];
    const { id, statement, lower, assertedBy, asOf } = node;
    return [{ id, statement, lower, source: assertedBy.slug, latest: asOf.latest }];
  });
}

const weekBefore = (moment: string) => new Date(Date.parse(moment) - 7 * 86_400_000).toISOString();

/** As somebody types it who only heard it: without accents, in small letters. */
const misspelt = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
