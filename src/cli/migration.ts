/** For developers: `npm run migration -- <name>` writes the SQL that leads from the migrations to prisma/schema.prisma, by the schema engine, for you to read and complete. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openEmbedded } from "../db/embedded.ts";
import { draftMigration } from "../db/migrate.ts";

const [name] = process.argv.slice(2);
const { adapter, close } = await openEmbedded(undefined);
const sql = await draftMigration(adapter);
await close();

if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write("Expected a name of lower-case letters, digits and underscores: npm run migration -- add_something\n");
  process.exitCode = 2;
} else if (!/^[A-Z]/m.test(sql)) {
  process.stdout.write("prisma/schema.prisma has nothing that the migrations lack.\n");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const directory = join(import.meta.dirname, "../../prisma/migrations", `${stamp}_${name}`);
  await mkdir(directory);
  await writeFile(join(directory, "migration.sql"), sql);
  process.stdout.write(`written: ${directory}/migration.sql\n`);
}
