/** The command line: `npm run paradero -- <command>`. Every command says what it did and ends with a code that a script can use: 0 done, 1 refused or failed, 2 wrong usage. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { ClaimChangeReason } from "../db/generated/prisma/enums.ts";
import { ExpectedError, InvalidInput, tellIssues } from "../errors.ts";
import { ConfigError } from "../config.ts";
import { addAuditCommands } from "./audit.ts";
import { exportCommand, importCommand, initCommand, migrateCommand, type ExportSettings, type ImportSettings } from "./data.ts";
import { addKeyCommands, toMoment } from "./keys.ts";
import { removeSampleCommand } from "./remove-sample.ts";
import { checkSchema, printSchemaTo } from "./schema.ts";
import { serve, type ServeSettings } from "./serve.ts";
import { guarded, inOneLine, type Terminal } from "./terminal.ts";

const examples = `
Examples:
  npm start                                                  the hub on the embedded database, with the Venezuela data set
  npm start -- --empty                                       the hub without that data set
  npm run paradero -- init my-data-set                       an empty data set to fill, with what may stand in each column
  npm run paradero -- import my-data-set --dry-run           check a data set, write nothing
  npm run paradero -- import my-data-set/counts.csv          one file of it
  npm run paradero -- export backup-2026-01                  all that is public, as a data set
  npm run paradero -- keys create --name "Ana's desk" --holder ana --scope RECORDER VERIFIER
  DATABASE_URL=postgres://localhost/paradero npm run paradero -- migrate
  DATABASE_URL=postgres://localhost/paradero npm run paradero -- serve --workers 4

Environment: PORT (4000), HOST (127.0.0.1), DATABASE_URL (none: embedded), DATABASE_DIRECT_URL (past a pooler),
PARADERO_HOME (.paradero), PARADERO_KEY, LOG_LEVEL (info);
those of the feed and of open connections are in OPERATIONS.md.`;

function countOfWorkers(given: string): number {
  if (!/^[1-9]\d?$/.test(given)) throw new InvalidArgumentError("Expected a number of processes from 1 to 99.");
  return Number(given);
}

/** Runs one command line (without the program's own name). Resolves with the exit code. */
export async function run(argv: readonly string[], given: Terminal): Promise<number> {
  const terminal = guarded(given);
  let code = 0;
  const program = new Command("paradero")
    .description("Whereabouts: counts, people and facilities in one graph.")
    .addHelpText("after", examples)
    .showHelpAfterError("(--help shows the commands, with examples)")
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), writeErr: (text) => terminal.err(text.trimEnd()) });

  program
    .command("serve")
    .description("migrate, import the Venezuela data set into a new hub, and serve until stopped")
    .option("--workers <count>", "in so many processes that share the port (PostgreSQL only)", countOfWorkers)
    .option("--empty", "without the Venezuela data set, now and at later starts", false)
    .action((settings: ServeSettings) => serve(terminal, settings));
  program
    .command("migrate")
    .description("apply missing migrations")
    .action(() => migrateCommand(terminal));
  program
    .command("init")
    .description("write an empty data set to fill: each file, each column, each allowed word")
    .argument("<directory>", "new or empty")
    .action((directory: string) => initCommand(terminal, directory));
  program
    .command("import")
    .description("import a data set (a directory, or one of its CSV files): all of it or nothing; a second time changes nothing")
    .argument("<path>", "directory or file")
    .option("--dry-run", "check and report, write nothing", false)
    .addOption(
      new Option(
        "--reason <reason>",
        "why rows that say something else than what is on record correct it; without it they are faults",
      ).choices(Object.values(ClaimChangeReason)),
    )
    .option("--situation <slug>", "into this situation, where dataset.json brings none; the hub's only one when not given")
    .option(
      "--complete",
      "it is the whole list now: claims that an earlier import of the data set of this name brought and that are missing are withdrawn (SOURCE_RETRACTED); people, places, pages and events stay",
      false,
    )
    .option(
      "--recorded-at <moment>",
      "when the source recorded this, such as 2026-01-31T00:00:00Z: kept in the audit trail beside our own moment, by which alone is told what was known when",
      toMoment,
    )
    .option("--withdraw-most", "with --complete, even if more than half of those claims are missing", false)
    .action((path: string, settings: ImportSettings) => importCommand(terminal, path, settings));
  program
    .command("export")
    .description("write what is on record as a data set that import reads")
    .argument("<directory>", "is made when it does not exist")
    .option("--all", "also rows that are not public", false)
    .option("--situation <slug>", "only what belongs to this situation; needed where there are several")
    .action((directory: string, settings: ExportSettings) => exportCommand(terminal, directory, settings));
  program
    .command("remove-sample")
    .description("take the Venezuela data set out of a hub that holds nothing else: it is empty then, and stays so")
    .action(() => removeSampleCommand(terminal));
  addKeyCommands(program, terminal);
  addAuditCommands(program, terminal, () => void (code = 1));
  const schema = program.command("schema").description("the GraphQL schema as text");
  schema
    .command("print")
    .description("write schema/schema.graphql")
    .action(() => printSchemaTo(terminal));
  schema
    .command("check")
    .description("fail when schema/schema.graphql is not current")
    .action(async () => void (code = (await checkSchema(terminal)) ? 0 : 1));

  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof ExpectedError) && !(error instanceof ConfigError)) throw error;
    const lines = error instanceof InvalidInput ? tellIssues(error.issues).map(inOneLine) : [error.message];
    for (const line of lines) terminal.err(line);
    return 1;
  }
}
