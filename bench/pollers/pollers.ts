/** Many who poll: each with a cursor of its own, each at its own moment, all over a few connections. */
import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

type Page = { readonly events: readonly { readonly eventId: string }[]; readonly next: string };
export type Polled = { readonly requests: number; readonly latencies: readonly number[]; readonly seconds: number };

const connections = 64;

export class Pollers {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: connections });
  private readonly base: string;
  /** Of each, where it asks next. */
  private readonly places: string[];
  /** Of each, what it was told, in order. */
  readonly told: string[][];

  constructor(base: string, many: number, begin: string) {
    this.base = base;
    this.places = Array.from({ length: many }, () => begin);
    this.told = Array.from({ length: many }, () => []);
  }

  /** Each asks once in `every` seconds, spread evenly, for so long. */
  async poll(seconds: number, every: number, signal: AbortSignal): Promise<Polled> {
    const [latencies, running] = [[] as number[], new Set<Promise<void>>()];
    const began = performance.now();
    const many = this.places.length;
    let requests = 0;
    for (let nth = 0; ; nth += 1) {
      const due = (nth * every * 1000) / many;
      if (due >= seconds * 1000) break;
      while (performance.now() - began < due) {
        signal.throwIfAborted();
        await wait(Math.min(20, Math.max(1, due - (performance.now() - began))));
      }
      const one = this.turn(nth % many).then((each) => {
        requests += each.length;
        latencies.push(...each);
      });
      running.add(one);
      void one.finally(() => running.delete(one)).catch(() => {});
    }
    await Promise.all(running);
    return { requests, latencies, seconds: (performance.now() - began) / 1000 };
  }

  /** Reads on from where one stands until there is no more; how long each request took. */
  private async turn(who: number): Promise<number[]> {
    const took: number[] = [];
    let path = this.places[who]!;
    for (;;) {
      const from = performance.now();
      const { status, location, text } = await this.get(path);
      took.push(performance.now() - from);
      if (status === 307) path = location!;
      else if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
      else {
        const { events, next, hasNext } = JSON.parse(text) as Page & { hasNext: boolean };
        this.told[who]!.push(...events.map(({ eventId }) => eventId));
        this.places[who] = path = next;
        if (!hasNext) return took;
      }
    }
  }

  private get(path: string): Promise<{ status: number; location: string | undefined; text: string }> {
    return new Promise((resolve, reject) => {
      const asking = request(new URL(path, this.base), { agent: this.agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({ status: answer.statusCode!, location: answer.headers.location, text: Buffer.concat(parts).toString() }),
        );
      });
      asking.on("error", reject);
      asking.end();
    });
  }

  stop(): void {
    this.agent.destroy();
  }
}
