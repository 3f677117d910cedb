/** What stands around the schema, which speaks English. */
import type { Language } from "./language.ts";

export type ReferenceWords = {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
  readonly ask: string;
  readonly contents: string;
  readonly example: string;
  readonly deprecated: string;
  readonly directives: string;
  costs(points: string): string;
  readonly groups: Readonly<Record<"roots" | "objects" | "inputs" | "enums" | "scalars", string>>;
  readonly kinds: Readonly<Record<"object" | "interface" | "union" | "input" | "enum" | "scalar", string>>;
};

export const referenceWords: Readonly<Record<Language, ReferenceWords>> = {
  en: {
    title: "What can be asked",
    lead: "Every type, field and argument of the graph, made from the schema that answers. Search it with your browser.",
    text: "The same as text, for tools",
    ask: "Ask in the explorer",
    contents: "Contents",
    example: "Example",
    deprecated: "Deprecated",
    directives: "Directives",
    costs: (points) => `${points} points`,
    groups: {
      roots: "Where to begin",
      objects: "What is answered",
      inputs: "What is given",
      enums: "Words to choose from",
      scalars: "Single values",
    },
    kinds: { object: "type", interface: "interface", union: "one of", input: "input", enum: "enum", scalar: "scalar" },
  },
  es: {
    title: "Lo que se puede preguntar",
    lead: "Cada tipo, campo y argumento del grafo, hecho del esquema que responde (en inglés). Búsquelo con su navegador.",
    text: "Lo mismo como texto, para herramientas",
    ask: "Preguntar en el explorador",
    contents: "Contenido",
    example: "Ejemplo",
    deprecated: "En desuso",
    directives: "Directivas",
    costs: (points) => `${points} puntos`,
    groups: {
      roots: "Dónde empezar",
      objects: "Lo que se responde",
      inputs: "Lo que se da",
      enums: "Palabras a elegir",
      scalars: "Valores simples",
    },
    kinds: { object: "tipo", interface: "interfaz", union: "uno de", input: "entrada", enum: "enumeración", scalar: "escalar" },
  },
};
