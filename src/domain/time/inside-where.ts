/** The window of `compare.ts` as a condition on the two columns of a span. */

export type Asked = {
  readonly since?: Date | null | undefined;
  readonly until?: Date | null | undefined;
  /** Also what may lie inside, and may not. */
  readonly includePossible?: boolean | null | undefined;
};

type Comparison = { readonly lt?: Date; readonly lte?: Date; readonly gt?: Date; readonly gte?: Date } | null;
type Condition<Prefix extends string> = { [Column in `${Prefix}Earliest` | `${Prefix}Latest`]?: Comparison };

/** Rows whose span, in the columns with this prefix, lies after `since`, up to and including `until`: certainly (`within` says CERTAIN), or also possibly. Undefined when neither is given. */
export function insideWhere<Prefix extends string>(prefix: Prefix, { since, until, includePossible }: Asked) {
  const condition = (earliest?: Comparison, latest?: Comparison) =>
    ({
      ...(earliest === undefined ? {} : { [`${prefix}Earliest`]: earliest }),
      ...(latest === undefined ? {} : { [`${prefix}Latest`]: latest }),
    }) as Condition<Prefix>;
  const all: { OR: Condition<Prefix>[] }[] = [];
  if (since != null) {
    const begins = includePossible ? undefined : { gte: since };
    // An instant at the beginning itself is not after it.
    all.push({ OR: [condition(begins, null), condition(begins, { gt: since })] });
  }
  if (until != null) {
    const possible = [condition(null), condition({ lt: until }), condition({ lte: until }, { lte: until })];
    all.push({ OR: includePossible ? possible : [condition(undefined, { lte: until })] });
  }
  return all.length === 0 ? undefined : all;
}
