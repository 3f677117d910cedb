/** The network between a hub and its clients, which can fall silent without closing anything: as a router that forgets a connection, or a cable that is pulled. */
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export type Proxy = AsyncDisposable & {
  /** The hub's address, by way of the proxy. */
  readonly url: string;
  /** How many new connections were swallowed. */
  readonly swallowed: number;
  /** How often the hub has sent something. */
  readonly carried: number;
  /** From now on the connections that are open, and so many new ones, are swallowed: they stay open and carry nothing, in neither direction. */
  swallow(newOnes: number): void;
};

export async function startProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const open = new Set<() => void>();
  let [swallowed, carried] = [0, 0];
  let toSwallow = 0;
  const hold = (socket: Socket) => {
    sockets.add(socket);
    return socket.on("error", () => {}).on("close", () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    hold(client);
    if (toSwallow > 0) {
      toSwallow -= 1;
      swallowed += 1;
      client.resume();
      return;
    }
    const hub = hold(connect(Number(port), hostname));
    let silent = false;
    const between = [
      [client, hub],
      [hub, client],
    ] as const;
    for (const [from, to] of between) {
      from.on("data", (bytes) => {
        if (silent) return;
        if (from === hub) carried += 1;
        to.write(bytes);
      });
      from.on("close", () => void (silent || to.destroy()));
    }
    open.add(() => (silent = true));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    get swallowed() {
      return swallowed;
    },
    get carried() {
      return carried;
    },
    swallow(newOnes) {
      for (const silence of open) silence();
      open.clear();
      toSwallow = newOnes;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
