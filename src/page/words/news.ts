/** What the feed says, and how what is here is cited and shown elsewhere. */
import type { Language } from "./language.ts";

type Say = {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly kinds: Readonly<Record<"verified" | "amended" | "retracted" | "withdrawn" | "count", string>>;
  verified(name: string): string;
  amended(name: string): string;
  retracted(name: string, state: string): string;
  readonly withdrawn: string;
  readonly corrections: string;
  readonly follow: string;
  readonly cite: Readonly<Record<"title" | "stable" | "embed" | "embedText", string>>;
  citation(title: string, moment: string, address: string): string;
};

export const news: Readonly<Record<Language, Say>> = {
  en: {
    title: "What changed",
    lead: "Releases that became verified, were amended or were taken back, and the counts that came in, newest first. What was taken back stays here, as a correction.",
    none: "Nothing has changed yet.",
    kinds: { verified: "verified", amended: "amended", retracted: "correction", withdrawn: "withdrawn", count: "count" },
    verified: (name) => `The release of ${name} is verified`,
    amended: (name) => `A fact of the verified release of ${name} was corrected`,
    retracted: (name, state) => `The release of ${name} is no longer verified: ${state}`,
    withdrawn: "A verification was taken back; what was published of it should be, too",
    corrections: "Corrections",
    follow: "Follow it:",
    cite: {
      title: "Cite this",
      stable: "The address names the moment: it shows this very picture for ever.",
      embed: "Show this elsewhere",
      embedText: "Paste this into a page. The frame tells its height by postMessage (paradero:height).",
    },
    citation: (title, moment, address) => `Paradero, “${title}”, as known on ${moment}. ${address}`,
  },
  es: {
    title: "Qué cambió",
    lead: "Excarcelaciones que se verificaron, se corrigieron o se retiraron, y las cifras que llegaron, lo más reciente primero. Lo que se retiró queda aquí, como corrección.",
    none: "Todavía no ha cambiado nada.",
    kinds: { verified: "verificada", amended: "corregida", retracted: "corrección", withdrawn: "retirada", count: "cifra" },
    verified: (name) => `La excarcelación de ${name} está verificada`,
    amended: (name) => `Se corrigió un dato de la excarcelación verificada de ${name}`,
    retracted: (name, state) => `La excarcelación de ${name} ya no está verificada: ${state}`,
    withdrawn: "Una verificación se retiró; lo publicado sobre ella también debería retirarse",
    corrections: "Correcciones",
    follow: "Seguirlo:",
    cite: {
      title: "Citar",
      stable: "La dirección nombra el momento: muestra siempre esta misma imagen.",
      embed: "Mostrar esto en otra página",
      embedText: "Pegue esto en una página. El marco dice su altura por postMessage (paradero:height).",
    },
    citation: (title, moment, address) => `Paradero, «${title}», según constaba el ${moment}. ${address}`,
  },
};
