/** A log: rows of the database that one feed tells in order. The feed, its cursors and its delivery are the same for each. */

/** What a feed tells, as far as it has to know. */
export type Told = {
  readonly seq: bigint;
  readonly eventId: string;
  readonly type: string;
  /** The record that it tells of: what was written of it before is told anew. */
  readonly about: string | null;
  readonly occurredAt: Date;
  readonly appendedAt: Date;
};

/** The first events after a number, with every change of rights that committed before its last event. `last` is the newest number of all. */
export type News = {
  readonly events: readonly Told[];
  readonly more: boolean;
  readonly rights: bigint;
  readonly floor: bigint;
  readonly last: bigint;
};

export type Log = {
  /** What its cursors are of; null of the one whose cursors say nothing of it. */
  readonly name: string | null;
  /** The channel on which a commit is told. */
  readonly channel: string;
  /** The field of the graph that pages it, as errors name it. */
  readonly query: string;
  /** Where it begins: events before are no longer kept. */
  floor(): Promise<bigint>;
  /** The newest, newest first. */
  newest(many: number): Promise<Told[]>;
  /** In one statement, and so from one snapshot. */
  news(after: bigint): Promise<News>;
  /** All after a number up to another one. */
  between(after: bigint, upTo: bigint): Promise<Told[]>;
  /** The number of the newest that is committed; 0 when there is none. */
  last(): Promise<bigint>;
};
