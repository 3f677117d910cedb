/** What the lists and the records say around their data. */
import type { SentenceKind } from "../../../generated/graphql.ts";
import type { Language } from "./language.ts";

type Say = {
  readonly title: {
    people(count: string): string;
    facilities(count: string): string;
    claims(count: string): string;
    compare(moment: string): string;
    readonly about: string;
  };
  readonly lead: Readonly<Record<"people" | "facilities" | "claims" | "compare", string>>;
  readonly field: Readonly<
    Record<
      | "name"
      | "status"
      | "since"
      | "place"
      | "nationality"
      | "sex"
      | "age"
      | "supported"
      | "held"
      | "released"
      | "kind"
      | "region"
      | "number"
      | "hub"
      | "difference"
      | "metric"
      | "source"
      | "time"
      | "said"
      | "stands"
      | "state"
      | "asOf"
      | "knownAt"
      | "window"
      | "until",
      string
    >
  >;
  readonly all: string;
  readonly order: string;
  readonly orders: Readonly<Record<"NAME_ASCENDING" | "NAME_DESCENDING", string>>;
  readonly published: string;
  /** Of a clock that is turned. */
  readonly clock: Readonly<Record<"earlier" | "later" | "unbounded", string>>;
  readonly apply: string;
  readonly clear: string;
  readonly next: string;
  readonly previous: string;
  readonly none: string;
  readonly alsoWritten: string;
  /** Of somebody whose name is not known. */
  readonly nameless: string;
  readonly timeline: string;
  readonly timelineKey: string;
  readonly missing: string;
  readonly needed: string;
  readonly saysSo: string;
  readonly conditions: string;
  /** What else is told of an event. */
  readonly detail: Readonly<Record<"age" | "charges" | "case" | "sentence" | "ends", string>>;
  readonly sentence: Readonly<Record<SentenceKind, string>>;
  readonly acknowledged: string;
  readonly origins: string;
  readonly definitions: string;
  readonly series: string;
  readonly counts: string;
  readonly inside: string;
  readonly noPosition: string;
  readonly hubSays: string;
  readonly people: Readonly<Record<"both" | "theirsOnly" | "oursOnly", string>>;
  readonly fell: string;
  readonly since: string;
  readonly possible: string;
  readonly rules: string;
  readonly rulesLead: string;
  readonly licence: string;
  readonly licenceText: string;
  readonly citation: string;
  readonly unknown: string;
  readonly unknownText: readonly string[];
  readonly size: (people: string, claims: string, sources: string) => string;
};

export const lists: Readonly<Record<Language, Say>> = {
  en: {
    title: {
      people: (count) => (count === "1" ? "1 person on record" : `${count} people on record`),
      facilities: (count) => (count === "1" ? "1 place on record" : `${count} places on record`),
      claims: (count) => (count === "1" ? "1 claim" : `${count} claims`),
      compare: (moment) => `Each number beside the people named here, ${moment}`,
      about: "By which rules this is decided",
    },
    lead: {
      people: "A documented minimum: those whom a public page names. Who is not here may be held, or free, all the same.",
      facilities: "Where people were held, and from where they were released, as far as it is on record.",
      claims: "Who says what, of which time, on which page. A claim is never changed: what was corrected is replaced, and both stay.",
      compare:
        "Three clocks: when it was so, by when it had been published, and what this hub knew by then. Numbers that cannot be compared are not subtracted, and the reason is said.",
    },
    field: {
      name: "Name",
      status: "Status",
      since: "Since",
      place: "Place",
      nationality: "Nationality",
      sex: "Sex",
      age: "Age",
      supported: "Support",
      held: "Held there now",
      released: "Released from there",
      kind: "Kind",
      region: "Region",
      number: "Number",
      hub: "Named here",
      difference: "Difference",
      metric: "Counts",
      source: "Source",
      time: "When it was so",
      said: "What it says",
      stands: "Where it stands",
      state: "State",
      asOf: "As of",
      knownAt: "As known on",
      window: "Counted since",
      until: "Until",
    },
    all: "all",
    order: "Order",
    orders: { NAME_ASCENDING: "A to Z", NAME_DESCENDING: "Z to A" },
    clock: { earlier: "a day earlier", later: "a day later", unbounded: "all that is on record" },
    published: "Published by",
    apply: "Show",
    clear: "All of them",
    next: "Next",
    previous: "Previous",
    none: "Nothing on record.",
    alsoWritten: "Also written",
    nameless: "The name of this person is not known. What stands above is a label.",
    timeline: "What happened",
    timelineKey:
      "Each bar reaches over the time in which it happened, and is the longer the less is known. Filled: verified or corroborated. Hollow: only reported, or contested. In custody: solid where it is certain, hatched where it is possible.",
    missing: "Why not verified",
    needed: "What is needed",
    saysSo: "Who says so",
    conditions: "Conditions",
    detail: { age: "Age", charges: "Charges", case: "Case", sentence: "Sentence", ends: "ends" },
    sentence: { TERM: "for a time", LIFE: "for life", DEATH: "death", OTHER: "another" },
    acknowledged: "The state says so too.",
    origins: "Independent origins",
    definitions: "What it means by it",
    series: "Its numbers over time",
    counts: "What is counted of it",
    inside: "Parts",
    noPosition: "No position on record",
    hubSays: "This hub, a documented minimum",
    people: { both: "In both lists", theirsOnly: "Named by the source alone", oursOnly: "Named here alone" },
    fell: "revised: it fell from",
    since: "since",
    possible: "may also be",
    rules: "The rules",
    rulesLead:
      "A release is verified when every rule holds. The first seven are decided by the written policy, the last by a person who recorded none of the evidence alone.",
    licence: "Licence and citation",
    citation: "Citation of the hub, for reference managers",
    licenceText:
      "The data stand under the licence of their data set; that of the first one is CC0. Cite the address with knownAt: it gives the same answer for ever.",
    unknown: "What is not known",
    unknownText: [
      "How many are held or free in all: nobody can count them from outside, and this hub does not estimate.",
      "Whether somebody who is not here is held. To be absent from this list says nothing.",
      "What is told in confidence. Contacts, relatives, health and confidential sources are never shown.",
    ],
    size: (people, claims, sources) =>
      `On record: ${people} ${people === "1" ? "person" : "people"}, ${claims} ${claims === "1" ? "claim" : "claims"}, ${sources} ${sources === "1" ? "source" : "sources"}.`,
  },
  es: {
    title: {
      people: (count) => (count === "1" ? "Consta 1 persona" : `Constan ${count} personas`),
      facilities: (count) => (count === "1" ? "Consta 1 lugar" : `Constan ${count} lugares`),
      claims: (count) => (count === "1" ? "1 afirmación" : `${count} afirmaciones`),
      compare: (moment) => `Cada cifra junto a las personas nombradas aquí, ${moment}`,
      about: "Con qué reglas se decide",
    },
    lead: {
      people:
        "Un mínimo documentado: a quienes nombra una página pública. Quien no está aquí puede estar en prisión, o en libertad, igualmente.",
      facilities: "Dónde estuvieron detenidas las personas, y de dónde salieron, hasta donde consta.",
      claims: "Quién dice qué, de qué momento y en qué página. Una afirmación nunca se cambia: la corregida se reemplaza, y ambas quedan.",
      compare:
        "Tres relojes: cuándo fue así, hasta cuándo se había publicado y qué constaba aquí entonces. Las cifras que no se pueden comparar no se restan, y se dice por qué.",
    },
    field: {
      name: "Nombre",
      status: "Situación",
      since: "Desde",
      place: "Lugar",
      nationality: "Nacionalidad",
      sex: "Sexo",
      age: "Edad",
      supported: "Respaldo",
      held: "Detenidas allí ahora",
      released: "Excarceladas de allí",
      kind: "Tipo",
      region: "Región",
      number: "Cifra",
      hub: "Nombradas aquí",
      difference: "Diferencia",
      metric: "Cuenta",
      source: "Fuente",
      time: "Cuándo fue así",
      said: "Qué dice",
      stands: "Dónde consta",
      state: "Estado",
      asOf: "A fecha de",
      knownAt: "Según constaba el",
      window: "Contadas desde",
      until: "Hasta",
    },
    all: "todo",
    order: "Orden",
    orders: { NAME_ASCENDING: "de la A a la Z", NAME_DESCENDING: "de la Z a la A" },
    clock: { earlier: "un día antes", later: "un día después", unbounded: "todo lo que consta" },
    published: "Publicado hasta",
    apply: "Mostrar",
    clear: "Mostrar todo",
    next: "Siguiente",
    previous: "Anterior",
    none: "No consta nada.",
    alsoWritten: "También escrito",
    nameless: "No se conoce el nombre de esta persona. Lo de arriba es una etiqueta.",
    timeline: "Qué ocurrió",
    timelineKey:
      "Cada barra abarca el tiempo en que ocurrió, y es más larga cuanto menos se sabe. Llena: verificado o corroborado. Hueca: solo reportado, o en duda. En prisión: liso donde es seguro, rayado donde es posible.",
    missing: "Por qué no está verificada",
    needed: "Qué hace falta",
    saysSo: "Quién lo dice",
    conditions: "Condiciones",
    detail: { age: "Edad", charges: "Cargos", case: "Expediente", sentence: "Condena", ends: "termina" },
    sentence: { TERM: "por un tiempo", LIFE: "perpetua", DEATH: "muerte", OTHER: "otra" },
    acknowledged: "El Estado también lo dice.",
    origins: "Orígenes independientes",
    definitions: "Qué entiende por ello",
    series: "Sus cifras en el tiempo",
    counts: "Qué se cuenta del lugar",
    inside: "Partes",
    noPosition: "Sin posición registrada",
    hubSays: "Este registro, un mínimo documentado",
    people: { both: "En ambas listas", theirsOnly: "Nombradas solo por la fuente", oursOnly: "Nombradas solo aquí" },
    fell: "revisada: bajó desde",
    since: "desde",
    possible: "también puede ser",
    rules: "Las reglas",
    rulesLead:
      "Una excarcelación está verificada cuando se cumplen todas las reglas. Las siete primeras las decide la política escrita; la última, una persona que no registró por sí sola las pruebas.",
    licence: "Licencia y cita",
    citation: "Cita del registro, para gestores de referencias",
    licenceText:
      "Los datos tienen la licencia de su conjunto; la del primero es CC0. Cite la dirección con knownAt: da siempre la misma respuesta.",
    unknown: "Lo que no se sabe",
    unknownText: [
      "Cuántas personas están en prisión o en libertad en total: nadie puede contarlas desde fuera, y aquí no se estima.",
      "Si alguien que no está aquí está en prisión. No figurar en esta lista no dice nada.",
      "Lo confiado en secreto. Contactos, familiares, salud y fuentes confidenciales no se muestran nunca.",
    ],
    size: (people, claims, sources) =>
      `Constan ${people} ${people === "1" ? "persona" : "personas"}, ${claims} ${claims === "1" ? "afirmación" : "afirmaciones"} y ${sources} ${sources === "1" ? "fuente" : "fuentes"}.`,
  },
};
