/**
 * Whether the words for a place name one. Until places are structured, words are all there is: what only says that the place is not known, or only what kind of place it was, names none. A town
 * or a country is taken for a place; whether it names both a country and its first-level area cannot be told from words.
 */
import { foldName } from "./fold-name.ts";

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

/** True when something is left that can be a name. */
export function namesPlace(text: string | null): boolean {
  if (text === null) return false;
  return foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 1 && /\p{L}/u.test(word) && !nameless.has(word));
}
