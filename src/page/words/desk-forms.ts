/** What the forms of the desk say: what is recorded, corrected, and judged to be one. */
import type {
  CivilMilitary,
  CountMeasure,
  CountQualifier,
  CountUnit,
  DocumentKind,
  ReleaseOutcome,
  ReleaseStage,
} from "../../../generated/graphql.ts";
import type { Language } from "./language.ts";

type Field =
  | ("source" | "document" | "locator" | "statement" | "quote" | "asOf" | "metric" | "unit" | "measure" | "qualifier" | "lower" | "upper")
  | ("facility" | "everywhere" | "nowhere" | "situation" | "about" | "nobody" | "event" | "newEvent" | "type" | "stage" | "outcome")
  | ("conditions" | "place" | "connection" | "stance" | "cause" | "name" | "names" | "nationalities" | "occupations" | "sex" | "age")
  | ("civilMilitary" | "birth" | "kind" | "title" | "url" | "archiveUrl" | "publisher" | "language" | "published" | "basis" | "noBasis")
  | ("named" | "ethnicities" | "country" | "admin1" | "locality" | "length" | "ends");

export type Entry = "count" | "event" | "remark" | "document";

export type DeskFormWords = {
  readonly entry: Readonly<Record<Entry, string>>;
  readonly fields: Readonly<Record<Field, string>>;
  readonly find: string;
  readonly findPerson: string;
  readonly newPerson: (name: string) => string;
  readonly chosenPerson: string;
  readonly recordedSoFar: string;
  readonly amendEvent: string;
  readonly amendPerson: string;
  readonly onePerLine: string;
  readonly separated: string;
  readonly ofSentences: string;
  /** Whether the name of somebody is known. */
  readonly named: Readonly<Record<"true" | "false", string>>;
  readonly duplicates: string;
  readonly duplicatesLead: string;
  readonly noDuplicates: string;
  readonly same: string;
  readonly countedAs: string;
  readonly judged: string;
  readonly judgedOn: (day: string) => string;
  readonly undo: string;
  readonly match: string;
  readonly matchLead: string;
  readonly matchField: string;
  readonly unknownName: string;
  readonly saysOf: string;
  readonly units: Readonly<Record<CountUnit, string>>;
  readonly measures: Readonly<Record<CountMeasure, string>>;
  readonly qualifiers: Readonly<Record<CountQualifier, string>>;
  readonly documentKinds: Readonly<Record<DocumentKind, string>>;
  readonly stages: Readonly<Record<ReleaseStage, string>>;
  readonly outcomes: Readonly<Record<ReleaseOutcome, string>>;
  readonly service: Readonly<Record<CivilMilitary, string>>;
};

export const deskForms: Readonly<Record<Language, DeskFormWords>> = {
  en: {
    entry: { count: "a count", event: "what happened to a person", remark: "a remark", document: "a page" },
    fields: {
      ...{ source: "Who says so", document: "On which page", locator: "Where in it", statement: "In our words", quote: "Its words" },
      ...{ asOf: "When it was so", metric: "What", unit: "Of what", measure: "How counted", qualifier: "How exact" },
      ...{ lower: "At least", upper: "At most", facility: "Where", everywhere: "everywhere", nowhere: "no place on record" },
      ...{ situation: "Situation", about: "About which source", nobody: "none", event: "Which event", newEvent: "a new one" },
      ...{ type: "What happened", stage: "How far (of releases)", outcome: "On what terms (of releases)", conditions: "Conditions" },
      ...{ place: "Or a place in words", connection: "How they know", stance: "Supports or disputes it", cause: "Cause (of deaths)" },
      ...{ name: "Name", names: "Other spellings", nationalities: "Nationalities", occupations: "Occupations", sex: "Sex", age: "Age" },
      ...{ civilMilitary: "Civilian or soldier", birth: "Born", kind: "What sort", title: "Title", url: "Address", publisher: "Publisher" },
      ...{ archiveUrl: "Lasting copy", language: "Language (es)", published: "When published", basis: "It rests on", noBasis: "no claim" },
      ...{
        named: "What stands there is",
        ethnicities: "Ethnicities, as the source has them",
        country: "Country",
        admin1: "State or province",
      },
      ...{ locality: "Town", length: "How long", ends: "Until when" },
    },
    find: "Find",
    findPerson: "Find the person first: part of the name, in any spelling",
    newPerson: (name) => `Somebody else: record ${name}`,
    chosenPerson: "Of whom",
    recordedSoFar: "The person or the event is on record by now; the claim is not. Mend it below, and record it.",
    amendEvent: "Correct the event",
    amendPerson: "Correct the person",
    onePerLine: "one per line",
    separated: "with ; between",
    ofSentences: "(of sentences)",
    named: { true: "a name", false: "a label of somebody whose name is not known" },
    duplicates: "May be one happening told twice",
    duplicatesLead: "Two events of one person that may be one. Nothing is destroyed, and each judgement can be taken back.",
    noDuplicates: "Nothing here seems to be told twice.",
    same: "One happening: this one stands",
    countedAs: "It counts as this one:",
    judged: "Judged before",
    judgedOn: (day) => `on ${day}`,
    undo: "Take the judgement back",
    match: "Match names",
    matchLead: "A list of names, one per line, against the people on record.",
    matchField: "Names",
    unknownName: "nobody of that name is on record",
    saysOf: "Say something of them",
    units: { PERSONS: "people", FAMILIES: "families", FACILITIES: "places", PERCENT: "per cent", OTHER: "as the indicator says" },
    measures: { CUMULATIVE: "in all since a beginning", STOCK: "at that moment", INCREMENT: "in that time" },
    qualifiers: {
      ...{ EXACT: "exactly", AT_LEAST: "at least", MORE_THAN: "more than", AT_MOST: "at most", FEWER_THAN: "fewer than", ABOUT: "about" },
      ...{ RANGE: "from … to", UNQUANTIFIED: "no number" },
    },
    documentKinds: { ARTICLE: "article", POST: "post", STATEMENT: "statement", LIST: "list", REPORT: "report", BROADCAST: "broadcast" },
    stages: { EFFECTED: "it has happened", ORDERED: "ordered", ANNOUNCED: "announced" },
    outcomes: { UNKNOWN: "not known", UNCONDITIONAL: "without conditions", CONDITIONAL: "under conditions", EXPELLED: "expelled" },
    service: { UNKNOWN: "not known", CIVILIAN: "civilian", MILITARY: "soldier", POLICE: "police officer" },
  },
  es: {
    entry: { count: "una cifra", event: "lo que le pasó a una persona", remark: "una observación", document: "una página" },
    fields: {
      ...{ source: "Quién lo dice", document: "En qué página", locator: "Dónde en ella", statement: "En nuestras palabras" },
      ...{ quote: "Sus palabras", asOf: "Cuándo era así", metric: "Qué", unit: "De qué", measure: "Cómo se cuenta" },
      ...{ qualifier: "Con qué exactitud", lower: "Al menos", upper: "Como mucho", facility: "Dónde", everywhere: "en todas partes" },
      ...{ nowhere: "ningún lugar que conste", situation: "Situación", about: "Sobre qué fuente", nobody: "ninguna" },
      ...{ event: "Qué hecho", newEvent: "uno nuevo", type: "Qué pasó", stage: "Hasta dónde (excarcelaciones)" },
      ...{ outcome: "En qué términos (excarcelaciones)", conditions: "Condiciones", place: "O un lugar en palabras" },
      ...{ connection: "Cómo lo sabe", stance: "Lo apoya o lo contradice", cause: "Causa (muertes)", name: "Nombre" },
      ...{ names: "Otras grafías", nationalities: "Nacionalidades", occupations: "Ocupaciones", sex: "Sexo", age: "Edad" },
      ...{ civilMilitary: "Civil o militar", birth: "Nacimiento", kind: "De qué tipo", title: "Título", url: "Dirección" },
      ...{ publisher: "Quién publica", archiveUrl: "Copia duradera", language: "Idioma (es)", published: "Cuándo se publicó" },
      ...{
        basis: "Se apoya en",
        noBasis: "ninguna afirmación",
        named: "Lo que ahí está es",
        country: "País",
        admin1: "Estado o provincia",
      },
      ...{ ethnicities: "Etnias, como las dice la fuente", locality: "Localidad", length: "Cuánto tiempo", ends: "Hasta cuándo" },
    },
    find: "Buscar",
    findPerson: "Busque primero a la persona: parte del nombre, en cualquier grafía",
    newPerson: (name) => `Otra persona: registrar a ${name}`,
    chosenPerson: "De quién",
    recordedSoFar: "La persona o el hecho ya constan; la afirmación no. Corríjala abajo y regístrela.",
    amendEvent: "Corregir el hecho",
    amendPerson: "Corregir a la persona",
    onePerLine: "uno por línea",
    separated: "con ; entre ellas",
    ofSentences: "(condenas)",
    named: { true: "un nombre", false: "una etiqueta de quien no se sabe el nombre" },
    duplicates: "Puede ser un solo hecho contado dos veces",
    duplicatesLead: "Dos hechos de una persona que pueden ser uno. Nada se destruye, y cada juicio se puede retirar.",
    noDuplicates: "Nada aquí parece contado dos veces.",
    same: "Un solo hecho: queda este",
    countedAs: "Se cuenta como este:",
    judged: "Juzgado antes",
    judgedOn: (day) => `el ${day}`,
    undo: "Retirar el juicio",
    match: "Cotejar nombres",
    matchLead: "Una lista de nombres, uno por línea, contra las personas que constan.",
    matchField: "Nombres",
    unknownName: "no consta nadie con ese nombre",
    saysOf: "Decir algo de esta persona",
    units: { PERSONS: "personas", FAMILIES: "familias", FACILITIES: "lugares", PERCENT: "por ciento", OTHER: "según el indicador" },
    measures: { CUMULATIVE: "en total desde un comienzo", STOCK: "en ese momento", INCREMENT: "en ese tiempo" },
    qualifiers: {
      ...{ EXACT: "exactamente", AT_LEAST: "al menos", MORE_THAN: "más de", AT_MOST: "como mucho", FEWER_THAN: "menos de" },
      ...{ ABOUT: "unos", RANGE: "de … a", UNQUANTIFIED: "sin cifra" },
    },
    documentKinds: {
      ...{ ARTICLE: "artículo", POST: "publicación", STATEMENT: "comunicado", LIST: "lista", REPORT: "informe", BROADCAST: "emisión" },
    },
    stages: { EFFECTED: "ocurrió", ORDERED: "ordenada", ANNOUNCED: "anunciada" },
    outcomes: { UNKNOWN: "no se sabe", UNCONDITIONAL: "sin condiciones", CONDITIONAL: "con condiciones", EXPELLED: "expulsión" },
    service: { UNKNOWN: "no se sabe", CIVILIAN: "civil", MILITARY: "militar", POLICE: "policía" },
  },
};
