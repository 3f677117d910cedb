/** In Spanish what the rules say: why an event is not verified, from the code and its numbers, and why a claim goes back to its origin. English stands beside the rules. */
import type { RootReason } from "../../domain/origins/roots.ts";
import { inDays, type FailureCode } from "../../domain/verification/rule-failure.ts";

type Numbers = { readonly have: number | null; readonly need: number | null };
type Sentences = { readonly message: (numbers: Numbers) => string; readonly needed: (numbers: Numbers) => string };

const only = (words: string) => () => words;
const hours = ({ need }: Numbers) => `Una hora conocida con un margen de ${need} horas.`;
const spanned = (hours: number) => (inDays(hours) === null ? `${hours} horas` : `${inDays(hours)} días`);
const untangle = only("Que uno de los dos sea refutado, o se corrija su fecha.");

export const failuresInSpanish: Readonly<Record<FailureCode, Sentences>> = {
  TIME_OPEN: { message: only("No se conocen ambos límites del momento en que ocurrió."), needed: hours },
  TIME_TOO_WIDE: { message: ({ have }) => `El momento solo se conoce con un margen de ${spanned(have ?? 0)}.`, needed: hours },
  NO_PLACE: {
    message: only("No se conoce el centro, ni un lugar más preciso que el país."),
    needed: only("El centro, o el lugar donde ocurrió: al menos el estado o la provincia."),
  },
  NOT_EFFECTED: {
    message: only("La excarcelación fue anunciada u ordenada, no consta que se haya hecho efectiva."),
    needed: only("Prueba de que la persona está fuera, registrada como excarcelación con la etapa EFFECTED."),
  },
  IN_THE_FUTURE: {
    message: only("No puede haber ocurrido todavía: su momento está en el futuro."),
    needed: only("Prueba de que ha ocurrido, en un momento que ya pasó."),
  },
  TOO_FEW_ORIGINS: {
    message: ({ have }) =>
      have === 0
        ? "Ningún origen lo respalda."
        : `Solo lo ${have === 1 ? "respalda 1 origen independiente" : `respaldan ${have} orígenes independientes`}.`,
    needed: ({ need }) => `${need} orígenes independientes; las páginas que repiten una misma declaración son uno solo.`,
  },
  NO_DIRECT_WITNESS: {
    message: only("Entre los orígenes no hay testigo directo ni organización que haya publicado el nombre."),
    needed: only(
      "Una declaración de la persona, un familiar, un abogado, un testigo, un reportero presente o una organización que haya publicado el nombre.",
    ),
  },
  ONLY_THE_STATE: { message: only("Solo lo dice el Estado."), needed: only("Un origen distinto del Estado.") },
  DISPUTED: {
    message: ({ have }) => (have === 1 ? "1 declaración vigente lo disputa." : `${have} declaraciones vigentes lo disputan.`),
    needed: only("Que cada declaración que lo disputa tenga respuesta: sustituida, retirada, o el hecho refutado."),
  },
  AFTER_DEATH: { message: only("Contradice una muerte de la persona que consta en otro momento."), needed: untangle },
  WHILE_FREE: {
    message: only("La persona estaba libre: hubo antes una excarcelación, y no consta que volviera a estar detenida."),
    needed: only("La detención intermedia, registrada; o que uno de los dos sea refutado, o se corrija su fecha."),
  },
  TWICE: {
    message: only("Otro hecho igual de la persona ya está verificado."),
    needed: only("Que uno de los dos sea refutado; entre dos excarcelaciones, que conste una detención."),
  },
  NO_DECISION: {
    message: only("Ninguna persona ha decidido todavía."),
    needed: only(
      "La decisión de quien tenga el permiso de verificar, y sin cuyas propias declaraciones las demás reglas se cumplan igualmente.",
    ),
  },
  OWN_CLAIMS: {
    message: only("Sin las declaraciones que registró quien usa esta clave, las demás reglas no se cumplen, y nadie verifica lo suyo."),
    needed: only("La decisión de otra persona con el permiso VERIFIER, o pruebas que haya registrado otra."),
  },
};

/** `name` is null of a source that is not public. `repeated` says what the page repeats. */
export const rootsInSpanish: Readonly<Record<RootReason, (name: string | null, repeated: string) => string>> = {
  OWN_PAGE: (name) => `${name ?? "Una fuente que no es pública"} lo dice en una página propia, que no repite ninguna otra registrada.`,
  FIRST_ASSERTER: (name) =>
    `${name ?? "Una fuente que no es pública"} es la primera que consta en decirlo; la página transmite sus palabras.`,
  REPEATED: (name, repeated) =>
    `La página repite ${repeated}; la primera página más cercana la publicó ${name ?? "una fuente que no es pública"}.`,
  UNSIGNED: () => "Se remonta a una página de la que nadie sabe quién la publicó; esa página es el origen.",
  CIRCULAR: (name) =>
    `Las páginas se repiten unas a otras; cualquiera puede ser la primera, como la de ${name ?? "una fuente que no es pública"}.`,
};
