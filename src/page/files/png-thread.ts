/** The thread that draws. resvg is as strict as it is quick: no script, no address that is loaded, fonts of the hub's own (Source Sans 3, under the OFL). */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort } from "node:worker_threads";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Drawn, ToDraw } from "./png.ts";

const family = "Source Sans 3";
const read = (specifier: string) => readFileSync(fileURLToPath(import.meta.resolve(specifier)));

async function serve(port: NonNullable<typeof parentPort>): Promise<void> {
  const fontBuffers = ["400Regular/SourceSans3_400Regular.ttf", "600SemiBold/SourceSans3_600SemiBold.ttf"].map((file) =>
    read(`@expo-google-fonts/source-sans-3/${file}`),
  );
  await initWasm(read("@resvg/resvg-wasm/index_bg.wasm"));
  port.on("message", ({ id, svg, width }: ToDraw) => {
    try {
      const drawing = new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { fontBuffers, defaultFontFamily: family } });
      const image = drawing.render();
      const png = image.asPng();
      image.free();
      drawing.free();
      port.postMessage({ id, png } satisfies Drawn);
    } catch (error) {
      port.postMessage({ id, error: String(error) } satisfies Drawn);
    }
  });
}

if (!isMainThread && parentPort !== null) void serve(parentPort);
