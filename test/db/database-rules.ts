/** The rules that a database keeps by itself, beyond tables, keys and ordinary indexes (which prisma/schema.prisma says): as the database itself tells them. */
import type { RawDatabase } from "./raw-database.ts";

/** A function, trigger, check, special index or view, and its definition, without comments and in one spacing. */
export type Rules = ReadonlyMap<string, string>;

// What an extension brought along is the extension's.
const own = (oid: string) => `NOT EXISTS (SELECT FROM pg_depend WHERE objid = ${oid} AND deptype = 'e')`;
const here = "'public'::regnamespace";

const queries = [
  `SELECT 'function ' || oid::regprocedure AS name, pg_get_functiondef(oid) AS definition FROM pg_proc WHERE pronamespace = ${here} AND prokind <> 'a' AND ${own("oid")}`,
  `SELECT 'trigger ' || tgname || ' on ' || tgrelid::regclass AS name, pg_get_triggerdef(oid) || ' enabled: ' || tgenabled::text AS definition FROM pg_trigger WHERE NOT tgisinternal`,
  `SELECT 'check ' || conname || ' on ' || conrelid::regclass AS name, pg_get_constraintdef(oid) || CASE WHEN convalidated THEN '' ELSE ' NOT VALID' END AS definition
     FROM pg_constraint WHERE connamespace = ${here} AND contype IN ('c', 'x')`,
  // On an expression, or by another comparison than the type's own.
  `SELECT 'index ' || indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
     WHERE relnamespace = ${here} AND (indexprs IS NOT NULL
       OR EXISTS (SELECT FROM unnest(indclass) AS used JOIN pg_opclass ON pg_opclass.oid = used WHERE NOT opcdefault))`,
  `SELECT 'view ' || oid::regclass AS name, pg_get_viewdef(oid) AS definition FROM pg_class WHERE relnamespace = ${here} AND relkind IN ('v', 'm') AND ${own("oid")}`,
  `SELECT 'rule ' || rulename || ' on ' || tablename AS name, definition FROM pg_rules WHERE schemaname = 'public'`,
  `SELECT 'event trigger ' || evtname AS name, evtevent || ' ' || evtfoid::regprocedure AS definition FROM pg_event_trigger`,
  `SELECT 'policy ' || polname || ' on ' || polrelid::regclass AS name, pg_get_expr(polqual, polrelid) AS definition FROM pg_policy`,
];

export async function rulesOf(database: Pick<RawDatabase, "rows">): Promise<Rules> {
  const found = new Map<string, string>();
  for (const query of queries)
    for (const { name, definition } of await database.rows<{ name: string; definition: string }>(query))
      found.set(
        name.replaceAll('"', ""),
        String(definition)
          .replaceAll(/--[^\n]*/g, "")
          .replaceAll(/\s+/g, " ")
          .trim(),
      );
  return found;
}

export type Trigger = {
  readonly name: string;
  readonly table: string;
  readonly timing: "BEFORE" | "AFTER" | "COMMIT";
  readonly events: readonly string[];
};

/** The triggers that fire for each row, by table and name: what PostgreSQL fires at the same time, it fires in the order of the names. */
export async function rowTriggersOf(database: Pick<RawDatabase, "rows">): Promise<Trigger[]> {
  const rows = await database.rows<{ name: string; table: string; type: number; deferred: boolean }>(
    `SELECT tgname AS name, relname AS table, tgtype::int AS type, tginitdeferred AS deferred FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
       WHERE NOT tgisinternal AND tgtype & 1 = 1 ORDER BY relname, tgname COLLATE "C"`,
  );
  return rows.map(({ name, table, type, deferred }) => ({
    name,
    table,
    timing: deferred ? "COMMIT" : (type & 2) === 2 ? "BEFORE" : "AFTER",
    events: [...((type & 4) === 4 ? ["INSERT"] : []), ...((type & 8) === 8 ? ["DELETE"] : []), ...((type & 16) === 16 ? ["UPDATE"] : [])],
  }));
}
