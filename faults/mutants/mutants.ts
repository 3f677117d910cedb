/** Faults that somebody could make, each a change of one line of src, with the tests that must turn red of it. */
export type Mutant = { readonly fault: string; readonly file: string; readonly from: string; readonly to: string; readonly tests: string };

export const mutants: readonly Mutant[] = [
  {
    fault: "a file without visibility shows what is hidden",
    file: "src/exchange/import/compare-rows.ts",
    from: `if (given === undefined || cellOf(row, "visibility") !== "") return columns;`,
    to: `if (given !== "RESTRICTED") return columns;`,
    tests: "test/exchange/visibility.test.ts",
  },
  {
    fault: "an export names a hidden publisher",
    file: "src/exchange/export/rows.ts",
    from: `publisher: canSee(viewer, publisher) ? publisher!.slug : null`,
    to: `publisher: publisher?.slug ?? null`,
    tests: "test/exchange/visibility.test.ts",
  },
  {
    fault: "an export names a hidden page that others repeat",
    file: "src/exchange/export/rows.ts",
    from: `derivedFrom: { where: visibleWhere(viewer), select: { key: true } }`,
    to: `derivedFrom: { select: { key: true } }`,
    tests: "test/exchange/visibility.test.ts",
  },
  {
    fault: "an export holds a claim whose correction is hidden",
    file: "src/exchange/export/exportable-claims.ts",
    from: `told.has(id) && `,
    to: ``,
    tests: "test/exchange/exportable-claims.test.ts",
  },
  {
    fault: "a page of events is kept while its end is still being written",
    file: "src/feed/follow/older-events.ts",
    from: `if (first + span > upTo) return load(first, upTo);`,
    to: ``,
    tests: "test/feed/follow/older-events.test.ts",
  },
  {
    fault: "a text is told again though a later event is known",
    file: "src/feed/deliver/payload-cache.ts",
    from: `entry.head >= ((about === null ? undefined : this.feed.latestAbout(about)) ?? seq)`,
    to: `entry.head >= seq && about !== ""`,
    tests: "test/feed/deliver/payload-cache.test.ts",
  },
  {
    fault: "a text is told though rights changed while it was written",
    file: "src/feed/deliver/payload-cache.ts",
    from: `if (known.every((entry) => entry === null || entry.rights === this.rights)) return payloads;`,
    to: `if (known.every((entry) => entry === null || entry.rights <= this.rights)) return payloads;`,
    tests: "test/feed/deliver/payload-cache.test.ts",
  },
  {
    fault: "a text is told again though rights have changed",
    file: "src/feed/deliver/payload-cache.ts",
    from: `this.rights += 1;
    this.events.clear();`,
    to: ``,
    tests: "test/feed/deliver/payload-cache.test.ts",
  },
  {
    fault: "events are told before all know of a change of rights",
    file: "src/feed/feed.ts",
    from: `await Promise.all(Array.from(watchers, async ({ onRights }) => onRights?.()));
      ({ rights } = page);`,
    to: `void Promise.all(Array.from(watchers, async ({ onRights }) => onRights?.()));
      ({ rights } = page);`,
    tests: "test/feed/feed.test.ts",
  },
  {
    fault: "what passed a filter is shared by those who know more",
    file: "src/feed/deliver/filter-events.ts",
    from: "const key = `${this.feed.head} ${seqs.join()}",
    to: "const key = `${seqs.join()}",
    tests: "test/feed/deliver/filter-events.test.ts",
  },
  {
    fault: "what passed a filter is shared across a change of rights",
    file: "src/feed/deliver/filter-events.ts",
    from: `this.asked.clear();`,
    to: ``,
    tests: "test/feed/deliver/filter-events.test.ts",
  },
  {
    fault: "a WebSocket stays open whose key was revoked while it was looked up",
    file: "src/doors/transport/websocket.ts",
    from: `if (rights !== streams.rights) await streams.recheckRights();`,
    to: `void rights;`,
    tests: "test/doors/revoked-meanwhile.test.ts",
  },
  {
    fault: "an event stream stays open whose key was revoked while it was looked up",
    file: "src/doors/transport/sse.ts",
    from: `if (rights !== streams.rights) await streams.recheckRights();`,
    to: `void rights;`,
    tests: "test/doors/revoked-meanwhile.test.ts",
  },
  {
    fault: "only the first generation of derived documents is looked at again",
    file: "src/domain/origins/ancestry.ts",
    from: `wanted = [...next].filter((id) => !known.has(id));`,
    to: `wanted = known.size > from.length ? [] : [...next].filter((id) => !known.has(id));`,
    tests: "test/domain/verification/events-resting-on.test.ts",
  },
  {
    fault: "who disputes is counted as naming",
    file: "src/domain/reconciliation/hub-side.ts",
    from: `claim."stance" = 'SUPPORTS' AND \${liveClaimSql(clocks, "claim")}`,
    to: `\${liveClaimSql(clocks, "claim")}`,
    tests: "test/domain/reconciliation/named.test.ts",
  },
  {
    fault: "whose release is refuted is counted as named",
    file: "src/domain/reconciliation/hub-side.ts",
    from: ` AND \${tookPlaceSql("known")}
      AND COALESCE(speaker`,
    to: `
      AND COALESCE(speaker`,
    tests: "test/domain/reconciliation/named.test.ts",
  },
  {
    fault: "the inclusion matrix lists who disputes",
    file: "src/domain/reconciliation/inclusion-matrix.ts",
    from: `claim."stance" = 'SUPPORTS' AND \${liveClaimSql(clocks, "claim")}`,
    to: `\${liveClaimSql(clocks, "claim")}`,
    tests: "test/domain/reconciliation/named.test.ts",
  },
  {
    fault: "a count is a revision of another of the same moment",
    file: "src/domain/reconciliation/series.ts",
    from: "(${Prisma.join(before)}) < (",
    to: "(${Prisma.join(before)}) <= (",
    tests: "test/domain/reconciliation/revision.test.ts",
  },
];
