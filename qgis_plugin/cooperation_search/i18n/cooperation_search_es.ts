<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>Api</name>
    <message>
      <source>Choose or create an authentication configuration in the Server section.</source>
      <translation>Elija o cree una configuración de autenticación en la sección Servidor.</translation>
    </message>
    <message>
      <source>Enter them in QGIS's options, under Network.</source>
      <translation>Introdúzcalos en las opciones de QGIS, en Red.</translation>
    </message>
    <message>
      <source>It does not describe its criteria.</source>
      <translation>No describe sus criterios.</translation>
    </message>
    <message>
      <source>It has no collection {}.</source>
      <translation>No tiene la colección {}.</translation>
    </message>
    <message>
      <source>The authentication configuration {} could not be used.</source>
      <translation>No se pudo usar la configuración de autenticación {}.</translation>
    </message>
    <message>
      <source>The proxy requires a user name and a password.</source>
      <translation>El proxy pide un nombre de usuario y una contraseña.</translation>
    </message>
    <message>
      <source>The request was cancelled.</source>
      <translation>La petición se ha cancelado.</translation>
    </message>
    <message>
      <source>The server cannot be reached, or the connection broke off.</source>
      <translation>No se puede acceder al servidor o se cortó la conexión.</translation>
    </message>
    <message>
      <source>The server did not answer in time.</source>
      <translation>El servidor no respondió a tiempo.</translation>
    </message>
    <message>
      <source>The server failed (HTTP {}).</source>
      <translation>El servidor falló (HTTP {}).</translation>
    </message>
    <message>
      <source>The server refused the request (HTTP {}).</source>
      <translation>El servidor rechazó la petición (HTTP {}).</translation>
    </message>
    <message>
      <source>The server requires a user name and a password.</source>
      <translation>El servidor pide un nombre de usuario y una contraseña.</translation>
    </message>
    <message>
      <source>The server's answer is damaged or not what was expected.</source>
      <translation>La respuesta del servidor está dañada o no es la esperada.</translation>
    </message>
    <message>
      <source>The server's answer is too large.</source>
      <translation>La respuesta del servidor es demasiado grande.</translation>
    </message>
    <message>
      <source>The server's certificate was not accepted, so nothing was sent to it.</source>
      <translation>No se aceptó el certificado del servidor, así que no se le envió nada.</translation>
    </message>
    <message>
      <source>This Cooperation Atlas server is of a version that this plugin cannot use.</source>
      <translation>Este servidor Cooperation Atlas es de una versión que este complemento no puede usar.</translation>
    </message>
    <message>
      <source>This address is not a Cooperation Atlas server.</source>
      <translation>Esta dirección no es un servidor Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is a plain {} server, not a Cooperation Atlas.</source>
      <translation>Es un servidor {} corriente, no un Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is another OGC API server, not a Cooperation Atlas.</source>
      <translation>Es otro servidor OGC API, no un Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is not an http or https address.</source>
      <translation>No es una dirección http o https.</translation>
    </message>
    <message>
      <source>a GeoJSON FeatureCollection was expected</source>
      <translation>se esperaba una FeatureCollection GeoJSON</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>una lista</translation>
    </message>
    <message>
      <source>a list of texts</source>
      <translation>una lista de textos</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>un texto</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>un número entero</translation>
    </message>
    <message>
      <source>an empty page with a next link</source>
      <translation>una página vacía con enlace a la siguiente</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>verdadero o falso</translation>
    </message>
    <message>
      <source>{place}: {expected} was expected</source>
      <translation>{place}: se esperaba {expected}</translation>
    </message>
    <message>
      <source>{title} has these collections: {names}. QGIS shows them by Layer, Add Layer, Add WFS / OGC API - Features Layer; the search, the counts and the lists of this panel need a Cooperation Atlas.</source>
      <translation>{title} tiene estas colecciones: {names}. QGIS las muestra con Capa, Añadir capa, Añadir capa WFS / OGC API - Features; la búsqueda, los recuentos y las listas de este panel necesitan un Cooperation Atlas.</translation>
    </message>
    <message>
      <source>{}: a GeoJSON feature was expected</source>
      <translation>{}: se esperaba un objeto GeoJSON (Feature)</translation>
    </message>
    <message>
      <source>{}: an object was expected</source>
      <translation>{}: se esperaba un objeto</translation>
    </message>
  </context>
  <context>
    <name>AskerBox</name>
    <message>
      <source>Choose a programme</source>
      <translation>Elija un programa</translation>
    </message>
    <message>
      <source>My programme, for this search</source>
      <translation>Mi programa, para esta búsqueda</translation>
    </message>
    <message>
      <source>Partners for</source>
      <translation>Socios para</translation>
    </message>
    <message>
      <source>This search, as a need</source>
      <translation>Esta búsqueda, como necesidad</translation>
    </message>
    <message>
      <source>Whose partners are shown</source>
      <translation>De quién se muestran los socios</translation>
    </message>
    <message>
      <source>{title} (my country)</source>
      <translation>{title} (mi país)</translation>
    </message>
    <message>
      <source>{title} (my programme)</source>
      <translation>{title} (mi programa)</translation>
    </message>
  </context>
  <context>
    <name>BooleanCriterion</name>
    <message>
      <source>either</source>
      <translation>cualquiera</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sí</translation>
    </message>
  </context>
  <context>
    <name>Categories</name>
    <message>
      <source>Key categories</source>
      <translation>Categorías principales</translation>
    </message>
  </context>
  <context>
    <name>ChoiceBox</name>
    <message>
      <source>Down: into the list. Enter: tick the first match.</source>
      <translation>Abajo: a la lista. Intro: marcar la primera coincidencia.</translation>
    </message>
    <message>
      <source>Nothing in this list matches “{text}”.</source>
      <translation>Nada en esta lista se llama «{text}».</translation>
    </message>
    <message>
      <source>Search by name or code</source>
      <translation>Buscar por nombre o código</translation>
    </message>
    <message>
      <source>Search in “{name}”</source>
      <translation>Buscar en «{name}»</translation>
    </message>
  </context>
  <context>
    <name>ChoiceModel</name>
    <message>
      <source>and {count} unknown</source>
      <translation>y {count} posibles</translation>
    </message>
    <message>
      <source>programmes: {count}</source>
      <translation>programas: {count}</translation>
    </message>
  </context>
  <context>
    <name>CodesDialog</name>
    <message>
      <source>Asking the server…</source>
      <translation>Preguntando al servidor…</translation>
    </message>
    <message>
      <source>Not in the list, and left out: {codes}</source>
      <translation>No están en la lista y se omiten: {codes}</translation>
    </message>
    <message>
      <source>The server has no list for this: type the values.</source>
      <translation>El servidor no tiene una lista para esto: escriba los valores.</translation>
    </message>
  </context>
  <context>
    <name>CodesEdit</name>
    <message>
      <source>All</source>
      <translation>Todos</translation>
    </message>
    <message>
      <source>Choose from the list</source>
      <translation>Elegir de la lista</translation>
    </message>
  </context>
  <context>
    <name>Columns</name>
    <message>
      <source>Columns as at first</source>
      <translation>Columnas como al principio</translation>
    </message>
    <message>
      <source>More columns</source>
      <translation>Más columnas</translation>
    </message>
  </context>
  <context>
    <name>ComparisonTable</name>
    <message>
      <source>Partners side by side</source>
      <translation>Socios lado a lado</translation>
    </message>
  </context>
  <context>
    <name>ConnectionPanel</name>
    <message>
      <source>A QGIS authentication configuration, if the server requires one</source>
      <translation>Una configuración de autenticación de QGIS, si el servidor la pide</translation>
    </message>
    <message>
      <source>Address of a Cooperation Atlas server, such as http://127.0.0.1:5000</source>
      <translation>Dirección de un servidor Cooperation Atlas, como http://127.0.0.1:5000</translation>
    </message>
    <message>
      <source>Address of the server</source>
      <translation>Dirección del servidor</translation>
    </message>
    <message>
      <source>Answer of the server</source>
      <translation>Respuesta del servidor</translation>
    </message>
    <message>
      <source>Asking {url}…</source>
      <translation>Preguntando a {url}…</translation>
    </message>
    <message>
      <source>Authentication</source>
      <translation>Autenticación</translation>
    </message>
    <message>
      <source>Check which server answers; nothing is changed</source>
      <translation>Pregunta al servidor quién es; no cambia nada</translation>
    </message>
    <message>
      <source>Edition {id}, made {when}</source>
      <translation>Edición {id}, creada el {when}</translation>
    </message>
    <message>
      <source>It contains sample entries, which are made up.</source>
      <translation>Contiene entradas de ejemplo, que no afirman ningún hecho.</translation>
    </message>
    <message>
      <source>Licence: {licence}</source>
      <translation>Licencia: {licence}</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Servidor</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Probar</translation>
    </message>
  </context>
  <context>
    <name>Consortia</name>
    <message>
      <source>Among the partners: {}</source>
      <translation>Entre los socios: {}</translation>
    </message>
    <message>
      <source>Category of that region</source>
      <translation>Categoría de esa región</translation>
    </message>
    <message>
      <source>Coordinator</source>
      <translation>Coordinador</translation>
    </message>
    <message>
      <source>Given member</source>
      <translation>Miembro dado</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Id</translation>
    </message>
    <message>
      <source>May meet the rules: some facts are not known.</source>
      <translation>Podría cumplir las reglas: faltan algunos datos.</translation>
    </message>
    <message>
      <source>Mean over the partners: {}</source>
      <translation>Media de los socios: {}</translation>
    </message>
    <message>
      <source>No looser rule gives a set. Ask for fewer members, or remove criteria.</source>
      <translation>Ninguna regla más laxa da un conjunto. Pida menos miembros o quite criterios.</translation>
    </message>
    <message>
      <source>No set of programmes meets all rules.</source>
      <translation>Ningún conjunto de programas cumple todas las reglas.</translation>
    </message>
    <message>
      <source>Not known: {}</source>
      <translation>No se sabe: {}</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Socio</translation>
    </message>
    <message>
      <source>Rank in the set</source>
      <translation>Puesto en el conjunto</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Papel</translation>
    </message>
    <message>
      <source>Seeks partners</source>
      <translation>Busca socios</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Conjunto</translation>
    </message>
    <message>
      <source>Set {}</source>
      <translation>Conjunto {}</translation>
    </message>
    <message>
      <source>Stands for</source>
      <translation>Representa a</translation>
    </message>
    <message>
      <source>Stands for the NUTS 2 region {}</source>
      <translation>Representa a la región NUTS 2 {}</translation>
    </message>
    <message>
      <source>The time was up: there may be a better set.</source>
      <translation>Se agotó el tiempo: puede haber un conjunto mejor.</translation>
    </message>
    <message>
      <source>With a looser rule there are sets:</source>
      <translation>Con una regla más laxa los hay:</translation>
    </message>
  </context>
  <context>
    <name>ConsortiaOnMap</name>
    <message>
      <source>Loading the consortia…</source>
      <translation>Cargando los consorcios…</translation>
    </message>
    <message>
      <source>On the map: {count} sets, edition {edition}. One is seen at a time.</source>
      <translation>En el mapa: {count} conjuntos, edición {edition}. Se ve uno cada vez.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} sets of its last known answer, edition {edition}.</source>
      <translation>No se puede acceder al servidor: {count} conjuntos de su última respuesta conocida, edición {edition}.</translation>
    </message>
  </context>
  <context>
    <name>ConsortiaView</name>
    <message>
      <source>Adds a group with a layer for each set; kept in memory</source>
      <translation>Añade un grupo con una capa por conjunto; en memoria</translation>
    </message>
    <message>
      <source>Consortia</source>
      <translation>Consorcios</translation>
    </message>
    <message>
      <source>It is of an earlier version.</source>
      <translation>Es de una versión anterior.</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>Reglas</translation>
    </message>
    <message>
      <source>Rules to loosen</source>
      <translation>Reglas que relajar</translation>
    </message>
    <message>
      <source>Set {n}</source>
      <translation>Conjunto {n}</translation>
    </message>
    <message>
      <source>Show on map</source>
      <translation>Ver en el mapa</translation>
    </message>
    <message>
      <source>This server does not find consortia.</source>
      <translation>Este servidor no busca consorcios.</translation>
    </message>
    <message>
      <source>What the set has, and why the member fits</source>
      <translation>Lo que tiene el conjunto y por qué encaja el miembro</translation>
    </message>
    <message>
      <source>{members} members, {countries} countries</source>
      <translation>{members} miembros, {countries} países</translation>
    </message>
  </context>
  <context>
    <name>CooperationDock</name>
    <message>
      <source>Asking the server…</source>
      <translation>Preguntando al servidor…</translation>
    </message>
    <message>
      <source>Cooperation search</source>
      <translation>Búsqueda de cooperación</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Contando…</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Distribución</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Mapa</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Sin respuesta</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Resultados</translation>
    </message>
    <message>
      <source>Results ({count})</source>
      <translation>Resultados ({count})</translation>
    </message>
    <message>
      <source>Search for</source>
      <translation>Buscar</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Servidor</translation>
    </message>
    <message>
      <source>The panel cannot show these parts of the link and leaves them out: {parts}.</source>
      <translation>El panel no puede mostrar estas partes del enlace y busca sin ellas: {parts}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: these are its last known answers.</source>
      <translation>El servidor no responde: lo que ve son sus últimas respuestas conocidas.</translation>
    </message>
    <message>
      <source>This is not a link to a search.</source>
      <translation>Esto no es un enlace a una búsqueda.</translation>
    </message>
    <message>
      <source>{title}, programmes: {count}</source>
      <translation>{title}, programas: {count}</translation>
    </message>
    <message>
      <source>{url} …</source>
      <translation>{url} …</translation>
    </message>
    <message>
      <source>“{url}” is not an http or https address.</source>
      <translation>«{url}» no es una dirección http o https.</translation>
    </message>
  </context>
  <context>
    <name>CooperationSearchPlugin</name>
    <message>
      <source>&amp;Cooperation Atlas</source>
      <translation>&amp;Cooperation Atlas</translation>
    </message>
    <message>
      <source>Cooperation search</source>
      <translation>Búsqueda de cooperación</translation>
    </message>
    <message>
      <source>Find partners for cohesion programmes</source>
      <translation>Encontrar socios para programas de cohesión</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Ayuda</translation>
    </message>
  </context>
  <context>
    <name>CountryCriterion</name>
    <message>
      <source>Country</source>
      <translation>País</translation>
    </message>
  </context>
  <context>
    <name>Cql2</name>
    <message>
      <source>CQL2 cannot find programmes of which it is not known whether they meet the criteria.</source>
      <translation>CQL2 no puede encontrar aquello de lo que no se sabe que incumpla los criterios.</translation>
    </message>
    <message>
      <source>CQL2 cannot leave out what rests on sample entries only.</source>
      <translation>CQL2 no puede excluir lo que se basa solo en entradas de ejemplo.</translation>
    </message>
    <message>
      <source>CQL2 cannot look for words in all texts of a programme; a title with * is possible.</source>
      <translation>CQL2 no puede buscar palabras en todos los textos de un programa; un título con * sí se puede expresar.</translation>
    </message>
    <message>
      <source>CQL2 cannot say that one and the same cooperation entry meets several criteria.</source>
      <translation>CQL2 no puede expresar que una misma entrada de cooperación cumpla varios criterios.</translation>
    </message>
    <message>
      <source>CQL2 does not know which regions lie inside a NUTS region: choose regions of level 3 only.</source>
      <translation>CQL2 no sabe qué hay dentro de una región NUTS: solo se pueden expresar regiones de nivel 3.</translation>
    </message>
    <message>
      <source>Programmes have no property for this, only their cooperation entries do: {}.</source>
      <translation>Los programas no tienen ninguna propiedad para esto, solo sus entradas de cooperación: {}.</translation>
    </message>
    <message>
      <source>The server has not described these criteria yet.</source>
      <translation>El servidor aún no ha descrito estos criterios.</translation>
    </message>
    <message>
      <source>The server's code lists have not arrived yet.</source>
      <translation>Las listas de códigos del servidor aún no han llegado.</translation>
    </message>
    <message>
      <source>This search finds everything: there is nothing to filter by.</source>
      <translation>Esta búsqueda lo encuentra todo: no hay nada que filtrar.</translation>
    </message>
    <message>
      <source>Topics of 2014-2020 are found by a mapping, which CQL2 cannot express; choose 2021-2027 only.</source>
      <translation>Los temas de 2014-2020 se encuentran mediante una correspondencia que CQL2 no puede expresar; 2021-2027 solo sí.</translation>
    </message>
  </context>
  <context>
    <name>CriteriaPage</name>
    <message>
      <source>Country</source>
      <translation>País</translation>
    </message>
    <message>
      <source>More criteria</source>
      <translation>Más criterios</translation>
    </message>
    <message>
      <source>NUTS III region</source>
      <translation>Región NUTS III</translation>
    </message>
    <message>
      <source>Programme in words</source>
      <translation>Programa en palabras</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Ámbito de la asociación necesaria</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Tema de las acciones de cooperación</translation>
    </message>
  </context>
  <context>
    <name>DayCriterion</name>
    <message>
      <source>at any time</source>
      <translation>en cualquier momento</translation>
    </message>
    <message>
      <source>on a day</source>
      <translation>en un día</translation>
    </message>
    <message>
      <source>open on {}</source>
      <translation>abierto el {}</translation>
    </message>
    <message>
      <source>open today</source>
      <translation>abierto hoy</translation>
    </message>
    <message>
      <source>today</source>
      <translation>hoy</translation>
    </message>
  </context>
  <context>
    <name>DetailPane</name>
    <message>
      <source>Details of the programme</source>
      <translation>Detalles del programa</translation>
    </message>
    <message>
      <source>SAMPLE: entries marked [SAMPLE] are made up to show the service. They state no facts about the programme.</source>
      <translation>EJEMPLO: lo marcado con [EJEMPLO] está inventado para mostrar el servicio. No afirma ningún hecho sobre el programa.</translation>
    </message>
    <message>
      <source>Select a programme to see its details.</source>
      <translation>Seleccione un programa para ver lo que se sabe de él.</translation>
    </message>
  </context>
  <context>
    <name>DistributionOnMap</name>
    <message>
      <source>Loading the areas…</source>
      <translation>Cargando las zonas…</translation>
    </message>
    <message>
      <source>On the map: {count} areas with a number, edition {edition}.</source>
      <translation>En el mapa: {count} zonas con un número, edición {edition}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} areas of its last known answer, edition {edition}.</source>
      <translation>No se puede conectar con el servidor: {count} zonas de su última respuesta conocida, edición {edition}.</translation>
    </message>
  </context>
  <context>
    <name>DistributionPage</name>
    <message>
      <source>Colour countries or areas by their numbers: choose a dimension of places</source>
      <translation>Colorear países o zonas según sus números: elija una dimensión de lugares</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Contar</translation>
    </message>
    <message>
      <source>Edition {edition}</source>
      <translation>Edición {edition}</translation>
    </message>
    <message>
      <source>First dimension</source>
      <translation>Primera dimensión</translation>
    </message>
    <message>
      <source>It is of an earlier version.</source>
      <translation>Es de una versión anterior.</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Ofertas y necesidades</translation>
    </message>
    <message>
      <source>On the map</source>
      <translation>En el mapa</translation>
    </message>
    <message>
      <source>Picture…</source>
      <translation>Imagen…</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programas</translation>
    </message>
    <message>
      <source>Sample entries count: they are made up to show the service.</source>
      <translation>Cuentan las entradas de ejemplo: son inventadas para mostrar el servicio.</translation>
    </message>
    <message>
      <source>Save the chart as a PNG or SVG file</source>
      <translation>Guardar el gráfico como archivo PNG o SVG</translation>
    </message>
    <message>
      <source>Save the distribution</source>
      <translation>Guardar la distribución</translation>
    </message>
    <message>
      <source>Save the numbers as a CSV file, each with a link to what it counts</source>
      <translation>Guardar los números como archivo CSV, cada uno con un enlace a lo que cuenta</translation>
    </message>
    <message>
      <source>Second dimension</source>
      <translation>Segunda dimensión</translation>
    </message>
    <message>
      <source>Several values are possible: shares do not add up to 100 %.</source>
      <translation>Son posibles varios valores: las proporciones no suman 100 %.</translation>
    </message>
    <message>
      <source>Table…</source>
      <translation>Tabla…</translation>
    </message>
    <message>
      <source>This server does not count by dimensions.</source>
      <translation>Este servidor no cuenta por dimensiones.</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>Qué se cuenta</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>Escrito: {path}</translation>
    </message>
    <message>
      <source>and by</source>
      <translation>y por</translation>
    </message>
    <message>
      <source>by</source>
      <translation>por</translation>
    </message>
    <message>
      <source>nothing else</source>
      <translation>nada más</translation>
    </message>
    <message>
      <source>{counted} by {dimensions}: {count}</source>
      <translation>{counted} por {dimensions}: {count}</translation>
    </message>
    <message>
      <source>{title}: known for {stated} ({partial} may have more), not known for {unknown}, none {none}</source>
      <translation>{title}: se conoce en {stated} ({partial} pueden tener más), no se conoce en {unknown}, ninguno {none}</translation>
    </message>
  </context>
  <context>
    <name>EntriesView</name>
    <message>
      <source>Export…</source>
      <translation>Exportar…</translation>
    </message>
    <message>
      <source>Load the search with its offers and needs: each is a sign in its programme's area</source>
      <translation>Carga la búsqueda con sus ofertas y necesidades: cada una es un signo en la zona de su programa</translation>
    </message>
    <message>
      <source>Offers and needs found</source>
      <translation>Ofertas y necesidades encontradas</translation>
    </message>
    <message>
      <source>On the map</source>
      <translation>En el mapa</translation>
    </message>
    <message>
      <source>Write these offers and needs to a GeoPackage, Excel or CSV file</source>
      <translation>Escribir estas ofertas y necesidades en un archivo GeoPackage, Excel o CSV</translation>
    </message>
  </context>
  <context>
    <name>EntryDetail</name>
    <message>
      <source>Details of the offer or need</source>
      <translation>Detalles de la oferta o necesidad</translation>
    </message>
    <message>
      <source>SAMPLE: this entry is made up to show the service. It states no fact about the programme.</source>
      <translation>EJEMPLO: esta entrada es inventada para mostrar el servicio. No afirma ningún hecho sobre el programa.</translation>
    </message>
    <message>
      <source>Select an offer or need to see its details.</source>
      <translation>Seleccione una oferta o necesidad para ver sus detalles.</translation>
    </message>
  </context>
  <context>
    <name>Export</name>
    <message>
      <source>Attribution</source>
      <translation>Atribución</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>Códigos</translation>
    </message>
    <message>
      <source>Edition</source>
      <translation>Edición</translation>
    </message>
    <message>
      <source>Only {0} of {1} rows could be read from the layer, so nothing was written.</source>
      <translation>La capa solo dio {0} de {1} filas, así que no se escribió nada.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Búsqueda</translation>
    </message>
    <message>
      <source>The file is incomplete: {0} of {1} rows were written. Is the disk full?</source>
      <translation>El archivo no se escribió completo: {0} de {1} filas. ¿Está lleno el disco?</translation>
    </message>
    <message>
      <source>There is no folder {}.</source>
      <translation>No existe la carpeta {}.</translation>
    </message>
    <message>
      <source>Writing {}</source>
      <translation>Escribiendo {}</translation>
    </message>
    <message>
      <source>{0} could not be written: {1}.</source>
      <translation>No se pudo escribir {0}: {1}.</translation>
    </message>
    <message>
      <source>{} already exists: choose another name.</source>
      <translation>{} ya existe: elija otro nombre.</translation>
    </message>
    <message>
      <source>{} is a folder.</source>
      <translation>{} es una carpeta.</translation>
    </message>
    <message>
      <source>{} is in use in this project. Choose another name.</source>
      <translation>{} se usa en este proyecto. Elija otro nombre.</translation>
    </message>
    <message>
      <source>{} is open in another program, or protected. Close it there, or choose another name.</source>
      <translation>{} está abierto en otro programa o protegido. Ciérrelo o elija otro nombre.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>All {count} rows</source>
      <translation>Las {count} filas</translation>
    </message>
    <message>
      <source>CSV</source>
      <translation>CSV</translation>
    </message>
    <message>
      <source>Choose a file.</source>
      <translation>Elija un archivo.</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>Códigos</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>Coma</translation>
    </message>
    <message>
      <source>Export “{name}”</source>
      <translation>Exportar «{name}»</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Archivo</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Formato</translation>
    </message>
    <message>
      <source>Labels, in</source>
      <translation>Etiquetas, en</translation>
    </message>
    <message>
      <source>Language of the labels</source>
      <translation>Idioma de las etiquetas</translation>
    </message>
    <message>
      <source>Mark as UTF-8 for Excel (BOM)</source>
      <translation>Marcar como UTF-8 para Excel (BOM)</translation>
    </message>
    <message>
      <source>Only the {count} selected</source>
      <translation>Solo las {count} seleccionadas</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Filas</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>Punto y coma</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Separador</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Tabulador</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Valores</translation>
    </message>
    <message>
      <source>What has no label in this language is written in English</source>
      <translation>Lo que no tiene etiqueta en este idioma se escribe en inglés</translation>
    </message>
    <message>
      <source>{path} already exists. Press “Save” again to replace it.</source>
      <translation>{path} ya existe. Pulse «Guardar» otra vez para reemplazarlo.</translation>
    </message>
  </context>
  <context>
    <name>Exporting</name>
    <message>
      <source>The layer has been removed in the meantime.</source>
      <translation>La capa se eliminó entretanto.</translation>
    </message>
    <message>
      <source>Written to {path}: all {count} rows.</source>
      <translation>Escrito en {path}: las {count} filas.</translation>
    </message>
    <message>
      <source>Written to {path}: the {count} selected rows only.</source>
      <translation>Escrito en {path}: solo las {count} filas seleccionadas.</translation>
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <source>Countries sought</source>
      <translation>Países buscados</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Buscar socios</translation>
    </message>
    <message>
      <source>Forms</source>
      <translation>Formas</translation>
    </message>
    <message>
      <source>Found in</source>
      <translation>Encontrado en</translation>
    </message>
    <message>
      <source>Known</source>
      <translation>Se sabe</translation>
    </message>
    <message>
      <source>No cooperation entry is known.</source>
      <translation>No se conoce ninguna entrada de cooperación.</translation>
    </message>
    <message>
      <source>Not stated in any source: {names}.</source>
      <translation>Ninguna fuente lo dice: {names}.</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Ofertas y necesidades</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Abierto</translation>
    </message>
    <message>
      <source>Others may exist.</source>
      <translation>Puede haber otros.</translation>
    </message>
    <message>
      <source>Partners sought</source>
      <translation>Socios buscados</translation>
    </message>
    <message>
      <source>Programmes abroad with one of these topics: {topics}</source>
      <translation>Programas en el extranjero con uno de estos temas: {topics}</translation>
    </message>
    <message>
      <source>Programmes of the countries across the sea</source>
      <translation>Programas de los países al otro lado del mar</translation>
    </message>
    <message>
      <source>Programmes on the other side of the border</source>
      <translation>Programas al otro lado de la frontera</translation>
    </message>
    <message>
      <source>SAMPLE</source>
      <translation>EJEMPLO</translation>
    </message>
    <message>
      <source>Scope</source>
      <translation>Ámbito</translation>
    </message>
    <message>
      <source>Searches for these topics also find it, through the mapping of its objectives: {codes}.</source>
      <translation>Por la correspondencia de sus objetivos, también lo encuentran búsquedas de: {codes}.</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Temas</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>y {count} más</translation>
    </message>
    <message>
      <source>by mapping</source>
      <translation>por correspondencia</translation>
    </message>
    <message>
      <source>from an entry</source>
      <translation>de una entrada</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>stated</source>
      <translation>declarado</translation>
    </message>
    <message>
      <source>to fill: {place}</source>
      <translation>por completar: {place}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sí</translation>
    </message>
    <message>
      <source>{first} to {last}</source>
      <translation>{first} a {last}</translation>
    </message>
    <message>
      <source>{known} of {every} lists are known</source>
      <translation>se conocen {known} de {every} listas</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
  </context>
  <context>
    <name>Footer</name>
    <message>
      <source>&amp;Load on map</source>
      <translation>&amp;Cargar en el mapa</translation>
    </message>
    <message>
      <source>&amp;Search</source>
      <translation>&amp;Buscar</translation>
    </message>
    <message>
      <source>Add the programmes and their NUTS III regions as two layers in one group</source>
      <translation>Añade los programas y sus regiones NUTS III como dos capas en un grupo</translation>
    </message>
    <message>
      <source>List the programmes found and remember the search</source>
      <translation>Muestra los programas encontrados y recuerda la búsqueda</translation>
    </message>
    <message>
      <source>Number of programmes found</source>
      <translation>Número de programas encontrados</translation>
    </message>
    <message>
      <source>Programmes found: {count}</source>
      <translation>Programas encontrados: {count}</translation>
    </message>
    <message>
      <source>Programmes found: {count}, and {unknown} unknown</source>
      <translation>Programas encontrados: {count}, y {unknown} posibles</translation>
    </message>
    <message>
      <source>Unknown: no source says whether these programmes meet the criteria. “Include programmes that may match” under “More criteria” lists them, too.</source>
      <translation>Posibles: ninguna fuente dice si estos programas cumplen los criterios. «Incluir programas que podrían encajar», en «Más criterios», los muestra también.</translation>
    </message>
  </context>
  <context>
    <name>FoundBy</name>
    <message>
      <source>entry</source>
      <translation>entrada</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>no se sabe</translation>
    </message>
    <message>
      <source>objective, by mapping</source>
      <translation>objetivo, por correspondencia</translation>
    </message>
    <message>
      <source>stated objective</source>
      <translation>objetivo declarado</translation>
    </message>
  </context>
  <context>
    <name>LayerMenu</name>
    <message>
      <source>Cooperation search</source>
      <translation>Búsqueda de cooperación</translation>
    </message>
    <message>
      <source>Edit cooperation search…</source>
      <translation>Editar la búsqueda de cooperación…</translation>
    </message>
    <message>
      <source>Export cooperation results</source>
      <translation>Exportar los resultados de cooperación</translation>
    </message>
    <message>
      <source>Export cooperation results…</source>
      <translation>Exportar los resultados de cooperación…</translation>
    </message>
    <message>
      <source>Nothing changed since this search was loaded.</source>
      <translation>Nada cambió desde que se cargó esta búsqueda.</translation>
    </message>
    <message>
      <source>Refresh cooperation search</source>
      <translation>Actualizar la búsqueda de cooperación</translation>
    </message>
    <message>
      <source>The server cannot be reached; these are its last known answers.</source>
      <translation>No se puede acceder al servidor; esto es lo que dijo antes.</translation>
    </message>
    <message>
      <source>{0} new, {1} changed, {2} gone.</source>
      <translation>{0} nuevos, {1} cambiados, {2} desaparecidos.</translation>
    </message>
  </context>
  <context>
    <name>LayerRegionsForm</name>
    <message>
      <source> km</source>
      <translation> km</translation>
    </message>
    <message>
      <source>Adds the NUTS III regions that the features touch to those already chosen</source>
      <translation>Añade las regiones NUTS III que tocan los objetos a las ya elegidas</translation>
    </message>
    <message>
      <source>Choose the regions</source>
      <translation>Elegir las regiones</translation>
    </message>
    <message>
      <source>Distance around the features in kilometres</source>
      <translation>Distancia alrededor de los objetos en kilómetros</translation>
    </message>
    <message>
      <source>Distance around them</source>
      <translation>Distancia alrededor</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Capa</translation>
    </message>
    <message>
      <source>Selected features only</source>
      <translation>Solo objetos seleccionados</translation>
    </message>
  </context>
  <context>
    <name>Layers</name>
    <message>
      <source>A layer of this search was removed. Please load the search again.</source>
      <translation>Se quitó una capa de esta búsqueda. Cargue la búsqueda de nuevo.</translation>
    </message>
    <message>
      <source>A layer was removed while it was being filled.</source>
      <translation>Se eliminó una capa mientras se llenaba.</translation>
    </message>
    <message>
      <source>A new edition of the data was published while loading. Please load again.</source>
      <translation>Durante la carga se publicó una edición nueva de los datos. Cargue de nuevo.</translation>
    </message>
    <message>
      <source>All that match</source>
      <translation>Todos los que coinciden</translation>
    </message>
    <message>
      <source>Consortia of {}</source>
      <translation>Consorcios de {}</translation>
    </message>
    <message>
      <source>Consortia on the map</source>
      <translation>Consorcios en el mapa</translation>
    </message>
    <message>
      <source>Contains records based on sample entries, which are made up to show the service.</source>
      <translation>Contiene registros basados en entradas de ejemplo: inventadas para mostrar el servicio.</translation>
    </message>
    <message>
      <source>Cooperation search: land in the background</source>
      <translation>Búsqueda de cooperación: tierra de fondo</translation>
    </message>
    <message>
      <source>Cooperation search: loading</source>
      <translation>Búsqueda de cooperación: cargando</translation>
    </message>
    <message>
      <source>Cooperation search: opening live layers</source>
      <translation>Búsqueda de cooperación: abriendo capas en vivo</translation>
    </message>
    <message>
      <source>Cooperation search: writing the GeoPackage</source>
      <translation>Búsqueda de cooperación: escribiendo el GeoPackage</translation>
    </message>
    <message>
      <source>Cooperation: {}</source>
      <translation>Cooperación: {}</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Recuento</translation>
    </message>
    <message>
      <source>Distribution on the map</source>
      <translation>Distribución en el mapa</translation>
    </message>
    <message>
      <source>Edition {}</source>
      <translation>Edición {}</translation>
    </message>
    <message>
      <source>Land (background)</source>
      <translation>Tierra (fondo)</translation>
    </message>
    <message>
      <source>Lines to partners (width: score)</source>
      <translation>Líneas hacia los socios (grosor: puntuación)</translation>
    </message>
    <message>
      <source>Loading was cancelled.</source>
      <translation>La carga se canceló.</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2016)</source>
      <translation>Áreas NUTS III (NUTS 2016)</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2021)</source>
      <translation>Áreas NUTS III (NUTS 2021)</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Neighbours across borders</source>
      <translation>Vecinos al otro lado de la frontera</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>No se sabe</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Ofertas y necesidades</translation>
    </message>
    <message>
      <source>Own area</source>
      <translation>Área propia</translation>
    </message>
    <message>
      <source>Partner programmes</source>
      <translation>Programas socios</translation>
    </message>
    <message>
      <source>Partners for: {}</source>
      <translation>Socios para: {}</translation>
    </message>
    <message>
      <source>Partners of {}</source>
      <translation>Socios de {}</translation>
    </message>
    <message>
      <source>Partners on the map</source>
      <translation>Socios en el mapa</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programas</translation>
    </message>
    <message>
      <source>Share, at least</source>
      <translation>Proporción, como mínimo</translation>
    </message>
    <message>
      <source>Share, at most</source>
      <translation>Proporción, como máximo</translation>
    </message>
    <message>
      <source>The background could not be made: {}</source>
      <translation>No se pudo crear el fondo: {}</translation>
    </message>
    <message>
      <source>The file {} could not be written: is its folder protected, or the disk full?</source>
      <translation>No se pudo escribir el archivo {}: ¿está protegida la carpeta o lleno el disco?</translation>
    </message>
    <message>
      <source>The layer could not be made.</source>
      <translation>No se pudo crear la capa.</translation>
    </message>
    <message>
      <source>The layer could not be written.</source>
      <translation>No se pudo escribir la capa.</translation>
    </message>
    <message>
      <source>The pages of the server's answer are inconsistent.</source>
      <translation>Las páginas del servidor no encajan entre sí.</translation>
    </message>
    <message>
      <source>The project was closed during loading.</source>
      <translation>El proyecto se cerró durante la carga.</translation>
    </message>
    <message>
      <source>The server's answer could not be read.</source>
      <translation>No se pudo leer la respuesta del servidor.</translation>
    </message>
    <message>
      <source>There are no areas to show.</source>
      <translation>No hay zonas que mostrar.</translation>
    </message>
    <message>
      <source>There are no partners to show.</source>
      <translation>No hay socios que mostrar.</translation>
    </message>
    <message>
      <source>There is no background: {}</source>
      <translation>No hay fondo: {}</translation>
    </message>
    <message>
      <source>There is no set to show.</source>
      <translation>No hay ningún conjunto que mostrar.</translation>
    </message>
    <message>
      <source>This search on the server</source>
      <translation>Esta búsqueda en el servidor</translation>
    </message>
    <message>
      <source>Who seeks partners</source>
      <translation>Quién busca socios</translation>
    </message>
    <message>
      <source>a need</source>
      <translation>una necesidad</translation>
    </message>
    <message>
      <source>features could not be added</source>
      <translation>no se pudieron añadir objetos</translation>
    </message>
    <message>
      <source>{0} (NUTS {1})</source>
      <translation>{0} (NUTS {1})</translation>
    </message>
    <message>
      <source>{} (with sample entries)</source>
      <translation>{} (con entradas de ejemplo)</translation>
    </message>
  </context>
  <context>
    <name>Layouts</name>
    <message>
      <source>A partner for {}</source>
      <translation>Un socio para {}</translation>
    </message>
    <message>
      <source>Area of the partner</source>
      <translation>Área del socio</translation>
    </message>
    <message>
      <source>Cohesion policy programmes: partners for cooperation</source>
      <translation>Programas de la política de cohesión: socios para la cooperación</translation>
    </message>
    <message>
      <source>Dark: what is known. Light: what may be, while facts are missing. From 0 to 1.</source>
      <translation>Oscuro: lo que se sabe. Claro: lo que puede ser mientras falten hechos. De 0 a 1.</translation>
    </message>
    <message>
      <source>Edition of the data: {}.</source>
      <translation>Edición de los datos: {}.</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Hechos</translation>
    </message>
    <message>
      <source>For them</source>
      <translation>Para el socio</translation>
    </message>
    <message>
      <source>For you</source>
      <translation>Para ustedes</translation>
    </message>
    <message>
      <source>Legend: see page {}</source>
      <translation>Leyenda: véase la página {}</translation>
    </message>
    <message>
      <source>Made on {}.</source>
      <translation>Elaborado el {}.</translation>
    </message>
    <message>
      <source>NUTS III areas: {}.</source>
      <translation>Áreas NUTS III: {}.</translation>
    </message>
    <message>
      <source>Offers found: {0}. Needs found: {1}.</source>
      <translation>Ofertas encontradas: {0}. Necesidades encontradas: {1}.</translation>
    </message>
    <message>
      <source>Overseas areas lie outside of this map.</source>
      <translation>Las zonas de ultramar quedan fuera de este mapa.</translation>
    </message>
    <message>
      <source>Partner sheet: {0} – {1}</source>
      <translation>Ficha de socio: {0} – {1}</translation>
    </message>
    <message>
      <source>Partners of {}</source>
      <translation>Socios de {}</translation>
    </message>
    <message>
      <source>Programmes found</source>
      <translation>Programas encontrados</translation>
    </message>
    <message>
      <source>Programmes: {}.</source>
      <translation>Programas: {}.</translation>
    </message>
    <message>
      <source>Report by country: {}</source>
      <translation>Informe por países: {}</translation>
    </message>
    <message>
      <source>Rests on SAMPLE entries in part: made up to show the service, not facts.</source>
      <translation>Se basa en parte en entradas de EJEMPLO: inventadas para mostrar el servicio, no son hechos.</translation>
    </message>
    <message>
      <source>SAMPLE entries: made up, not facts</source>
      <translation>entradas de EJEMPLO: inventadas, no son hechos</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Puntuación</translation>
    </message>
    <message>
      <source>Service: {} (the address of this search is in the metadata of its layers)</source>
      <translation>Servicio: {} (la dirección de esta búsqueda está en los metadatos de sus capas)</translation>
    </message>
    <message>
      <source>Small frames have scales of their own.</source>
      <translation>Los recuadros pequeños tienen sus propias escalas.</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Fuentes</translation>
    </message>
    <message>
      <source>This search: {}</source>
      <translation>Esta búsqueda: {}</translation>
    </message>
    <message>
      <source>With SAMPLE entries: made up to show the service, not facts.</source>
      <translation>Con entradas de EJEMPLO: inventadas para mostrar el servicio, no son hechos.</translation>
    </message>
    <message>
      <source>Your area</source>
      <translation>Su área</translation>
    </message>
    <message>
      <source>does not apply</source>
      <translation>no procede</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sí</translation>
    </message>
    <message>
      <source>… and {} more, which the layer lists</source>
      <translation>… y {} más, que figuran en la capa</translation>
    </message>
  </context>
  <context>
    <name>Locator</name>
    <message>
      <source>Cooperation Atlas: programmes, regions, topics</source>
      <translation>Cooperation Atlas: programas, regiones, temas</translation>
    </message>
    <message>
      <source>Open the search: {}</source>
      <translation>Abrir la búsqueda: {}</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programas</translation>
    </message>
    <message>
      <source>Regions</source>
      <translation>Regiones</translation>
    </message>
    <message>
      <source>Searches</source>
      <translation>Búsquedas</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Temas</translation>
    </message>
    <message>
      <source>without {}</source>
      <translation>sin {}</translation>
    </message>
  </context>
  <context>
    <name>LowerPane</name>
    <message>
      <source>Reasons for the partner</source>
      <translation>Razones a favor del socio</translation>
    </message>
  </context>
  <context>
    <name>ManageDialog</name>
    <message>
      <source>Close</source>
      <translation>Cerrar</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Eliminar</translation>
    </message>
    <message>
      <source>Export searches</source>
      <translation>Exportar búsquedas</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportar…</translation>
    </message>
    <message>
      <source>Import searches</source>
      <translation>Importar búsquedas</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importar…</translation>
    </message>
    <message>
      <source>Kept in the project</source>
      <translation>Guardada en el proyecto</translation>
    </message>
    <message>
      <source>Kept in your profile</source>
      <translation>Guardada en su perfil</translation>
    </message>
    <message>
      <source>Nothing saved yet</source>
      <translation>Nada guardado todavía</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Cambiar nombre</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Ejecutar</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>Búsquedas guardadas</translation>
    </message>
    <message>
      <source>Searches (*.json)</source>
      <translation>Búsquedas (*.json)</translation>
    </message>
    <message>
      <source>Searches exported: {count}.</source>
      <translation>Búsquedas exportadas: {count}.</translation>
    </message>
    <message>
      <source>Searches imported: {count}.</source>
      <translation>Búsquedas importadas: {count}.</translation>
    </message>
  </context>
  <context>
    <name>MapPanel</name>
    <message>
      <source>A file beside the project, for work without the server</source>
      <translation>Un archivo junto al proyecto, para trabajar sin el servidor</translation>
    </message>
    <message>
      <source>A further layer: each cooperation entry that the search finds, as a point in its programme's area</source>
      <translation>Otra capa: cada entrada de cooperación que encuentra la búsqueda, como un punto en la zona de su programa</translation>
    </message>
    <message>
      <source>A third layer: pairs of NUTS III areas of two countries that share a border or face each other across the sea, in the countries and regions of the search</source>
      <translation>Una tercera capa: pares de zonas NUTS III de dos países que comparten frontera o están una frente a otra por mar, en los países y regiones de la búsqueda</translation>
    </message>
    <message>
      <source>Asks the server whenever the map is drawn</source>
      <translation>Pregunta al servidor cada vez que se dibuja el mapa</translation>
    </message>
    <message>
      <source>Bring Europe, or a region far from it, into view</source>
      <translation>Mostrar Europa o una región alejada de ella</translation>
    </message>
    <message>
      <source>Cancel loading</source>
      <translation>Cancelar la carga</translation>
    </message>
    <message>
      <source>Cancel loading; nothing is added to the map</source>
      <translation>Cancela la carga; no queda nada de ella</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Clases</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exportar</translation>
    </message>
    <message>
      <source>Export the loaded results to a GeoPackage, Excel or CSV file, with their sources</source>
      <translation>Escribe lo cargado en un archivo GeoPackage, Excel o CSV, con sus fuentes</translation>
    </message>
    <message>
      <source>Fast; not saved with the project, but fetched again when it is opened</source>
      <translation>Rápido; el proyecto no lo guarda, pero lo recupera al abrirse</translation>
    </message>
    <message>
      <source>GeoPackage file</source>
      <translation>Archivo GeoPackage</translation>
    </message>
    <message>
      <source>How the layers are drawn; layers on the map change at once</source>
      <translation>Cómo se dibujan las capas; las del mapa cambian al momento</translation>
    </message>
    <message>
      <source>How the numbers are put into classes. Quantiles: as many different numbers in each; natural breaks: where the numbers leave gaps; equal intervals: the same width; pretty breaks: round limits</source>
      <translation>Cómo se agrupan los números en clases. Cuantiles: tantos números distintos en cada una; rupturas naturales: donde los números dejan huecos; intervalos iguales: la misma anchura; rupturas redondeadas: límites redondos</translation>
    </message>
    <message>
      <source>Land of the world at the bottom of the project, from Natural Earth</source>
      <translation>Tierras del mundo en el fondo del proyecto, de Natural Earth</translation>
    </message>
    <message>
      <source>Lay out the loaded results on a page: map, title, legend, overseas areas, scale bar and sources</source>
      <translation>Componer los resultados cargados en una página: mapa, título, leyenda, zonas de ultramar, escala y fuentes</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>Capas</translation>
    </message>
    <message>
      <source>Live from the server</source>
      <translation>En vivo desde el servidor</translation>
    </message>
    <message>
      <source>Loading layers</source>
      <translation>Cargando capas</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Memoria</translation>
    </message>
    <message>
      <source>NUTS III regions…</source>
      <translation>Regiones NUTS III…</translation>
    </message>
    <message>
      <source>Offers and needs…</source>
      <translation>Ofertas y necesidades…</translation>
    </message>
    <message>
      <source>Overseas</source>
      <translation>Ultramar</translation>
    </message>
    <message>
      <source>Print layout</source>
      <translation>Composición de impresión</translation>
    </message>
    <message>
      <source>Programmes…</source>
      <translation>Programas…</translation>
    </message>
    <message>
      <source>Style</source>
      <translation>Estilo</translation>
    </message>
    <message>
      <source>Where the features of the layers are kept</source>
      <translation>Dónde se guardan los objetos de las capas</translation>
    </message>
    <message>
      <source>With land in the background</source>
      <translation>Con tierra de fondo</translation>
    </message>
    <message>
      <source>With lines between neighbours</source>
      <translation>Con líneas entre vecinos</translation>
    </message>
    <message>
      <source>With offers and needs</source>
      <translation>Con ofertas y necesidades</translation>
    </message>
  </context>
  <context>
    <name>MapSelection</name>
    <message>
      <source>Cooperation search: selecting on the map</source>
      <translation>Búsqueda de cooperación: selección en el mapa</translation>
    </message>
  </context>
  <context>
    <name>MapWork</name>
    <message>
      <source>Cancelled; nothing was added to the map.</source>
      <translation>Cancelado; no se añadió nada al mapa.</translation>
    </message>
    <message>
      <source>Each period has its own group in the layer tree; one of them is shown at a time.</source>
      <translation>Cada período tiene su propio grupo en el árbol de capas; se muestra uno cada vez.</translation>
    </message>
    <message>
      <source>File: {path}.</source>
      <translation>Archivo: {path}.</translation>
    </message>
    <message>
      <source>GeoPackage for the layers</source>
      <translation>GeoPackage para las capas</translation>
    </message>
    <message>
      <source>Kept in memory: a saved project fetches it again when it is opened.</source>
      <translation>En memoria: un proyecto guardado lo recupera al abrirse.</translation>
    </message>
    <message>
      <source>Load the search on the map first.</source>
      <translation>Cargue primero la búsqueda en el mapa.</translation>
    </message>
    <message>
      <source>Load the search with its offers and needs first.</source>
      <translation>Cargue primero la búsqueda con sus ofertas y necesidades.</translation>
    </message>
    <message>
      <source>No file was chosen, so nothing was loaded.</source>
      <translation>No se eligió ningún archivo, así que no se cargó nada.</translation>
    </message>
    <message>
      <source>On the map: edition {edition}.</source>
      <translation>En el mapa: edición {edition}.</translation>
    </message>
    <message>
      <source>Print layout: {name}</source>
      <translation>Composición de impresión: {name}</translation>
    </message>
    <message>
      <source>The server cannot be reached: this is its last known answer, edition {edition}.</source>
      <translation>El servidor no responde: esta es su última respuesta conocida, edición {edition}.</translation>
    </message>
  </context>
  <context>
    <name>MemoryLayers</name>
    <message>
      <source>Cooperation search</source>
      <translation>Búsqueda de cooperación</translation>
    </message>
    <message>
      <source>Later: “Refresh cooperation search” in the menu of a layer.</source>
      <translation>Más tarde: «Actualizar la búsqueda de cooperación» en el menú de una capa.</translation>
    </message>
    <message>
      <source>Layers in memory are empty and could not be fetched again: {reason}</source>
      <translation>Hay capas en memoria vacías que no se pudieron recuperar: {reason}</translation>
    </message>
    <message>
      <source>Layers in memory are empty because they came from another server: {servers}. Choose it in the panel, then “Refresh cooperation search” in the menu of a layer.</source>
      <translation>Hay capas en memoria vacías porque venían de otro servidor: {servers}. Elíjalo en el panel y después «Actualizar la búsqueda de cooperación» en el menú de una capa.</translation>
    </message>
    <message>
      <source>Layers in memory were fetched from the server again: edition {edition}.</source>
      <translation>Las capas en memoria se recuperaron del servidor: edición {edition}.</translation>
    </message>
    <message>
      <source>Memory layers are saved empty; opening the project fetches them again. To keep them, use a GeoPackage file.</source>
      <translation>Las capas en memoria se guardan vacías; al abrir el proyecto se recuperan. Para conservarlas, use un archivo GeoPackage.</translation>
    </message>
    <message>
      <source>The server cannot be reached: layers in memory hold its last known answers, edition {edition}.</source>
      <translation>El servidor no está disponible: las capas en memoria contienen sus últimas respuestas conocidas, edición {edition}.</translation>
    </message>
  </context>
  <context>
    <name>MoreCriteria</name>
    <message>
      <source>Also finds programmes for which no source says whether they meet the criteria. Unknown does not mean no.</source>
      <translation>También encuentra programas de los que ninguna fuente dice si cumplen los criterios. Desconocido no es no.</translation>
    </message>
    <message>
      <source>Include programmes that may match</source>
      <translation>Incluir programas que podrían encajar</translation>
    </message>
    <message>
      <source>Sample entries are made up to show the service and state no fact about a programme. Without them, only real entries and stated objectives count.</source>
      <translation>Las entradas de ejemplo están inventadas para mostrar el servicio y no afirman ningún hecho sobre un programa. Sin ellas solo se encuentra lo que dicen las entradas reales y los objetivos declarados.</translation>
    </message>
    <message>
      <source>Show sample entries</source>
      <translation>Mostrar entradas de ejemplo</translation>
    </message>
    <message>
      <source>no samples</source>
      <translation>sin ejemplos</translation>
    </message>
    <message>
      <source>with unknown</source>
      <translation>con desconocidos</translation>
    </message>
  </context>
  <context>
    <name>OnMap</name>
    <message>
      <source>Kept in memory: opening the project fetches them again.</source>
      <translation>En memoria: al abrir el proyecto se vuelven a obtener.</translation>
    </message>
  </context>
  <context>
    <name>Overseas</name>
    <message>
      <source>Azores</source>
      <translation>Azores</translation>
    </message>
    <message>
      <source>Canary Islands</source>
      <translation>Canarias</translation>
    </message>
    <message>
      <source>French Guiana</source>
      <translation>Guayana Francesa</translation>
    </message>
    <message>
      <source>Guadeloupe</source>
      <translation>Guadalupe</translation>
    </message>
    <message>
      <source>Madeira</source>
      <translation>Madeira</translation>
    </message>
    <message>
      <source>Martinique</source>
      <translation>Martinica</translation>
    </message>
    <message>
      <source>Mayotte</source>
      <translation>Mayotte</translation>
    </message>
    <message>
      <source>Réunion</source>
      <translation>Reunión</translation>
    </message>
    <message>
      <source>Saint-Martin</source>
      <translation>San Martín</translation>
    </message>
  </context>
  <context>
    <name>OwnBar</name>
    <message>
      <source>Abroad only</source>
      <translation>Solo en el extranjero</translation>
    </message>
    <message>
      <source>Across the border</source>
      <translation>Al otro lado de la frontera</translation>
    </message>
    <message>
      <source>I work for …</source>
      <translation>Trabajo para…</translation>
    </message>
    <message>
      <source>I work for: {name}</source>
      <translation>Trabajo para: {name}</translation>
    </message>
    <message>
      <source>Leave out the programmes of your own country: partners are sought abroad</source>
      <translation>Dejar fuera los programas del propio país: se buscan socios en el extranjero</translation>
    </message>
    <message>
      <source>No area abroad shares a border with yours, or lies within 150 km of sea.</source>
      <translation>Ninguna zona extranjera comparte frontera con la propia ni está a menos de 150 km por mar.</translation>
    </message>
    <message>
      <source>Programmes of the areas on the other side of your borders: NUTS III areas abroad that share a border with yours, or face them across at most 150 km of sea</source>
      <translation>Programas de las zonas al otro lado de las propias fronteras: zonas NUTS III extranjeras que comparten frontera con las propias o están frente a ellas a un máximo de 150 km de mar</translation>
    </message>
    <message>
      <source>Your programme or country: its entries are marked, and partners are sought abroad</source>
      <translation>Programa o país propio: sus entradas se marcan y se buscan socios en el extranjero</translation>
    </message>
  </context>
  <context>
    <name>OwnDialog</name>
    <message>
      <source>Asking the server for its programmes…</source>
      <translation>Solicitando al servidor sus programas…</translation>
    </message>
    <message>
      <source>Countries and programmes</source>
      <translation>Países y programas</translation>
    </message>
    <message>
      <source>Country, programme or CCI</source>
      <translation>País, programa o CCI</translation>
    </message>
    <message>
      <source>I work for …</source>
      <translation>Trabajo para…</translation>
    </message>
    <message>
      <source>Nobody in particular</source>
      <translation>Nadie en particular</translation>
    </message>
  </context>
  <context>
    <name>PartnerList</name>
    <message>
      <source>Partners, best first</source>
      <translation>Socios, primero los mejores</translation>
    </message>
    <message>
      <source>The space bar ticks a partner to compare it with others.</source>
      <translation>La barra espaciadora marca un socio para compararlo con otros.</translation>
    </message>
  </context>
  <context>
    <name>PartnerSearch</name>
    <message>
      <source>It is of an earlier version.</source>
      <translation>Es de una versión anterior.</translation>
    </message>
    <message>
      <source>This server does not find partners.</source>
      <translation>Este servidor no busca socios.</translation>
    </message>
  </context>
  <context>
    <name>PartnerSheets</name>
    <message>
      <source>Print layout: {name}</source>
      <translation>Composición de impresión: {name}</translation>
    </message>
    <message>
      <source>The partners are not on the map any more: show them there again.</source>
      <translation>Los socios ya no están en el mapa: muéstrelos de nuevo.</translation>
    </message>
  </context>
  <context>
    <name>PartnerStates</name>
    <message>
      <source>Choose a programme in the list of results and press “Find partners” in its details.</source>
      <translation>Elija un programa en la lista de resultados y pulse «Buscar socios» en sus detalles.</translation>
    </message>
    <message>
      <source>Choose another order, or another programme, above.</source>
      <translation>Elija arriba otro orden u otro programa.</translation>
    </message>
    <message>
      <source>Few programmes have published what they need. The other ways to look for partners do not depend on it.</source>
      <translation>Pocos programas han publicado lo que necesitan. Las otras formas de buscar socios no dependen de ello.</translation>
    </message>
    <message>
      <source>No entry seeks a partner like this one</source>
      <translation>Ninguna entrada busca un socio como este</translation>
    </message>
    <message>
      <source>No programme can be a partner under these conditions</source>
      <translation>Ningún programa puede ser socio en estas condiciones</translation>
    </message>
    <message>
      <source>No programme is alike and far away</source>
      <translation>Ningún programa es similar y está lejos</translation>
    </message>
    <message>
      <source>Partners of which programme?</source>
      <translation>¿Socios de qué programa?</translation>
    </message>
    <message>
      <source>Show the programmes</source>
      <translation>Mostrar los programas</translation>
    </message>
    <message>
      <source>Take away the tick that leaves only programmes of the search.</source>
      <translation>Quite la marca que deja solo los programas de la búsqueda.</translation>
    </message>
  </context>
  <context>
    <name>Partners</name>
    <message>
      <source>All facts of this programme</source>
      <translation>Todos los datos de este programa</translation>
    </message>
    <message>
      <source>Dark: known. Light: what missing facts could add.</source>
      <translation>Oscuro: conocido. Claro: lo que podrían añadir los datos que faltan.</translation>
    </message>
    <message>
      <source>Dark: known. Light: what missing facts could add. Dotted: does not apply.</source>
      <translation>Oscuro: conocido. Claro: lo que podrían añadir los datos que faltan. Punteado: no procede.</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Datos</translation>
    </message>
    <message>
      <source>Its own partners</source>
      <translation>Sus propios socios</translation>
    </message>
    <message>
      <source>Parts</source>
      <translation>Partes</translation>
    </message>
    <message>
      <source>SAMPLE</source>
      <translation>EJEMPLO</translation>
    </message>
    <message>
      <source>SAMPLE: entries that meet are made up to show the service</source>
      <translation>EJEMPLO: las entradas que encajan son inventadas para mostrar el servicio</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Puntuación</translation>
    </message>
    <message>
      <source>This pair in the browser</source>
      <translation>Esta pareja en el navegador</translation>
    </message>
    <message>
      <source>does not apply</source>
      <translation>no procede</translation>
    </message>
    <message>
      <source>no entries meet</source>
      <translation>ninguna entrada encaja</translation>
    </message>
    <message>
      <source>{rank}. {title}, {country}: {tier}, {score}</source>
      <translation>{rank}. {title}, {country}: {tier}, {score}</translation>
    </message>
  </context>
  <context>
    <name>PartnersOnMap</name>
    <message>
      <source>Loading the partners…</source>
      <translation>Cargando los socios…</translation>
    </message>
    <message>
      <source>On the map: {count} partners, edition {edition}.</source>
      <translation>En el mapa: {count} socios, edición {edition}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} partners of its last known answer, edition {edition}.</source>
      <translation>No se puede conectar con el servidor: {count} socios de su última respuesta conocida, edición {edition}.</translation>
    </message>
  </context>
  <context>
    <name>PartnersPage</name>
    <message>
      <source>Consortia: best sets of partners</source>
      <translation>Consorcios: mejores conjuntos de socios</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Para</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Orden</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Mostrar</translation>
    </message>
    <message>
      <source>Who seeks a partner like this one</source>
      <translation>Quién busca un socio como este</translation>
    </message>
  </context>
  <context>
    <name>PartnersTab</name>
    <message>
      <source>Partners</source>
      <translation>Socios</translation>
    </message>
  </context>
  <context>
    <name>PlacesMenu</name>
    <message>
      <source>Europe</source>
      <translation>Europa</translation>
    </message>
  </context>
  <context>
    <name>Processing</name>
    <message>
      <source>2014-2020 (NUTS 2016)</source>
      <translation>2014-2020 (NUTS 2016)</translation>
    </message>
    <message>
      <source>2021-2027 (NUTS 2021)</source>
      <translation>2021-2027 (NUTS 2021)</translation>
    </message>
    <message>
      <source>Also find programmes that may meet the criteria (not known)</source>
      <translation>Encontrar también programas que podrían cumplir los criterios (no se sabe)</translation>
    </message>
    <message>
      <source>Also find sets that may meet the rules (not known)</source>
      <translation>Encontrar también conjuntos que quizá cumplan las reglas (no se sabe)</translation>
    </message>
    <message>
      <source>Also find what is near: within a distance in km</source>
      <translation>También lo cercano: distancia en km</translation>
    </message>
    <message>
      <source>Authentication</source>
      <translation>Autenticación</translation>
    </message>
    <message>
      <source>By known and possible fit</source>
      <translation>Por adecuación conocida y posible</translation>
    </message>
    <message>
      <source>By possible fit</source>
      <translation>Por adecuación posible</translation>
    </message>
    <message>
      <source>CCI or NUTS code</source>
      <translation>CCI o código NUTS</translation>
    </message>
    <message>
      <source>CRS of my layer, if it has none of its own</source>
      <translation>SRC de mi capa, si no tiene</translation>
    </message>
    <message>
      <source>Categories of region that the coordinator can be from</source>
      <translation>Categorías de región de las que puede ser el coordinador</translation>
    </message>
    <message>
      <source>Cooperation Atlas</source>
      <translation>Cooperation Atlas</translation>
    </message>
    <message>
      <source>Copies a layer of your own and adds to each feature the NUTS III areas that it intersects, the programmes that cover them, and their topics and scopes (lists joined by '; '). Any geometry and any CRS will do; features without geometry, or outside all areas, have no areas and no programmes. If the layer already has columns of the same names, they are kept, and the added ones get the prefix 'coop_'.</source>
      <translation>Copia una capa propia y añade a cada objeto las áreas NUTS III que toca, los programas que las cubren, y sus temas y ámbitos (listas unidas con '; '). Cualquier geometría y SRC; los objetos sin geometría o fuera de todas las áreas no tienen áreas ni programas. Las columnas de la capa con el mismo nombre se conservan; las añadidas llevan entonces el prefijo 'coop_'.</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Número</translation>
    </message>
    <message>
      <source>Count by one or two dimensions, such as country,fund</source>
      <translation>Contar por una o dos dimensiones, como country,fund</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>País</translation>
    </message>
    <message>
      <source>Country (name)</source>
      <translation>País (nombre)</translation>
    </message>
    <message>
      <source>Counts the results of a search by one or two dimensions, such as country, nuts2, topic, scope, fund, objective, category or strategy. If one of them is a place (country, nuts1, nuts2, nuts3, borders_on, sought_country), the output has its areas, styled as a choropleth; otherwise it is a table without geometry. Each share is a range: its upper end also counts features for which the value is not known. A feature can have several values, so shares need not add up to 1.</source>
      <translation>Cuenta lo que encuentra una búsqueda por una o dos dimensiones, como country, nuts2, topic, scope, fund, objective, category o strategy. Si una de ellas es un lugar (country, nuts1, nuts2, nuts3, borders_on, sought_country), la salida tiene sus áreas, lista como mapa de coropletas; si no, es una tabla sin geometría. Las proporciones tienen dos extremos: el superior cuenta también los objetos de los que no se sabe si tienen el valor. Un objeto puede tener varios valores, de modo que las proporciones no tienen por qué sumar 1.</translation>
    </message>
    <message>
      <source>Distance (km)</source>
      <translation>Distancia (km)</translation>
    </message>
    <message>
      <source>Distance in km (0: shared borders only)</source>
      <translation>Distancia en km (0: solo fronteras comunes)</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Distribución</translation>
    </message>
    <message>
      <source>Distribution of a search</source>
      <translation>Distribución de una búsqueda</translation>
    </message>
    <message>
      <source>Edition {0}. {1}</source>
      <translation>Edición {0}. {1}</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map of the areas: {}. Their new columns are empty.</source>
      <translation>Objetos sin lugar en el mapa de las áreas: {}. Sus columnas nuevas están vacías.</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map: {}.</source>
      <translation>Objetos que no se pueden situar en el mapa: {}.</translation>
    </message>
    <message>
      <source>Features that meet no area: {}.</source>
      <translation>Objetos que no encuentran ninguna área: {}.</translation>
    </message>
    <message>
      <source>Features too large for the server: {}. Simplify them and run the algorithm again.</source>
      <translation>Objetos demasiado grandes para el servidor: {}. Simplifíquelos y ejecute de nuevo el algoritmo.</translation>
    </message>
    <message>
      <source>Features with programmes</source>
      <translation>Objetos con programas</translation>
    </message>
    <message>
      <source>Field that names my features</source>
      <translation>Campo que nombra mis objetos</translation>
    </message>
    <message>
      <source>Find a consortium</source>
      <translation>Buscar un consorcio</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Buscar socios</translation>
    </message>
    <message>
      <source>Finds the NUTS III areas covered by at least one programme that meets all criteria, with all the programmes that cover them and their topics and scopes; n_matching and the columns beside it say which of these programmes meet the criteria. The areas are those of NUTS 2016 if only the period 2014-2020 is searched, and otherwise those of NUTS 2021 with the programmes of 2021-2027. Country, NUTS region and strategy describe the area itself.</source>
      <translation>Áreas NUTS III que cubre al menos un programa que cumple todos los criterios, con todos los programas que las cubren y sus temas y ámbitos; n_matching y las columnas contiguas dicen cuáles cumplen los criterios. Son las de NUTS 2016 cuando solo se busca el período 2014-2020; si no, las de NUTS 2021 con los programas de 2021-2027. País, región NUTS y estrategia describen el área misma.</translation>
    </message>
    <message>
      <source>Finds the NUTS III areas that share a border with the given NUTS regions (codes of any level), and those within a distance of them. With 150 km this reaches the areas that Regulation (EU) 2021/1059, Article 4, counts as maritime neighbours. Distances are measured on the ellipsoid between the generalised borders (1:3 million). Added columns: neighbour_of (NUTS code of the nearest given area), neighbour (land or distance), distance_km.</source>
      <translation>Áreas NUTS III que comparten frontera con las regiones NUTS dadas (códigos de cualquier nivel) y las que están dentro de una distancia. Con 150 km se alcanzan las áreas que el Reglamento (UE) 2021/1059, artículo 4, considera vecinas marítimas. Las distancias se miden en el elipsoide entre los límites generalizados (1:3 millones). Columnas añadidas: neighbour_of (código NUTS del área dada más próxima), neighbour (land o distance), distance_km.</translation>
    </message>
    <message>
      <source>Finds the best sets of partners for a programme or a need under the rules of a call. The rules are those of a preset of the server (such as i3-1), unless you give numbers of your own. The output has the members of all sets with their areas; the column set numbers the sets, and role says who seeks partners and who could coordinate. If no set meets all rules, the log says which rule to loosen and what that would give. Check the call itself: rules change from one call to the next.</source>
      <translation>Los mejores conjuntos de socios para un programa o una necesidad según las reglas de una convocatoria: un ajuste del servidor (como i3-1) y números propios en lugar de sus reglas. La salida tiene los miembros de todos los conjuntos con sus áreas; la columna set distingue los conjuntos, role dice quién busca socios y quién podría coordinar. Si ningún conjunto cumple todas las reglas, el registro dice cuáles relajar y qué se obtendría. Compruebe la convocatoria: las reglas cambian de una a otra.</translation>
    </message>
    <message>
      <source>Include results based on sample entries</source>
      <translation>Mostrar lo que se apoya en entradas de ejemplo</translation>
    </message>
    <message>
      <source>Invalid geometries</source>
      <translation>Geometrías no válidas</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. Repaired copies were used.</source>
      <translation>Geometrías no válidas: {}. Se usaron copias reparadas.</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. Their new columns are empty.</source>
      <translation>Geometrías no válidas: {}. Sus columnas nuevas están vacías.</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. They were left out.</source>
      <translation>Geometrías no válidas: {}. Se omitieron.</translation>
    </message>
    <message>
      <source>Leave their new columns empty</source>
      <translation>Dejar vacías sus columnas nuevas</translation>
    </message>
    <message>
      <source>Leave them out</source>
      <translation>Omitirlas</translation>
    </message>
    <message>
      <source>Lines to partners</source>
      <translation>Líneas hacia los socios</translation>
    </message>
    <message>
      <source>Loosened: {0}. That gives: {1}</source>
      <translation>Relajado: {0}. Resulta: {1}</translation>
    </message>
    <message>
      <source>Maximum number of members</source>
      <translation>Máximo de miembros</translation>
    </message>
    <message>
      <source>Maximum number of members from one country</source>
      <translation>Máximo de miembros de un país</translation>
    </message>
    <message>
      <source>Maximum number of partners</source>
      <translation>Máximo de socios</translation>
    </message>
    <message>
      <source>Maximum number of partners from one country</source>
      <translation>Máximo de socios de un país</translation>
    </message>
    <message>
      <source>Maximum number of partners from the same area</source>
      <translation>Máximo de socios de la misma área</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Miembros</translation>
    </message>
    <message>
      <source>Minimum number of NUTS 2 regions</source>
      <translation>Mínimo de regiones NUTS 2</translation>
    </message>
    <message>
      <source>Minimum number of countries</source>
      <translation>Mínimo de países</translation>
    </message>
    <message>
      <source>Minimum number of members</source>
      <translation>Mínimo de miembros</translation>
    </message>
    <message>
      <source>Minimum number of members by category of region, such as LD:1,MD:1</source>
      <translation>Mínimo de miembros por categoría de región, como LD:1,MD:1</translation>
    </message>
    <message>
      <source>My layer</source>
      <translation>Mi capa</translation>
    </message>
    <message>
      <source>My layer has no CRS. Choose it in “CRS of my layer”.</source>
      <translation>Mi capa no tiene SRC. Elíjalo en «SRC de mi capa».</translation>
    </message>
    <message>
      <source>NUTS III areas</source>
      <translation>Áreas NUTS III</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2016)</source>
      <translation>Áreas NUTS III (NUTS 2016)</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2021)</source>
      <translation>Áreas NUTS III (NUTS 2021)</translation>
    </message>
    <message>
      <source>NUTS regions</source>
      <translation>Regiones NUTS</translation>
    </message>
    <message>
      <source>Name of my feature</source>
      <translation>Nombre de mi objeto</translation>
    </message>
    <message>
      <source>Need: own NUTS regions</source>
      <translation>Necesidad: regiones NUTS propias</translation>
    </message>
    <message>
      <source>Need: own country</source>
      <translation>Necesidad: país propio</translation>
    </message>
    <message>
      <source>Need: scope of partnership</source>
      <translation>Necesidad: ámbito de la asociación</translation>
    </message>
    <message>
      <source>Need: topics</source>
      <translation>Necesidad: temas</translation>
    </message>
    <message>
      <source>Neighbouring areas</source>
      <translation>Áreas vecinas</translation>
    </message>
    <message>
      <source>Neighbouring regions</source>
      <translation>Regiones vecinas</translation>
    </message>
    <message>
      <source>No set meets all rules.</source>
      <translation>Ningún conjunto cumple todas las reglas.</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>No se sabe</translation>
    </message>
    <message>
      <source>Number of areas</source>
      <translation>Número de áreas</translation>
    </message>
    <message>
      <source>Number of features found</source>
      <translation>Número de objetos encontrados</translation>
    </message>
    <message>
      <source>Number of features that meet no area</source>
      <translation>Número de objetos que no encuentran ninguna área</translation>
    </message>
    <message>
      <source>Number of invalid geometries</source>
      <translation>Número de geometrías no válidas</translation>
    </message>
    <message>
      <source>Number of my feature</source>
      <translation>Número de mi objeto</translation>
    </message>
    <message>
      <source>Number of pairs</source>
      <translation>Número de pares</translation>
    </message>
    <message>
      <source>Number of partners</source>
      <translation>Número de socios</translation>
    </message>
    <message>
      <source>Number of programmes</source>
      <translation>Número de programas</translation>
    </message>
    <message>
      <source>Number of sets</source>
      <translation>Número de conjuntos</translation>
    </message>
    <message>
      <source>Number of sets found</source>
      <translation>Número de conjuntos encontrados</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Ofertas y necesidades</translation>
    </message>
    <message>
      <source>Only areas of other countries</source>
      <translation>Solo áreas de otros países</translation>
    </message>
    <message>
      <source>Only candidates with: criteria of the server, one name=value,value a line</source>
      <translation>Solo candidatos con: criterios del servidor, uno por línea como nombre=valor,valor</translation>
    </message>
    <message>
      <source>Open on (today, or a day such as 2026-05-31)</source>
      <translation>Abierto el (today o un día como 2026-05-31)</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Orden</translation>
    </message>
    <message>
      <source>Other criteria of the server, one name=value,value a line</source>
      <translation>Otros criterios del servidor, nombre=valor,valor en cada línea</translation>
    </message>
    <message>
      <source>Over</source>
      <translation>Sobre</translation>
    </message>
    <message>
      <source>Overlay with programmes or areas</source>
      <translation>Superposición con programas o áreas</translation>
    </message>
    <message>
      <source>Overlays a layer of your own (points, lines or polygons, in any CRS) on the areas of programmes or on NUTS III areas. Each output feature stands for a pair of your feature and an area. It has the geometry of the area, the number and name of your feature, how your feature lies to the area (equals, within, contains, overlaps, touches, near), the distance, what they share in km² or km, and the share of each that this is. The server does the work: the coordinates of your features are sent to it, but not their attributes. The criteria choose the programmes or areas.</source>
      <translation>Superpone una capa propia (puntos, líneas o polígonos, cualquier SRC) a las áreas de programas o a las áreas NUTS III. Cada objeto de salida es un par: el área, con el número de su objeto y el campo que lo nombra, cómo está su objeto respecto al área (equals, within, contains, overlaps, touches, near), la distancia, lo que comparten en km² o km y la parte de ambos. El trabajo lo hace el servidor: se le envían, por partes, las coordenadas de sus objetos, pero no los atributos. Los criterios eligen los programas o las áreas.</translation>
    </message>
    <message>
      <source>Own area</source>
      <translation>Área propia</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>Pares</translation>
    </message>
    <message>
      <source>Partner programmes</source>
      <translation>Programas socios</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Período</translation>
    </message>
    <message>
      <source>Please give a programme that seeks partners, or a need.</source>
      <translation>Indique un programa que busca socios o una necesidad.</translation>
    </message>
    <message>
      <source>Please give at least one NUTS code.</source>
      <translation>Indique al menos un código NUTS.</translation>
    </message>
    <message>
      <source>Preset of weights: default, neighbours, learn or complement</source>
      <translation>Pesos por nombre: default, neighbours, learn, complement</translation>
    </message>
    <message>
      <source>Programme in words (with * for any text: the whole title)</source>
      <translation>Programa en palabras (con * para cualquier texto: el título entero)</translation>
    </message>
    <message>
      <source>Programme or area</source>
      <translation>Programa o área</translation>
    </message>
    <message>
      <source>Programme that seeks partners (CCI)</source>
      <translation>Programa que busca socios (CCI)</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programas</translation>
    </message>
    <message>
      <source>Programmes at my features</source>
      <translation>Programas en mis objetos</translation>
    </message>
    <message>
      <source>Programmes that must be members (CCI)</source>
      <translation>Programas que deben ser miembros (CCI)</translation>
    </message>
    <message>
      <source>Programmes that must not be members (CCI)</source>
      <translation>Programas que no deben ser miembros (CCI)</translation>
    </message>
    <message>
      <source>Ranks the programmes of other countries that suit a programme (given by its CCI), a need that you describe (topics, regions, country, scope), or both. The score of each partner, and every part of it, is a range: the lower end is what is known, the upper end what is possible while facts are missing. An empty part does not apply. for_you and for_them give the reasons for each side. Write weights as theme:3,border:1; parts that you leave out then do not count. The outputs are the areas of the partners, lines to them from your own area, and your own area, styled as in the panel. Entries whose basis is 'sample' are made up.</source>
      <translation>Ordena los programas de otros países que encajan con un programa (su CCI), una necesidad descrita (temas, regiones, país, ámbito) o ambos. Cada socio tiene los dos extremos de su puntuación y de cada parte: el inferior es lo que se sabe, el superior lo que puede ser mientras falten hechos; vacío significa que una parte no procede. for_you y for_them dan las razones para ambas partes. Los pesos se escriben como theme:3,border:1; las partes no nombradas no cuentan. Las salidas son las áreas de los socios, líneas desde el área propia hasta las suyas y el área propia, con los estilos del panel. Las entradas cuya base es 'sample' son inventadas.</translation>
    </message>
    <message>
      <source>Regions of programmes</source>
      <translation>Regiones de programas</translation>
    </message>
    <message>
      <source>Relation</source>
      <translation>Relación</translation>
    </message>
    <message>
      <source>Rules of a call, such as i3-1</source>
      <translation>Reglas de una convocatoria, como i3-1</translation>
    </message>
    <message>
      <source>Search programmes</source>
      <translation>Buscar programas</translation>
    </message>
    <message>
      <source>Searches the cohesion programmes of a Cooperation Atlas server. Empty criteria find everything; several codes in one criterion, separated by commas, are alternatives; different criteria must all be met. The output has one multipolygon per programme (EPSG:4326), the union of its area. Topics, scopes and counts whose basis is 'sample' rest on made-up entries and state no fact.</source>
      <translation>Busca en los programas de cohesión de un servidor Cooperation Atlas. Los criterios vacíos lo encuentran todo; varios códigos de un criterio, separados por comas, son alternativas; deben cumplirse todos los criterios. La salida tiene un multipolígono por programa (EPSG:4326), la unión de su área. Temas, ámbitos y números cuya base es 'sample' se apoyan en entradas inventadas y no afirman hechos.</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Servidor</translation>
    </message>
    <message>
      <source>Set {0}: {1}</source>
      <translation>Conjunto {0}: {1}</translation>
    </message>
    <message>
      <source>Share of my feature</source>
      <translation>Parte de mi objeto</translation>
    </message>
    <message>
      <source>Share of the area</source>
      <translation>Parte del área</translation>
    </message>
    <message>
      <source>Share, at least</source>
      <translation>Parte, como mínimo</translation>
    </message>
    <message>
      <source>Share, at most</source>
      <translation>Parte, como máximo</translation>
    </message>
    <message>
      <source>Shared area (km²)</source>
      <translation>Superficie común (km²)</translation>
    </message>
    <message>
      <source>Shared length (km)</source>
      <translation>Longitud común (km)</translation>
    </message>
    <message>
      <source>The criterion “{}” is given twice.</source>
      <translation>El criterio «{}» se indica dos veces.</translation>
    </message>
    <message>
      <source>The rights could not be written into the file: {}</source>
      <translation>No se pudieron escribir los derechos en el archivo: {}</translation>
    </message>
    <message>
      <source>The server has no criterion “{0}”. It has: {1}.</source>
      <translation>El servidor no tiene el criterio «{0}». Tiene: {1}.</translation>
    </message>
    <message>
      <source>There is no NUTS III area in “{0}” (collection {1}).</source>
      <translation>No hay ningún área NUTS III en «{0}» (colección {1}).</translation>
    </message>
    <message>
      <source>Unusual: alike, but far away</source>
      <translation>Inusuales: parecidos, pero lejanos</translation>
    </message>
    <message>
      <source>Use a repaired copy</source>
      <translation>Usar una copia reparada</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>Qué se cuenta</translation>
    </message>
    <message>
      <source>Who seeks a partner like this one</source>
      <translation>Quién busca un socio como este</translation>
    </message>
    <message>
      <source>Your own weights, such as theme:3,border:1</source>
      <translation>Pesos propios, como theme:3,border:1</translation>
    </message>
    <message>
      <source>“Who seeks a partner like this one” needs a programme, or a country and no other need.</source>
      <translation>«Quién busca un socio como este» necesita un programa, o un país y ninguna otra necesidad.</translation>
    </message>
    <message>
      <source>“{}” is not a criterion: write name=value, such as fund=ERDF,ESF.</source>
      <translation>«{}» no es un criterio: escriba nombre=valor, por ejemplo fund=ERDF,ESF.</translation>
    </message>
    <message>
      <source>“{}” is not an http or https address.</source>
      <translation>«{}» no es una dirección http o https.</translation>
    </message>
  </context>
  <context>
    <name>RankedView</name>
    <message>
      <source>Adds the partners, lines to them and the own area as one group; kept in memory</source>
      <translation>Añade los socios, líneas hacia ellos y el área propia como un grupo; se guarda en memoria</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Comparar</translation>
    </message>
    <message>
      <source>Compare ({count})</source>
      <translation>Comparar ({count})</translation>
    </message>
    <message>
      <source>Show on map</source>
      <translation>Ver en el mapa</translation>
    </message>
    <message>
      <source>Shows the ticked partners side by side</source>
      <translation>Muestra los socios marcados lado a lado</translation>
    </message>
    <message>
      <source>Tick two or more partners</source>
      <translation>Marque dos o más socios</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Pesos</translation>
    </message>
  </context>
  <context>
    <name>RegionCriterion</name>
    <message>
      <source>Choose the regions that features of one of your layers touch</source>
      <translation>Elige las regiones que tocan los objetos de una de sus capas</translation>
    </message>
    <message>
      <source>Click regions on the map to choose or deselect them; press Escape to stop</source>
      <translation>Haga clic en regiones del mapa para elegirlas o quitarlas; Escape termina</translation>
    </message>
    <message>
      <source>Comparing with the layer…</source>
      <translation>Comparando con la capa…</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>País</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map: {count}.</source>
      <translation>Objetos sin lugar en el mapa: {count}.</translation>
    </message>
    <message>
      <source>Fetching the boundaries…</source>
      <translation>Obteniendo los límites…</translation>
    </message>
    <message>
      <source>From my layer</source>
      <translation>De mi capa</translation>
    </message>
    <message>
      <source>Level of the region that a click on the map chooses</source>
      <translation>Nivel de la región que elige un clic en el mapa</translation>
    </message>
    <message>
      <source>NUTS I</source>
      <translation>NUTS I</translation>
    </message>
    <message>
      <source>NUTS II</source>
      <translation>NUTS II</translation>
    </message>
    <message>
      <source>NUTS III</source>
      <translation>NUTS III</translation>
    </message>
    <message>
      <source>NUTS III region</source>
      <translation>Región NUTS III</translation>
    </message>
    <message>
      <source>NUTS III regions of a layer</source>
      <translation>Regiones NUTS III de una capa</translation>
    </message>
    <message>
      <source>Pick on the map</source>
      <translation>Elegir en el mapa</translation>
    </message>
    <message>
      <source>Regions touched: {count}.</source>
      <translation>Regiones tocadas: {count}.</translation>
    </message>
    <message>
      <source>The boundaries are still being loaded.</source>
      <translation>Los límites aún están en camino.</translation>
    </message>
    <message>
      <source>The layer “{name}” has no CRS. Which one is it in?</source>
      <translation>La capa «{name}» no tiene SRC. ¿En cuál está?</translation>
    </message>
    <message>
      <source>There is no NUTS III region at this place.</source>
      <translation>No hay ninguna región NUTS III en este lugar.</translation>
    </message>
    <message>
      <source>These features touch no NUTS III region.</source>
      <translation>Estos objetos no tocan ninguna región NUTS III.</translation>
    </message>
    <message>
      <source>Without a CRS the layer cannot be placed on the map.</source>
      <translation>Sin SRC la capa no tiene lugar en el mapa.</translation>
    </message>
  </context>
  <context>
    <name>RegionData</name>
    <message>
      <source>Reading the boundaries of the NUTS III areas</source>
      <translation>Leyendo los límites de las áreas NUTS III</translation>
    </message>
  </context>
  <context>
    <name>Remarks</name>
    <message>
      <source>All {all} partners.</source>
      <translation>Todos los socios: {all}.</translation>
    </message>
    <message>
      <source>The first {shown} of {all} partners.</source>
      <translation>Los primeros {shown} de {all} socios.</translation>
    </message>
  </context>
  <context>
    <name>ReportButton</name>
    <message>
      <source>All countries found</source>
      <translation>Todos los países encontrados</translation>
    </message>
    <message>
      <source>All countries found, as PDF…</source>
      <translation>Todos los países encontrados, en PDF…</translation>
    </message>
    <message>
      <source>Countries of the selection, as PDF: {}…</source>
      <translation>Países de la selección, en PDF: {}…</translation>
    </message>
    <message>
      <source>Countries of the selection: {}</source>
      <translation>Países de la selección: {}</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Informe</translation>
    </message>
    <message>
      <source>Report by country: a page for each, with map, programmes found, numbers, legend and sources</source>
      <translation>Informe por países: una página para cada uno, con mapa, programas encontrados, cifras, leyenda y fuentes</translation>
    </message>
  </context>
  <context>
    <name>Reports</name>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <source>Cancelled; no file was written.</source>
      <translation>Cancelado; no se escribió ningún archivo.</translation>
    </message>
    <message>
      <source>Load a search on the map first that finds something.</source>
      <translation>Cargue primero en el mapa una búsqueda que encuentre algo.</translation>
    </message>
    <message>
      <source>Print layout: {name}</source>
      <translation>Composición de impresión: {name}</translation>
    </message>
    <message>
      <source>Report by country</source>
      <translation>Informe por países</translation>
    </message>
    <message>
      <source>Writing {}</source>
      <translation>Escribiendo {}</translation>
    </message>
    <message>
      <source>Written to {path}: {count} countries.</source>
      <translation>Escrito en {path}: {count} países.</translation>
    </message>
    <message>
      <source>{} could not be written.</source>
      <translation>No se pudo escribir {}.</translation>
    </message>
  </context>
  <context>
    <name>ResultModel</name>
    <message>
      <source>Country</source>
      <translation>País</translation>
    </message>
    <message>
      <source>Found in</source>
      <translation>Encontrado en</translation>
    </message>
    <message>
      <source>Funds</source>
      <translation>Fondos</translation>
    </message>
    <message>
      <source>May match: no source says whether it meets the search</source>
      <translation>Podría coincidir: ninguna fuente dice si cumple la búsqueda</translation>
    </message>
    <message>
      <source>Needs</source>
      <translation>Necesidades</translation>
    </message>
    <message>
      <source>Of the programme or country that you work for</source>
      <translation>Del programa o país para el que trabaja</translation>
    </message>
    <message>
      <source>Offers</source>
      <translation>Ofertas</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Período</translation>
    </message>
    <message>
      <source>SAMPLE: based on entries made up to show the service</source>
      <translation>EJEMPLO: se apoya en entradas inventadas para mostrar el servicio</translation>
    </message>
    <message>
      <source>Scope</source>
      <translation>Ámbito</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Título</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Temas</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>desconocido</translation>
    </message>
  </context>
  <context>
    <name>ResultsPage</name>
    <message>
      <source>Offers and needs</source>
      <translation>Ofertas y necesidades</translation>
    </message>
    <message>
      <source>Offers and needs ({count})</source>
      <translation>Ofertas y necesidades ({count})</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programas</translation>
    </message>
    <message>
      <source>Programmes found</source>
      <translation>Programas encontrados</translation>
    </message>
  </context>
  <context>
    <name>RowMenu</name>
    <message>
      <source>Copy the CCI</source>
      <translation>Copiar el CCI</translation>
    </message>
    <message>
      <source>Copy the row</source>
      <translation>Copiar la fila</translation>
    </message>
    <message>
      <source>Copy the rows</source>
      <translation>Copiar las filas</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Buscar socios</translation>
    </message>
    <message>
      <source>Let it flash</source>
      <translation>Hacer parpadear</translation>
    </message>
    <message>
      <source>Open its page in the browser</source>
      <translation>Abrir su página en el navegador</translation>
    </message>
    <message>
      <source>Select on the map</source>
      <translation>Seleccionar en el mapa</translation>
    </message>
    <message>
      <source>Show on the map</source>
      <translation>Mostrar en el mapa</translation>
    </message>
    <message>
      <source>Show the programme</source>
      <translation>Mostrar el programa</translation>
    </message>
    <message>
      <source>Zoom to it</source>
      <translation>Acercar</translation>
    </message>
  </context>
  <context>
    <name>RulesForm</name>
    <message>
      <source>Also sets that may meet the rules</source>
      <translation>También conjuntos que podrían cumplir las reglas</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Categoría de región</translation>
    </message>
    <message>
      <source>Category of the coordinator’s region</source>
      <translation>Categoría de la región del coordinador</translation>
    </message>
    <message>
      <source>Check the call</source>
      <translation>Compruebe la convocatoria</translation>
    </message>
    <message>
      <source>Coordinator in any region</source>
      <translation>Coordinador en cualquier región</translation>
    </message>
    <message>
      <source>Coordinator: {}</source>
      <translation>Coordinador: {}</translation>
    </message>
    <message>
      <source>Countries, at least</source>
      <translation>Países, como mínimo</translation>
    </message>
    <message>
      <source>Facts that are not known count as met; each set says whether it is certain</source>
      <translation>Lo que no se sabe cuenta como cumplido; cada conjunto dice si es seguro</translation>
    </message>
    <message>
      <source>From one country, at most</source>
      <translation>De un país, como máximo</translation>
    </message>
    <message>
      <source>In brackets: what the call asks for</source>
      <translation>Entre paréntesis: lo que pide la convocatoria</translation>
    </message>
    <message>
      <source>Members of any category of region</source>
      <translation>Miembros de cualquier categoría de región</translation>
    </message>
    <message>
      <source>Members of this category, at least</source>
      <translation>Miembros de esta categoría, como mínimo</translation>
    </message>
    <message>
      <source>Members, at least</source>
      <translation>Miembros, como mínimo</translation>
    </message>
    <message>
      <source>NUTS 2 regions, at least</source>
      <translation>Regiones NUTS 2, como mínimo</translation>
    </message>
    <message>
      <source>No call: rules of your own</source>
      <translation>Sin convocatoria: reglas propias</translation>
    </message>
    <message>
      <source>Rules of a call</source>
      <translation>Reglas de una convocatoria</translation>
    </message>
    <message>
      <source>countries {n}</source>
      <translation>países {n}</translation>
    </message>
    <message>
      <source>from one country {n}</source>
      <translation>de un país {n}</translation>
    </message>
    <message>
      <source>members {n}</source>
      <translation>miembros {n}</translation>
    </message>
    <message>
      <source>no rules yet</source>
      <translation>aún sin reglas</translation>
    </message>
    <message>
      <source>regions {n}</source>
      <translation>regiones {n}</translation>
    </message>
    <message>
      <source>rules as read in</source>
      <translation>reglas según</translation>
    </message>
  </context>
  <context>
    <name>RulesStates</name>
    <message>
      <source>Choose a call above, or say how many members, regions or countries are needed.</source>
      <translation>Elija arriba una convocatoria o diga cuántos miembros, regiones o países hacen falta.</translation>
    </message>
    <message>
      <source>Which rules must a consortium meet?</source>
      <translation>¿Qué reglas debe cumplir un consorcio?</translation>
    </message>
  </context>
  <context>
    <name>SaveDialog</name>
    <message>
      <source>Name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Name of the search</source>
      <translation>Nombre de la búsqueda</translation>
    </message>
    <message>
      <source>Save it in the project, for everyone who opens it</source>
      <translation>Guardarla en el proyecto, para todos los que lo abran</translation>
    </message>
    <message>
      <source>Save this search</source>
      <translation>Guardar esta búsqueda</translation>
    </message>
  </context>
  <context>
    <name>SavedSearches</name>
    <message>
      <source>A saved search needs a name.</source>
      <translation>Una búsqueda guardada necesita un nombre.</translation>
    </message>
    <message>
      <source>There is another search called “{name}”.</source>
      <translation>Hay otra búsqueda llamada «{name}».</translation>
    </message>
    <message>
      <source>This file contains no saved searches that can be read.</source>
      <translation>Este archivo no contiene búsquedas guardadas legibles.</translation>
    </message>
    <message>
      <source>This name is too long.</source>
      <translation>Este nombre es demasiado largo.</translation>
    </message>
  </context>
  <context>
    <name>ScopeCriterion</name>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Ámbito de la asociación necesaria</translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message>
      <source>A saved search has an unknown criterion.</source>
      <translation>Una búsqueda guardada contiene un criterio desconocido.</translation>
    </message>
    <message>
      <source>A saved search must be a JSON object.</source>
      <translation>Una búsqueda guardada debe ser un objeto JSON.</translation>
    </message>
    <message>
      <source>A value of a saved search has the wrong type.</source>
      <translation>Una búsqueda guardada contiene un valor de tipo equivocado.</translation>
    </message>
    <message>
      <source>All programmes</source>
      <translation>Todos los programas</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Categoría de región</translation>
    </message>
    <message>
      <source>Countries left out</source>
      <translation>Países excluidos</translation>
    </message>
    <message>
      <source>Countries sought</source>
      <translation>Países buscados</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>País</translation>
    </message>
    <message>
      <source>ESF+ secondary theme</source>
      <translation>Tema secundario del FSE+</translation>
    </message>
    <message>
      <source>Entries that partners can answer on that day (in Brussels) and whose action is not completed</source>
      <translation>Entradas a las que los socios pueden responder ese día (en Bruselas) y cuya acción no ha concluido</translation>
    </message>
    <message>
      <source>Form of cooperation</source>
      <translation>Forma de cooperación</translation>
    </message>
    <message>
      <source>Fund</source>
      <translation>Fondo</translation>
    </message>
    <message>
      <source>Has a land border with</source>
      <translation>Tiene frontera terrestre con</translation>
    </message>
    <message>
      <source>Intervention field</source>
      <translation>Ámbito de intervención</translation>
    </message>
    <message>
      <source>Macro-regional or sea-basin strategy</source>
      <translation>Estrategia macrorregional o de cuenca marítima</translation>
    </message>
    <message>
      <source>NUTS region</source>
      <translation>Región NUTS</translation>
    </message>
    <message>
      <source>Objective</source>
      <translation>Objetivo</translation>
    </message>
    <message>
      <source>Offers or needs</source>
      <translation>Ofertas o necesidades</translation>
    </message>
    <message>
      <source>Open on</source>
      <translation>Abierto</translation>
    </message>
    <message>
      <source>Open on {}</source>
      <translation>Abierto el {}</translation>
    </message>
    <message>
      <source>Open today</source>
      <translation>Abierto hoy</translation>
    </message>
    <message>
      <source>Partners sought</source>
      <translation>Socios buscados</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Período</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Ámbito de la asociación necesaria</translation>
    </message>
    <message>
      <source>Status of the cooperation</source>
      <translation>Estado de la cooperación</translation>
    </message>
    <message>
      <source>Strategies sought</source>
      <translation>Estrategias buscadas</translation>
    </message>
    <message>
      <source>Territorial focus</source>
      <translation>Orientación territorial</translation>
    </message>
    <message>
      <source>This search was saved by a newer version of the plugin.</source>
      <translation>Esta búsqueda se guardó con una versión más nueva del complemento.</translation>
    </message>
    <message>
      <source>Title: {}</source>
      <translation>Título: {}</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Tema de las acciones de cooperación</translation>
    </message>
    <message>
      <source>Words: {}</source>
      <translation>Palabras: {}</translation>
    </message>
    <message>
      <source>including programmes that may meet the criteria</source>
      <translation>incluidos los programas que podrían cumplir los criterios</translation>
    </message>
    <message>
      <source>without sample entries</source>
      <translation>sin entradas de ejemplo</translation>
    </message>
  </context>
  <context>
    <name>SearchBar</name>
    <message>
      <source>A filter that finds the same programmes in other clients</source>
      <translation>Un filtro que encuentra los mismos programas en otros clientes</translation>
    </message>
    <message>
      <source>Clear all choices</source>
      <translation>Quitar todas las opciones elegidas</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copiar</translation>
    </message>
    <message>
      <source>Copy as CQL2</source>
      <translation>Copiar como CQL2</translation>
    </message>
    <message>
      <source>Copy as link</source>
      <translation>Copiar como enlace</translation>
    </message>
    <message>
      <source>Copy this search for use elsewhere, or paste a copied one</source>
      <translation>Copiar esta búsqueda para usarla en otro lugar, o pegar una copiada</translation>
    </message>
    <message>
      <source>First copy a link to a search, here or on the server's pages</source>
      <translation>Copie primero la dirección de una búsqueda: de aquí o de las páginas del servidor</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Ayuda</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historial</translation>
    </message>
    <message>
      <source>How to search, in your browser</source>
      <translation>Cómo buscar, en el navegador</translation>
    </message>
    <message>
      <source>Manage…</source>
      <translation>Gestionar…</translation>
    </message>
    <message>
      <source>No search yet</source>
      <translation>Aún no hay búsqueda</translation>
    </message>
    <message>
      <source>Nothing saved yet</source>
      <translation>Nada guardado todavía</translation>
    </message>
    <message>
      <source>Paste link</source>
      <translation>Pegar enlace</translation>
    </message>
    <message>
      <source>Remove all</source>
      <translation>Olvidar todas</translation>
    </message>
    <message>
      <source>Remove one</source>
      <translation>Olvidar una</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Restablecer</translation>
    </message>
    <message>
      <source>Save this search…</source>
      <translation>Guardar esta búsqueda…</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Guardadas</translation>
    </message>
    <message>
      <source>Searches saved under a name</source>
      <translation>Búsquedas guardadas con un nombre</translation>
    </message>
    <message>
      <source>Show the search of the link on the clipboard</source>
      <translation>Mostrar la búsqueda del enlace que está en el portapapeles</translation>
    </message>
    <message>
      <source>The CQL2 filter of this search is on the clipboard.</source>
      <translation>El filtro CQL2 de esta búsqueda está en el portapapeles.</translation>
    </message>
    <message>
      <source>The last searches</source>
      <translation>Las últimas búsquedas</translation>
    </message>
    <message>
      <source>The link to this search is on the clipboard.</source>
      <translation>El enlace a esta búsqueda está en el portapapeles.</translation>
    </message>
    <message>
      <source>This search as a link to the server</source>
      <translation>La misma búsqueda como dirección en el servidor</translation>
    </message>
    <message>
      <source>{name} (project)</source>
      <translation>{name} (proyecto)</translation>
    </message>
  </context>
  <context>
    <name>Section</name>
    <message>
      <source>Clear “{title}”</source>
      <translation>Vaciar «{title}»</translation>
    </message>
    <message>
      <source>Hide the choices</source>
      <translation>Ocultar las opciones</translation>
    </message>
    <message>
      <source>Show the choices</source>
      <translation>Mostrar las opciones</translation>
    </message>
  </context>
  <context>
    <name>SheetButton</name>
    <message>
      <source>Atlas of the best {count}</source>
      <translation>Atlas de los {count} mejores</translation>
    </message>
    <message>
      <source>Atlas of the ticked partners ({count})</source>
      <translation>Atlas de los socios marcados ({count})</translation>
    </message>
    <message>
      <source>Lays partners out on pages, with map, reasons and sources, to print or as PDF</source>
      <translation>Compone los socios en páginas, con mapa, razones y fuentes, para imprimir o como PDF</translation>
    </message>
    <message>
      <source>Print partner sheets</source>
      <translation>Imprimir fichas de socios</translation>
    </message>
    <message>
      <source>Sheet of this partner</source>
      <translation>Ficha de este socio</translation>
    </message>
  </context>
  <context>
    <name>StatePage</name>
    <message>
      <source>Asking the server…</source>
      <translation>Preguntando al servidor…</translation>
    </message>
    <message>
      <source>Change the choice that the server names, or reset the search.</source>
      <translation>Cambie la opción que nombra el servidor o restablezca la búsqueda.</translation>
    </message>
    <message>
      <source>Check the address of the server and your network, then try again.</source>
      <translation>Compruebe la dirección del servidor y su red, y vuelva a intentarlo.</translation>
    </message>
    <message>
      <source>Check the address of the server.</source>
      <translation>Compruebe la dirección del servidor.</translation>
    </message>
    <message>
      <source>Choose what to look for. The number of programmes found is always shown below; “Search” lists them.</source>
      <translation>Elija lo que busca. El número de programas encontrados se muestra siempre abajo; «Buscar» los enumera.</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>Cargando</translation>
    </message>
    <message>
      <source>No offer or need meets all criteria</source>
      <translation>Ninguna oferta o necesidad cumple todos los criterios</translation>
    </message>
    <message>
      <source>No programme meets all criteria</source>
      <translation>Ningún programa cumple todo esto</translation>
    </message>
    <message>
      <source>No search yet</source>
      <translation>Aún no hay búsqueda</translation>
    </message>
    <message>
      <source>Press “Test” in the Server section: QGIS asks whether to trust it.</source>
      <translation>Pulse «Probar» en la sección Servidor: QGIS pregunta si debe confiar en él.</translation>
    </message>
    <message>
      <source>Press “Try again” to go on.</source>
      <translation>Pulse «Reintentar» para continuar.</translation>
    </message>
    <message>
      <source>Programmes are also found by their own facts. An entry must itself meet all criteria of entries, such as topic and scope.</source>
      <translation>Los programas también se encuentran por sus propios datos. Una entrada debe cumplir por sí misma todos los criterios de las entradas, como tema y ámbito.</translation>
    </message>
    <message>
      <source>Remove one of the choices: the numbers beside them show how many programmes each would find.</source>
      <translation>Quite una de las opciones: los números a su lado dicen lo que encontraría cada una.</translation>
    </message>
    <message>
      <source>Reset the search</source>
      <translation>Restablecer la búsqueda</translation>
    </message>
    <message>
      <source>Show the connection</source>
      <translation>Mostrar la conexión</translation>
    </message>
    <message>
      <source>The server has a problem: try again in a moment.</source>
      <translation>El servidor tiene un problema propio: vuelva a intentarlo en un momento.</translation>
    </message>
    <message>
      <source>The server or the network is slow: try again in a moment.</source>
      <translation>El servidor o la red van lentos: vuelva a intentarlo en un momento.</translation>
    </message>
    <message>
      <source>Then press “Test”; QGIS asks for them again.</source>
      <translation>Después pulse «Probar»; QGIS los vuelve a pedir.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Reintentar</translation>
    </message>
    <message>
      <source>Try again; if the problem persists, contact the people who run the server.</source>
      <translation>Vuelva a intentarlo; si sigue igual, avise a quienes gestionan el servidor.</translation>
    </message>
    <message>
      <source>Update the plugin, or choose another server.</source>
      <translation>Actualice el complemento o elija otro servidor.</translation>
    </message>
  </context>
  <context>
    <name>Store</name>
    <message>
      <source>A saved search cannot be read: {reason}</source>
      <translation>No se puede leer una búsqueda guardada: {reason}</translation>
    </message>
  </context>
  <context>
    <name>Styles</name>
    <message>
      <source>1 programme</source>
      <translation>1 programa</translation>
    </message>
    <message>
      <source>1 programme found</source>
      <translation>1 programa encontrado</translation>
    </message>
    <message>
      <source>1 project (keep.eu)</source>
      <translation>1 proyecto (keep.eu)</translation>
    </message>
    <message>
      <source>All of them (best match)</source>
      <translation>Todos ellos (mejor coincidencia)</translation>
    </message>
    <message>
      <source>As many offers as needs</source>
      <translation>Tantas ofertas como necesidades</translation>
    </message>
    <message>
      <source>By sea</source>
      <translation>Por mar</translation>
    </message>
    <message>
      <source>By the mapping of an objective</source>
      <translation>Por correspondencia de un objetivo</translation>
    </message>
    <message>
      <source>By the mapping of an objective, or not known</source>
      <translation>Por correspondencia de un objetivo, o no se sabe</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Categoría de región</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>País</translation>
    </message>
    <message>
      <source>Dashed white: rests on sample entries</source>
      <translation>Trazo blanco discontinuo: se basa en entradas de ejemplo</translation>
    </message>
    <message>
      <source>Equal intervals</source>
      <translation>Intervalos iguales</translation>
    </message>
    <message>
      <source>Everything is known</source>
      <translation>Se sabe todo</translation>
    </message>
    <message>
      <source>Four or more of them</source>
      <translation>Cuatro o más</translation>
    </message>
    <message>
      <source>Hatched: rests on sample entries</source>
      <translation>Rayado: se basa en entradas de ejemplo</translation>
    </message>
    <message>
      <source>It lies in my feature</source>
      <translation>Está dentro de mi objeto</translation>
    </message>
    <message>
      <source>More needs than offers, by {}</source>
      <translation>Más necesidades que ofertas, por {}</translation>
    </message>
    <message>
      <source>More offers than needs, by {}</source>
      <translation>Más ofertas que necesidades, por {}</translation>
    </message>
    <message>
      <source>My feature lies in it</source>
      <translation>Mi objeto está dentro</translation>
    </message>
    <message>
      <source>My programme</source>
      <translation>Mi programa</translation>
    </message>
    <message>
      <source>Natural breaks</source>
      <translation>Rupturas naturales</translation>
    </message>
    <message>
      <source>Near my feature</source>
      <translation>Cerca de mi objeto</translation>
    </message>
    <message>
      <source>No category: not EU</source>
      <translation>Sin categoría: fuera de la UE</translation>
    </message>
    <message>
      <source>No cooperation entry known</source>
      <translation>Ninguna entrada de cooperación conocida</translation>
    </message>
    <message>
      <source>No offer or need found</source>
      <translation>No se encontró ninguna oferta ni necesidad</translation>
    </message>
    <message>
      <source>No programme</source>
      <translation>Ningún programa</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Ninguno</translation>
    </message>
    <message>
      <source>None known (keep.eu)</source>
      <translation>Ninguno conocido (keep.eu)</translation>
    </message>
    <message>
      <source>None of them known</source>
      <translation>Ninguno conocido</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>No se sabe</translation>
    </message>
    <message>
      <source>Not known whether one matches</source>
      <translation>No se sabe si alguno coincide</translation>
    </message>
    <message>
      <source>Number of programmes</source>
      <translation>Número de programas</translation>
    </message>
    <message>
      <source>Offers against needs</source>
      <translation>Ofertas frente a necesidades</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Ofertas y necesidades</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Otros</translation>
    </message>
    <message>
      <source>Other programmes</source>
      <translation>Otros programas</translation>
    </message>
    <message>
      <source>Overlaps my feature</source>
      <translation>Se solapa con mi objeto</translation>
    </message>
    <message>
      <source>Pretty breaks</source>
      <translation>Rupturas redondeadas</translation>
    </message>
    <message>
      <source>Programmes of my country</source>
      <translation>Programas de mi país</translation>
    </message>
    <message>
      <source>Quantiles</source>
      <translation>Cuantiles</translation>
    </message>
    <message>
      <source>Ringed: entries of my country</source>
      <translation>Con anillo: entradas de mi país</translation>
    </message>
    <message>
      <source>Ringed: my entries</source>
      <translation>Con anillo: mis entradas</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Ámbito de la asociación necesaria</translation>
    </message>
    <message>
      <source>Shared border</source>
      <translation>Frontera común</translation>
    </message>
    <message>
      <source>Territorial cooperation 2014-2020</source>
      <translation>Cooperación territorial 2014-2020</translation>
    </message>
    <message>
      <source>The same as my feature</source>
      <translation>Igual que mi objeto</translation>
    </message>
    <message>
      <source>Three of them</source>
      <translation>Tres de ellos</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Tema de las acciones de cooperación</translation>
    </message>
    <message>
      <source>Touch in a point</source>
      <translation>Se tocan en un punto</translation>
    </message>
    <message>
      <source>Touches my feature</source>
      <translation>Toca mi objeto</translation>
    </message>
    <message>
      <source>Two of them</source>
      <translation>Dos de ellos</translation>
    </message>
    <message>
      <source>What is known</source>
      <translation>Lo que se sabe</translation>
    </message>
    <message>
      <source>{0} to {1} % is known</source>
      <translation>Se sabe del {0} al {1} %</translation>
    </message>
    <message>
      <source>{} (sample)</source>
      <translation>{} (ejemplo)</translation>
    </message>
    <message>
      <source>{} or more</source>
      <translation>{} o más</translation>
    </message>
    <message>
      <source>{} programmes</source>
      <translation>{} programas</translation>
    </message>
    <message>
      <source>{} programmes found</source>
      <translation>{} programas encontrados</translation>
    </message>
    <message>
      <source>{} projects (keep.eu)</source>
      <translation>{} proyectos (keep.eu)</translation>
    </message>
    <message>
      <source>{}, not read in a source</source>
      <translation>{}, no leído en una fuente</translation>
    </message>
  </context>
  <context>
    <name>TableBar</name>
    <message>
      <source>All columns</source>
      <translation>Todas las columnas</translation>
    </message>
    <message>
      <source>Columns, and the column to filter</source>
      <translation>Columnas, y cuál se filtra</translation>
    </message>
    <message>
      <source>Filter in</source>
      <translation>Filtrar en</translation>
    </message>
    <message>
      <source>Filter the rows</source>
      <translation>Filtrar las filas</translation>
    </message>
    <message>
      <source>Filter these rows</source>
      <translation>Filtrar estas filas</translation>
    </message>
    <message>
      <source>Filter “{column}”</source>
      <translation>Filtrar «{column}»</translation>
    </message>
    <message>
      <source>Rows shown</source>
      <translation>Filas mostradas</translation>
    </message>
    <message>
      <source>Selected rows on top</source>
      <translation>Filas seleccionadas arriba</translation>
    </message>
    <message>
      <source>Shows the rows that have every word; the search and the map stay as they are</source>
      <translation>Muestra las filas que contienen todas las palabras; la búsqueda y el mapa no cambian</translation>
    </message>
    <message>
      <source>{shown} of {all}</source>
      <translation>{shown} de {all}</translation>
    </message>
  </context>
  <context>
    <name>TextCriterion</name>
    <message>
      <source>Values separated by commas</source>
      <translation>Valores separados por comas</translation>
    </message>
  </context>
  <context>
    <name>Tips</name>
    <message>
      <source>All programmes here</source>
      <translation>Todos los programas aquí</translation>
    </message>
    <message>
      <source>Based on SAMPLE entries: made up, not facts</source>
      <translation>Se apoya en EJEMPLOS: inventados, sin hechos</translation>
    </message>
    <message>
      <source>By sea, at most 150 km</source>
      <translation>Por mar, a 150 km como máximo</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Categoría de región</translation>
    </message>
    <message>
      <source>Common border (km)</source>
      <translation>Frontera común (km)</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>País</translation>
    </message>
    <message>
      <source>Date of the sources</source>
      <translation>Estado de las fuentes</translation>
    </message>
    <message>
      <source>Distance (km)</source>
      <translation>Distancia (km)</translation>
    </message>
    <message>
      <source>Entries that meet are SAMPLES: made up, not facts</source>
      <translation>Las entradas que encajan son EJEMPLOS: inventadas, no hechos</translation>
    </message>
    <message>
      <source>Funds</source>
      <translation>Fondos</translation>
    </message>
    <message>
      <source>Interreg projects 2014-2020 (keep.eu)</source>
      <translation>Proyectos Interreg 2014-2020 (keep.eu)</translation>
    </message>
    <message>
      <source>Land border with</source>
      <translation>Frontera terrestre con</translation>
    </message>
    <message>
      <source>Managing authority</source>
      <translation>Autoridad de gestión</translation>
    </message>
    <message>
      <source>Neighbours</source>
      <translation>Vecinos</translation>
    </message>
    <message>
      <source>Offers / needs</source>
      <translation>Ofertas / necesidades</translation>
    </message>
    <message>
      <source>Offers / needs found</source>
      <translation>Ofertas / necesidades encontradas</translation>
    </message>
    <message>
      <source>Offers or needs found</source>
      <translation>Ofertas o necesidades encontradas</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Período</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programas</translation>
    </message>
    <message>
      <source>Programmes found: {number} of {whole}</source>
      <translation>Programas encontrados: {number} de {whole}</translation>
    </message>
    <message>
      <source>SAMPLE: made up, states no fact</source>
      <translation>EJEMPLO: inventado, no es un hecho</translation>
    </message>
    <message>
      <source>Scope of partnership</source>
      <translation>Ámbito de la asociación</translation>
    </message>
    <message>
      <source>Scopes found</source>
      <translation>Ámbitos encontrados</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Puntuación</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Temas</translation>
    </message>
    <message>
      <source>Topics found</source>
      <translation>Temas encontrados</translation>
    </message>
  </context>
  <context>
    <name>TitleCriterion</name>
    <message>
      <source>Programme in words</source>
      <translation>Programa en palabras</translation>
    </message>
    <message>
      <source>Title, CCI, region, authority, topic</source>
      <translation>Título, CCI, región, autoridad, tema</translation>
    </message>
    <message>
      <source>Words of the title, the CCI, the managing authority, the regions in any language, or the topics. Accents and capitals make no difference. With * for any text, the whole title is compared: ERDF*Sicil*. While you type, titles are suggested. A copied link to a search can be pasted here.</source>
      <translation>Palabras del título, el CCI, la autoridad de gestión, las regiones en cualquier idioma o los temas. No importan acentos ni mayúsculas. Con * para cualquier texto se compara el título entero: ERDF*Sicil*. Al escribir se sugieren títulos. Aquí se puede pegar un enlace copiado a una búsqueda.</translation>
    </message>
  </context>
  <context>
    <name>TopicCriterion</name>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Tema de las acciones de cooperación</translation>
    </message>
  </context>
  <context>
    <name>WeightsPanel</name>
    <message>
      <source>All weights are 0: at least one part must count.</source>
      <translation>Todos los pesos son 0: debe contar al menos una parte.</translation>
    </message>
    <message>
      <source>From one country</source>
      <translation>De un mismo país</translation>
    </message>
    <message>
      <source>Only programmes of the search</source>
      <translation>Solo programas de la búsqueda</translation>
    </message>
    <message>
      <source>Partners must meet the criteria of the search, too</source>
      <translation>Los socios también deben cumplir los criterios de la búsqueda</translation>
    </message>
    <message>
      <source>Show at most</source>
      <translation>Mostrar como máximo</translation>
    </message>
    <message>
      <source>Weight of “{part}”</source>
      <translation>Peso de «{part}»</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Pesos</translation>
    </message>
    <message>
      <source>Weights of your own</source>
      <translation>Pesos propios</translation>
    </message>
    <message>
      <source>What counts most; the sliders below show and change it</source>
      <translation>Lo que más cuenta; los controles de abajo lo muestran y lo cambian</translation>
    </message>
    <message>
      <source>With the same area</source>
      <translation>Con la misma área</translation>
    </message>
  </context>
</TS>
