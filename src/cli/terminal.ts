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

// Control characters but line feed and tab, direction marks and whatever else is not shown: a terminal obeys them, and what a file says must not write on somebody's screen what it likes.
const obeyed = /(?![\t\n])[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\uFFF9-\uFFFB]/gu;

/** The same terminal, to which everything is written so that it obeys nothing of it. */
export function guarded(terminal: Terminal): Terminal {
  return { ...terminal, out: (line) => terminal.out(printable(line)), err: (line) => terminal.err(printable(line)) };
}

/** A text as a terminal may get it: what cannot be seen stands there by its number. */
function printable(text: string): string {
  return text.replace(obeyed, (character) => `\\u{${character.codePointAt(0)!.toString(16).toUpperCase()}}`);
}

/** The same for what must stay one line. */
export function inOneLine(text: string): string {
  return text.replace(/\n/g, "\\n");
}
