/** `node .ci/services.ts <url>`: says which PostgreSQL answers there. Ends with 1 when none does. */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

const url = process.argv[2];
// A cluster that was just started takes a moment.
for (let attempt = 1; ; attempt += 1) {
  const client = new pg.Client(url === undefined ? {} : { connectionString: url });
  try {
    await client.connect();
    console.log((await client.query("SELECT version()")).rows[0].version);
    await client.end();
    break;
  } catch (error) {
    if (attempt < 5) await pause(1000);
    else throw new Error("PostgreSQL does not answer at the given URL.", { cause: error });
  }
}
