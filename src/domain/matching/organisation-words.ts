/** Words in the names of places and organisations: translations between Spanish, Portuguese and English, and the weights of common words. Folded. */

// `kinds` are words for sorts of places and organisations, which nearly every name has; `common` are words that many names have.
const kinds = `
  prison: carcel carceles prision prisiones prisons penitenciaria penitenciario penitentiary jail gaol presidio cadeia internado
  centre: centro center centros
  detention: detencion reclusion retencion detencao preventiva preventivo
  facility: instalacion establecimiento complejo complex recinto
  station: estacion comisaria delegacia precinct
  headquarters: sede headquarter hq
  committee: comite comision commission comissao
  organisation: organizacion organization ong ngo asociacion association agrupacion civil
  foundation: fundacion fundacao
  venezuela: venezolano venezolana venezuelan venezuelans venezuelano bolivarian bolivariana bolivariano republica republic
  office: oficina despacho
`;
const common = `
  forum: foro
  human: humano humana humanos humanas
  rights: derecho derechos direitos
  freedom: libertad liberty liberacion liberdade
  political: politico politica politicos politicas
  prisoners: presos presas prisoner preso detenidos detainees prisioneros
  relatives: familiares familias families family familia
  party: partido
  unitary: unitaria unitario unidad unity
  democratic: democratica democratico
  platform: plataforma
  peace: paz
  laboratory: laboratorio lab
  observatory: observatorio
  movement: movimiento
  police: policia policial
  military: militar
  judicial: judiciales
  women: femenino femenina mujeres mujer female
  men: masculino hombres
  ministry: ministerio
  public: publico publica
  prosecutor: fiscalia fiscal prosecutors
  government: gobierno governo
  assembly: asamblea
  court: tribunal corte
  justice: justicia
  defence: defensa defense
  command: comando
  barracks: cuartel
  amnesty: amnistia
  mission: mision
  united: unidas unidos
  nations: naciones
  un: onu
  news: noticias
  radio: emisora
  newspaper: diario periodico
  intelligence: inteligencia
  general: geral
  national: nacional
  international: internacional
  penal: penales
`;

const groups = (text: string) =>
  new Map(
    text
      .trim()
      .split("\n")
      .flatMap((line) => {
        const [word = "", same = ""] = line.trim().split(":");
        return [word, ...same.trim().split(/\s+/)].map((name): [string, string] => [name, word]);
      }),
  );
const kindWords = groups(kinds);
const commonWords = groups(common);

/** Words without weight (stop words). */
export const emptyWords = new Set(
  "a al the of for in on and to by de del la las lo los el y e por para en da das do dos una with contra not named".split(" "),
);

/** The word or its English translation, and the weight of agreement on it: 1 for a proper name, 0.6 for a common word, 0.15 for a sort of thing. Set by hand: see organisations.ts. */
export function meaningOf(folded: string): { word: string; weight: number } {
  const kind = kindWords.get(folded);
  if (kind !== undefined) return { word: kind, weight: 0.15 };
  const same = commonWords.get(folded);
  return same === undefined ? { word: folded, weight: 1 } : { word: same, weight: 0.6 };
}
