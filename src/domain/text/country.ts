/** Countries and territories: ISO 3166-1 alpha-2, as assigned in 2026, and XK, which everybody uses for Kosovo. What is taken in is given out again, in lists and exports. */
const codes = new Set(
  (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH " +
    "CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN " +
    "GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI " +
    "LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM " +
    "PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD " +
    "TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
  ).split(" "),
);

export const isCountry = (code: string): boolean => codes.has(code);

// Cities, and areas of other countries, that have a code of their own: their names say more than a country.
const areas = new Set(
  (
    "AS AI AW AX BL BM BQ CC CK CW CX FK FO GF GG GI GL GP GU HK HM IM IO JE KY MC MF MO MP MQ MS NC NF NU PF PM PN PR RE SG SH SJ SX TC TF " +
    "TK UM VA VG VI WF YT"
  ).split(" "),
);

/** What countries are called, in English, Spanish, Portuguese and French, as the Unicode CLDR has it. */
export function countryNames(): string[] {
  const words = ["en", "es", "pt", "fr"].flatMap((language) =>
    (["long", "short"] as const).map((style) => new Intl.DisplayNames(language, { type: "region", style })),
  );
  const named = [...codes].filter((code) => !areas.has(code));
  return ["USA", "EE. UU.", "EEUU"].concat(named.flatMap((code) => words.map((names) => names.of(code)!)));
}
