/** The command line on a database of the test's own, as the operator of a hub that is stopped has it. */
import { run } from "../../src/cli/program.ts";
import { readConfig } from "../../src/config.ts";
import { openDatabase, type Database } from "../../src/db/database.ts";
import { copyWorld, type World } from "./database.ts";

/** A hub that is stopped, the command line on it, and a look into its database. */
export async function stoppedHub(world: World) {
  const { where, dispose } = await copyWorld(world);
  const env = { ...(where.databaseUrl === undefined ? {} : { DATABASE_URL: where.databaseUrl }), PARADERO_HOME: where.home };
  return {
    async paradero(...argv: string[]) {
      const said: string[] = [];
      const say = (line: string) => void said.push(line);
      const terminal = { config: () => readConfig(env), stopped: new Promise<void>(() => {}), onUncaught() {}, out: say, err: say };
      return { code: await run(argv, terminal), said: said.join("\n") };
    },
    async within<Result>(use: (database: Database) => Promise<Result>): Promise<Result> {
      const database = await openDatabase(where);
      try {
        return await use(database);
      } finally {
        await database.close();
      }
    },
    [Symbol.asyncDispose]: dispose,
  };
}
