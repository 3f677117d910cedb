/** What the verifier's desk says. */
import type { JudgementVerdict } from "../../../generated/graphql.ts";
import type { Language } from "./language.ts";

export type DeskWords = {
  readonly title: string;
  readonly lead: string;
  readonly key: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly kept: string;
  readonly refused: string;
  readonly ended: string;
  readonly back: string;
  readonly forged: string;
  readonly queue: string;
  readonly empty: string;
  readonly more: string;
  readonly choose: string;
  readonly evidence: string;
  readonly rules: string;
  readonly holds: string;
  readonly root: string;
  readonly noRoot: string;
  readonly hiddenMore: (count: string) => string;
  readonly decide: string;
  readonly act: Readonly<Record<"verify" | "contest" | "refute" | "retract" | "amend" | "judge" | "merge" | "record" | "check", string>>;
  readonly note: string;
  readonly noteNeeded: string;
  readonly when: string;
  readonly zone: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<"MORE_PRECISE" | "OUR_ERROR" | "SOURCE_UPDATED" | "SOURCE_RETRACTED", string>>;
  readonly names: string;
  readonly nobody: string;
  readonly score: string;
  readonly verdicts: Readonly<Record<JudgementVerdict, string>>;
  readonly done: string;
  readonly unchanged: string;
  readonly failed: string;
  readonly shortcuts: string;
  readonly keys: Readonly<Record<"next" | "previous" | "act" | "name" | "claim" | "twice" | "match", string>>;
  readonly claim: string;
  readonly understood: string;
  readonly notUnderstood: string;
  readonly boundsFit: string;
  readonly boundsDoNot: string;
  readonly writtenAs: string;
};

export const deskWords: Readonly<Record<Language, DeskWords>> = {
  en: {
    title: "Desk",
    lead: "What waits for a person’s decision, with its evidence.",
    key: "Key",
    signIn: "Sign in",
    signOut: "Sign out",
    kept: "Your browser keeps the session for eight hours, sealed, for this desk alone; no script can read it.",
    refused: "That key is not taken:",
    back: "Back to the desk",
    ended: "The session has ended. Sign in again.",
    forged: "The form was not one of this session. Open the desk again and repeat it.",
    queue: "Waiting, nearest first",
    empty: "Nothing waits.",
    more: "Further ones",
    choose: "Choose one that waits. Nothing is decided without having been on screen.",
    evidence: "Evidence",
    rules: "Rules",
    holds: "holds",
    root: "counts as an independent origin",
    noRoot: "does not count as an origin",
    hiddenMore: (count) => `${count} claims in all; the others stand on the person’s page.`,
    decide: "Decide",
    act: {
      verify: "Verify",
      contest: "Contest",
      refute: "Refute",
      retract: "Take back",
      amend: "Correct",
      judge: "Judge",
      merge: "They are one: merge",
      record: "Record",
      check: "Check",
    },
    note: "Reason, for readers",
    noteNeeded: "Reason, for readers (needed)",
    when: "When, as written",
    zone: "Time zone",
    reason: "Why",
    reasons: {
      MORE_PRECISE: "better known now",
      OUR_ERROR: "our error",
      SOURCE_UPDATED: "the source corrected itself",
      SOURCE_RETRACTED: "the source took it back",
    },
    names: "May be the same person",
    nobody: "Nobody of a like name is on record.",
    score: "agreement",
    verdicts: { POSITIVE: "the same", NEGATIVE: "two people", UNSURE: "cannot say" },
    done: "Done.",
    unchanged: "Nothing changed: it was so already.",
    failed: "Not done:",
    shortcuts: "Keys",
    keys: {
      next: "next",
      previous: "previous",
      act: "to an action",
      name: "to the names",
      claim: "record",
      twice: "told twice",
      match: "match names",
    },
    claim: "Record what is said",
    understood: "Understood as",
    notUnderstood: "Not understood:",
    boundsFit: "The bounds fit.",
    boundsDoNot: "The bounds do not fit; expected",
    writtenAs: "2026-01-12, 2026-01-12 morning, 2026-01-08/2026-01-09, 2026-01",
  },
  es: {
    title: "Mesa",
    lead: "Lo que espera la decisión de una persona, con sus pruebas.",
    key: "Clave",
    signIn: "Entrar",
    signOut: "Salir",
    kept: "Su navegador guarda la sesión ocho horas, sellada, solo para esta mesa; ningún script puede leerla.",
    refused: "Esa clave no se acepta:",
    back: "Volver a la mesa",
    ended: "La sesión terminó. Entre de nuevo.",
    forged: "El formulario no era de esta sesión. Abra la mesa de nuevo y repítalo.",
    queue: "En espera, lo más cercano primero",
    empty: "Nada espera.",
    more: "Más",
    choose: "Elija uno de los que esperan. Nada se decide sin haber estado en pantalla.",
    evidence: "Pruebas",
    rules: "Reglas",
    holds: "se cumple",
    root: "cuenta como origen independiente",
    noRoot: "no cuenta como origen",
    hiddenMore: (count) => `${count} afirmaciones en total; las demás están en la página de la persona.`,
    decide: "Decidir",
    act: {
      verify: "Verificar",
      contest: "Poner en duda",
      refute: "Refutar",
      retract: "Retirar",
      amend: "Corregir",
      judge: "Juzgar",
      merge: "Son una: unir",
      record: "Registrar",
      check: "Comprobar",
    },
    note: "Razón, para quien lea",
    noteNeeded: "Razón, para quien lea (necesaria)",
    when: "Cuándo, como está escrito",
    zone: "Zona horaria",
    reason: "Por qué",
    reasons: {
      MORE_PRECISE: "ahora se sabe mejor",
      OUR_ERROR: "error nuestro",
      SOURCE_UPDATED: "la fuente se corrigió",
      SOURCE_RETRACTED: "la fuente lo retiró",
    },
    names: "Puede ser la misma persona",
    nobody: "No consta nadie de nombre parecido.",
    score: "acuerdo",
    verdicts: { POSITIVE: "la misma", NEGATIVE: "dos personas", UNSURE: "no se puede decir" },
    done: "Hecho.",
    unchanged: "Nada cambió: ya era así.",
    failed: "No se hizo:",
    shortcuts: "Teclas",
    keys: {
      ...{ next: "siguiente", previous: "anterior", act: "a una acción", name: "a los nombres", claim: "registrar" },
      ...{ twice: "contado dos veces", match: "cotejar nombres" },
    },
    claim: "Registrar lo que se dice",
    understood: "Se entiende como",
    notUnderstood: "No se entiende:",
    boundsFit: "Los límites encajan.",
    boundsDoNot: "Los límites no encajan; se espera",
    writtenAs: "2026-01-12, 2026-01-12 morning, 2026-01-08/2026-01-09, 2026-01",
  },
};
