/**
 * The names of what processes and triggers agree on beside rows: advisory locks, and settings that a transaction leaves for its triggers. Nowhere else does a number or a name of these stand,
 * save in prisma/sql, where SQL has to spell them out (test/db/locks.test.ts).
 */

/** Advisory locks. Each is taken under the name that says what for; the numbers are any that nobody else uses in this database. */
export const locks = {
  /** One process at a time migrates and prepares a database. */
  start: 7_283_001,
  /** Sequence order of the feed is commit order; the rights counter moves under it too. Taken late, before the row of Hub. */
  feedAppend: 7_283_002,
  /** The gate of imports: an import holds it alone, changes that it must not meet hold it shared (src/domain/import-gate.ts). Taken first, before the recording clock. */
  import: 7_283_003,
  /** Held by a change from its moment to its end. Whoever asks what was known at a moment that has passed waits for it to be free (src/domain/recording-clock.ts). Taken right after the recording clock's row. */
  moment: 7_283_004,
} as const;

/** Settings of our own: of a transaction, for its triggers, and of a session. */
export const settings = {
  /** "on" while references are resolved (src/domain/merging): what is stated stays (prisma/sql/resolve_identity.sql). */
  resolving: "paradero.resolving",
  /** The transaction that has moved the rights counter already (prisma/sql/rights_changed.sql). */
  rightsChanged: "paradero.rights_changed",
  /** The transaction that has told of changes, its set of them, and how many (prisma/sql/take_changes.sql). */
  changes: "paradero.changes",
  /** What a session is marked with at a start, to see whether a pooler gives it to others (src/db/pooler.ts). */
  probe: "paradero.probe",
} as const;
