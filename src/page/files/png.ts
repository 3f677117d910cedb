/** Pictures as PNG: drawn by resvg in a thread of its own, so that nobody waits for a drawing; the same picture is drawn once. */
import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import { LRUCache } from "lru-cache";

const mostBytes = 32 * 2 ** 20;
/** Whoever asks for more drawings than these at once is asked to wait. */
const mostWaiting = 20;

export class TooManyDrawings extends Error {
  override name = "TooManyDrawings";
}

export type Drawn = { readonly id: number; readonly png?: Uint8Array; readonly error?: string };
export type ToDraw = { readonly id: number; readonly svg: string; readonly width: number };
type Waiting = { readonly resolve: (png: Buffer) => void; readonly reject: (error: Error) => void };

/** Draws SVG that has no variables in its style, as wide as is asked. The thread begins with the first drawing and keeps no process alive. */
export function createPainter(): (svg: string, width: number) => Promise<Buffer> {
  const drawn = new LRUCache<string, Buffer>({ maxSize: mostBytes, sizeCalculation: ({ length }) => length });
  const drawing = new Map<string, Promise<Buffer>>();
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let last = 0;

  function fail(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    thread = undefined;
  }

  function begin(): Worker {
    const worker = new Worker(new URL("./png-thread.ts", import.meta.url));
    worker.unref();
    worker.on("message", ({ id, png, error }: Drawn) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (png === undefined) asked?.reject(new Error(error));
      else asked?.resolve(Buffer.from(png));
    });
    worker.on("error", fail);
    worker.on("exit", () => fail(new Error("the thread that draws has ended")));
    return worker;
  }

  function draw(svg: string, width: number): Promise<Buffer> {
    if (waiting.size >= mostWaiting) throw new TooManyDrawings();
    thread ??= begin();
    last += 1;
    const id = last;
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    waiting.set(id, { resolve, reject });
    thread.postMessage({ id, svg, width } satisfies ToDraw, []);
    return promise;
  }

  return async (svg, width) => {
    const key = createHash("sha256").update(`${width} ${svg}`).digest("base64url");
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const running = drawing.get(key) ?? draw(svg, width).finally(() => drawing.delete(key));
    drawing.set(key, running);
    const png = await running;
    drawn.set(key, png);
    return png;
  };
}
