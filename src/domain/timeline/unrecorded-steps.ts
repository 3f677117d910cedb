/**
 * How well a sequence of moves explains itself: how many steps must have happened between them that nobody recorded. Nobody is born in custody, so that an arrest comes before everything that
 * is done to a prisoner, and a release before the next arrest. A finite automaton, for orders.ts to search with.
 */
import type { TimelineEvent } from "./timeline-event.ts";

/** What a move does. HOLD is everything that is done to a prisoner and leaves them one. Of a contested release nobody knows whether it set free. */
export type Move = "ARREST" | "HOLD" | "RELEASE" | "CONTESTED_RELEASE" | "DEATH";

export function moveOf({ type, state }: TimelineEvent): Move {
  if (type === "RELEASE") return state === "CONTESTED" ? "CONTESTED_RELEASE" : "RELEASE";
  return type === "ARREST" || type === "DEATH" ? type : "HOLD";
}

/** Between two moves. TAKEN is in custody, and no arrest on record says since when; EITHER is after a contested release. */
const conditions = ["NEVER_HELD", "FREED", "HELD", "TAKEN", "EITHER", "DEAD"] as const;
type Condition = (typeof conditions)[number];
export const conditionCount = conditions.length;
export const atBirth = conditions.indexOf("NEVER_HELD");

/**
 * What a move costs. `gap`: 2 for each unrecorded step; 1 where the arrest comes only after something that was done to the prisoner, which is the lesser wonder; `impossible` for whatever
 * follows a death. `return`: 1 for each return into custody, by which orders with equal gaps are told apart.
 */
export type Passage = { readonly to: number; readonly gap: number; readonly returns: number };

const impossible = 1000;
const table: Readonly<Record<Move, Readonly<Record<Condition, readonly [to: Condition, gap: number, returns: number]>>>> = {
  ARREST: {
    NEVER_HELD: ["HELD", 0, 0],
    FREED: ["HELD", 0, 1],
    HELD: ["HELD", 2, 1],
    TAKEN: ["HELD", 1, 0],
    EITHER: ["HELD", 0, 1],
    DEAD: ["HELD", impossible, 1],
  },
  HOLD: {
    NEVER_HELD: ["TAKEN", 0, 0],
    FREED: ["TAKEN", 0, 1],
    HELD: ["HELD", 0, 0],
    TAKEN: ["TAKEN", 0, 0],
    EITHER: ["HELD", 0, 0],
    DEAD: ["HELD", impossible, 1],
  },
  RELEASE: {
    NEVER_HELD: ["FREED", 2, 0],
    FREED: ["FREED", 2, 0],
    HELD: ["FREED", 0, 0],
    TAKEN: ["FREED", 2, 0],
    EITHER: ["FREED", 0, 0],
    DEAD: ["FREED", impossible, 0],
  },
  CONTESTED_RELEASE: {
    NEVER_HELD: ["EITHER", 2, 0],
    FREED: ["EITHER", 2, 0],
    HELD: ["EITHER", 0, 0],
    TAKEN: ["EITHER", 2, 0],
    EITHER: ["EITHER", 0, 0],
    DEAD: ["EITHER", impossible, 0],
  },
  DEATH: {
    NEVER_HELD: ["DEAD", 2, 0],
    FREED: ["DEAD", 2, 1],
    HELD: ["DEAD", 0, 0],
    TAKEN: ["DEAD", 2, 0],
    EITHER: ["DEAD", 0, 0],
    DEAD: ["DEAD", impossible, 0],
  },
};

const passages = Object.fromEntries(
  Object.entries(table).map(([move, row]) => [
    move,
    conditions.map((condition): Passage => ({
      to: conditions.indexOf(row[condition][0]),
      gap: row[condition][1],
      returns: row[condition][2],
    })),
  ]),
) as unknown as Record<Move, readonly Passage[]>;

/** Where a move leads from a condition, and what it costs. */
export const passage = (move: Move, from: number): Passage => passages[move][from]!;

/** What stays unexplained at the end of a timeline: custody of which no arrest is on record. */
export const gapAtEnd = (condition: number): number => (conditions[condition] === "TAKEN" ? 2 : 0);
