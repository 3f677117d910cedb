/** Who asks, and what they may see. */
import { Forbidden, Unauthenticated } from "../errors.ts";
import { Prisma } from "../db/generated/prisma/client.ts";
import { Visibility } from "../db/generated/prisma/enums.ts";

/** What a key may do. RECORDER records claims and events, VERIFIER decides, EDITOR sees restricted rows, PARTNER sees partner rows, ADMIN makes keys, AUDITOR reads the audit trail. */
export const scopes = ["RECORDER", "VERIFIER", "EDITOR", "PARTNER", "ADMIN", "AUDITOR"] as const;
export type Scope = (typeof scopes)[number];

export type Viewer = {
  /** Who is recorded as the author of what this viewer does: `key:<id>`, `token:<subject>`, `import:<data set>`, `operator` at the command line, or `anonymous`. */
  readonly actor: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The levels of visibility that this viewer may see. */
  readonly levels: readonly Visibility[];
  /** When what it came with expires; what is open then is closed. */
  readonly expiresAt: Date | null;
};

export const anonymous: Viewer = viewerOf("anonymous", []);

/** Whoever has the database has everything: the command line acts as this viewer. */
export const operator: Viewer = viewerOf("operator", scopes);

/** A viewer with the given scopes. Restricted rows are for editors, partner rows for partners and editors. */
export function viewerOf(actor: string, held: readonly Scope[], expiresAt: Date | null = null): Viewer {
  const levels: Visibility[] = ["PUBLIC"];
  if (held.includes("PARTNER") || held.includes("EDITOR")) levels.push("PARTNER");
  if (held.includes("EDITOR")) levels.push("RESTRICTED");
  return { actor, scopes: new Set(held), levels, expiresAt };
}

/**
 * The one rule of visibility, as a `where` for every table with a `visibility` column. What it leaves out is absent: not found, not listed, not counted.
 * The database keeps the column of every row about a person equal to that person's (migration `init`, `inherit_visibility`).
 */
export function visibleWhere(viewer: Viewer) {
  return { visibility: { in: [...viewer.levels] } };
}

/** The same rule for a table, or its alias, in SQL. The levels stand in the text: as a parameter, the database would read the list anew for each row, and find nothing by an index. */
export function visibleSql(viewer: Viewer, alias?: string): Prisma.Sql {
  const column = alias === undefined ? `"visibility"` : `${alias}."visibility"`;
  return Prisma.raw(`${column} IN (${viewer.levels.map((level) => `'${level}'`).join(", ")})`);
}

/** The same rule for one row that came along with another: false for a row that is not there or that the viewer may not see. */
export function canSee(viewer: Viewer, row: { visibility: Visibility } | null): boolean {
  return row !== null && viewer.levels.includes(row.visibility);
}

/** From the most open to the most hidden, as the database orders them. */
const fromOpenToHidden = Object.values(Visibility);

/** Whether what is seen at a level includes what is as hidden as this. */
export function mayKnow(level: Visibility, visibility: Visibility): boolean {
  return fromOpenToHidden.indexOf(visibility) <= fromOpenToHidden.indexOf(level);
}

/** The most hidden of the levels. */
export function mostHidden(levels: readonly Visibility[]): Visibility {
  return fromOpenToHidden.findLast((level) => levels.includes(level)) ?? "PUBLIC";
}

/**
 * Null for a scope means that any key will do.
 * @throws Unauthenticated without a key
 * @throws Forbidden when the key lacks the scope
 */
export function requireScope(viewer: Viewer, scope: Scope | null): void {
  if (viewer.actor === anonymous.actor)
    throw new Unauthenticated(
      `This needs a key${scope === null ? "" : ` with the scope ${scope}`}: send it as "Authorization: Bearer <key>" (WebSocket: as authorization in the connection parameters).`,
    );
  if (scope !== null && !viewer.scopes.has(scope))
    throw new Forbidden(`This needs the scope ${scope}; the key in use has ${[...viewer.scopes].join(", ") || "none"}.`);
}

/** @throws Forbidden when the key has none of the scopes that correcting `what` takes */
export function requireOneOf(viewer: Viewer, some: readonly Scope[], what: string): void {
  if (!some.some((scope) => viewer.scopes.has(scope)))
    throw new Forbidden(
      `This corrects ${what}. It needs one of the scopes ${some.join(", ")}; the key in use has ${[...viewer.scopes].join(", ")}.`,
    );
}

/** Whom the token was of, of an actor as it stands in a row; null when it was none. */
export const subjectOf = (actor: string): string | null => (actor.startsWith("token:") ? actor.slice("token:".length) : null);

/** The id of the key, of an actor as it stands in a row; null when it was none. */
export function keyIdOf(actor: string): string | null {
  return actor.startsWith("key:") ? actor.slice("key:".length) : null;
}
