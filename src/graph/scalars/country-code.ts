/** Countries: ISO 3166-1 alpha-2, in capitals as they are stored, however they are given. */
import { GraphQLScalarType } from "graphql";
import { CountryCodeResolver } from "graphql-scalars";

const { name, description, specifiedByURL, serialize, parseValue, parseLiteral, extensions } = CountryCodeResolver.toConfig();

export const CountryCode = new GraphQLScalarType<string, string>({
  ...{ name, description, specifiedByURL, serialize, extensions },
  parseValue: (value) => parseValue(value).toUpperCase(),
  parseLiteral: (node, variables) => parseLiteral(node, variables)!.toUpperCase(),
});
