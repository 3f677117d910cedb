/**
 * Whether the words for a place name one. Until places are structured, words are all there is: what only says that the place is not known, or only what kind of place it was, names none. A country is a place,
 * and no area of one. A town is taken for an area: that it lies in one can be looked up.
 */
import { foldName } from "./fold-name.ts";
import { countryNames } from "./text/country.ts";

// In English, Spanish, Portuguese and French, folded. That the place is not known or not told…
const notKnown =
  "unknown unspecified unnamed undisclosed unidentified unclear undetermined uncertain named known stated specified disclosed given available confirmed na none not no " +
  "desconocido desconocida desconocidos sin especificar especificado especificada determinar identificar identificado indeterminado indeterminada revelado conocido precisado se sabe ignora nd " +
  "desconhecido desconhecida nao especificado especificada informado informada identificada revelada sabido " +
  "inconnu inconnue non precise precisee specifie specifiee pas connu indetermine indeterminee identifie nul";
// …what kind of place it was…
const kinds =
  "place location site somewhere elsewhere where area whereabouts facility prison jail hospital clinic centre center medical medic police station detention court home house city town state country region " +
  "lugar sitio ubicacion paradero zona carcel prision penal centro medico hospital clinica comisaria policial estacion detencion casa ciudad estado pais region algun alguna otro otra " +
  "local localizacao prisao cadeia clinica delegacia cidade algum alguma outro outra onde " +
  "lieu endroit emplacement hopital clinique commissariat ville etat pays quelque part autre";
// …and the words between.
const between =
  "a an the in at of by for is was to and or el la los las un una en de del por y o os as um uma em da do e le les l une dans du des et ou d hors";
const nameless = new Set(`${notKnown} ${kinds} ${between}`.split(" "));

const wordsOf = (text: string): string[] => foldName(text).split(/[^\p{L}\p{N}]+/u);
const isName = (word: string): boolean => word.length > 1 && /\p{L}/u.test(word) && !nameless.has(word);

/** True when something is left that can be a name. */
export const namesPlace = (text: string | null): boolean => text !== null && wordsOf(text).some(isName);

// "Mexico City", "Estado de México": called after its country, and more than that.
const calledAfter =
  /^(ciudad|cidade|city|ville|estado|state|etat|provincia|province|departamento|department) (de|da|do|of|du|d) |^\S+ city$/;
// That somebody came there says no more than the country.
const arrival = new Set(
  "arrival arrived landing landed llegada llego chegada chegou arrivee arrive abroad exile exilio extranjero exterior etranger".split(" "),
);

/** True when something is left beside the names of countries that can be the name of an area or a town. */
export function namesArea(text: string | null): boolean {
  if (text === null) return false;
  const words = wordsOf(text);
  if (calledAfter.test(words.join(" ").trim())) return namesPlace(text);
  return withoutCountries(words).some((word) => isName(word) && !arrival.has(word));
}

let known: ReadonlySet<string> | undefined;
const mostWords = 6;

function withoutCountries(words: readonly string[]): string[] {
  known ??= new Set(countryNames().map((name) => wordsOf(name).join(" ").trim()));
  const left: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const lengths = Array.from({ length: mostWords }, (_, less) => mostWords - less);
    const named = lengths.find((length) => known!.has(words.slice(at, at + length).join(" ")));
    if (named === undefined) left.push(words[at]!);
    else at += named - 1;
  }
  return left;
}
