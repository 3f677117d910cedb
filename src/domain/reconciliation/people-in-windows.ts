/** The hub's own count in many windows at once: a sweep for windows that grow, however many they are. The same as `countPeople` in each. Pure but for letting others have the thread. */
import { takeBreaths } from "../../db/statements/breath.ts";
import { firstWhere, growing } from "../time/growing.ts";
import { certainlyInside, possiblyInside, type Happening, type HubCount, type Window } from "./hub-count.ts";

/** So many people to each of whom just these things happened. */
export type Lot<Happened extends Told = Told> = { readonly many: number; readonly happenings: readonly Happened[] };
export type Told = Omit<Happening, "person">;

/** From when on people count among what; a place in the list of windows, `never` behind its end. */
type Turns = { VERIFIED: number; CORROBORATED: number; REPORTED: number; CONTESTED: number; possible: number };

/** So many take a few milliseconds. */
const portion = 100;

/** `countPeople` in each of the windows. */
export async function countInWindows(lots: readonly Lot[], windows: readonly Window[]): Promise<HubCount[]> {
  const counts = new Map<Window, HubCount>();
  for (const same of Map.groupBy(windows, ({ start }) => [start.earliest, start.latest].map((end) => end && Number(end)).join()).values())
    for (const list of growing(same, ({ end }) => end)) {
      const counted = await countGrowing(lots, list);
      list.forEach((window, at) => counts.set(window, counted[at]!));
    }
  return windows.map((window) => counts.get(window)!);
}

/** In windows with one beginning, each of which takes in the one before: what lies in one lies in all that follow. */
async function countGrowing(lots: readonly Lot[], windows: readonly Window[]): Promise<HubCount[]> {
  const never = windows.length;
  const rises = windows.map(() => ({ verified: 0, upper: 0, corroborated: 0, reported: 0, contested: 0 }));
  const breathe = takeBreaths();
  for (const [at, lot] of lots.entries()) {
    if (at % portion === 0) await breathe();
    const { VERIFIED, CORROBORATED, REPORTED, CONTESTED, possible } = turnsOf(lot);
    rise("verified", lot.many, VERIFIED, never);
    rise("upper", lot.many, possible, never);
    rise("corroborated", lot.many, CORROBORATED, VERIFIED);
    rise("reported", lot.many, REPORTED, Math.min(VERIFIED, CORROBORATED));
    rise("contested", lot.many, CONTESTED, Math.min(VERIFIED, CORROBORATED, REPORTED));
  }
  const sum = { verified: 0, upper: 0, corroborated: 0, reported: 0, contested: 0 };
  return rises.map((by) => {
    for (const part of Object.keys(sum) as (keyof typeof sum)[]) sum[part] += by[part];
    return { ...sum, lower: sum.verified };
  });

  function turnsOf({ happenings }: Lot): Turns {
    const turns: Turns = { VERIFIED: never, CORROBORATED: never, REPORTED: never, CONTESTED: never, possible: never };
    for (const happening of happenings) {
      const { state } = happening;
      if (state === "REFUTED") continue;
      const certain = firstWhere(windows, (window) => certainlyInside(happening, window));
      turns[state] = Math.min(turns[state], certain);
      if (state !== "VERIFIED") continue;
      const possible = firstWhere(windows, (window) => possiblyInside(happening, window));
      turns.possible = Math.min(turns.possible, possible);
    }
    return turns;
  }

  function rise(part: keyof (typeof rises)[number], many: number, from: number, until: number): void {
    if (from >= until) return;
    rises[from]![part] += many;
    if (until < never) rises[until]![part] -= many;
  }
}
