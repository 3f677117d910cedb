/** What the tables of people say: by what they are divided, and how they read. */
import type { ReleaseOutcome } from "../../../generated/graphql.ts";
import type { Language } from "./language.ts";

export const divisions = ["day", "week", "month", "place", "nationality", "sex", "age", "outcome", "condition"] as const;
export type Division = (typeof divisions)[number];

type Say = {
  readonly by: string;
  readonly division: Readonly<Record<Division, string>>;
  /** What a picture says, in one sentence. */
  title(division: string, most: { readonly label: string; readonly support: string } | null): string;
  readonly lead: string;
  readonly key: string;
  readonly unknown: string;
  readonly inTable: string;
  more(count: number): string;
  readonly columns: Readonly<Record<"value" | "verified" | "bounds" | "corroborated" | "reported" | "contested", string>>;
  readonly oneByOne: string;
  readonly outcome: Readonly<Record<ReleaseOutcome, string>>;
  readonly status: {
    readonly title: (held: number, free: number) => string;
    readonly lead: string;
    readonly key: string;
    readonly strips: Readonly<Record<"held" | "missing" | "released" | "died", string>>;
    readonly since: string;
    readonly none: string;
  };
  readonly see: Readonly<Record<"releases" | "status", string>>;
};

export const tallies: Readonly<Record<Language, Say>> = {
  en: {
    by: "By",
    division: {
      day: "day",
      week: "week",
      month: "month",
      place: "place",
      nationality: "nationality",
      sex: "sex",
      age: "age",
      outcome: "outcome",
      condition: "condition",
    },
    title: (division, most) =>
      most === null ? `Releases by ${division}: none so exactly known` : `Releases by ${division}: most ${most.label}, ${most.support}`,
    lead: "People with a release on record, a documented minimum. A verified release whose day or place is not known so exactly is in the bounds of each that it may be; of others only what is certain is in a bar. All stand in the list below.",
    key: "Dark: verified. Pale: corroborated. Hollow: reported only. A line with two ends: the bounds of the verified.",
    unknown: "not known",
    inTable: "The same in numbers",
    more: (count) => `${count} more stand in the table.`,
    columns: {
      value: "Of whom",
      verified: "Verified",
      bounds: "With bounds",
      corroborated: "Corroborated",
      reported: "Reported",
      contested: "Contested",
    },
    oneByOne: "One by one, newest first",
    outcome: { UNCONDITIONAL: "free", CONDITIONAL: "free under conditions", EXPELLED: "expelled from the country", UNKNOWN: "not known" },
    status: {
      title: (held, free) => `${held === 0 ? "Nobody" : held} named as held now, ${free} named as released by now`,
      lead: "How many people, by name, were in each state at each time. Held and whereabouts unknown: at that moment. Released and died: by that moment. A documented minimum: who is on no public page is in none of these.",
      key: "Dark: verified. Pale: corroborated. Dotted line: with the reported. Each strip has a scale of its own.",
      strips: { held: "Held", missing: "Whereabouts unknown", released: "Released by then", died: "Died by then" },
      since: "From",
      none: "Nothing is on record that moved anybody.",
    },
    see: { releases: "Releases by day, place, nationality and sex", status: "People by status over time" },
  },
  es: {
    by: "Por",
    division: {
      day: "día",
      week: "semana",
      month: "mes",
      place: "lugar",
      nationality: "nacionalidad",
      sex: "sexo",
      age: "edad",
      outcome: "resultado",
      condition: "condición",
    },
    title: (division, most) =>
      most === null
        ? `Excarcelaciones por ${division}: ninguna se conoce con tal precisión`
        : `Excarcelaciones por ${division}: sobre todo ${most.label}, ${most.support}`,
    lead: "Personas cuya excarcelación consta, un mínimo documentado. Una excarcelación verificada cuyo día o lugar no se conoce con tanta precisión está en los límites de cada uno posible; de las demás solo lo cierto está en una barra. Todas figuran en la lista de abajo.",
    key: "Oscuro: verificadas. Claro: corroboradas. Hueco: solo referidas. Una línea con dos extremos: los límites de las verificadas.",
    unknown: "no consta",
    inTable: "Lo mismo en cifras",
    more: (count) => `Otras ${count} figuran en la tabla.`,
    columns: {
      value: "De quiénes",
      verified: "Verificadas",
      bounds: "Con límites",
      corroborated: "Corroboradas",
      reported: "Referidas",
      contested: "Disputadas",
    },
    oneByOne: "Una por una, las más recientes primero",
    outcome: {
      UNCONDITIONAL: "en libertad",
      CONDITIONAL: "en libertad con condiciones",
      EXPELLED: "expulsadas del país",
      UNKNOWN: "no consta",
    },
    status: {
      title: (held, free) =>
        `${held === 0 ? "Nadie consta" : held === 1 ? "1 persona consta" : `${held} constan`} en prisión ahora, ${free === 1 ? "1 consta como excarcelada" : `${free} constan como excarceladas`}`,
      lead: "Cuántas personas, por su nombre, estaban en cada situación en cada momento. En prisión y paradero desconocido: en ese momento. Excarceladas y muertas: hasta ese momento. Un mínimo documentado: quien no figura en ninguna página pública no está en ninguna.",
      key: "Oscuro: verificadas. Claro: corroboradas. Línea de puntos: con las referidas. Cada franja tiene su propia escala.",
      strips: {
        held: "En prisión",
        missing: "Paradero desconocido",
        released: "Excarceladas hasta entonces",
        died: "Muertas hasta entonces",
      },
      since: "Desde",
      none: "No consta nada que moviera a nadie.",
    },
    see: { releases: "Excarcelaciones por día, lugar, nacionalidad y sexo", status: "Personas por situación en el tiempo" },
  },
};
