/** `migrate`, `import` and `export`: the data in and out. */
import { viewerOf } from "../domain/viewer.ts";
import { exportDataset } from "../exchange/export/export.ts";
import type { ChangeReason } from "../domain/amending/amend.ts";
import { importDataset } from "../exchange/import/import.ts";
import { writeTemplate } from "../exchange/template/template.ts";
import { readDataset } from "../exchange/format/read-dataset.ts";
import { InvalidInput } from "../errors.ts";
import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { Terminal } from "./terminal.ts";
import { bringUpToDate } from "./up-to-date.ts";
import { withDatabase } from "./with-database.ts";

export async function migrateCommand(terminal: Terminal): Promise<void> {
  const applied = await withDatabase(terminal, (database) => database.exclusively(() => bringUpToDate(database, terminal.out)));
  terminal.out(applied.length === 0 ? "nothing to apply" : `applied: ${applied.join(", ")}`);
}

export async function initCommand(terminal: Terminal, directory: string): Promise<void> {
  const files = await writeTemplate(directory);
  terminal.out(`written into ${directory}: ${files.join(", ")}`);
}

export type ImportSettings = {
  readonly dryRun: boolean;
  readonly reason?: ChangeReason;
  readonly situation?: string;
  readonly complete: boolean;
  readonly withdrawMost: boolean;
};

/**
 * What a large import throws away at once would otherwise lie about until V8 finds it worth collecting, several times what it works with. Nothing else happens in the process of this command.
 * The flags are read by every collection, so that they can still be set.
 */
function collectEagerly(): void {
  for (const flag of ["--max-semi-space-size=4", "--semi-space-growth-factor=1", "--heap-growing-percent=10"]) setFlagsFromString(flag);
}

export async function importCommand(
  terminal: Terminal,
  path: string,
  { dryRun, reason, situation, complete, withdrawMost }: ImportSettings,
): Promise<void> {
  collectEagerly();
  const dataset = await readDataset(path, { mostMegabytes: terminal.config().importMegabytes });
  if (complete && (await stat(path)).isFile())
    throw new InvalidInput([
      { path, expected: "the directory of the data set, for one file of it is not the whole list", received: "a file" },
    ]);
  await withDatabase(terminal, async (database) => {
    await database.exclusively(() => bringUpToDate(database, terminal.err));
    const report = await importDataset(database.prisma, dataset, {
      dryRun,
      reason,
      situation,
      complete: complete ? (withdrawMost ? "most" : "usual") : undefined,
      beside: database.engine === "postgresql",
      onProgress: (message: string) => terminal.err(message),
    });
    const { hiddenMinors, ...done } = report;
    for (const [word, rows] of Object.entries(done)) {
      const told = Object.entries(rows)
        .filter(([, count]) => count > 0)
        .map(([table, count]) => `${count} ${table}`);
      terminal.out(`${dryRun ? "would be " : ""}${word}: ${told.join(", ") || "0"}`);
    }
    if (hiddenMinors > 0)
      terminal.out(
        `${dryRun ? "would be " : ""}hidden (RESTRICTED): ${hiddenMinors} of them, who are minors; what visibility says of one decides`,
      );
  });
}

export type ExportSettings = { readonly all: boolean; readonly situation?: string };

export async function exportCommand(terminal: Terminal, directory: string, { all, situation }: ExportSettings): Promise<void> {
  const viewer = viewerOf("export", all ? ["EDITOR"] : []);
  await withDatabase(terminal, async (database) => {
    await database.exclusively(() => bringUpToDate(database, terminal.err));
    await exportDataset(database.prisma, viewer, directory, {
      name: basename(resolve(directory)),
      title: "Export",
      now: new Date(),
      situation,
    });
  });
  terminal.out(`written: ${directory}`);
}
