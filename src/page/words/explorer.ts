/** What the explorer says around GraphiQL, which speaks English. */
import type { Language } from "./language.ts";

type ExplorerWords = Readonly<Record<"title" | "page" | "schema" | "desk" | "key" | "noScript", string>> & {
  /** What its script says. */
  readonly script: Readonly<Record<"none" | "held" | "placeholder", string>>;
};

export const explorerWords: Readonly<Record<Language, ExplorerWords>> = {
  en: {
    title: "Ask the graph",
    page: "Page",
    schema: "Schema",
    desk: "Desk",
    key: "Key",
    noScript: "The explorer needs JavaScript. What can be asked is written here:",
    script: {
      none: "Reading needs none. For changes put yours here; it is gone with this tab.",
      held: "Sent with all that you ask here; gone with this tab.",
      placeholder: "That is a placeholder: put the key itself here, as the first start printed it.",
    },
  },
  es: {
    title: "Preguntar al grafo",
    page: "Página",
    schema: "Esquema",
    desk: "Mesa",
    key: "Clave",
    noScript: "El explorador necesita JavaScript. Lo que se puede preguntar está escrito aquí:",
    script: {
      none: "Leer no la necesita. Para cambiar, ponga aquí la suya; se va con esta pestaña.",
      held: "Se envía con todo lo que pregunte aquí; se va con esta pestaña.",
      placeholder: "Eso es un hueco: ponga aquí la clave misma, como la imprimió el primer arranque.",
    },
  },
};
