/** What the page says in Spanish. */
import type { Words } from "./words.ts";

/** A number and a word for so many women, or people: 1 verificada, 2 verificadas. */
const feminine = (count: number | string, one: string) => `${count} ${String(count) === "1" ? one : `${one}s`}`;
const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count.toLocaleString("es-ES")} ${more}`);

export const es: Words = {
  language: "es",
  site: "Paradero",
  motto: "Quién dice cuántas personas, y a quiénes se puede nombrar",
  skip: "Ir al contenido",
  menu: {
    situation: "Situación",
    people: "Personas",
    releases: "Excarcelaciones",
    facilities: "Lugares",
    claims: "Afirmaciones",
    compare: "Comparar",
    feed: "Cambios",
    about: "Acerca de",
    graph: "Datos",
  },
  otherLanguage: "English",
  chooseSituation: "Situación",
  list: (items) => new Intl.ListFormat("es-ES").format(items),
  live: {
    on: "En vivo",
    waiting: "Conectando de nuevo…",
    changed: "Acaba de cambiar",
    retracted: "Corrección",
    seconds: "En vivo, última señal hace {} s",
  },
  headline: {
    announced: (number) => feminine(number, "anunciada"),
    counted: (number, several) => `${several ? "hasta " : ""}${feminine(number, "contada")}`,
    named: (number) => `${number} con nombre`,
    empty: "Aquí todavía no consta ninguna afirmación",
    nobody: "todavía nadie con nombre",
  },
  situation: {
    lead: "Cada marca es una afirmación, en el momento del que habla. La segunda escala muestra lo que cada fuente dice por ahora, junto a las personas que aquí se pueden nombrar.",
    key: "Marca llena: excarceladas según esa cuenta. Hueca: anunciadas, o referidas por un solo origen. Barra: ocurrió en algún momento dentro de ella. Punteada: palabras en lugar de cifra. Flecha en la segunda escala: sin límite superior o inferior.",
    band: "La franja verde va de las personas verificadas aquí a las corroboradas: un mínimo documentado, nunca el total.",
    parts: (count) =>
      `${many(count, "recuento de una parte figura", "recuentos de una parte figuran")} (una nacionalidad, una edad) en la lista de afirmaciones.`,
    unread: (count) => `${many(count, "afirmación anterior no está dibujada", "afirmaciones anteriores no están dibujadas")}.`,
    folded: (names) => `Sin fila propia, porque no dan cifra o son demasiadas: ${names}.`,
    knownAt: (moment) => `Según lo que constaba aquí el ${moment}.`,
    newest: "Últimas excarcelaciones verificadas",
    noneVerified: "Todavía no hay ninguna excarcelación verificada.",
    waiting: (count) =>
      `${many(count, "excarcelación espera", "excarcelaciones esperan")} la decisión de una persona, o a lo sumo una regla más.`,
    corroborated: "Corroboradas: se cumplen todas las reglas menos la última. Falta la decisión de una persona.",
    reported: "Referidas: constan, pero las apoyan pocos orígenes independientes, o falla otra regla.",
    table: "Lo mismo en cifras",
    columns: { source: "Fuente", number: "Cifra", asOf: "Cuándo fue así", published: "Dónde consta", said: "Qué dice" },
    empty: "Una importación llena esta página: `npm run paradero -- import <directorio>`, o las mutaciones del grafo.",
    downloads: "Como:",
  },
  chart: {
    label: "Afirmaciones y nombres: sigue una tabla con las mismas cifras",
    state: "Anunciadas por el Estado",
    others: "Contadas por otros",
    named: "Con nombre en este registro",
    custody: "Bajo custodia",
    noNumber: "sin cifra",
    sourceKinds: {
      GOVERNMENT: "gobierno",
      NGO: "organización",
      INTERGOVERNMENTAL: "organismo internacional",
      PARTY: "partido o coalición",
      MEDIA: "prensa",
      FAMILY: "familia",
      LAWYER: "abogacía",
      DETAINEE: "persona detenida",
      OTHER: "otra fuente",
    },
    only: (place) => `solo ${place}`,
    pages: (count) => `en ${count} páginas`,
    counts: {
      RELEASED: "excarceladas",
      ANNOUNCED: "anunciadas como excarceladas",
      ORDERED: "con orden de excarcelación",
      HELD: "detenidas",
      ARRESTED: "arrestadas",
      WHEREABOUTS_UNKNOWN: "en paradero desconocido",
      DIED: "muertas",
      WAITING: "a la espera",
      OTHER: "contadas",
    },
    steps: "Cuántas hasta entonces",
    stepsKey: "oscuro verificadas, claro corroboradas",
    support({ verified, corroborated, reported, lower, upper }) {
      const bounds = upper > lower ? ` (de ${lower} a ${upper})` : "";
      const parts = [
        (verified > 0 || upper > 0) && `${feminine(verified, "verificada")}${bounds}`,
        corroborated > 0 && feminine(corroborated, "corroborada"),
        reported > 0 && feminine(reported, "referida"),
      ].filter((part) => part !== false);
      return parts.length > 0 ? parts.join(", ") : "nadie por su nombre";
    },
    nobody: "nadie por su nombre",
    namedBy: (verified, corroborated) => `${feminine(verified, "verificada")}, ${feminine(corroborated, "corroborada")}`,
    besides: (reported) => `y ${reported} solo ${reported === 1 ? "referida" : "referidas"}`,
    earlier: (count) => `${count} de ellas antes`,
    andMore: (names, more) => `${names} y ${more} más`,
    range: (lower, upper) => `${lower} a ${upper}`,
  },
  states: { VERIFIED: "verificada", CORROBORATED: "corroborada", REPORTED: "referida", CONTESTED: "impugnada", REFUTED: "refutada" },
  faults: {
    404: {
      title: "En esta dirección no hay nada",
      text: "Puede que el registro nunca haya estado aquí, o que no sea público. Empiece por la situación, o busque entre las personas.",
    },
    400: { title: "La dirección pide algo que no puede ser", text: "Una de sus partes no se entiende:" },
    429: { title: "Demasiadas peticiones a la vez desde su red", text: "Inténtelo de nuevo en medio minuto." },
    503: { title: "El registro está ocupado", text: "Inténtelo de nuevo en unos segundos." },
    500: { title: "Algo falló de nuestra parte", text: "Si lo comunica, indique esta referencia:" },
  },
};
