/** Fails unless PostgreSQL and Redis answer. Nothing in the hub uses Redis yet: it is asked, so that the day it is used CI is known to have it. */
import { connect } from "node:net";
import pg from "pg";

const client = new pg.Client(process.env["CI_DATABASE_URL"] ?? "postgres://postgres@127.0.0.1:5432/postgres");
await client.connect();
console.log((await client.query("SELECT version()")).rows[0].version);
await client.end();

const pong = await new Promise<string>((resolve, reject) => {
  const socket = connect(6379, "127.0.0.1", () => socket.write("PING\r\n"));
  socket.setTimeout(5000, () => reject(new Error("Redis does not answer")));
  socket.once("error", reject);
  socket.once("data", (data) => {
    socket.end();
    resolve(data.toString().trim());
  });
});
if (pong !== "+PONG") throw new Error(`Redis answers ${pong}`);
console.log("Redis answers");
