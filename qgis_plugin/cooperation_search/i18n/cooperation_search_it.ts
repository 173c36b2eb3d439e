<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
  <context>
    <name>Api</name>
    <message>
      <source>Choose or create an authentication configuration in the Server section.</source>
      <translation>Scegliere o creare una configurazione di autenticazione nella sezione Server.</translation>
    </message>
    <message>
      <source>Enter them in QGIS's options, under Network.</source>
      <translation>Inserirli nelle opzioni di QGIS, alla voce Rete.</translation>
    </message>
    <message>
      <source>It does not describe its criteria.</source>
      <translation>Non descrive i suoi criteri.</translation>
    </message>
    <message>
      <source>It has no collection {}.</source>
      <translation>Non ha la raccolta {}.</translation>
    </message>
    <message>
      <source>The authentication configuration {} could not be used.</source>
      <translation>Non è stato possibile usare la configurazione di autenticazione {}.</translation>
    </message>
    <message>
      <source>The proxy requires a user name and a password.</source>
      <translation>Il proxy chiede un nome utente e una password.</translation>
    </message>
    <message>
      <source>The request was cancelled.</source>
      <translation>La richiesta è stata annullata.</translation>
    </message>
    <message>
      <source>The server cannot be reached, or the connection broke off.</source>
      <translation>Il server non è raggiungibile o la connessione si è interrotta.</translation>
    </message>
    <message>
      <source>The server did not answer in time.</source>
      <translation>Il server non ha risposto in tempo.</translation>
    </message>
    <message>
      <source>The server failed (HTTP {}).</source>
      <translation>Errore del server (HTTP {}).</translation>
    </message>
    <message>
      <source>The server refused the request (HTTP {}).</source>
      <translation>Il server ha rifiutato la richiesta (HTTP {}).</translation>
    </message>
    <message>
      <source>The server requires a user name and a password.</source>
      <translation>Il server chiede un nome utente e una password.</translation>
    </message>
    <message>
      <source>The server's answer is damaged or not what was expected.</source>
      <translation>La risposta del server è danneggiata o diversa da quella attesa.</translation>
    </message>
    <message>
      <source>The server's answer is too large.</source>
      <translation>La risposta del server è troppo grande.</translation>
    </message>
    <message>
      <source>The server's certificate was not accepted, so nothing was sent to it.</source>
      <translation>Il certificato del server non è stato accettato, quindi non gli è stato inviato nulla.</translation>
    </message>
    <message>
      <source>This Cooperation Atlas server is of a version that this plugin cannot use.</source>
      <translation>Questo server Cooperation Atlas è di una versione che questo plugin non può usare.</translation>
    </message>
    <message>
      <source>This address is not a Cooperation Atlas server.</source>
      <translation>Questo indirizzo non è un server Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is a plain {} server, not a Cooperation Atlas.</source>
      <translation>Questo è un semplice server {}, non un Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is another OGC API server, not a Cooperation Atlas.</source>
      <translation>Questo è un altro server OGC API, non un Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is not an http or https address.</source>
      <translation>Non è un indirizzo http o https.</translation>
    </message>
    <message>
      <source>a GeoJSON FeatureCollection was expected</source>
      <translation>era attesa una FeatureCollection GeoJSON</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>un elenco</translation>
    </message>
    <message>
      <source>a list of texts</source>
      <translation>un elenco di testi</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>un testo</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>un numero intero</translation>
    </message>
    <message>
      <source>an empty page with a next link</source>
      <translation>una pagina vuota con un collegamento alla successiva</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>vero o falso</translation>
    </message>
    <message>
      <source>{place}: {expected} was expected</source>
      <translation>{place}: era atteso {expected}</translation>
    </message>
    <message>
      <source>{title} has these collections: {names}. QGIS shows them by Layer, Add Layer, Add WFS / OGC API - Features Layer; the search, the counts and the lists of this panel need a Cooperation Atlas.</source>
      <translation>{title} ha queste raccolte: {names}. QGIS le mostra con Layer, Aggiungi layer, Aggiungi layer WFS / OGC API - Features; la ricerca, i conteggi e gli elenchi di questo pannello richiedono un Cooperation Atlas.</translation>
    </message>
    <message>
      <source>{}: a GeoJSON feature was expected</source>
      <translation>{}: era attesa una feature GeoJSON</translation>
    </message>
    <message>
      <source>{}: an object was expected</source>
      <translation>{}: era atteso un oggetto</translation>
    </message>
  </context>
  <context>
    <name>AskerBox</name>
    <message>
      <source>Choose a programme</source>
      <translation>Scegliere un programma</translation>
    </message>
    <message>
      <source>My programme, for this search</source>
      <translation>Il mio programma, per questa ricerca</translation>
    </message>
    <message>
      <source>Partners for</source>
      <translation>Partner per</translation>
    </message>
    <message>
      <source>This search, as a need</source>
      <translation>Questa ricerca, come bisogno</translation>
    </message>
    <message>
      <source>Whose partners are shown</source>
      <translation>Di chi si mostrano i partner</translation>
    </message>
    <message>
      <source>{title} (my country)</source>
      <translation>{title} (il mio paese)</translation>
    </message>
    <message>
      <source>{title} (my programme)</source>
      <translation>{title} (il mio programma)</translation>
    </message>
  </context>
  <context>
    <name>BooleanCriterion</name>
    <message>
      <source>either</source>
      <translation>indifferente</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sì</translation>
    </message>
  </context>
  <context>
    <name>Categories</name>
    <message>
      <source>Key categories</source>
      <translation>Categorie principali</translation>
    </message>
  </context>
  <context>
    <name>ChoiceBox</name>
    <message>
      <source>Down: into the list. Enter: tick the first match.</source>
      <translation>Giù: nell’elenco. Invio: spunta la prima corrispondenza.</translation>
    </message>
    <message>
      <source>Nothing in this list matches “{text}”.</source>
      <translation>Niente in questo elenco si chiama «{text}».</translation>
    </message>
    <message>
      <source>Search by name or code</source>
      <translation>Cerca per nome o codice</translation>
    </message>
    <message>
      <source>Search in “{name}”</source>
      <translation>Cerca in «{name}»</translation>
    </message>
  </context>
  <context>
    <name>ChoiceModel</name>
    <message>
      <source>and {count} unknown</source>
      <translation>e {count} possibili</translation>
    </message>
    <message>
      <source>programmes: {count}</source>
      <translation>programmi: {count}</translation>
    </message>
  </context>
  <context>
    <name>CodesDialog</name>
    <message>
      <source>Asking the server…</source>
      <translation>Interrogazione del server…</translation>
    </message>
    <message>
      <source>Not in the list, and left out: {codes}</source>
      <translation>Non in elenco, e quindi tralasciati: {codes}</translation>
    </message>
    <message>
      <source>The server has no list for this: type the values.</source>
      <translation>Il server non ha un elenco per questo: digitare i valori.</translation>
    </message>
  </context>
  <context>
    <name>CodesEdit</name>
    <message>
      <source>All</source>
      <translation>Tutti</translation>
    </message>
    <message>
      <source>Choose from the list</source>
      <translation>Scegli dall’elenco</translation>
    </message>
  </context>
  <context>
    <name>Columns</name>
    <message>
      <source>Columns as at first</source>
      <translation>Colonne come all’inizio</translation>
    </message>
    <message>
      <source>More columns</source>
      <translation>Altre colonne</translation>
    </message>
  </context>
  <context>
    <name>ComparisonTable</name>
    <message>
      <source>Partners side by side</source>
      <translation>Partner affiancati</translation>
    </message>
  </context>
  <context>
    <name>ConnectionPanel</name>
    <message>
      <source>A QGIS authentication configuration, if the server requires one</source>
      <translation>Una configurazione di autenticazione di QGIS, se il server la richiede</translation>
    </message>
    <message>
      <source>Address of a Cooperation Atlas server, such as http://127.0.0.1:5000</source>
      <translation>Indirizzo di un server Cooperation Atlas, ad esempio http://127.0.0.1:5000</translation>
    </message>
    <message>
      <source>Address of the server</source>
      <translation>Indirizzo del server</translation>
    </message>
    <message>
      <source>Answer of the server</source>
      <translation>Risposta del server</translation>
    </message>
    <message>
      <source>Asking {url}…</source>
      <translation>Interrogazione di {url}…</translation>
    </message>
    <message>
      <source>Authentication</source>
      <translation>Autenticazione</translation>
    </message>
    <message>
      <source>Check which server answers; nothing is changed</source>
      <translation>Chiede al server chi è; non cambia nulla</translation>
    </message>
    <message>
      <source>Edition {id}, made {when}</source>
      <translation>Edizione {id}, creata il {when}</translation>
    </message>
    <message>
      <source>It contains sample entries, which are made up.</source>
      <translation>Contiene voci di esempio, che non affermano alcun fatto.</translation>
    </message>
    <message>
      <source>Licence: {licence}</source>
      <translation>Licenza: {licence}</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Prova</translation>
    </message>
  </context>
  <context>
    <name>Consortia</name>
    <message>
      <source>Among the partners: {}</source>
      <translation>Tra i partner: {}</translation>
    </message>
    <message>
      <source>Category of that region</source>
      <translation>Categoria di tale regione</translation>
    </message>
    <message>
      <source>Coordinator</source>
      <translation>Coordinatore</translation>
    </message>
    <message>
      <source>Given member</source>
      <translation>Membro indicato</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Id</translation>
    </message>
    <message>
      <source>May meet the rules: some facts are not known.</source>
      <translation>Potrebbe rispettare le regole: alcuni dati non sono noti.</translation>
    </message>
    <message>
      <source>Mean over the partners: {}</source>
      <translation>Media dei partner: {}</translation>
    </message>
    <message>
      <source>No looser rule gives a set. Ask for fewer members, or remove criteria.</source>
      <translation>Nessuna regola più larga dà un insieme. Chiedete meno membri, o togliete criteri.</translation>
    </message>
    <message>
      <source>No set of programmes meets all rules.</source>
      <translation>Nessun insieme di programmi rispetta tutte le regole.</translation>
    </message>
    <message>
      <source>Not known: {}</source>
      <translation>Non noto: {}</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Partner</translation>
    </message>
    <message>
      <source>Rank in the set</source>
      <translation>Posto nell’insieme</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Ruolo</translation>
    </message>
    <message>
      <source>Seeks partners</source>
      <translation>Cerca partner</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Insieme</translation>
    </message>
    <message>
      <source>Set {}</source>
      <translation>Insieme {}</translation>
    </message>
    <message>
      <source>Stands for</source>
      <translation>Rappresenta</translation>
    </message>
    <message>
      <source>Stands for the NUTS 2 region {}</source>
      <translation>Rappresenta la regione NUTS 2 {}</translation>
    </message>
    <message>
      <source>The time was up: there may be a better set.</source>
      <translation>Il tempo è scaduto: può esserci un insieme migliore.</translation>
    </message>
    <message>
      <source>With a looser rule there are sets:</source>
      <translation>Con una regola più larga ve ne sono:</translation>
    </message>
  </context>
  <context>
    <name>ConsortiaOnMap</name>
    <message>
      <source>Loading the consortia…</source>
      <translation>Caricamento dei consorzi…</translation>
    </message>
    <message>
      <source>On the map: {count} sets, edition {edition}. One is seen at a time.</source>
      <translation>Sulla mappa: {count} insiemi, edizione {edition}. Se ne vede uno alla volta.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} sets of its last known answer, edition {edition}.</source>
      <translation>Il server non è raggiungibile: {count} insiemi della sua ultima risposta nota, edizione {edition}.</translation>
    </message>
  </context>
  <context>
    <name>ConsortiaView</name>
    <message>
      <source>Adds a group with a layer for each set; kept in memory</source>
      <translation>Aggiunge un gruppo con un layer per ogni insieme; in memoria</translation>
    </message>
    <message>
      <source>Consortia</source>
      <translation>Consorzi</translation>
    </message>
    <message>
      <source>It is of an earlier version.</source>
      <translation>È di una versione precedente.</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>Regole</translation>
    </message>
    <message>
      <source>Rules to loosen</source>
      <translation>Regole da allentare</translation>
    </message>
    <message>
      <source>Set {n}</source>
      <translation>Insieme {n}</translation>
    </message>
    <message>
      <source>Show on map</source>
      <translation>Sulla mappa</translation>
    </message>
    <message>
      <source>This server does not find consortia.</source>
      <translation>Questo server non cerca consorzi.</translation>
    </message>
    <message>
      <source>What the set has, and why the member fits</source>
      <translation>Che cosa ha l’insieme, e perché il membro è adatto</translation>
    </message>
    <message>
      <source>{members} members, {countries} countries</source>
      <translation>{members} membri, {countries} paesi</translation>
    </message>
  </context>
  <context>
    <name>CooperationDock</name>
    <message>
      <source>Asking the server…</source>
      <translation>Interrogazione del server…</translation>
    </message>
    <message>
      <source>Cooperation search</source>
      <translation>Ricerca di cooperazione</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Conteggio…</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Distribuzione</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Mappa</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Nessuna risposta</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Risultati</translation>
    </message>
    <message>
      <source>Results ({count})</source>
      <translation>Risultati ({count})</translation>
    </message>
    <message>
      <source>Search for</source>
      <translation>Cerca</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>The panel cannot show these parts of the link and leaves them out: {parts}.</source>
      <translation>Il pannello non può mostrare queste parti del link e cerca senza di esse: {parts}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: these are its last known answers.</source>
      <translation>Il server non risponde: vede le sue ultime risposte note.</translation>
    </message>
    <message>
      <source>This is not a link to a search.</source>
      <translation>Questo non è un link a una ricerca.</translation>
    </message>
    <message>
      <source>{title}, programmes: {count}</source>
      <translation>{title}, programmi: {count}</translation>
    </message>
    <message>
      <source>{url} …</source>
      <translation>{url} …</translation>
    </message>
    <message>
      <source>“{url}” is not an http or https address.</source>
      <translation>«{url}» non è un indirizzo http o https.</translation>
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
      <translation>Ricerca di cooperazione</translation>
    </message>
    <message>
      <source>Find partners for cohesion programmes</source>
      <translation>Trova partner per i programmi di coesione</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aiuto</translation>
    </message>
  </context>
  <context>
    <name>CountryCriterion</name>
    <message>
      <source>Country</source>
      <translation>Paese</translation>
    </message>
  </context>
  <context>
    <name>Cql2</name>
    <message>
      <source>CQL2 cannot find programmes of which it is not known whether they meet the criteria.</source>
      <translation>CQL2 non può trovare ciò di cui non si sa se non soddisfi i criteri.</translation>
    </message>
    <message>
      <source>CQL2 cannot leave out what rests on sample entries only.</source>
      <translation>CQL2 non può escludere ciò che si basa solo su voci di esempio.</translation>
    </message>
    <message>
      <source>CQL2 cannot look for words in all texts of a programme; a title with * is possible.</source>
      <translation>CQL2 non può cercare parole in tutti i testi di un programma; un titolo con * si può esprimere.</translation>
    </message>
    <message>
      <source>CQL2 cannot say that one and the same cooperation entry meets several criteria.</source>
      <translation>CQL2 non può esprimere che una stessa voce di cooperazione soddisfi più criteri.</translation>
    </message>
    <message>
      <source>CQL2 does not know which regions lie inside a NUTS region: choose regions of level 3 only.</source>
      <translation>CQL2 non sa che cosa si trova in una regione NUTS: si possono esprimere solo regioni di livello 3.</translation>
    </message>
    <message>
      <source>Programmes have no property for this, only their cooperation entries do: {}.</source>
      <translation>I programmi non hanno una proprietà per questo, solo le loro voci di cooperazione: {}.</translation>
    </message>
    <message>
      <source>The server has not described these criteria yet.</source>
      <translation>Il server non ha ancora descritto questi criteri.</translation>
    </message>
    <message>
      <source>The server's code lists have not arrived yet.</source>
      <translation>Gli elenchi di codici del server non sono ancora arrivati.</translation>
    </message>
    <message>
      <source>This search finds everything: there is nothing to filter by.</source>
      <translation>Questa ricerca trova tutto: non c’è nulla da filtrare.</translation>
    </message>
    <message>
      <source>Topics of 2014-2020 are found by a mapping, which CQL2 cannot express; choose 2021-2027 only.</source>
      <translation>I temi del 2014-2020 si trovano tramite una corrispondenza che CQL2 non può esprimere; solo 2021-2027 si può.</translation>
    </message>
  </context>
  <context>
    <name>CriteriaPage</name>
    <message>
      <source>Country</source>
      <translation>Paese</translation>
    </message>
    <message>
      <source>More criteria</source>
      <translation>Altri criteri</translation>
    </message>
    <message>
      <source>NUTS III region</source>
      <translation>Regione NUTS III</translation>
    </message>
    <message>
      <source>Programme in words</source>
      <translation>Programma in parole</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Ambito del partenariato necessario</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Tema delle azioni di cooperazione</translation>
    </message>
  </context>
  <context>
    <name>DayCriterion</name>
    <message>
      <source>at any time</source>
      <translation>in qualsiasi momento</translation>
    </message>
    <message>
      <source>on a day</source>
      <translation>in un giorno</translation>
    </message>
    <message>
      <source>open on {}</source>
      <translation>aperto il {}</translation>
    </message>
    <message>
      <source>open today</source>
      <translation>aperto oggi</translation>
    </message>
    <message>
      <source>today</source>
      <translation>oggi</translation>
    </message>
  </context>
  <context>
    <name>DetailPane</name>
    <message>
      <source>Details of the programme</source>
      <translation>Dettagli del programma</translation>
    </message>
    <message>
      <source>SAMPLE: entries marked [SAMPLE] are made up to show the service. They state no facts about the programme.</source>
      <translation>ESEMPIO: ciò che è contrassegnato con [ESEMPIO] è inventato per mostrare il servizio. Non afferma alcun fatto sul programma.</translation>
    </message>
    <message>
      <source>Select a programme to see its details.</source>
      <translation>Selezioni un programma per vedere che cosa se ne sa.</translation>
    </message>
  </context>
  <context>
    <name>DistributionOnMap</name>
    <message>
      <source>Loading the areas…</source>
      <translation>Caricamento delle aree…</translation>
    </message>
    <message>
      <source>On the map: {count} areas with a number, edition {edition}.</source>
      <translation>Sulla mappa: {count} aree con un numero, edizione {edition}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} areas of its last known answer, edition {edition}.</source>
      <translation>Il server non è raggiungibile: {count} aree dell'ultima risposta nota, edizione {edition}.</translation>
    </message>
  </context>
  <context>
    <name>DistributionPage</name>
    <message>
      <source>Colour countries or areas by their numbers: choose a dimension of places</source>
      <translation>Colorare paesi o aree secondo i loro numeri: scegliere una dimensione di luoghi</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Contare</translation>
    </message>
    <message>
      <source>Edition {edition}</source>
      <translation>Edizione {edition}</translation>
    </message>
    <message>
      <source>First dimension</source>
      <translation>Prima dimensione</translation>
    </message>
    <message>
      <source>It is of an earlier version.</source>
      <translation>È di una versione precedente.</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Offerte ed esigenze</translation>
    </message>
    <message>
      <source>On the map</source>
      <translation>Sulla mappa</translation>
    </message>
    <message>
      <source>Picture…</source>
      <translation>Immagine…</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programmi</translation>
    </message>
    <message>
      <source>Sample entries count: they are made up to show the service.</source>
      <translation>Contano le voci di esempio: sono inventate per mostrare il servizio.</translation>
    </message>
    <message>
      <source>Save the chart as a PNG or SVG file</source>
      <translation>Salvare il grafico come file PNG o SVG</translation>
    </message>
    <message>
      <source>Save the distribution</source>
      <translation>Salvare la distribuzione</translation>
    </message>
    <message>
      <source>Save the numbers as a CSV file, each with a link to what it counts</source>
      <translation>Salvare i numeri come file CSV, ciascuno con un collegamento a ciò che conta</translation>
    </message>
    <message>
      <source>Second dimension</source>
      <translation>Seconda dimensione</translation>
    </message>
    <message>
      <source>Several values are possible: shares do not add up to 100 %.</source>
      <translation>Sono possibili più valori: la somma delle quote non è 100 %.</translation>
    </message>
    <message>
      <source>Table…</source>
      <translation>Tabella…</translation>
    </message>
    <message>
      <source>This server does not count by dimensions.</source>
      <translation>Questo server non conta per dimensioni.</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>Che cosa si conta</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>Scritto: {path}</translation>
    </message>
    <message>
      <source>and by</source>
      <translation>e per</translation>
    </message>
    <message>
      <source>by</source>
      <translation>per</translation>
    </message>
    <message>
      <source>nothing else</source>
      <translation>nient'altro</translation>
    </message>
    <message>
      <source>{counted} by {dimensions}: {count}</source>
      <translation>{counted} per {dimensions}: {count}</translation>
    </message>
    <message>
      <source>{title}: known for {stated} ({partial} may have more), not known for {unknown}, none {none}</source>
      <translation>{title}: noto per {stated} ({partial} possono averne altri), non noto per {unknown}, nessuno {none}</translation>
    </message>
  </context>
  <context>
    <name>EntriesView</name>
    <message>
      <source>Export…</source>
      <translation>Esporta…</translation>
    </message>
    <message>
      <source>Load the search with its offers and needs: each is a sign in its programme's area</source>
      <translation>Carica la ricerca con le sue offerte ed esigenze: ognuna è un simbolo nell’area del suo programma</translation>
    </message>
    <message>
      <source>Offers and needs found</source>
      <translation>Offerte ed esigenze trovate</translation>
    </message>
    <message>
      <source>On the map</source>
      <translation>Sulla mappa</translation>
    </message>
    <message>
      <source>Write these offers and needs to a GeoPackage, Excel or CSV file</source>
      <translation>Scrive queste offerte ed esigenze in un file GeoPackage, Excel o CSV</translation>
    </message>
  </context>
  <context>
    <name>EntryDetail</name>
    <message>
      <source>Details of the offer or need</source>
      <translation>Dettagli dell’offerta o dell’esigenza</translation>
    </message>
    <message>
      <source>SAMPLE: this entry is made up to show the service. It states no fact about the programme.</source>
      <translation>ESEMPIO: questa voce è inventata per mostrare il servizio. Non afferma alcun fatto sul programma.</translation>
    </message>
    <message>
      <source>Select an offer or need to see its details.</source>
      <translation>Selezionare un’offerta o un’esigenza per vederne i dettagli.</translation>
    </message>
  </context>
  <context>
    <name>Export</name>
    <message>
      <source>Attribution</source>
      <translation>Attribuzione</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>Codici</translation>
    </message>
    <message>
      <source>Edition</source>
      <translation>Edizione</translation>
    </message>
    <message>
      <source>Only {0} of {1} rows could be read from the layer, so nothing was written.</source>
      <translation>Il layer ha fornito solo {0} righe su {1}, quindi non è stato scritto nulla.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Ricerca</translation>
    </message>
    <message>
      <source>The file is incomplete: {0} of {1} rows were written. Is the disk full?</source>
      <translation>Il file non è stato scritto per intero: {0} righe su {1}. Il disco è pieno?</translation>
    </message>
    <message>
      <source>There is no folder {}.</source>
      <translation>La cartella {} non esiste.</translation>
    </message>
    <message>
      <source>Writing {}</source>
      <translation>Scrittura di {}</translation>
    </message>
    <message>
      <source>{0} could not be written: {1}.</source>
      <translation>Impossibile scrivere {0}: {1}.</translation>
    </message>
    <message>
      <source>{} already exists: choose another name.</source>
      <translation>{} esiste già: scegliere un altro nome.</translation>
    </message>
    <message>
      <source>{} is a folder.</source>
      <translation>{} è una cartella.</translation>
    </message>
    <message>
      <source>{} is in use in this project. Choose another name.</source>
      <translation>{} è in uso in questo progetto. Scegliere un altro nome.</translation>
    </message>
    <message>
      <source>{} is open in another program, or protected. Close it there, or choose another name.</source>
      <translation>{} è aperto in un altro programma o è protetto. Chiuderlo lì o scegliere un altro nome.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>All {count} rows</source>
      <translation>Tutte le {count} righe</translation>
    </message>
    <message>
      <source>CSV</source>
      <translation>CSV</translation>
    </message>
    <message>
      <source>Choose a file.</source>
      <translation>Scegliere un file.</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>Codici</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>Virgola</translation>
    </message>
    <message>
      <source>Export “{name}”</source>
      <translation>Esporta «{name}»</translation>
    </message>
    <message>
      <source>File</source>
      <translation>File</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Formato</translation>
    </message>
    <message>
      <source>Labels, in</source>
      <translation>Etichette, in</translation>
    </message>
    <message>
      <source>Language of the labels</source>
      <translation>Lingua delle etichette</translation>
    </message>
    <message>
      <source>Mark as UTF-8 for Excel (BOM)</source>
      <translation>Contrassegna come UTF-8 per Excel (BOM)</translation>
    </message>
    <message>
      <source>Only the {count} selected</source>
      <translation>Solo le {count} selezionate</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Righe</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>Punto e virgola</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Separatore</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Tabulazione</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Valori</translation>
    </message>
    <message>
      <source>What has no label in this language is written in English</source>
      <translation>Ciò che non ha etichetta in questa lingua è scritto in inglese</translation>
    </message>
    <message>
      <source>{path} already exists. Press “Save” again to replace it.</source>
      <translation>{path} esiste già. Premere ancora «Salva» per sostituirlo.</translation>
    </message>
  </context>
  <context>
    <name>Exporting</name>
    <message>
      <source>The layer has been removed in the meantime.</source>
      <translation>Nel frattempo il layer è stato rimosso.</translation>
    </message>
    <message>
      <source>Written to {path}: all {count} rows.</source>
      <translation>Scritto in {path}: tutte le {count} righe.</translation>
    </message>
    <message>
      <source>Written to {path}: the {count} selected rows only.</source>
      <translation>Scritto in {path}: solo le {count} righe selezionate.</translation>
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <source>Countries sought</source>
      <translation>Paesi cercati</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Trova partner</translation>
    </message>
    <message>
      <source>Forms</source>
      <translation>Forme</translation>
    </message>
    <message>
      <source>Found in</source>
      <translation>Trovato in</translation>
    </message>
    <message>
      <source>Known</source>
      <translation>Noto</translation>
    </message>
    <message>
      <source>No cooperation entry is known.</source>
      <translation>Non è nota alcuna voce di cooperazione.</translation>
    </message>
    <message>
      <source>Not stated in any source: {names}.</source>
      <translation>Nessuna fonte lo dice: {names}.</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Offerte ed esigenze</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Aperto</translation>
    </message>
    <message>
      <source>Others may exist.</source>
      <translation>Potrebbero essercene altri.</translation>
    </message>
    <message>
      <source>Partners sought</source>
      <translation>Partner cercati</translation>
    </message>
    <message>
      <source>Programmes abroad with one of these topics: {topics}</source>
      <translation>Programmi all’estero con uno di questi temi: {topics}</translation>
    </message>
    <message>
      <source>Programmes of the countries across the sea</source>
      <translation>Programmi dei paesi oltre il mare</translation>
    </message>
    <message>
      <source>Programmes on the other side of the border</source>
      <translation>Programmi oltre confine</translation>
    </message>
    <message>
      <source>SAMPLE</source>
      <translation>ESEMPIO</translation>
    </message>
    <message>
      <source>Scope</source>
      <translation>Ambito</translation>
    </message>
    <message>
      <source>Searches for these topics also find it, through the mapping of its objectives: {codes}.</source>
      <translation>Per corrispondenza dei suoi obiettivi lo trovano anche le ricerche di: {codes}.</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Temi</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>e altri {count}</translation>
    </message>
    <message>
      <source>by mapping</source>
      <translation>per corrispondenza</translation>
    </message>
    <message>
      <source>from an entry</source>
      <translation>da una voce</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>stated</source>
      <translation>dichiarato</translation>
    </message>
    <message>
      <source>to fill: {place}</source>
      <translation>da completare: {place}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sì</translation>
    </message>
    <message>
      <source>{first} to {last}</source>
      <translation>da {first} a {last}</translation>
    </message>
    <message>
      <source>{known} of {every} lists are known</source>
      <translation>{known} elenchi su {every} sono noti</translation>
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
      <translation>&amp;Carica sulla mappa</translation>
    </message>
    <message>
      <source>&amp;Search</source>
      <translation>C&amp;erca</translation>
    </message>
    <message>
      <source>Add the programmes and their NUTS III regions as two layers in one group</source>
      <translation>Aggiunge i programmi e le loro regioni NUTS III come due layer in un gruppo</translation>
    </message>
    <message>
      <source>List the programmes found and remember the search</source>
      <translation>Elenca i programmi trovati e ricorda la ricerca</translation>
    </message>
    <message>
      <source>Number of programmes found</source>
      <translation>Numero di programmi trovati</translation>
    </message>
    <message>
      <source>Programmes found: {count}</source>
      <translation>Programmi trovati: {count}</translation>
    </message>
    <message>
      <source>Programmes found: {count}, and {unknown} unknown</source>
      <translation>Programmi trovati: {count}, e {unknown} possibili</translation>
    </message>
    <message>
      <source>Unknown: no source says whether these programmes meet the criteria. “Include programmes that may match” under “More criteria” lists them, too.</source>
      <translation>Possibili: nessuna fonte dice se questi programmi soddisfano i criteri. «Anche i programmi possibili», in «Altri criteri», elenca anche questi.</translation>
    </message>
  </context>
  <context>
    <name>FoundBy</name>
    <message>
      <source>entry</source>
      <translation>voce</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>non noto</translation>
    </message>
    <message>
      <source>objective, by mapping</source>
      <translation>obiettivo, per corrispondenza</translation>
    </message>
    <message>
      <source>stated objective</source>
      <translation>obiettivo dichiarato</translation>
    </message>
  </context>
  <context>
    <name>LayerMenu</name>
    <message>
      <source>Cooperation search</source>
      <translation>Ricerca di cooperazione</translation>
    </message>
    <message>
      <source>Edit cooperation search…</source>
      <translation>Modifica la ricerca di cooperazione…</translation>
    </message>
    <message>
      <source>Export cooperation results</source>
      <translation>Esporta i risultati di cooperazione</translation>
    </message>
    <message>
      <source>Export cooperation results…</source>
      <translation>Esporta i risultati di cooperazione…</translation>
    </message>
    <message>
      <source>Nothing changed since this search was loaded.</source>
      <translation>Nulla è cambiato da quando questa ricerca è stata caricata.</translation>
    </message>
    <message>
      <source>Refresh cooperation search</source>
      <translation>Aggiorna la ricerca di cooperazione</translation>
    </message>
    <message>
      <source>The server cannot be reached; these are its last known answers.</source>
      <translation>Il server non è raggiungibile; questo è ciò che ha detto prima.</translation>
    </message>
    <message>
      <source>{0} new, {1} changed, {2} gone.</source>
      <translation>{0} nuovi, {1} cambiati, {2} scomparsi.</translation>
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
      <translation>Aggiunge le regioni NUTS III toccate dagli elementi a quelle già scelte</translation>
    </message>
    <message>
      <source>Choose the regions</source>
      <translation>Scegli le regioni</translation>
    </message>
    <message>
      <source>Distance around the features in kilometres</source>
      <translation>Distanza intorno agli elementi in chilometri</translation>
    </message>
    <message>
      <source>Distance around them</source>
      <translation>Distanza intorno</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Layer</translation>
    </message>
    <message>
      <source>Selected features only</source>
      <translation>Solo elementi selezionati</translation>
    </message>
  </context>
  <context>
    <name>Layers</name>
    <message>
      <source>A layer of this search was removed. Please load the search again.</source>
      <translation>Un layer di questa ricerca è stato rimosso. Carichi di nuovo la ricerca.</translation>
    </message>
    <message>
      <source>A layer was removed while it was being filled.</source>
      <translation>Un layer è stato rimosso durante il riempimento.</translation>
    </message>
    <message>
      <source>A new edition of the data was published while loading. Please load again.</source>
      <translation>Durante il caricamento è stata pubblicata una nuova edizione dei dati. Carichi di nuovo.</translation>
    </message>
    <message>
      <source>All that match</source>
      <translation>Tutti quelli che corrispondono</translation>
    </message>
    <message>
      <source>Consortia of {}</source>
      <translation>Consorzi di {}</translation>
    </message>
    <message>
      <source>Consortia on the map</source>
      <translation>Consorzi sulla mappa</translation>
    </message>
    <message>
      <source>Contains records based on sample entries, which are made up to show the service.</source>
      <translation>Contiene record basati su voci di esempio: inventate per mostrare il servizio.</translation>
    </message>
    <message>
      <source>Cooperation search: land in the background</source>
      <translation>Ricerca di cooperazione: terre sullo sfondo</translation>
    </message>
    <message>
      <source>Cooperation search: loading</source>
      <translation>Ricerca di cooperazione: caricamento</translation>
    </message>
    <message>
      <source>Cooperation search: opening live layers</source>
      <translation>Ricerca di cooperazione: apertura dei layer dal vivo</translation>
    </message>
    <message>
      <source>Cooperation search: writing the GeoPackage</source>
      <translation>Ricerca di cooperazione: scrittura del GeoPackage</translation>
    </message>
    <message>
      <source>Cooperation: {}</source>
      <translation>Cooperazione: {}</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Conteggio</translation>
    </message>
    <message>
      <source>Distribution on the map</source>
      <translation>Distribuzione sulla mappa</translation>
    </message>
    <message>
      <source>Edition {}</source>
      <translation>Edizione {}</translation>
    </message>
    <message>
      <source>Land (background)</source>
      <translation>Terre (sfondo)</translation>
    </message>
    <message>
      <source>Lines to partners (width: score)</source>
      <translation>Linee verso i partner (spessore: punteggio)</translation>
    </message>
    <message>
      <source>Loading was cancelled.</source>
      <translation>Il caricamento è stato annullato.</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2016)</source>
      <translation>Aree NUTS III (NUTS 2016)</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2021)</source>
      <translation>Aree NUTS III (NUTS 2021)</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nome</translation>
    </message>
    <message>
      <source>Neighbours across borders</source>
      <translation>Vicini oltre confine</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Non noto</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Offerte ed esigenze</translation>
    </message>
    <message>
      <source>Own area</source>
      <translation>Area propria</translation>
    </message>
    <message>
      <source>Partner programmes</source>
      <translation>Programmi partner</translation>
    </message>
    <message>
      <source>Partners for: {}</source>
      <translation>Partner per: {}</translation>
    </message>
    <message>
      <source>Partners of {}</source>
      <translation>Partner di {}</translation>
    </message>
    <message>
      <source>Partners on the map</source>
      <translation>Partner sulla mappa</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programmi</translation>
    </message>
    <message>
      <source>Share, at least</source>
      <translation>Quota, almeno</translation>
    </message>
    <message>
      <source>Share, at most</source>
      <translation>Quota, al massimo</translation>
    </message>
    <message>
      <source>The background could not be made: {}</source>
      <translation>Non è stato possibile creare lo sfondo: {}</translation>
    </message>
    <message>
      <source>The file {} could not be written: is its folder protected, or the disk full?</source>
      <translation>Impossibile scrivere il file {}: la cartella è protetta o il disco è pieno?</translation>
    </message>
    <message>
      <source>The layer could not be made.</source>
      <translation>Non è stato possibile creare il layer.</translation>
    </message>
    <message>
      <source>The layer could not be written.</source>
      <translation>Non è stato possibile scrivere il layer.</translation>
    </message>
    <message>
      <source>The pages of the server's answer are inconsistent.</source>
      <translation>Le pagine del server non combaciano.</translation>
    </message>
    <message>
      <source>The project was closed during loading.</source>
      <translation>Il progetto è stato chiuso durante il caricamento.</translation>
    </message>
    <message>
      <source>The server's answer could not be read.</source>
      <translation>Non è stato possibile leggere la risposta del server.</translation>
    </message>
    <message>
      <source>There are no areas to show.</source>
      <translation>Non ci sono aree da mostrare.</translation>
    </message>
    <message>
      <source>There are no partners to show.</source>
      <translation>Non ci sono partner da mostrare.</translation>
    </message>
    <message>
      <source>There is no background: {}</source>
      <translation>Non c'è sfondo: {}</translation>
    </message>
    <message>
      <source>There is no set to show.</source>
      <translation>Non c’è alcun insieme da mostrare.</translation>
    </message>
    <message>
      <source>This search on the server</source>
      <translation>Questa ricerca sul server</translation>
    </message>
    <message>
      <source>Who seeks partners</source>
      <translation>Chi cerca partner</translation>
    </message>
    <message>
      <source>a need</source>
      <translation>un bisogno</translation>
    </message>
    <message>
      <source>features could not be added</source>
      <translation>non è stato possibile aggiungere elementi</translation>
    </message>
    <message>
      <source>{0} (NUTS {1})</source>
      <translation>{0} (NUTS {1})</translation>
    </message>
    <message>
      <source>{} (with sample entries)</source>
      <translation>{} (con voci di esempio)</translation>
    </message>
  </context>
  <context>
    <name>Layouts</name>
    <message>
      <source>A partner for {}</source>
      <translation>Un partner per {}</translation>
    </message>
    <message>
      <source>Area of the partner</source>
      <translation>Area del partner</translation>
    </message>
    <message>
      <source>Cohesion policy programmes: partners for cooperation</source>
      <translation>Programmi della politica di coesione: partner per la cooperazione</translation>
    </message>
    <message>
      <source>Dark: what is known. Light: what may be, while facts are missing. From 0 to 1.</source>
      <translation>Scuro: ciò che è noto. Chiaro: ciò che può essere, finché mancano fatti. Da 0 a 1.</translation>
    </message>
    <message>
      <source>Edition of the data: {}.</source>
      <translation>Edizione dei dati: {}.</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Fatti</translation>
    </message>
    <message>
      <source>For them</source>
      <translation>Per il partner</translation>
    </message>
    <message>
      <source>For you</source>
      <translation>Per voi</translation>
    </message>
    <message>
      <source>Legend: see page {}</source>
      <translation>Legenda: vedi pagina {}</translation>
    </message>
    <message>
      <source>Made on {}.</source>
      <translation>Realizzato il {}.</translation>
    </message>
    <message>
      <source>NUTS III areas: {}.</source>
      <translation>Aree NUTS III: {}.</translation>
    </message>
    <message>
      <source>Offers found: {0}. Needs found: {1}.</source>
      <translation>Offerte trovate: {0}. Esigenze trovate: {1}.</translation>
    </message>
    <message>
      <source>Overseas areas lie outside of this map.</source>
      <translation>Le aree d’oltremare sono fuori da questa mappa.</translation>
    </message>
    <message>
      <source>Partner sheet: {0} – {1}</source>
      <translation>Scheda partner: {0} – {1}</translation>
    </message>
    <message>
      <source>Partners of {}</source>
      <translation>Partner di {}</translation>
    </message>
    <message>
      <source>Programmes found</source>
      <translation>Programmi trovati</translation>
    </message>
    <message>
      <source>Programmes: {}.</source>
      <translation>Programmi: {}.</translation>
    </message>
    <message>
      <source>Report by country: {}</source>
      <translation>Rapporto per paese: {}</translation>
    </message>
    <message>
      <source>Rests on SAMPLE entries in part: made up to show the service, not facts.</source>
      <translation>Si basa in parte su voci di ESEMPIO: inventate per mostrare il servizio, non sono fatti.</translation>
    </message>
    <message>
      <source>SAMPLE entries: made up, not facts</source>
      <translation>voci di ESEMPIO: inventate, non fatti</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Punteggio</translation>
    </message>
    <message>
      <source>Service: {} (the address of this search is in the metadata of its layers)</source>
      <translation>Servizio: {} (l’indirizzo di questa ricerca è nei metadati dei suoi layer)</translation>
    </message>
    <message>
      <source>Small frames have scales of their own.</source>
      <translation>I riquadri piccoli hanno scale proprie.</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Fonti</translation>
    </message>
    <message>
      <source>This search: {}</source>
      <translation>Questa ricerca: {}</translation>
    </message>
    <message>
      <source>With SAMPLE entries: made up to show the service, not facts.</source>
      <translation>Con voci di ESEMPIO: inventate per mostrare il servizio, non sono fatti.</translation>
    </message>
    <message>
      <source>Your area</source>
      <translation>La vostra area</translation>
    </message>
    <message>
      <source>does not apply</source>
      <translation>non si applica</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sì</translation>
    </message>
    <message>
      <source>… and {} more, which the layer lists</source>
      <translation>… e altri {}, elencati nel layer</translation>
    </message>
  </context>
  <context>
    <name>Locator</name>
    <message>
      <source>Cooperation Atlas: programmes, regions, topics</source>
      <translation>Cooperation Atlas: programmi, regioni, temi</translation>
    </message>
    <message>
      <source>Open the search: {}</source>
      <translation>Apri la ricerca: {}</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programmi</translation>
    </message>
    <message>
      <source>Regions</source>
      <translation>Regioni</translation>
    </message>
    <message>
      <source>Searches</source>
      <translation>Ricerche</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Temi</translation>
    </message>
    <message>
      <source>without {}</source>
      <translation>senza {}</translation>
    </message>
  </context>
  <context>
    <name>LowerPane</name>
    <message>
      <source>Reasons for the partner</source>
      <translation>Ragioni per il partner</translation>
    </message>
  </context>
  <context>
    <name>ManageDialog</name>
    <message>
      <source>Close</source>
      <translation>Chiudi</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Elimina</translation>
    </message>
    <message>
      <source>Export searches</source>
      <translation>Esporta ricerche</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Esporta…</translation>
    </message>
    <message>
      <source>Import searches</source>
      <translation>Importa ricerche</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importa…</translation>
    </message>
    <message>
      <source>Kept in the project</source>
      <translation>Conservata nel progetto</translation>
    </message>
    <message>
      <source>Kept in your profile</source>
      <translation>Conservata nel suo profilo</translation>
    </message>
    <message>
      <source>Nothing saved yet</source>
      <translation>Ancora nulla di salvato</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Rinomina</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Esegui</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>Ricerche salvate</translation>
    </message>
    <message>
      <source>Searches (*.json)</source>
      <translation>Ricerche (*.json)</translation>
    </message>
    <message>
      <source>Searches exported: {count}.</source>
      <translation>Ricerche esportate: {count}.</translation>
    </message>
    <message>
      <source>Searches imported: {count}.</source>
      <translation>Ricerche importate: {count}.</translation>
    </message>
  </context>
  <context>
    <name>MapPanel</name>
    <message>
      <source>A file beside the project, for work without the server</source>
      <translation>Un file accanto al progetto, per lavorare senza il server</translation>
    </message>
    <message>
      <source>A further layer: each cooperation entry that the search finds, as a point in its programme's area</source>
      <translation>Un altro layer: ogni voce di cooperazione trovata dalla ricerca, come punto nell’area del suo programma</translation>
    </message>
    <message>
      <source>A third layer: pairs of NUTS III areas of two countries that share a border or face each other across the sea, in the countries and regions of the search</source>
      <translation>Un terzo layer: coppie di aree NUTS III di due paesi con un confine comune o affacciate sullo stesso mare, nei paesi e nelle regioni della ricerca</translation>
    </message>
    <message>
      <source>Asks the server whenever the map is drawn</source>
      <translation>Interroga il server ogni volta che si disegna la mappa</translation>
    </message>
    <message>
      <source>Bring Europe, or a region far from it, into view</source>
      <translation>Mostrare l'Europa o una regione lontana</translation>
    </message>
    <message>
      <source>Cancel loading</source>
      <translation>Annulla il caricamento</translation>
    </message>
    <message>
      <source>Cancel loading; nothing is added to the map</source>
      <translation>Annulla il caricamento; non ne resta nulla</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Classi</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Esporta</translation>
    </message>
    <message>
      <source>Export the loaded results to a GeoPackage, Excel or CSV file, with their sources</source>
      <translation>Scrive ciò che è caricato in un file GeoPackage, Excel o CSV, con le sue fonti</translation>
    </message>
    <message>
      <source>Fast; not saved with the project, but fetched again when it is opened</source>
      <translation>Veloce; il progetto non lo salva, ma lo recupera di nuovo all’apertura</translation>
    </message>
    <message>
      <source>GeoPackage file</source>
      <translation>File GeoPackage</translation>
    </message>
    <message>
      <source>How the layers are drawn; layers on the map change at once</source>
      <translation>Come si disegnano i layer; quelli sulla mappa cambiano subito</translation>
    </message>
    <message>
      <source>How the numbers are put into classes. Quantiles: as many different numbers in each; natural breaks: where the numbers leave gaps; equal intervals: the same width; pretty breaks: round limits</source>
      <translation>Come i numeri vengono divisi in classi. Quantili: altrettanti numeri diversi in ciascuna; interruzioni naturali: dove i numeri lasciano vuoti; intervalli uguali: la stessa ampiezza; interruzioni arrotondate: limiti tondi</translation>
    </message>
    <message>
      <source>Land of the world at the bottom of the project, from Natural Earth</source>
      <translation>Terre del mondo in fondo al progetto, da Natural Earth</translation>
    </message>
    <message>
      <source>Lay out the loaded results on a page: map, title, legend, overseas areas, scale bar and sources</source>
      <translation>Impagina i risultati caricati: mappa, titolo, legenda, aree d’oltremare, barra di scala e fonti</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>Layer</translation>
    </message>
    <message>
      <source>Live from the server</source>
      <translation>Dal vivo dal server</translation>
    </message>
    <message>
      <source>Loading layers</source>
      <translation>Caricamento dei layer</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Memoria</translation>
    </message>
    <message>
      <source>NUTS III regions…</source>
      <translation>Regioni NUTS III…</translation>
    </message>
    <message>
      <source>Offers and needs…</source>
      <translation>Offerte ed esigenze…</translation>
    </message>
    <message>
      <source>Overseas</source>
      <translation>Oltremare</translation>
    </message>
    <message>
      <source>Print layout</source>
      <translation>Layout di stampa</translation>
    </message>
    <message>
      <source>Programmes…</source>
      <translation>Programmi…</translation>
    </message>
    <message>
      <source>Style</source>
      <translation>Stile</translation>
    </message>
    <message>
      <source>Where the features of the layers are kept</source>
      <translation>Dove si conservano gli elementi dei layer</translation>
    </message>
    <message>
      <source>With land in the background</source>
      <translation>Con le terre sullo sfondo</translation>
    </message>
    <message>
      <source>With lines between neighbours</source>
      <translation>Con linee tra vicini</translation>
    </message>
    <message>
      <source>With offers and needs</source>
      <translation>Con offerte ed esigenze</translation>
    </message>
  </context>
  <context>
    <name>MapSelection</name>
    <message>
      <source>Cooperation search: selecting on the map</source>
      <translation>Ricerca di cooperazione: selezione sulla mappa</translation>
    </message>
  </context>
  <context>
    <name>MapWork</name>
    <message>
      <source>Cancelled; nothing was added to the map.</source>
      <translation>Annullato; nulla è stato aggiunto alla mappa.</translation>
    </message>
    <message>
      <source>Each period has its own group in the layer tree; one of them is shown at a time.</source>
      <translation>Ogni periodo ha il proprio gruppo nell’albero dei layer; ne è visibile uno alla volta.</translation>
    </message>
    <message>
      <source>File: {path}.</source>
      <translation>File: {path}.</translation>
    </message>
    <message>
      <source>GeoPackage for the layers</source>
      <translation>GeoPackage per i layer</translation>
    </message>
    <message>
      <source>Kept in memory: a saved project fetches it again when it is opened.</source>
      <translation>In memoria: un progetto salvato lo recupera di nuovo all’apertura.</translation>
    </message>
    <message>
      <source>Load the search on the map first.</source>
      <translation>Carichi prima la ricerca sulla mappa.</translation>
    </message>
    <message>
      <source>Load the search with its offers and needs first.</source>
      <translation>Caricare prima la ricerca con le sue offerte ed esigenze.</translation>
    </message>
    <message>
      <source>No file was chosen, so nothing was loaded.</source>
      <translation>Non è stato scelto alcun file, quindi non è stato caricato nulla.</translation>
    </message>
    <message>
      <source>On the map: edition {edition}.</source>
      <translation>Sulla mappa: edizione {edition}.</translation>
    </message>
    <message>
      <source>Print layout: {name}</source>
      <translation>Layout di stampa: {name}</translation>
    </message>
    <message>
      <source>The server cannot be reached: this is its last known answer, edition {edition}.</source>
      <translation>Il server non risponde: questa è la sua ultima risposta nota, edizione {edition}.</translation>
    </message>
  </context>
  <context>
    <name>MemoryLayers</name>
    <message>
      <source>Cooperation search</source>
      <translation>Ricerca di cooperazione</translation>
    </message>
    <message>
      <source>Later: “Refresh cooperation search” in the menu of a layer.</source>
      <translation>Più tardi: «Aggiorna la ricerca di cooperazione» nel menu di un layer.</translation>
    </message>
    <message>
      <source>Layers in memory are empty and could not be fetched again: {reason}</source>
      <translation>I layer in memoria sono vuoti e non è stato possibile recuperarli: {reason}</translation>
    </message>
    <message>
      <source>Layers in memory are empty because they came from another server: {servers}. Choose it in the panel, then “Refresh cooperation search” in the menu of a layer.</source>
      <translation>I layer in memoria sono vuoti perché provengono da un altro server: {servers}. Sceglierlo nel pannello, poi «Aggiorna la ricerca di cooperazione» nel menu di un layer.</translation>
    </message>
    <message>
      <source>Layers in memory were fetched from the server again: edition {edition}.</source>
      <translation>I layer in memoria sono stati recuperati dal server: edizione {edition}.</translation>
    </message>
    <message>
      <source>Memory layers are saved empty; opening the project fetches them again. To keep them, use a GeoPackage file.</source>
      <translation>I layer in memoria vengono salvati vuoti; aprendo il progetto vengono recuperati. Per conservarli, usare un file GeoPackage.</translation>
    </message>
    <message>
      <source>The server cannot be reached: layers in memory hold its last known answers, edition {edition}.</source>
      <translation>Il server non è raggiungibile: i layer in memoria contengono le sue ultime risposte note, edizione {edition}.</translation>
    </message>
  </context>
  <context>
    <name>MoreCriteria</name>
    <message>
      <source>Also finds programmes for which no source says whether they meet the criteria. Unknown does not mean no.</source>
      <translation>Trova anche programmi di cui nessuna fonte dice se soddisfano i criteri. Ignoto non vuol dire no.</translation>
    </message>
    <message>
      <source>Include programmes that may match</source>
      <translation>Anche i programmi possibili</translation>
    </message>
    <message>
      <source>Sample entries are made up to show the service and state no fact about a programme. Without them, only real entries and stated objectives count.</source>
      <translation>Le voci di esempio sono inventate per mostrare il servizio e non affermano alcun fatto su un programma. Senza di esse si trova solo ciò che dicono le voci reali e gli obiettivi dichiarati.</translation>
    </message>
    <message>
      <source>Show sample entries</source>
      <translation>Mostra le voci di esempio</translation>
    </message>
    <message>
      <source>no samples</source>
      <translation>senza esempi</translation>
    </message>
    <message>
      <source>with unknown</source>
      <translation>con ignoti</translation>
    </message>
  </context>
  <context>
    <name>OnMap</name>
    <message>
      <source>Kept in memory: opening the project fetches them again.</source>
      <translation>In memoria: aprendo il progetto si recuperano di nuovo.</translation>
    </message>
  </context>
  <context>
    <name>Overseas</name>
    <message>
      <source>Azores</source>
      <translation>Azzorre</translation>
    </message>
    <message>
      <source>Canary Islands</source>
      <translation>Isole Canarie</translation>
    </message>
    <message>
      <source>French Guiana</source>
      <translation>Guyana francese</translation>
    </message>
    <message>
      <source>Guadeloupe</source>
      <translation>Guadalupa</translation>
    </message>
    <message>
      <source>Madeira</source>
      <translation>Madera</translation>
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
      <translation>Riunione</translation>
    </message>
    <message>
      <source>Saint-Martin</source>
      <translation>Saint-Martin</translation>
    </message>
  </context>
  <context>
    <name>OwnBar</name>
    <message>
      <source>Abroad only</source>
      <translation>Solo all’estero</translation>
    </message>
    <message>
      <source>Across the border</source>
      <translation>Oltre confine</translation>
    </message>
    <message>
      <source>I work for …</source>
      <translation>Lavoro per…</translation>
    </message>
    <message>
      <source>I work for: {name}</source>
      <translation>Lavoro per: {name}</translation>
    </message>
    <message>
      <source>Leave out the programmes of your own country: partners are sought abroad</source>
      <translation>Escludere i programmi del proprio paese: si cercano partner all’estero</translation>
    </message>
    <message>
      <source>No area abroad shares a border with yours, or lies within 150 km of sea.</source>
      <translation>Nessuna area estera confina con la propria o si trova entro 150 km di mare.</translation>
    </message>
    <message>
      <source>Programmes of the areas on the other side of your borders: NUTS III areas abroad that share a border with yours, or face them across at most 150 km of sea</source>
      <translation>Programmi delle aree oltre i propri confini: aree NUTS III estere che confinano con le proprie o si trovano di fronte a esse a non più di 150 km di mare</translation>
    </message>
    <message>
      <source>Your programme or country: its entries are marked, and partners are sought abroad</source>
      <translation>Il proprio programma o paese: le sue voci sono contrassegnate e si cercano partner all’estero</translation>
    </message>
  </context>
  <context>
    <name>OwnDialog</name>
    <message>
      <source>Asking the server for its programmes…</source>
      <translation>Richiesta dei programmi al server…</translation>
    </message>
    <message>
      <source>Countries and programmes</source>
      <translation>Paesi e programmi</translation>
    </message>
    <message>
      <source>Country, programme or CCI</source>
      <translation>Paese, programma o CCI</translation>
    </message>
    <message>
      <source>I work for …</source>
      <translation>Lavoro per…</translation>
    </message>
    <message>
      <source>Nobody in particular</source>
      <translation>Nessuno in particolare</translation>
    </message>
  </context>
  <context>
    <name>PartnerList</name>
    <message>
      <source>Partners, best first</source>
      <translation>Partner, prima i migliori</translation>
    </message>
    <message>
      <source>The space bar ticks a partner to compare it with others.</source>
      <translation>La barra spaziatrice seleziona un partner per confrontarlo con altri.</translation>
    </message>
  </context>
  <context>
    <name>PartnerSearch</name>
    <message>
      <source>It is of an earlier version.</source>
      <translation>È di una versione precedente.</translation>
    </message>
    <message>
      <source>This server does not find partners.</source>
      <translation>Questo server non trova partner.</translation>
    </message>
  </context>
  <context>
    <name>PartnerSheets</name>
    <message>
      <source>Print layout: {name}</source>
      <translation>Layout di stampa: {name}</translation>
    </message>
    <message>
      <source>The partners are not on the map any more: show them there again.</source>
      <translation>I partner non sono più sulla mappa: mostrateli di nuovo.</translation>
    </message>
  </context>
  <context>
    <name>PartnerStates</name>
    <message>
      <source>Choose a programme in the list of results and press “Find partners” in its details.</source>
      <translation>Scegliere un programma nell'elenco dei risultati e premere «Trova partner» nei suoi dettagli.</translation>
    </message>
    <message>
      <source>Choose another order, or another programme, above.</source>
      <translation>Scegliere sopra un altro ordine o un altro programma.</translation>
    </message>
    <message>
      <source>Few programmes have published what they need. The other ways to look for partners do not depend on it.</source>
      <translation>Pochi programmi hanno pubblicato di che cosa hanno bisogno. Gli altri modi di cercare partner non ne dipendono.</translation>
    </message>
    <message>
      <source>No entry seeks a partner like this one</source>
      <translation>Nessuna voce cerca un partner come questo</translation>
    </message>
    <message>
      <source>No programme can be a partner under these conditions</source>
      <translation>Nessun programma può essere partner a queste condizioni</translation>
    </message>
    <message>
      <source>No programme is alike and far away</source>
      <translation>Nessun programma è simile e lontano</translation>
    </message>
    <message>
      <source>Partners of which programme?</source>
      <translation>Partner di quale programma?</translation>
    </message>
    <message>
      <source>Show the programmes</source>
      <translation>Mostra i programmi</translation>
    </message>
    <message>
      <source>Take away the tick that leaves only programmes of the search.</source>
      <translation>Togliere la spunta che lascia solo i programmi della ricerca.</translation>
    </message>
  </context>
  <context>
    <name>Partners</name>
    <message>
      <source>All facts of this programme</source>
      <translation>Tutti i dati di questo programma</translation>
    </message>
    <message>
      <source>Dark: known. Light: what missing facts could add.</source>
      <translation>Scuro: noto. Chiaro: ciò che i dati mancanti potrebbero aggiungere.</translation>
    </message>
    <message>
      <source>Dark: known. Light: what missing facts could add. Dotted: does not apply.</source>
      <translation>Scuro: noto. Chiaro: ciò che i dati mancanti potrebbero aggiungere. Punteggiato: non si applica.</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Dati</translation>
    </message>
    <message>
      <source>Its own partners</source>
      <translation>I suoi partner</translation>
    </message>
    <message>
      <source>Parts</source>
      <translation>Elementi</translation>
    </message>
    <message>
      <source>SAMPLE</source>
      <translation>ESEMPIO</translation>
    </message>
    <message>
      <source>SAMPLE: entries that meet are made up to show the service</source>
      <translation>ESEMPIO: le voci che si incontrano sono inventate per mostrare il servizio</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Punteggio</translation>
    </message>
    <message>
      <source>This pair in the browser</source>
      <translation>Questa coppia nel browser</translation>
    </message>
    <message>
      <source>does not apply</source>
      <translation>non si applica</translation>
    </message>
    <message>
      <source>no entries meet</source>
      <translation>nessuna voce si incontra</translation>
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
      <translation>Caricamento dei partner…</translation>
    </message>
    <message>
      <source>On the map: {count} partners, edition {edition}.</source>
      <translation>Sulla mappa: {count} partner, edizione {edition}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} partners of its last known answer, edition {edition}.</source>
      <translation>Il server non è raggiungibile: {count} partner dell'ultima risposta nota, edizione {edition}.</translation>
    </message>
  </context>
  <context>
    <name>PartnersPage</name>
    <message>
      <source>Consortia: best sets of partners</source>
      <translation>Consorzi: migliori insiemi di partner</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Per</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Ordine</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Mostra</translation>
    </message>
    <message>
      <source>Who seeks a partner like this one</source>
      <translation>Chi cerca un partner come questo</translation>
    </message>
  </context>
  <context>
    <name>PartnersTab</name>
    <message>
      <source>Partners</source>
      <translation>Partner</translation>
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
      <translation>Trovare anche i programmi che potrebbero soddisfare i criteri (non si sa)</translation>
    </message>
    <message>
      <source>Also find sets that may meet the rules (not known)</source>
      <translation>Trovare anche insiemi che forse rispettano le regole (non noto)</translation>
    </message>
    <message>
      <source>Also find what is near: within a distance in km</source>
      <translation>Anche ciò che è vicino: distanza in km</translation>
    </message>
    <message>
      <source>Authentication</source>
      <translation>Autenticazione</translation>
    </message>
    <message>
      <source>By known and possible fit</source>
      <translation>Per idoneità nota e possibile</translation>
    </message>
    <message>
      <source>By possible fit</source>
      <translation>Per idoneità possibile</translation>
    </message>
    <message>
      <source>CCI or NUTS code</source>
      <translation>CCI o codice NUTS</translation>
    </message>
    <message>
      <source>CRS of my layer, if it has none of its own</source>
      <translation>SR del mio layer, se non ne ha uno</translation>
    </message>
    <message>
      <source>Categories of region that the coordinator can be from</source>
      <translation>Categorie di regione da cui può provenire il coordinatore</translation>
    </message>
    <message>
      <source>Cooperation Atlas</source>
      <translation>Cooperation Atlas</translation>
    </message>
    <message>
      <source>Copies a layer of your own and adds to each feature the NUTS III areas that it intersects, the programmes that cover them, and their topics and scopes (lists joined by '; '). Any geometry and any CRS will do; features without geometry, or outside all areas, have no areas and no programmes. If the layer already has columns of the same names, they are kept, and the added ones get the prefix 'coop_'.</source>
      <translation>Copia un proprio layer e aggiunge a ogni elemento le aree NUTS III che tocca, i programmi che le coprono e i loro temi e ambiti (elenchi uniti da '; '). Qualsiasi geometria e SR; gli elementi senza geometria o fuori da tutte le aree non hanno né aree né programmi. Le colonne del layer con lo stesso nome restano; quelle aggiunte ricevono allora il prefisso 'coop_'.</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Numero</translation>
    </message>
    <message>
      <source>Count by one or two dimensions, such as country,fund</source>
      <translation>Contare per una o due dimensioni, come country,fund</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Paese</translation>
    </message>
    <message>
      <source>Country (name)</source>
      <translation>Paese (nome)</translation>
    </message>
    <message>
      <source>Counts the results of a search by one or two dimensions, such as country, nuts2, topic, scope, fund, objective, category or strategy. If one of them is a place (country, nuts1, nuts2, nuts3, borders_on, sought_country), the output has its areas, styled as a choropleth; otherwise it is a table without geometry. Each share is a range: its upper end also counts features for which the value is not known. A feature can have several values, so shares need not add up to 1.</source>
      <translation>Conta ciò che una ricerca trova per una o due dimensioni, come country, nuts2, topic, scope, fund, objective, category o strategy. Se una di esse è un luogo (country, nuts1, nuts2, nuts3, borders_on, sought_country), l’uscita ha le sue aree, pronta come coropleta; altrimenti è una tabella senza geometria. Le quote hanno due estremi: quello superiore conta anche gli elementi di cui non è noto se abbiano il valore. Un elemento può avere più valori, perciò le quote non sommano necessariamente a 1.</translation>
    </message>
    <message>
      <source>Distance (km)</source>
      <translation>Distanza (km)</translation>
    </message>
    <message>
      <source>Distance in km (0: shared borders only)</source>
      <translation>Distanza in km (0: solo confini comuni)</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Distribuzione</translation>
    </message>
    <message>
      <source>Distribution of a search</source>
      <translation>Distribuzione di una ricerca</translation>
    </message>
    <message>
      <source>Edition {0}. {1}</source>
      <translation>Edizione {0}. {1}</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map of the areas: {}. Their new columns are empty.</source>
      <translation>Elementi che non hanno posto sulla mappa delle aree: {}. Le loro nuove colonne sono vuote.</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map: {}.</source>
      <translation>Elementi che non si possono collocare sulla mappa: {}.</translation>
    </message>
    <message>
      <source>Features that meet no area: {}.</source>
      <translation>Elementi che non incontrano alcuna area: {}.</translation>
    </message>
    <message>
      <source>Features too large for the server: {}. Simplify them and run the algorithm again.</source>
      <translation>Elementi troppo grandi per il server: {}. Semplificateli ed eseguite di nuovo l’algoritmo.</translation>
    </message>
    <message>
      <source>Features with programmes</source>
      <translation>Elementi con programmi</translation>
    </message>
    <message>
      <source>Field that names my features</source>
      <translation>Campo che nomina i miei elementi</translation>
    </message>
    <message>
      <source>Find a consortium</source>
      <translation>Trova un consorzio</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Trova partner</translation>
    </message>
    <message>
      <source>Finds the NUTS III areas covered by at least one programme that meets all criteria, with all the programmes that cover them and their topics and scopes; n_matching and the columns beside it say which of these programmes meet the criteria. The areas are those of NUTS 2016 if only the period 2014-2020 is searched, and otherwise those of NUTS 2021 with the programmes of 2021-2027. Country, NUTS region and strategy describe the area itself.</source>
      <translation>Aree NUTS III coperte da almeno un programma che soddisfa tutti i criteri, con tutti i programmi che le coprono e i loro temi e ambiti; n_matching e le colonne accanto dicono quali di essi soddisfano i criteri. Sono quelle di NUTS 2016 se si cerca solo il periodo 2014-2020, altrimenti quelle di NUTS 2021 con i programmi 2021-2027. Paese, regione NUTS e strategia descrivono l’area stessa.</translation>
    </message>
    <message>
      <source>Finds the NUTS III areas that share a border with the given NUTS regions (codes of any level), and those within a distance of them. With 150 km this reaches the areas that Regulation (EU) 2021/1059, Article 4, counts as maritime neighbours. Distances are measured on the ellipsoid between the generalised borders (1:3 million). Added columns: neighbour_of (NUTS code of the nearest given area), neighbour (land or distance), distance_km.</source>
      <translation>Aree NUTS III che confinano con le regioni NUTS date (codici di qualsiasi livello) e quelle entro una distanza. Con 150 km si raggiungono le aree che il regolamento (UE) 2021/1059, articolo 4, considera vicine per mare. Le distanze si misurano sull’ellissoide tra i confini generalizzati (1:3 milioni). Colonne aggiunte: neighbour_of (codice NUTS dell’area data più vicina), neighbour (land o distance), distance_km.</translation>
    </message>
    <message>
      <source>Finds the best sets of partners for a programme or a need under the rules of a call. The rules are those of a preset of the server (such as i3-1), unless you give numbers of your own. The output has the members of all sets with their areas; the column set numbers the sets, and role says who seeks partners and who could coordinate. If no set meets all rules, the log says which rule to loosen and what that would give. Check the call itself: rules change from one call to the next.</source>
      <translation>I migliori insiemi di partner per un programma o un fabbisogno secondo le regole di un bando: una preimpostazione del server (come i3-1) e numeri propri al posto delle sue regole. L’uscita ha i membri di tutti gli insiemi con le loro aree; la colonna set distingue gli insiemi, role dice chi cerca partner e chi potrebbe coordinare. Se nessun insieme rispetta tutte le regole, il registro dice quali allentare e che cosa si otterrebbe. Verificare il bando: le regole cambiano da un bando all’altro.</translation>
    </message>
    <message>
      <source>Include results based on sample entries</source>
      <translation>Mostra ciò che poggia su voci di esempio</translation>
    </message>
    <message>
      <source>Invalid geometries</source>
      <translation>Geometrie non valide</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. Repaired copies were used.</source>
      <translation>Geometrie non valide: {}. Sono state usate copie riparate.</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. Their new columns are empty.</source>
      <translation>Geometrie non valide: {}. Le loro nuove colonne sono vuote.</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. They were left out.</source>
      <translation>Geometrie non valide: {}. Sono state escluse.</translation>
    </message>
    <message>
      <source>Leave their new columns empty</source>
      <translation>Lascia vuote le loro nuove colonne</translation>
    </message>
    <message>
      <source>Leave them out</source>
      <translation>Escluderle</translation>
    </message>
    <message>
      <source>Lines to partners</source>
      <translation>Linee verso i partner</translation>
    </message>
    <message>
      <source>Loosened: {0}. That gives: {1}</source>
      <translation>Allentato: {0}. Ne risulta: {1}</translation>
    </message>
    <message>
      <source>Maximum number of members</source>
      <translation>Numero massimo di membri</translation>
    </message>
    <message>
      <source>Maximum number of members from one country</source>
      <translation>Numero massimo di membri di un paese</translation>
    </message>
    <message>
      <source>Maximum number of partners</source>
      <translation>Numero massimo di partner</translation>
    </message>
    <message>
      <source>Maximum number of partners from one country</source>
      <translation>Numero massimo di partner di un paese</translation>
    </message>
    <message>
      <source>Maximum number of partners from the same area</source>
      <translation>Numero massimo di partner della stessa area</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Membri</translation>
    </message>
    <message>
      <source>Minimum number of NUTS 2 regions</source>
      <translation>Numero minimo di regioni NUTS 2</translation>
    </message>
    <message>
      <source>Minimum number of countries</source>
      <translation>Numero minimo di paesi</translation>
    </message>
    <message>
      <source>Minimum number of members</source>
      <translation>Numero minimo di membri</translation>
    </message>
    <message>
      <source>Minimum number of members by category of region, such as LD:1,MD:1</source>
      <translation>Numero minimo di membri per categoria di regione, come LD:1,MD:1</translation>
    </message>
    <message>
      <source>My layer</source>
      <translation>Il mio layer</translation>
    </message>
    <message>
      <source>My layer has no CRS. Choose it in “CRS of my layer”.</source>
      <translation>Il mio layer non ha un SR. Sceglierlo in «SR del mio layer».</translation>
    </message>
    <message>
      <source>NUTS III areas</source>
      <translation>Aree NUTS III</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2016)</source>
      <translation>Aree NUTS III (NUTS 2016)</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2021)</source>
      <translation>Aree NUTS III (NUTS 2021)</translation>
    </message>
    <message>
      <source>NUTS regions</source>
      <translation>Regioni NUTS</translation>
    </message>
    <message>
      <source>Name of my feature</source>
      <translation>Nome del mio elemento</translation>
    </message>
    <message>
      <source>Need: own NUTS regions</source>
      <translation>Fabbisogno: regioni NUTS proprie</translation>
    </message>
    <message>
      <source>Need: own country</source>
      <translation>Fabbisogno: paese proprio</translation>
    </message>
    <message>
      <source>Need: scope of partnership</source>
      <translation>Fabbisogno: ambito del partenariato</translation>
    </message>
    <message>
      <source>Need: topics</source>
      <translation>Fabbisogno: temi</translation>
    </message>
    <message>
      <source>Neighbouring areas</source>
      <translation>Aree vicine</translation>
    </message>
    <message>
      <source>Neighbouring regions</source>
      <translation>Regioni vicine</translation>
    </message>
    <message>
      <source>No set meets all rules.</source>
      <translation>Nessun insieme rispetta tutte le regole.</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Non noto</translation>
    </message>
    <message>
      <source>Number of areas</source>
      <translation>Numero di aree</translation>
    </message>
    <message>
      <source>Number of features found</source>
      <translation>Numero di elementi trovati</translation>
    </message>
    <message>
      <source>Number of features that meet no area</source>
      <translation>Numero di elementi che non incontrano alcuna area</translation>
    </message>
    <message>
      <source>Number of invalid geometries</source>
      <translation>Numero di geometrie non valide</translation>
    </message>
    <message>
      <source>Number of my feature</source>
      <translation>Numero del mio elemento</translation>
    </message>
    <message>
      <source>Number of pairs</source>
      <translation>Numero di coppie</translation>
    </message>
    <message>
      <source>Number of partners</source>
      <translation>Numero di partner</translation>
    </message>
    <message>
      <source>Number of programmes</source>
      <translation>Numero di programmi</translation>
    </message>
    <message>
      <source>Number of sets</source>
      <translation>Numero di insiemi</translation>
    </message>
    <message>
      <source>Number of sets found</source>
      <translation>Numero di insiemi trovati</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Offerte ed esigenze</translation>
    </message>
    <message>
      <source>Only areas of other countries</source>
      <translation>Solo aree di altri Paesi</translation>
    </message>
    <message>
      <source>Only candidates with: criteria of the server, one name=value,value a line</source>
      <translation>Solo candidati con: criteri del server, uno per riga come nome=valore,valore</translation>
    </message>
    <message>
      <source>Open on (today, or a day such as 2026-05-31)</source>
      <translation>Aperto il (today o un giorno come 2026-05-31)</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Ordine</translation>
    </message>
    <message>
      <source>Other criteria of the server, one name=value,value a line</source>
      <translation>Altri criteri del server, nome=valore,valore su ogni riga</translation>
    </message>
    <message>
      <source>Over</source>
      <translation>Su</translation>
    </message>
    <message>
      <source>Overlay with programmes or areas</source>
      <translation>Sovrapposizione con programmi o aree</translation>
    </message>
    <message>
      <source>Overlays a layer of your own (points, lines or polygons, in any CRS) on the areas of programmes or on NUTS III areas. Each output feature stands for a pair of your feature and an area. It has the geometry of the area, the number and name of your feature, how your feature lies to the area (equals, within, contains, overlaps, touches, near), the distance, what they share in km² or km, and the share of each that this is. The server does the work: the coordinates of your features are sent to it, but not their attributes. The criteria choose the programmes or areas.</source>
      <translation>Sovrappone un vostro layer (punti, linee o poligoni, qualsiasi SR) alle aree dei programmi o alle aree NUTS III. Ogni elemento in uscita è una coppia: l’area, con il numero del vostro elemento e il campo che lo nomina, come il vostro elemento sta rispetto all’area (equals, within, contains, overlaps, touches, near), la distanza, ciò che condividono in km² o km e la quota di entrambi. Il lavoro lo fa il server: riceve a pezzi le coordinate dei vostri elementi, non gli attributi. I criteri scelgono i programmi o le aree.</translation>
    </message>
    <message>
      <source>Own area</source>
      <translation>Area propria</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>Coppie</translation>
    </message>
    <message>
      <source>Partner programmes</source>
      <translation>Programmi partner</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Periodo</translation>
    </message>
    <message>
      <source>Please give a programme that seeks partners, or a need.</source>
      <translation>Indicare un programma che cerca partner o un fabbisogno.</translation>
    </message>
    <message>
      <source>Please give at least one NUTS code.</source>
      <translation>Indichi almeno un codice NUTS.</translation>
    </message>
    <message>
      <source>Preset of weights: default, neighbours, learn or complement</source>
      <translation>Pesi per nome: default, neighbours, learn, complement</translation>
    </message>
    <message>
      <source>Programme in words (with * for any text: the whole title)</source>
      <translation>Programma in parole (con * per qualsiasi testo: il titolo intero)</translation>
    </message>
    <message>
      <source>Programme or area</source>
      <translation>Programma o area</translation>
    </message>
    <message>
      <source>Programme that seeks partners (CCI)</source>
      <translation>Programma che cerca partner (CCI)</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programmi</translation>
    </message>
    <message>
      <source>Programmes at my features</source>
      <translation>Programmi sui miei elementi</translation>
    </message>
    <message>
      <source>Programmes that must be members (CCI)</source>
      <translation>Programmi che devono essere membri (CCI)</translation>
    </message>
    <message>
      <source>Programmes that must not be members (CCI)</source>
      <translation>Programmi che non devono essere membri (CCI)</translation>
    </message>
    <message>
      <source>Ranks the programmes of other countries that suit a programme (given by its CCI), a need that you describe (topics, regions, country, scope), or both. The score of each partner, and every part of it, is a range: the lower end is what is known, the upper end what is possible while facts are missing. An empty part does not apply. for_you and for_them give the reasons for each side. Write weights as theme:3,border:1; parts that you leave out then do not count. The outputs are the areas of the partners, lines to them from your own area, and your own area, styled as in the panel. Entries whose basis is 'sample' are made up.</source>
      <translation>Ordina i programmi di altri paesi adatti a un programma (il suo CCI), a un fabbisogno descritto (temi, regioni, paese, ambito) o a entrambi. Ogni partner ha i due estremi del punteggio e di ogni sua parte: quello inferiore è ciò che è noto, quello superiore ciò che può essere finché mancano fatti; vuoto significa che una parte non si applica. for_you e for_them danno le ragioni per entrambe le parti. I pesi si scrivono come theme:3,border:1; le parti non nominate non contano. Le uscite sono le aree dei partner, linee dall’area propria alle loro e l’area propria, negli stili del pannello. Le voci la cui base è 'sample' sono inventate.</translation>
    </message>
    <message>
      <source>Regions of programmes</source>
      <translation>Regioni dei programmi</translation>
    </message>
    <message>
      <source>Relation</source>
      <translation>Relazione</translation>
    </message>
    <message>
      <source>Rules of a call, such as i3-1</source>
      <translation>Regole di un bando, come i3-1</translation>
    </message>
    <message>
      <source>Search programmes</source>
      <translation>Cerca programmi</translation>
    </message>
    <message>
      <source>Searches the cohesion programmes of a Cooperation Atlas server. Empty criteria find everything; several codes in one criterion, separated by commas, are alternatives; different criteria must all be met. The output has one multipolygon per programme (EPSG:4326), the union of its area. Topics, scopes and counts whose basis is 'sample' rest on made-up entries and state no fact.</source>
      <translation>Cerca tra i programmi di coesione di un server Cooperation Atlas. I criteri vuoti trovano tutto; più codici di un criterio, separati da virgole, sono alternative; tutti i criteri devono essere soddisfatti. Il risultato ha un multipoligono per programma (EPSG:4326), l’unione della sua area. Temi, ambiti e numeri con base 'sample' poggiano su voci inventate e non affermano alcun fatto.</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Set {0}: {1}</source>
      <translation>Insieme {0}: {1}</translation>
    </message>
    <message>
      <source>Share of my feature</source>
      <translation>Quota del mio elemento</translation>
    </message>
    <message>
      <source>Share of the area</source>
      <translation>Quota dell’area</translation>
    </message>
    <message>
      <source>Share, at least</source>
      <translation>Quota, almeno</translation>
    </message>
    <message>
      <source>Share, at most</source>
      <translation>Quota, al massimo</translation>
    </message>
    <message>
      <source>Shared area (km²)</source>
      <translation>Superficie comune (km²)</translation>
    </message>
    <message>
      <source>Shared length (km)</source>
      <translation>Lunghezza comune (km)</translation>
    </message>
    <message>
      <source>The criterion “{}” is given twice.</source>
      <translation>Il criterio «{}» è indicato due volte.</translation>
    </message>
    <message>
      <source>The rights could not be written into the file: {}</source>
      <translation>Impossibile scrivere i diritti nel file: {}</translation>
    </message>
    <message>
      <source>The server has no criterion “{0}”. It has: {1}.</source>
      <translation>Il server non ha il criterio «{0}». Ha: {1}.</translation>
    </message>
    <message>
      <source>There is no NUTS III area in “{0}” (collection {1}).</source>
      <translation>Non c’è alcuna area NUTS III in «{0}» (raccolta {1}).</translation>
    </message>
    <message>
      <source>Unusual: alike, but far away</source>
      <translation>Insoliti: simili, ma lontani</translation>
    </message>
    <message>
      <source>Use a repaired copy</source>
      <translation>Usa una copia riparata</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>Che cosa si conta</translation>
    </message>
    <message>
      <source>Who seeks a partner like this one</source>
      <translation>Chi cerca un partner come questo</translation>
    </message>
    <message>
      <source>Your own weights, such as theme:3,border:1</source>
      <translation>Pesi propri, come theme:3,border:1</translation>
    </message>
    <message>
      <source>“Who seeks a partner like this one” needs a programme, or a country and no other need.</source>
      <translation>«Chi cerca un partner come questo» richiede un programma, oppure un paese e nessun altro fabbisogno.</translation>
    </message>
    <message>
      <source>“{}” is not a criterion: write name=value, such as fund=ERDF,ESF.</source>
      <translation>«{}» non è un criterio: scrivere nome=valore, ad esempio fund=ERDF,ESF.</translation>
    </message>
    <message>
      <source>“{}” is not an http or https address.</source>
      <translation>«{}» non è un indirizzo http o https.</translation>
    </message>
  </context>
  <context>
    <name>RankedView</name>
    <message>
      <source>Adds the partners, lines to them and the own area as one group; kept in memory</source>
      <translation>Aggiunge i partner, le linee verso di loro e l'area propria come un gruppo; tenuto in memoria</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Confronta</translation>
    </message>
    <message>
      <source>Compare ({count})</source>
      <translation>Confronta ({count})</translation>
    </message>
    <message>
      <source>Show on map</source>
      <translation>Sulla mappa</translation>
    </message>
    <message>
      <source>Shows the ticked partners side by side</source>
      <translation>Mostra affiancati i partner selezionati</translation>
    </message>
    <message>
      <source>Tick two or more partners</source>
      <translation>Selezionare due o più partner</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Pesi</translation>
    </message>
  </context>
  <context>
    <name>RegionCriterion</name>
    <message>
      <source>Choose the regions that features of one of your layers touch</source>
      <translation>Sceglie le regioni toccate dagli elementi di un suo layer</translation>
    </message>
    <message>
      <source>Click regions on the map to choose or deselect them; press Escape to stop</source>
      <translation>Faccia clic sulle regioni della mappa per sceglierle o toglierle; Esc termina</translation>
    </message>
    <message>
      <source>Comparing with the layer…</source>
      <translation>Confronto con il layer…</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Paese</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map: {count}.</source>
      <translation>Elementi senza posto sulla mappa: {count}.</translation>
    </message>
    <message>
      <source>Fetching the boundaries…</source>
      <translation>Recupero dei confini…</translation>
    </message>
    <message>
      <source>From my layer</source>
      <translation>Dal mio layer</translation>
    </message>
    <message>
      <source>Level of the region that a click on the map chooses</source>
      <translation>Livello della regione scelta con un clic sulla mappa</translation>
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
      <translation>Regione NUTS III</translation>
    </message>
    <message>
      <source>NUTS III regions of a layer</source>
      <translation>Regioni NUTS III di un layer</translation>
    </message>
    <message>
      <source>Pick on the map</source>
      <translation>Scegli sulla mappa</translation>
    </message>
    <message>
      <source>Regions touched: {count}.</source>
      <translation>Regioni toccate: {count}.</translation>
    </message>
    <message>
      <source>The boundaries are still being loaded.</source>
      <translation>I confini sono ancora in arrivo.</translation>
    </message>
    <message>
      <source>The layer “{name}” has no CRS. Which one is it in?</source>
      <translation>Il layer «{name}» non ha un SR. In quale è?</translation>
    </message>
    <message>
      <source>There is no NUTS III region at this place.</source>
      <translation>In questo punto non c’è alcuna regione NUTS III.</translation>
    </message>
    <message>
      <source>These features touch no NUTS III region.</source>
      <translation>Questi elementi non toccano alcuna regione NUTS III.</translation>
    </message>
    <message>
      <source>Without a CRS the layer cannot be placed on the map.</source>
      <translation>Senza SR il layer non ha posto sulla mappa.</translation>
    </message>
  </context>
  <context>
    <name>RegionData</name>
    <message>
      <source>Reading the boundaries of the NUTS III areas</source>
      <translation>Lettura dei confini delle aree NUTS III</translation>
    </message>
  </context>
  <context>
    <name>Remarks</name>
    <message>
      <source>All {all} partners.</source>
      <translation>Tutti i partner: {all}.</translation>
    </message>
    <message>
      <source>The first {shown} of {all} partners.</source>
      <translation>I primi {shown} di {all} partner.</translation>
    </message>
  </context>
  <context>
    <name>ReportButton</name>
    <message>
      <source>All countries found</source>
      <translation>Tutti i paesi trovati</translation>
    </message>
    <message>
      <source>All countries found, as PDF…</source>
      <translation>Tutti i paesi trovati, come PDF…</translation>
    </message>
    <message>
      <source>Countries of the selection, as PDF: {}…</source>
      <translation>Paesi della selezione, come PDF: {}…</translation>
    </message>
    <message>
      <source>Countries of the selection: {}</source>
      <translation>Paesi della selezione: {}</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapporto</translation>
    </message>
    <message>
      <source>Report by country: a page for each, with map, programmes found, numbers, legend and sources</source>
      <translation>Rapporto per paese: una pagina per ciascuno, con mappa, programmi trovati, cifre, legenda e fonti</translation>
    </message>
  </context>
  <context>
    <name>Reports</name>
    <message>
      <source>Cancel</source>
      <translation>Annulla</translation>
    </message>
    <message>
      <source>Cancelled; no file was written.</source>
      <translation>Annullato; nessun file è stato scritto.</translation>
    </message>
    <message>
      <source>Load a search on the map first that finds something.</source>
      <translation>Caricare prima sulla mappa una ricerca che trovi qualcosa.</translation>
    </message>
    <message>
      <source>Print layout: {name}</source>
      <translation>Layout di stampa: {name}</translation>
    </message>
    <message>
      <source>Report by country</source>
      <translation>Rapporto per paese</translation>
    </message>
    <message>
      <source>Writing {}</source>
      <translation>Scrittura di {}</translation>
    </message>
    <message>
      <source>Written to {path}: {count} countries.</source>
      <translation>Scritto in {path}: {count} paesi.</translation>
    </message>
    <message>
      <source>{} could not be written.</source>
      <translation>Impossibile scrivere {}.</translation>
    </message>
  </context>
  <context>
    <name>ResultModel</name>
    <message>
      <source>Country</source>
      <translation>Paese</translation>
    </message>
    <message>
      <source>Found in</source>
      <translation>Trovato in</translation>
    </message>
    <message>
      <source>Funds</source>
      <translation>Fondi</translation>
    </message>
    <message>
      <source>May match: no source says whether it meets the search</source>
      <translation>Potrebbe corrispondere: nessuna fonte dice se soddisfa la ricerca</translation>
    </message>
    <message>
      <source>Needs</source>
      <translation>Richieste</translation>
    </message>
    <message>
      <source>Of the programme or country that you work for</source>
      <translation>Del programma o paese per cui si lavora</translation>
    </message>
    <message>
      <source>Offers</source>
      <translation>Offerte</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Periodo</translation>
    </message>
    <message>
      <source>SAMPLE: based on entries made up to show the service</source>
      <translation>ESEMPIO: poggia su voci inventate per mostrare il servizio</translation>
    </message>
    <message>
      <source>Scope</source>
      <translation>Ambito</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titolo</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Temi</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>non noto</translation>
    </message>
  </context>
  <context>
    <name>ResultsPage</name>
    <message>
      <source>Offers and needs</source>
      <translation>Offerte ed esigenze</translation>
    </message>
    <message>
      <source>Offers and needs ({count})</source>
      <translation>Offerte ed esigenze ({count})</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programmi</translation>
    </message>
    <message>
      <source>Programmes found</source>
      <translation>Programmi trovati</translation>
    </message>
  </context>
  <context>
    <name>RowMenu</name>
    <message>
      <source>Copy the CCI</source>
      <translation>Copiare il CCI</translation>
    </message>
    <message>
      <source>Copy the row</source>
      <translation>Copiare la riga</translation>
    </message>
    <message>
      <source>Copy the rows</source>
      <translation>Copiare le righe</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Trovare partner</translation>
    </message>
    <message>
      <source>Let it flash</source>
      <translation>Far lampeggiare</translation>
    </message>
    <message>
      <source>Open its page in the browser</source>
      <translation>Aprire la pagina nel browser</translation>
    </message>
    <message>
      <source>Select on the map</source>
      <translation>Selezionare sulla mappa</translation>
    </message>
    <message>
      <source>Show on the map</source>
      <translation>Mostrare sulla mappa</translation>
    </message>
    <message>
      <source>Show the programme</source>
      <translation>Mostrare il programma</translation>
    </message>
    <message>
      <source>Zoom to it</source>
      <translation>Zoom su questo</translation>
    </message>
  </context>
  <context>
    <name>RulesForm</name>
    <message>
      <source>Also sets that may meet the rules</source>
      <translation>Anche insiemi che potrebbero rispettare le regole</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Categoria di regione</translation>
    </message>
    <message>
      <source>Category of the coordinator’s region</source>
      <translation>Categoria della regione del coordinatore</translation>
    </message>
    <message>
      <source>Check the call</source>
      <translation>Verificate il bando</translation>
    </message>
    <message>
      <source>Coordinator in any region</source>
      <translation>Coordinatore in qualsiasi regione</translation>
    </message>
    <message>
      <source>Coordinator: {}</source>
      <translation>Coordinatore: {}</translation>
    </message>
    <message>
      <source>Countries, at least</source>
      <translation>Paesi, almeno</translation>
    </message>
    <message>
      <source>Facts that are not known count as met; each set says whether it is certain</source>
      <translation>Ciò che non è noto conta come rispettato; ogni insieme dice se è certo</translation>
    </message>
    <message>
      <source>From one country, at most</source>
      <translation>Di un paese, al massimo</translation>
    </message>
    <message>
      <source>In brackets: what the call asks for</source>
      <translation>Tra parentesi: ciò che il bando chiede</translation>
    </message>
    <message>
      <source>Members of any category of region</source>
      <translation>Membri di qualsiasi categoria di regione</translation>
    </message>
    <message>
      <source>Members of this category, at least</source>
      <translation>Membri di questa categoria, almeno</translation>
    </message>
    <message>
      <source>Members, at least</source>
      <translation>Membri, almeno</translation>
    </message>
    <message>
      <source>NUTS 2 regions, at least</source>
      <translation>Regioni NUTS 2, almeno</translation>
    </message>
    <message>
      <source>No call: rules of your own</source>
      <translation>Nessun bando: regole proprie</translation>
    </message>
    <message>
      <source>Rules of a call</source>
      <translation>Regole di un bando</translation>
    </message>
    <message>
      <source>countries {n}</source>
      <translation>paesi {n}</translation>
    </message>
    <message>
      <source>from one country {n}</source>
      <translation>di un paese {n}</translation>
    </message>
    <message>
      <source>members {n}</source>
      <translation>membri {n}</translation>
    </message>
    <message>
      <source>no rules yet</source>
      <translation>ancora nessuna regola</translation>
    </message>
    <message>
      <source>regions {n}</source>
      <translation>regioni {n}</translation>
    </message>
    <message>
      <source>rules as read in</source>
      <translation>regole lette in</translation>
    </message>
  </context>
  <context>
    <name>RulesStates</name>
    <message>
      <source>Choose a call above, or say how many members, regions or countries are needed.</source>
      <translation>Scegliete sopra un bando, o dite quanti membri, regioni o paesi servono.</translation>
    </message>
    <message>
      <source>Which rules must a consortium meet?</source>
      <translation>Quali regole deve rispettare un consorzio?</translation>
    </message>
  </context>
  <context>
    <name>SaveDialog</name>
    <message>
      <source>Name</source>
      <translation>Nome</translation>
    </message>
    <message>
      <source>Name of the search</source>
      <translation>Nome della ricerca</translation>
    </message>
    <message>
      <source>Save it in the project, for everyone who opens it</source>
      <translation>Conservarla nel progetto, per tutti coloro che lo aprono</translation>
    </message>
    <message>
      <source>Save this search</source>
      <translation>Salva questa ricerca</translation>
    </message>
  </context>
  <context>
    <name>SavedSearches</name>
    <message>
      <source>A saved search needs a name.</source>
      <translation>Una ricerca salvata ha bisogno di un nome.</translation>
    </message>
    <message>
      <source>There is another search called “{name}”.</source>
      <translation>C’è un’altra ricerca chiamata «{name}».</translation>
    </message>
    <message>
      <source>This file contains no saved searches that can be read.</source>
      <translation>Questo file non contiene ricerche salvate leggibili.</translation>
    </message>
    <message>
      <source>This name is too long.</source>
      <translation>Questo nome è troppo lungo.</translation>
    </message>
  </context>
  <context>
    <name>ScopeCriterion</name>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Ambito del partenariato necessario</translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message>
      <source>A saved search has an unknown criterion.</source>
      <translation>Una ricerca salvata contiene un criterio sconosciuto.</translation>
    </message>
    <message>
      <source>A saved search must be a JSON object.</source>
      <translation>Una ricerca salvata deve essere un oggetto JSON.</translation>
    </message>
    <message>
      <source>A value of a saved search has the wrong type.</source>
      <translation>Una ricerca salvata contiene un valore di tipo sbagliato.</translation>
    </message>
    <message>
      <source>All programmes</source>
      <translation>Tutti i programmi</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Categoria di regione</translation>
    </message>
    <message>
      <source>Countries left out</source>
      <translation>Paesi esclusi</translation>
    </message>
    <message>
      <source>Countries sought</source>
      <translation>Paesi cercati</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Paese</translation>
    </message>
    <message>
      <source>ESF+ secondary theme</source>
      <translation>Tema secondario del FSE+</translation>
    </message>
    <message>
      <source>Entries that partners can answer on that day (in Brussels) and whose action is not completed</source>
      <translation>Voci a cui i partner possono rispondere in quel giorno (a Bruxelles) e la cui azione non è conclusa</translation>
    </message>
    <message>
      <source>Form of cooperation</source>
      <translation>Forma di cooperazione</translation>
    </message>
    <message>
      <source>Fund</source>
      <translation>Fondo</translation>
    </message>
    <message>
      <source>Has a land border with</source>
      <translation>Ha un confine terrestre con</translation>
    </message>
    <message>
      <source>Intervention field</source>
      <translation>Settore di intervento</translation>
    </message>
    <message>
      <source>Macro-regional or sea-basin strategy</source>
      <translation>Strategia macroregionale o di bacino marittimo</translation>
    </message>
    <message>
      <source>NUTS region</source>
      <translation>Regione NUTS</translation>
    </message>
    <message>
      <source>Objective</source>
      <translation>Obiettivo</translation>
    </message>
    <message>
      <source>Offers or needs</source>
      <translation>Offerte o esigenze</translation>
    </message>
    <message>
      <source>Open on</source>
      <translation>Aperto</translation>
    </message>
    <message>
      <source>Open on {}</source>
      <translation>Aperto il {}</translation>
    </message>
    <message>
      <source>Open today</source>
      <translation>Aperto oggi</translation>
    </message>
    <message>
      <source>Partners sought</source>
      <translation>Partner cercati</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Periodo</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Ambito del partenariato necessario</translation>
    </message>
    <message>
      <source>Status of the cooperation</source>
      <translation>Stato della cooperazione</translation>
    </message>
    <message>
      <source>Strategies sought</source>
      <translation>Strategie cercate</translation>
    </message>
    <message>
      <source>Territorial focus</source>
      <translation>Orientamento territoriale</translation>
    </message>
    <message>
      <source>This search was saved by a newer version of the plugin.</source>
      <translation>Questa ricerca è stata salvata da una versione più recente del plugin.</translation>
    </message>
    <message>
      <source>Title: {}</source>
      <translation>Titolo: {}</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Tema delle azioni di cooperazione</translation>
    </message>
    <message>
      <source>Words: {}</source>
      <translation>Parole: {}</translation>
    </message>
    <message>
      <source>including programmes that may meet the criteria</source>
      <translation>inclusi i programmi che potrebbero soddisfare i criteri</translation>
    </message>
    <message>
      <source>without sample entries</source>
      <translation>senza voci di esempio</translation>
    </message>
  </context>
  <context>
    <name>SearchBar</name>
    <message>
      <source>A filter that finds the same programmes in other clients</source>
      <translation>Un filtro che trova gli stessi programmi in altri client</translation>
    </message>
    <message>
      <source>Clear all choices</source>
      <translation>Annulla ogni scelta</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copia</translation>
    </message>
    <message>
      <source>Copy as CQL2</source>
      <translation>Copia come CQL2</translation>
    </message>
    <message>
      <source>Copy as link</source>
      <translation>Copia come collegamento</translation>
    </message>
    <message>
      <source>Copy this search for use elsewhere, or paste a copied one</source>
      <translation>Copiare questa ricerca per usarla altrove, o incollarne una copiata</translation>
    </message>
    <message>
      <source>First copy a link to a search, here or on the server's pages</source>
      <translation>Copiate prima l’indirizzo di una ricerca: da qui o dalle pagine del server</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aiuto</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Cronologia</translation>
    </message>
    <message>
      <source>How to search, in your browser</source>
      <translation>Come cercare, nel browser</translation>
    </message>
    <message>
      <source>Manage…</source>
      <translation>Gestisci…</translation>
    </message>
    <message>
      <source>No search yet</source>
      <translation>Ancora nessuna ricerca</translation>
    </message>
    <message>
      <source>Nothing saved yet</source>
      <translation>Ancora nulla di salvato</translation>
    </message>
    <message>
      <source>Paste link</source>
      <translation>Incolla link</translation>
    </message>
    <message>
      <source>Remove all</source>
      <translation>Dimentica tutte</translation>
    </message>
    <message>
      <source>Remove one</source>
      <translation>Dimenticane una</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Azzera</translation>
    </message>
    <message>
      <source>Save this search…</source>
      <translation>Salva questa ricerca…</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Salvate</translation>
    </message>
    <message>
      <source>Searches saved under a name</source>
      <translation>Ricerche salvate con un nome</translation>
    </message>
    <message>
      <source>Show the search of the link on the clipboard</source>
      <translation>Mostrare la ricerca del link negli appunti</translation>
    </message>
    <message>
      <source>The CQL2 filter of this search is on the clipboard.</source>
      <translation>Il filtro CQL2 di questa ricerca è negli appunti.</translation>
    </message>
    <message>
      <source>The last searches</source>
      <translation>Le ultime ricerche</translation>
    </message>
    <message>
      <source>The link to this search is on the clipboard.</source>
      <translation>Il collegamento a questa ricerca è negli appunti.</translation>
    </message>
    <message>
      <source>This search as a link to the server</source>
      <translation>La stessa ricerca come indirizzo sul server</translation>
    </message>
    <message>
      <source>{name} (project)</source>
      <translation>{name} (progetto)</translation>
    </message>
  </context>
  <context>
    <name>Section</name>
    <message>
      <source>Clear “{title}”</source>
      <translation>Svuota «{title}»</translation>
    </message>
    <message>
      <source>Hide the choices</source>
      <translation>Nascondi le scelte</translation>
    </message>
    <message>
      <source>Show the choices</source>
      <translation>Mostra le scelte</translation>
    </message>
  </context>
  <context>
    <name>SheetButton</name>
    <message>
      <source>Atlas of the best {count}</source>
      <translation>Atlante dei migliori {count}</translation>
    </message>
    <message>
      <source>Atlas of the ticked partners ({count})</source>
      <translation>Atlante dei partner selezionati ({count})</translation>
    </message>
    <message>
      <source>Lays partners out on pages, with map, reasons and sources, to print or as PDF</source>
      <translation>Impagina i partner, con mappa, ragioni e fonti, per la stampa o come PDF</translation>
    </message>
    <message>
      <source>Print partner sheets</source>
      <translation>Stampa schede dei partner</translation>
    </message>
    <message>
      <source>Sheet of this partner</source>
      <translation>Scheda di questo partner</translation>
    </message>
  </context>
  <context>
    <name>StatePage</name>
    <message>
      <source>Asking the server…</source>
      <translation>Interrogazione del server…</translation>
    </message>
    <message>
      <source>Change the choice that the server names, or reset the search.</source>
      <translation>Cambi la scelta indicata dal server o azzeri la ricerca.</translation>
    </message>
    <message>
      <source>Check the address of the server and your network, then try again.</source>
      <translation>Controlli l’indirizzo del server e la rete, poi riprovi.</translation>
    </message>
    <message>
      <source>Check the address of the server.</source>
      <translation>Controlli l’indirizzo del server.</translation>
    </message>
    <message>
      <source>Choose what to look for. The number of programmes found is always shown below; “Search” lists them.</source>
      <translation>Scelga che cosa cerca. Il numero di programmi trovati è sempre in basso; «Cerca» li elenca.</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>Caricamento</translation>
    </message>
    <message>
      <source>No offer or need meets all criteria</source>
      <translation>Nessuna offerta o esigenza soddisfa tutti i criteri</translation>
    </message>
    <message>
      <source>No programme meets all criteria</source>
      <translation>Nessun programma soddisfa tutto questo</translation>
    </message>
    <message>
      <source>No search yet</source>
      <translation>Ancora nessuna ricerca</translation>
    </message>
    <message>
      <source>Press “Test” in the Server section: QGIS asks whether to trust it.</source>
      <translation>Premere «Prova» nella sezione Server: QGIS chiede se fidarsi.</translation>
    </message>
    <message>
      <source>Press “Try again” to go on.</source>
      <translation>Prema «Riprova» per continuare.</translation>
    </message>
    <message>
      <source>Programmes are also found by their own facts. An entry must itself meet all criteria of entries, such as topic and scope.</source>
      <translation>I programmi si trovano anche in base ai propri dati. Una voce deve soddisfare essa stessa tutti i criteri delle voci, come tema e ambito.</translation>
    </message>
    <message>
      <source>Remove one of the choices: the numbers beside them show how many programmes each would find.</source>
      <translation>Annulli una delle scelte: i numeri accanto dicono che cosa troverebbe ciascuna.</translation>
    </message>
    <message>
      <source>Reset the search</source>
      <translation>Azzera la ricerca</translation>
    </message>
    <message>
      <source>Show the connection</source>
      <translation>Mostra la connessione</translation>
    </message>
    <message>
      <source>The server has a problem: try again in a moment.</source>
      <translation>Il server ha un problema suo: riprovi tra poco.</translation>
    </message>
    <message>
      <source>The server or the network is slow: try again in a moment.</source>
      <translation>Il server o la rete è lento: riprovi tra poco.</translation>
    </message>
    <message>
      <source>Then press “Test”; QGIS asks for them again.</source>
      <translation>Poi premere «Prova»; QGIS li chiede di nuovo.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Riprova</translation>
    </message>
    <message>
      <source>Try again; if the problem persists, contact the people who run the server.</source>
      <translation>Riprovi; se resta così, avvisi chi gestisce il server.</translation>
    </message>
    <message>
      <source>Update the plugin, or choose another server.</source>
      <translation>Aggiorni il plugin o scelga un altro server.</translation>
    </message>
  </context>
  <context>
    <name>Store</name>
    <message>
      <source>A saved search cannot be read: {reason}</source>
      <translation>Una ricerca conservata non può essere letta: {reason}</translation>
    </message>
  </context>
  <context>
    <name>Styles</name>
    <message>
      <source>1 programme</source>
      <translation>1 programma</translation>
    </message>
    <message>
      <source>1 programme found</source>
      <translation>1 programma trovato</translation>
    </message>
    <message>
      <source>1 project (keep.eu)</source>
      <translation>1 progetto (keep.eu)</translation>
    </message>
    <message>
      <source>All of them (best match)</source>
      <translation>Tutti (corrispondenza migliore)</translation>
    </message>
    <message>
      <source>As many offers as needs</source>
      <translation>Tante offerte quante esigenze</translation>
    </message>
    <message>
      <source>By sea</source>
      <translation>Via mare</translation>
    </message>
    <message>
      <source>By the mapping of an objective</source>
      <translation>Per corrispondenza di un obiettivo</translation>
    </message>
    <message>
      <source>By the mapping of an objective, or not known</source>
      <translation>Per corrispondenza di un obiettivo, o non noto</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Categoria di regione</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Paese</translation>
    </message>
    <message>
      <source>Dashed white: rests on sample entries</source>
      <translation>Tratteggio bianco: si basa su voci di esempio</translation>
    </message>
    <message>
      <source>Equal intervals</source>
      <translation>Intervalli uguali</translation>
    </message>
    <message>
      <source>Everything is known</source>
      <translation>È noto tutto</translation>
    </message>
    <message>
      <source>Four or more of them</source>
      <translation>Quattro o più</translation>
    </message>
    <message>
      <source>Hatched: rests on sample entries</source>
      <translation>Tratteggiato: si basa su voci di esempio</translation>
    </message>
    <message>
      <source>It lies in my feature</source>
      <translation>È contenuto nel mio elemento</translation>
    </message>
    <message>
      <source>More needs than offers, by {}</source>
      <translation>Più esigenze che offerte, di {}</translation>
    </message>
    <message>
      <source>More offers than needs, by {}</source>
      <translation>Più offerte che esigenze, di {}</translation>
    </message>
    <message>
      <source>My feature lies in it</source>
      <translation>Il mio elemento vi è contenuto</translation>
    </message>
    <message>
      <source>My programme</source>
      <translation>Il mio programma</translation>
    </message>
    <message>
      <source>Natural breaks</source>
      <translation>Interruzioni naturali</translation>
    </message>
    <message>
      <source>Near my feature</source>
      <translation>Vicino al mio elemento</translation>
    </message>
    <message>
      <source>No category: not EU</source>
      <translation>Nessuna categoria: non UE</translation>
    </message>
    <message>
      <source>No cooperation entry known</source>
      <translation>Nessuna voce di cooperazione nota</translation>
    </message>
    <message>
      <source>No offer or need found</source>
      <translation>Nessuna offerta né esigenza trovata</translation>
    </message>
    <message>
      <source>No programme</source>
      <translation>Nessun programma</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Nessuno</translation>
    </message>
    <message>
      <source>None known (keep.eu)</source>
      <translation>Nessuno noto (keep.eu)</translation>
    </message>
    <message>
      <source>None of them known</source>
      <translation>Nessuno noto</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Non noto</translation>
    </message>
    <message>
      <source>Not known whether one matches</source>
      <translation>Non si sa se uno corrisponda</translation>
    </message>
    <message>
      <source>Number of programmes</source>
      <translation>Numero di programmi</translation>
    </message>
    <message>
      <source>Offers against needs</source>
      <translation>Offerte rispetto alle esigenze</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Offerte ed esigenze</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Altri</translation>
    </message>
    <message>
      <source>Other programmes</source>
      <translation>Altri programmi</translation>
    </message>
    <message>
      <source>Overlaps my feature</source>
      <translation>Si sovrappone al mio elemento</translation>
    </message>
    <message>
      <source>Pretty breaks</source>
      <translation>Interruzioni arrotondate</translation>
    </message>
    <message>
      <source>Programmes of my country</source>
      <translation>Programmi del mio paese</translation>
    </message>
    <message>
      <source>Quantiles</source>
      <translation>Quantili</translation>
    </message>
    <message>
      <source>Ringed: entries of my country</source>
      <translation>Con anello: voci del mio paese</translation>
    </message>
    <message>
      <source>Ringed: my entries</source>
      <translation>Con anello: le mie voci</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Ambito del partenariato necessario</translation>
    </message>
    <message>
      <source>Shared border</source>
      <translation>Confine comune</translation>
    </message>
    <message>
      <source>Territorial cooperation 2014-2020</source>
      <translation>Cooperazione territoriale 2014-2020</translation>
    </message>
    <message>
      <source>The same as my feature</source>
      <translation>Uguale al mio elemento</translation>
    </message>
    <message>
      <source>Three of them</source>
      <translation>Tre di essi</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Tema delle azioni di cooperazione</translation>
    </message>
    <message>
      <source>Touch in a point</source>
      <translation>Si toccano in un punto</translation>
    </message>
    <message>
      <source>Touches my feature</source>
      <translation>Tocca il mio elemento</translation>
    </message>
    <message>
      <source>Two of them</source>
      <translation>Due di essi</translation>
    </message>
    <message>
      <source>What is known</source>
      <translation>Che cosa è noto</translation>
    </message>
    <message>
      <source>{0} to {1} % is known</source>
      <translation>È noto dal {0} al {1} %</translation>
    </message>
    <message>
      <source>{} (sample)</source>
      <translation>{} (esempio)</translation>
    </message>
    <message>
      <source>{} or more</source>
      <translation>{} o più</translation>
    </message>
    <message>
      <source>{} programmes</source>
      <translation>{} programmi</translation>
    </message>
    <message>
      <source>{} programmes found</source>
      <translation>{} programmi trovati</translation>
    </message>
    <message>
      <source>{} projects (keep.eu)</source>
      <translation>{} progetti (keep.eu)</translation>
    </message>
    <message>
      <source>{}, not read in a source</source>
      <translation>{}, non letto in una fonte</translation>
    </message>
  </context>
  <context>
    <name>TableBar</name>
    <message>
      <source>All columns</source>
      <translation>Tutte le colonne</translation>
    </message>
    <message>
      <source>Columns, and the column to filter</source>
      <translation>Colonne, e quale filtrare</translation>
    </message>
    <message>
      <source>Filter in</source>
      <translation>Filtrare in</translation>
    </message>
    <message>
      <source>Filter the rows</source>
      <translation>Filtrare le righe</translation>
    </message>
    <message>
      <source>Filter these rows</source>
      <translation>Filtrare queste righe</translation>
    </message>
    <message>
      <source>Filter “{column}”</source>
      <translation>Filtrare «{column}»</translation>
    </message>
    <message>
      <source>Rows shown</source>
      <translation>Righe mostrate</translation>
    </message>
    <message>
      <source>Selected rows on top</source>
      <translation>Righe selezionate in alto</translation>
    </message>
    <message>
      <source>Shows the rows that have every word; the search and the map stay as they are</source>
      <translation>Mostra le righe che contengono tutte le parole; la ricerca e la mappa non cambiano</translation>
    </message>
    <message>
      <source>{shown} of {all}</source>
      <translation>{shown} di {all}</translation>
    </message>
  </context>
  <context>
    <name>TextCriterion</name>
    <message>
      <source>Values separated by commas</source>
      <translation>Valori separati da virgole</translation>
    </message>
  </context>
  <context>
    <name>Tips</name>
    <message>
      <source>All programmes here</source>
      <translation>Tutti i programmi qui</translation>
    </message>
    <message>
      <source>Based on SAMPLE entries: made up, not facts</source>
      <translation>Poggia su ESEMPI: inventati, nessun fatto</translation>
    </message>
    <message>
      <source>By sea, at most 150 km</source>
      <translation>Via mare, al massimo 150 km</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Categoria di regione</translation>
    </message>
    <message>
      <source>Common border (km)</source>
      <translation>Confine comune (km)</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Paese</translation>
    </message>
    <message>
      <source>Date of the sources</source>
      <translation>Stato delle fonti</translation>
    </message>
    <message>
      <source>Distance (km)</source>
      <translation>Distanza (km)</translation>
    </message>
    <message>
      <source>Entries that meet are SAMPLES: made up, not facts</source>
      <translation>Le voci che si incontrano sono ESEMPI: inventate, non fatti</translation>
    </message>
    <message>
      <source>Funds</source>
      <translation>Fondi</translation>
    </message>
    <message>
      <source>Interreg projects 2014-2020 (keep.eu)</source>
      <translation>Progetti Interreg 2014-2020 (keep.eu)</translation>
    </message>
    <message>
      <source>Land border with</source>
      <translation>Confine terrestre con</translation>
    </message>
    <message>
      <source>Managing authority</source>
      <translation>Autorità di gestione</translation>
    </message>
    <message>
      <source>Neighbours</source>
      <translation>Vicini</translation>
    </message>
    <message>
      <source>Offers / needs</source>
      <translation>Offerte / esigenze</translation>
    </message>
    <message>
      <source>Offers / needs found</source>
      <translation>Offerte / esigenze trovate</translation>
    </message>
    <message>
      <source>Offers or needs found</source>
      <translation>Offerte o richieste trovate</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Periodo</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programmi</translation>
    </message>
    <message>
      <source>Programmes found: {number} of {whole}</source>
      <translation>Programmi trovati: {number} di {whole}</translation>
    </message>
    <message>
      <source>SAMPLE: made up, states no fact</source>
      <translation>ESEMPIO: inventato, non è un fatto</translation>
    </message>
    <message>
      <source>Scope of partnership</source>
      <translation>Ambito del partenariato</translation>
    </message>
    <message>
      <source>Scopes found</source>
      <translation>Ambiti trovati</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Punteggio</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Temi</translation>
    </message>
    <message>
      <source>Topics found</source>
      <translation>Temi trovati</translation>
    </message>
  </context>
  <context>
    <name>TitleCriterion</name>
    <message>
      <source>Programme in words</source>
      <translation>Programma in parole</translation>
    </message>
    <message>
      <source>Title, CCI, region, authority, topic</source>
      <translation>Titolo, CCI, regione, autorità, tema</translation>
    </message>
    <message>
      <source>Words of the title, the CCI, the managing authority, the regions in any language, or the topics. Accents and capitals make no difference. With * for any text, the whole title is compared: ERDF*Sicil*. While you type, titles are suggested. A copied link to a search can be pasted here.</source>
      <translation>Parole del titolo, il CCI, l’autorità di gestione, le regioni in qualsiasi lingua o i temi. Accenti e maiuscole non contano. Con * per qualsiasi testo si confronta il titolo intero: ERDF*Sicil*. Mentre si scrive vengono suggeriti titoli. Qui si può incollare un link copiato a una ricerca.</translation>
    </message>
  </context>
  <context>
    <name>TopicCriterion</name>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Tema delle azioni di cooperazione</translation>
    </message>
  </context>
  <context>
    <name>WeightsPanel</name>
    <message>
      <source>All weights are 0: at least one part must count.</source>
      <translation>Tutti i pesi sono 0: almeno un elemento deve contare.</translation>
    </message>
    <message>
      <source>From one country</source>
      <translation>Di uno stesso paese</translation>
    </message>
    <message>
      <source>Only programmes of the search</source>
      <translation>Solo programmi della ricerca</translation>
    </message>
    <message>
      <source>Partners must meet the criteria of the search, too</source>
      <translation>I partner devono soddisfare anche i criteri della ricerca</translation>
    </message>
    <message>
      <source>Show at most</source>
      <translation>Mostra al massimo</translation>
    </message>
    <message>
      <source>Weight of “{part}”</source>
      <translation>Peso di «{part}»</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Pesi</translation>
    </message>
    <message>
      <source>Weights of your own</source>
      <translation>Pesi personali</translation>
    </message>
    <message>
      <source>What counts most; the sliders below show and change it</source>
      <translation>Che cosa conta di più; i cursori sotto lo mostrano e lo cambiano</translation>
    </message>
    <message>
      <source>With the same area</source>
      <translation>Con la stessa area</translation>
    </message>
  </context>
</TS>
