/** What a command is given of the world: the configuration, where to write, when to stop. */
import type { Config } from "../config.ts";

export type Terminal = {
  readonly config: () => Config;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Resolves when the process is asked to stop. */
  readonly stopped: Promise<void>;
  /** From now on `listener` gets what nobody caught, instead of the process ending at once. */
  readonly onUncaught: (listener: (error: unknown, origin: NodeJS.UncaughtExceptionOrigin) => void) => void;
};
