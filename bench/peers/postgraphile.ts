/** PostGraphile over the views of schema.ts, as fast as its documentation makes it: in production, without explaining, watching or sockets, its answers written as text. */
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beChild } from "../base/child.ts";

type Instance = {
  createServ(grafserv: unknown): { addTo(server: unknown): Promise<void> };
  release(): Promise<void>;
};
const from = createRequire(join(process.argv[3]!, "package.json"));
process.env["GRAPHILE_ENV"] = "production";
process.env["NODE_ENV"] = "production";

await beChild(async (databaseUrl) => {
  const { postgraphile } = from("postgraphile") as { postgraphile(preset: object): Instance };
  const { PostGraphileAmberPreset } = from("postgraphile/presets/amber") as { PostGraphileAmberPreset: object };
  const { makePgService } = from("postgraphile/adaptors/pg") as { makePgService(options: object): object };
  const { grafserv } = from("postgraphile/grafserv/node") as { grafserv: unknown };
  const service = makePgService({
    connectionString: databaseUrl,
    schemas: ["peers"],
    pubsub: false,
    poolConfig: { max: 10, options: "-c TimeZone=UTC" },
  });
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [service],
    grafast: { explain: false },
    grafserv: { graphiql: false, watch: false, websockets: false, outputDataAsString: true },
  });
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await instance.release();
    },
  };
});
