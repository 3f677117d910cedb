/** Given names that stand for one another: short forms, and spellings too far apart for sound or edit distance. Folded, without accents. */

const shortForms = `
  jose: pepe pepito cheo chepe zeca ze joseito pepin
  francisco: paco pancho paquito kiko curro frank fran pacho chico panchito cisco; ignacio: nacho inaki nachito
  jesus: chuy chucho chus suso chuito chuchito; luis: lucho luisito guicho luiz; alberto: beto tito berto albertico
  roberto: beto berto rober robert tito; humberto: beto berto tito; gilberto: beto gil; norberto: beto; heriberto: beto
  adalberto: beto; rigoberto: beto; guillermo: memo guille guillo willy william; ismael: mayo; mario: mayito
  enrique: quique kike henrique henry quico; eduardo: lalo edu eddy edward; antonio: tono toni tony tonito nono toninho
  manuel: manolo manu lolo manuelito meme; fernando: nando fer fercho; hernando: nando; hernan: nan
  alejandro: alex ale jandro alexander sandro; alejandra: ale sandra alex; alexander: alex alejandro; alexis: alex
  rafael: rafa rafi; javier: javi xavi xavier; santiago: santi chago yago; daniel: dani danny; daniela: dani
  gregorio: goyo goyito; pedro: perico perucho pedrito; carlos: charlie carlitos cacho
  miguel: migue miguelito mike michael; ricardo: ricky richard rico cardo; juan: juancho juanito juanchi
  joaquin: quino chimo joaco; gonzalo: chalo gonza; gerardo: lalo gera; leonardo: leo nardo; leopoldo: polo leo
  hipolito: polo; arturo: turo; sebastian: sebas chano; federico: fede lico; salvador: chava salva; vicente: chente vicho
  victor: vitico vito vitor; nicolas: nico colacho; andres: andy; agustin: tin agus cucho; martin: tincho; rodrigo: rodri
  sergio: checho; cesar: checho; jorge: coque george yorch; gustavo: tavo gus; octavio: tavo; gabriel: gabo gabi
  gabriela: gabi gaby; ramon: moncho mon; ernesto: neto; julian: juli; emilio: milo; maximiliano: max maxi; maximo: max
  tomas: tomy tommy; samuel: sammy; benjamin: benja benji; armando: mando; rolando: rolo; rodolfo: fito rudy; adolfo: fito
  alfonso: poncho foncho; alfredo: fredo; wilfredo: fredy; freddy: fredy; alvaro: alvarito; ana: anita
  maria: mari mary marita; carmen: carmencita menchu; dolores: lola loli lolita; consuelo: chelo; graciela: chela
  mercedes: merche meche; concepcion: concha conchita; guadalupe: lupe lupita; rosario: charo chayo rosarito; rosa: rosita
  teresa: tere teresita; patricia: pati paty patty; beatriz: bea betty beti
  isabel: isa chabela chavela belen elisabeth isabela; elisabeth: elizabeth lisbeth eli betty; josefina: pepa fina josefa
  josefa: pepa fina; pilar: pili; margarita: marga rita; cristina: cris tina; cristian: cris christian
  cristobal: cris tobal; catalina: cata; victoria: vicky; veronica: vero; valentina: vale; valeria: vale; monica: moni
  silvia: silvi; susana: susi susy; soledad: sole; rocio: chio; milagros: mili; esperanza: espe; encarnacion: encarna
  inmaculada: inma; luisa: lucha; magdalena: magda malena lena; leticia: lety leti
  john: jhon yon jon jhonny johnny yonny jonny; joseph: josef yusuf; william: bill guillermo; robert: bob; thomas: tomas
  mateo: matheus mateus matthew; joao: joaozinho; felipe: pipe; vladimir: vlady vladi vlad
`;

// Spellings of one name.
const spellings = `
  vladimir: bladimir wladimir; judith: yudith; janeth: yaneth yanet; yajaira: jajaira yahaira; yesenia: jesenia llesenia
  katherine: katerin katherin catherine caterine; jacqueline: yaqueline jackeline yacqueline
  jonathan: yonathan yonatan johnatan; jefferson: yeferson yefferson; jason: yeison jeison; jessica: yesica yessica
  jennifer: yenifer yennifer; yohana: johana johanna joanna; mohamed: mohammed muhammad mohamad muhammed mehmet mohammad
  yusuf: youssef yousef yousuf; aleksandr: alexander alexandr aleksander; sergei: serguei sergey; yuri: iuri
  dmitri: dimitri dmitry; luiza: luisa; marcos: marco; hussein: husain hussain husein hosein; ahmed: ahmad ahmet
  hasan: hassan; omar: umar; mustafa: mostafa; joel: yoel; johan: yohan jhoan yoan joan
  elisabeth: elizabeth elisabet elizabet; cristian: christian; cristina: christina; cristopher: christopher kristofer
  oscar: oskar; erik: eric erick; victor: viktor vitor; mateo: mateus matheus matteo; alexis: alexi alexey alexei
  natasha: natacha; ibrahim: ibraim ibrain; karen: caren; geraldine: yeraldine yeraldin; gerson: yerson jerson
  geovanny: giovanni geovani yovanny jovanny; jaqueline: jacqueline; michelle: michel mishel
  nathaly: natali nataly natalie; stephany: estefani stefany; heidi: heidy haidy; aleksei: alexei alexey
  elena: yelena ielena; ekaterina: yekaterina; evgeni: yevgeni yevgeny evgeny evgenii yevgenii; evgenia: yevgenia evgeniia yevgeniya
  petr: pyotr piotr; fedor: fyodor; semen: semyon; artem: artyom; sergei: serguei sergey sergeii; dmitri: dmitrii dmitriy; alena: alyona
`;

function grouped(groups: string): Map<string, Set<string>> {
  const standsFor = new Map<string, Set<string>>();
  for (const line of groups.trim().split(/[;\n]/)) {
    const [full = "", short = ""] = line.trim().split(":");
    for (const name of [full, ...short.trim().split(/\s+/)]) standsFor.set(name, (standsFor.get(name) ?? new Set()).add(full));
  }
  return standsFor;
}
const standsFor = grouped(shortForms);
const speltAs = grouped(spellings);
const diminutive = /^(?<stem>.{2,}?)c?it(?<end>o|a|os|as)$/;

/** The names that a folded given name may stand for, itself among them: `beto` may be an Alberto, a Roberto, a Humberto. */
export function standIns(form: string, isKnown: (name: string) => boolean): ReadonlySet<string> {
  const found = new Set([form, ...(standsFor.get(form) ?? []), ...(speltAs.get(form) ?? [])]);
  const parts = diminutive.exec(form)?.groups;
  if (parts && !isKnown(form))
    for (const end of ["", "o", "a", parts["end"]!]) if (isKnown(parts["stem"]! + end)) found.add(parts["stem"]! + end);
  return found;
}

/** Whether two folded given names are spellings of one: `mohammed` and `muhammad`. */
export function areSpellings(a: string, b: string): boolean {
  return !(speltAs.get(a) ?? new Set()).isDisjointFrom(speltAs.get(b) ?? new Set());
}
