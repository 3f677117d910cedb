/** The messages of the page: one table for each language, both of this shape. Numbers and times come in words already. */
import type { CountMetric, SourceKind, VerificationState } from "../../../generated/graphql.ts";
import type { Language } from "./language.ts";

export type Support = {
  readonly verified: number;
  readonly corroborated: number;
  readonly reported: number;
  readonly lower: number;
  readonly upper: number;
};

export type Fault = 400 | 404 | 429 | 500 | 503;

export type Words = {
  readonly language: Language;
  readonly site: string;
  readonly motto: string;
  readonly skip: string;
  readonly menu: Readonly<
    Record<"situation" | "people" | "releases" | "facilities" | "claims" | "compare" | "feed" | "about" | "graph", string>
  >;
  readonly otherLanguage: string;
  readonly chooseSituation: string;
  list(items: readonly string[]): string;
  /** What the client's script says; `{}` stands for a number. */
  readonly live: Readonly<Record<"on" | "waiting" | "changed" | "retracted" | "seconds", string>>;
  readonly headline: {
    announced(number: string): string;
    counted(number: string, several: boolean): string;
    named(number: string): string;
    readonly nobody: string;
    readonly empty: string;
  };
  readonly situation: {
    readonly lead: string;
    readonly key: string;
    readonly band: string;
    parts(count: number): string;
    unread(count: number): string;
    folded(names: string): string;
    knownAt(moment: string): string;
    readonly newest: string;
    readonly noneVerified: string;
    waiting(count: number): string;
    readonly corroborated: string;
    readonly reported: string;
    readonly table: string;
    readonly columns: Readonly<Record<"source" | "number" | "asOf" | "published" | "said", string>>;
    readonly empty: string;
    readonly downloads: string;
  };
  readonly chart: {
    readonly label: string;
    readonly state: string;
    readonly others: string;
    readonly named: string;
    readonly noNumber: string;
    readonly custody: string;
    readonly sourceKinds: Readonly<Record<SourceKind, string>>;
    only(place: string): string;
    pages(count: number): string;
    /** What was done to those who are counted. */
    readonly counts: Readonly<Record<CountMetric, string>>;
    /** The hub's own count over time, and what its shades are. */
    readonly steps: string;
    readonly stepsKey: string;
    /** How well what is counted is supported, with bounds where there are any. */
    support(count: Support): string;
    readonly nobody: string;
    namedBy(verified: number, corroborated: number): string;
    besides(reported: number): string;
    earlier(count: number): string;
    andMore(names: string, more: number): string;
    range(lower: string, upper: string): string;
  };
  readonly states: Readonly<Record<VerificationState, string>>;
  readonly faults: Readonly<Record<Fault, { readonly title: string; readonly text: string }>>;
};
