/** Countries: ISO 3166-1 alpha-2, in capitals as they are stored, however they are given. */
import { GraphQLError, GraphQLScalarType, Kind, print } from "graphql";
import { CountryCodeResolver } from "graphql-scalars";

const { name, description, specifiedByURL, parseValue, extensions } = CountryCodeResolver.toConfig();

/** @throws GraphQLError that says what to write instead */
function read(value: unknown, written: string): string {
  try {
    return parseValue(value).toUpperCase();
  } catch {
    throw new GraphQLError(`Expected an ISO 3166-1 alpha-2 country code in quotes, such as "VE", got ${written}.`);
  }
}

export const CountryCode = new GraphQLScalarType<string, string>({
  ...{ name, description, specifiedByURL, extensions },
  // What is on record is told, also from before it was looked at so closely: one row must not take a list down.
  serialize: String,
  parseValue: (value) => read(value, JSON.stringify(value)?.slice(0, 100)),
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null, print(node).slice(0, 100)),
});
