/**
 * Labelled pairs of invented names. One pair a line, `a = b`; `|` between the names of one person, `@` before what else is known of him or her (sex M or F,
 * birth as a day or a year). "open" pairs are those that a careful person would leave open.
 */
export type Label = "same" | "different" | "open";

export const pairs: Readonly<Record<Label, Readonly<Record<string, string>>>> = {
  same: {
    "held out, written after the rules": `
      Tomás Eloy Guanchez Ruiz = TOMAS ELOY GUANCHEZ RUIZ
      Guánchez Ruiz, Tomás = Tomás Eloy Guánchez Ruiz
      Emirlendra Carolina Benavente Rosales = Emirlendra Benavente
      Igberto José Marín Chaparro = Igberto Marin Chaparro
      Yeison Urbaneja Toro = Jeison Urbaneja Toro
      Kelvin Zapata Orta = Kelbin Zapata Orta
      Javier Tarazona Ibáñez = Xavier Tarasona Ibañes
      Yorbelis Oropeza Franco = Yorvelis Oropeza Franco
      Gregory Hinds Alayón = Gregori Hinds Alayon
      Alcides Bracho Meza = Alsides Bracho Mesa
      Reynaldo Cortés Yépez = Reinaldo Cortes Yepes
      Wuilly Artiles = Willy Artiles
      Geraldine Chacín Lobo = Yeraldine Chacin Lobo
      Mary Carmen Arocha = Maricarmen Arocha
      Luz Mila Aponte = Luzmila Aponte
      Josué de la Cruz Matos = Josue Cruz Matos
      Teniente José Ángel Barrios Tovar = José Ángel Barrios Tovar
      Monseñor Ovidio Pérez Murga = Ovidio Pérez Murga
      Ricardo A. Estévez Poleo = Ricardo Andrés Estévez Poleo
      ESTEVEZ POLEO RICARDO = Ricardo Andrés Estévez Poleo
      Kennedy Tejeda Bueno = Kenedy Tejeda Bueno
      Henry Albornett Dugarte = Henrry Alvornet Dugarte
      Piero Maroun Abdala = Piero Marún Abdalá
      Nohemí Galué = Noemi Galue
      Charo Pulgarín = Rosario Pulgarín
      Santi Echandía Toro = Santiago Echandía Toro
      Pili Tarriba = Pilar Tarriba
      Mili Andonaegui = Milagros Andonaegui
      Elsa Pisano de Roche = Elsa Pisano
      FernandoPérez Gil = Fernando Pérez Gil
      Anyelo Heredia Gervacio = Angelo Heredia Gerbasio
      Al-Khatib, Samir = Samir Al Khatib
      Ahmed Ben Salah = Ahmad Bensalah
      Pyotr Ivanovich Sokolov = Piotr Ivanovich Sokolov
      Sean O’Donnelly = Sean ODonnelly
      Maria das Graças Fontes = Maria Graças Fontes
    `,
    "accents, case and punctuation": `
      Enrique Márquez = Enrique Marquez
      José Ángel Núñez = JOSE ANGEL NUNEZ
      María Peña Agüero = maria pena aguero
      Iñaki Muñoz Ibáñez = INAKI MUNOZ IBANEZ
      Fernando José Pérez Gil = Fernando Jose Perez-Gil
      Ramón  Nicolás   Guédez = Ramon Nicolas Guedez
      Sofía O'Higgins Paz = SOFIA OHIGGINS PAZ
      João Conceição Araújo = Joao Conceicao Araujo
      Lucía Belén Ferrer. = LUCÍA BELÉN FERRER
      Andrés D’Ambrosio = Andres DAmbrosio
      Zoraida Chirinos Díaz = Zoraida Chirinos Di\u0301az
      Ｔｏｍáｓ Urdaneta = Tomás Urdaneta
    `,
    "family names first": `
      Fernando José Pérez Gil = PEREZ GIL, Fernando J.
      Fernando José Pérez Gil = Pérez Gil, Fernando José
      Fernando José Pérez Gil = PEREZ GIL FERNANDO JOSE
      Xiomara Urdaneta = Urdaneta, Xiomara
      Xiomara Urdaneta = URDANETA XIOMARA
      Nelson Enrique Chourio Laya = CHOURIO LAYA NELSON ENRIQUE
      Yajaira Coromoto Zerpa = ZERPA, Yajaira Coromoto
      Luis Alberto Machado Ríos = MACHADO RIOS LUIS ALBERTO
      Rosa Elena Monagas = MONAGAS ROSA ELENA
      Wilmer Antonio Graterol Siso = Graterol Siso, Wilmer Antonio
      Kwabena Osei = Osei, Kwabena
      Biagio Petrocelli = PETROCELLI BIAGIO
      Thorsten Achterberg = ACHTERBERG Thorsten
      Carlos Julio Arvelo = Arvelo Carlos Julio
      Ana Karina Lozada Prieto = LOZADA PRIETO, ANA KARINA
    `,
    "mother's name missing": `
      Edgar José Villarroel = Edgar José Villarroel Zurita
      Luis Alfonso Graterol = Luis Alfonso Graterol Peña
      Ana Milena Uzcátegui = Ana Milena Uzcátegui Rondón
      Jesús Rafael Chourio = Jesus Rafael Chourio Finol
      Marisol Josefina Tablante = Marisol Josefina Tablante Ruiz
      Omar Enrique Ocariz = Omar Enrique Ocariz Blanco
      Nayibe Coromoto Salas = Nayibe Coromoto Salas Perdomo
      Rómulo Antonio Seijas = ROMULO ANTONIO SEIJAS LUQUE
      Zulay Mercedes Altuve = Zulay Mercedes Altuve Castro
      Dimas Leonel Fuenmayor = Fuenmayor Bracho, Dimas Leonel
    `,
    "second given name missing": `
      Fernando José Pérez Gil = Fernando Pérez Gil
      Carolina Andreína Zambrano Mora = Carolina Zambrano Mora
      Enrique Octavio Villalba Rada = Enrique Villalba Rada
      Adrián Eduardo Colmenares Vega = Adrian Colmenares Vega
      Rosalba Inés Monsalve Duarte = Rosalba Monsalve Duarte
      Pedro Miguel Landaeta Soler = PEDRO LANDAETA SOLER
      Gustavo Adolfo Rengifo Meza = Gustavo Rengifo Meza
      Ingrid Valeria Semprún Lares = Ingrid Semprun Lares
      Héctor Simón Armas Tineo = ARMAS TINEO, Héctor
      Yesenia del Carmen Pirela Mata = Yesenia Pirela Mata
    `,
    "rare names, short form": `
      Biagio Pettinelli = Biagio Antonio Pettinelli Zerpa
      Asdrúbal Planchart = Asdrúbal Ramón Planchart Osuna
      Edilson Tudares = Edilson José Tudares Fernández
      Xiomara Ocariz = Xiomara Coromoto Ocariz Leal
      Ludmila Arvelaiz = Ludmila Sofía Arvelaiz Mata
      Tarcisio Mundaraín = Tarcisio Mundarain Vivas
      Amílcar Sifontes = Amílcar José Sifontes Tineo
      Yubiri Mogollón = Yubiri Andreina Mogollón Cova
      Oriana Izarra = Oriana Izarra Corao
      Deyanira Urdinola = Deyanira Paz Urdinola Rey
    `,
    initials: `
      Fernando José Pérez Gil = Fernando J. Pérez Gil
      Fernando José Pérez Gil = Fernando J Pérez G.
      Luisa Elena Ortigoza Paz = Luisa E. Ortigoza Paz
      Ramón Enrique Lucena Toro = LUCENA TORO, Ramon E.
      Julio César Aranguren Solís = Julio C. Aranguren Solis
      Mildred Yaneth Escobar Rada = Mildred Y. Escobar Rada
      Oswaldo Antonio Malavé Pino = O. A. Malavé Pino
      Gerardo Luis Carrero Siso = Gerardo L. Carrero S.
      Víctor Hugo Basterrechea = Victor H. Basterrechea
      Norma Beatriz Infante León = Norma B. Infante León
      Cruz Alejandro Weffer Roa = Cruz A. Weffer Roa
      Hernán Darío Quijada Ríos = Hernán D. Quijada Ríos
    `,
    "sounds the same": `
      Enrique Márquez = Enrique Markez
      Rosa Rodríguez Vásquez = Rosa Rodrigues Basquez
      Héctor Giménez = Ector Jiménez
      Yolanda Zambrano = Llolanda Sambrano
      Cecilia Valero = Sesilia Balero
      Vladimir Quevedo = Bladimir Quebedo
      Oswaldo Cazorla = Osvaldo Casorla
      Jorge Ximénez Ruiz = Jorge Jimenes Ruis
      Helena Villegas = Elena Viyegas
      Gonzalo Velásquez = Gonsalo Velazques
      Ezequiel Carvajal = Esequiel Carbajal
      Quintín Arráiz = Kintin Araiz
      Wilfredo Echeverría = Vilfredo Hecheverria
      Joaquín Zerpa Chávez = Joaquin Serpa Chavés
      Luis Fernández Souza = Luiz Fernandes Sousa
      Ysabel Hurtado = Isabel Urtado
      Guillermo Llovera = Guiyermo Yovera
      Stefanía Cisneros = Estefania Sisneros
      Ascensión Bello = Asensión Vello
      Philippe Kassar = Felipe Kasar
      Ronney Alberto Bracho = Rony Alberto Bracho
      Thamara Machado = Tamara Machado
    `,
    "typing errors": `
      Fernando Urdaneta = Fernado Urdaneta
      Xiomara Villarroel = Xiomara Villaroel
      Marisol Chourio Peña = Marisol Chuorio Peña
      Alejandro Rengifo Lares = Alejandor Rengifo Lares
      Carolina Monasterio = Carolian Monasterio
      Leopoldo Betancourt Ruiz = Leopoldo Betancurt Ruiz
      Gustavo Landaeta Mora = Gustavo Landaetta Mora
      Josefina Uzcátegui = Josefina Uzcategi
      Maximiliano Ocando = Maximilano Ocando
      Rigoberto Fuenmayor = Rigoberto Fuenmallor
      Evaristo Colmenares = Evarsito Colmenares
      Claudia Arismendi = Claudia Arismedi
      Bartolomé Izaguirre Paz = Bartolome Izagurire Paz
      Norberto Santaella = Norbeto Santaella
      Guadalupe Semprún = Guadalupe Sempurn
      Pedro Pablo Larrazábal = Pedro Pablo Larazabal
      Nelson Aguilarte Roa = Nelson Aguilrate Roa
      Sebastián Quintero Rey = Sebastain Quintero Rey
    `,
    "short forms": `
      Pepe Urdaneta = José Urdaneta
      Paco Ibarrola Sanz = Francisco Ibarrola Sanz
      Nacho Carvallo = Ignacio Carvallo
      Chuy Mondragón = Jesús Mondragón
      Lucho Aranguren = Luis Aranguren
      Beto Villalba Osuna = Alberto Villalba Osuna
      Beto Monsalve Cova = Roberto Monsalve Cova
      Memo Iturriza = Guillermo Iturriza
      Mayo Zumbado Lara = Ismael Zumbado Lara
      Quique Basalo = Enrique Basalo
      Lalo Quijada = Eduardo Quijada
      Toño Graterol = Antonio Graterol
      Manolo Echenique = Manuel Echenique
      Nando Perozo = Fernando Perozo
      Rafa Uzcátegui = Rafael Uzcategui
      Goyo Altamira Sosa = Gregorio Altamira Sosa
      Juancho Barrientos = Juan Barrientos
      Tere Lovera = Teresa Lovera
      Lupita Arizmendi = Guadalupe Arizmendi
      Chelo Zavarce = Consuelo Zavarce
      Carlitos Pernalete = Carlos Pernalete
      Juanito Berroterán = Juan Berroteran
      Teresita Avendaño = Teresa Avendaño
      Zé Quaresma = José Quaresma
      Gabi Torrealba Inojosa = Gabriela Torrealba Inojosa
      Kike Landáez = Enrique Landaez
    `,
    "titles and additions": `
      Dr. Fernando José Pérez Gil = Fernando José Pérez Gil
      Gral. Div. Raúl Basante = Raúl Basante
      Gral. Miguel Ángel Torres Mata = Miguel Ángel Torres Mata
      Sra. Carmen Zulia Ochoa = Carmen Zulia Ochoa
      Lic. Rosa Virginia Mirabal = Rosa Virginia Mirabal
      Coronel Oswaldo García Palomar = Oswaldo García Palomar
      Abg. Joel García Otamendi = Joel García Otamendi
      Cap. (r) Luis de la Sota Rey = Luis De La Sota Rey
      Prof. Nicanor Evans Ortega = Nicanor Evans Ortega
      Fernando Otálora, PhD = Fernando Otalora
      José "Pepe" Urquiola = José Urquiola
      Luis (Lucho) Arteaga Vidal = Luis Arteaga Vidal
      Freddy Superlanza alias "El Catire" = Freddy Superlanza
      Diputado Américo De Gracián = Américo De Gracián
      Ing. Carlos Jacinto Rojas Vélez = ROJAS VELEZ, Carlos Jacinto
      Ma. Fernanda Pernía = María Fernanda Pernía
      Fco. Javier Otaola = Francisco Javier Otaola
      Ana Hdez. Loyo = Ana Hernández Loyo
    `,
    "particles and joined names": `
      Rocío San Miguel = Rocio Sanmiguel
      Luis De la Rosa Mena = Luis Delarosa Mena
      María del Carmen De León = Maria Carmen Leon
      Ana María Santa Cruz = Ana Maria Santacruz
      José de los Santos Peña = Jose Santos Pena
      Anamaría Urrecheaga = Ana María Urrecheaga
      Mariajosé Lizarraga Ríos = María José Lizarraga Ríos
      Juan Pablo Mac Donald = Juan Pablo MacDonald
      Dirk van der Berg = Dirk Vanderberg
      Luis Ortega y Gasset = Luis Ortega Gasset
      Pedro Da Costa e Silva = Pedro Costa Silva
      Marcos d'Ávila Neves = Marcos Davila Neves
      Hans von Trotha = Hans Trotha
      Khaled El-Masri = Khaled Elmasri
      Elías Del Valle Rincón = Elias Delvalle Rincon
      Miguel Ángel La Rosa = Miguel Angel Larosa
    `,
    "of other tongues": `
      Mohammed Al-Jamal = Muhammad Aljamal
      Youssef Haddad = Yusuf Hadad
      Abdul Rahman Saleh = Abdulrahman Saleh
      Hussein Karimi = Husain Karimi
      Sergei Kovalenko = Sergey Kovalenko
      Aleksandr Morozov = Alexander Morozov
      Dmitri Volkov = Dmitry Volkov
      Giuseppe Ferrante = GIUSEPPE FERRANTE
      Jürgen Weißmann = Jurgen Weissmann
      Nguyễn Văn Thành = Nguyen Van Thanh
      Søren Kjærgaard = Soren Kjaergaard
      Łukasz Wiśniewski = Lukasz Wisniewski
      Jonathan Escalona = Yonathan Escalona
      Jefferson Mujica = Yeferson Mujica
      Jhonny Pulgar = Yonny Pulgar
      John Michael Whitcombe = John M. Whitcombe
      王小明 = 王小明
      João Batista Quadros = João Baptista Quadros
      Jessica Landaeta = Yesica Landaeta
    `,
    "Portuguese order": `
      João Pedro Silva Quadros = João Pedro Quadros
      Ana Luiza Ferreira Brandão = Ana Luiza Brandão
      Tiago Moura Valadão = Thiago Valadão
      Mariana Souza Peixoto = Mariana Peixoto
    `,
    "the second given name, or an alias": `
      María Alejandra Uzcátegui Roa = Alejandra Uzcátegui Roa
      José Gregorio Montilla Vivas = Gregorio Montilla Vivas
      Fernando José Pérez Gil|Fernando Perozo = Fernando Perozo
      Rosa Linares Toro|Rosalinda Toro Linares = Rosalinda Toro Linares
      Carlos Azuaje Mena|Charlie Azuaje = Carlos A. Azuaje Mena
      Enrique Octavio Márquez Pérez|Enrique Márquez = Enrique Marquez
    `,
    "more is known": `
      Fernando Pérez @ 1980-05-03 M = Fernando José Pérez Gil @ 1980-05-03 M
      Luis García @ 1971-11-20 M = Luis Alfredo García Roa @ 1971-11-20 M
      María Rodríguez @ 1990-02-14 F = María Isabel Rodríguez @ 1990-02-14 F
      Enrique Márquez @ 1963 M = Enrique Marquez @ 1963-07-10 M
      Ana Torrealba Paz @ 1985 F = Ana Torrealba Paz @ 1984 F
    `,
  },
  different: {
    "held out, written after the rules": `
      Dignora Benavides = Leonora Benavides
      Édgar Cárdenas = Edgardo Cárdenas
      Ronald Ojeda = Roland Ojeda
      Luis Ojeda Roa = Luis Ojeda Peña
      Emilio Barreto = Emiliano Barreto
      Adán Chirinos = Abdón Chirinos
      Alba Chirinos = Alma Chirinos
      Ángel Godoy = Ángela Godoy
      Jesús Armas = Jesús Salas
      Samuel Natera = Manuel Natera
      Pedro Hernández Cabrera = Pedro Hernández Cabello
      Alexis Paparelli Sosa = Alejandro Paparelli Sosa
      Gabriel Bastidas = Rafael Bastidas
      Ernesto Gil = Ernestina Gil
      Eduardo Torres Muñoz = Fernando Torres Muñoz
      Ignacio Roa = Inocencio Roa
      Pedro Pérez García = Pedro García Gil
      Mauro Zambrano = Mario Zambrano
      Tulio Silva = Julio Silva
      Ivan Petrov = Igor Petrov
      Li Wei = Li Na
      Mohamed Selim = Mahmoud Selim
      Karen Palacios = Karina Palacios
      Wilfredo Roa = Alfredo Roa
      Rosalía Mejías = Rosalinda Mejías
      Osman Delgado = Osmar Delgado
      Vasco da Cunha = Vasco da Gama
      Miguel Rodríguez = Miguel Domínguez
      José Vicente Ramos = José Vicente Carrasquel
      Josefo Badell = Adolfo Badell
      Pedro Luis Ñáñez = Pedro Pablo Ñáñez
      Rafael Tudares = Rafael Tudela
      Víctor Venegas = Víctor Villegas
    `,
    "another given name": `
      Enrique Márquez = Alfredo Márquez
      Carlos Urdaneta = Miguel Urdaneta
      Rosa Pettinelli = Carla Pettinelli
      Luis Torrealba Mora = Pedro Torrealba Mora
      Yajaira Villarroel = Xiomara Villarroel
      Fernando Pérez Gil = Francisco Pérez Gil
      Adrián Colmenares = Adolfo Colmenares
      Daniel Ochoa Rivas = Danilo Ochoa Rivas
      Marcelo Zerpa = Mariano Zerpa
      Julio Tablante = Justo Tablante
      Biagio Pilotti = Bruno Pilotti
      Roberto Sifontes = Alberto Sifontes
      Ramón Guevara Toro = Román Guevara Toro
      Elisa Monsalve = Elsa Monsalve
      Martín Ocando = Marvin Ocando
      Omar Semprún = Oscar Semprún
      Nelson Laya = Wilson Laya
      Edgar Izarra = Edwin Izarra
      Laura Corao = Lara Corao
      Darío Landaeta = Mario Landaeta
    `,
    "man and woman": `
      María Pérez Gil = Mario Pérez Gil
      Claudio Rengifo = Claudia Rengifo
      Daniel Uzcátegui = Daniela Uzcátegui
      Luis Pettinelli = Luisa Pettinelli
      Julio Arismendi = Julia Arismendi
      Gabriel Mogollón = Gabriela Mogollón
      Juan Planchart = Juana Planchart
      Andrés Cova Ruiz = Andrea Cova Ruiz
      Carlos Ocariz = Carla Ocariz
      Wilmero Sifontes = Wilmera Sifontes
      Francisco Altuve = Francisca Altuve
      Josefino Graterol = Josefina Graterol
      Mariano Zurita = Mariana Zurita
      Alejandro Bracho = Alejandra Bracho
    `,
    "brothers and sisters": `
      José Luis Pérez Gil = José Manuel Pérez Gil
      María Elena Urdaneta Roa = María Teresa Urdaneta Roa
      Luis Alberto Ocando Paz = Luis Alfredo Ocando Paz
      Juan Carlos Zerpa Mora = Juan Pablo Zerpa Mora
      Ana Karina Lozada = Ana Beatriz Lozada
      Carlos Eduardo Villalba Cova = Carlos Enrique Villalba Cova
      Pedro José Tineo = Pedro Luis Tineo
      Rosa Virginia Laya = Rosa Margarita Laya
      Miguel Ángel Sosa Rada = Miguel Antonio Sosa Rada
      Jesús Alberto Chourio = Jesús Ramón Chourio
      Víctor Julio Planchart = Víctor Manuel Planchart
      Carmen Rosa Izarra = Carmen Luisa Izarra
      José J. Monsalve Ruiz = José M. Monsalve Ruiz
      José Luis Semprún = José M. Semprún
    `,
    "father and son": `
      José Gregorio Pirela hijo = José Gregorio Pirela padre
      Ramón Tablante Jr. = Ramón Tablante Sr.
      Luis Enrique Mata Roa = Luis Enrique Mata Zurita
      Carlos Julio Fuenmayor Gil = Carlos Julio Fuenmayor Bracho
      Pedro Pernía Sosa @ 1948-03-02 M = Pedro Pernía Sosa @ 1979-06-21 M
      Antonio Ledezma Paz = Antonio José Ledezma Toro
    `,
    "another family name": `
      Enrique Márquez = Enrique Velásquez
      Fernando Pérez = Fernando Gómez
      Xiomara Urdaneta = Xiomara Zambrano
      Carlos Marín = Carlos Martín
      Carlos Varón = Carlos Barrón
      Luis Salas = Luis Salazar
      Ana Rivas Toro = Ana Rivero Toro
      José Molina = José Medina
      María Fernández = María Hernández
      Pedro Morales = Pedro Moreno
      Rafael Guerra = Rafael Guerrero
      Biagio Ferrari = Biagio Ferrante
      Jesús Castillo = Jesús Castro
      Gustavo Ramírez = Gustavo Ramos
      Carmen Linares = Carmen Olivares
      Héctor Mendoza = Héctor Méndez
      Luisa Cardona = Luisa Cardozo
      Andrés Mora = Andrés Mata
      Rosa Paredes = Rosa Pereda
      Víctor Blanco = Víctor Bravo
      Diego Rojas = Diego Rosas
    `,
    "one of two family names": `
      Fernando Pérez Gil = Fernando Pérez Mora
      Fernando José Pérez Gil = Fernando José Pérez Lugo
      Carlos Zambrano Roa = Carlos Zambrano Vivas
      María Isabel García López = María Isabel García Torres
      Luis Eduardo Rojas Paz = Luis Eduardo Rojas Tovar
      Ana Teresa Villalba Cova = Ana Teresa Monsalve Cova
      Pedro Gil Pérez = Pedro Mora Pérez
      Julia Soto Arias = Julia Soto Blanco
      Oscar Peña Ruiz = Oscar Peña Rangel
      Yesenia Laya Corao = Yesenia Lara Corao
      José Antonio Díaz Mata = José Antonio Díaz Milano
      Ricardo Blanco Uribe = Ricardo Blanco Ugarte
    `,
    "both given and family names": `
      Luis Alberto Rojas = Luis Enrique Mora
      Carlos Andrés Villalba = Pedro Andrés Villamizar
      María José Peña = José María Peñalver
      Pérez Gil Fernando = Mora Gil Francisco
      Juan Carlos Rodríguez = Juan Carlos Hernández
      José Luis García = José Luis Martínez
      María Teresa López Díaz = María Teresa Gómez Ruiz
      Ana María Sosa = Ana María Rojas
      Rafael Antonio Silva = Rafael Eduardo Silvera
      Miguel Ángel Ramírez = Miguel Ángel Rangel
    `,
    "one part alone": `
      Torres = Edilson José Torres Fernández
      Díaz = Luis Carlos Díaz Mora
      Fernando = Fernando José Pérez Gil
      San Miguel = Rocío San Miguel Sosa
      Pérez Gil = José Manuel Pérez Gil
      Juan Carlos = Juan Carlos Urdaneta
      María = María Machado Pariaguán
      Guanipa = Ramón Guanipa
    `,
    "initials that differ": `
      F. Pérez = José Pérez
      Luis M. Urdaneta = Luis E. Urdaneta
      Fernando M. Pérez Gil = Fernando José Pérez Gil
      R. Villalba Cova = T. Villalba Cova
      Ana B. Zerpa = Ana Teresa Zerpa
      G. Ocando = José Ocando
    `,
    "a short name shared by two": `
      Fernando José Pérez Gil|Fernando Pérez = Fernando Luis Pérez Soto|Fernando Pérez
      María Elena Torres Roa|María Torres = María Luisa Torres Paz|María Torres
      Francisco Pérez Gil|F. Pérez = Fernando Pérez Soto|F. Pérez
      Edilson Torres Mata|Torres = Alfredo Torres Lugo|Torres
      Enrique Márquez|Márquez = Alfredo Márquez|Márquez
      Carlos Zambrano|El Gordo = Miguel Urdaneta|El Gordo
      Edilson Torres Mata|Torres = Torres
    `,
    "contradicted by what is known": `
      Asdrúbal Planchart @ 1950-01-10 M = Asdrúbal Planchart @ 1992-08-30 M
      Yubiri Mogollón @ 1970-01-01 F = Yubiri Mogollón @ 1999-01-01 F
      Cruz Altamira Weffer @ M = Cruz Altamira Weffer @ F
      Guadalupe Ocando Roa @ F = Guadalupe Ocando Roa @ M
      Fernando José Pérez Gil @ 1961 M = Fernando José Pérez Gil @ 1988 M
      Rosario Izarra @ 1975-04-04 F = Rosario Izarra @ 1975-11-23 F
    `,
    "nothing in common": `
      Carlos Zambrano = Yubiri Mogollón
      Ana = Luis
      Fernando José Pérez Gil = Rocío San Miguel
      王小明 = 李国强
      Mohammed Al-Jamal = Ahmed Al-Jamal
      Sergei Kovalenko = Andrei Kovalenko
      Petra Kovalenko = Peter Kovalenko
      Dirk van der Berg = Dirk van der Meer
      Hassan Karimi = Hussein Karimi
      John Whitcombe = Joan Whitcombe
      Desconocido = Desconocido
      N.N. = N.N.
      Sin identificar = Sin identificar
      ??? = ???
      12345 = 12345
    `,
    "short forms of others": `
      Pepe Urdaneta = Pedro Urdaneta
      Paco Ibarrola = Pablo Ibarrola
      Beto Villalba = Ernesto Villalba
      Lalo Quijada = Luis Quijada
      Memo Iturriza = Manuel Iturriza
      Nacho Carvallo = Nicolás Carvallo
    `,
  },
  open: {
    "one letter apart": `
      Biagio Ferrara = Biagio Ferraro
      Kelvin Zumarraga = Melvin Zumarraga
    `,
    "family names the other way round": `
      José García López = José López García
      Fernando Pérez Gil = Fernando Gil Pérez
      Ana Villalba Zurita = Ana Zurita Villalba
    `,
    "given names the other way round": `
      José Luis Monsalve = Luis José Monsalve
      Rosa María Zerpa = María Rosa Zerpa
    `,
    "common names, short form": `
      Fernando Pérez = Fernando José Pérez Gil
      José Rodríguez = José Gregorio Rodríguez Mata
      María González = María Alejandra González
      Luis García = Luis García Roa
      Carlos Hernández = Carlos Eduardo Hernández López
      Juan Pérez = Juan Pablo Pérez Díaz
      Ana López = Ana María López Sosa
      Pedro Martínez = Pedro José Martínez
    `,
    "an initial for the first given name": `
      F. Urdaneta = Fernando Urdaneta
      F. Pérez Gil = Fernando Pérez Gil
      J. Rodríguez = José Rodríguez
      M. Villalba Cova = Marisol Villalba Cova
    `,
    "each lacks what the other has": `
      Fernando José Pérez = Fernando Pérez Gil
      María Isabel Torres = María Torres Roa
    `,
    "one says father or son": `
      José Gregorio Pirela hijo = José Gregorio Pirela
      Ramón Tablante Jr. = Ramón Tablante
    `,
  },
};
