<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
  <context>
    <name>Api</name>
    <message>
      <source>Choose or create an authentication configuration in the Server section.</source>
      <translation>Wybierz lub utwórz konfigurację uwierzytelniania w sekcji Serwer.</translation>
    </message>
    <message>
      <source>Enter them in QGIS's options, under Network.</source>
      <translation>Podaj je w opcjach QGIS, w zakładce Sieć.</translation>
    </message>
    <message>
      <source>It does not describe its criteria.</source>
      <translation>Nie opisuje swoich kryteriów.</translation>
    </message>
    <message>
      <source>It has no collection {}.</source>
      <translation>Nie ma kolekcji {}.</translation>
    </message>
    <message>
      <source>The authentication configuration {} could not be used.</source>
      <translation>Nie można użyć konfiguracji uwierzytelniania {}.</translation>
    </message>
    <message>
      <source>The proxy requires a user name and a password.</source>
      <translation>Serwer proxy wymaga nazwy użytkownika i hasła.</translation>
    </message>
    <message>
      <source>The request was cancelled.</source>
      <translation>Żądanie zostało anulowane.</translation>
    </message>
    <message>
      <source>The server cannot be reached, or the connection broke off.</source>
      <translation>Serwer jest nieosiągalny albo połączenie zostało przerwane.</translation>
    </message>
    <message>
      <source>The server did not answer in time.</source>
      <translation>Serwer nie odpowiedział na czas.</translation>
    </message>
    <message>
      <source>The server failed (HTTP {}).</source>
      <translation>Błąd serwera (HTTP {}).</translation>
    </message>
    <message>
      <source>The server refused the request (HTTP {}).</source>
      <translation>Serwer odrzucił żądanie (HTTP {}).</translation>
    </message>
    <message>
      <source>The server requires a user name and a password.</source>
      <translation>Serwer wymaga nazwy użytkownika i hasła.</translation>
    </message>
    <message>
      <source>The server's answer is damaged or not what was expected.</source>
      <translation>Odpowiedź serwera jest uszkodzona lub inna, niż oczekiwano.</translation>
    </message>
    <message>
      <source>The server's answer is too large.</source>
      <translation>Odpowiedź serwera jest zbyt duża.</translation>
    </message>
    <message>
      <source>The server's certificate was not accepted, so nothing was sent to it.</source>
      <translation>Certyfikat serwera nie został zaakceptowany, więc niczego do niego nie wysłano.</translation>
    </message>
    <message>
      <source>This Cooperation Atlas server is of a version that this plugin cannot use.</source>
      <translation>Ten serwer Cooperation Atlas ma wersję, której ta wtyczka nie obsługuje.</translation>
    </message>
    <message>
      <source>This address is not a Cooperation Atlas server.</source>
      <translation>Ten adres nie jest serwerem Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is a plain {} server, not a Cooperation Atlas.</source>
      <translation>To zwykły serwer {}, a nie Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is another OGC API server, not a Cooperation Atlas.</source>
      <translation>To inny serwer OGC API, a nie Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is not an http or https address.</source>
      <translation>To nie jest adres http ani https.</translation>
    </message>
    <message>
      <source>a GeoJSON FeatureCollection was expected</source>
      <translation>oczekiwano GeoJSON FeatureCollection</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>listy</translation>
    </message>
    <message>
      <source>a list of texts</source>
      <translation>listy tekstów</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>tekstu</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>liczby całkowitej</translation>
    </message>
    <message>
      <source>an empty page with a next link</source>
      <translation>pusta strona z odnośnikiem do następnej</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>wartości prawda lub fałsz</translation>
    </message>
    <message>
      <source>{place}: {expected} was expected</source>
      <translation>{place}: oczekiwano {expected}</translation>
    </message>
    <message>
      <source>{title} has these collections: {names}. QGIS shows them by Layer, Add Layer, Add WFS / OGC API - Features Layer; the search, the counts and the lists of this panel need a Cooperation Atlas.</source>
      <translation>{title} ma następujące kolekcje: {names}. QGIS wyświetla je przez Warstwa, Dodaj warstwę, Dodaj warstwę WFS / OGC API - Features; wyszukiwanie, liczby i listy tego panelu wymagają serwera Cooperation Atlas.</translation>
    </message>
    <message>
      <source>{}: a GeoJSON feature was expected</source>
      <translation>{}: oczekiwano obiektu GeoJSON (Feature)</translation>
    </message>
    <message>
      <source>{}: an object was expected</source>
      <translation>{}: oczekiwano obiektu</translation>
    </message>
  </context>
  <context>
    <name>AskerBox</name>
    <message>
      <source>Choose a programme</source>
      <translation>Wybierz program</translation>
    </message>
    <message>
      <source>My programme, for this search</source>
      <translation>Mój program, dla tego wyszukiwania</translation>
    </message>
    <message>
      <source>Partners for</source>
      <translation>Partnerzy dla</translation>
    </message>
    <message>
      <source>This search, as a need</source>
      <translation>To wyszukiwanie jako potrzeba</translation>
    </message>
    <message>
      <source>Whose partners are shown</source>
      <translation>Czyi partnerzy są pokazywani</translation>
    </message>
    <message>
      <source>{title} (my country)</source>
      <translation>{title} (mój kraj)</translation>
    </message>
    <message>
      <source>{title} (my programme)</source>
      <translation>{title} (mój program)</translation>
    </message>
  </context>
  <context>
    <name>BooleanCriterion</name>
    <message>
      <source>either</source>
      <translation>dowolnie</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nie</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>tak</translation>
    </message>
  </context>
  <context>
    <name>Categories</name>
    <message>
      <source>Key categories</source>
      <translation>Główne kategorie</translation>
    </message>
  </context>
  <context>
    <name>ChoiceBox</name>
    <message>
      <source>Down: into the list. Enter: tick the first match.</source>
      <translation>Strzałka w dół: do listy. Enter: zaznacz pierwsze trafienie.</translation>
    </message>
    <message>
      <source>Nothing in this list matches “{text}”.</source>
      <translation>Nic na tej liście nie nazywa się „{text}”.</translation>
    </message>
    <message>
      <source>Search by name or code</source>
      <translation>Szukaj po nazwie lub kodzie</translation>
    </message>
    <message>
      <source>Search in “{name}”</source>
      <translation>Szukaj w „{name}”</translation>
    </message>
  </context>
  <context>
    <name>ChoiceModel</name>
    <message>
      <source>and {count} unknown</source>
      <translation>oraz {count} możliwych</translation>
    </message>
    <message>
      <source>programmes: {count}</source>
      <translation>programy: {count}</translation>
    </message>
  </context>
  <context>
    <name>CodesDialog</name>
    <message>
      <source>Asking the server…</source>
      <translation>Pytanie do serwera…</translation>
    </message>
    <message>
      <source>Not in the list, and left out: {codes}</source>
      <translation>Nie ma na liście, pominięto: {codes}</translation>
    </message>
    <message>
      <source>The server has no list for this: type the values.</source>
      <translation>Serwer nie ma dla tego listy: wpisz wartości.</translation>
    </message>
  </context>
  <context>
    <name>CodesEdit</name>
    <message>
      <source>All</source>
      <translation>Wszystkie</translation>
    </message>
    <message>
      <source>Choose from the list</source>
      <translation>Wybierz z listy</translation>
    </message>
  </context>
  <context>
    <name>Columns</name>
    <message>
      <source>Columns as at first</source>
      <translation>Kolumny jak na początku</translation>
    </message>
    <message>
      <source>More columns</source>
      <translation>Więcej kolumn</translation>
    </message>
  </context>
  <context>
    <name>ComparisonTable</name>
    <message>
      <source>Partners side by side</source>
      <translation>Partnerzy obok siebie</translation>
    </message>
  </context>
  <context>
    <name>ConnectionPanel</name>
    <message>
      <source>A QGIS authentication configuration, if the server requires one</source>
      <translation>Konfiguracja uwierzytelniania QGIS, jeśli serwer jej wymaga</translation>
    </message>
    <message>
      <source>Address of a Cooperation Atlas server, such as http://127.0.0.1:5000</source>
      <translation>Adres serwera Cooperation Atlas, na przykład http://127.0.0.1:5000</translation>
    </message>
    <message>
      <source>Address of the server</source>
      <translation>Adres serwera</translation>
    </message>
    <message>
      <source>Answer of the server</source>
      <translation>Odpowiedź serwera</translation>
    </message>
    <message>
      <source>Asking {url}…</source>
      <translation>Pytanie do {url}…</translation>
    </message>
    <message>
      <source>Authentication</source>
      <translation>Uwierzytelnianie</translation>
    </message>
    <message>
      <source>Check which server answers; nothing is changed</source>
      <translation>Pyta serwer, czym jest; niczego to nie zmienia</translation>
    </message>
    <message>
      <source>Edition {id}, made {when}</source>
      <translation>Wydanie {id}, utworzone {when}</translation>
    </message>
    <message>
      <source>It contains sample entries, which are made up.</source>
      <translation>Zawiera wpisy przykładowe, które nie podają żadnych faktów.</translation>
    </message>
    <message>
      <source>Licence: {licence}</source>
      <translation>Licencja: {licence}</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Serwer</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Sprawdź</translation>
    </message>
  </context>
  <context>
    <name>Consortia</name>
    <message>
      <source>Among the partners: {}</source>
      <translation>Między partnerami: {}</translation>
    </message>
    <message>
      <source>Category of that region</source>
      <translation>Kategoria tego regionu</translation>
    </message>
    <message>
      <source>Coordinator</source>
      <translation>Koordynator</translation>
    </message>
    <message>
      <source>Given member</source>
      <translation>Wskazany członek</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Id</translation>
    </message>
    <message>
      <source>May meet the rules: some facts are not known.</source>
      <translation>Może spełniać zasady: niektóre dane są nieznane.</translation>
    </message>
    <message>
      <source>Mean over the partners: {}</source>
      <translation>Średnia dla partnerów: {}</translation>
    </message>
    <message>
      <source>No looser rule gives a set. Ask for fewer members, or remove criteria.</source>
      <translation>Żadna luźniejsza zasada nie daje zestawu. Zażądaj mniej członków albo usuń kryteria.</translation>
    </message>
    <message>
      <source>No set of programmes meets all rules.</source>
      <translation>Żaden zestaw programów nie spełnia wszystkich zasad.</translation>
    </message>
    <message>
      <source>Not known: {}</source>
      <translation>Nieznane: {}</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Partner</translation>
    </message>
    <message>
      <source>Rank in the set</source>
      <translation>Miejsce w zestawie</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rola</translation>
    </message>
    <message>
      <source>Seeks partners</source>
      <translation>Szuka partnerów</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Zestaw</translation>
    </message>
    <message>
      <source>Set {}</source>
      <translation>Zestaw {}</translation>
    </message>
    <message>
      <source>Stands for</source>
      <translation>Reprezentuje</translation>
    </message>
    <message>
      <source>Stands for the NUTS 2 region {}</source>
      <translation>Reprezentuje region NUTS 2 {}</translation>
    </message>
    <message>
      <source>The time was up: there may be a better set.</source>
      <translation>Upłynął czas: może istnieć lepszy zestaw.</translation>
    </message>
    <message>
      <source>With a looser rule there are sets:</source>
      <translation>Przy luźniejszej zasadzie są zestawy:</translation>
    </message>
  </context>
  <context>
    <name>ConsortiaOnMap</name>
    <message>
      <source>Loading the consortia…</source>
      <translation>Wczytywanie konsorcjów…</translation>
    </message>
    <message>
      <source>On the map: {count} sets, edition {edition}. One is seen at a time.</source>
      <translation>Na mapie: zestawy {count}, wydanie {edition}. Widać po jednym.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} sets of its last known answer, edition {edition}.</source>
      <translation>Serwer jest nieosiągalny: zestawy z ostatniej znanej odpowiedzi: {count}, wydanie {edition}.</translation>
    </message>
  </context>
  <context>
    <name>ConsortiaView</name>
    <message>
      <source>Adds a group with a layer for each set; kept in memory</source>
      <translation>Dodaje grupę z warstwą dla każdego zestawu; w pamięci</translation>
    </message>
    <message>
      <source>Consortia</source>
      <translation>Konsorcja</translation>
    </message>
    <message>
      <source>It is of an earlier version.</source>
      <translation>Ma wcześniejszą wersję.</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>Zasady</translation>
    </message>
    <message>
      <source>Rules to loosen</source>
      <translation>Zasady do złagodzenia</translation>
    </message>
    <message>
      <source>Set {n}</source>
      <translation>Zestaw {n}</translation>
    </message>
    <message>
      <source>Show on map</source>
      <translation>Na mapie</translation>
    </message>
    <message>
      <source>This server does not find consortia.</source>
      <translation>Ten serwer nie szuka konsorcjów.</translation>
    </message>
    <message>
      <source>What the set has, and why the member fits</source>
      <translation>Co ma zestaw i dlaczego członek pasuje</translation>
    </message>
    <message>
      <source>{members} members, {countries} countries</source>
      <translation>członkowie: {members}, kraje: {countries}</translation>
    </message>
  </context>
  <context>
    <name>CooperationDock</name>
    <message>
      <source>Asking the server…</source>
      <translation>Pytanie do serwera…</translation>
    </message>
    <message>
      <source>Cooperation search</source>
      <translation>Wyszukiwanie współpracy</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Liczenie…</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Rozkład</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Mapa</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Brak odpowiedzi</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Wyniki</translation>
    </message>
    <message>
      <source>Results ({count})</source>
      <translation>Wyniki ({count})</translation>
    </message>
    <message>
      <source>Search for</source>
      <translation>Szukane</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Serwer</translation>
    </message>
    <message>
      <source>The panel cannot show these parts of the link and leaves them out: {parts}.</source>
      <translation>Panel nie może pokazać tych części odnośnika i szuka bez nich: {parts}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: these are its last known answers.</source>
      <translation>Serwer jest niedostępny: widać jego ostatnie znane odpowiedzi.</translation>
    </message>
    <message>
      <source>This is not a link to a search.</source>
      <translation>To nie jest odnośnik do wyszukiwania.</translation>
    </message>
    <message>
      <source>{title}, programmes: {count}</source>
      <translation>{title}, programy: {count}</translation>
    </message>
    <message>
      <source>{url} …</source>
      <translation>{url} …</translation>
    </message>
    <message>
      <source>“{url}” is not an http or https address.</source>
      <translation>„{url}” nie jest adresem http ani https.</translation>
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
      <translation>Wyszukiwanie współpracy</translation>
    </message>
    <message>
      <source>Find partners for cohesion programmes</source>
      <translation>Znajdź partnerów dla programów spójności</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Pomoc</translation>
    </message>
  </context>
  <context>
    <name>CountryCriterion</name>
    <message>
      <source>Country</source>
      <translation>Kraj</translation>
    </message>
  </context>
  <context>
    <name>Cql2</name>
    <message>
      <source>CQL2 cannot find programmes of which it is not known whether they meet the criteria.</source>
      <translation>CQL2 nie może znaleźć tego, o czym nie wiadomo, że nie spełnia kryteriów.</translation>
    </message>
    <message>
      <source>CQL2 cannot leave out what rests on sample entries only.</source>
      <translation>CQL2 nie może pominąć tego, co opiera się tylko na wpisach przykładowych.</translation>
    </message>
    <message>
      <source>CQL2 cannot look for words in all texts of a programme; a title with * is possible.</source>
      <translation>CQL2 nie może szukać słów we wszystkich tekstach programu; tytuł z * da się wyrazić.</translation>
    </message>
    <message>
      <source>CQL2 cannot say that one and the same cooperation entry meets several criteria.</source>
      <translation>CQL2 nie może wyrazić, że jeden i ten sam wpis współpracy spełnia kilka kryteriów.</translation>
    </message>
    <message>
      <source>CQL2 does not know which regions lie inside a NUTS region: choose regions of level 3 only.</source>
      <translation>CQL2 nie wie, co leży w regionie NUTS: można wyrazić tylko regiony poziomu 3.</translation>
    </message>
    <message>
      <source>Programmes have no property for this, only their cooperation entries do: {}.</source>
      <translation>Programy nie mają takiej właściwości, mają ją tylko ich wpisy współpracy: {}.</translation>
    </message>
    <message>
      <source>The server has not described these criteria yet.</source>
      <translation>Serwer nie opisał jeszcze tych kryteriów.</translation>
    </message>
    <message>
      <source>The server's code lists have not arrived yet.</source>
      <translation>Listy kodów serwera jeszcze nie nadeszły.</translation>
    </message>
    <message>
      <source>This search finds everything: there is nothing to filter by.</source>
      <translation>To wyszukiwanie znajduje wszystko: nie ma czego filtrować.</translation>
    </message>
    <message>
      <source>Topics of 2014-2020 are found by a mapping, which CQL2 cannot express; choose 2021-2027 only.</source>
      <translation>Tematy z lat 2014-2020 są znajdowane przez przyporządkowanie, którego CQL2 nie wyrazi; samo 2021-2027 można.</translation>
    </message>
  </context>
  <context>
    <name>CriteriaPage</name>
    <message>
      <source>Country</source>
      <translation>Kraj</translation>
    </message>
    <message>
      <source>More criteria</source>
      <translation>Więcej kryteriów</translation>
    </message>
    <message>
      <source>NUTS III region</source>
      <translation>Region NUTS III</translation>
    </message>
    <message>
      <source>Programme in words</source>
      <translation>Program słowami</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Zakres potrzebnego partnerstwa</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Temat działań współpracy</translation>
    </message>
  </context>
  <context>
    <name>DayCriterion</name>
    <message>
      <source>at any time</source>
      <translation>w dowolnym czasie</translation>
    </message>
    <message>
      <source>on a day</source>
      <translation>w danym dniu</translation>
    </message>
    <message>
      <source>open on {}</source>
      <translation>otwarte {}</translation>
    </message>
    <message>
      <source>open today</source>
      <translation>otwarte dziś</translation>
    </message>
    <message>
      <source>today</source>
      <translation>dziś</translation>
    </message>
  </context>
  <context>
    <name>DetailPane</name>
    <message>
      <source>Details of the programme</source>
      <translation>Szczegóły programu</translation>
    </message>
    <message>
      <source>SAMPLE: entries marked [SAMPLE] are made up to show the service. They state no facts about the programme.</source>
      <translation>PRZYKŁAD: to, co oznaczono [PRZYKŁAD], zmyślono, aby pokazać usługę. Nie podaje żadnego faktu o programie.</translation>
    </message>
    <message>
      <source>Select a programme to see its details.</source>
      <translation>Wybierz program, aby zobaczyć, co o nim wiadomo.</translation>
    </message>
  </context>
  <context>
    <name>DistributionOnMap</name>
    <message>
      <source>Loading the areas…</source>
      <translation>Wczytywanie obszarów…</translation>
    </message>
    <message>
      <source>On the map: {count} areas with a number, edition {edition}.</source>
      <translation>Na mapie: {count} obszarów z liczbą, wydanie {edition}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} areas of its last known answer, edition {edition}.</source>
      <translation>Serwer jest nieosiągalny: obszarów z jego ostatniej znanej odpowiedzi: {count}, wydanie {edition}.</translation>
    </message>
  </context>
  <context>
    <name>DistributionPage</name>
    <message>
      <source>Colour countries or areas by their numbers: choose a dimension of places</source>
      <translation>Pokoloruj kraje lub obszary według liczb: wybierz wymiar miejsc</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Licz</translation>
    </message>
    <message>
      <source>Edition {edition}</source>
      <translation>Wydanie {edition}</translation>
    </message>
    <message>
      <source>First dimension</source>
      <translation>Pierwszy wymiar</translation>
    </message>
    <message>
      <source>It is of an earlier version.</source>
      <translation>Ma wcześniejszą wersję.</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Oferty i potrzeby</translation>
    </message>
    <message>
      <source>On the map</source>
      <translation>Na mapie</translation>
    </message>
    <message>
      <source>Picture…</source>
      <translation>Obraz…</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programy</translation>
    </message>
    <message>
      <source>Sample entries count: they are made up to show the service.</source>
      <translation>Wpisy przykładowe są liczone: wymyślono je, by pokazać usługę.</translation>
    </message>
    <message>
      <source>Save the chart as a PNG or SVG file</source>
      <translation>Zapisz wykres jako plik PNG lub SVG</translation>
    </message>
    <message>
      <source>Save the distribution</source>
      <translation>Zapisz rozkład</translation>
    </message>
    <message>
      <source>Save the numbers as a CSV file, each with a link to what it counts</source>
      <translation>Zapisz liczby jako plik CSV, każdą z odnośnikiem do tego, co liczy</translation>
    </message>
    <message>
      <source>Second dimension</source>
      <translation>Drugi wymiar</translation>
    </message>
    <message>
      <source>Several values are possible: shares do not add up to 100 %.</source>
      <translation>Możliwe jest kilka wartości: udziały nie sumują się do 100 %.</translation>
    </message>
    <message>
      <source>Table…</source>
      <translation>Tabela…</translation>
    </message>
    <message>
      <source>This server does not count by dimensions.</source>
      <translation>Ten serwer nie liczy według wymiarów.</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>Co jest liczone</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>Zapisano: {path}</translation>
    </message>
    <message>
      <source>and by</source>
      <translation>i według</translation>
    </message>
    <message>
      <source>by</source>
      <translation>według</translation>
    </message>
    <message>
      <source>nothing else</source>
      <translation>nic więcej</translation>
    </message>
    <message>
      <source>{counted} by {dimensions}: {count}</source>
      <translation>{counted} według {dimensions}: {count}</translation>
    </message>
    <message>
      <source>{title}: known for {stated} ({partial} may have more), not known for {unknown}, none {none}</source>
      <translation>{title}: znane dla {stated} ({partial} może mieć więcej), nieznane dla {unknown}, brak {none}</translation>
    </message>
  </context>
  <context>
    <name>EntriesView</name>
    <message>
      <source>Export…</source>
      <translation>Eksportuj…</translation>
    </message>
    <message>
      <source>Load the search with its offers and needs: each is a sign in its programme's area</source>
      <translation>Wczytuje wyszukiwanie z ofertami i potrzebami: każdy wpis to znak na obszarze swojego programu</translation>
    </message>
    <message>
      <source>Offers and needs found</source>
      <translation>Znalezione oferty i potrzeby</translation>
    </message>
    <message>
      <source>On the map</source>
      <translation>Na mapie</translation>
    </message>
    <message>
      <source>Write these offers and needs to a GeoPackage, Excel or CSV file</source>
      <translation>Zapisuje te oferty i potrzeby w pliku GeoPackage, Excel lub CSV</translation>
    </message>
  </context>
  <context>
    <name>EntryDetail</name>
    <message>
      <source>Details of the offer or need</source>
      <translation>Szczegóły oferty lub potrzeby</translation>
    </message>
    <message>
      <source>SAMPLE: this entry is made up to show the service. It states no fact about the programme.</source>
      <translation>PRZYKŁAD: ten wpis wymyślono, aby pokazać usługę. Nie podaje żadnych faktów o programie.</translation>
    </message>
    <message>
      <source>Select an offer or need to see its details.</source>
      <translation>Wybierz ofertę lub potrzebę, aby zobaczyć szczegóły.</translation>
    </message>
  </context>
  <context>
    <name>Export</name>
    <message>
      <source>Attribution</source>
      <translation>Autorstwo</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>Kody</translation>
    </message>
    <message>
      <source>Edition</source>
      <translation>Wydanie</translation>
    </message>
    <message>
      <source>Only {0} of {1} rows could be read from the layer, so nothing was written.</source>
      <translation>Warstwa dostarczyła tylko {0} z {1} wierszy, więc niczego nie zapisano.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Wyszukiwanie</translation>
    </message>
    <message>
      <source>The file is incomplete: {0} of {1} rows were written. Is the disk full?</source>
      <translation>Plik nie został zapisany w całości: {0} z {1} wierszy. Czy dysk jest pełny?</translation>
    </message>
    <message>
      <source>There is no folder {}.</source>
      <translation>Nie ma folderu {}.</translation>
    </message>
    <message>
      <source>Writing {}</source>
      <translation>Zapisywanie {}</translation>
    </message>
    <message>
      <source>{0} could not be written: {1}.</source>
      <translation>Nie udało się zapisać {0}: {1}.</translation>
    </message>
    <message>
      <source>{} already exists: choose another name.</source>
      <translation>{} już istnieje: wybierz inną nazwę.</translation>
    </message>
    <message>
      <source>{} is a folder.</source>
      <translation>{} to folder.</translation>
    </message>
    <message>
      <source>{} is in use in this project. Choose another name.</source>
      <translation>{} jest używany w tym projekcie. Wybierz inną nazwę.</translation>
    </message>
    <message>
      <source>{} is open in another program, or protected. Close it there, or choose another name.</source>
      <translation>{} jest otwarty w innym programie lub chroniony. Zamknij go tam albo wybierz inną nazwę.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>All {count} rows</source>
      <translation>Wszystkie wiersze ({count})</translation>
    </message>
    <message>
      <source>CSV</source>
      <translation>CSV</translation>
    </message>
    <message>
      <source>Choose a file.</source>
      <translation>Wybierz plik.</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>Kody</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>Przecinek</translation>
    </message>
    <message>
      <source>Export “{name}”</source>
      <translation>Eksport „{name}”</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Plik</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Labels, in</source>
      <translation>Etykiety w języku</translation>
    </message>
    <message>
      <source>Language of the labels</source>
      <translation>Język etykiet</translation>
    </message>
    <message>
      <source>Mark as UTF-8 for Excel (BOM)</source>
      <translation>Oznacz jako UTF-8 dla Excela (BOM)</translation>
    </message>
    <message>
      <source>Only the {count} selected</source>
      <translation>Tylko zaznaczone ({count})</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Wiersze</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>Średnik</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Separator</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Tabulator</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Wartości</translation>
    </message>
    <message>
      <source>What has no label in this language is written in English</source>
      <translation>To, co nie ma etykiety w tym języku, jest zapisywane po angielsku</translation>
    </message>
    <message>
      <source>{path} already exists. Press “Save” again to replace it.</source>
      <translation>{path} już istnieje. Naciśnij „Zapisz” jeszcze raz, aby go zastąpić.</translation>
    </message>
  </context>
  <context>
    <name>Exporting</name>
    <message>
      <source>The layer has been removed in the meantime.</source>
      <translation>Warstwa została w międzyczasie usunięta.</translation>
    </message>
    <message>
      <source>Written to {path}: all {count} rows.</source>
      <translation>Zapisano do {path}: wszystkie wiersze ({count}).</translation>
    </message>
    <message>
      <source>Written to {path}: the {count} selected rows only.</source>
      <translation>Zapisano do {path}: tylko zaznaczone wiersze ({count}).</translation>
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <source>Countries sought</source>
      <translation>Poszukiwane kraje</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Znajdź partnerów</translation>
    </message>
    <message>
      <source>Forms</source>
      <translation>Formy</translation>
    </message>
    <message>
      <source>Found in</source>
      <translation>Znaleziono w</translation>
    </message>
    <message>
      <source>Known</source>
      <translation>Znane</translation>
    </message>
    <message>
      <source>No cooperation entry is known.</source>
      <translation>Nie jest znany żaden wpis o współpracy.</translation>
    </message>
    <message>
      <source>Not stated in any source: {names}.</source>
      <translation>Żadne źródło tego nie podaje: {names}.</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Oferty i potrzeby</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Otwarte</translation>
    </message>
    <message>
      <source>Others may exist.</source>
      <translation>Mogą istnieć inne.</translation>
    </message>
    <message>
      <source>Partners sought</source>
      <translation>Poszukiwani partnerzy</translation>
    </message>
    <message>
      <source>Programmes abroad with one of these topics: {topics}</source>
      <translation>Programy za granicą z jednym z tych tematów: {topics}</translation>
    </message>
    <message>
      <source>Programmes of the countries across the sea</source>
      <translation>Programy krajów po drugiej stronie morza</translation>
    </message>
    <message>
      <source>Programmes on the other side of the border</source>
      <translation>Programy po drugiej stronie granicy</translation>
    </message>
    <message>
      <source>SAMPLE</source>
      <translation>PRZYKŁAD</translation>
    </message>
    <message>
      <source>Scope</source>
      <translation>Zakres</translation>
    </message>
    <message>
      <source>Searches for these topics also find it, through the mapping of its objectives: {codes}.</source>
      <translation>Przez przyporządkowanie celów znajdują go także wyszukiwania: {codes}.</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Tematy</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>i {count} innych</translation>
    </message>
    <message>
      <source>by mapping</source>
      <translation>przez przyporządkowanie</translation>
    </message>
    <message>
      <source>from an entry</source>
      <translation>z wpisu</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nie</translation>
    </message>
    <message>
      <source>stated</source>
      <translation>podane</translation>
    </message>
    <message>
      <source>to fill: {place}</source>
      <translation>do uzupełnienia: {place}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>tak</translation>
    </message>
    <message>
      <source>{first} to {last}</source>
      <translation>{first} do {last}</translation>
    </message>
    <message>
      <source>{known} of {every} lists are known</source>
      <translation>znane listy: {known} z {every}</translation>
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
      <translation>&amp;Wczytaj na mapę</translation>
    </message>
    <message>
      <source>&amp;Search</source>
      <translation>&amp;Szukaj</translation>
    </message>
    <message>
      <source>Add the programmes and their NUTS III regions as two layers in one group</source>
      <translation>Dodaje programy i ich regiony NUTS III jako dwie warstwy w jednej grupie</translation>
    </message>
    <message>
      <source>List the programmes found and remember the search</source>
      <translation>Wypisuje znalezione programy i zapamiętuje wyszukiwanie</translation>
    </message>
    <message>
      <source>Number of programmes found</source>
      <translation>Liczba znalezionych programów</translation>
    </message>
    <message>
      <source>Programmes found: {count}</source>
      <translation>Znalezione programy: {count}</translation>
    </message>
    <message>
      <source>Programmes found: {count}, and {unknown} unknown</source>
      <translation>Znalezione programy: {count}, oraz {unknown} możliwych</translation>
    </message>
    <message>
      <source>Unknown: no source says whether these programmes meet the criteria. “Include programmes that may match” under “More criteria” lists them, too.</source>
      <translation>Możliwe: żadne źródło nie mówi, czy te programy spełniają kryteria. „Także programy możliwe” w części „Więcej kryteriów” pokazuje także je.</translation>
    </message>
  </context>
  <context>
    <name>FoundBy</name>
    <message>
      <source>entry</source>
      <translation>wpis</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>nie wiadomo</translation>
    </message>
    <message>
      <source>objective, by mapping</source>
      <translation>cel, przez przyporządkowanie</translation>
    </message>
    <message>
      <source>stated objective</source>
      <translation>podany cel</translation>
    </message>
  </context>
  <context>
    <name>LayerMenu</name>
    <message>
      <source>Cooperation search</source>
      <translation>Wyszukiwanie współpracy</translation>
    </message>
    <message>
      <source>Edit cooperation search…</source>
      <translation>Edytuj wyszukiwanie współpracy…</translation>
    </message>
    <message>
      <source>Export cooperation results</source>
      <translation>Eksportuj wyniki współpracy</translation>
    </message>
    <message>
      <source>Export cooperation results…</source>
      <translation>Eksportuj wyniki współpracy…</translation>
    </message>
    <message>
      <source>Nothing changed since this search was loaded.</source>
      <translation>Od wczytania tego wyszukiwania nic się nie zmieniło.</translation>
    </message>
    <message>
      <source>Refresh cooperation search</source>
      <translation>Odśwież wyszukiwanie współpracy</translation>
    </message>
    <message>
      <source>The server cannot be reached; these are its last known answers.</source>
      <translation>Serwer jest nieosiągalny; to jego wcześniejsza odpowiedź.</translation>
    </message>
    <message>
      <source>{0} new, {1} changed, {2} gone.</source>
      <translation>Nowe: {0}, zmienione: {1}, usunięte: {2}.</translation>
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
      <translation>Dodaje regiony NUTS III, których dotykają obiekty, do już wybranych</translation>
    </message>
    <message>
      <source>Choose the regions</source>
      <translation>Wybierz regiony</translation>
    </message>
    <message>
      <source>Distance around the features in kilometres</source>
      <translation>Odległość wokół obiektów w kilometrach</translation>
    </message>
    <message>
      <source>Distance around them</source>
      <translation>Odległość wokół nich</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Warstwa</translation>
    </message>
    <message>
      <source>Selected features only</source>
      <translation>Tylko zaznaczone obiekty</translation>
    </message>
  </context>
  <context>
    <name>Layers</name>
    <message>
      <source>A layer of this search was removed. Please load the search again.</source>
      <translation>Usunięto warstwę tego wyszukiwania. Wczytaj je ponownie.</translation>
    </message>
    <message>
      <source>A layer was removed while it was being filled.</source>
      <translation>Warstwa została usunięta podczas wypełniania.</translation>
    </message>
    <message>
      <source>A new edition of the data was published while loading. Please load again.</source>
      <translation>Podczas wczytywania opublikowano nowe wydanie danych. Wczytaj ponownie.</translation>
    </message>
    <message>
      <source>All that match</source>
      <translation>Wszystkie pasujące</translation>
    </message>
    <message>
      <source>Consortia of {}</source>
      <translation>Konsorcja: {}</translation>
    </message>
    <message>
      <source>Consortia on the map</source>
      <translation>Konsorcja na mapie</translation>
    </message>
    <message>
      <source>Contains records based on sample entries, which are made up to show the service.</source>
      <translation>Zawiera rekordy oparte na wpisach przykładowych: zmyślonych, aby pokazać usługę.</translation>
    </message>
    <message>
      <source>Cooperation search: land in the background</source>
      <translation>Wyszukiwanie współpracy: ląd w tle</translation>
    </message>
    <message>
      <source>Cooperation search: loading</source>
      <translation>Wyszukiwanie współpracy: wczytywanie</translation>
    </message>
    <message>
      <source>Cooperation search: opening live layers</source>
      <translation>Wyszukiwanie współpracy: otwieranie warstw na żywo</translation>
    </message>
    <message>
      <source>Cooperation search: writing the GeoPackage</source>
      <translation>Wyszukiwanie współpracy: zapisywanie GeoPackage</translation>
    </message>
    <message>
      <source>Cooperation: {}</source>
      <translation>Współpraca: {}</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Liczba</translation>
    </message>
    <message>
      <source>Distribution on the map</source>
      <translation>Rozkład na mapie</translation>
    </message>
    <message>
      <source>Edition {}</source>
      <translation>Wydanie {}</translation>
    </message>
    <message>
      <source>Land (background)</source>
      <translation>Ląd (tło)</translation>
    </message>
    <message>
      <source>Lines to partners (width: score)</source>
      <translation>Linie do partnerów (szerokość: wynik)</translation>
    </message>
    <message>
      <source>Loading was cancelled.</source>
      <translation>Wczytywanie anulowano.</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2016)</source>
      <translation>Obszary NUTS III (NUTS 2016)</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2021)</source>
      <translation>Obszary NUTS III (NUTS 2021)</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nazwa</translation>
    </message>
    <message>
      <source>Neighbours across borders</source>
      <translation>Sąsiedzi za granicą</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Nieznane</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Oferty i potrzeby</translation>
    </message>
    <message>
      <source>Own area</source>
      <translation>Własny obszar</translation>
    </message>
    <message>
      <source>Partner programmes</source>
      <translation>Programy partnerskie</translation>
    </message>
    <message>
      <source>Partners for: {}</source>
      <translation>Partnerzy dla: {}</translation>
    </message>
    <message>
      <source>Partners of {}</source>
      <translation>Partnerzy: {}</translation>
    </message>
    <message>
      <source>Partners on the map</source>
      <translation>Partnerzy na mapie</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programy</translation>
    </message>
    <message>
      <source>Share, at least</source>
      <translation>Udział, co najmniej</translation>
    </message>
    <message>
      <source>Share, at most</source>
      <translation>Udział, co najwyżej</translation>
    </message>
    <message>
      <source>The background could not be made: {}</source>
      <translation>Nie udało się utworzyć tła: {}</translation>
    </message>
    <message>
      <source>The file {} could not be written: is its folder protected, or the disk full?</source>
      <translation>Nie udało się zapisać pliku {}: czy folder jest chroniony albo dysk pełny?</translation>
    </message>
    <message>
      <source>The layer could not be made.</source>
      <translation>Nie można utworzyć warstwy.</translation>
    </message>
    <message>
      <source>The layer could not be written.</source>
      <translation>Nie można zapisać warstwy.</translation>
    </message>
    <message>
      <source>The pages of the server's answer are inconsistent.</source>
      <translation>Strony odpowiedzi serwera nie pasują do siebie.</translation>
    </message>
    <message>
      <source>The project was closed during loading.</source>
      <translation>Projekt został zamknięty podczas wczytywania.</translation>
    </message>
    <message>
      <source>The server's answer could not be read.</source>
      <translation>Nie można odczytać odpowiedzi serwera.</translation>
    </message>
    <message>
      <source>There are no areas to show.</source>
      <translation>Nie ma obszarów do pokazania.</translation>
    </message>
    <message>
      <source>There are no partners to show.</source>
      <translation>Nie ma partnerów do pokazania.</translation>
    </message>
    <message>
      <source>There is no background: {}</source>
      <translation>Nie ma tła: {}</translation>
    </message>
    <message>
      <source>There is no set to show.</source>
      <translation>Nie ma zestawu do pokazania.</translation>
    </message>
    <message>
      <source>This search on the server</source>
      <translation>To wyszukiwanie na serwerze</translation>
    </message>
    <message>
      <source>Who seeks partners</source>
      <translation>Kto szuka partnerów</translation>
    </message>
    <message>
      <source>a need</source>
      <translation>potrzeba</translation>
    </message>
    <message>
      <source>features could not be added</source>
      <translation>nie można dodać obiektów</translation>
    </message>
    <message>
      <source>{0} (NUTS {1})</source>
      <translation>{0} (NUTS {1})</translation>
    </message>
    <message>
      <source>{} (with sample entries)</source>
      <translation>{} (z wpisami przykładowymi)</translation>
    </message>
  </context>
  <context>
    <name>Layouts</name>
    <message>
      <source>A partner for {}</source>
      <translation>Partner dla: {}</translation>
    </message>
    <message>
      <source>Area of the partner</source>
      <translation>Obszar partnera</translation>
    </message>
    <message>
      <source>Cohesion policy programmes: partners for cooperation</source>
      <translation>Programy polityki spójności: partnerzy do współpracy</translation>
    </message>
    <message>
      <source>Dark: what is known. Light: what may be, while facts are missing. From 0 to 1.</source>
      <translation>Ciemne: co wiadomo. Jasne: co możliwe, dopóki brak faktów. Od 0 do 1.</translation>
    </message>
    <message>
      <source>Edition of the data: {}.</source>
      <translation>Wydanie danych: {}.</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Fakty</translation>
    </message>
    <message>
      <source>For them</source>
      <translation>Dla partnera</translation>
    </message>
    <message>
      <source>For you</source>
      <translation>Dla Was</translation>
    </message>
    <message>
      <source>Legend: see page {}</source>
      <translation>Legenda: zob. strona {}</translation>
    </message>
    <message>
      <source>Made on {}.</source>
      <translation>Sporządzono: {}.</translation>
    </message>
    <message>
      <source>NUTS III areas: {}.</source>
      <translation>Obszary NUTS III: {}.</translation>
    </message>
    <message>
      <source>Offers found: {0}. Needs found: {1}.</source>
      <translation>Znalezione oferty: {0}. Znalezione potrzeby: {1}.</translation>
    </message>
    <message>
      <source>Overseas areas lie outside of this map.</source>
      <translation>Obszary zamorskie leżą poza tą mapą.</translation>
    </message>
    <message>
      <source>Partner sheet: {0} – {1}</source>
      <translation>Karta partnera: {0} – {1}</translation>
    </message>
    <message>
      <source>Partners of {}</source>
      <translation>Partnerzy: {}</translation>
    </message>
    <message>
      <source>Programmes found</source>
      <translation>Znalezione programy</translation>
    </message>
    <message>
      <source>Programmes: {}.</source>
      <translation>Programy: {}.</translation>
    </message>
    <message>
      <source>Report by country: {}</source>
      <translation>Raport według krajów: {}</translation>
    </message>
    <message>
      <source>Rests on SAMPLE entries in part: made up to show the service, not facts.</source>
      <translation>Opiera się częściowo na wpisach PRZYKŁADOWYCH: zmyślonych, aby pokazać usługę; to nie są fakty.</translation>
    </message>
    <message>
      <source>SAMPLE entries: made up, not facts</source>
      <translation>wpisy PRZYKŁADOWE: zmyślone, nie fakty</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Wynik</translation>
    </message>
    <message>
      <source>Service: {} (the address of this search is in the metadata of its layers)</source>
      <translation>Usługa: {} (adres tego wyszukiwania jest w metadanych jego warstw)</translation>
    </message>
    <message>
      <source>Small frames have scales of their own.</source>
      <translation>Małe mapy mają własne skale.</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Źródła</translation>
    </message>
    <message>
      <source>This search: {}</source>
      <translation>To wyszukiwanie: {}</translation>
    </message>
    <message>
      <source>With SAMPLE entries: made up to show the service, not facts.</source>
      <translation>Z wpisami PRZYKŁADOWYMI: zmyślonymi, aby pokazać usługę; to nie są fakty.</translation>
    </message>
    <message>
      <source>Your area</source>
      <translation>Wasz obszar</translation>
    </message>
    <message>
      <source>does not apply</source>
      <translation>nie dotyczy</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>tak</translation>
    </message>
    <message>
      <source>… and {} more, which the layer lists</source>
      <translation>… i {} więcej, które wymienia warstwa</translation>
    </message>
  </context>
  <context>
    <name>Locator</name>
    <message>
      <source>Cooperation Atlas: programmes, regions, topics</source>
      <translation>Cooperation Atlas: programy, regiony, tematy</translation>
    </message>
    <message>
      <source>Open the search: {}</source>
      <translation>Otwórz wyszukiwanie: {}</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programy</translation>
    </message>
    <message>
      <source>Regions</source>
      <translation>Regiony</translation>
    </message>
    <message>
      <source>Searches</source>
      <translation>Wyszukiwania</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Tematy</translation>
    </message>
    <message>
      <source>without {}</source>
      <translation>bez {}</translation>
    </message>
  </context>
  <context>
    <name>LowerPane</name>
    <message>
      <source>Reasons for the partner</source>
      <translation>Uzasadnienie wyboru partnera</translation>
    </message>
  </context>
  <context>
    <name>ManageDialog</name>
    <message>
      <source>Close</source>
      <translation>Zamknij</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Usuń</translation>
    </message>
    <message>
      <source>Export searches</source>
      <translation>Eksportuj wyszukiwania</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Eksportuj…</translation>
    </message>
    <message>
      <source>Import searches</source>
      <translation>Importuj wyszukiwania</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importuj…</translation>
    </message>
    <message>
      <source>Kept in the project</source>
      <translation>Przechowywane w projekcie</translation>
    </message>
    <message>
      <source>Kept in your profile</source>
      <translation>Przechowywane w Twoim profilu</translation>
    </message>
    <message>
      <source>Nothing saved yet</source>
      <translation>Nic jeszcze nie zapisano</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Zmień nazwę</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Uruchom</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>Zapisane wyszukiwania</translation>
    </message>
    <message>
      <source>Searches (*.json)</source>
      <translation>Wyszukiwania (*.json)</translation>
    </message>
    <message>
      <source>Searches exported: {count}.</source>
      <translation>Wyeksportowane wyszukiwania: {count}.</translation>
    </message>
    <message>
      <source>Searches imported: {count}.</source>
      <translation>Zaimportowane wyszukiwania: {count}.</translation>
    </message>
  </context>
  <context>
    <name>MapPanel</name>
    <message>
      <source>A file beside the project, for work without the server</source>
      <translation>Plik obok projektu, do pracy bez serwera</translation>
    </message>
    <message>
      <source>A further layer: each cooperation entry that the search finds, as a point in its programme's area</source>
      <translation>Kolejna warstwa: każdy wpis o współpracy znaleziony przez wyszukiwanie jako punkt na obszarze swojego programu</translation>
    </message>
    <message>
      <source>A third layer: pairs of NUTS III areas of two countries that share a border or face each other across the sea, in the countries and regions of the search</source>
      <translation>Trzecia warstwa: pary obszarów NUTS III dwóch krajów, które mają wspólną granicę lub leżą naprzeciw siebie za morzem, w krajach i regionach wyszukiwania</translation>
    </message>
    <message>
      <source>Asks the server whenever the map is drawn</source>
      <translation>Pyta serwer przy każdym rysowaniu mapy</translation>
    </message>
    <message>
      <source>Bring Europe, or a region far from it, into view</source>
      <translation>Pokaż Europę lub odległy od niej region</translation>
    </message>
    <message>
      <source>Cancel loading</source>
      <translation>Anuluj wczytywanie</translation>
    </message>
    <message>
      <source>Cancel loading; nothing is added to the map</source>
      <translation>Anuluje wczytywanie; nic z niego nie zostaje</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Klasy</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Eksportuj</translation>
    </message>
    <message>
      <source>Export the loaded results to a GeoPackage, Excel or CSV file, with their sources</source>
      <translation>Zapisuje wczytane dane do pliku GeoPackage, Excel lub CSV wraz ze źródłami</translation>
    </message>
    <message>
      <source>Fast; not saved with the project, but fetched again when it is opened</source>
      <translation>Szybko; projekt tego nie zapisuje, ale pobiera ponownie przy otwarciu</translation>
    </message>
    <message>
      <source>GeoPackage file</source>
      <translation>Plik GeoPackage</translation>
    </message>
    <message>
      <source>How the layers are drawn; layers on the map change at once</source>
      <translation>Jak rysowane są warstwy; te na mapie zmieniają się od razu</translation>
    </message>
    <message>
      <source>How the numbers are put into classes. Quantiles: as many different numbers in each; natural breaks: where the numbers leave gaps; equal intervals: the same width; pretty breaks: round limits</source>
      <translation>Jak liczby są dzielone na klasy. Kwantyle: w każdej tyle samo różnych liczb; naturalne przerwy: tam, gdzie liczby zostawiają luki; równe przedziały: ta sama szerokość; ładne przedziały: okrągłe granice</translation>
    </message>
    <message>
      <source>Land of the world at the bottom of the project, from Natural Earth</source>
      <translation>Lądy świata na samym dole projektu, z Natural Earth</translation>
    </message>
    <message>
      <source>Lay out the loaded results on a page: map, title, legend, overseas areas, scale bar and sources</source>
      <translation>Umieść wczytane wyniki na stronie: mapa, tytuł, legenda, obszary zamorskie, podziałka i źródła</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>Warstwy</translation>
    </message>
    <message>
      <source>Live from the server</source>
      <translation>Na żywo z serwera</translation>
    </message>
    <message>
      <source>Loading layers</source>
      <translation>Wczytywanie warstw</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Pamięć</translation>
    </message>
    <message>
      <source>NUTS III regions…</source>
      <translation>Regiony NUTS III…</translation>
    </message>
    <message>
      <source>Offers and needs…</source>
      <translation>Oferty i potrzeby…</translation>
    </message>
    <message>
      <source>Overseas</source>
      <translation>Zamorskie</translation>
    </message>
    <message>
      <source>Print layout</source>
      <translation>Wydruk</translation>
    </message>
    <message>
      <source>Programmes…</source>
      <translation>Programy…</translation>
    </message>
    <message>
      <source>Style</source>
      <translation>Styl</translation>
    </message>
    <message>
      <source>Where the features of the layers are kept</source>
      <translation>Gdzie przechowywane są obiekty warstw</translation>
    </message>
    <message>
      <source>With land in the background</source>
      <translation>Z lądem w tle</translation>
    </message>
    <message>
      <source>With lines between neighbours</source>
      <translation>Z liniami między sąsiadami</translation>
    </message>
    <message>
      <source>With offers and needs</source>
      <translation>Z ofertami i potrzebami</translation>
    </message>
  </context>
  <context>
    <name>MapSelection</name>
    <message>
      <source>Cooperation search: selecting on the map</source>
      <translation>Wyszukiwanie współpracy: zaznaczanie na mapie</translation>
    </message>
  </context>
  <context>
    <name>MapWork</name>
    <message>
      <source>Cancelled; nothing was added to the map.</source>
      <translation>Anulowano; niczego nie dodano do mapy.</translation>
    </message>
    <message>
      <source>Each period has its own group in the layer tree; one of them is shown at a time.</source>
      <translation>Każdy okres ma własną grupę w drzewie warstw; widoczna jest jedna z nich naraz.</translation>
    </message>
    <message>
      <source>File: {path}.</source>
      <translation>Plik: {path}.</translation>
    </message>
    <message>
      <source>GeoPackage for the layers</source>
      <translation>GeoPackage dla warstw</translation>
    </message>
    <message>
      <source>Kept in memory: a saved project fetches it again when it is opened.</source>
      <translation>W pamięci: zapisany projekt pobiera to ponownie przy otwarciu.</translation>
    </message>
    <message>
      <source>Load the search on the map first.</source>
      <translation>Najpierw wczytaj wyszukiwanie na mapę.</translation>
    </message>
    <message>
      <source>Load the search with its offers and needs first.</source>
      <translation>Najpierw wczytaj wyszukiwanie z ofertami i potrzebami.</translation>
    </message>
    <message>
      <source>No file was chosen, so nothing was loaded.</source>
      <translation>Nie wybrano pliku, więc niczego nie wczytano.</translation>
    </message>
    <message>
      <source>On the map: edition {edition}.</source>
      <translation>Na mapie: wydanie {edition}.</translation>
    </message>
    <message>
      <source>Print layout: {name}</source>
      <translation>Wydruk: {name}</translation>
    </message>
    <message>
      <source>The server cannot be reached: this is its last known answer, edition {edition}.</source>
      <translation>Serwer jest niedostępny: to jego ostatnia znana odpowiedź, wydanie {edition}.</translation>
    </message>
  </context>
  <context>
    <name>MemoryLayers</name>
    <message>
      <source>Cooperation search</source>
      <translation>Wyszukiwanie współpracy</translation>
    </message>
    <message>
      <source>Later: “Refresh cooperation search” in the menu of a layer.</source>
      <translation>Później: „Odśwież wyszukiwanie współpracy” w menu warstwy.</translation>
    </message>
    <message>
      <source>Layers in memory are empty and could not be fetched again: {reason}</source>
      <translation>Warstwy w pamięci są puste i nie udało się ich ponownie pobrać: {reason}</translation>
    </message>
    <message>
      <source>Layers in memory are empty because they came from another server: {servers}. Choose it in the panel, then “Refresh cooperation search” in the menu of a layer.</source>
      <translation>Warstwy w pamięci są puste, ponieważ pochodzą z innego serwera: {servers}. Wybierz go w panelu, a następnie „Odśwież wyszukiwanie współpracy” w menu warstwy.</translation>
    </message>
    <message>
      <source>Layers in memory were fetched from the server again: edition {edition}.</source>
      <translation>Warstwy w pamięci zostały ponownie pobrane z serwera: wydanie {edition}.</translation>
    </message>
    <message>
      <source>Memory layers are saved empty; opening the project fetches them again. To keep them, use a GeoPackage file.</source>
      <translation>Warstwy w pamięci są zapisywane puste; otwarcie projektu pobiera je ponownie. Aby je zachować, użyj pliku GeoPackage.</translation>
    </message>
    <message>
      <source>The server cannot be reached: layers in memory hold its last known answers, edition {edition}.</source>
      <translation>Serwer jest niedostępny: warstwy w pamięci zawierają jego ostatnie znane odpowiedzi, wydanie {edition}.</translation>
    </message>
  </context>
  <context>
    <name>MoreCriteria</name>
    <message>
      <source>Also finds programmes for which no source says whether they meet the criteria. Unknown does not mean no.</source>
      <translation>Znajduje też programy, o których żadne źródło nie mówi, czy spełniają kryteria. Nieznane to nie „nie”.</translation>
    </message>
    <message>
      <source>Include programmes that may match</source>
      <translation>Także programy możliwe</translation>
    </message>
    <message>
      <source>Sample entries are made up to show the service and state no fact about a programme. Without them, only real entries and stated objectives count.</source>
      <translation>Wpisy przykładowe zmyślono, aby pokazać usługę; nie podają żadnego faktu o programie. Bez nich znajduje się tylko to, co mówią prawdziwe wpisy i podane cele.</translation>
    </message>
    <message>
      <source>Show sample entries</source>
      <translation>Pokaż wpisy przykładowe</translation>
    </message>
    <message>
      <source>no samples</source>
      <translation>bez przykładów</translation>
    </message>
    <message>
      <source>with unknown</source>
      <translation>z nieznanymi</translation>
    </message>
  </context>
  <context>
    <name>OnMap</name>
    <message>
      <source>Kept in memory: opening the project fetches them again.</source>
      <translation>W pamięci: otwarcie projektu pobierze ich ponownie.</translation>
    </message>
  </context>
  <context>
    <name>Overseas</name>
    <message>
      <source>Azores</source>
      <translation>Azory</translation>
    </message>
    <message>
      <source>Canary Islands</source>
      <translation>Wyspy Kanaryjskie</translation>
    </message>
    <message>
      <source>French Guiana</source>
      <translation>Gujana Francuska</translation>
    </message>
    <message>
      <source>Guadeloupe</source>
      <translation>Gwadelupa</translation>
    </message>
    <message>
      <source>Madeira</source>
      <translation>Madera</translation>
    </message>
    <message>
      <source>Martinique</source>
      <translation>Martynika</translation>
    </message>
    <message>
      <source>Mayotte</source>
      <translation>Majotta</translation>
    </message>
    <message>
      <source>Réunion</source>
      <translation>Reunion</translation>
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
      <translation>Tylko za granicą</translation>
    </message>
    <message>
      <source>Across the border</source>
      <translation>Za granicą sąsiednią</translation>
    </message>
    <message>
      <source>I work for …</source>
      <translation>Pracuję dla…</translation>
    </message>
    <message>
      <source>I work for: {name}</source>
      <translation>Pracuję dla: {name}</translation>
    </message>
    <message>
      <source>Leave out the programmes of your own country: partners are sought abroad</source>
      <translation>Pominąć programy własnego kraju: partnerów szuka się za granicą</translation>
    </message>
    <message>
      <source>No area abroad shares a border with yours, or lies within 150 km of sea.</source>
      <translation>Żaden obszar zagraniczny nie graniczy z własnym ani nie leży w odległości do 150 km przez morze.</translation>
    </message>
    <message>
      <source>Programmes of the areas on the other side of your borders: NUTS III areas abroad that share a border with yours, or face them across at most 150 km of sea</source>
      <translation>Programy obszarów po drugiej stronie własnych granic: zagraniczne obszary NUTS III, które graniczą z własnymi lub leżą naprzeciw nich w odległości do 150 km przez morze</translation>
    </message>
    <message>
      <source>Your programme or country: its entries are marked, and partners are sought abroad</source>
      <translation>Własny program lub kraj: jego wpisy są oznaczone, a partnerów szuka się za granicą</translation>
    </message>
  </context>
  <context>
    <name>OwnDialog</name>
    <message>
      <source>Asking the server for its programmes…</source>
      <translation>Pobieranie programów z serwera…</translation>
    </message>
    <message>
      <source>Countries and programmes</source>
      <translation>Kraje i programy</translation>
    </message>
    <message>
      <source>Country, programme or CCI</source>
      <translation>Kraj, program lub CCI</translation>
    </message>
    <message>
      <source>I work for …</source>
      <translation>Pracuję dla…</translation>
    </message>
    <message>
      <source>Nobody in particular</source>
      <translation>Nikt konkretny</translation>
    </message>
  </context>
  <context>
    <name>PartnerList</name>
    <message>
      <source>Partners, best first</source>
      <translation>Partnerzy, od najlepszych</translation>
    </message>
    <message>
      <source>The space bar ticks a partner to compare it with others.</source>
      <translation>Spacja zaznacza partnera do porównania z innymi.</translation>
    </message>
  </context>
  <context>
    <name>PartnerSearch</name>
    <message>
      <source>It is of an earlier version.</source>
      <translation>Ma wcześniejszą wersję.</translation>
    </message>
    <message>
      <source>This server does not find partners.</source>
      <translation>Ten serwer nie wyszukuje partnerów.</translation>
    </message>
  </context>
  <context>
    <name>PartnerSheets</name>
    <message>
      <source>Print layout: {name}</source>
      <translation>Wydruk: {name}</translation>
    </message>
    <message>
      <source>The partners are not on the map any more: show them there again.</source>
      <translation>Partnerów nie ma już na mapie: pokaż ich tam ponownie.</translation>
    </message>
  </context>
  <context>
    <name>PartnerStates</name>
    <message>
      <source>Choose a programme in the list of results and press “Find partners” in its details.</source>
      <translation>Wybierz program na liście wyników i naciśnij „Znajdź partnerów” w jego szczegółach.</translation>
    </message>
    <message>
      <source>Choose another order, or another programme, above.</source>
      <translation>Wybierz powyżej inną kolejność lub inny program.</translation>
    </message>
    <message>
      <source>Few programmes have published what they need. The other ways to look for partners do not depend on it.</source>
      <translation>Niewiele programów opublikowało, czego potrzebuje. Inne sposoby szukania partnerów od tego nie zależą.</translation>
    </message>
    <message>
      <source>No entry seeks a partner like this one</source>
      <translation>Żaden wpis nie szuka takiego partnera</translation>
    </message>
    <message>
      <source>No programme can be a partner under these conditions</source>
      <translation>Żaden program nie może być partnerem na tych warunkach</translation>
    </message>
    <message>
      <source>No programme is alike and far away</source>
      <translation>Żaden program nie jest podobny i odległy</translation>
    </message>
    <message>
      <source>Partners of which programme?</source>
      <translation>Partnerzy którego programu?</translation>
    </message>
    <message>
      <source>Show the programmes</source>
      <translation>Pokaż programy</translation>
    </message>
    <message>
      <source>Take away the tick that leaves only programmes of the search.</source>
      <translation>Usuń zaznaczenie, które pozostawia tylko programy z wyszukiwania.</translation>
    </message>
  </context>
  <context>
    <name>Partners</name>
    <message>
      <source>All facts of this programme</source>
      <translation>Wszystkie dane tego programu</translation>
    </message>
    <message>
      <source>Dark: known. Light: what missing facts could add.</source>
      <translation>Ciemne: znane. Jasne: co mogłyby dodać brakujące dane.</translation>
    </message>
    <message>
      <source>Dark: known. Light: what missing facts could add. Dotted: does not apply.</source>
      <translation>Ciemne: znane. Jasne: co mogłyby dodać brakujące dane. Kropkowane: nie dotyczy.</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Dane</translation>
    </message>
    <message>
      <source>Its own partners</source>
      <translation>Jego partnerzy</translation>
    </message>
    <message>
      <source>Parts</source>
      <translation>Elementy</translation>
    </message>
    <message>
      <source>SAMPLE</source>
      <translation>PRZYKŁAD</translation>
    </message>
    <message>
      <source>SAMPLE: entries that meet are made up to show the service</source>
      <translation>PRZYKŁAD: pasujące wpisy są zmyślone, aby pokazać usługę</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Wynik</translation>
    </message>
    <message>
      <source>This pair in the browser</source>
      <translation>Ta para w przeglądarce</translation>
    </message>
    <message>
      <source>does not apply</source>
      <translation>nie dotyczy</translation>
    </message>
    <message>
      <source>no entries meet</source>
      <translation>żadne wpisy nie pasują</translation>
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
      <translation>Wczytywanie partnerów…</translation>
    </message>
    <message>
      <source>On the map: {count} partners, edition {edition}.</source>
      <translation>Na mapie partnerów: {count}, wydanie {edition}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} partners of its last known answer, edition {edition}.</source>
      <translation>Serwer jest nieosiągalny: partnerów z jego ostatniej znanej odpowiedzi: {count}, wydanie {edition}.</translation>
    </message>
  </context>
  <context>
    <name>PartnersPage</name>
    <message>
      <source>Consortia: best sets of partners</source>
      <translation>Konsorcja: najlepsze zestawy partnerów</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Dla</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Kolejność</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Pokaż</translation>
    </message>
    <message>
      <source>Who seeks a partner like this one</source>
      <translation>Kto szuka takiego partnera</translation>
    </message>
  </context>
  <context>
    <name>PartnersTab</name>
    <message>
      <source>Partners</source>
      <translation>Partnerzy</translation>
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
      <translation>Znajdź też programy, które mogą spełniać kryteria (nie wiadomo)</translation>
    </message>
    <message>
      <source>Also find sets that may meet the rules (not known)</source>
      <translation>Znajdź także zestawy, które mogą spełniać zasady (nie wiadomo)</translation>
    </message>
    <message>
      <source>Also find what is near: within a distance in km</source>
      <translation>Także to, co blisko: odległość w km</translation>
    </message>
    <message>
      <source>Authentication</source>
      <translation>Uwierzytelnianie</translation>
    </message>
    <message>
      <source>By known and possible fit</source>
      <translation>Według znanego i możliwego dopasowania</translation>
    </message>
    <message>
      <source>By possible fit</source>
      <translation>Według możliwego dopasowania</translation>
    </message>
    <message>
      <source>CCI or NUTS code</source>
      <translation>CCI lub kod NUTS</translation>
    </message>
    <message>
      <source>CRS of my layer, if it has none of its own</source>
      <translation>Układ współrzędnych mojej warstwy, jeśli go nie ma</translation>
    </message>
    <message>
      <source>Categories of region that the coordinator can be from</source>
      <translation>Kategorie regionu, z których może być koordynator</translation>
    </message>
    <message>
      <source>Cooperation Atlas</source>
      <translation>Cooperation Atlas</translation>
    </message>
    <message>
      <source>Copies a layer of your own and adds to each feature the NUTS III areas that it intersects, the programmes that cover them, and their topics and scopes (lists joined by '; '). Any geometry and any CRS will do; features without geometry, or outside all areas, have no areas and no programmes. If the layer already has columns of the same names, they are kept, and the added ones get the prefix 'coop_'.</source>
      <translation>Kopiuje własną warstwę i dodaje do każdego obiektu obszary NUTS III, których dotyka, programy, które je obejmują, oraz ich tematy i zakresy (listy łączone '; '). Dowolna geometria i dowolny układ współrzędnych; obiekty bez geometrii lub poza wszystkimi obszarami nie mają obszarów ani programów. Kolumny warstwy o tych samych nazwach pozostają; dodane otrzymują wtedy przedrostek 'coop_'.</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Liczba</translation>
    </message>
    <message>
      <source>Count by one or two dimensions, such as country,fund</source>
      <translation>Licz według jednego lub dwóch wymiarów, np. country,fund</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Kraj</translation>
    </message>
    <message>
      <source>Country (name)</source>
      <translation>Kraj (nazwa)</translation>
    </message>
    <message>
      <source>Counts the results of a search by one or two dimensions, such as country, nuts2, topic, scope, fund, objective, category or strategy. If one of them is a place (country, nuts1, nuts2, nuts3, borders_on, sought_country), the output has its areas, styled as a choropleth; otherwise it is a table without geometry. Each share is a range: its upper end also counts features for which the value is not known. A feature can have several values, so shares need not add up to 1.</source>
      <translation>Liczy, co znajduje wyszukiwanie, według jednego lub dwóch wymiarów, np. country, nuts2, topic, scope, fund, objective, category lub strategy. Jeśli jeden z nich jest miejscem (country, nuts1, nuts2, nuts3, borders_on, sought_country), wynik ma jego obszary, gotowy jako kartogram; w przeciwnym razie jest tabelą bez geometrii. Udziały mają dwa końce: górny liczy też obiekty, o których nie wiadomo, czy mają daną wartość. Obiekt może mieć kilka wartości, więc udziały nie muszą sumować się do 1.</translation>
    </message>
    <message>
      <source>Distance (km)</source>
      <translation>Odległość (km)</translation>
    </message>
    <message>
      <source>Distance in km (0: shared borders only)</source>
      <translation>Odległość w km (0: tylko wspólne granice)</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Rozkład</translation>
    </message>
    <message>
      <source>Distribution of a search</source>
      <translation>Rozkład wyszukiwania</translation>
    </message>
    <message>
      <source>Edition {0}. {1}</source>
      <translation>Wydanie {0}. {1}</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map of the areas: {}. Their new columns are empty.</source>
      <translation>Obiekty bez miejsca na mapie obszarów: {}. Ich nowe kolumny są puste.</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map: {}.</source>
      <translation>Obiekty, których nie można umieścić na mapie: {}.</translation>
    </message>
    <message>
      <source>Features that meet no area: {}.</source>
      <translation>Obiekty, które nie dotykają żadnego obszaru: {}.</translation>
    </message>
    <message>
      <source>Features too large for the server: {}. Simplify them and run the algorithm again.</source>
      <translation>Obiekty zbyt duże dla serwera: {}. Uprość je i uruchom algorytm ponownie.</translation>
    </message>
    <message>
      <source>Features with programmes</source>
      <translation>Obiekty z programami</translation>
    </message>
    <message>
      <source>Field that names my features</source>
      <translation>Pole z nazwą moich obiektów</translation>
    </message>
    <message>
      <source>Find a consortium</source>
      <translation>Znajdź konsorcjum</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Znajdź partnerów</translation>
    </message>
    <message>
      <source>Finds the NUTS III areas covered by at least one programme that meets all criteria, with all the programmes that cover them and their topics and scopes; n_matching and the columns beside it say which of these programmes meet the criteria. The areas are those of NUTS 2016 if only the period 2014-2020 is searched, and otherwise those of NUTS 2021 with the programmes of 2021-2027. Country, NUTS region and strategy describe the area itself.</source>
      <translation>Obszary NUTS III objęte co najmniej jednym programem spełniającym wszystkie kryteria, ze wszystkimi programami, które je obejmują, oraz ich tematami i zakresami; n_matching i kolumny obok mówią, które z nich spełniają kryteria. Są to obszary NUTS 2016, gdy szukany jest tylko okres 2014-2020, w innym razie NUTS 2021 z programami 2021-2027. Kraj, region NUTS i strategia opisują sam obszar.</translation>
    </message>
    <message>
      <source>Finds the NUTS III areas that share a border with the given NUTS regions (codes of any level), and those within a distance of them. With 150 km this reaches the areas that Regulation (EU) 2021/1059, Article 4, counts as maritime neighbours. Distances are measured on the ellipsoid between the generalised borders (1:3 million). Added columns: neighbour_of (NUTS code of the nearest given area), neighbour (land or distance), distance_km.</source>
      <translation>Obszary NUTS III graniczące z podanymi regionami NUTS (kody dowolnego poziomu) oraz leżące w podanej odległości. Przy 150 km obejmuje to obszary, które rozporządzenie (UE) 2021/1059, art. 4, uznaje za sąsiadów morskich. Odległości mierzy się na elipsoidzie między uogólnionymi granicami (1:3 mln). Dodane kolumny: neighbour_of (kod NUTS najbliższego podanego obszaru), neighbour (land lub distance), distance_km.</translation>
    </message>
    <message>
      <source>Finds the best sets of partners for a programme or a need under the rules of a call. The rules are those of a preset of the server (such as i3-1), unless you give numbers of your own. The output has the members of all sets with their areas; the column set numbers the sets, and role says who seeks partners and who could coordinate. If no set meets all rules, the log says which rule to loosen and what that would give. Check the call itself: rules change from one call to the next.</source>
      <translation>Najlepsze zestawy partnerów dla programu lub potrzeby według zasad naboru: ustawienie serwera (np. i3-1) i własne liczby w miejsce jego zasad. Wynik zawiera członków wszystkich zestawów z ich obszarami; kolumna set rozróżnia zestawy, role mówi, kto szuka partnerów i kto mógłby koordynować. Gdy żaden zestaw nie spełnia wszystkich zasad, dziennik mówi, które złagodzić i co by to dało. Sprawdź nabór: zasady zmieniają się z naboru na nabór.</translation>
    </message>
    <message>
      <source>Include results based on sample entries</source>
      <translation>Pokaż to, co opiera się na wpisach przykładowych</translation>
    </message>
    <message>
      <source>Invalid geometries</source>
      <translation>Nieprawidłowe geometrie</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. Repaired copies were used.</source>
      <translation>Nieprawidłowe geometrie: {}. Użyto naprawionych kopii.</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. Their new columns are empty.</source>
      <translation>Nieprawidłowe geometrie: {}. Ich nowe kolumny są puste.</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. They were left out.</source>
      <translation>Nieprawidłowe geometrie: {}. Pominięto je.</translation>
    </message>
    <message>
      <source>Leave their new columns empty</source>
      <translation>Pozostaw ich nowe kolumny puste</translation>
    </message>
    <message>
      <source>Leave them out</source>
      <translation>Pomiń je</translation>
    </message>
    <message>
      <source>Lines to partners</source>
      <translation>Linie do partnerów</translation>
    </message>
    <message>
      <source>Loosened: {0}. That gives: {1}</source>
      <translation>Złagodzono: {0}. Daje to: {1}</translation>
    </message>
    <message>
      <source>Maximum number of members</source>
      <translation>Najwięcej członków</translation>
    </message>
    <message>
      <source>Maximum number of members from one country</source>
      <translation>Najwięcej członków z jednego kraju</translation>
    </message>
    <message>
      <source>Maximum number of partners</source>
      <translation>Najwięcej partnerów</translation>
    </message>
    <message>
      <source>Maximum number of partners from one country</source>
      <translation>Najwięcej partnerów z jednego kraju</translation>
    </message>
    <message>
      <source>Maximum number of partners from the same area</source>
      <translation>Najwięcej partnerów z tego samego obszaru</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Członkowie</translation>
    </message>
    <message>
      <source>Minimum number of NUTS 2 regions</source>
      <translation>Najmniej regionów NUTS 2</translation>
    </message>
    <message>
      <source>Minimum number of countries</source>
      <translation>Najmniej krajów</translation>
    </message>
    <message>
      <source>Minimum number of members</source>
      <translation>Najmniej członków</translation>
    </message>
    <message>
      <source>Minimum number of members by category of region, such as LD:1,MD:1</source>
      <translation>Najmniej członków według kategorii regionu, np. LD:1,MD:1</translation>
    </message>
    <message>
      <source>My layer</source>
      <translation>Moja warstwa</translation>
    </message>
    <message>
      <source>My layer has no CRS. Choose it in “CRS of my layer”.</source>
      <translation>Moja warstwa nie ma układu współrzędnych. Wybierz go w „Układ współrzędnych mojej warstwy”.</translation>
    </message>
    <message>
      <source>NUTS III areas</source>
      <translation>Obszary NUTS III</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2016)</source>
      <translation>Obszary NUTS III (NUTS 2016)</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2021)</source>
      <translation>Obszary NUTS III (NUTS 2021)</translation>
    </message>
    <message>
      <source>NUTS regions</source>
      <translation>Regiony NUTS</translation>
    </message>
    <message>
      <source>Name of my feature</source>
      <translation>Nazwa mojego obiektu</translation>
    </message>
    <message>
      <source>Need: own NUTS regions</source>
      <translation>Potrzeba: własne regiony NUTS</translation>
    </message>
    <message>
      <source>Need: own country</source>
      <translation>Potrzeba: własny kraj</translation>
    </message>
    <message>
      <source>Need: scope of partnership</source>
      <translation>Potrzeba: zakres partnerstwa</translation>
    </message>
    <message>
      <source>Need: topics</source>
      <translation>Potrzeba: tematy</translation>
    </message>
    <message>
      <source>Neighbouring areas</source>
      <translation>Obszary sąsiednie</translation>
    </message>
    <message>
      <source>Neighbouring regions</source>
      <translation>Regiony sąsiednie</translation>
    </message>
    <message>
      <source>No set meets all rules.</source>
      <translation>Żaden zestaw nie spełnia wszystkich zasad.</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Nieznane</translation>
    </message>
    <message>
      <source>Number of areas</source>
      <translation>Liczba obszarów</translation>
    </message>
    <message>
      <source>Number of features found</source>
      <translation>Liczba znalezionych obiektów</translation>
    </message>
    <message>
      <source>Number of features that meet no area</source>
      <translation>Liczba obiektów, które nie dotykają żadnego obszaru</translation>
    </message>
    <message>
      <source>Number of invalid geometries</source>
      <translation>Liczba nieprawidłowych geometrii</translation>
    </message>
    <message>
      <source>Number of my feature</source>
      <translation>Numer mojego obiektu</translation>
    </message>
    <message>
      <source>Number of pairs</source>
      <translation>Liczba par</translation>
    </message>
    <message>
      <source>Number of partners</source>
      <translation>Liczba partnerów</translation>
    </message>
    <message>
      <source>Number of programmes</source>
      <translation>Liczba programów</translation>
    </message>
    <message>
      <source>Number of sets</source>
      <translation>Liczba zestawów</translation>
    </message>
    <message>
      <source>Number of sets found</source>
      <translation>Liczba znalezionych zestawów</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Oferty i potrzeby</translation>
    </message>
    <message>
      <source>Only areas of other countries</source>
      <translation>Tylko obszary innych krajów</translation>
    </message>
    <message>
      <source>Only candidates with: criteria of the server, one name=value,value a line</source>
      <translation>Tylko kandydaci z: kryteria serwera, po jednym w wierszu jako nazwa=wartość,wartość</translation>
    </message>
    <message>
      <source>Open on (today, or a day such as 2026-05-31)</source>
      <translation>Otwarte (today lub dzień, np. 2026-05-31)</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Kolejność</translation>
    </message>
    <message>
      <source>Other criteria of the server, one name=value,value a line</source>
      <translation>Inne kryteria serwera, w każdym wierszu nazwa=wartość,wartość</translation>
    </message>
    <message>
      <source>Over</source>
      <translation>Na co</translation>
    </message>
    <message>
      <source>Overlay with programmes or areas</source>
      <translation>Nałożenie na programy lub obszary</translation>
    </message>
    <message>
      <source>Overlays a layer of your own (points, lines or polygons, in any CRS) on the areas of programmes or on NUTS III areas. Each output feature stands for a pair of your feature and an area. It has the geometry of the area, the number and name of your feature, how your feature lies to the area (equals, within, contains, overlaps, touches, near), the distance, what they share in km² or km, and the share of each that this is. The server does the work: the coordinates of your features are sent to it, but not their attributes. The criteria choose the programmes or areas.</source>
      <translation>Nakłada własną warstwę (punkty, linie lub poligony, dowolny układ) na obszary programów lub obszary NUTS III. Każdy obiekt wyniku to para: obszar z numerem Twojego obiektu i polem, które go nazywa, położenie obiektu względem obszaru (equals, within, contains, overlaps, touches, near), odległość, część wspólna w km² lub km i udział w obu. Pracę wykonuje serwer: współrzędne obiektów są do niego wysyłane w częściach, atrybuty nie. Kryteria wybierają programy lub obszary.</translation>
    </message>
    <message>
      <source>Own area</source>
      <translation>Własny obszar</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>Pary</translation>
    </message>
    <message>
      <source>Partner programmes</source>
      <translation>Programy partnerskie</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Okres</translation>
    </message>
    <message>
      <source>Please give a programme that seeks partners, or a need.</source>
      <translation>Podaj program szukający partnerów albo potrzebę.</translation>
    </message>
    <message>
      <source>Please give at least one NUTS code.</source>
      <translation>Podaj co najmniej jeden kod NUTS.</translation>
    </message>
    <message>
      <source>Preset of weights: default, neighbours, learn or complement</source>
      <translation>Wagi według nazwy: default, neighbours, learn, complement</translation>
    </message>
    <message>
      <source>Programme in words (with * for any text: the whole title)</source>
      <translation>Program słowami (z * jako dowolnym tekstem: cały tytuł)</translation>
    </message>
    <message>
      <source>Programme or area</source>
      <translation>Program lub obszar</translation>
    </message>
    <message>
      <source>Programme that seeks partners (CCI)</source>
      <translation>Program szukający partnerów (CCI)</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programy</translation>
    </message>
    <message>
      <source>Programmes at my features</source>
      <translation>Programy przy moich obiektach</translation>
    </message>
    <message>
      <source>Programmes that must be members (CCI)</source>
      <translation>Programy, które muszą być członkami (CCI)</translation>
    </message>
    <message>
      <source>Programmes that must not be members (CCI)</source>
      <translation>Programy, które nie mogą być członkami (CCI)</translation>
    </message>
    <message>
      <source>Ranks the programmes of other countries that suit a programme (given by its CCI), a need that you describe (topics, regions, country, scope), or both. The score of each partner, and every part of it, is a range: the lower end is what is known, the upper end what is possible while facts are missing. An empty part does not apply. for_you and for_them give the reasons for each side. Write weights as theme:3,border:1; parts that you leave out then do not count. The outputs are the areas of the partners, lines to them from your own area, and your own area, styled as in the panel. Entries whose basis is 'sample' are made up.</source>
      <translation>Porządkuje programy innych krajów pasujące do programu (jego CCI), opisanej potrzeby (tematy, regiony, kraj, zakres) lub obu naraz. Każdy partner ma oba końce oceny i każdej jej części: dolny to, co wiadomo, górny to, co możliwe, dopóki brak faktów; puste oznacza, że część nie dotyczy. for_you i for_them podają powody dla obu stron. Wagi zapisuje się jako theme:3,border:1; niewymienione części nic wtedy nie liczą. Wynikiem są obszary partnerów, linie od własnego obszaru do nich i własny obszar, w stylach panelu. Wpisy o podstawie 'sample' są zmyślone.</translation>
    </message>
    <message>
      <source>Regions of programmes</source>
      <translation>Regiony programów</translation>
    </message>
    <message>
      <source>Relation</source>
      <translation>Relacja</translation>
    </message>
    <message>
      <source>Rules of a call, such as i3-1</source>
      <translation>Zasady naboru, np. i3-1</translation>
    </message>
    <message>
      <source>Search programmes</source>
      <translation>Szukaj programów</translation>
    </message>
    <message>
      <source>Searches the cohesion programmes of a Cooperation Atlas server. Empty criteria find everything; several codes in one criterion, separated by commas, are alternatives; different criteria must all be met. The output has one multipolygon per programme (EPSG:4326), the union of its area. Topics, scopes and counts whose basis is 'sample' rest on made-up entries and state no fact.</source>
      <translation>Przeszukuje programy spójności serwera Cooperation Atlas. Puste kryteria znajdują wszystko; kilka kodów jednego kryterium, oddzielonych przecinkami, to alternatywy; różne kryteria muszą być spełnione łącznie. Wynik ma po jednym multipoligonie na program (EPSG:4326), sumę jego obszaru. Tematy, zakresy i liczby o podstawie 'sample' opierają się na zmyślonych wpisach i nie podają faktów.</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Serwer</translation>
    </message>
    <message>
      <source>Set {0}: {1}</source>
      <translation>Zestaw {0}: {1}</translation>
    </message>
    <message>
      <source>Share of my feature</source>
      <translation>Udział w moim obiekcie</translation>
    </message>
    <message>
      <source>Share of the area</source>
      <translation>Udział w obszarze</translation>
    </message>
    <message>
      <source>Share, at least</source>
      <translation>Udział, co najmniej</translation>
    </message>
    <message>
      <source>Share, at most</source>
      <translation>Udział, co najwyżej</translation>
    </message>
    <message>
      <source>Shared area (km²)</source>
      <translation>Wspólna powierzchnia (km²)</translation>
    </message>
    <message>
      <source>Shared length (km)</source>
      <translation>Wspólna długość (km)</translation>
    </message>
    <message>
      <source>The criterion “{}” is given twice.</source>
      <translation>Kryterium „{}” podano dwa razy.</translation>
    </message>
    <message>
      <source>The rights could not be written into the file: {}</source>
      <translation>Nie udało się zapisać praw w pliku: {}</translation>
    </message>
    <message>
      <source>The server has no criterion “{0}”. It has: {1}.</source>
      <translation>Serwer nie ma kryterium „{0}”. Ma: {1}.</translation>
    </message>
    <message>
      <source>There is no NUTS III area in “{0}” (collection {1}).</source>
      <translation>W „{0}” nie ma obszaru NUTS III (kolekcja {1}).</translation>
    </message>
    <message>
      <source>Unusual: alike, but far away</source>
      <translation>Nietypowi: podobni, ale daleko</translation>
    </message>
    <message>
      <source>Use a repaired copy</source>
      <translation>Użyj naprawionej kopii</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>Co się liczy</translation>
    </message>
    <message>
      <source>Who seeks a partner like this one</source>
      <translation>Kto szuka takiego partnera</translation>
    </message>
    <message>
      <source>Your own weights, such as theme:3,border:1</source>
      <translation>Własne wagi, np. theme:3,border:1</translation>
    </message>
    <message>
      <source>“Who seeks a partner like this one” needs a programme, or a country and no other need.</source>
      <translation>„Kto szuka takiego partnera” wymaga programu albo kraju bez innej potrzeby.</translation>
    </message>
    <message>
      <source>“{}” is not a criterion: write name=value, such as fund=ERDF,ESF.</source>
      <translation>„{}” nie jest kryterium: napisz nazwa=wartość, np. fund=ERDF,ESF.</translation>
    </message>
    <message>
      <source>“{}” is not an http or https address.</source>
      <translation>„{}” nie jest adresem http ani https.</translation>
    </message>
  </context>
  <context>
    <name>RankedView</name>
    <message>
      <source>Adds the partners, lines to them and the own area as one group; kept in memory</source>
      <translation>Dodaje partnerów, linie do nich i własny obszar jako jedną grupę; trzymane w pamięci</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Porównaj</translation>
    </message>
    <message>
      <source>Compare ({count})</source>
      <translation>Porównaj ({count})</translation>
    </message>
    <message>
      <source>Show on map</source>
      <translation>Na mapie</translation>
    </message>
    <message>
      <source>Shows the ticked partners side by side</source>
      <translation>Pokazuje zaznaczonych partnerów obok siebie</translation>
    </message>
    <message>
      <source>Tick two or more partners</source>
      <translation>Zaznacz co najmniej dwóch partnerów</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Wagi</translation>
    </message>
  </context>
  <context>
    <name>RegionCriterion</name>
    <message>
      <source>Choose the regions that features of one of your layers touch</source>
      <translation>Wybiera regiony, których dotykają obiekty jednej z Twoich warstw</translation>
    </message>
    <message>
      <source>Click regions on the map to choose or deselect them; press Escape to stop</source>
      <translation>Klikaj regiony na mapie, aby je wybrać lub cofnąć; Escape kończy</translation>
    </message>
    <message>
      <source>Comparing with the layer…</source>
      <translation>Porównywanie z warstwą…</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Kraj</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map: {count}.</source>
      <translation>Obiekty bez miejsca na mapie: {count}.</translation>
    </message>
    <message>
      <source>Fetching the boundaries…</source>
      <translation>Pobieranie granic…</translation>
    </message>
    <message>
      <source>From my layer</source>
      <translation>Z mojej warstwy</translation>
    </message>
    <message>
      <source>Level of the region that a click on the map chooses</source>
      <translation>Poziom regionu wybieranego kliknięciem na mapie</translation>
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
      <translation>Region NUTS III</translation>
    </message>
    <message>
      <source>NUTS III regions of a layer</source>
      <translation>Regiony NUTS III warstwy</translation>
    </message>
    <message>
      <source>Pick on the map</source>
      <translation>Wskaż na mapie</translation>
    </message>
    <message>
      <source>Regions touched: {count}.</source>
      <translation>Dotknięte regiony: {count}.</translation>
    </message>
    <message>
      <source>The boundaries are still being loaded.</source>
      <translation>Granice są jeszcze w drodze.</translation>
    </message>
    <message>
      <source>The layer “{name}” has no CRS. Which one is it in?</source>
      <translation>Warstwa „{name}” nie ma układu współrzędnych. W którym jest?</translation>
    </message>
    <message>
      <source>There is no NUTS III region at this place.</source>
      <translation>W tym miejscu nie ma regionu NUTS III.</translation>
    </message>
    <message>
      <source>These features touch no NUTS III region.</source>
      <translation>Te obiekty nie dotykają żadnego regionu NUTS III.</translation>
    </message>
    <message>
      <source>Without a CRS the layer cannot be placed on the map.</source>
      <translation>Bez układu współrzędnych warstwa nie ma miejsca na mapie.</translation>
    </message>
  </context>
  <context>
    <name>RegionData</name>
    <message>
      <source>Reading the boundaries of the NUTS III areas</source>
      <translation>Odczyt granic obszarów NUTS III</translation>
    </message>
  </context>
  <context>
    <name>Remarks</name>
    <message>
      <source>All {all} partners.</source>
      <translation>Wszyscy partnerzy: {all}.</translation>
    </message>
    <message>
      <source>The first {shown} of {all} partners.</source>
      <translation>Pierwszych {shown} z {all} partnerów.</translation>
    </message>
  </context>
  <context>
    <name>ReportButton</name>
    <message>
      <source>All countries found</source>
      <translation>Wszystkie znalezione kraje</translation>
    </message>
    <message>
      <source>All countries found, as PDF…</source>
      <translation>Wszystkie znalezione kraje, jako PDF…</translation>
    </message>
    <message>
      <source>Countries of the selection, as PDF: {}…</source>
      <translation>Kraje zaznaczenia, jako PDF: {}…</translation>
    </message>
    <message>
      <source>Countries of the selection: {}</source>
      <translation>Kraje zaznaczenia: {}</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Raport</translation>
    </message>
    <message>
      <source>Report by country: a page for each, with map, programmes found, numbers, legend and sources</source>
      <translation>Raport według krajów: po jednej stronie z mapą, znalezionymi programami, liczbami, legendą i źródłami</translation>
    </message>
  </context>
  <context>
    <name>Reports</name>
    <message>
      <source>Cancel</source>
      <translation>Anuluj</translation>
    </message>
    <message>
      <source>Cancelled; no file was written.</source>
      <translation>Anulowano; nie zapisano żadnego pliku.</translation>
    </message>
    <message>
      <source>Load a search on the map first that finds something.</source>
      <translation>Najpierw wczytaj na mapę wyszukiwanie, które coś znajduje.</translation>
    </message>
    <message>
      <source>Print layout: {name}</source>
      <translation>Wydruk: {name}</translation>
    </message>
    <message>
      <source>Report by country</source>
      <translation>Raport według krajów</translation>
    </message>
    <message>
      <source>Writing {}</source>
      <translation>Zapisywanie {}</translation>
    </message>
    <message>
      <source>Written to {path}: {count} countries.</source>
      <translation>Zapisano w {path}; kraje: {count}.</translation>
    </message>
    <message>
      <source>{} could not be written.</source>
      <translation>Nie można zapisać {}.</translation>
    </message>
  </context>
  <context>
    <name>ResultModel</name>
    <message>
      <source>Country</source>
      <translation>Kraj</translation>
    </message>
    <message>
      <source>Found in</source>
      <translation>Znaleziono w</translation>
    </message>
    <message>
      <source>Funds</source>
      <translation>Fundusze</translation>
    </message>
    <message>
      <source>May match: no source says whether it meets the search</source>
      <translation>Może pasować: żadne źródło nie mówi, czy spełnia wyszukiwanie</translation>
    </message>
    <message>
      <source>Needs</source>
      <translation>Potrzeby</translation>
    </message>
    <message>
      <source>Of the programme or country that you work for</source>
      <translation>Z programu lub kraju, dla którego pracujesz</translation>
    </message>
    <message>
      <source>Offers</source>
      <translation>Oferty</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Okres</translation>
    </message>
    <message>
      <source>SAMPLE: based on entries made up to show the service</source>
      <translation>PRZYKŁAD: opiera się na wpisach zmyślonych, aby pokazać usługę</translation>
    </message>
    <message>
      <source>Scope</source>
      <translation>Zakres</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Tytuł</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Tematy</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>nieznane</translation>
    </message>
  </context>
  <context>
    <name>ResultsPage</name>
    <message>
      <source>Offers and needs</source>
      <translation>Oferty i potrzeby</translation>
    </message>
    <message>
      <source>Offers and needs ({count})</source>
      <translation>Oferty i potrzeby ({count})</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programy</translation>
    </message>
    <message>
      <source>Programmes found</source>
      <translation>Znalezione programy</translation>
    </message>
  </context>
  <context>
    <name>RowMenu</name>
    <message>
      <source>Copy the CCI</source>
      <translation>Kopiuj CCI</translation>
    </message>
    <message>
      <source>Copy the row</source>
      <translation>Kopiuj wiersz</translation>
    </message>
    <message>
      <source>Copy the rows</source>
      <translation>Kopiuj wiersze</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Znajdź partnerów</translation>
    </message>
    <message>
      <source>Let it flash</source>
      <translation>Podświetl migotaniem</translation>
    </message>
    <message>
      <source>Open its page in the browser</source>
      <translation>Otwórz stronę w przeglądarce</translation>
    </message>
    <message>
      <source>Select on the map</source>
      <translation>Zaznacz na mapie</translation>
    </message>
    <message>
      <source>Show on the map</source>
      <translation>Pokaż na mapie</translation>
    </message>
    <message>
      <source>Show the programme</source>
      <translation>Pokaż program</translation>
    </message>
    <message>
      <source>Zoom to it</source>
      <translation>Przybliż</translation>
    </message>
  </context>
  <context>
    <name>RulesForm</name>
    <message>
      <source>Also sets that may meet the rules</source>
      <translation>Także zestawy, które mogą spełniać zasady</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Kategoria regionu</translation>
    </message>
    <message>
      <source>Category of the coordinator’s region</source>
      <translation>Kategoria regionu koordynatora</translation>
    </message>
    <message>
      <source>Check the call</source>
      <translation>Sprawdź nabór</translation>
    </message>
    <message>
      <source>Coordinator in any region</source>
      <translation>Koordynator w dowolnym regionie</translation>
    </message>
    <message>
      <source>Coordinator: {}</source>
      <translation>Koordynator: {}</translation>
    </message>
    <message>
      <source>Countries, at least</source>
      <translation>Kraje, co najmniej</translation>
    </message>
    <message>
      <source>Facts that are not known count as met; each set says whether it is certain</source>
      <translation>To, czego nie wiadomo, liczy się jako spełnione; każdy zestaw mówi, czy jest pewny</translation>
    </message>
    <message>
      <source>From one country, at most</source>
      <translation>Z jednego kraju, co najwyżej</translation>
    </message>
    <message>
      <source>In brackets: what the call asks for</source>
      <translation>W nawiasie: czego wymaga nabór</translation>
    </message>
    <message>
      <source>Members of any category of region</source>
      <translation>Członkowie z dowolnej kategorii regionu</translation>
    </message>
    <message>
      <source>Members of this category, at least</source>
      <translation>Członkowie tej kategorii, co najmniej</translation>
    </message>
    <message>
      <source>Members, at least</source>
      <translation>Członkowie, co najmniej</translation>
    </message>
    <message>
      <source>NUTS 2 regions, at least</source>
      <translation>Regiony NUTS 2, co najmniej</translation>
    </message>
    <message>
      <source>No call: rules of your own</source>
      <translation>Bez naboru: własne zasady</translation>
    </message>
    <message>
      <source>Rules of a call</source>
      <translation>Zasady naboru</translation>
    </message>
    <message>
      <source>countries {n}</source>
      <translation>kraje {n}</translation>
    </message>
    <message>
      <source>from one country {n}</source>
      <translation>z jednego kraju {n}</translation>
    </message>
    <message>
      <source>members {n}</source>
      <translation>członkowie {n}</translation>
    </message>
    <message>
      <source>no rules yet</source>
      <translation>brak zasad</translation>
    </message>
    <message>
      <source>regions {n}</source>
      <translation>regiony {n}</translation>
    </message>
    <message>
      <source>rules as read in</source>
      <translation>zasady według</translation>
    </message>
  </context>
  <context>
    <name>RulesStates</name>
    <message>
      <source>Choose a call above, or say how many members, regions or countries are needed.</source>
      <translation>Wybierz nabór powyżej albo podaj, ilu członków, regionów lub krajów potrzeba.</translation>
    </message>
    <message>
      <source>Which rules must a consortium meet?</source>
      <translation>Jakie zasady ma spełniać konsorcjum?</translation>
    </message>
  </context>
  <context>
    <name>SaveDialog</name>
    <message>
      <source>Name</source>
      <translation>Nazwa</translation>
    </message>
    <message>
      <source>Name of the search</source>
      <translation>Nazwa wyszukiwania</translation>
    </message>
    <message>
      <source>Save it in the project, for everyone who opens it</source>
      <translation>Zachowaj w projekcie, dla wszystkich, którzy go otworzą</translation>
    </message>
    <message>
      <source>Save this search</source>
      <translation>Zapisz to wyszukiwanie</translation>
    </message>
  </context>
  <context>
    <name>SavedSearches</name>
    <message>
      <source>A saved search needs a name.</source>
      <translation>Zapisane wyszukiwanie musi mieć nazwę.</translation>
    </message>
    <message>
      <source>There is another search called “{name}”.</source>
      <translation>Istnieje inne wyszukiwanie o nazwie „{name}”.</translation>
    </message>
    <message>
      <source>This file contains no saved searches that can be read.</source>
      <translation>Ten plik nie zawiera zapisanych wyszukiwań, które można odczytać.</translation>
    </message>
    <message>
      <source>This name is too long.</source>
      <translation>Ta nazwa jest za długa.</translation>
    </message>
  </context>
  <context>
    <name>ScopeCriterion</name>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Zakres potrzebnego partnerstwa</translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message>
      <source>A saved search has an unknown criterion.</source>
      <translation>Zapisane wyszukiwanie zawiera nieznane kryterium.</translation>
    </message>
    <message>
      <source>A saved search must be a JSON object.</source>
      <translation>Zapisane wyszukiwanie musi być obiektem JSON.</translation>
    </message>
    <message>
      <source>A value of a saved search has the wrong type.</source>
      <translation>Zapisane wyszukiwanie zawiera wartość niewłaściwego typu.</translation>
    </message>
    <message>
      <source>All programmes</source>
      <translation>Wszystkie programy</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Kategoria regionu</translation>
    </message>
    <message>
      <source>Countries left out</source>
      <translation>Kraje pominięte</translation>
    </message>
    <message>
      <source>Countries sought</source>
      <translation>Poszukiwane kraje</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Kraj</translation>
    </message>
    <message>
      <source>ESF+ secondary theme</source>
      <translation>Temat uzupełniający EFS+</translation>
    </message>
    <message>
      <source>Entries that partners can answer on that day (in Brussels) and whose action is not completed</source>
      <translation>Wpisy, na które partnerzy mogą odpowiedzieć tego dnia (w Brukseli) i których działanie nie jest zakończone</translation>
    </message>
    <message>
      <source>Form of cooperation</source>
      <translation>Forma współpracy</translation>
    </message>
    <message>
      <source>Fund</source>
      <translation>Fundusz</translation>
    </message>
    <message>
      <source>Has a land border with</source>
      <translation>Ma granicę lądową z</translation>
    </message>
    <message>
      <source>Intervention field</source>
      <translation>Zakres interwencji</translation>
    </message>
    <message>
      <source>Macro-regional or sea-basin strategy</source>
      <translation>Strategia makroregionalna lub basenu morskiego</translation>
    </message>
    <message>
      <source>NUTS region</source>
      <translation>Region NUTS</translation>
    </message>
    <message>
      <source>Objective</source>
      <translation>Cel</translation>
    </message>
    <message>
      <source>Offers or needs</source>
      <translation>Oferty lub potrzeby</translation>
    </message>
    <message>
      <source>Open on</source>
      <translation>Otwarte</translation>
    </message>
    <message>
      <source>Open on {}</source>
      <translation>Otwarte {}</translation>
    </message>
    <message>
      <source>Open today</source>
      <translation>Otwarte dziś</translation>
    </message>
    <message>
      <source>Partners sought</source>
      <translation>Poszukiwani partnerzy</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Okres</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Zakres potrzebnego partnerstwa</translation>
    </message>
    <message>
      <source>Status of the cooperation</source>
      <translation>Stan współpracy</translation>
    </message>
    <message>
      <source>Strategies sought</source>
      <translation>Poszukiwane strategie</translation>
    </message>
    <message>
      <source>Territorial focus</source>
      <translation>Ukierunkowanie terytorialne</translation>
    </message>
    <message>
      <source>This search was saved by a newer version of the plugin.</source>
      <translation>To wyszukiwanie zapisano nowszą wersją wtyczki.</translation>
    </message>
    <message>
      <source>Title: {}</source>
      <translation>Tytuł: {}</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Temat działań współpracy</translation>
    </message>
    <message>
      <source>Words: {}</source>
      <translation>Słowa: {}</translation>
    </message>
    <message>
      <source>including programmes that may meet the criteria</source>
      <translation>także programy, które mogą spełniać kryteria</translation>
    </message>
    <message>
      <source>without sample entries</source>
      <translation>bez wpisów przykładowych</translation>
    </message>
  </context>
  <context>
    <name>SearchBar</name>
    <message>
      <source>A filter that finds the same programmes in other clients</source>
      <translation>Filtr, który znajduje te same programy w innych klientach</translation>
    </message>
    <message>
      <source>Clear all choices</source>
      <translation>Cofnij wszystkie wybory</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopiuj</translation>
    </message>
    <message>
      <source>Copy as CQL2</source>
      <translation>Kopiuj jako CQL2</translation>
    </message>
    <message>
      <source>Copy as link</source>
      <translation>Kopiuj jako odnośnik</translation>
    </message>
    <message>
      <source>Copy this search for use elsewhere, or paste a copied one</source>
      <translation>Skopiuj to wyszukiwanie do użycia gdzie indziej lub wklej skopiowane</translation>
    </message>
    <message>
      <source>First copy a link to a search, here or on the server's pages</source>
      <translation>Najpierw skopiuj adres wyszukiwania: stąd lub ze stron serwera</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Pomoc</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historia</translation>
    </message>
    <message>
      <source>How to search, in your browser</source>
      <translation>Jak szukać, w przeglądarce</translation>
    </message>
    <message>
      <source>Manage…</source>
      <translation>Zarządzaj…</translation>
    </message>
    <message>
      <source>No search yet</source>
      <translation>Jeszcze nic nie szukano</translation>
    </message>
    <message>
      <source>Nothing saved yet</source>
      <translation>Nic jeszcze nie zapisano</translation>
    </message>
    <message>
      <source>Paste link</source>
      <translation>Wklej odnośnik</translation>
    </message>
    <message>
      <source>Remove all</source>
      <translation>Zapomnij wszystkie</translation>
    </message>
    <message>
      <source>Remove one</source>
      <translation>Zapomnij jedno</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Wyczyść</translation>
    </message>
    <message>
      <source>Save this search…</source>
      <translation>Zapisz to wyszukiwanie…</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Zapisane</translation>
    </message>
    <message>
      <source>Searches saved under a name</source>
      <translation>Wyszukiwania zapisane pod nazwą</translation>
    </message>
    <message>
      <source>Show the search of the link on the clipboard</source>
      <translation>Pokaż wyszukiwanie z odnośnika w schowku</translation>
    </message>
    <message>
      <source>The CQL2 filter of this search is on the clipboard.</source>
      <translation>Filtr CQL2 tego wyszukiwania jest w schowku.</translation>
    </message>
    <message>
      <source>The last searches</source>
      <translation>Ostatnie wyszukiwania</translation>
    </message>
    <message>
      <source>The link to this search is on the clipboard.</source>
      <translation>Odnośnik do tego wyszukiwania jest w schowku.</translation>
    </message>
    <message>
      <source>This search as a link to the server</source>
      <translation>To samo wyszukiwanie jako adres na serwerze</translation>
    </message>
    <message>
      <source>{name} (project)</source>
      <translation>{name} (projekt)</translation>
    </message>
  </context>
  <context>
    <name>Section</name>
    <message>
      <source>Clear “{title}”</source>
      <translation>Wyczyść „{title}”</translation>
    </message>
    <message>
      <source>Hide the choices</source>
      <translation>Ukryj wybory</translation>
    </message>
    <message>
      <source>Show the choices</source>
      <translation>Pokaż wybory</translation>
    </message>
  </context>
  <context>
    <name>SheetButton</name>
    <message>
      <source>Atlas of the best {count}</source>
      <translation>Atlas najlepszych {count}</translation>
    </message>
    <message>
      <source>Atlas of the ticked partners ({count})</source>
      <translation>Atlas zaznaczonych partnerów ({count})</translation>
    </message>
    <message>
      <source>Lays partners out on pages, with map, reasons and sources, to print or as PDF</source>
      <translation>Umieszcza partnerów na stronach, z mapą, powodami i źródłami, do druku lub jako PDF</translation>
    </message>
    <message>
      <source>Print partner sheets</source>
      <translation>Drukuj karty partnerów</translation>
    </message>
    <message>
      <source>Sheet of this partner</source>
      <translation>Karta tego partnera</translation>
    </message>
  </context>
  <context>
    <name>StatePage</name>
    <message>
      <source>Asking the server…</source>
      <translation>Pytanie do serwera…</translation>
    </message>
    <message>
      <source>Change the choice that the server names, or reset the search.</source>
      <translation>Zmień wybór wskazany przez serwer albo wyczyść wyszukiwanie.</translation>
    </message>
    <message>
      <source>Check the address of the server and your network, then try again.</source>
      <translation>Sprawdź adres serwera i sieć, a potem spróbuj ponownie.</translation>
    </message>
    <message>
      <source>Check the address of the server.</source>
      <translation>Sprawdź adres serwera.</translation>
    </message>
    <message>
      <source>Choose what to look for. The number of programmes found is always shown below; “Search” lists them.</source>
      <translation>Wybierz, czego szukasz. Liczba znalezionych programów jest zawsze widoczna poniżej; „Szukaj” je wypisuje.</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>Wczytywanie</translation>
    </message>
    <message>
      <source>No offer or need meets all criteria</source>
      <translation>Żadna oferta ani potrzeba nie spełnia wszystkich kryteriów</translation>
    </message>
    <message>
      <source>No programme meets all criteria</source>
      <translation>Żaden program nie spełnia tego wszystkiego</translation>
    </message>
    <message>
      <source>No search yet</source>
      <translation>Jeszcze nic nie szukano</translation>
    </message>
    <message>
      <source>Press “Test” in the Server section: QGIS asks whether to trust it.</source>
      <translation>Naciśnij „Sprawdź” w sekcji Serwer: QGIS zapyta, czy mu zaufać.</translation>
    </message>
    <message>
      <source>Press “Try again” to go on.</source>
      <translation>Naciśnij „Spróbuj ponownie”, aby kontynuować.</translation>
    </message>
    <message>
      <source>Programmes are also found by their own facts. An entry must itself meet all criteria of entries, such as topic and scope.</source>
      <translation>Programy znajduje się także po ich własnych danych. Wpis musi sam spełniać wszystkie kryteria wpisów, takie jak temat i zakres.</translation>
    </message>
    <message>
      <source>Remove one of the choices: the numbers beside them show how many programmes each would find.</source>
      <translation>Cofnij jeden z wyborów: liczby obok mówią, co każdy by znalazł.</translation>
    </message>
    <message>
      <source>Reset the search</source>
      <translation>Wyczyść wyszukiwanie</translation>
    </message>
    <message>
      <source>Show the connection</source>
      <translation>Pokaż połączenie</translation>
    </message>
    <message>
      <source>The server has a problem: try again in a moment.</source>
      <translation>Serwer ma własny problem: spróbuj za chwilę.</translation>
    </message>
    <message>
      <source>The server or the network is slow: try again in a moment.</source>
      <translation>Serwer lub sieć działa wolno: spróbuj za chwilę.</translation>
    </message>
    <message>
      <source>Then press “Test”; QGIS asks for them again.</source>
      <translation>Następnie naciśnij „Sprawdź”; QGIS zapyta o nie ponownie.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Spróbuj ponownie</translation>
    </message>
    <message>
      <source>Try again; if the problem persists, contact the people who run the server.</source>
      <translation>Spróbuj ponownie; jeśli to nie pomoże, powiadom osoby prowadzące serwer.</translation>
    </message>
    <message>
      <source>Update the plugin, or choose another server.</source>
      <translation>Zaktualizuj wtyczkę albo wybierz inny serwer.</translation>
    </message>
  </context>
  <context>
    <name>Store</name>
    <message>
      <source>A saved search cannot be read: {reason}</source>
      <translation>Nie można odczytać zachowanego wyszukiwania: {reason}</translation>
    </message>
  </context>
  <context>
    <name>Styles</name>
    <message>
      <source>1 programme</source>
      <translation>1 program</translation>
    </message>
    <message>
      <source>1 programme found</source>
      <translation>Znaleziono 1 program</translation>
    </message>
    <message>
      <source>1 project (keep.eu)</source>
      <translation>1 projekt (keep.eu)</translation>
    </message>
    <message>
      <source>All of them (best match)</source>
      <translation>Wszystkie (najlepsze dopasowanie)</translation>
    </message>
    <message>
      <source>As many offers as needs</source>
      <translation>Tyle samo ofert co potrzeb</translation>
    </message>
    <message>
      <source>By sea</source>
      <translation>Przez morze</translation>
    </message>
    <message>
      <source>By the mapping of an objective</source>
      <translation>Przez przyporządkowanie celu</translation>
    </message>
    <message>
      <source>By the mapping of an objective, or not known</source>
      <translation>Przez przyporządkowanie celu lub nie wiadomo</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Kategoria regionu</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Kraj</translation>
    </message>
    <message>
      <source>Dashed white: rests on sample entries</source>
      <translation>Biały kreskowany: opiera się na wpisach przykładowych</translation>
    </message>
    <message>
      <source>Equal intervals</source>
      <translation>Równe przedziały</translation>
    </message>
    <message>
      <source>Everything is known</source>
      <translation>Wiadomo wszystko</translation>
    </message>
    <message>
      <source>Four or more of them</source>
      <translation>Cztery lub więcej z nich</translation>
    </message>
    <message>
      <source>Hatched: rests on sample entries</source>
      <translation>Kreskowany: opiera się na wpisach przykładowych</translation>
    </message>
    <message>
      <source>It lies in my feature</source>
      <translation>Leży w moim obiekcie</translation>
    </message>
    <message>
      <source>More needs than offers, by {}</source>
      <translation>Więcej potrzeb niż ofert, o {}</translation>
    </message>
    <message>
      <source>More offers than needs, by {}</source>
      <translation>Więcej ofert niż potrzeb, o {}</translation>
    </message>
    <message>
      <source>My feature lies in it</source>
      <translation>Mój obiekt leży w nim</translation>
    </message>
    <message>
      <source>My programme</source>
      <translation>Mój program</translation>
    </message>
    <message>
      <source>Natural breaks</source>
      <translation>Naturalne przerwy</translation>
    </message>
    <message>
      <source>Near my feature</source>
      <translation>Blisko mojego obiektu</translation>
    </message>
    <message>
      <source>No category: not EU</source>
      <translation>Brak kategorii: poza UE</translation>
    </message>
    <message>
      <source>No cooperation entry known</source>
      <translation>Brak znanych wpisów o współpracy</translation>
    </message>
    <message>
      <source>No offer or need found</source>
      <translation>Nie znaleziono ofert ani potrzeb</translation>
    </message>
    <message>
      <source>No programme</source>
      <translation>Brak programów</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Brak</translation>
    </message>
    <message>
      <source>None known (keep.eu)</source>
      <translation>Brak znanych (keep.eu)</translation>
    </message>
    <message>
      <source>None of them known</source>
      <translation>Żaden z nich nie jest znany</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Nieznane</translation>
    </message>
    <message>
      <source>Not known whether one matches</source>
      <translation>Nie wiadomo, czy któryś pasuje</translation>
    </message>
    <message>
      <source>Number of programmes</source>
      <translation>Liczba programów</translation>
    </message>
    <message>
      <source>Offers against needs</source>
      <translation>Oferty a potrzeby</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Oferty i potrzeby</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Inne</translation>
    </message>
    <message>
      <source>Other programmes</source>
      <translation>Inne programy</translation>
    </message>
    <message>
      <source>Overlaps my feature</source>
      <translation>Nachodzi na mój obiekt</translation>
    </message>
    <message>
      <source>Pretty breaks</source>
      <translation>Ładne przedziały</translation>
    </message>
    <message>
      <source>Programmes of my country</source>
      <translation>Programy mojego kraju</translation>
    </message>
    <message>
      <source>Quantiles</source>
      <translation>Kwantyle</translation>
    </message>
    <message>
      <source>Ringed: entries of my country</source>
      <translation>W pierścieniu: wpisy mojego kraju</translation>
    </message>
    <message>
      <source>Ringed: my entries</source>
      <translation>W pierścieniu: moje wpisy</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Zakres potrzebnego partnerstwa</translation>
    </message>
    <message>
      <source>Shared border</source>
      <translation>Wspólna granica</translation>
    </message>
    <message>
      <source>Territorial cooperation 2014-2020</source>
      <translation>Współpraca terytorialna 2014-2020</translation>
    </message>
    <message>
      <source>The same as my feature</source>
      <translation>Takie samo jak mój obiekt</translation>
    </message>
    <message>
      <source>Three of them</source>
      <translation>Trzy z nich</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Temat działań współpracy</translation>
    </message>
    <message>
      <source>Touch in a point</source>
      <translation>Stykają się w punkcie</translation>
    </message>
    <message>
      <source>Touches my feature</source>
      <translation>Dotyka mojego obiektu</translation>
    </message>
    <message>
      <source>Two of them</source>
      <translation>Dwa z nich</translation>
    </message>
    <message>
      <source>What is known</source>
      <translation>Co wiadomo</translation>
    </message>
    <message>
      <source>{0} to {1} % is known</source>
      <translation>Wiadomo od {0} do {1} %</translation>
    </message>
    <message>
      <source>{} (sample)</source>
      <translation>{} (przykład)</translation>
    </message>
    <message>
      <source>{} or more</source>
      <translation>{} lub więcej</translation>
    </message>
    <message>
      <source>{} programmes</source>
      <translation>Programy: {}</translation>
    </message>
    <message>
      <source>{} programmes found</source>
      <translation>Znalezione programy: {}</translation>
    </message>
    <message>
      <source>{} projects (keep.eu)</source>
      <translation>Projekty: {} (keep.eu)</translation>
    </message>
    <message>
      <source>{}, not read in a source</source>
      <translation>{}, bez odczytu ze źródła</translation>
    </message>
  </context>
  <context>
    <name>TableBar</name>
    <message>
      <source>All columns</source>
      <translation>Wszystkie kolumny</translation>
    </message>
    <message>
      <source>Columns, and the column to filter</source>
      <translation>Kolumny i kolumna do filtrowania</translation>
    </message>
    <message>
      <source>Filter in</source>
      <translation>Filtruj w</translation>
    </message>
    <message>
      <source>Filter the rows</source>
      <translation>Filtruj wiersze</translation>
    </message>
    <message>
      <source>Filter these rows</source>
      <translation>Filtruj te wiersze</translation>
    </message>
    <message>
      <source>Filter “{column}”</source>
      <translation>Filtruj „{column}”</translation>
    </message>
    <message>
      <source>Rows shown</source>
      <translation>Pokazane wiersze</translation>
    </message>
    <message>
      <source>Selected rows on top</source>
      <translation>Zaznaczone wiersze na górze</translation>
    </message>
    <message>
      <source>Shows the rows that have every word; the search and the map stay as they are</source>
      <translation>Pokazuje wiersze zawierające wszystkie słowa; wyszukiwanie i mapa się nie zmieniają</translation>
    </message>
    <message>
      <source>{shown} of {all}</source>
      <translation>{shown} z {all}</translation>
    </message>
  </context>
  <context>
    <name>TextCriterion</name>
    <message>
      <source>Values separated by commas</source>
      <translation>Wartości oddzielone przecinkami</translation>
    </message>
  </context>
  <context>
    <name>Tips</name>
    <message>
      <source>All programmes here</source>
      <translation>Wszystkie programy tutaj</translation>
    </message>
    <message>
      <source>Based on SAMPLE entries: made up, not facts</source>
      <translation>Opiera się na PRZYKŁADACH: zmyślone, nie fakty</translation>
    </message>
    <message>
      <source>By sea, at most 150 km</source>
      <translation>Przez morze, najwyżej 150 km</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Kategoria regionu</translation>
    </message>
    <message>
      <source>Common border (km)</source>
      <translation>Wspólna granica (km)</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Kraj</translation>
    </message>
    <message>
      <source>Date of the sources</source>
      <translation>Stan źródeł</translation>
    </message>
    <message>
      <source>Distance (km)</source>
      <translation>Odległość (km)</translation>
    </message>
    <message>
      <source>Entries that meet are SAMPLES: made up, not facts</source>
      <translation>Pasujące wpisy to PRZYKŁADY: zmyślone, nie fakty</translation>
    </message>
    <message>
      <source>Funds</source>
      <translation>Fundusze</translation>
    </message>
    <message>
      <source>Interreg projects 2014-2020 (keep.eu)</source>
      <translation>Projekty Interreg 2014-2020 (keep.eu)</translation>
    </message>
    <message>
      <source>Land border with</source>
      <translation>Granica lądowa z</translation>
    </message>
    <message>
      <source>Managing authority</source>
      <translation>Instytucja zarządzająca</translation>
    </message>
    <message>
      <source>Neighbours</source>
      <translation>Sąsiedzi</translation>
    </message>
    <message>
      <source>Offers / needs</source>
      <translation>Oferty / potrzeby</translation>
    </message>
    <message>
      <source>Offers / needs found</source>
      <translation>Znalezione oferty / potrzeby</translation>
    </message>
    <message>
      <source>Offers or needs found</source>
      <translation>Znalezione oferty lub potrzeby</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Okres</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programy</translation>
    </message>
    <message>
      <source>Programmes found: {number} of {whole}</source>
      <translation>Znalezione programy: {number} z {whole}</translation>
    </message>
    <message>
      <source>SAMPLE: made up, states no fact</source>
      <translation>PRZYKŁAD: wymyślony, nie jest faktem</translation>
    </message>
    <message>
      <source>Scope of partnership</source>
      <translation>Zakres partnerstwa</translation>
    </message>
    <message>
      <source>Scopes found</source>
      <translation>Znalezione zakresy</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Wynik</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Tematy</translation>
    </message>
    <message>
      <source>Topics found</source>
      <translation>Znalezione tematy</translation>
    </message>
  </context>
  <context>
    <name>TitleCriterion</name>
    <message>
      <source>Programme in words</source>
      <translation>Program słowami</translation>
    </message>
    <message>
      <source>Title, CCI, region, authority, topic</source>
      <translation>Tytuł, CCI, region, instytucja, temat</translation>
    </message>
    <message>
      <source>Words of the title, the CCI, the managing authority, the regions in any language, or the topics. Accents and capitals make no difference. With * for any text, the whole title is compared: ERDF*Sicil*. While you type, titles are suggested. A copied link to a search can be pasted here.</source>
      <translation>Słowa tytułu, CCI, instytucja zarządzająca, regiony w dowolnym języku lub tematy. Akcenty i wielkość liter nie mają znaczenia. Z * jako dowolnym tekstem porównywany jest cały tytuł: ERDF*Sicil*. Podczas pisania podpowiadane są tytuły. Można tu wkleić skopiowany odnośnik do wyszukiwania.</translation>
    </message>
  </context>
  <context>
    <name>TopicCriterion</name>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Temat działań współpracy</translation>
    </message>
  </context>
  <context>
    <name>WeightsPanel</name>
    <message>
      <source>All weights are 0: at least one part must count.</source>
      <translation>Wszystkie wagi wynoszą 0: musi się liczyć co najmniej jeden element.</translation>
    </message>
    <message>
      <source>From one country</source>
      <translation>Z jednego kraju</translation>
    </message>
    <message>
      <source>Only programmes of the search</source>
      <translation>Tylko programy z wyszukiwania</translation>
    </message>
    <message>
      <source>Partners must meet the criteria of the search, too</source>
      <translation>Partnerzy muszą też spełniać kryteria wyszukiwania</translation>
    </message>
    <message>
      <source>Show at most</source>
      <translation>Pokaż najwyżej</translation>
    </message>
    <message>
      <source>Weight of “{part}”</source>
      <translation>Waga: „{part}”</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Wagi</translation>
    </message>
    <message>
      <source>Weights of your own</source>
      <translation>Własne wagi</translation>
    </message>
    <message>
      <source>What counts most; the sliders below show and change it</source>
      <translation>Co liczy się najbardziej; suwaki poniżej to pokazują i zmieniają</translation>
    </message>
    <message>
      <source>With the same area</source>
      <translation>Z tym samym obszarem</translation>
    </message>
  </context>
</TS>
