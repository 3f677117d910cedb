/** Which situation a page shows, where the hub holds several: the one that is asked for; otherwise the one of which the newest claim speaks. */
import type { PageHubQuery, PageHubQueryVariables } from "../../generated/graphql.ts";
import { carrying } from "./base/address.ts";
import { readOperation, type Ask } from "./base/operation.ts";
import type { View } from "./base/route.ts";

export function createSituating(): (ask: Ask, view: View) => Promise<View> {
  const operation = readOperation<PageHubQuery, PageHubQueryVariables>("hub");
  return async (ask, view) => {
    const { recordedUpTo, situations: found, newest } = await ask(operation, {});
    const situations = found.edges.map(({ node }) => node);
    const named = (slug: string | null | undefined) => situations.find((each) => each.slug === slug);
    const asked = named(view.query.get("situation"));
    // A record is shown whole, whichever it belongs to: nothing is chosen by itself there.
    const otherwise = view.parts.length > 0 ? null : (named(newest.edges[0]?.node.situation.slug) ?? situations[0]!);
    const situation = situations.length < 2 ? null : (asked ?? otherwise);
    // One that is not here, or is the only one, is asked for by nobody any more.
    const query = new URLSearchParams(view.query);
    if (asked === undefined || situation === null) query.delete("situation");
    const { situation: _, ...carried } = view.carried;
    return {
      ...view,
      query,
      recordedUpTo,
      situations,
      situation,
      ...carrying({ ...(situation && { situation: situation.slug }), ...carried }),
    };
  };
}
