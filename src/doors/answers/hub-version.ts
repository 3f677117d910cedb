/**
 * Of which state of the hub an answer is. Every change moves the recording clock, every change of what anybody may see its counter, and what has expired from a feed its floor, each in the transaction
 * that it belongs to: so what was read at one version is the answer for as long as the database gives this version.
 */
import type { Single } from "../../db/database.ts";
import type { ReadVersion } from "../../planner/plan.ts";

// The answer itself has a longer time, and says so when it is up.
const patience = 500;

export type HubVersions = {
  /**
   * The version that a read beginning now sees, or a later one: whatever any process has committed before the call is in it. Null when the database does not say so soon: then nothing kept may be given, and
   * nothing be kept.
   */
  current(): Promise<string | null>;
};

/** Through connections without bounds (src/db/statements/bounds.ts), for one statement serves all who ask while the one before is under way. */
export function createHubVersions(kept: Single, sql = versionSql): HubVersions {
  let running: Promise<unknown> | undefined;
  let next: Promise<string> | undefined;
  const begin = (): Promise<string> => {
    const version = kept(sql, []) as Promise<string>;
    const over = version.then(
      () => {},
      () => {},
    );
    running = over;
    void over.then(() => {
      if (running === over) running = undefined;
    });
    return version;
  };
  const asked = (): Promise<string> => {
    if (next !== undefined) return next;
    if (running === undefined) return begin();
    // The statement under way may have begun before a change was committed that the caller has heard of.
    next = running.then(() => {
      next = undefined;
      return begin();
    });
    return next;
  };
  return {
    current: async () => {
      const { promise: late, resolve } = Promise.withResolvers<null>();
      const timer = setTimeout(resolve, patience, null).unref();
      try {
        return await Promise.race([asked().catch(() => null), late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

const ofHub = `concat_ws('.', h."epoch", h."rights", h."feedFloor", h."changeFloor", extract(epoch FROM c."recordedUpTo") * 1000)`;
const versionSql = `SELECT ${ofHub} AS "version" FROM "Hub" h, "Clock" c`;

/** Of a replica, with when its server began: it only moves on until it begins anew. */
export const replicaVersionSql = `SELECT ${ofHub} || '@' || pg_postmaster_start_time() AS "version" FROM "Hub" h, "Clock" c`;

/** Of one answer: `undefined` until anything is read for it, and for good where nothing is; null when the database did not say so soon. */
export class AnswerVersion implements ReadVersion {
  readonly sql = versionSql;
  value: string | null | undefined;
  private asked: Promise<string | null> | undefined;
  private readonly versions: HubVersions;

  constructor(versions: HubVersions) {
    this.versions = versions;
  }

  async before(): Promise<string | null> {
    if (this.value === undefined) this.value = await (this.asked ??= this.versions.current());
    return this.value;
  }
}
