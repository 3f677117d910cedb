/** Liveness and readiness. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Database } from "../../db/database.ts";

/** Answers `/health` (the process lives), `/ready` (it serves: the database answers and it is not stopping); resolves with false for anything else. */
export function answerHealth({ kept }: Pick<Database, "kept">, serving: () => boolean) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = request.url?.split("?")[0];
    const answer = (status: number, text: string) => {
      response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" }).end(`${text}\n`);
      return true;
    };
    if (path === "/health") return answer(200, "alive");
    if (path !== "/ready") return false;
    if (!serving()) return answer(503, "stopping");
    return kept.$queryRaw`SELECT 1`.then(
      () => answer(200, "ready"),
      () => answer(503, "the database does not answer"),
    );
  };
}
