/** Instants: RFC 3339 in UTC, within the years that RFC 3339 and every database can write. */
import { GraphQLError, GraphQLScalarType } from "graphql";
import { DateTimeResolver } from "graphql-scalars";

const { name, description, specifiedByURL, serialize, parseValue, parseLiteral, extensions } = DateTimeResolver.toConfig();

export const DateTime = new GraphQLScalarType<Date, Date>({
  ...{ name, description, specifiedByURL, serialize, extensions },
  parseValue: (value) => written(parseValue(value)),
  parseLiteral: (node, variables) => written(parseLiteral(node, variables)),
});

function written(value: unknown): Date {
  const year = value instanceof Date ? value.getUTCFullYear() : Number.NaN;
  if (year >= 1 && year <= 9999) return value as Date;
  throw new GraphQLError("DateTime cannot represent an instant outside the years 0001 to 9999.");
}
