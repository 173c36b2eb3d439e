<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Api</name>
    <message>
      <source>Choose or create an authentication configuration in the Server section.</source>
      <translation>Wählen oder erstellen Sie im Abschnitt „Server“ eine Authentifizierungskonfiguration.</translation>
    </message>
    <message>
      <source>Enter them in QGIS's options, under Network.</source>
      <translation>Geben Sie beides in den QGIS-Optionen unter „Netzwerk“ ein.</translation>
    </message>
    <message>
      <source>It does not describe its criteria.</source>
      <translation>Er beschreibt seine Kriterien nicht.</translation>
    </message>
    <message>
      <source>It has no collection {}.</source>
      <translation>Die Sammlung {} fehlt dort.</translation>
    </message>
    <message>
      <source>The authentication configuration {} could not be used.</source>
      <translation>Die Authentifizierungskonfiguration {} konnte nicht verwendet werden.</translation>
    </message>
    <message>
      <source>The proxy requires a user name and a password.</source>
      <translation>Der Proxy verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
      <source>The request was cancelled.</source>
      <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
      <source>The server cannot be reached, or the connection broke off.</source>
      <translation>Der Server ist nicht erreichbar, oder die Verbindung brach ab.</translation>
    </message>
    <message>
      <source>The server did not answer in time.</source>
      <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
      <source>The server failed (HTTP {}).</source>
      <translation>Der Server ist gescheitert (HTTP {}).</translation>
    </message>
    <message>
      <source>The server refused the request (HTTP {}).</source>
      <translation>Der Server hat die Anfrage abgelehnt (HTTP {}).</translation>
    </message>
    <message>
      <source>The server requires a user name and a password.</source>
      <translation>Der Server verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
      <source>The server's answer is damaged or not what was expected.</source>
      <translation>Die Antwort des Servers ist beschädigt oder anders als erwartet.</translation>
    </message>
    <message>
      <source>The server's answer is too large.</source>
      <translation>Die Antwort des Servers ist zu groß.</translation>
    </message>
    <message>
      <source>The server's certificate was not accepted, so nothing was sent to it.</source>
      <translation>Das Zertifikat des Servers wurde nicht akzeptiert; es wurde nichts an ihn gesendet.</translation>
    </message>
    <message>
      <source>This Cooperation Atlas server is of a version that this plugin cannot use.</source>
      <translation>Dieser Cooperation-Atlas-Server hat eine Version, die diese Erweiterung nicht nutzen kann.</translation>
    </message>
    <message>
      <source>This address is not a Cooperation Atlas server.</source>
      <translation>Diese Adresse ist kein Cooperation-Atlas-Server.</translation>
    </message>
    <message>
      <source>This is a plain {} server, not a Cooperation Atlas.</source>
      <translation>Dies ist ein gewöhnlicher {}-Server, kein Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is another OGC API server, not a Cooperation Atlas.</source>
      <translation>Dies ist ein anderer OGC-API-Server, kein Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is not an http or https address.</source>
      <translation>Das ist keine http- oder https-Adresse.</translation>
    </message>
    <message>
      <source>a GeoJSON FeatureCollection was expected</source>
      <translation>eine GeoJSON-FeatureCollection wurde erwartet</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>eine Liste</translation>
    </message>
    <message>
      <source>a list of texts</source>
      <translation>eine Liste von Texten</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>ein Text</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>eine ganze Zahl</translation>
    </message>
    <message>
      <source>an empty page with a next link</source>
      <translation>eine leere Seite mit einem Verweis auf die nächste</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>wahr oder falsch</translation>
    </message>
    <message>
      <source>{place}: {expected} was expected</source>
      <translation>{place}: {expected} wurde erwartet</translation>
    </message>
    <message>
      <source>{title} has these collections: {names}. QGIS shows them by Layer, Add Layer, Add WFS / OGC API - Features Layer; the search, the counts and the lists of this panel need a Cooperation Atlas.</source>
      <translation>{title} hat diese Sammlungen: {names}. QGIS zeigt sie über Layer, Layer hinzufügen, WFS-/OGC-API-Features-Layer hinzufügen; Suche, Zahlen und Listen dieses Fensters brauchen einen Cooperation Atlas.</translation>
    </message>
    <message>
      <source>{}: a GeoJSON feature was expected</source>
      <translation>{}: ein GeoJSON-Feature wurde erwartet</translation>
    </message>
    <message>
      <source>{}: an object was expected</source>
      <translation>{}: ein Objekt wurde erwartet</translation>
    </message>
  </context>
  <context>
    <name>AskerBox</name>
    <message>
      <source>Choose a programme</source>
      <translation>Ein Programm wählen</translation>
    </message>
    <message>
      <source>My programme, for this search</source>
      <translation>Mein Programm, für diese Suche</translation>
    </message>
    <message>
      <source>Partners for</source>
      <translation>Partner für</translation>
    </message>
    <message>
      <source>This search, as a need</source>
      <translation>Diese Suche als Bedarf</translation>
    </message>
    <message>
      <source>Whose partners are shown</source>
      <translation>Wessen Partner gezeigt werden</translation>
    </message>
    <message>
      <source>{title} (my country)</source>
      <translation>{title} (mein Land)</translation>
    </message>
    <message>
      <source>{title} (my programme)</source>
      <translation>{title} (mein Programm)</translation>
    </message>
  </context>
  <context>
    <name>BooleanCriterion</name>
    <message>
      <source>either</source>
      <translation>beliebig</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
  </context>
  <context>
    <name>Categories</name>
    <message>
      <source>Key categories</source>
      <translation>Hauptthemen</translation>
    </message>
  </context>
  <context>
    <name>ChoiceBox</name>
    <message>
      <source>Down: into the list. Enter: tick the first match.</source>
      <translation>Pfeil nach unten: in die Liste. Eingabe: ersten Treffer ankreuzen.</translation>
    </message>
    <message>
      <source>Nothing in this list matches “{text}”.</source>
      <translation>Nichts in dieser Liste heißt „{text}“.</translation>
    </message>
    <message>
      <source>Search by name or code</source>
      <translation>Nach Name oder Code suchen</translation>
    </message>
    <message>
      <source>Search in “{name}”</source>
      <translation>In „{name}“ suchen</translation>
    </message>
  </context>
  <context>
    <name>ChoiceModel</name>
    <message>
      <source>and {count} unknown</source>
      <translation>und {count} unbekannt</translation>
    </message>
    <message>
      <source>programmes: {count}</source>
      <translation>Programme: {count}</translation>
    </message>
  </context>
  <context>
    <name>CodesDialog</name>
    <message>
      <source>Asking the server…</source>
      <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
      <source>Not in the list, and left out: {codes}</source>
      <translation>Nicht in der Liste und daher weggelassen: {codes}</translation>
    </message>
    <message>
      <source>The server has no list for this: type the values.</source>
      <translation>Der Server hat dafür keine Liste: Geben Sie die Werte ein.</translation>
    </message>
  </context>
  <context>
    <name>CodesEdit</name>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Choose from the list</source>
      <translation>Aus der Liste wählen</translation>
    </message>
  </context>
  <context>
    <name>Columns</name>
    <message>
      <source>Columns as at first</source>
      <translation>Spalten wie am Anfang</translation>
    </message>
    <message>
      <source>More columns</source>
      <translation>Weitere Spalten</translation>
    </message>
  </context>
  <context>
    <name>ComparisonTable</name>
    <message>
      <source>Partners side by side</source>
      <translation>Partner nebeneinander</translation>
    </message>
  </context>
  <context>
    <name>ConnectionPanel</name>
    <message>
      <source>A QGIS authentication configuration, if the server requires one</source>
      <translation>Eine QGIS-Authentifizierungskonfiguration, falls der Server eine verlangt</translation>
    </message>
    <message>
      <source>Address of a Cooperation Atlas server, such as http://127.0.0.1:5000</source>
      <translation>Adresse eines Cooperation-Atlas-Servers, etwa http://127.0.0.1:5000</translation>
    </message>
    <message>
      <source>Address of the server</source>
      <translation>Adresse des Servers</translation>
    </message>
    <message>
      <source>Answer of the server</source>
      <translation>Antwort des Servers</translation>
    </message>
    <message>
      <source>Asking {url}…</source>
      <translation>{url} wird gefragt …</translation>
    </message>
    <message>
      <source>Authentication</source>
      <translation>Authentifizierung</translation>
    </message>
    <message>
      <source>Check which server answers; nothing is changed</source>
      <translation>Fragt den Server, wer er ist; dabei ändert sich nichts</translation>
    </message>
    <message>
      <source>Edition {id}, made {when}</source>
      <translation>Ausgabe {id}, erstellt {when}</translation>
    </message>
    <message>
      <source>It contains sample entries, which are made up.</source>
      <translation>Sie enthält Beispieleinträge, die keine Tatsachen nennen.</translation>
    </message>
    <message>
      <source>Licence: {licence}</source>
      <translation>Lizenz: {licence}</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Testen</translation>
    </message>
  </context>
  <context>
    <name>Consortia</name>
    <message>
      <source>Among the partners: {}</source>
      <translation>Unter den Partnern: {}</translation>
    </message>
    <message>
      <source>Category of that region</source>
      <translation>Kategorie dieser Region</translation>
    </message>
    <message>
      <source>Coordinator</source>
      <translation>Koordinator</translation>
    </message>
    <message>
      <source>Given member</source>
      <translation>Vorgegebenes Mitglied</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Id</translation>
    </message>
    <message>
      <source>May meet the rules: some facts are not known.</source>
      <translation>Könnte die Regeln erfüllen: Einige Angaben sind nicht bekannt.</translation>
    </message>
    <message>
      <source>Mean over the partners: {}</source>
      <translation>Mittel über die Partner: {}</translation>
    </message>
    <message>
      <source>No looser rule gives a set. Ask for fewer members, or remove criteria.</source>
      <translation>Keine lockerere Regel ergibt eine Zusammenstellung. Verlangen Sie weniger Mitglieder oder entfernen Sie Kriterien.</translation>
    </message>
    <message>
      <source>No set of programmes meets all rules.</source>
      <translation>Keine Zusammenstellung von Programmen erfüllt alle Regeln.</translation>
    </message>
    <message>
      <source>Not known: {}</source>
      <translation>Nicht bekannt: {}</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Partner</translation>
    </message>
    <message>
      <source>Rank in the set</source>
      <translation>Rang in der Zusammenstellung</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rolle</translation>
    </message>
    <message>
      <source>Seeks partners</source>
      <translation>Sucht Partner</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Zusammenstellung</translation>
    </message>
    <message>
      <source>Set {}</source>
      <translation>Zusammenstellung {}</translation>
    </message>
    <message>
      <source>Stands for</source>
      <translation>Steht für</translation>
    </message>
    <message>
      <source>Stands for the NUTS 2 region {}</source>
      <translation>Steht für die NUTS-2-Region {}</translation>
    </message>
    <message>
      <source>The time was up: there may be a better set.</source>
      <translation>Die Zeit war um: Es kann eine bessere Zusammenstellung geben.</translation>
    </message>
    <message>
      <source>With a looser rule there are sets:</source>
      <translation>Mit einer lockereren Regel gibt es welche:</translation>
    </message>
  </context>
  <context>
    <name>ConsortiaOnMap</name>
    <message>
      <source>Loading the consortia…</source>
      <translation>Konsortien werden geladen …</translation>
    </message>
    <message>
      <source>On the map: {count} sets, edition {edition}. One is seen at a time.</source>
      <translation>Auf der Karte: {count} Zusammenstellungen, Ausgabe {edition}. Zu sehen ist jeweils eine.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} sets of its last known answer, edition {edition}.</source>
      <translation>Der Server ist nicht erreichbar: {count} Zusammenstellungen seiner letzten bekannten Antwort, Ausgabe {edition}.</translation>
    </message>
  </context>
  <context>
    <name>ConsortiaView</name>
    <message>
      <source>Adds a group with a layer for each set; kept in memory</source>
      <translation>Fügt eine Gruppe mit einem Layer für jede Zusammenstellung hinzu; im Arbeitsspeicher</translation>
    </message>
    <message>
      <source>Consortia</source>
      <translation>Konsortien</translation>
    </message>
    <message>
      <source>It is of an earlier version.</source>
      <translation>Er hat eine frühere Version.</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>Regeln</translation>
    </message>
    <message>
      <source>Rules to loosen</source>
      <translation>Zu lockernde Regeln</translation>
    </message>
    <message>
      <source>Set {n}</source>
      <translation>Zusammenstellung {n}</translation>
    </message>
    <message>
      <source>Show on map</source>
      <translation>Auf der Karte</translation>
    </message>
    <message>
      <source>This server does not find consortia.</source>
      <translation>Dieser Server sucht keine Konsortien.</translation>
    </message>
    <message>
      <source>What the set has, and why the member fits</source>
      <translation>Was die Zusammenstellung hat und warum das Mitglied passt</translation>
    </message>
    <message>
      <source>{members} members, {countries} countries</source>
      <translation>{members} Mitglieder, {countries} Länder</translation>
    </message>
  </context>
  <context>
    <name>CooperationDock</name>
    <message>
      <source>Asking the server…</source>
      <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
      <source>Cooperation search</source>
      <translation>Kooperationssuche</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Wird gezählt …</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Verteilung</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Karte</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Keine Antwort</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Ergebnisse</translation>
    </message>
    <message>
      <source>Results ({count})</source>
      <translation>Ergebnisse ({count})</translation>
    </message>
    <message>
      <source>Search for</source>
      <translation>Suchen nach</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>The panel cannot show these parts of the link and leaves them out: {parts}.</source>
      <translation>Diese Teile des Links kann das Bedienfeld nicht zeigen und sucht ohne sie: {parts}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: these are its last known answers.</source>
      <translation>Der Server ist nicht da: Sie sehen seine letzten bekannten Antworten.</translation>
    </message>
    <message>
      <source>This is not a link to a search.</source>
      <translation>Das ist kein Link zu einer Suche.</translation>
    </message>
    <message>
      <source>{title}, programmes: {count}</source>
      <translation>{title}, Programme: {count}</translation>
    </message>
    <message>
      <source>{url} …</source>
      <translation>{url} …</translation>
    </message>
    <message>
      <source>“{url}” is not an http or https address.</source>
      <translation>„{url}“ ist keine http- oder https-Adresse.</translation>
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
      <translation>Kooperationssuche</translation>
    </message>
    <message>
      <source>Find partners for cohesion programmes</source>
      <translation>Partner für Kohäsionsprogramme finden</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
  </context>
  <context>
    <name>CountryCriterion</name>
    <message>
      <source>Country</source>
      <translation>Land</translation>
    </message>
  </context>
  <context>
    <name>Cql2</name>
    <message>
      <source>CQL2 cannot find programmes of which it is not known whether they meet the criteria.</source>
      <translation>CQL2 kann nicht finden, wovon nicht bekannt ist, ob es die Kriterien verfehlt.</translation>
    </message>
    <message>
      <source>CQL2 cannot leave out what rests on sample entries only.</source>
      <translation>CQL2 kann nicht weglassen, was nur auf Beispieleinträgen beruht.</translation>
    </message>
    <message>
      <source>CQL2 cannot look for words in all texts of a programme; a title with * is possible.</source>
      <translation>CQL2 kann nicht in allen Texten eines Programms nach Wörtern suchen; ein Titel mit * lässt sich ausdrücken.</translation>
    </message>
    <message>
      <source>CQL2 cannot say that one and the same cooperation entry meets several criteria.</source>
      <translation>CQL2 kann nicht ausdrücken, dass ein und derselbe Kooperationseintrag mehrere Kriterien erfüllt.</translation>
    </message>
    <message>
      <source>CQL2 does not know which regions lie inside a NUTS region: choose regions of level 3 only.</source>
      <translation>CQL2 weiß nicht, was in einer NUTS-Region liegt: nur Regionen der Ebene 3 lassen sich ausdrücken.</translation>
    </message>
    <message>
      <source>Programmes have no property for this, only their cooperation entries do: {}.</source>
      <translation>Programme haben dafür keine Eigenschaft, nur ihre Kooperationseinträge: {}.</translation>
    </message>
    <message>
      <source>The server has not described these criteria yet.</source>
      <translation>Der Server hat diese Kriterien noch nicht beschrieben.</translation>
    </message>
    <message>
      <source>The server's code lists have not arrived yet.</source>
      <translation>Die Codelisten des Servers sind noch nicht da.</translation>
    </message>
    <message>
      <source>This search finds everything: there is nothing to filter by.</source>
      <translation>Diese Suche findet alles: es gibt nichts zu filtern.</translation>
    </message>
    <message>
      <source>Topics of 2014-2020 are found by a mapping, which CQL2 cannot express; choose 2021-2027 only.</source>
      <translation>Themen von 2014-2020 werden über eine Zuordnung gefunden, die CQL2 nicht ausdrücken kann; 2021-2027 allein geht.</translation>
    </message>
  </context>
  <context>
    <name>CriteriaPage</name>
    <message>
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <source>More criteria</source>
      <translation>Weitere Kriterien</translation>
    </message>
    <message>
      <source>NUTS III region</source>
      <translation>NUTS-III-Region</translation>
    </message>
    <message>
      <source>Programme in words</source>
      <translation>Programm in Worten</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Reichweite der gesuchten Partnerschaft</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Thema der Kooperationsmaßnahmen</translation>
    </message>
  </context>
  <context>
    <name>DayCriterion</name>
    <message>
      <source>at any time</source>
      <translation>jederzeit</translation>
    </message>
    <message>
      <source>on a day</source>
      <translation>an einem Tag</translation>
    </message>
    <message>
      <source>open on {}</source>
      <translation>offen am {}</translation>
    </message>
    <message>
      <source>open today</source>
      <translation>heute offen</translation>
    </message>
    <message>
      <source>today</source>
      <translation>heute</translation>
    </message>
  </context>
  <context>
    <name>DetailPane</name>
    <message>
      <source>Details of the programme</source>
      <translation>Einzelheiten des Programms</translation>
    </message>
    <message>
      <source>SAMPLE: entries marked [SAMPLE] are made up to show the service. They state no facts about the programme.</source>
      <translation>BEISPIEL: Was mit [BEISPIEL] markiert ist, wurde erfunden, um den Dienst zu zeigen. Es nennt keine Tatsache über das Programm.</translation>
    </message>
    <message>
      <source>Select a programme to see its details.</source>
      <translation>Wählen Sie ein Programm, um zu sehen, was darüber bekannt ist.</translation>
    </message>
  </context>
  <context>
    <name>DistributionOnMap</name>
    <message>
      <source>Loading the areas…</source>
      <translation>Gebiete werden geladen …</translation>
    </message>
    <message>
      <source>On the map: {count} areas with a number, edition {edition}.</source>
      <translation>Auf der Karte: {count} Gebiete mit einer Zahl, Ausgabe {edition}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} areas of its last known answer, edition {edition}.</source>
      <translation>Der Server ist nicht erreichbar: {count} Gebiete aus seiner letzten bekannten Antwort, Ausgabe {edition}.</translation>
    </message>
  </context>
  <context>
    <name>DistributionPage</name>
    <message>
      <source>Colour countries or areas by their numbers: choose a dimension of places</source>
      <translation>Länder oder Gebiete nach ihren Zahlen einfärben: Wählen Sie ein Merkmal mit Orten</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Zählen</translation>
    </message>
    <message>
      <source>Edition {edition}</source>
      <translation>Ausgabe {edition}</translation>
    </message>
    <message>
      <source>First dimension</source>
      <translation>Erstes Merkmal</translation>
    </message>
    <message>
      <source>It is of an earlier version.</source>
      <translation>Er hat eine frühere Version.</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Angebote und Bedarfe</translation>
    </message>
    <message>
      <source>On the map</source>
      <translation>Auf der Karte</translation>
    </message>
    <message>
      <source>Picture…</source>
      <translation>Bild …</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programme</translation>
    </message>
    <message>
      <source>Sample entries count: they are made up to show the service.</source>
      <translation>Beispieleinträge zählen mit: Sie sind erfunden, um den Dienst zu zeigen.</translation>
    </message>
    <message>
      <source>Save the chart as a PNG or SVG file</source>
      <translation>Das Diagramm als PNG- oder SVG-Datei speichern</translation>
    </message>
    <message>
      <source>Save the distribution</source>
      <translation>Verteilung speichern</translation>
    </message>
    <message>
      <source>Save the numbers as a CSV file, each with a link to what it counts</source>
      <translation>Die Zahlen als CSV-Datei speichern, jede mit einem Link zu dem, was sie zählt</translation>
    </message>
    <message>
      <source>Second dimension</source>
      <translation>Zweites Merkmal</translation>
    </message>
    <message>
      <source>Several values are possible: shares do not add up to 100 %.</source>
      <translation>Mehrere Werte sind möglich: Die Anteile ergänzen sich nicht zu 100 %.</translation>
    </message>
    <message>
      <source>Table…</source>
      <translation>Tabelle …</translation>
    </message>
    <message>
      <source>This server does not count by dimensions.</source>
      <translation>Dieser Server zählt nicht nach Merkmalen.</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>Was gezählt wird</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>Geschrieben: {path}</translation>
    </message>
    <message>
      <source>and by</source>
      <translation>und nach</translation>
    </message>
    <message>
      <source>by</source>
      <translation>nach</translation>
    </message>
    <message>
      <source>nothing else</source>
      <translation>nichts weiter</translation>
    </message>
    <message>
      <source>{counted} by {dimensions}: {count}</source>
      <translation>{counted} nach {dimensions}: {count}</translation>
    </message>
    <message>
      <source>{title}: known for {stated} ({partial} may have more), not known for {unknown}, none {none}</source>
      <translation>{title}: bekannt bei {stated} ({partial} können mehr haben), nicht bekannt bei {unknown}, ohne {none}</translation>
    </message>
  </context>
  <context>
    <name>EntriesView</name>
    <message>
      <source>Export…</source>
      <translation>Exportieren …</translation>
    </message>
    <message>
      <source>Load the search with its offers and needs: each is a sign in its programme's area</source>
      <translation>Lädt die Suche mit ihren Angeboten und Bedarfen: jeder Eintrag ist ein Zeichen im Gebiet seines Programms</translation>
    </message>
    <message>
      <source>Offers and needs found</source>
      <translation>Gefundene Angebote und Bedarfe</translation>
    </message>
    <message>
      <source>On the map</source>
      <translation>Auf der Karte</translation>
    </message>
    <message>
      <source>Write these offers and needs to a GeoPackage, Excel or CSV file</source>
      <translation>Diese Angebote und Bedarfe in eine GeoPackage-, Excel- oder CSV-Datei schreiben</translation>
    </message>
  </context>
  <context>
    <name>EntryDetail</name>
    <message>
      <source>Details of the offer or need</source>
      <translation>Einzelheiten des Angebots oder Bedarfs</translation>
    </message>
    <message>
      <source>SAMPLE: this entry is made up to show the service. It states no fact about the programme.</source>
      <translation>BEISPIEL: Dieser Eintrag ist erfunden, um den Dienst zu zeigen. Er sagt nichts Tatsächliches über das Programm aus.</translation>
    </message>
    <message>
      <source>Select an offer or need to see its details.</source>
      <translation>Wählen Sie ein Angebot oder einen Bedarf aus, um Einzelheiten zu sehen.</translation>
    </message>
  </context>
  <context>
    <name>Export</name>
    <message>
      <source>Attribution</source>
      <translation>Namensnennung</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>Codes</translation>
    </message>
    <message>
      <source>Edition</source>
      <translation>Ausgabe</translation>
    </message>
    <message>
      <source>Only {0} of {1} rows could be read from the layer, so nothing was written.</source>
      <translation>Der Layer lieferte nur {0} von {1} Zeilen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suche</translation>
    </message>
    <message>
      <source>The file is incomplete: {0} of {1} rows were written. Is the disk full?</source>
      <translation>Die Datei wurde nicht vollständig geschrieben: {0} von {1} Zeilen. Ist der Datenträger voll?</translation>
    </message>
    <message>
      <source>There is no folder {}.</source>
      <translation>Den Ordner {} gibt es nicht.</translation>
    </message>
    <message>
      <source>Writing {}</source>
      <translation>{} wird geschrieben</translation>
    </message>
    <message>
      <source>{0} could not be written: {1}.</source>
      <translation>{0} konnte nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
      <source>{} already exists: choose another name.</source>
      <translation>{} gibt es schon: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>{} is a folder.</source>
      <translation>{} ist ein Ordner.</translation>
    </message>
    <message>
      <source>{} is in use in this project. Choose another name.</source>
      <translation>{} wird in diesem Projekt verwendet. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>{} is open in another program, or protected. Close it there, or choose another name.</source>
      <translation>{} ist in einem anderen Programm geöffnet oder geschützt. Schließen Sie die Datei dort oder wählen Sie einen anderen Namen.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>All {count} rows</source>
      <translation>Alle {count} Zeilen</translation>
    </message>
    <message>
      <source>CSV</source>
      <translation>CSV</translation>
    </message>
    <message>
      <source>Choose a file.</source>
      <translation>Wählen Sie eine Datei.</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>Codes</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>Komma</translation>
    </message>
    <message>
      <source>Export “{name}”</source>
      <translation>„{name}“ exportieren</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Labels, in</source>
      <translation>Bezeichnungen auf</translation>
    </message>
    <message>
      <source>Language of the labels</source>
      <translation>Sprache der Bezeichnungen</translation>
    </message>
    <message>
      <source>Mark as UTF-8 for Excel (BOM)</source>
      <translation>Für Excel als UTF-8 kennzeichnen (BOM)</translation>
    </message>
    <message>
      <source>Only the {count} selected</source>
      <translation>Nur die {count} ausgewählten</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>Semikolon</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Trennzeichen</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Tabulator</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Werte</translation>
    </message>
    <message>
      <source>What has no label in this language is written in English</source>
      <translation>Was in dieser Sprache keine Bezeichnung hat, wird englisch geschrieben</translation>
    </message>
    <message>
      <source>{path} already exists. Press “Save” again to replace it.</source>
      <translation>{path} gibt es schon. Drücken Sie noch einmal auf „Speichern“, um die Datei zu ersetzen.</translation>
    </message>
  </context>
  <context>
    <name>Exporting</name>
    <message>
      <source>The layer has been removed in the meantime.</source>
      <translation>Der Layer wurde inzwischen entfernt.</translation>
    </message>
    <message>
      <source>Written to {path}: all {count} rows.</source>
      <translation>Nach {path} geschrieben: alle {count} Zeilen.</translation>
    </message>
    <message>
      <source>Written to {path}: the {count} selected rows only.</source>
      <translation>Nach {path} geschrieben: nur die {count} ausgewählten Zeilen.</translation>
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <source>Countries sought</source>
      <translation>Gesuchte Länder</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Partner finden</translation>
    </message>
    <message>
      <source>Forms</source>
      <translation>Formen</translation>
    </message>
    <message>
      <source>Found in</source>
      <translation>Gefunden in</translation>
    </message>
    <message>
      <source>Known</source>
      <translation>Bekannt</translation>
    </message>
    <message>
      <source>No cooperation entry is known.</source>
      <translation>Es ist kein Kooperationseintrag bekannt.</translation>
    </message>
    <message>
      <source>Not stated in any source: {names}.</source>
      <translation>Dazu sagt keine Quelle etwas: {names}.</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Angebote und Bedarfe</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Offen</translation>
    </message>
    <message>
      <source>Others may exist.</source>
      <translation>Weitere sind möglich.</translation>
    </message>
    <message>
      <source>Partners sought</source>
      <translation>Gesuchte Partner</translation>
    </message>
    <message>
      <source>Programmes abroad with one of these topics: {topics}</source>
      <translation>Programme im Ausland mit einem dieser Themen: {topics}</translation>
    </message>
    <message>
      <source>Programmes of the countries across the sea</source>
      <translation>Programme der Länder jenseits des Meeres</translation>
    </message>
    <message>
      <source>Programmes on the other side of the border</source>
      <translation>Programme jenseits der Grenze</translation>
    </message>
    <message>
      <source>SAMPLE</source>
      <translation>BEISPIEL</translation>
    </message>
    <message>
      <source>Scope</source>
      <translation>Reichweite</translation>
    </message>
    <message>
      <source>Searches for these topics also find it, through the mapping of its objectives: {codes}.</source>
      <translation>Durch Zuordnung seiner Ziele finden es auch Suchen nach: {codes}.</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Themen</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>und {count} weitere</translation>
    </message>
    <message>
      <source>by mapping</source>
      <translation>durch Zuordnung</translation>
    </message>
    <message>
      <source>from an entry</source>
      <translation>aus einem Eintrag</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>stated</source>
      <translation>angegeben</translation>
    </message>
    <message>
      <source>to fill: {place}</source>
      <translation>zu ergänzen: {place}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>{first} to {last}</source>
      <translation>{first} bis {last}</translation>
    </message>
    <message>
      <source>{known} of {every} lists are known</source>
      <translation>{known} von {every} Listen sind bekannt</translation>
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
      <translation>In &amp;Karte laden</translation>
    </message>
    <message>
      <source>&amp;Search</source>
      <translation>&amp;Suchen</translation>
    </message>
    <message>
      <source>Add the programmes and their NUTS III regions as two layers in one group</source>
      <translation>Fügt die Programme und ihre NUTS-III-Regionen als zwei Layer in einer Gruppe hinzu</translation>
    </message>
    <message>
      <source>List the programmes found and remember the search</source>
      <translation>Listet die gefundenen Programme auf und merkt sich die Suche</translation>
    </message>
    <message>
      <source>Number of programmes found</source>
      <translation>Zahl der gefundenen Programme</translation>
    </message>
    <message>
      <source>Programmes found: {count}</source>
      <translation>Gefundene Programme: {count}</translation>
    </message>
    <message>
      <source>Programmes found: {count}, and {unknown} unknown</source>
      <translation>Gefundene Programme: {count}, und {unknown} unbekannt</translation>
    </message>
    <message>
      <source>Unknown: no source says whether these programmes meet the criteria. “Include programmes that may match” under “More criteria” lists them, too.</source>
      <translation>Unbekannt: keine Quelle sagt, ob diese Programme die Kriterien erfüllen. „Auch Programme, die passen könnten“ unter „Weitere Kriterien“ listet auch sie auf.</translation>
    </message>
  </context>
  <context>
    <name>FoundBy</name>
    <message>
      <source>entry</source>
      <translation>Eintrag</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>nicht bekannt</translation>
    </message>
    <message>
      <source>objective, by mapping</source>
      <translation>Ziel, durch Zuordnung</translation>
    </message>
    <message>
      <source>stated objective</source>
      <translation>genanntes Ziel</translation>
    </message>
  </context>
  <context>
    <name>LayerMenu</name>
    <message>
      <source>Cooperation search</source>
      <translation>Kooperationssuche</translation>
    </message>
    <message>
      <source>Edit cooperation search…</source>
      <translation>Kooperationssuche bearbeiten …</translation>
    </message>
    <message>
      <source>Export cooperation results</source>
      <translation>Kooperationsergebnisse exportieren</translation>
    </message>
    <message>
      <source>Export cooperation results…</source>
      <translation>Kooperationsergebnisse exportieren …</translation>
    </message>
    <message>
      <source>Nothing changed since this search was loaded.</source>
      <translation>Seit dem Laden dieser Suche hat sich nichts geändert.</translation>
    </message>
    <message>
      <source>Refresh cooperation search</source>
      <translation>Kooperationssuche aktualisieren</translation>
    </message>
    <message>
      <source>The server cannot be reached; these are its last known answers.</source>
      <translation>Der Server ist nicht erreichbar; das hat er zuvor gesagt.</translation>
    </message>
    <message>
      <source>{0} new, {1} changed, {2} gone.</source>
      <translation>{0} neu, {1} geändert, {2} verschwunden.</translation>
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
      <translation>Fügt die NUTS-III-Regionen, die die Objekte berühren, zu den bereits gewählten hinzu</translation>
    </message>
    <message>
      <source>Choose the regions</source>
      <translation>Regionen auswählen</translation>
    </message>
    <message>
      <source>Distance around the features in kilometres</source>
      <translation>Abstand um die Objekte in Kilometern</translation>
    </message>
    <message>
      <source>Distance around them</source>
      <translation>Abstand darum</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Layer</translation>
    </message>
    <message>
      <source>Selected features only</source>
      <translation>Nur ausgewählte Objekte</translation>
    </message>
  </context>
  <context>
    <name>Layers</name>
    <message>
      <source>A layer of this search was removed. Please load the search again.</source>
      <translation>Ein Layer dieser Suche wurde entfernt. Bitte laden Sie die Suche neu.</translation>
    </message>
    <message>
      <source>A layer was removed while it was being filled.</source>
      <translation>Ein Layer wurde entfernt, während er gefüllt wurde.</translation>
    </message>
    <message>
      <source>A new edition of the data was published while loading. Please load again.</source>
      <translation>Während des Ladens erschien eine neue Ausgabe der Daten. Bitte noch einmal laden.</translation>
    </message>
    <message>
      <source>All that match</source>
      <translation>Alle Treffer</translation>
    </message>
    <message>
      <source>Consortia of {}</source>
      <translation>Konsortien von {}</translation>
    </message>
    <message>
      <source>Consortia on the map</source>
      <translation>Konsortien auf der Karte</translation>
    </message>
    <message>
      <source>Contains records based on sample entries, which are made up to show the service.</source>
      <translation>Enthält Datensätze, die auf Beispieleinträgen beruhen: erfunden, um den Dienst zu zeigen.</translation>
    </message>
    <message>
      <source>Cooperation search: land in the background</source>
      <translation>Kooperationssuche: Land im Hintergrund</translation>
    </message>
    <message>
      <source>Cooperation search: loading</source>
      <translation>Kooperationssuche: wird geladen</translation>
    </message>
    <message>
      <source>Cooperation search: opening live layers</source>
      <translation>Kooperationssuche: Live-Layer werden geöffnet</translation>
    </message>
    <message>
      <source>Cooperation search: writing the GeoPackage</source>
      <translation>Kooperationssuche: GeoPackage wird geschrieben</translation>
    </message>
    <message>
      <source>Cooperation: {}</source>
      <translation>Kooperation: {}</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>Distribution on the map</source>
      <translation>Verteilung auf der Karte</translation>
    </message>
    <message>
      <source>Edition {}</source>
      <translation>Ausgabe {}</translation>
    </message>
    <message>
      <source>Land (background)</source>
      <translation>Land (Hintergrund)</translation>
    </message>
    <message>
      <source>Lines to partners (width: score)</source>
      <translation>Linien zu Partnern (Breite: Wert)</translation>
    </message>
    <message>
      <source>Loading was cancelled.</source>
      <translation>Das Laden wurde abgebrochen.</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2016)</source>
      <translation>NUTS-III-Gebiete (NUTS 2016)</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2021)</source>
      <translation>NUTS-III-Gebiete (NUTS 2021)</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Neighbours across borders</source>
      <translation>Nachbarn jenseits der Grenze</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Nicht bekannt</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Angebote und Bedarfe</translation>
    </message>
    <message>
      <source>Own area</source>
      <translation>Eigenes Gebiet</translation>
    </message>
    <message>
      <source>Partner programmes</source>
      <translation>Partnerprogramme</translation>
    </message>
    <message>
      <source>Partners for: {}</source>
      <translation>Partner für: {}</translation>
    </message>
    <message>
      <source>Partners of {}</source>
      <translation>Partner von {}</translation>
    </message>
    <message>
      <source>Partners on the map</source>
      <translation>Partner auf der Karte</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programme</translation>
    </message>
    <message>
      <source>Share, at least</source>
      <translation>Anteil, mindestens</translation>
    </message>
    <message>
      <source>Share, at most</source>
      <translation>Anteil, höchstens</translation>
    </message>
    <message>
      <source>The background could not be made: {}</source>
      <translation>Der Hintergrund konnte nicht erstellt werden: {}</translation>
    </message>
    <message>
      <source>The file {} could not be written: is its folder protected, or the disk full?</source>
      <translation>Die Datei {} konnte nicht geschrieben werden: Ist der Ordner geschützt oder der Datenträger voll?</translation>
    </message>
    <message>
      <source>The layer could not be made.</source>
      <translation>Der Layer konnte nicht erstellt werden.</translation>
    </message>
    <message>
      <source>The layer could not be written.</source>
      <translation>Der Layer konnte nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>The pages of the server's answer are inconsistent.</source>
      <translation>Die Seiten des Servers passen nicht zusammen.</translation>
    </message>
    <message>
      <source>The project was closed during loading.</source>
      <translation>Das Projekt wurde während des Ladens geschlossen.</translation>
    </message>
    <message>
      <source>The server's answer could not be read.</source>
      <translation>Die Antwort des Servers konnte nicht gelesen werden.</translation>
    </message>
    <message>
      <source>There are no areas to show.</source>
      <translation>Es gibt keine Gebiete zu zeigen.</translation>
    </message>
    <message>
      <source>There are no partners to show.</source>
      <translation>Es gibt keine Partner zu zeigen.</translation>
    </message>
    <message>
      <source>There is no background: {}</source>
      <translation>Es gibt keinen Hintergrund: {}</translation>
    </message>
    <message>
      <source>There is no set to show.</source>
      <translation>Es gibt keine Zusammenstellung zu zeigen.</translation>
    </message>
    <message>
      <source>This search on the server</source>
      <translation>Diese Suche auf dem Server</translation>
    </message>
    <message>
      <source>Who seeks partners</source>
      <translation>Wer Partner sucht</translation>
    </message>
    <message>
      <source>a need</source>
      <translation>einem Bedarf</translation>
    </message>
    <message>
      <source>features could not be added</source>
      <translation>Objekte konnten nicht hinzugefügt werden</translation>
    </message>
    <message>
      <source>{0} (NUTS {1})</source>
      <translation>{0} (NUTS {1})</translation>
    </message>
    <message>
      <source>{} (with sample entries)</source>
      <translation>{} (mit Beispieleinträgen)</translation>
    </message>
  </context>
  <context>
    <name>Layouts</name>
    <message>
      <source>A partner for {}</source>
      <translation>Ein Partner für {}</translation>
    </message>
    <message>
      <source>Area of the partner</source>
      <translation>Gebiet des Partners</translation>
    </message>
    <message>
      <source>Cohesion policy programmes: partners for cooperation</source>
      <translation>Programme der Kohäsionspolitik: Partner für die Zusammenarbeit</translation>
    </message>
    <message>
      <source>Dark: what is known. Light: what may be, while facts are missing. From 0 to 1.</source>
      <translation>Dunkel: was bekannt ist. Hell: was sein kann, solange Tatsachen fehlen. Von 0 bis 1.</translation>
    </message>
    <message>
      <source>Edition of the data: {}.</source>
      <translation>Ausgabe der Daten: {}.</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Tatsachen</translation>
    </message>
    <message>
      <source>For them</source>
      <translation>Für den Partner</translation>
    </message>
    <message>
      <source>For you</source>
      <translation>Für Sie</translation>
    </message>
    <message>
      <source>Legend: see page {}</source>
      <translation>Legende: siehe Seite {}</translation>
    </message>
    <message>
      <source>Made on {}.</source>
      <translation>Erstellt am {}.</translation>
    </message>
    <message>
      <source>NUTS III areas: {}.</source>
      <translation>NUTS-III-Gebiete: {}.</translation>
    </message>
    <message>
      <source>Offers found: {0}. Needs found: {1}.</source>
      <translation>Gefundene Angebote: {0}. Gefundene Bedarfe: {1}.</translation>
    </message>
    <message>
      <source>Overseas areas lie outside of this map.</source>
      <translation>Überseegebiete liegen außerhalb dieser Karte.</translation>
    </message>
    <message>
      <source>Partner sheet: {0} – {1}</source>
      <translation>Partnerblatt: {0} – {1}</translation>
    </message>
    <message>
      <source>Partners of {}</source>
      <translation>Partner von {}</translation>
    </message>
    <message>
      <source>Programmes found</source>
      <translation>Gefundene Programme</translation>
    </message>
    <message>
      <source>Programmes: {}.</source>
      <translation>Programme: {}.</translation>
    </message>
    <message>
      <source>Report by country: {}</source>
      <translation>Bericht nach Ländern: {}</translation>
    </message>
    <message>
      <source>Rests on SAMPLE entries in part: made up to show the service, not facts.</source>
      <translation>Beruht zum Teil auf BEISPIEL-Einträgen: erfunden, um den Dienst zu zeigen, keine Tatsachen.</translation>
    </message>
    <message>
      <source>SAMPLE entries: made up, not facts</source>
      <translation>BEISPIEL-Einträge: erfunden, keine Tatsachen</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Service: {} (the address of this search is in the metadata of its layers)</source>
      <translation>Dienst: {} (die Adresse dieser Suche steht in den Metadaten ihrer Layer)</translation>
    </message>
    <message>
      <source>Small frames have scales of their own.</source>
      <translation>Die kleinen Karten haben eigene Maßstäbe.</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Quellen</translation>
    </message>
    <message>
      <source>This search: {}</source>
      <translation>Diese Suche: {}</translation>
    </message>
    <message>
      <source>With SAMPLE entries: made up to show the service, not facts.</source>
      <translation>Mit BEISPIEL-Einträgen: erfunden, um den Dienst zu zeigen, keine Tatsachen.</translation>
    </message>
    <message>
      <source>Your area</source>
      <translation>Ihr Gebiet</translation>
    </message>
    <message>
      <source>does not apply</source>
      <translation>trifft nicht zu</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>… and {} more, which the layer lists</source>
      <translation>… und {} weitere, die der Layer auflistet</translation>
    </message>
  </context>
  <context>
    <name>Locator</name>
    <message>
      <source>Cooperation Atlas: programmes, regions, topics</source>
      <translation>Cooperation Atlas: Programme, Regionen, Themen</translation>
    </message>
    <message>
      <source>Open the search: {}</source>
      <translation>Suche öffnen: {}</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programme</translation>
    </message>
    <message>
      <source>Regions</source>
      <translation>Regionen</translation>
    </message>
    <message>
      <source>Searches</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Themen</translation>
    </message>
    <message>
      <source>without {}</source>
      <translation>ohne {}</translation>
    </message>
  </context>
  <context>
    <name>LowerPane</name>
    <message>
      <source>Reasons for the partner</source>
      <translation>Gründe für den Partner</translation>
    </message>
  </context>
  <context>
    <name>ManageDialog</name>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Export searches</source>
      <translation>Suchen exportieren</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportieren …</translation>
    </message>
    <message>
      <source>Import searches</source>
      <translation>Suchen importieren</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importieren …</translation>
    </message>
    <message>
      <source>Kept in the project</source>
      <translation>Im Projekt aufbewahrt</translation>
    </message>
    <message>
      <source>Kept in your profile</source>
      <translation>In Ihrem Profil aufbewahrt</translation>
    </message>
    <message>
      <source>Nothing saved yet</source>
      <translation>Noch nichts gespeichert</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Ausführen</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
      <source>Searches (*.json)</source>
      <translation>Suchen (*.json)</translation>
    </message>
    <message>
      <source>Searches exported: {count}.</source>
      <translation>Exportierte Suchen: {count}.</translation>
    </message>
    <message>
      <source>Searches imported: {count}.</source>
      <translation>Importierte Suchen: {count}.</translation>
    </message>
  </context>
  <context>
    <name>MapPanel</name>
    <message>
      <source>A file beside the project, for work without the server</source>
      <translation>Eine Datei neben dem Projekt, zum Arbeiten ohne Server</translation>
    </message>
    <message>
      <source>A further layer: each cooperation entry that the search finds, as a point in its programme's area</source>
      <translation>Eine weitere Ebene: jeder Kooperationseintrag, den die Suche findet, als Punkt im Gebiet seines Programms</translation>
    </message>
    <message>
      <source>A third layer: pairs of NUTS III areas of two countries that share a border or face each other across the sea, in the countries and regions of the search</source>
      <translation>Eine dritte Ebene: Paare von NUTS-III-Gebieten zweier Länder, die eine gemeinsame Grenze haben oder sich über das Meer gegenüberliegen, in den Ländern und Regionen der Suche</translation>
    </message>
    <message>
      <source>Asks the server whenever the map is drawn</source>
      <translation>Fragt den Server bei jedem Zeichnen der Karte</translation>
    </message>
    <message>
      <source>Bring Europe, or a region far from it, into view</source>
      <translation>Europa oder eine weit entfernte Region zeigen</translation>
    </message>
    <message>
      <source>Cancel loading</source>
      <translation>Laden abbrechen</translation>
    </message>
    <message>
      <source>Cancel loading; nothing is added to the map</source>
      <translation>Bricht das Laden ab; nichts davon bleibt</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <source>Export the loaded results to a GeoPackage, Excel or CSV file, with their sources</source>
      <translation>Schreibt das Geladene mit seinen Quellen in eine GeoPackage-, Excel- oder CSV-Datei</translation>
    </message>
    <message>
      <source>Fast; not saved with the project, but fetched again when it is opened</source>
      <translation>Schnell; ein Projekt speichert es nicht, ruft es aber beim Öffnen wieder ab</translation>
    </message>
    <message>
      <source>GeoPackage file</source>
      <translation>GeoPackage-Datei</translation>
    </message>
    <message>
      <source>How the layers are drawn; layers on the map change at once</source>
      <translation>Wie die Layer gezeichnet werden; Layer auf der Karte ändern sich sofort</translation>
    </message>
    <message>
      <source>How the numbers are put into classes. Quantiles: as many different numbers in each; natural breaks: where the numbers leave gaps; equal intervals: the same width; pretty breaks: round limits</source>
      <translation>Wie die Zahlen zu Klassen werden. Quantile: in jeder gleich viele verschiedene Zahlen; natürliche Unterbrechungen: wo die Zahlen Lücken lassen; gleiche Intervalle: gleich breit; schöne Unterbrechungen: runde Grenzen</translation>
    </message>
    <message>
      <source>Land of the world at the bottom of the project, from Natural Earth</source>
      <translation>Das Land der Erde ganz unten im Projekt, von Natural Earth</translation>
    </message>
    <message>
      <source>Lay out the loaded results on a page: map, title, legend, overseas areas, scale bar and sources</source>
      <translation>Die geladenen Ergebnisse auf einer Seite anordnen: Karte, Titel, Legende, überseeische Gebiete, Maßstab und Quellen</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>Layer</translation>
    </message>
    <message>
      <source>Live from the server</source>
      <translation>Live vom Server</translation>
    </message>
    <message>
      <source>Loading layers</source>
      <translation>Layer werden geladen</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Speicher</translation>
    </message>
    <message>
      <source>NUTS III regions…</source>
      <translation>NUTS-III-Regionen …</translation>
    </message>
    <message>
      <source>Offers and needs…</source>
      <translation>Angebote und Bedarfe …</translation>
    </message>
    <message>
      <source>Overseas</source>
      <translation>Übersee</translation>
    </message>
    <message>
      <source>Print layout</source>
      <translation>Drucklayout</translation>
    </message>
    <message>
      <source>Programmes…</source>
      <translation>Programme …</translation>
    </message>
    <message>
      <source>Style</source>
      <translation>Stil</translation>
    </message>
    <message>
      <source>Where the features of the layers are kept</source>
      <translation>Wo die Objekte der Layer aufbewahrt werden</translation>
    </message>
    <message>
      <source>With land in the background</source>
      <translation>Mit Land im Hintergrund</translation>
    </message>
    <message>
      <source>With lines between neighbours</source>
      <translation>Mit Linien zwischen Nachbarn</translation>
    </message>
    <message>
      <source>With offers and needs</source>
      <translation>Mit Angeboten und Bedarfen</translation>
    </message>
  </context>
  <context>
    <name>MapSelection</name>
    <message>
      <source>Cooperation search: selecting on the map</source>
      <translation>Kooperationssuche: Auswahl auf der Karte</translation>
    </message>
  </context>
  <context>
    <name>MapWork</name>
    <message>
      <source>Cancelled; nothing was added to the map.</source>
      <translation>Abgebrochen; der Karte wurde nichts hinzugefügt.</translation>
    </message>
    <message>
      <source>Each period has its own group in the layer tree; one of them is shown at a time.</source>
      <translation>Jeder Zeitraum hat im Layerbaum eine eigene Gruppe; gezeigt wird jeweils eine davon.</translation>
    </message>
    <message>
      <source>File: {path}.</source>
      <translation>Datei: {path}.</translation>
    </message>
    <message>
      <source>GeoPackage for the layers</source>
      <translation>GeoPackage für die Layer</translation>
    </message>
    <message>
      <source>Kept in memory: a saved project fetches it again when it is opened.</source>
      <translation>Im Speicher: Ein gespeichertes Projekt ruft es beim Öffnen wieder ab.</translation>
    </message>
    <message>
      <source>Load the search on the map first.</source>
      <translation>Laden Sie die Suche zuerst in die Karte.</translation>
    </message>
    <message>
      <source>Load the search with its offers and needs first.</source>
      <translation>Laden Sie die Suche zuerst mit ihren Angeboten und Bedarfen.</translation>
    </message>
    <message>
      <source>No file was chosen, so nothing was loaded.</source>
      <translation>Es wurde keine Datei gewählt; nichts wurde geladen.</translation>
    </message>
    <message>
      <source>On the map: edition {edition}.</source>
      <translation>Auf der Karte: Ausgabe {edition}.</translation>
    </message>
    <message>
      <source>Print layout: {name}</source>
      <translation>Drucklayout: {name}</translation>
    </message>
    <message>
      <source>The server cannot be reached: this is its last known answer, edition {edition}.</source>
      <translation>Der Server ist nicht da: das ist seine letzte bekannte Antwort, Ausgabe {edition}.</translation>
    </message>
  </context>
  <context>
    <name>MemoryLayers</name>
    <message>
      <source>Cooperation search</source>
      <translation>Kooperationssuche</translation>
    </message>
    <message>
      <source>Later: “Refresh cooperation search” in the menu of a layer.</source>
      <translation>Später: „Kooperationssuche aktualisieren“ im Menü eines Layers.</translation>
    </message>
    <message>
      <source>Layers in memory are empty and could not be fetched again: {reason}</source>
      <translation>Layer im Speicher sind leer und konnten nicht wieder abgerufen werden: {reason}</translation>
    </message>
    <message>
      <source>Layers in memory are empty because they came from another server: {servers}. Choose it in the panel, then “Refresh cooperation search” in the menu of a layer.</source>
      <translation>Layer im Speicher sind leer, weil sie von einem anderen Server kamen: {servers}. Wählen Sie ihn im Fenster, dann „Kooperationssuche aktualisieren“ im Menü eines Layers.</translation>
    </message>
    <message>
      <source>Layers in memory were fetched from the server again: edition {edition}.</source>
      <translation>Layer im Speicher wurden wieder vom Server abgerufen: Ausgabe {edition}.</translation>
    </message>
    <message>
      <source>Memory layers are saved empty; opening the project fetches them again. To keep them, use a GeoPackage file.</source>
      <translation>Speicherlayer werden leer gespeichert; beim Öffnen des Projekts werden sie neu abgerufen. Zum Behalten: GeoPackage-Datei.</translation>
    </message>
    <message>
      <source>The server cannot be reached: layers in memory hold its last known answers, edition {edition}.</source>
      <translation>Der Server ist nicht erreichbar: Layer im Speicher enthalten seine letzten bekannten Antworten, Ausgabe {edition}.</translation>
    </message>
  </context>
  <context>
    <name>MoreCriteria</name>
    <message>
      <source>Also finds programmes for which no source says whether they meet the criteria. Unknown does not mean no.</source>
      <translation>Findet auch Programme, von denen keine Quelle sagt, ob sie die Kriterien erfüllen. Unbekannt heißt nicht nein.</translation>
    </message>
    <message>
      <source>Include programmes that may match</source>
      <translation>Auch Programme, die passen könnten</translation>
    </message>
    <message>
      <source>Sample entries are made up to show the service and state no fact about a programme. Without them, only real entries and stated objectives count.</source>
      <translation>Beispieleinträge sind erfunden, um den Dienst zu zeigen, und nennen keine Tatsache über ein Programm. Ohne sie wird nur gefunden, was echte Einträge und angegebene Ziele sagen.</translation>
    </message>
    <message>
      <source>Show sample entries</source>
      <translation>Beispieleinträge zeigen</translation>
    </message>
    <message>
      <source>no samples</source>
      <translation>keine Beispiele</translation>
    </message>
    <message>
      <source>with unknown</source>
      <translation>mit Unbekanntem</translation>
    </message>
  </context>
  <context>
    <name>OnMap</name>
    <message>
      <source>Kept in memory: opening the project fetches them again.</source>
      <translation>Im Arbeitsspeicher: Beim Öffnen des Projekts werden sie erneut geholt.</translation>
    </message>
  </context>
  <context>
    <name>Overseas</name>
    <message>
      <source>Azores</source>
      <translation>Azoren</translation>
    </message>
    <message>
      <source>Canary Islands</source>
      <translation>Kanarische Inseln</translation>
    </message>
    <message>
      <source>French Guiana</source>
      <translation>Französisch-Guayana</translation>
    </message>
    <message>
      <source>Guadeloupe</source>
      <translation>Guadeloupe</translation>
    </message>
    <message>
      <source>Madeira</source>
      <translation>Madeira</translation>
    </message>
    <message>
      <source>Martinique</source>
      <translation>Martinique</translation>
    </message>
    <message>
      <source>Mayotte</source>
      <translation>Mayotte</translation>
    </message>
    <message>
      <source>Réunion</source>
      <translation>Réunion</translation>
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
      <translation>Nur Ausland</translation>
    </message>
    <message>
      <source>Across the border</source>
      <translation>Jenseits der Grenze</translation>
    </message>
    <message>
      <source>I work for …</source>
      <translation>Ich arbeite für …</translation>
    </message>
    <message>
      <source>I work for: {name}</source>
      <translation>Ich arbeite für: {name}</translation>
    </message>
    <message>
      <source>Leave out the programmes of your own country: partners are sought abroad</source>
      <translation>Programme des eigenen Landes auslassen: Partner werden im Ausland gesucht</translation>
    </message>
    <message>
      <source>No area abroad shares a border with yours, or lies within 150 km of sea.</source>
      <translation>Kein ausländisches Gebiet grenzt an das eigene oder liegt höchstens 150 km über das Meer entfernt.</translation>
    </message>
    <message>
      <source>Programmes of the areas on the other side of your borders: NUTS III areas abroad that share a border with yours, or face them across at most 150 km of sea</source>
      <translation>Programme der Gebiete jenseits der eigenen Grenzen: ausländische NUTS-III-Gebiete, die an die eigenen grenzen oder ihnen über höchstens 150 km Meer gegenüberliegen</translation>
    </message>
    <message>
      <source>Your programme or country: its entries are marked, and partners are sought abroad</source>
      <translation>Eigenes Programm oder Land: seine Einträge werden markiert, und Partner werden im Ausland gesucht</translation>
    </message>
  </context>
  <context>
    <name>OwnDialog</name>
    <message>
      <source>Asking the server for its programmes…</source>
      <translation>Programme werden vom Server abgefragt …</translation>
    </message>
    <message>
      <source>Countries and programmes</source>
      <translation>Länder und Programme</translation>
    </message>
    <message>
      <source>Country, programme or CCI</source>
      <translation>Land, Programm oder CCI</translation>
    </message>
    <message>
      <source>I work for …</source>
      <translation>Ich arbeite für …</translation>
    </message>
    <message>
      <source>Nobody in particular</source>
      <translation>Niemand Bestimmtes</translation>
    </message>
  </context>
  <context>
    <name>PartnerList</name>
    <message>
      <source>Partners, best first</source>
      <translation>Partner, die besten zuerst</translation>
    </message>
    <message>
      <source>The space bar ticks a partner to compare it with others.</source>
      <translation>Die Leertaste hakt einen Partner an, um ihn mit anderen zu vergleichen.</translation>
    </message>
  </context>
  <context>
    <name>PartnerSearch</name>
    <message>
      <source>It is of an earlier version.</source>
      <translation>Er hat eine frühere Version.</translation>
    </message>
    <message>
      <source>This server does not find partners.</source>
      <translation>Dieser Server findet keine Partner.</translation>
    </message>
  </context>
  <context>
    <name>PartnerSheets</name>
    <message>
      <source>Print layout: {name}</source>
      <translation>Drucklayout: {name}</translation>
    </message>
    <message>
      <source>The partners are not on the map any more: show them there again.</source>
      <translation>Die Partner sind nicht mehr auf der Karte: Zeigen Sie sie dort wieder an.</translation>
    </message>
  </context>
  <context>
    <name>PartnerStates</name>
    <message>
      <source>Choose a programme in the list of results and press “Find partners” in its details.</source>
      <translation>Wählen Sie in der Ergebnisliste ein Programm und drücken Sie in seinen Einzelheiten „Partner finden“.</translation>
    </message>
    <message>
      <source>Choose another order, or another programme, above.</source>
      <translation>Wählen Sie oben eine andere Reihenfolge oder ein anderes Programm.</translation>
    </message>
    <message>
      <source>Few programmes have published what they need. The other ways to look for partners do not depend on it.</source>
      <translation>Nur wenige Programme haben veröffentlicht, was sie brauchen. Die anderen Wege zu Partnern hängen nicht davon ab.</translation>
    </message>
    <message>
      <source>No entry seeks a partner like this one</source>
      <translation>Kein Eintrag sucht einen Partner wie diesen</translation>
    </message>
    <message>
      <source>No programme can be a partner under these conditions</source>
      <translation>Unter diesen Bedingungen kommt kein Programm als Partner infrage</translation>
    </message>
    <message>
      <source>No programme is alike and far away</source>
      <translation>Kein Programm ist ähnlich und weit entfernt</translation>
    </message>
    <message>
      <source>Partners of which programme?</source>
      <translation>Partner welches Programms?</translation>
    </message>
    <message>
      <source>Show the programmes</source>
      <translation>Die Programme zeigen</translation>
    </message>
    <message>
      <source>Take away the tick that leaves only programmes of the search.</source>
      <translation>Entfernen Sie den Haken, der nur Programme der Suche übrig lässt.</translation>
    </message>
  </context>
  <context>
    <name>Partners</name>
    <message>
      <source>All facts of this programme</source>
      <translation>Alle Angaben zu diesem Programm</translation>
    </message>
    <message>
      <source>Dark: known. Light: what missing facts could add.</source>
      <translation>Dunkel: bekannt. Hell: was fehlende Angaben hinzufügen könnten.</translation>
    </message>
    <message>
      <source>Dark: known. Light: what missing facts could add. Dotted: does not apply.</source>
      <translation>Dunkel: bekannt. Hell: was fehlende Angaben hinzufügen könnten. Gepunktet: trifft nicht zu.</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Fakten</translation>
    </message>
    <message>
      <source>Its own partners</source>
      <translation>Seine eigenen Partner</translation>
    </message>
    <message>
      <source>Parts</source>
      <translation>Teile</translation>
    </message>
    <message>
      <source>SAMPLE</source>
      <translation>BEISPIEL</translation>
    </message>
    <message>
      <source>SAMPLE: entries that meet are made up to show the service</source>
      <translation>BEISPIEL: Einträge, die zusammenpassen, sind erfunden, um den Dienst zu zeigen</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>This pair in the browser</source>
      <translation>Dieses Paar im Browser</translation>
    </message>
    <message>
      <source>does not apply</source>
      <translation>trifft nicht zu</translation>
    </message>
    <message>
      <source>no entries meet</source>
      <translation>keine Einträge passen zusammen</translation>
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
      <translation>Partner werden geladen…</translation>
    </message>
    <message>
      <source>On the map: {count} partners, edition {edition}.</source>
      <translation>Auf der Karte: {count} Partner, Ausgabe {edition}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} partners of its last known answer, edition {edition}.</source>
      <translation>Der Server ist nicht erreichbar: {count} Partner aus seiner letzten bekannten Antwort, Ausgabe {edition}.</translation>
    </message>
  </context>
  <context>
    <name>PartnersPage</name>
    <message>
      <source>Consortia: best sets of partners</source>
      <translation>Konsortien: beste Zusammenstellungen von Partnern</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Für</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Reihenfolge</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Who seeks a partner like this one</source>
      <translation>Wer einen Partner wie diesen sucht</translation>
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
      <translation>Auch Programme finden, die die Kriterien erfüllen könnten (nicht bekannt)</translation>
    </message>
    <message>
      <source>Also find sets that may meet the rules (not known)</source>
      <translation>Auch Zusammenstellungen finden, die die Regeln erfüllen könnten (nicht bekannt)</translation>
    </message>
    <message>
      <source>Also find what is near: within a distance in km</source>
      <translation>Auch was in der Nähe ist: Entfernung in km</translation>
    </message>
    <message>
      <source>Authentication</source>
      <translation>Authentifizierung</translation>
    </message>
    <message>
      <source>By known and possible fit</source>
      <translation>Nach bekannter und möglicher Eignung</translation>
    </message>
    <message>
      <source>By possible fit</source>
      <translation>Nach möglicher Eignung</translation>
    </message>
    <message>
      <source>CCI or NUTS code</source>
      <translation>CCI oder NUTS-Code</translation>
    </message>
    <message>
      <source>CRS of my layer, if it has none of its own</source>
      <translation>KBS meines Layers, falls er keines hat</translation>
    </message>
    <message>
      <source>Categories of region that the coordinator can be from</source>
      <translation>Regionenkategorien, aus denen der Koordinator kommen kann</translation>
    </message>
    <message>
      <source>Cooperation Atlas</source>
      <translation>Cooperation Atlas</translation>
    </message>
    <message>
      <source>Copies a layer of your own and adds to each feature the NUTS III areas that it intersects, the programmes that cover them, and their topics and scopes (lists joined by '; '). Any geometry and any CRS will do; features without geometry, or outside all areas, have no areas and no programmes. If the layer already has columns of the same names, they are kept, and the added ones get the prefix 'coop_'.</source>
      <translation>Kopiert einen eigenen Layer und fügt jedem Objekt die NUTS-III-Gebiete hinzu, die es trifft, die Programme, die diese abdecken, sowie deren Themen und Reichweite (Listen mit '; ' verbunden). Jede Geometrie und jedes KBS; Objekte ohne Geometrie oder außerhalb aller Gebiete haben keine Gebiete und keine Programme. Gleichnamige Spalten des Layers bleiben; die hinzugefügten erhalten dann das Präfix 'coop_'.</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>Count by one or two dimensions, such as country,fund</source>
      <translation>Zählen nach einer oder zwei Dimensionen, etwa country,fund</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <source>Country (name)</source>
      <translation>Land (Name)</translation>
    </message>
    <message>
      <source>Counts the results of a search by one or two dimensions, such as country, nuts2, topic, scope, fund, objective, category or strategy. If one of them is a place (country, nuts1, nuts2, nuts3, borders_on, sought_country), the output has its areas, styled as a choropleth; otherwise it is a table without geometry. Each share is a range: its upper end also counts features for which the value is not known. A feature can have several values, so shares need not add up to 1.</source>
      <translation>Zählt, was eine Suche findet, nach einer oder zwei Dimensionen, etwa country, nuts2, topic, scope, fund, objective, category oder strategy. Ist eine davon ein Ort (country, nuts1, nuts2, nuts3, borders_on, sought_country), hat das Ergebnis dessen Gebiete, fertig als Choroplethenkarte; sonst ist es eine Tabelle ohne Geometrie. Anteile haben zwei Enden: das obere zählt auch Objekte, von denen nicht bekannt ist, ob sie den Wert haben. Ein Objekt kann mehrere Werte haben, die Anteile ergeben zusammen also nicht unbedingt 1.</translation>
    </message>
    <message>
      <source>Distance (km)</source>
      <translation>Entfernung (km)</translation>
    </message>
    <message>
      <source>Distance in km (0: shared borders only)</source>
      <translation>Abstand in km (0: nur gemeinsame Grenzen)</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Verteilung</translation>
    </message>
    <message>
      <source>Distribution of a search</source>
      <translation>Verteilung einer Suche</translation>
    </message>
    <message>
      <source>Edition {0}. {1}</source>
      <translation>Ausgabe {0}. {1}</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map of the areas: {}. Their new columns are empty.</source>
      <translation>Objekte ohne Ort auf der Karte der Gebiete: {}. Ihre neuen Spalten sind leer.</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map: {}.</source>
      <translation>Objekte, die auf der Karte keinen Platz haben: {}.</translation>
    </message>
    <message>
      <source>Features that meet no area: {}.</source>
      <translation>Objekte, die kein Gebiet treffen: {}.</translation>
    </message>
    <message>
      <source>Features too large for the server: {}. Simplify them and run the algorithm again.</source>
      <translation>Für den Server zu große Objekte: {}. Vereinfachen Sie sie und führen Sie den Algorithmus erneut aus.</translation>
    </message>
    <message>
      <source>Features with programmes</source>
      <translation>Objekte mit Programmen</translation>
    </message>
    <message>
      <source>Field that names my features</source>
      <translation>Feld, das meine Objekte benennt</translation>
    </message>
    <message>
      <source>Find a consortium</source>
      <translation>Konsortium finden</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Partner finden</translation>
    </message>
    <message>
      <source>Finds the NUTS III areas covered by at least one programme that meets all criteria, with all the programmes that cover them and their topics and scopes; n_matching and the columns beside it say which of these programmes meet the criteria. The areas are those of NUTS 2016 if only the period 2014-2020 is searched, and otherwise those of NUTS 2021 with the programmes of 2021-2027. Country, NUTS region and strategy describe the area itself.</source>
      <translation>NUTS-III-Gebiete, die mindestens ein Programm abdeckt, das alle Kriterien erfüllt, mit allen Programmen, die sie abdecken, und deren Themen und Reichweite; n_matching und die Spalten daneben sagen, welche davon die Kriterien erfüllen. Es sind Gebiete nach NUTS 2016, wenn nur der Zeitraum 2014-2020 gesucht wird, sonst nach NUTS 2021 mit den Programmen von 2021-2027. Land, NUTS-Region und Strategie beschreiben das Gebiet selbst.</translation>
    </message>
    <message>
      <source>Finds the NUTS III areas that share a border with the given NUTS regions (codes of any level), and those within a distance of them. With 150 km this reaches the areas that Regulation (EU) 2021/1059, Article 4, counts as maritime neighbours. Distances are measured on the ellipsoid between the generalised borders (1:3 million). Added columns: neighbour_of (NUTS code of the nearest given area), neighbour (land or distance), distance_km.</source>
      <translation>NUTS-III-Gebiete, die an die angegebenen NUTS-Regionen (Codes jeder Ebene) grenzen, und solche innerhalb eines Abstands. Mit 150 km werden die Gebiete erreicht, die die Verordnung (EU) 2021/1059, Artikel 4, als Nachbarn über See zählt. Abstände werden auf dem Ellipsoid zwischen den generalisierten Grenzen (1:3 Mio.) gemessen. Hinzugefügte Spalten: neighbour_of (NUTS-Code des nächsten angegebenen Gebiets), neighbour (land oder distance), distance_km.</translation>
    </message>
    <message>
      <source>Finds the best sets of partners for a programme or a need under the rules of a call. The rules are those of a preset of the server (such as i3-1), unless you give numbers of your own. The output has the members of all sets with their areas; the column set numbers the sets, and role says who seeks partners and who could coordinate. If no set meets all rules, the log says which rule to loosen and what that would give. Check the call itself: rules change from one call to the next.</source>
      <translation>Die besten Zusammenstellungen von Partnern für ein Programm oder einen Bedarf nach den Regeln eines Aufrufs: eine Voreinstellung des Servers (etwa i3-1) und eigene Zahlen anstelle ihrer Regeln. Ausgegeben werden die Mitglieder aller Zusammenstellungen mit ihren Gebieten; die Spalte set unterscheidet die Zusammenstellungen, role sagt, wer Partner sucht und wer koordinieren könnte. Wo keine Zusammenstellung alle Regeln erfüllt, sagt das Protokoll, welche zu lockern sind und was das ergäbe. Prüfen Sie den Aufruf: Regeln ändern sich von Aufruf zu Aufruf.</translation>
    </message>
    <message>
      <source>Include results based on sample entries</source>
      <translation>Zeigen, was auf Beispieleinträgen beruht</translation>
    </message>
    <message>
      <source>Invalid geometries</source>
      <translation>Ungültige Geometrien</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. Repaired copies were used.</source>
      <translation>Ungültige Geometrien: {}. Reparierte Kopien wurden verwendet.</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. Their new columns are empty.</source>
      <translation>Ungültige Geometrien: {}. Ihre neuen Spalten sind leer.</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. They were left out.</source>
      <translation>Ungültige Geometrien: {}. Sie wurden weggelassen.</translation>
    </message>
    <message>
      <source>Leave their new columns empty</source>
      <translation>Ihre neuen Spalten leer lassen</translation>
    </message>
    <message>
      <source>Leave them out</source>
      <translation>Sie weglassen</translation>
    </message>
    <message>
      <source>Lines to partners</source>
      <translation>Linien zu Partnern</translation>
    </message>
    <message>
      <source>Loosened: {0}. That gives: {1}</source>
      <translation>Gelockert: {0}. Das ergibt: {1}</translation>
    </message>
    <message>
      <source>Maximum number of members</source>
      <translation>Höchstzahl der Mitglieder</translation>
    </message>
    <message>
      <source>Maximum number of members from one country</source>
      <translation>Höchstzahl der Mitglieder eines Landes</translation>
    </message>
    <message>
      <source>Maximum number of partners</source>
      <translation>Höchstzahl der Partner</translation>
    </message>
    <message>
      <source>Maximum number of partners from one country</source>
      <translation>Höchstzahl der Partner eines Landes</translation>
    </message>
    <message>
      <source>Maximum number of partners from the same area</source>
      <translation>Höchstzahl der Partner desselben Gebiets</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Mitglieder</translation>
    </message>
    <message>
      <source>Minimum number of NUTS 2 regions</source>
      <translation>Mindestzahl der NUTS-2-Regionen</translation>
    </message>
    <message>
      <source>Minimum number of countries</source>
      <translation>Mindestzahl der Länder</translation>
    </message>
    <message>
      <source>Minimum number of members</source>
      <translation>Mindestzahl der Mitglieder</translation>
    </message>
    <message>
      <source>Minimum number of members by category of region, such as LD:1,MD:1</source>
      <translation>Mindestzahl der Mitglieder je Regionenkategorie, etwa LD:1,MD:1</translation>
    </message>
    <message>
      <source>My layer</source>
      <translation>Mein Layer</translation>
    </message>
    <message>
      <source>My layer has no CRS. Choose it in “CRS of my layer”.</source>
      <translation>Mein Layer hat kein KBS. Wählen Sie es unter „KBS meines Layers“.</translation>
    </message>
    <message>
      <source>NUTS III areas</source>
      <translation>NUTS-III-Gebiete</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2016)</source>
      <translation>NUTS-III-Gebiete (NUTS 2016)</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2021)</source>
      <translation>NUTS-III-Gebiete (NUTS 2021)</translation>
    </message>
    <message>
      <source>NUTS regions</source>
      <translation>NUTS-Regionen</translation>
    </message>
    <message>
      <source>Name of my feature</source>
      <translation>Name meines Objekts</translation>
    </message>
    <message>
      <source>Need: own NUTS regions</source>
      <translation>Bedarf: eigene NUTS-Regionen</translation>
    </message>
    <message>
      <source>Need: own country</source>
      <translation>Bedarf: eigenes Land</translation>
    </message>
    <message>
      <source>Need: scope of partnership</source>
      <translation>Bedarf: Reichweite der Partnerschaft</translation>
    </message>
    <message>
      <source>Need: topics</source>
      <translation>Bedarf: Themen</translation>
    </message>
    <message>
      <source>Neighbouring areas</source>
      <translation>Benachbarte Gebiete</translation>
    </message>
    <message>
      <source>Neighbouring regions</source>
      <translation>Benachbarte Regionen</translation>
    </message>
    <message>
      <source>No set meets all rules.</source>
      <translation>Keine Zusammenstellung erfüllt alle Regeln.</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Nicht bekannt</translation>
    </message>
    <message>
      <source>Number of areas</source>
      <translation>Zahl der Gebiete</translation>
    </message>
    <message>
      <source>Number of features found</source>
      <translation>Zahl der gefundenen Objekte</translation>
    </message>
    <message>
      <source>Number of features that meet no area</source>
      <translation>Zahl der Objekte, die kein Gebiet treffen</translation>
    </message>
    <message>
      <source>Number of invalid geometries</source>
      <translation>Zahl der ungültigen Geometrien</translation>
    </message>
    <message>
      <source>Number of my feature</source>
      <translation>Nummer meines Objekts</translation>
    </message>
    <message>
      <source>Number of pairs</source>
      <translation>Zahl der Paare</translation>
    </message>
    <message>
      <source>Number of partners</source>
      <translation>Zahl der Partner</translation>
    </message>
    <message>
      <source>Number of programmes</source>
      <translation>Zahl der Programme</translation>
    </message>
    <message>
      <source>Number of sets</source>
      <translation>Zahl der Zusammenstellungen</translation>
    </message>
    <message>
      <source>Number of sets found</source>
      <translation>Zahl der gefundenen Zusammenstellungen</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Angebote und Bedarfe</translation>
    </message>
    <message>
      <source>Only areas of other countries</source>
      <translation>Nur Gebiete anderer Länder</translation>
    </message>
    <message>
      <source>Only candidates with: criteria of the server, one name=value,value a line</source>
      <translation>Nur Kandidaten mit: Kriterien des Servers, je Zeile eins als name=wert,wert</translation>
    </message>
    <message>
      <source>Open on (today, or a day such as 2026-05-31)</source>
      <translation>Offen am (today oder ein Tag wie 2026-05-31)</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Reihenfolge</translation>
    </message>
    <message>
      <source>Other criteria of the server, one name=value,value a line</source>
      <translation>Weitere Kriterien des Servers, je Zeile Name=Wert,Wert</translation>
    </message>
    <message>
      <source>Over</source>
      <translation>Über</translation>
    </message>
    <message>
      <source>Overlay with programmes or areas</source>
      <translation>Verschneiden mit Programmen oder Gebieten</translation>
    </message>
    <message>
      <source>Overlays a layer of your own (points, lines or polygons, in any CRS) on the areas of programmes or on NUTS III areas. Each output feature stands for a pair of your feature and an area. It has the geometry of the area, the number and name of your feature, how your feature lies to the area (equals, within, contains, overlaps, touches, near), the distance, what they share in km² or km, and the share of each that this is. The server does the work: the coordinates of your features are sent to it, but not their attributes. The criteria choose the programmes or areas.</source>
      <translation>Legt einen eigenen Layer (Punkte, Linien oder Polygone, jedes KBS) über die Gebiete von Programmen oder über NUTS-III-Gebiete. Jedes Ergebnisobjekt ist ein Paar: das Gebiet, mit der Nummer Ihres Objekts und dem Feld, das es benennt, wie Ihr Objekt zum Gebiet liegt (equals, within, contains, overlaps, touches, near), der Entfernung, dem Gemeinsamen in km² oder km und dem Anteil an beiden. Die Arbeit macht der Server: die Koordinaten Ihrer Objekte werden in Teilen an ihn gesendet, Attribute nicht. Kriterien wählen die Programme oder Gebiete.</translation>
    </message>
    <message>
      <source>Own area</source>
      <translation>Eigenes Gebiet</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>Paare</translation>
    </message>
    <message>
      <source>Partner programmes</source>
      <translation>Partnerprogramme</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Zeitraum</translation>
    </message>
    <message>
      <source>Please give a programme that seeks partners, or a need.</source>
      <translation>Geben Sie ein Programm an, das Partner sucht, oder einen Bedarf.</translation>
    </message>
    <message>
      <source>Please give at least one NUTS code.</source>
      <translation>Bitte mindestens einen NUTS-Code angeben.</translation>
    </message>
    <message>
      <source>Preset of weights: default, neighbours, learn or complement</source>
      <translation>Gewichte mit Namen: default, neighbours, learn, complement</translation>
    </message>
    <message>
      <source>Programme in words (with * for any text: the whole title)</source>
      <translation>Programm in Worten (mit * für beliebigen Text: der ganze Titel)</translation>
    </message>
    <message>
      <source>Programme or area</source>
      <translation>Programm oder Gebiet</translation>
    </message>
    <message>
      <source>Programme that seeks partners (CCI)</source>
      <translation>Programm, das Partner sucht (CCI)</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programme</translation>
    </message>
    <message>
      <source>Programmes at my features</source>
      <translation>Programme an meinen Objekten</translation>
    </message>
    <message>
      <source>Programmes that must be members (CCI)</source>
      <translation>Programme, die Mitglied sein müssen (CCI)</translation>
    </message>
    <message>
      <source>Programmes that must not be members (CCI)</source>
      <translation>Programme, die nicht Mitglied sein dürfen (CCI)</translation>
    </message>
    <message>
      <source>Ranks the programmes of other countries that suit a programme (given by its CCI), a need that you describe (topics, regions, country, scope), or both. The score of each partner, and every part of it, is a range: the lower end is what is known, the upper end what is possible while facts are missing. An empty part does not apply. for_you and for_them give the reasons for each side. Write weights as theme:3,border:1; parts that you leave out then do not count. The outputs are the areas of the partners, lines to them from your own area, and your own area, styled as in the panel. Entries whose basis is 'sample' are made up.</source>
      <translation>Ordnet die Programme anderer Länder, die zu einem Programm (seinem CCI), einem beschriebenen Bedarf (Themen, Regionen, Land, Reichweite) oder beidem passen. Jeder Partner hat die beiden Enden seines Werts und jedes Teils davon: das untere ist, was bekannt ist, das obere, was sein kann, solange Tatsachen fehlen; leer heißt, dass ein Teil nicht zutrifft. for_you und for_them nennen die Gründe für beide Seiten. Gewichte schreibt man als theme:3,border:1; nicht genannte Teile zählen dann nichts. Ausgegeben werden die Gebiete der Partner, Linien vom eigenen Gebiet dorthin und das eigene Gebiet, in den Stilen des Bedienfelds. Einträge mit der Grundlage 'sample' sind erfunden.</translation>
    </message>
    <message>
      <source>Regions of programmes</source>
      <translation>Regionen von Programmen</translation>
    </message>
    <message>
      <source>Relation</source>
      <translation>Beziehung</translation>
    </message>
    <message>
      <source>Rules of a call, such as i3-1</source>
      <translation>Regeln eines Aufrufs, etwa i3-1</translation>
    </message>
    <message>
      <source>Search programmes</source>
      <translation>Programme suchen</translation>
    </message>
    <message>
      <source>Searches the cohesion programmes of a Cooperation Atlas server. Empty criteria find everything; several codes in one criterion, separated by commas, are alternatives; different criteria must all be met. The output has one multipolygon per programme (EPSG:4326), the union of its area. Topics, scopes and counts whose basis is 'sample' rest on made-up entries and state no fact.</source>
      <translation>Durchsucht die Kohäsionsprogramme eines Cooperation-Atlas-Servers. Leere Kriterien finden alles; mehrere durch Kommas getrennte Codes eines Kriteriums sind Alternativen; verschiedene Kriterien müssen alle erfüllt sein. Die Ausgabe hat je Programm ein Multipolygon (EPSG:4326), die Vereinigung seines Gebiets. Themen, Reichweite und Zahlen mit der Grundlage 'sample' beruhen auf erfundenen Einträgen und nennen keine Tatsachen.</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Set {0}: {1}</source>
      <translation>Zusammenstellung {0}: {1}</translation>
    </message>
    <message>
      <source>Share of my feature</source>
      <translation>Anteil an meinem Objekt</translation>
    </message>
    <message>
      <source>Share of the area</source>
      <translation>Anteil am Gebiet</translation>
    </message>
    <message>
      <source>Share, at least</source>
      <translation>Anteil, mindestens</translation>
    </message>
    <message>
      <source>Share, at most</source>
      <translation>Anteil, höchstens</translation>
    </message>
    <message>
      <source>Shared area (km²)</source>
      <translation>Gemeinsame Fläche (km²)</translation>
    </message>
    <message>
      <source>Shared length (km)</source>
      <translation>Gemeinsame Länge (km)</translation>
    </message>
    <message>
      <source>The criterion “{}” is given twice.</source>
      <translation>Das Kriterium „{}“ ist zweimal angegeben.</translation>
    </message>
    <message>
      <source>The rights could not be written into the file: {}</source>
      <translation>Die Rechte konnten nicht in die Datei geschrieben werden: {}</translation>
    </message>
    <message>
      <source>The server has no criterion “{0}”. It has: {1}.</source>
      <translation>Der Server hat kein Kriterium „{0}“. Er hat: {1}.</translation>
    </message>
    <message>
      <source>There is no NUTS III area in “{0}” (collection {1}).</source>
      <translation>In „{0}“ gibt es kein NUTS-III-Gebiet (Sammlung {1}).</translation>
    </message>
    <message>
      <source>Unusual: alike, but far away</source>
      <translation>Ungewöhnlich: ähnlich, aber weit weg</translation>
    </message>
    <message>
      <source>Use a repaired copy</source>
      <translation>Eine reparierte Kopie verwenden</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>Was gezählt wird</translation>
    </message>
    <message>
      <source>Who seeks a partner like this one</source>
      <translation>Wer einen Partner wie diesen sucht</translation>
    </message>
    <message>
      <source>Your own weights, such as theme:3,border:1</source>
      <translation>Eigene Gewichte, etwa theme:3,border:1</translation>
    </message>
    <message>
      <source>“Who seeks a partner like this one” needs a programme, or a country and no other need.</source>
      <translation>„Wer einen Partner wie diesen sucht“ braucht ein Programm, oder ein Land und keinen anderen Bedarf.</translation>
    </message>
    <message>
      <source>“{}” is not a criterion: write name=value, such as fund=ERDF,ESF.</source>
      <translation>„{}“ ist kein Kriterium: Schreiben Sie Name=Wert, etwa fund=ERDF,ESF.</translation>
    </message>
    <message>
      <source>“{}” is not an http or https address.</source>
      <translation>„{}“ ist keine http- oder https-Adresse.</translation>
    </message>
  </context>
  <context>
    <name>RankedView</name>
    <message>
      <source>Adds the partners, lines to them and the own area as one group; kept in memory</source>
      <translation>Fügt die Partner, Linien zu ihnen und das eigene Gebiet als eine Gruppe hinzu; im Arbeitsspeicher gehalten</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <source>Compare ({count})</source>
      <translation>Vergleichen ({count})</translation>
    </message>
    <message>
      <source>Show on map</source>
      <translation>Auf der Karte</translation>
    </message>
    <message>
      <source>Shows the ticked partners side by side</source>
      <translation>Zeigt die angehakten Partner nebeneinander</translation>
    </message>
    <message>
      <source>Tick two or more partners</source>
      <translation>Zwei oder mehr Partner anhaken</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Gewichte</translation>
    </message>
  </context>
  <context>
    <name>RegionCriterion</name>
    <message>
      <source>Choose the regions that features of one of your layers touch</source>
      <translation>Wählt die Regionen, die Objekte eines Ihrer Layer berühren</translation>
    </message>
    <message>
      <source>Click regions on the map to choose or deselect them; press Escape to stop</source>
      <translation>Klicken Sie Regionen auf der Karte an, um sie zu wählen oder zurückzunehmen; Escape beendet</translation>
    </message>
    <message>
      <source>Comparing with the layer…</source>
      <translation>Vergleich mit dem Layer …</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map: {count}.</source>
      <translation>Objekte ohne Platz auf der Karte: {count}.</translation>
    </message>
    <message>
      <source>Fetching the boundaries…</source>
      <translation>Grenzen werden geholt …</translation>
    </message>
    <message>
      <source>From my layer</source>
      <translation>Aus meinem Layer</translation>
    </message>
    <message>
      <source>Level of the region that a click on the map chooses</source>
      <translation>Ebene der Region, die ein Klick auf die Karte wählt</translation>
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
      <translation>NUTS-III-Region</translation>
    </message>
    <message>
      <source>NUTS III regions of a layer</source>
      <translation>NUTS-III-Regionen eines Layers</translation>
    </message>
    <message>
      <source>Pick on the map</source>
      <translation>Auf der Karte wählen</translation>
    </message>
    <message>
      <source>Regions touched: {count}.</source>
      <translation>Berührte Regionen: {count}.</translation>
    </message>
    <message>
      <source>The boundaries are still being loaded.</source>
      <translation>Die Grenzen sind noch unterwegs.</translation>
    </message>
    <message>
      <source>The layer “{name}” has no CRS. Which one is it in?</source>
      <translation>Der Layer „{name}“ hat kein KBS. In welchem ist er?</translation>
    </message>
    <message>
      <source>There is no NUTS III region at this place.</source>
      <translation>An dieser Stelle gibt es keine NUTS-III-Region.</translation>
    </message>
    <message>
      <source>These features touch no NUTS III region.</source>
      <translation>Diese Objekte berühren keine NUTS-III-Region.</translation>
    </message>
    <message>
      <source>Without a CRS the layer cannot be placed on the map.</source>
      <translation>Ohne KBS hat der Layer keinen Ort auf der Karte.</translation>
    </message>
  </context>
  <context>
    <name>RegionData</name>
    <message>
      <source>Reading the boundaries of the NUTS III areas</source>
      <translation>Grenzen der NUTS-III-Gebiete werden gelesen</translation>
    </message>
  </context>
  <context>
    <name>Remarks</name>
    <message>
      <source>All {all} partners.</source>
      <translation>Alle {all} Partner.</translation>
    </message>
    <message>
      <source>The first {shown} of {all} partners.</source>
      <translation>Die ersten {shown} von {all} Partnern.</translation>
    </message>
  </context>
  <context>
    <name>ReportButton</name>
    <message>
      <source>All countries found</source>
      <translation>Alle gefundenen Länder</translation>
    </message>
    <message>
      <source>All countries found, as PDF…</source>
      <translation>Alle gefundenen Länder, als PDF …</translation>
    </message>
    <message>
      <source>Countries of the selection, as PDF: {}…</source>
      <translation>Länder der Auswahl, als PDF: {} …</translation>
    </message>
    <message>
      <source>Countries of the selection: {}</source>
      <translation>Länder der Auswahl: {}</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Report by country: a page for each, with map, programmes found, numbers, legend and sources</source>
      <translation>Bericht nach Ländern: je eine Seite mit Karte, gefundenen Programmen, Zahlen, Legende und Quellen</translation>
    </message>
  </context>
  <context>
    <name>Reports</name>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancelled; no file was written.</source>
      <translation>Abgebrochen; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
      <source>Load a search on the map first that finds something.</source>
      <translation>Laden Sie zuerst eine Suche auf die Karte, die etwas findet.</translation>
    </message>
    <message>
      <source>Print layout: {name}</source>
      <translation>Drucklayout: {name}</translation>
    </message>
    <message>
      <source>Report by country</source>
      <translation>Bericht nach Ländern</translation>
    </message>
    <message>
      <source>Writing {}</source>
      <translation>{} wird geschrieben</translation>
    </message>
    <message>
      <source>Written to {path}: {count} countries.</source>
      <translation>Geschrieben nach {path}: {count} Länder.</translation>
    </message>
    <message>
      <source>{} could not be written.</source>
      <translation>{} konnte nicht geschrieben werden.</translation>
    </message>
  </context>
  <context>
    <name>ResultModel</name>
    <message>
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <source>Found in</source>
      <translation>Gefunden in</translation>
    </message>
    <message>
      <source>Funds</source>
      <translation>Fonds</translation>
    </message>
    <message>
      <source>May match: no source says whether it meets the search</source>
      <translation>Könnte passen: keine Quelle sagt, ob es die Suche erfüllt</translation>
    </message>
    <message>
      <source>Needs</source>
      <translation>Bedarfe</translation>
    </message>
    <message>
      <source>Of the programme or country that you work for</source>
      <translation>Vom Programm oder Land, für das Sie arbeiten</translation>
    </message>
    <message>
      <source>Offers</source>
      <translation>Angebote</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Zeitraum</translation>
    </message>
    <message>
      <source>SAMPLE: based on entries made up to show the service</source>
      <translation>BEISPIEL: beruht auf Einträgen, die erfunden wurden, um den Dienst zu zeigen</translation>
    </message>
    <message>
      <source>Scope</source>
      <translation>Reichweite</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Themen</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>nicht bekannt</translation>
    </message>
  </context>
  <context>
    <name>ResultsPage</name>
    <message>
      <source>Offers and needs</source>
      <translation>Angebote und Bedarfe</translation>
    </message>
    <message>
      <source>Offers and needs ({count})</source>
      <translation>Angebote und Bedarfe ({count})</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programme</translation>
    </message>
    <message>
      <source>Programmes found</source>
      <translation>Gefundene Programme</translation>
    </message>
  </context>
  <context>
    <name>RowMenu</name>
    <message>
      <source>Copy the CCI</source>
      <translation>CCI kopieren</translation>
    </message>
    <message>
      <source>Copy the row</source>
      <translation>Zeile kopieren</translation>
    </message>
    <message>
      <source>Copy the rows</source>
      <translation>Zeilen kopieren</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Partner finden</translation>
    </message>
    <message>
      <source>Let it flash</source>
      <translation>Aufblinken lassen</translation>
    </message>
    <message>
      <source>Open its page in the browser</source>
      <translation>Seite im Browser öffnen</translation>
    </message>
    <message>
      <source>Select on the map</source>
      <translation>Auf der Karte auswählen</translation>
    </message>
    <message>
      <source>Show on the map</source>
      <translation>Auf der Karte zeigen</translation>
    </message>
    <message>
      <source>Show the programme</source>
      <translation>Programm zeigen</translation>
    </message>
    <message>
      <source>Zoom to it</source>
      <translation>Darauf zoomen</translation>
    </message>
  </context>
  <context>
    <name>RulesForm</name>
    <message>
      <source>Also sets that may meet the rules</source>
      <translation>Auch Zusammenstellungen, die die Regeln erfüllen könnten</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Kategorie von Regionen</translation>
    </message>
    <message>
      <source>Category of the coordinator’s region</source>
      <translation>Kategorie der Region des Koordinators</translation>
    </message>
    <message>
      <source>Check the call</source>
      <translation>Prüfen Sie den Aufruf</translation>
    </message>
    <message>
      <source>Coordinator in any region</source>
      <translation>Koordinator in jeder Region</translation>
    </message>
    <message>
      <source>Coordinator: {}</source>
      <translation>Koordinator: {}</translation>
    </message>
    <message>
      <source>Countries, at least</source>
      <translation>Länder, mindestens</translation>
    </message>
    <message>
      <source>Facts that are not known count as met; each set says whether it is certain</source>
      <translation>Was nicht bekannt ist, zählt als erfüllt; jede Zusammenstellung sagt, ob sie sicher ist</translation>
    </message>
    <message>
      <source>From one country, at most</source>
      <translation>Aus einem Land, höchstens</translation>
    </message>
    <message>
      <source>In brackets: what the call asks for</source>
      <translation>In Klammern: was der Aufruf verlangt</translation>
    </message>
    <message>
      <source>Members of any category of region</source>
      <translation>Mitglieder jeder Regionenkategorie</translation>
    </message>
    <message>
      <source>Members of this category, at least</source>
      <translation>Mitglieder dieser Kategorie, mindestens</translation>
    </message>
    <message>
      <source>Members, at least</source>
      <translation>Mitglieder, mindestens</translation>
    </message>
    <message>
      <source>NUTS 2 regions, at least</source>
      <translation>NUTS-2-Regionen, mindestens</translation>
    </message>
    <message>
      <source>No call: rules of your own</source>
      <translation>Kein Aufruf: eigene Regeln</translation>
    </message>
    <message>
      <source>Rules of a call</source>
      <translation>Regeln eines Aufrufs</translation>
    </message>
    <message>
      <source>countries {n}</source>
      <translation>Länder {n}</translation>
    </message>
    <message>
      <source>from one country {n}</source>
      <translation>aus einem Land {n}</translation>
    </message>
    <message>
      <source>members {n}</source>
      <translation>Mitglieder {n}</translation>
    </message>
    <message>
      <source>no rules yet</source>
      <translation>noch keine Regeln</translation>
    </message>
    <message>
      <source>regions {n}</source>
      <translation>Regionen {n}</translation>
    </message>
    <message>
      <source>rules as read in</source>
      <translation>Regeln wie gelesen in</translation>
    </message>
  </context>
  <context>
    <name>RulesStates</name>
    <message>
      <source>Choose a call above, or say how many members, regions or countries are needed.</source>
      <translation>Wählen Sie oben einen Aufruf oder sagen Sie, wie viele Mitglieder, Regionen oder Länder nötig sind.</translation>
    </message>
    <message>
      <source>Which rules must a consortium meet?</source>
      <translation>Welche Regeln muss ein Konsortium erfüllen?</translation>
    </message>
  </context>
  <context>
    <name>SaveDialog</name>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name of the search</source>
      <translation>Name der Suche</translation>
    </message>
    <message>
      <source>Save it in the project, for everyone who opens it</source>
      <translation>Im Projekt aufbewahren, für alle, die es öffnen</translation>
    </message>
    <message>
      <source>Save this search</source>
      <translation>Diese Suche speichern</translation>
    </message>
  </context>
  <context>
    <name>SavedSearches</name>
    <message>
      <source>A saved search needs a name.</source>
      <translation>Eine gespeicherte Suche braucht einen Namen.</translation>
    </message>
    <message>
      <source>There is another search called “{name}”.</source>
      <translation>Es gibt eine andere Suche namens „{name}“.</translation>
    </message>
    <message>
      <source>This file contains no saved searches that can be read.</source>
      <translation>Diese Datei enthält keine lesbaren gespeicherten Suchen.</translation>
    </message>
    <message>
      <source>This name is too long.</source>
      <translation>Dieser Name ist zu lang.</translation>
    </message>
  </context>
  <context>
    <name>ScopeCriterion</name>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Reichweite der gesuchten Partnerschaft</translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message>
      <source>A saved search has an unknown criterion.</source>
      <translation>Eine gespeicherte Suche enthält ein unbekanntes Kriterium.</translation>
    </message>
    <message>
      <source>A saved search must be a JSON object.</source>
      <translation>Eine gespeicherte Suche muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
      <source>A value of a saved search has the wrong type.</source>
      <translation>Eine gespeicherte Suche enthält einen Wert des falschen Typs.</translation>
    </message>
    <message>
      <source>All programmes</source>
      <translation>Alle Programme</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Kategorie von Regionen</translation>
    </message>
    <message>
      <source>Countries left out</source>
      <translation>Ausgelassene Länder</translation>
    </message>
    <message>
      <source>Countries sought</source>
      <translation>Gesuchte Länder</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <source>ESF+ secondary theme</source>
      <translation>Sekundäres Thema des ESF+</translation>
    </message>
    <message>
      <source>Entries that partners can answer on that day (in Brussels) and whose action is not completed</source>
      <translation>Einträge, auf die Partner an diesem Tag (in Brüssel) antworten können und deren Maßnahme nicht abgeschlossen ist</translation>
    </message>
    <message>
      <source>Form of cooperation</source>
      <translation>Form der Zusammenarbeit</translation>
    </message>
    <message>
      <source>Fund</source>
      <translation>Fonds</translation>
    </message>
    <message>
      <source>Has a land border with</source>
      <translation>Hat eine Landgrenze mit</translation>
    </message>
    <message>
      <source>Intervention field</source>
      <translation>Interventionsbereich</translation>
    </message>
    <message>
      <source>Macro-regional or sea-basin strategy</source>
      <translation>Makroregionale oder Meeresbeckenstrategie</translation>
    </message>
    <message>
      <source>NUTS region</source>
      <translation>NUTS-Region</translation>
    </message>
    <message>
      <source>Objective</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <source>Offers or needs</source>
      <translation>Angebote oder Bedarfe</translation>
    </message>
    <message>
      <source>Open on</source>
      <translation>Offen</translation>
    </message>
    <message>
      <source>Open on {}</source>
      <translation>Offen am {}</translation>
    </message>
    <message>
      <source>Open today</source>
      <translation>Heute offen</translation>
    </message>
    <message>
      <source>Partners sought</source>
      <translation>Gesuchte Partner</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Zeitraum</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Reichweite der gesuchten Partnerschaft</translation>
    </message>
    <message>
      <source>Status of the cooperation</source>
      <translation>Stand der Kooperation</translation>
    </message>
    <message>
      <source>Strategies sought</source>
      <translation>Gesuchte Strategien</translation>
    </message>
    <message>
      <source>Territorial focus</source>
      <translation>Territoriale Ausrichtung</translation>
    </message>
    <message>
      <source>This search was saved by a newer version of the plugin.</source>
      <translation>Diese Suche wurde mit einer neueren Version der Erweiterung gespeichert.</translation>
    </message>
    <message>
      <source>Title: {}</source>
      <translation>Titel: {}</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Thema der Kooperationsmaßnahmen</translation>
    </message>
    <message>
      <source>Words: {}</source>
      <translation>Wörter: {}</translation>
    </message>
    <message>
      <source>including programmes that may meet the criteria</source>
      <translation>auch Programme, die die Kriterien erfüllen könnten</translation>
    </message>
    <message>
      <source>without sample entries</source>
      <translation>ohne Beispieleinträge</translation>
    </message>
  </context>
  <context>
    <name>SearchBar</name>
    <message>
      <source>A filter that finds the same programmes in other clients</source>
      <translation>Ein Filter, der in anderen Programmen dieselben Programme findet</translation>
    </message>
    <message>
      <source>Clear all choices</source>
      <translation>Jede Wahl zurücknehmen</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Copy as CQL2</source>
      <translation>Als CQL2 kopieren</translation>
    </message>
    <message>
      <source>Copy as link</source>
      <translation>Als Link kopieren</translation>
    </message>
    <message>
      <source>Copy this search for use elsewhere, or paste a copied one</source>
      <translation>Diese Suche zur Verwendung anderswo kopieren oder eine kopierte einfügen</translation>
    </message>
    <message>
      <source>First copy a link to a search, here or on the server's pages</source>
      <translation>Kopieren Sie zuerst die Adresse einer Suche: von hier oder von den Seiten des Servers</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>How to search, in your browser</source>
      <translation>Wie man sucht, im Browser</translation>
    </message>
    <message>
      <source>Manage…</source>
      <translation>Verwalten …</translation>
    </message>
    <message>
      <source>No search yet</source>
      <translation>Noch keine Suche</translation>
    </message>
    <message>
      <source>Nothing saved yet</source>
      <translation>Noch nichts gespeichert</translation>
    </message>
    <message>
      <source>Paste link</source>
      <translation>Link einfügen</translation>
    </message>
    <message>
      <source>Remove all</source>
      <translation>Alle vergessen</translation>
    </message>
    <message>
      <source>Remove one</source>
      <translation>Eine vergessen</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>Save this search…</source>
      <translation>Diese Suche speichern …</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Gespeichert</translation>
    </message>
    <message>
      <source>Searches saved under a name</source>
      <translation>Unter einem Namen gespeicherte Suchen</translation>
    </message>
    <message>
      <source>Show the search of the link on the clipboard</source>
      <translation>Die Suche des Links in der Zwischenablage zeigen</translation>
    </message>
    <message>
      <source>The CQL2 filter of this search is on the clipboard.</source>
      <translation>Der CQL2-Filter dieser Suche ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>The last searches</source>
      <translation>Die letzten Suchen</translation>
    </message>
    <message>
      <source>The link to this search is on the clipboard.</source>
      <translation>Der Link zu dieser Suche ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>This search as a link to the server</source>
      <translation>Dieselbe Suche als Adresse auf dem Server</translation>
    </message>
    <message>
      <source>{name} (project)</source>
      <translation>{name} (Projekt)</translation>
    </message>
  </context>
  <context>
    <name>Section</name>
    <message>
      <source>Clear “{title}”</source>
      <translation>„{title}“ leeren</translation>
    </message>
    <message>
      <source>Hide the choices</source>
      <translation>Auswahl verbergen</translation>
    </message>
    <message>
      <source>Show the choices</source>
      <translation>Auswahl zeigen</translation>
    </message>
  </context>
  <context>
    <name>SheetButton</name>
    <message>
      <source>Atlas of the best {count}</source>
      <translation>Atlas der besten {count}</translation>
    </message>
    <message>
      <source>Atlas of the ticked partners ({count})</source>
      <translation>Atlas der angekreuzten Partner ({count})</translation>
    </message>
    <message>
      <source>Lays partners out on pages, with map, reasons and sources, to print or as PDF</source>
      <translation>Ordnet Partner auf Seiten an, mit Karte, Gründen und Quellen, zum Drucken oder als PDF</translation>
    </message>
    <message>
      <source>Print partner sheets</source>
      <translation>Partnerblätter drucken</translation>
    </message>
    <message>
      <source>Sheet of this partner</source>
      <translation>Blatt dieses Partners</translation>
    </message>
  </context>
  <context>
    <name>StatePage</name>
    <message>
      <source>Asking the server…</source>
      <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
      <source>Change the choice that the server names, or reset the search.</source>
      <translation>Ändern Sie die Wahl, die der Server nennt, oder setzen Sie die Suche zurück.</translation>
    </message>
    <message>
      <source>Check the address of the server and your network, then try again.</source>
      <translation>Prüfen Sie die Adresse des Servers und Ihr Netzwerk, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Check the address of the server.</source>
      <translation>Prüfen Sie die Adresse des Servers.</translation>
    </message>
    <message>
      <source>Choose what to look for. The number of programmes found is always shown below; “Search” lists them.</source>
      <translation>Wählen Sie, was Sie suchen. Die Zahl der gefundenen Programme steht immer darunter; „Suchen“ listet sie auf.</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>Wird geladen</translation>
    </message>
    <message>
      <source>No offer or need meets all criteria</source>
      <translation>Kein Angebot oder Bedarf erfüllt alle Kriterien</translation>
    </message>
    <message>
      <source>No programme meets all criteria</source>
      <translation>Kein Programm erfüllt das alles</translation>
    </message>
    <message>
      <source>No search yet</source>
      <translation>Noch keine Suche</translation>
    </message>
    <message>
      <source>Press “Test” in the Server section: QGIS asks whether to trust it.</source>
      <translation>Drücken Sie im Abschnitt „Server“ auf „Testen“: QGIS fragt, ob ihm vertraut werden soll.</translation>
    </message>
    <message>
      <source>Press “Try again” to go on.</source>
      <translation>Drücken Sie „Noch einmal“, um fortzufahren.</translation>
    </message>
    <message>
      <source>Programmes are also found by their own facts. An entry must itself meet all criteria of entries, such as topic and scope.</source>
      <translation>Programme werden auch nach ihren eigenen Angaben gefunden. Ein Eintrag muss selbst alle Kriterien für Einträge erfüllen, etwa Thema und Art der Partnerschaft.</translation>
    </message>
    <message>
      <source>Remove one of the choices: the numbers beside them show how many programmes each would find.</source>
      <translation>Nehmen Sie eine Wahl zurück: die Zahlen daneben sagen, was jede finden würde.</translation>
    </message>
    <message>
      <source>Reset the search</source>
      <translation>Suche zurücksetzen</translation>
    </message>
    <message>
      <source>Show the connection</source>
      <translation>Verbindung zeigen</translation>
    </message>
    <message>
      <source>The server has a problem: try again in a moment.</source>
      <translation>Der Server hat selbst ein Problem: versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
      <source>The server or the network is slow: try again in a moment.</source>
      <translation>Server oder Netzwerk sind langsam: versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
      <source>Then press “Test”; QGIS asks for them again.</source>
      <translation>Drücken Sie dann auf „Testen“; QGIS fragt noch einmal danach.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal</translation>
    </message>
    <message>
      <source>Try again; if the problem persists, contact the people who run the server.</source>
      <translation>Versuchen Sie es noch einmal; bleibt es so, sagen Sie es den Betreibern des Servers.</translation>
    </message>
    <message>
      <source>Update the plugin, or choose another server.</source>
      <translation>Aktualisieren Sie die Erweiterung, oder wählen Sie einen anderen Server.</translation>
    </message>
  </context>
  <context>
    <name>Store</name>
    <message>
      <source>A saved search cannot be read: {reason}</source>
      <translation>Eine aufbewahrte Suche kann nicht gelesen werden: {reason}</translation>
    </message>
  </context>
  <context>
    <name>Styles</name>
    <message>
      <source>1 programme</source>
      <translation>1 Programm</translation>
    </message>
    <message>
      <source>1 programme found</source>
      <translation>1 Programm gefunden</translation>
    </message>
    <message>
      <source>1 project (keep.eu)</source>
      <translation>1 Projekt (keep.eu)</translation>
    </message>
    <message>
      <source>All of them (best match)</source>
      <translation>Alle davon (beste Übereinstimmung)</translation>
    </message>
    <message>
      <source>As many offers as needs</source>
      <translation>Ebenso viele Angebote wie Bedarfe</translation>
    </message>
    <message>
      <source>By sea</source>
      <translation>Über das Meer</translation>
    </message>
    <message>
      <source>By the mapping of an objective</source>
      <translation>Durch Zuordnung eines Ziels</translation>
    </message>
    <message>
      <source>By the mapping of an objective, or not known</source>
      <translation>Durch Zuordnung eines Ziels oder nicht bekannt</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Kategorie von Regionen</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <source>Dashed white: rests on sample entries</source>
      <translation>Weiß gestrichelt: beruht auf Beispieleinträgen</translation>
    </message>
    <message>
      <source>Equal intervals</source>
      <translation>Gleiche Intervalle</translation>
    </message>
    <message>
      <source>Everything is known</source>
      <translation>Alles ist bekannt</translation>
    </message>
    <message>
      <source>Four or more of them</source>
      <translation>Vier oder mehr davon</translation>
    </message>
    <message>
      <source>Hatched: rests on sample entries</source>
      <translation>Schraffiert: beruht auf Beispieleinträgen</translation>
    </message>
    <message>
      <source>It lies in my feature</source>
      <translation>Es liegt in meinem Objekt</translation>
    </message>
    <message>
      <source>More needs than offers, by {}</source>
      <translation>Mehr Bedarfe als Angebote, um {}</translation>
    </message>
    <message>
      <source>More offers than needs, by {}</source>
      <translation>Mehr Angebote als Bedarfe, um {}</translation>
    </message>
    <message>
      <source>My feature lies in it</source>
      <translation>Mein Objekt liegt darin</translation>
    </message>
    <message>
      <source>My programme</source>
      <translation>Mein Programm</translation>
    </message>
    <message>
      <source>Natural breaks</source>
      <translation>Natürliche Unterbrechungen</translation>
    </message>
    <message>
      <source>Near my feature</source>
      <translation>In der Nähe meines Objekts</translation>
    </message>
    <message>
      <source>No category: not EU</source>
      <translation>Keine Kategorie: nicht EU</translation>
    </message>
    <message>
      <source>No cooperation entry known</source>
      <translation>Kein Kooperationseintrag bekannt</translation>
    </message>
    <message>
      <source>No offer or need found</source>
      <translation>Kein Angebot oder Bedarf gefunden</translation>
    </message>
    <message>
      <source>No programme</source>
      <translation>Kein Programm</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <source>None known (keep.eu)</source>
      <translation>Keine bekannt (keep.eu)</translation>
    </message>
    <message>
      <source>None of them known</source>
      <translation>Keines davon bekannt</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Nicht bekannt</translation>
    </message>
    <message>
      <source>Not known whether one matches</source>
      <translation>Nicht bekannt, ob eines passt</translation>
    </message>
    <message>
      <source>Number of programmes</source>
      <translation>Zahl der Programme</translation>
    </message>
    <message>
      <source>Offers against needs</source>
      <translation>Angebote gegen Bedarfe</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Angebote und Bedarfe</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Andere</translation>
    </message>
    <message>
      <source>Other programmes</source>
      <translation>Andere Programme</translation>
    </message>
    <message>
      <source>Overlaps my feature</source>
      <translation>Überlappt mein Objekt</translation>
    </message>
    <message>
      <source>Pretty breaks</source>
      <translation>Schöne Unterbrechungen</translation>
    </message>
    <message>
      <source>Programmes of my country</source>
      <translation>Programme meines Landes</translation>
    </message>
    <message>
      <source>Quantiles</source>
      <translation>Quantile</translation>
    </message>
    <message>
      <source>Ringed: entries of my country</source>
      <translation>Umringt: Einträge meines Landes</translation>
    </message>
    <message>
      <source>Ringed: my entries</source>
      <translation>Umringt: meine Einträge</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Reichweite der gesuchten Partnerschaft</translation>
    </message>
    <message>
      <source>Shared border</source>
      <translation>Gemeinsame Grenze</translation>
    </message>
    <message>
      <source>Territorial cooperation 2014-2020</source>
      <translation>Territoriale Zusammenarbeit 2014-2020</translation>
    </message>
    <message>
      <source>The same as my feature</source>
      <translation>Dasselbe wie mein Objekt</translation>
    </message>
    <message>
      <source>Three of them</source>
      <translation>Drei davon</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Thema der Kooperationsmaßnahmen</translation>
    </message>
    <message>
      <source>Touch in a point</source>
      <translation>Berührung in einem Punkt</translation>
    </message>
    <message>
      <source>Touches my feature</source>
      <translation>Berührt mein Objekt</translation>
    </message>
    <message>
      <source>Two of them</source>
      <translation>Zwei davon</translation>
    </message>
    <message>
      <source>What is known</source>
      <translation>Was bekannt ist</translation>
    </message>
    <message>
      <source>{0} to {1} % is known</source>
      <translation>{0} bis {1} % ist bekannt</translation>
    </message>
    <message>
      <source>{} (sample)</source>
      <translation>{} (Beispiel)</translation>
    </message>
    <message>
      <source>{} or more</source>
      <translation>{} oder mehr</translation>
    </message>
    <message>
      <source>{} programmes</source>
      <translation>{} Programme</translation>
    </message>
    <message>
      <source>{} programmes found</source>
      <translation>{} Programme gefunden</translation>
    </message>
    <message>
      <source>{} projects (keep.eu)</source>
      <translation>{} Projekte (keep.eu)</translation>
    </message>
    <message>
      <source>{}, not read in a source</source>
      <translation>{}, in keiner Quelle gelesen</translation>
    </message>
  </context>
  <context>
    <name>TableBar</name>
    <message>
      <source>All columns</source>
      <translation>Alle Spalten</translation>
    </message>
    <message>
      <source>Columns, and the column to filter</source>
      <translation>Spalten, und welche gefiltert wird</translation>
    </message>
    <message>
      <source>Filter in</source>
      <translation>Filtern in</translation>
    </message>
    <message>
      <source>Filter the rows</source>
      <translation>Zeilen filtern</translation>
    </message>
    <message>
      <source>Filter these rows</source>
      <translation>Diese Zeilen filtern</translation>
    </message>
    <message>
      <source>Filter “{column}”</source>
      <translation>„{column}“ filtern</translation>
    </message>
    <message>
      <source>Rows shown</source>
      <translation>Gezeigte Zeilen</translation>
    </message>
    <message>
      <source>Selected rows on top</source>
      <translation>Ausgewählte Zeilen oben</translation>
    </message>
    <message>
      <source>Shows the rows that have every word; the search and the map stay as they are</source>
      <translation>Zeigt die Zeilen, die jedes Wort enthalten; Suche und Karte bleiben, wie sie sind</translation>
    </message>
    <message>
      <source>{shown} of {all}</source>
      <translation>{shown} von {all}</translation>
    </message>
  </context>
  <context>
    <name>TextCriterion</name>
    <message>
      <source>Values separated by commas</source>
      <translation>Werte, durch Kommas getrennt</translation>
    </message>
  </context>
  <context>
    <name>Tips</name>
    <message>
      <source>All programmes here</source>
      <translation>Alle Programme hier</translation>
    </message>
    <message>
      <source>Based on SAMPLE entries: made up, not facts</source>
      <translation>Beruht auf BEISPIELEN: erfunden, keine Tatsachen</translation>
    </message>
    <message>
      <source>By sea, at most 150 km</source>
      <translation>Über das Meer, höchstens 150 km</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Kategorie von Regionen</translation>
    </message>
    <message>
      <source>Common border (km)</source>
      <translation>Gemeinsame Grenze (km)</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Land</translation>
    </message>
    <message>
      <source>Date of the sources</source>
      <translation>Stand der Quellen</translation>
    </message>
    <message>
      <source>Distance (km)</source>
      <translation>Entfernung (km)</translation>
    </message>
    <message>
      <source>Entries that meet are SAMPLES: made up, not facts</source>
      <translation>Einträge, die zusammenpassen, sind BEISPIELE: erfunden, keine Fakten</translation>
    </message>
    <message>
      <source>Funds</source>
      <translation>Fonds</translation>
    </message>
    <message>
      <source>Interreg projects 2014-2020 (keep.eu)</source>
      <translation>Interreg-Projekte 2014-2020 (keep.eu)</translation>
    </message>
    <message>
      <source>Land border with</source>
      <translation>Landgrenze mit</translation>
    </message>
    <message>
      <source>Managing authority</source>
      <translation>Verwaltungsbehörde</translation>
    </message>
    <message>
      <source>Neighbours</source>
      <translation>Nachbarn</translation>
    </message>
    <message>
      <source>Offers / needs</source>
      <translation>Angebote / Bedarfe</translation>
    </message>
    <message>
      <source>Offers / needs found</source>
      <translation>Gefundene Angebote / Bedarfe</translation>
    </message>
    <message>
      <source>Offers or needs found</source>
      <translation>Gefundene Angebote oder Gesuche</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Zeitraum</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programme</translation>
    </message>
    <message>
      <source>Programmes found: {number} of {whole}</source>
      <translation>Gefundene Programme: {number} von {whole}</translation>
    </message>
    <message>
      <source>SAMPLE: made up, states no fact</source>
      <translation>BEISPIEL: erfunden, keine Tatsache</translation>
    </message>
    <message>
      <source>Scope of partnership</source>
      <translation>Reichweite der Partnerschaft</translation>
    </message>
    <message>
      <source>Scopes found</source>
      <translation>Gefundene Reichweite</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Themen</translation>
    </message>
    <message>
      <source>Topics found</source>
      <translation>Gefundene Themen</translation>
    </message>
  </context>
  <context>
    <name>TitleCriterion</name>
    <message>
      <source>Programme in words</source>
      <translation>Programm in Worten</translation>
    </message>
    <message>
      <source>Title, CCI, region, authority, topic</source>
      <translation>Titel, CCI, Region, Behörde, Thema</translation>
    </message>
    <message>
      <source>Words of the title, the CCI, the managing authority, the regions in any language, or the topics. Accents and capitals make no difference. With * for any text, the whole title is compared: ERDF*Sicil*. While you type, titles are suggested. A copied link to a search can be pasted here.</source>
      <translation>Wörter des Titels, die CCI, die Verwaltungsbehörde, die Regionen in jeder Sprache oder die Themen. Akzente und Großschreibung spielen keine Rolle. Mit * für beliebigen Text wird der ganze Titel verglichen: ERDF*Sicil*. Beim Tippen werden Titel vorgeschlagen. Ein kopierter Link zu einer Suche kann hier eingefügt werden.</translation>
    </message>
  </context>
  <context>
    <name>TopicCriterion</name>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Thema der Kooperationsmaßnahmen</translation>
    </message>
  </context>
  <context>
    <name>WeightsPanel</name>
    <message>
      <source>All weights are 0: at least one part must count.</source>
      <translation>Alle Gewichte sind 0: Mindestens ein Teil muss zählen.</translation>
    </message>
    <message>
      <source>From one country</source>
      <translation>Aus einem Land</translation>
    </message>
    <message>
      <source>Only programmes of the search</source>
      <translation>Nur Programme der Suche</translation>
    </message>
    <message>
      <source>Partners must meet the criteria of the search, too</source>
      <translation>Partner müssen auch die Kriterien der Suche erfüllen</translation>
    </message>
    <message>
      <source>Show at most</source>
      <translation>Höchstens zeigen</translation>
    </message>
    <message>
      <source>Weight of “{part}”</source>
      <translation>Gewicht von „{part}“</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Gewichte</translation>
    </message>
    <message>
      <source>Weights of your own</source>
      <translation>Eigene Gewichte</translation>
    </message>
    <message>
      <source>What counts most; the sliders below show and change it</source>
      <translation>Was am meisten zählt; die Regler darunter zeigen und ändern es</translation>
    </message>
    <message>
      <source>With the same area</source>
      <translation>Mit demselben Gebiet</translation>
    </message>
  </context>
</TS>
