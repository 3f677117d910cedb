/** nginx as docs/polling.md has it, before a hub that counts what comes through. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export type Cached = AsyncDisposable & {
  readonly url: string;
  /** How many requests have reached the hub since it was last asked. */
  requests(): number;
};

/** @throws Error when nginx is not installed, or does not start */
export async function startCache(hub: string): Promise<Cached> {
  const counted = countedWay(hub);
  const behind = await listening(counted.server);
  const home = await mkdtemp(join(tmpdir(), "paradero-nginx-"));
  const free = createServer();
  const port = await listening(free);
  free.close();
  await mkdir(join(home, "cache"));
  await writeFile(join(home, "nginx.conf"), await configuration(home, port, behind));
  const nginx = spawn("nginx", ["-p", home, "-c", join(home, "nginx.conf"), "-e", join(home, "error.log")], {
    env: { PATH: `${process.env["PATH"]}:/usr/sbin` },
    stdio: "ignore",
  });
  let fault: Error | undefined;
  nginx.on("error", (error) => (fault = error));
  const ended = once(nginx, "close").catch(() => {});
  const stop = async () => {
    nginx.kill("SIGTERM");
    await ended;
    counted.server.close();
    counted.server.closeAllConnections();
    await rm(home, { recursive: true, force: true });
  };
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (fault !== undefined || nginx.exitCode !== null || tries === 100) {
      const said = await readFile(join(home, "error.log"), "utf8").catch(() => "");
      await stop();
      throw new Error(`nginx did not start (apt-get install nginx): ${fault?.message ?? said}`);
    }
    await wait(50);
  }
  return { url: `http://127.0.0.1:${port}`, requests: counted.requests, [Symbol.asyncDispose]: stop };
}

/** The block of the documentation, within what makes of it a server without rights. */
async function configuration(home: string, port: number, behind: number): Promise<string> {
  const guide = await readFile(join(import.meta.dirname, "../../docs/polling.md"), "utf8");
  const shown = /```nginx\n([^]*?)```/.exec(guide)![1]!;
  const at = shown.indexOf("location");
  const [zone, place] = [shown.slice(0, at), shown.slice(at)];
  const own = zone.replace("/var/cache/nginx/feed", join(home, "cache"));
  return `daemon off; master_process off; pid ${home}/pid; worker_rlimit_nofile 8192;
events { worker_connections 4096; }
http { access_log off; client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy; fastcgi_temp_path ${home}/f; uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
  keepalive_requests 1000000; ${own}
  server { listen 127.0.0.1:${port}; ${place.replace("127.0.0.1:4000", `127.0.0.1:${behind}`)} } }
`;
}

/** Hands everything on to the hub, and counts. */
function countedWay(hub: string): { server: Server; requests: () => number } {
  let many = 0;
  const server = createServer((incoming, response) => {
    many += 1;
    const { method, headers } = incoming;
    const onward = request(new URL(incoming.url!, hub), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    incoming.pipe(onward);
  });
  const requests = () => {
    const since = many;
    many = 0;
    return since;
  };
  return { server, requests };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const open = await Promise.race([once(socket, "connect").then(() => true), once(socket, "error").then(() => false)]).catch(() => false);
  socket.destroy();
  return open;
}
