/** The graph's enumerations in the words of a reader. A value that the schema adds does not compile until it has its words. */
import type {
  AgeGroup,
  ClaimConnectionKind,
  ClaimStatus,
  CustodyEventType,
  CustodyStatus,
  FacilityKind,
  GapVerdict,
  Incomparability,
  PolicyRule,
  ReleaseCondition,
  Sex,
  Stance,
} from "../../../generated/graphql.ts";
import type { Language } from "./language.ts";

type Terms = {
  readonly status: Readonly<Record<CustodyStatus, string>>;
  readonly event: Readonly<Record<CustodyEventType, string>>;
  readonly sex: Readonly<Record<Sex, string>>;
  readonly age: Readonly<Record<AgeGroup, string>>;
  readonly condition: Readonly<Record<ReleaseCondition, string>>;
  readonly place: Readonly<Record<FacilityKind, string>>;
  readonly reason: Readonly<Record<Incomparability, string>>;
  readonly verdict: Readonly<Record<GapVerdict, string>>;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly connection: Readonly<Record<ClaimConnectionKind, string>>;
  readonly claim: Readonly<Record<ClaimStatus, string>>;
  readonly rule: Readonly<Record<PolicyRule, string>>;
};

export const terms: Readonly<Record<Language, Terms>> = {
  en: {
    status: {
      DETAINED: "Held",
      RELEASED: "Free",
      CONDITIONALLY_RELEASED: "Free under conditions",
      WHEREABOUTS_UNKNOWN: "Whereabouts unknown",
      DIED_IN_CUSTODY: "Died in custody",
      UNKNOWN: "Not known",
    },
    event: {
      ARREST: "Arrest",
      TRANSFER: "Transfer",
      DISAPPEARANCE: "Disappearance",
      LOCATED: "Found in custody",
      CHARGE: "Charge",
      SENTENCE: "Sentence",
      CUSTODY_CHANGE: "Change of custody",
      RELEASE: "Release",
      DEATH: "Death",
    },
    sex: { FEMALE: "women", MALE: "men", OTHER: "other", UNKNOWN: "not on record" },
    age: { ADULT: "adults", MINOR: "minors", UNKNOWN: "age not on record" },
    condition: {
      GAG_ORDER: "may not speak in public",
      TRAVEL_BAN: "may not leave the country",
      PERIODIC_REPORTING: "must report regularly",
      CHARGES_KEPT: "the charges stand",
      EXPULSION: "had to leave the country",
      OTHER: "other conditions",
    },
    place: {
      PENAL: "prison",
      POLICE: "police station",
      MILITARY: "military site",
      INTELLIGENCE: "intelligence service",
      JUVENILE: "for minors",
      HOME: "house arrest",
      HOSPITAL: "hospital",
      SECRET: "secret site",
      UNKNOWN: "place",
    },
    reason: {
      METRIC: "counts something else",
      UNIT: "not a number of people",
      MEASURE: "a level, a total and an addition cannot be subtracted",
      DEFINITION: "may mean other people by it",
      BREAKDOWN: "divides people by what is not on record here",
      WINDOW: "speaks of another time",
      STALE: "is older than what the hub knows",
      UNQUANTIFIED: "gives no number",
      NOT_DECIDED: "nobody could have verified it yet",
    },
    verdict: {
      CONSISTENT: "agrees with the people named here",
      CLAIM_EXCEEDS: "more than can be named here",
      HUB_EXCEEDS: "fewer than are named here",
      DIFFERENT_PEOPLE: "as many, but other people",
    },
    stance: { SUPPORTS: "supports", DISPUTES: "disputes" },
    connection: {
      VICTIM: "the person",
      RELATIVE: "a relative",
      LAWYER: "a lawyer",
      WITNESS: "a witness",
      REPORTER: "a reporter on the spot",
      ORGANISATION: "an organisation that published the name",
      OFFICIAL: "an official",
      UNKNOWN: "connection not stated",
    },
    claim: { ACTIVE: "stands", SUPERSEDED: "replaced", RETRACTED: "taken back" },
    rule: {
      IDENTITY: "One person, a time, a place",
      EFFECTED: "It has happened, and was not only announced",
      INDEPENDENCE: "Independent origins",
      BEYOND_THE_STATE: "Not the state alone",
      DIRECT_WITNESS: "A direct witness, or an organisation that published the name",
      NO_LIVE_DISPUTE: "Nobody disputes it",
      COHERENCE: "It fits what else happened",
      HUMAN_DECISION: "A person decides",
    },
  },
  es: {
    status: {
      DETAINED: "En prisión",
      RELEASED: "En libertad",
      CONDITIONALLY_RELEASED: "En libertad con condiciones",
      WHEREABOUTS_UNKNOWN: "Paradero desconocido",
      DIED_IN_CUSTODY: "Murió bajo custodia",
      UNKNOWN: "No se sabe",
    },
    event: {
      ARREST: "Detención",
      TRANSFER: "Traslado",
      DISAPPEARANCE: "Desaparición",
      LOCATED: "Localización bajo custodia",
      CHARGE: "Imputación",
      SENTENCE: "Condena",
      CUSTODY_CHANGE: "Cambio de custodia",
      RELEASE: "Excarcelación",
      DEATH: "Muerte",
    },
    sex: { FEMALE: "mujeres", MALE: "hombres", OTHER: "otro", UNKNOWN: "no consta" },
    age: { ADULT: "personas adultas", MINOR: "menores", UNKNOWN: "edad no consta" },
    condition: {
      GAG_ORDER: "no puede hablar en público",
      TRAVEL_BAN: "no puede salir del país",
      PERIODIC_REPORTING: "debe presentarse periódicamente",
      CHARGES_KEPT: "los cargos siguen en pie",
      EXPULSION: "tuvo que salir del país",
      OTHER: "otras condiciones",
    },
    place: {
      PENAL: "cárcel",
      POLICE: "comisaría",
      MILITARY: "recinto militar",
      INTELLIGENCE: "servicio de inteligencia",
      JUVENILE: "para menores",
      HOME: "arresto domiciliario",
      HOSPITAL: "hospital",
      SECRET: "lugar secreto",
      UNKNOWN: "lugar",
    },
    reason: {
      METRIC: "cuenta otra cosa",
      UNIT: "no es un número de personas",
      MEASURE: "un nivel, un total y un añadido no se restan",
      DEFINITION: "puede referirse a otras personas",
      BREAKDOWN: "divide a las personas por algo que aquí no consta",
      WINDOW: "habla de otro momento",
      STALE: "es anterior a lo que consta aquí",
      UNQUANTIFIED: "no da cifra",
      NOT_DECIDED: "nadie pudo haberlo verificado todavía",
    },
    verdict: {
      CONSISTENT: "concuerda con las personas nombradas aquí",
      CLAIM_EXCEEDS: "más de las que aquí se pueden nombrar",
      HUB_EXCEEDS: "menos de las nombradas aquí",
      DIFFERENT_PEOPLE: "las mismas, pero otras personas",
    },
    stance: { SUPPORTS: "apoya", DISPUTES: "contradice" },
    connection: {
      VICTIM: "la propia persona",
      RELATIVE: "un familiar",
      LAWYER: "su abogacía",
      WITNESS: "un testigo",
      REPORTER: "un reportero en el lugar",
      ORGANISATION: "una organización que publicó el nombre",
      OFFICIAL: "un funcionario",
      UNKNOWN: "relación no indicada",
    },
    claim: { ACTIVE: "vigente", SUPERSEDED: "reemplazada", RETRACTED: "retirada" },
    rule: {
      IDENTITY: "Una persona, un momento, un lugar",
      EFFECTED: "Ocurrió, no solo se anunció",
      INDEPENDENCE: "Orígenes independientes",
      BEYOND_THE_STATE: "No solo el Estado",
      DIRECT_WITNESS: "Un testigo directo, o una organización que publicó el nombre",
      NO_LIVE_DISPUTE: "Nadie lo contradice",
      COHERENCE: "Encaja con lo demás",
      HUMAN_DECISION: "Decide una persona",
    },
  },
};

/** The name of a country; its code where nobody has a name for it. */
export function countryIn(language: Language, code: string): string {
  try {
    return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
