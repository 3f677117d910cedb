/** The peers' packages: installed on request, into a folder of their own that is gone afterwards, so that the hub depends on none of them. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const pinned = {
  fastify: "5.12.8",
  graphql: "16.15.0",
  mercurius: "16.10.1",
  pg: "8.23.1",
  postgraphile: "5.1.5",
} as const;

export const peerVersions = `PostGraphile ${pinned.postgraphile}, Mercurius ${pinned.mercurius}`;

export type Peers = AsyncDisposable & { readonly folder: string };

/** Asks the registry that npm is configured for. */
export async function installPeers(signal: AbortSignal): Promise<Peers> {
  const folder = await mkdtemp(join(tmpdir(), "paradero-peers-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: pinned }));
    const npm = spawn("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
      signal,
    });
    const [code] = (await once(npm, "exit")) as [number | null];
    if (code !== 0) throw new Error(`npm install of the peers ended with ${code}.`);
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, [Symbol.asyncDispose]: remove };
}
