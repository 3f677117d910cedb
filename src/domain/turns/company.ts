/** Those in a line who want the same kind of thing: whoever's turn it is takes along those who wait, and what is done for all of them at once takes hardly longer than for one. */
import type { Turns } from "./turns.ts";

/** Somebody in the line. Whoever is taken along hears through `done` or `failed`. */
export type Member<Asked, Answer> = {
  readonly asked: Asked;
  /** Whether it may be taken along, and take others along. */
  readonly alone: boolean;
  readonly done: (answer: Answer) => void;
  readonly failed: (reason: unknown) => void;
};

/** Takes along those who wait, in the order of their coming, each that fits beside those that are chosen already. */
export type TakeAlong<Asked, Answer> = (fits: (chosen: readonly Asked[], next: Asked) => boolean) => readonly Member<Asked, Answer>[];

type Waiting<Asked, Answer> = Member<Asked, Answer> & { readonly signal: AbortSignal; readonly take: () => void };

export class Company<Asked, Answer> {
  private readonly line: Turns;
  // In the order of their coming.
  private readonly waiting = new Set<Waiting<Asked, Answer>>();

  constructor(line: Turns) {
    this.line = line;
  }

  /**
   * Waits for its turn and is served by `lead`; or is taken along by somebody whose turn came before, and from then on not even its signal stops it.
   * @throws the signal's reason when it is aborted before
   */
  async take(
    { asked, alone, signal }: { readonly asked: Asked; readonly alone: boolean; readonly signal: AbortSignal },
    lead: (takeAlong: TakeAlong<Asked, Answer>) => Promise<Answer>,
  ): Promise<Answer> {
    const served = Promise.withResolvers<Answer>();
    served.promise.catch(() => {});
    const taken = new AbortController();
    const member = { asked, alone, signal, done: served.resolve, failed: served.reject, take: () => taken.abort() };
    this.waiting.add(member);
    try {
      return await this.line.take(
        () => {
          this.waiting.delete(member);
          return lead((fits) => (alone ? [] : this.takeAlong(asked, fits)));
        },
        AbortSignal.any([signal, taken.signal]),
      );
    } catch (error) {
      if (taken.signal.aborted) return await served.promise;
      throw error;
    } finally {
      this.waiting.delete(member);
    }
  }

  private takeAlong(first: Asked, fits: (chosen: readonly Asked[], next: Asked) => boolean): Member<Asked, Answer>[] {
    const along: Waiting<Asked, Answer>[] = [];
    for (const member of this.waiting) {
      if (member.alone || member.signal.aborted || !fits([first, ...along.map(({ asked }) => asked)], member.asked)) continue;
      along.push(member);
      this.waiting.delete(member);
      member.take();
    }
    return along;
  }
}
