/** Countries: ISO 3166-1 alpha-2, in capitals as they are stored, however they are given. */
import { GraphQLScalarType } from "graphql";
import { CountryCodeResolver } from "graphql-scalars";

const { name, description, specifiedByURL, parseValue, parseLiteral, extensions } = CountryCodeResolver.toConfig();

export const CountryCode = new GraphQLScalarType<string, string>({
  ...{ name, description, specifiedByURL, extensions },
  // What is on record is told, also from before it was looked at so closely: one row must not take a list down.
  serialize: String,
  parseValue: (value) => parseValue(value).toUpperCase(),
  parseLiteral: (node, variables) => parseLiteral(node, variables)!.toUpperCase(),
});
