/** Instants: RFC 3339 in UTC, within the years that RFC 3339 and every database can write. */
import { GraphQLError, GraphQLScalarType, Kind, print } from "graphql";
import { DateTimeResolver } from "graphql-scalars";

const { name, description, specifiedByURL, serialize, parseValue, extensions } = DateTimeResolver.toConfig();

export const DateTime = new GraphQLScalarType<Date, Date>({
  ...{ name, description, specifiedByURL, serialize, extensions },
  parseValue: (value) => read(value, JSON.stringify(value)?.slice(0, 100)),
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null, print(node).slice(0, 100)),
});

/** @throws GraphQLError that says what to write instead: a day is two instants, and where it begins hangs on a place */
function read(text: unknown, written: string): Date {
  let value: unknown;
  try {
    value = parseValue(text);
  } catch {
    throw new GraphQLError(`Expected an instant such as "2026-01-12T00:00:00-04:00" or "2026-01-12T04:00:00Z", got ${written}.`);
  }
  const year = value instanceof Date ? value.getUTCFullYear() : Number.NaN;
  if (year >= 1 && year <= 9999) return value as Date;
  throw new GraphQLError("DateTime cannot represent an instant outside the years 0001 to 9999.");
}
