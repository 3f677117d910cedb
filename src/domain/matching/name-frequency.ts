/**
 * How much evidence agreement on a part of a name is. Weights are bits, as in record linkage after Fellegi and Sunter (1969): a name that one person in sixteen has is worth 4. The lists are
 * made by hand for Spanish and Portuguese speaking countries, Venezuela first, with the most common names of others; folded, without accents.
 */

const words = (text: string) => new Set(text.trim().split(/\s+/));

const everywhereGiven = words("jose maria juan luis carlos ana jesus pedro carmen");

const commonGiven = words(`
  angel antonio francisco manuel miguel rafael rosa alberto alejandro alexander alfredo alvaro andres armando arturo augusto carolina cesar cristian daniel david diego eduardo elena enrique
  ernesto fernando gabriel gregorio guillermo gustavo hector hugo ivan javier jorge julio leonardo marco mario martin mauricio nelson omar oscar
  pablo ramon raul ricardo roberto rodrigo ruben santiago sergio victor william alejandra andrea beatriz claudia daniela gabriela gladys isabel josefina
  laura luisa margarita marta mercedes monica patricia paula sandra sofia teresa valentina yolanda joao paulo marcos lucas john michael david mohamed
`);

const otherGiven = words(`
  aaron abel abelardo abigail abraham adalberto adan adelaida adelina adolfo adrian adriana agustin agustina aida aidee alba alcides aldo alejo alexandra
  alexis alfonso alicia alida alina alirio alma alonso altagracia amado amalia amanda amelia america amilcar amparo anais anastasia anderson andreina anibal
  anselmo antonia antonieta apolinar aquiles aracelis argenis ariadna ariana ariel aristides arnaldo arelis armida arnoldo ascension asdrubal asuncion
  atilio aurelio aurora azucena baltasar barbara bartolome basilio beltran benito benjamin bernardo bertha betty betzabeth bladimir blanca brayan
  brenda brigido bruno camila camilo candelaria candelario candida carla carlota carmelo catalina cecilia celeste celia celina celso cipriano cirilo
  clara claudio clemente concepcion consuelo cora coromoto corina cristina cristobal cruz dalia damian dario dayana deisy delcy delfin delia demetrio
  deyanira diana dilia dimas dolores domingo dora douglas dulce edgar edgardo edilson edinson edith edmundo edson eduarda efrain egilda eladio eleazar
  eleonora elias eligio elisa elisabeth elizabeth eloy elsa elvia elvira elvis emerson emilia emiliano emilio emma emmanuel encarnacion eneida erasmo erick
  erika ernestina esmeralda esperanza esteban estefania estela esther eucaris eudes eugenia eugenio eulalia eusebio eva evaristo evelyn ezequiel fabian
  fabiana fabio fabiola fabricio fatima faustino federico felicia felipe felix ferdinand fermin fidel filomena flavia flavio flor florencia florencio
  franco francisca franklin freddy froilan fulgencio gaspar genaro genesis genoveva george gerardo german gerson gilberto gilda giovanni gisela
  giuseppe gloria gonzalo graciela griselda guadalupe guido guzman haydee helena henry heriberto herminia hermes hernan hilario hilda hipolito horacio humberto
  ibrahim ibrain ignacio iliana ines ingrid inocencio irene iris irma isaac isabella isaias isidoro isidro ismael israel italo ivonne jacinto jacobo jackson
  jacqueline jaime jairo janeth javiera jean jefferson jennifer jeremias jessica jhon jimena joaquin joel jonathan jonny jordi josefa josue juana
  judith julia julian juliana julieta junior justina justo karen karina karla katherine katiuska keila kevin larry lautaro lazaro leandro leidy leida leocadio leon
  leonel leonor leopoldo leticia lidia lila liliana lilian lina linda lisandro lisbeth lisset lope lorena lorenzo lourdes lucia luciana luciano
  lucila lucrecia luz macarena magaly magdalena maira maite manuela marcela marcelino marcelo marcial marcia margot mariana mariano maribel maricarmen maricela
  mariela marina marino marisol maritza marlene marlon matilde matias maura mauro maximiliano maximo mayra melany melissa melchor miguelina mikel milagros
  mildred minerva mireya miriam mirna modesto moises monserrat morelia myriam nadia nancy napoleon narciso natalia natanael nayibe nelida nelly nestor
  nicanor nicolas nidia nieves niurka noe noelia noemi nora norberto norma nubia nuria octavio odalis ofelia olga olimpia oliver olivia omaira onofre
  orlando oriana orestes osvaldo oswaldo otilia otto palmira paola pascual pastor pastora patricio paulina paz perla petra pilar placido plinio porfirio primitivo
  priscila prudencio rafaela ramiro ramona raquel rebeca regina regulo reina reinaldo remedios remigio renato rene reyna ricarda richard rita roberta rocio
  rodolfo rogelio roger rolando roman romina romulo ronald roque rosalba rosalia rosalinda rosana rosario rosaura roxana rufino ruth sabrina salvador samanta
  samuel sara saul sebastian segundo selena servando severiano severo silvia silvio simon socorro soledad sonia stephanie susana tadeo tamara tania tarek
  tatiana telmo teodoro teofilo teodora tiburcio tito tobias tomas tony trinidad tulio ubaldo ulises urbano valeria valentin valerio vanessa
  vanesa veronica vicenta vicente vicky victoria vilma violeta virgilio virginia viviana vladimir waldo walter washington wendy wilfredo williams wilmer wilson
  winston wladimir xavier ximena xiomara yadira yajaira yamileth yaneth yaritza yelitza yesenia yessica yohana yonathan yolimar yoselin yubiri
  yudith yuleidy yuleisy yuli yuraima yusmary zaida zenaida zoila zoraida zulay zulema zuleima
  fernanda marvin edwin danilo andrei peter petra romana josefa joan joana enriqueta ernestina bernarda gerarda osmar osman oswald elio elia eloisa aldemar yorman norman
  wilman wilder wilber wilfran yefri yeison jason yonny jonny jenny yenny yenni yuri yair jair nohemi noemi naomi nayeli mireya mirella marleny marlenis maryuri mayerlin
  anyelo angelo angela angelica angelina adela adelia alondra analia araceli arlenis aurelia benita bernardino briceida carolin celso cirila claribel clemencia constanza dariela
  delmira dionisio doris eber eder edilia eduvigis efigenia eladia elder eliecer elida elina elisaul elmer eliseo emigdio emiro enma epifanio esaul eumelia exequiel felicita
  fidelina francis gabriele geronimo gianni gloriana hebert herman hermelinda hermogenes hernando ilda ilich iraida iris isabelina ivette jacobina jander jasmin jeison
  jeniffer jesse jimmy joanna johan johana johnny josselyn juvenal keyla kleiber lenin lennys lesbia libia lilia lisandra lorenza loris luzmila mabel macario magda marbella maricruz
  marilyn marlin marlyn maryori mauricia mery migdalia milena milton misael nairobi nayarit nelia neptali nereida neyda nilda nilsa nohelia nurys odalys olivo omaira oneida orfelina
  osmel paulino pio policarpo rafaelina ramiro raiza reynaldo rhonal robinson romelia rosmary rosalio rosendo rubi ruperto saida salome sandy saturnino semiramis senen sofia sonia
  sulay tailandia teofila tirso tomasa vilmar vivian wilman wuilmer yamile yanet yanira yasmin yelena yenifer yeny yetzabel ynes yolimar yorgelis yoselin yraima yris yuraima zaira zenobia zulma
  afonso alexandre andre aparecida caio cristiane eduarda fabiana felipe flavio francisca giovana guilherme heitor henrique joana joaquim jorge leticia
  luana luiza luzia marcia mateus murilo nuno pedro rita rui thiago tiago vera vinicius vitor
  james robert thomas charles mark paul peter stephen andrew joseph mary susan sarah anna helen emily jane alice
  ahmad ahmed ali amina aisha fatma hasan hassan hussein ibrahim karim khalid mahmoud mustafa nasser omar osama said salim youssef yusuf zainab
  aleksandr alexei dmitri igor ivan mikhail natasha nikolai oleg olga pavel sergei svetlana tatyana vladimir yuri
  hans jurgen klaus pierre jacques michel marie luca paolo francesca marco biagio
`);

const everywhereFamily = words("gonzalez rodriguez garcia hernandez perez lopez martinez sanchez diaz gomez fernandez silva santos");

const commonFamily = words(`
  acosta aguilar aguirre alfonzo alvarado alvarez arias avila blanco bolivar bravo briceno brito cabrera camacho campos cardenas cardozo carrillo carvajal castillo
  castro cedeno chacon chavez colmenares contreras cordero cordova cortez cruz delgado diaz duarte escalona espinoza figueroa flores fuentes gil gimenez guerra
  guerrero gutierrez guzman herrera jimenez leal leon lugo marcano marin marquez marrero marin martin medina mejia mendez mendoza meza miranda molina montilla
  montero mora morales moreno morillo munoz navarro nunez ochoa ojeda oliveira ortega ortiz padilla paez palacios parra pena peralta pereira pineda
  pinto ponce quintero ramirez ramos rangel reyes rincon rios rivas rivera rivero rojas romero ruiz salas salazar sandoval santana sierra sosa soto suarez
  tovar torrealba torres urbina valera vargas vasquez vega velasquez vera vivas villegas zambrano zapata souza costa ferreira almeida alves lima ribeiro carvalho
  gomes martins araujo barbosa smith johnson brown jones williams khan wang li zhang chen nguyen kim lee hussein
`);

const otherFamily = words(`
  abreu acevedo acuna agudelo aguilera alarcon albornoz alcala alcantara alonso altuve amaya anaya andrade angulo aponte aquino arana aranguren araque
  arcila arellano arenas arevalo arismendi armas arocha arrieta arroyo arteaga avendano ayala azuaje bacca baez balza barrera barreto barrios barroso
  bastidas bastardo bautista bello beltran benavides benitez bermudez bernal betancourt bonilla borges borjas bracho brizuela burgos bustamante bustos caballero
  caceres calderon calvo camejo campo cano cantillo capriles caraballo cardona carmona carpio carranza carrasco carreno carrero carrera casanova casas
  castaneda castellano castellanos ceballos centeno cepeda chaparro chirinos chourio cisneros colina colmenarez colon conde contreras corao cordoba corona correa corrales cortes
  cova crespo cuellar cuevas davila diez dominguez duran echeverria escobar escalante espina espinosa esteves estrada falcon farias febres fermin fernandes
  ferrer figuera finol florez fonseca franco freites fuenmayor galindo galvan galvez gallardo gallego gallegos galvis gamboa garces garrido godoy gonzaga
  granados graterol guanipa guedez guevara guillen guaido heredia hidalgo hurtado ibarra infante iriarte izquierdo izarra jaimes jara jaramillo jaspe lara lares landaeta
  larrazabal laya ledezma leiva lemus linares lizardo lobo loaiza londono lozada lozano lucena luna luque machado macias madera madrid madriz maduro maldonado
  malave manrique mantilla manzano marchena marchan marino marrufo mata mateus maza mazo mederos melendez melean mendes millan mirabal mogollon
  molero monagas monasterio mondragon monsalve monserrat montes montoya monzon morantes morelos moreira moron mosquera moya mujica murillo mundarain narvaez natera
  nava navas nieto nieves noguera noriega novoa obando obregon ocando ocariz olivares olivo olmos oropeza orozco ortigoza osorio osuna otero oviedo
  pacheco padron palma pantoja paredes parada pardo parejo paz pedraza pedroza penaloza penalver perdomo pernia petit pinango pino pirela pizarro planchart
  plaza polanco porras portillo prado prieto puerta pulido quevedo quijada quinones quintana quiroz quiroga rada ramones rebolledo rengifo requena rey
  reina restrepo roa robles rocha rodrigues roldan roman romo rondon rosales rosario rosas rossi rubio rueda saavedra saez sabino salcedo salgado salinas saldivar
  samaniego sanabria sanchez sanguino santaella santamaria santiago sarmiento segovia segura seijas semprun sequera serrano sifontes siso solano solis
  solorzano soler soriano subero sucre tablante tablada tamayo tapia tellez tejada tejeda teran tineo tirado toledo toro trejo trevino trujillo tudares
  ugueto ugarte uribe urdaneta urdinola urrutia uzcategui valbuena valdes valdez valderrama valencia valenzuela valero valladares valle valles varela vallejo
  velazquez velasco velez venegas vergara vicente viera vielma vilchez villa villalba villalobos villamizar villanueva villareal villarreal villarroel virguez yanez yepez
  yanes zabala zamora zarate zerpa zuniga zuloaga zurita tomas andres ramon pascual bernardo simon
  sousa santana azevedo batista borges cardoso cavalcanti coelho cunha dias freitas lopes macedo machado marques melo mendes monteiro moraes moura nascimento
  neves nogueira nunes pinheiro pires ramos reis rocha rodrigues sampaio soares tavares teixeira vieira
  anderson clark davis harris jackson lewis martin miller moore robinson scott taylor thomas thompson walker white wilson wright young
  abbas aziz haddad hamid khalil mansour nasser saleh ivanov petrov sidorov kuznetsov popov meyer muller schmidt schneider weber rossi bianchi ferrari romano
  liu yang huang zhao wu zhou park choi tran pham
`);

/** Portuguese naming puts the mother's surname first, and people go by the last. */
const portuguese = words(`
  silva souza sousa oliveira ferreira almeida alves ribeiro carvalho gomes martins barbosa cardoso cavalcanti coelho cunha dias fernandes freitas goncalves
  lopes marques mendes monteiro moraes moura nascimento neves nogueira nunes pinheiro pires rodrigues soares tavares teixeira vieira azevedo batista
`);

export type Kind = "GIVEN" | "FAMILY" | "BOTH" | "UNKNOWN";

/** Whether a folded part is known as a given or a family name; BOTH for names such as Martín or Alonso. */
export function kindOf(form: string): Kind {
  const given = everywhereGiven.has(form) || commonGiven.has(form) || otherGiven.has(form);
  const family = everywhereFamily.has(form) || commonFamily.has(form) || otherFamily.has(form);
  if (given) return family ? "BOTH" : "GIVEN";
  return family ? "FAMILY" : "UNKNOWN";
}

/** Whether so many people have the name that it finds nobody alone. */
export function isEverywhere(form: string): boolean {
  return everywhereGiven.has(form) || everywhereFamily.has(form);
}

export function isPortuguese(form: string): boolean {
  return portuguese.has(form);
}

/** Bits of evidence of agreement on this part. Estimates: very common, one person in 23; common, one in 130; known, one in 720; unknown, one in 1,450, but less if so short that chance explains it. */
export function bitsOf(form: string): number {
  if (isEverywhere(form)) return 4.5;
  if (commonGiven.has(form) || commonFamily.has(form)) return 7;
  if (otherGiven.has(form) || otherFamily.has(form)) return 9.5;
  return form.length <= 3 ? 7 : 10.5;
}
