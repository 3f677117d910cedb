/** When keys were last used: kept in memory and written about once a minute, so that no request waits for it. */
import type { PrismaClient } from "../../db/generated/prisma/client.ts";
import { recordUse } from "../../domain/access/key-viewer.ts";

const writtenEveryMilliseconds = 60_000;

export class KeyUse {
  private readonly prisma: PrismaClient;
  private readonly onError: (error: unknown) => void;
  private readonly writing: NodeJS.Timeout;
  private used = new Map<string, Date>();

  constructor(prisma: PrismaClient, onError: (error: unknown) => void, milliseconds = writtenEveryMilliseconds) {
    this.prisma = prisma;
    this.onError = onError;
    this.writing = setInterval(() => void this.write(), milliseconds);
    this.writing.unref();
  }

  note(keyId: string): void {
    this.used.set(keyId, new Date());
  }

  /** Writes what is left, and no more after that. */
  async stop(): Promise<void> {
    clearInterval(this.writing);
    await this.write();
  }

  private async write(): Promise<void> {
    const { used } = this;
    if (used.size === 0) return;
    this.used = new Map();
    try {
      await recordUse(this.prisma, used);
    } catch (error) {
      this.onError(error);
      for (const [key, at] of used) if (!this.used.has(key)) this.used.set(key, at);
    }
  }
}
