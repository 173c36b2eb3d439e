<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>Api</name>
    <message>
      <source>Choose or create an authentication configuration in the Server section.</source>
      <translation>Choisissez ou créez une configuration d’authentification dans la section Serveur.</translation>
    </message>
    <message>
      <source>Enter them in QGIS's options, under Network.</source>
      <translation>Saisissez-les dans les options de QGIS, rubrique Réseau.</translation>
    </message>
    <message>
      <source>It does not describe its criteria.</source>
      <translation>Il ne décrit pas ses critères.</translation>
    </message>
    <message>
      <source>It has no collection {}.</source>
      <translation>Il n’a pas de collection {}.</translation>
    </message>
    <message>
      <source>The authentication configuration {} could not be used.</source>
      <translation>La configuration d’authentification {} n’a pas pu être utilisée.</translation>
    </message>
    <message>
      <source>The proxy requires a user name and a password.</source>
      <translation>Le proxy demande un nom d’utilisateur et un mot de passe.</translation>
    </message>
    <message>
      <source>The request was cancelled.</source>
      <translation>La requête a été annulée.</translation>
    </message>
    <message>
      <source>The server cannot be reached, or the connection broke off.</source>
      <translation>Le serveur est injoignable, ou la connexion a été coupée.</translation>
    </message>
    <message>
      <source>The server did not answer in time.</source>
      <translation>Le serveur n’a pas répondu à temps.</translation>
    </message>
    <message>
      <source>The server failed (HTTP {}).</source>
      <translation>Le serveur a échoué (HTTP {}).</translation>
    </message>
    <message>
      <source>The server refused the request (HTTP {}).</source>
      <translation>Le serveur a refusé la requête (HTTP {}).</translation>
    </message>
    <message>
      <source>The server requires a user name and a password.</source>
      <translation>Le serveur demande un nom d’utilisateur et un mot de passe.</translation>
    </message>
    <message>
      <source>The server's answer is damaged or not what was expected.</source>
      <translation>La réponse du serveur est endommagée ou n’est pas celle attendue.</translation>
    </message>
    <message>
      <source>The server's answer is too large.</source>
      <translation>La réponse du serveur est trop volumineuse.</translation>
    </message>
    <message>
      <source>The server's certificate was not accepted, so nothing was sent to it.</source>
      <translation>Le certificat du serveur n’a pas été accepté ; rien ne lui a été envoyé.</translation>
    </message>
    <message>
      <source>This Cooperation Atlas server is of a version that this plugin cannot use.</source>
      <translation>Ce serveur Cooperation Atlas est d’une version que cette extension ne peut pas utiliser.</translation>
    </message>
    <message>
      <source>This address is not a Cooperation Atlas server.</source>
      <translation>Cette adresse n’est pas celle d’un serveur Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is a plain {} server, not a Cooperation Atlas.</source>
      <translation>C’est un simple serveur {}, pas un Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is another OGC API server, not a Cooperation Atlas.</source>
      <translation>C’est un autre serveur OGC API, pas un Cooperation Atlas.</translation>
    </message>
    <message>
      <source>This is not an http or https address.</source>
      <translation>Ce n’est pas une adresse http ou https.</translation>
    </message>
    <message>
      <source>a GeoJSON FeatureCollection was expected</source>
      <translation>une FeatureCollection GeoJSON était attendue</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>une liste</translation>
    </message>
    <message>
      <source>a list of texts</source>
      <translation>une liste de textes</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>un texte</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>un nombre entier</translation>
    </message>
    <message>
      <source>an empty page with a next link</source>
      <translation>une page vide avec un lien vers la suivante</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>vrai ou faux</translation>
    </message>
    <message>
      <source>{place}: {expected} was expected</source>
      <translation>{place} : {expected} attendu</translation>
    </message>
    <message>
      <source>{title} has these collections: {names}. QGIS shows them by Layer, Add Layer, Add WFS / OGC API - Features Layer; the search, the counts and the lists of this panel need a Cooperation Atlas.</source>
      <translation>{title} propose ces collections : {names}. QGIS les affiche par Couche, Ajouter une couche, Ajouter une couche WFS / OGC API - Features ; la recherche, les nombres et les listes de ce panneau demandent un Cooperation Atlas.</translation>
    </message>
    <message>
      <source>{}: a GeoJSON feature was expected</source>
      <translation>{} : une entité GeoJSON était attendue</translation>
    </message>
    <message>
      <source>{}: an object was expected</source>
      <translation>{} : un objet était attendu</translation>
    </message>
  </context>
  <context>
    <name>AskerBox</name>
    <message>
      <source>Choose a programme</source>
      <translation>Choisissez un programme</translation>
    </message>
    <message>
      <source>My programme, for this search</source>
      <translation>Mon programme, pour cette recherche</translation>
    </message>
    <message>
      <source>Partners for</source>
      <translation>Partenaires pour</translation>
    </message>
    <message>
      <source>This search, as a need</source>
      <translation>Cette recherche, comme besoin</translation>
    </message>
    <message>
      <source>Whose partners are shown</source>
      <translation>De qui les partenaires sont affichés</translation>
    </message>
    <message>
      <source>{title} (my country)</source>
      <translation>{title} (mon pays)</translation>
    </message>
    <message>
      <source>{title} (my programme)</source>
      <translation>{title} (mon programme)</translation>
    </message>
  </context>
  <context>
    <name>BooleanCriterion</name>
    <message>
      <source>either</source>
      <translation>indifférent</translation>
    </message>
    <message>
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
  </context>
  <context>
    <name>Categories</name>
    <message>
      <source>Key categories</source>
      <translation>Catégories principales</translation>
    </message>
  </context>
  <context>
    <name>ChoiceBox</name>
    <message>
      <source>Down: into the list. Enter: tick the first match.</source>
      <translation>Bas : dans la liste. Entrée : cocher la première correspondance.</translation>
    </message>
    <message>
      <source>Nothing in this list matches “{text}”.</source>
      <translation>Rien dans cette liste ne s’appelle « {text} ».</translation>
    </message>
    <message>
      <source>Search by name or code</source>
      <translation>Chercher par nom ou code</translation>
    </message>
    <message>
      <source>Search in “{name}”</source>
      <translation>Chercher dans « {name} »</translation>
    </message>
  </context>
  <context>
    <name>ChoiceModel</name>
    <message>
      <source>and {count} unknown</source>
      <translation>et {count} possibles</translation>
    </message>
    <message>
      <source>programmes: {count}</source>
      <translation>programmes : {count}</translation>
    </message>
  </context>
  <context>
    <name>CodesDialog</name>
    <message>
      <source>Asking the server…</source>
      <translation>Interrogation du serveur…</translation>
    </message>
    <message>
      <source>Not in the list, and left out: {codes}</source>
      <translation>Absents de la liste, donc laissés de côté : {codes}</translation>
    </message>
    <message>
      <source>The server has no list for this: type the values.</source>
      <translation>Le serveur n'a pas de liste pour cela : saisissez les valeurs.</translation>
    </message>
  </context>
  <context>
    <name>CodesEdit</name>
    <message>
      <source>All</source>
      <translation>Tous</translation>
    </message>
    <message>
      <source>Choose from the list</source>
      <translation>Choisir dans la liste</translation>
    </message>
  </context>
  <context>
    <name>Columns</name>
    <message>
      <source>Columns as at first</source>
      <translation>Colonnes comme au début</translation>
    </message>
    <message>
      <source>More columns</source>
      <translation>Plus de colonnes</translation>
    </message>
  </context>
  <context>
    <name>ComparisonTable</name>
    <message>
      <source>Partners side by side</source>
      <translation>Partenaires côte à côte</translation>
    </message>
  </context>
  <context>
    <name>ConnectionPanel</name>
    <message>
      <source>A QGIS authentication configuration, if the server requires one</source>
      <translation>Une configuration d’authentification de QGIS, si le serveur en demande une</translation>
    </message>
    <message>
      <source>Address of a Cooperation Atlas server, such as http://127.0.0.1:5000</source>
      <translation>Adresse d’un serveur Cooperation Atlas, par exemple http://127.0.0.1:5000</translation>
    </message>
    <message>
      <source>Address of the server</source>
      <translation>Adresse du serveur</translation>
    </message>
    <message>
      <source>Answer of the server</source>
      <translation>Réponse du serveur</translation>
    </message>
    <message>
      <source>Asking {url}…</source>
      <translation>Interrogation de {url}…</translation>
    </message>
    <message>
      <source>Authentication</source>
      <translation>Authentification</translation>
    </message>
    <message>
      <source>Check which server answers; nothing is changed</source>
      <translation>Demande au serveur qui il est ; rien n’est modifié</translation>
    </message>
    <message>
      <source>Edition {id}, made {when}</source>
      <translation>Édition {id}, créée le {when}</translation>
    </message>
    <message>
      <source>It contains sample entries, which are made up.</source>
      <translation>Elle contient des entrées d’exemple, qui n’énoncent aucun fait.</translation>
    </message>
    <message>
      <source>Licence: {licence}</source>
      <translation>Licence : {licence}</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Serveur</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Tester</translation>
    </message>
  </context>
  <context>
    <name>Consortia</name>
    <message>
      <source>Among the partners: {}</source>
      <translation>Entre les partenaires : {}</translation>
    </message>
    <message>
      <source>Category of that region</source>
      <translation>Catégorie de cette région</translation>
    </message>
    <message>
      <source>Coordinator</source>
      <translation>Coordinateur</translation>
    </message>
    <message>
      <source>Given member</source>
      <translation>Membre donné</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Id</translation>
    </message>
    <message>
      <source>May meet the rules: some facts are not known.</source>
      <translation>Pourrait respecter les règles : certaines données ne sont pas connues.</translation>
    </message>
    <message>
      <source>Mean over the partners: {}</source>
      <translation>Moyenne des partenaires : {}</translation>
    </message>
    <message>
      <source>No looser rule gives a set. Ask for fewer members, or remove criteria.</source>
      <translation>Aucune règle plus souple ne donne d’ensemble. Demandez moins de membres, ou retirez des critères.</translation>
    </message>
    <message>
      <source>No set of programmes meets all rules.</source>
      <translation>Aucun ensemble de programmes ne respecte toutes les règles.</translation>
    </message>
    <message>
      <source>Not known: {}</source>
      <translation>Non connu : {}</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Partenaire</translation>
    </message>
    <message>
      <source>Rank in the set</source>
      <translation>Rang dans l’ensemble</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rôle</translation>
    </message>
    <message>
      <source>Seeks partners</source>
      <translation>Cherche des partenaires</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Ensemble</translation>
    </message>
    <message>
      <source>Set {}</source>
      <translation>Ensemble {}</translation>
    </message>
    <message>
      <source>Stands for</source>
      <translation>Représente</translation>
    </message>
    <message>
      <source>Stands for the NUTS 2 region {}</source>
      <translation>Représente la région NUTS 2 {}</translation>
    </message>
    <message>
      <source>The time was up: there may be a better set.</source>
      <translation>Le temps était écoulé : il peut exister un meilleur ensemble.</translation>
    </message>
    <message>
      <source>With a looser rule there are sets:</source>
      <translation>Avec une règle plus souple, il y en a :</translation>
    </message>
  </context>
  <context>
    <name>ConsortiaOnMap</name>
    <message>
      <source>Loading the consortia…</source>
      <translation>Chargement des consortiums…</translation>
    </message>
    <message>
      <source>On the map: {count} sets, edition {edition}. One is seen at a time.</source>
      <translation>Sur la carte : {count} ensembles, édition {edition}. Un seul est visible à la fois.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} sets of its last known answer, edition {edition}.</source>
      <translation>Le serveur est injoignable : {count} ensembles de sa dernière réponse connue, édition {edition}.</translation>
    </message>
  </context>
  <context>
    <name>ConsortiaView</name>
    <message>
      <source>Adds a group with a layer for each set; kept in memory</source>
      <translation>Ajoute un groupe avec une couche par ensemble ; en mémoire</translation>
    </message>
    <message>
      <source>Consortia</source>
      <translation>Consortiums</translation>
    </message>
    <message>
      <source>It is of an earlier version.</source>
      <translation>Il est d'une version antérieure.</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>Règles</translation>
    </message>
    <message>
      <source>Rules to loosen</source>
      <translation>Règles à assouplir</translation>
    </message>
    <message>
      <source>Set {n}</source>
      <translation>Ensemble {n}</translation>
    </message>
    <message>
      <source>Show on map</source>
      <translation>Sur la carte</translation>
    </message>
    <message>
      <source>This server does not find consortia.</source>
      <translation>Ce serveur ne cherche pas de consortiums.</translation>
    </message>
    <message>
      <source>What the set has, and why the member fits</source>
      <translation>Ce que l’ensemble a, et pourquoi le membre convient</translation>
    </message>
    <message>
      <source>{members} members, {countries} countries</source>
      <translation>{members} membres, {countries} pays</translation>
    </message>
  </context>
  <context>
    <name>CooperationDock</name>
    <message>
      <source>Asking the server…</source>
      <translation>Interrogation du serveur…</translation>
    </message>
    <message>
      <source>Cooperation search</source>
      <translation>Recherche de coopération</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Comptage…</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Répartition</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Carte</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Pas de réponse</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Résultats</translation>
    </message>
    <message>
      <source>Results ({count})</source>
      <translation>Résultats ({count})</translation>
    </message>
    <message>
      <source>Search for</source>
      <translation>Rechercher</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Serveur</translation>
    </message>
    <message>
      <source>The panel cannot show these parts of the link and leaves them out: {parts}.</source>
      <translation>Le panneau ne peut pas montrer ces parties du lien et cherche sans elles : {parts}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: these are its last known answers.</source>
      <translation>Le serveur est absent : vous voyez ses dernières réponses connues.</translation>
    </message>
    <message>
      <source>This is not a link to a search.</source>
      <translation>Ce n’est pas un lien vers une recherche.</translation>
    </message>
    <message>
      <source>{title}, programmes: {count}</source>
      <translation>{title}, programmes : {count}</translation>
    </message>
    <message>
      <source>{url} …</source>
      <translation>{url} …</translation>
    </message>
    <message>
      <source>“{url}” is not an http or https address.</source>
      <translation>« {url} » n’est pas une adresse http ou https.</translation>
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
      <translation>Recherche de coopération</translation>
    </message>
    <message>
      <source>Find partners for cohesion programmes</source>
      <translation>Trouver des partenaires pour les programmes de cohésion</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
  </context>
  <context>
    <name>CountryCriterion</name>
    <message>
      <source>Country</source>
      <translation>Pays</translation>
    </message>
  </context>
  <context>
    <name>Cql2</name>
    <message>
      <source>CQL2 cannot find programmes of which it is not known whether they meet the criteria.</source>
      <translation>CQL2 ne peut pas trouver ce dont on ignore s’il manque aux critères.</translation>
    </message>
    <message>
      <source>CQL2 cannot leave out what rests on sample entries only.</source>
      <translation>CQL2 ne peut pas écarter ce qui ne repose que sur des exemples.</translation>
    </message>
    <message>
      <source>CQL2 cannot look for words in all texts of a programme; a title with * is possible.</source>
      <translation>CQL2 ne peut pas chercher des mots dans tous les textes d’un programme ; un titre avec * peut s’exprimer.</translation>
    </message>
    <message>
      <source>CQL2 cannot say that one and the same cooperation entry meets several criteria.</source>
      <translation>CQL2 ne peut pas exprimer qu’une seule et même entrée de coopération remplit plusieurs critères.</translation>
    </message>
    <message>
      <source>CQL2 does not know which regions lie inside a NUTS region: choose regions of level 3 only.</source>
      <translation>CQL2 ignore ce qui se trouve dans une région NUTS : seules les régions de niveau 3 peuvent s’exprimer.</translation>
    </message>
    <message>
      <source>Programmes have no property for this, only their cooperation entries do: {}.</source>
      <translation>Les programmes n’ont pas de propriété pour cela, seulement leurs entrées de coopération : {}.</translation>
    </message>
    <message>
      <source>The server has not described these criteria yet.</source>
      <translation>Le serveur n'a pas encore décrit ces critères.</translation>
    </message>
    <message>
      <source>The server's code lists have not arrived yet.</source>
      <translation>Les listes de codes du serveur ne sont pas encore arrivées.</translation>
    </message>
    <message>
      <source>This search finds everything: there is nothing to filter by.</source>
      <translation>Cette recherche trouve tout : il n’y a rien à filtrer.</translation>
    </message>
    <message>
      <source>Topics of 2014-2020 are found by a mapping, which CQL2 cannot express; choose 2021-2027 only.</source>
      <translation>Les thèmes de 2014-2020 sont trouvés par une correspondance que CQL2 ne peut pas exprimer ; 2021-2027 seule le peut.</translation>
    </message>
  </context>
  <context>
    <name>CriteriaPage</name>
    <message>
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <source>More criteria</source>
      <translation>Autres critères</translation>
    </message>
    <message>
      <source>NUTS III region</source>
      <translation>Région NUTS III</translation>
    </message>
    <message>
      <source>Programme in words</source>
      <translation>Programme en mots</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Portée du partenariat recherché</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Thème des actions de coopération</translation>
    </message>
  </context>
  <context>
    <name>DayCriterion</name>
    <message>
      <source>at any time</source>
      <translation>à tout moment</translation>
    </message>
    <message>
      <source>on a day</source>
      <translation>un jour donné</translation>
    </message>
    <message>
      <source>open on {}</source>
      <translation>ouvert le {}</translation>
    </message>
    <message>
      <source>open today</source>
      <translation>ouvert aujourd’hui</translation>
    </message>
    <message>
      <source>today</source>
      <translation>aujourd’hui</translation>
    </message>
  </context>
  <context>
    <name>DetailPane</name>
    <message>
      <source>Details of the programme</source>
      <translation>Détails du programme</translation>
    </message>
    <message>
      <source>SAMPLE: entries marked [SAMPLE] are made up to show the service. They state no facts about the programme.</source>
      <translation>EXEMPLE : ce qui est marqué [EXEMPLE] est inventé pour montrer le service. Cela n’énonce aucun fait sur le programme.</translation>
    </message>
    <message>
      <source>Select a programme to see its details.</source>
      <translation>Sélectionnez un programme pour voir ce que l’on en sait.</translation>
    </message>
  </context>
  <context>
    <name>DistributionOnMap</name>
    <message>
      <source>Loading the areas…</source>
      <translation>Chargement des zones…</translation>
    </message>
    <message>
      <source>On the map: {count} areas with a number, edition {edition}.</source>
      <translation>Sur la carte : {count} zones avec un nombre, édition {edition}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} areas of its last known answer, edition {edition}.</source>
      <translation>Le serveur est injoignable : {count} zones de sa dernière réponse connue, édition {edition}.</translation>
    </message>
  </context>
  <context>
    <name>DistributionPage</name>
    <message>
      <source>Colour countries or areas by their numbers: choose a dimension of places</source>
      <translation>Colorer les pays ou les zones selon leurs nombres : choisissez une dimension de lieux</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Compter</translation>
    </message>
    <message>
      <source>Edition {edition}</source>
      <translation>Édition {edition}</translation>
    </message>
    <message>
      <source>First dimension</source>
      <translation>Première dimension</translation>
    </message>
    <message>
      <source>It is of an earlier version.</source>
      <translation>Il est d'une version antérieure.</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Offres et besoins</translation>
    </message>
    <message>
      <source>On the map</source>
      <translation>Sur la carte</translation>
    </message>
    <message>
      <source>Picture…</source>
      <translation>Image…</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programmes</translation>
    </message>
    <message>
      <source>Sample entries count: they are made up to show the service.</source>
      <translation>Les entrées d'exemple comptent : elles sont inventées pour montrer le service.</translation>
    </message>
    <message>
      <source>Save the chart as a PNG or SVG file</source>
      <translation>Enregistrer le graphique dans un fichier PNG ou SVG</translation>
    </message>
    <message>
      <source>Save the distribution</source>
      <translation>Enregistrer la répartition</translation>
    </message>
    <message>
      <source>Save the numbers as a CSV file, each with a link to what it counts</source>
      <translation>Enregistrer les nombres dans un fichier CSV, chacun avec un lien vers ce qu'il compte</translation>
    </message>
    <message>
      <source>Second dimension</source>
      <translation>Deuxième dimension</translation>
    </message>
    <message>
      <source>Several values are possible: shares do not add up to 100 %.</source>
      <translation>Plusieurs valeurs sont possibles : la somme des parts n'est pas 100 %.</translation>
    </message>
    <message>
      <source>Table…</source>
      <translation>Tableau…</translation>
    </message>
    <message>
      <source>This server does not count by dimensions.</source>
      <translation>Ce serveur ne compte pas par dimensions.</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>Ce qui est compté</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>Écrit : {path}</translation>
    </message>
    <message>
      <source>and by</source>
      <translation>et par</translation>
    </message>
    <message>
      <source>by</source>
      <translation>par</translation>
    </message>
    <message>
      <source>nothing else</source>
      <translation>rien d'autre</translation>
    </message>
    <message>
      <source>{counted} by {dimensions}: {count}</source>
      <translation>{counted} par {dimensions} : {count}</translation>
    </message>
    <message>
      <source>{title}: known for {stated} ({partial} may have more), not known for {unknown}, none {none}</source>
      <translation>{title} : connu pour {stated} ({partial} peuvent en avoir plus), inconnu pour {unknown}, aucun {none}</translation>
    </message>
  </context>
  <context>
    <name>EntriesView</name>
    <message>
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <source>Load the search with its offers and needs: each is a sign in its programme's area</source>
      <translation>Charge la recherche avec ses offres et besoins : chacun est un signe dans la zone de son programme</translation>
    </message>
    <message>
      <source>Offers and needs found</source>
      <translation>Offres et besoins trouvés</translation>
    </message>
    <message>
      <source>On the map</source>
      <translation>Sur la carte</translation>
    </message>
    <message>
      <source>Write these offers and needs to a GeoPackage, Excel or CSV file</source>
      <translation>Écrire ces offres et besoins dans un fichier GeoPackage, Excel ou CSV</translation>
    </message>
  </context>
  <context>
    <name>EntryDetail</name>
    <message>
      <source>Details of the offer or need</source>
      <translation>Détails de l’offre ou du besoin</translation>
    </message>
    <message>
      <source>SAMPLE: this entry is made up to show the service. It states no fact about the programme.</source>
      <translation>EXEMPLE : cette entrée est inventée pour montrer le service. Elle n’énonce aucun fait sur le programme.</translation>
    </message>
    <message>
      <source>Select an offer or need to see its details.</source>
      <translation>Sélectionnez une offre ou un besoin pour en voir les détails.</translation>
    </message>
  </context>
  <context>
    <name>Export</name>
    <message>
      <source>Attribution</source>
      <translation>Attribution</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>Codes</translation>
    </message>
    <message>
      <source>Edition</source>
      <translation>Édition</translation>
    </message>
    <message>
      <source>Only {0} of {1} rows could be read from the layer, so nothing was written.</source>
      <translation>La couche n’a fourni que {0} lignes sur {1} ; rien n’a été écrit.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Recherche</translation>
    </message>
    <message>
      <source>The file is incomplete: {0} of {1} rows were written. Is the disk full?</source>
      <translation>Le fichier n’a pas été écrit en entier : {0} lignes sur {1}. Le disque est-il plein ?</translation>
    </message>
    <message>
      <source>There is no folder {}.</source>
      <translation>Le dossier {} n’existe pas.</translation>
    </message>
    <message>
      <source>Writing {}</source>
      <translation>Écriture de {}</translation>
    </message>
    <message>
      <source>{0} could not be written: {1}.</source>
      <translation>{0} n’a pas pu être écrit : {1}.</translation>
    </message>
    <message>
      <source>{} already exists: choose another name.</source>
      <translation>{} existe déjà : choisissez un autre nom.</translation>
    </message>
    <message>
      <source>{} is a folder.</source>
      <translation>{} est un dossier.</translation>
    </message>
    <message>
      <source>{} is in use in this project. Choose another name.</source>
      <translation>{} est utilisé dans ce projet. Choisissez un autre nom.</translation>
    </message>
    <message>
      <source>{} is open in another program, or protected. Close it there, or choose another name.</source>
      <translation>{} est ouvert dans un autre programme, ou protégé. Fermez-le ou choisissez un autre nom.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>All {count} rows</source>
      <translation>Les {count} lignes</translation>
    </message>
    <message>
      <source>CSV</source>
      <translation>CSV</translation>
    </message>
    <message>
      <source>Choose a file.</source>
      <translation>Choisissez un fichier.</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>Codes</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>Virgule</translation>
    </message>
    <message>
      <source>Export “{name}”</source>
      <translation>Exporter « {name} »</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Labels, in</source>
      <translation>Libellés, en</translation>
    </message>
    <message>
      <source>Language of the labels</source>
      <translation>Langue des libellés</translation>
    </message>
    <message>
      <source>Mark as UTF-8 for Excel (BOM)</source>
      <translation>Signaler l’UTF-8 à Excel (BOM)</translation>
    </message>
    <message>
      <source>Only the {count} selected</source>
      <translation>Seulement les {count} sélectionnées</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Lignes</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>Point-virgule</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Séparateur</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Tabulation</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Valeurs</translation>
    </message>
    <message>
      <source>What has no label in this language is written in English</source>
      <translation>Ce qui n’a pas de libellé dans cette langue est écrit en anglais</translation>
    </message>
    <message>
      <source>{path} already exists. Press “Save” again to replace it.</source>
      <translation>{path} existe déjà. Appuyez encore une fois sur « Enregistrer » pour le remplacer.</translation>
    </message>
  </context>
  <context>
    <name>Exporting</name>
    <message>
      <source>The layer has been removed in the meantime.</source>
      <translation>La couche a été supprimée entre-temps.</translation>
    </message>
    <message>
      <source>Written to {path}: all {count} rows.</source>
      <translation>Écrit dans {path} : les {count} lignes.</translation>
    </message>
    <message>
      <source>Written to {path}: the {count} selected rows only.</source>
      <translation>Écrit dans {path} : seulement les {count} lignes sélectionnées.</translation>
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <source>Countries sought</source>
      <translation>Pays recherchés</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Trouver des partenaires</translation>
    </message>
    <message>
      <source>Forms</source>
      <translation>Formes</translation>
    </message>
    <message>
      <source>Found in</source>
      <translation>Trouvé dans</translation>
    </message>
    <message>
      <source>Known</source>
      <translation>Connu</translation>
    </message>
    <message>
      <source>No cooperation entry is known.</source>
      <translation>Aucune entrée de coopération n’est connue.</translation>
    </message>
    <message>
      <source>Not stated in any source: {names}.</source>
      <translation>Aucune source ne le dit : {names}.</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Offres et besoins</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Ouvert</translation>
    </message>
    <message>
      <source>Others may exist.</source>
      <translation>D’autres sont possibles.</translation>
    </message>
    <message>
      <source>Partners sought</source>
      <translation>Partenaires recherchés</translation>
    </message>
    <message>
      <source>Programmes abroad with one of these topics: {topics}</source>
      <translation>Programmes à l’étranger avec l’un de ces thèmes : {topics}</translation>
    </message>
    <message>
      <source>Programmes of the countries across the sea</source>
      <translation>Programmes des pays de l’autre côté de la mer</translation>
    </message>
    <message>
      <source>Programmes on the other side of the border</source>
      <translation>Programmes de l’autre côté de la frontière</translation>
    </message>
    <message>
      <source>SAMPLE</source>
      <translation>EXEMPLE</translation>
    </message>
    <message>
      <source>Scope</source>
      <translation>Portée</translation>
    </message>
    <message>
      <source>Searches for these topics also find it, through the mapping of its objectives: {codes}.</source>
      <translation>Par correspondance de ses objectifs, les recherches de ces codes le trouvent aussi : {codes}.</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Thèmes</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>et {count} autres</translation>
    </message>
    <message>
      <source>by mapping</source>
      <translation>par correspondance</translation>
    </message>
    <message>
      <source>from an entry</source>
      <translation>d’une entrée</translation>
    </message>
    <message>
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <source>stated</source>
      <translation>déclaré</translation>
    </message>
    <message>
      <source>to fill: {place}</source>
      <translation>à compléter : {place}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
    <message>
      <source>{first} to {last}</source>
      <translation>{first} à {last}</translation>
    </message>
    <message>
      <source>{known} of {every} lists are known</source>
      <translation>{known} listes sur {every} sont connues</translation>
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
      <translation>&amp;Charger sur la carte</translation>
    </message>
    <message>
      <source>&amp;Search</source>
      <translation>C&amp;hercher</translation>
    </message>
    <message>
      <source>Add the programmes and their NUTS III regions as two layers in one group</source>
      <translation>Ajoute les programmes et leurs régions NUTS III en deux couches d’un groupe</translation>
    </message>
    <message>
      <source>List the programmes found and remember the search</source>
      <translation>Liste les programmes trouvés et retient la recherche</translation>
    </message>
    <message>
      <source>Number of programmes found</source>
      <translation>Nombre de programmes trouvés</translation>
    </message>
    <message>
      <source>Programmes found: {count}</source>
      <translation>Programmes trouvés : {count}</translation>
    </message>
    <message>
      <source>Programmes found: {count}, and {unknown} unknown</source>
      <translation>Programmes trouvés : {count}, et {unknown} possibles</translation>
    </message>
    <message>
      <source>Unknown: no source says whether these programmes meet the criteria. “Include programmes that may match” under “More criteria” lists them, too.</source>
      <translation>Possibles : aucune source ne dit si ces programmes remplissent les critères. « Aussi les programmes possibles », sous « Autres critères », les liste aussi.</translation>
    </message>
  </context>
  <context>
    <name>FoundBy</name>
    <message>
      <source>entry</source>
      <translation>entrée</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>non connu</translation>
    </message>
    <message>
      <source>objective, by mapping</source>
      <translation>objectif, par correspondance</translation>
    </message>
    <message>
      <source>stated objective</source>
      <translation>objectif déclaré</translation>
    </message>
  </context>
  <context>
    <name>LayerMenu</name>
    <message>
      <source>Cooperation search</source>
      <translation>Recherche de coopération</translation>
    </message>
    <message>
      <source>Edit cooperation search…</source>
      <translation>Modifier la recherche de coopération…</translation>
    </message>
    <message>
      <source>Export cooperation results</source>
      <translation>Exporter les résultats de coopération</translation>
    </message>
    <message>
      <source>Export cooperation results…</source>
      <translation>Exporter les résultats de coopération…</translation>
    </message>
    <message>
      <source>Nothing changed since this search was loaded.</source>
      <translation>Rien n’a changé depuis le chargement de cette recherche.</translation>
    </message>
    <message>
      <source>Refresh cooperation search</source>
      <translation>Actualiser la recherche de coopération</translation>
    </message>
    <message>
      <source>The server cannot be reached; these are its last known answers.</source>
      <translation>Le serveur est injoignable ; voici ce qu’il a dit auparavant.</translation>
    </message>
    <message>
      <source>{0} new, {1} changed, {2} gone.</source>
      <translation>{0} nouveaux, {1} modifiés, {2} disparus.</translation>
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
      <translation>Ajoute les régions NUTS III que touchent les entités à celles déjà choisies</translation>
    </message>
    <message>
      <source>Choose the regions</source>
      <translation>Choisir les régions</translation>
    </message>
    <message>
      <source>Distance around the features in kilometres</source>
      <translation>Distance autour des entités en kilomètres</translation>
    </message>
    <message>
      <source>Distance around them</source>
      <translation>Distance autour</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Couche</translation>
    </message>
    <message>
      <source>Selected features only</source>
      <translation>Entités sélectionnées uniquement</translation>
    </message>
  </context>
  <context>
    <name>Layers</name>
    <message>
      <source>A layer of this search was removed. Please load the search again.</source>
      <translation>Une couche de cette recherche a été retirée. Veuillez recharger la recherche.</translation>
    </message>
    <message>
      <source>A layer was removed while it was being filled.</source>
      <translation>Une couche a été supprimée pendant son remplissage.</translation>
    </message>
    <message>
      <source>A new edition of the data was published while loading. Please load again.</source>
      <translation>Une nouvelle édition des données est parue pendant le chargement. Veuillez recharger.</translation>
    </message>
    <message>
      <source>All that match</source>
      <translation>Tous ceux qui correspondent</translation>
    </message>
    <message>
      <source>Consortia of {}</source>
      <translation>Consortiums de {}</translation>
    </message>
    <message>
      <source>Consortia on the map</source>
      <translation>Consortiums sur la carte</translation>
    </message>
    <message>
      <source>Contains records based on sample entries, which are made up to show the service.</source>
      <translation>Contient des enregistrements fondés sur des entrées d’exemple : inventées pour montrer le service.</translation>
    </message>
    <message>
      <source>Cooperation search: land in the background</source>
      <translation>Recherche de coopération : terres en arrière-plan</translation>
    </message>
    <message>
      <source>Cooperation search: loading</source>
      <translation>Recherche de coopération : chargement</translation>
    </message>
    <message>
      <source>Cooperation search: opening live layers</source>
      <translation>Recherche de coopération : ouverture des couches en direct</translation>
    </message>
    <message>
      <source>Cooperation search: writing the GeoPackage</source>
      <translation>Recherche de coopération : écriture du GeoPackage</translation>
    </message>
    <message>
      <source>Cooperation: {}</source>
      <translation>Coopération : {}</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Distribution on the map</source>
      <translation>Répartition sur la carte</translation>
    </message>
    <message>
      <source>Edition {}</source>
      <translation>Édition {}</translation>
    </message>
    <message>
      <source>Land (background)</source>
      <translation>Terres (arrière-plan)</translation>
    </message>
    <message>
      <source>Lines to partners (width: score)</source>
      <translation>Lignes vers les partenaires (largeur : score)</translation>
    </message>
    <message>
      <source>Loading was cancelled.</source>
      <translation>Le chargement a été annulé.</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2016)</source>
      <translation>Zones NUTS III (NUTS 2016)</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2021)</source>
      <translation>Zones NUTS III (NUTS 2021)</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Neighbours across borders</source>
      <translation>Voisins de l’autre côté de la frontière</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Inconnu</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Offres et besoins</translation>
    </message>
    <message>
      <source>Own area</source>
      <translation>Zone propre</translation>
    </message>
    <message>
      <source>Partner programmes</source>
      <translation>Programmes partenaires</translation>
    </message>
    <message>
      <source>Partners for: {}</source>
      <translation>Partenaires pour : {}</translation>
    </message>
    <message>
      <source>Partners of {}</source>
      <translation>Partenaires de {}</translation>
    </message>
    <message>
      <source>Partners on the map</source>
      <translation>Partenaires sur la carte</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programmes</translation>
    </message>
    <message>
      <source>Share, at least</source>
      <translation>Part, au moins</translation>
    </message>
    <message>
      <source>Share, at most</source>
      <translation>Part, au plus</translation>
    </message>
    <message>
      <source>The background could not be made: {}</source>
      <translation>L'arrière-plan n'a pas pu être créé : {}</translation>
    </message>
    <message>
      <source>The file {} could not be written: is its folder protected, or the disk full?</source>
      <translation>Le fichier {} n’a pas pu être écrit : son dossier est-il protégé, ou le disque plein ?</translation>
    </message>
    <message>
      <source>The layer could not be made.</source>
      <translation>La couche n’a pas pu être créée.</translation>
    </message>
    <message>
      <source>The layer could not be written.</source>
      <translation>La couche n’a pas pu être écrite.</translation>
    </message>
    <message>
      <source>The pages of the server's answer are inconsistent.</source>
      <translation>Les pages du serveur ne concordent pas.</translation>
    </message>
    <message>
      <source>The project was closed during loading.</source>
      <translation>Le projet a été fermé pendant le chargement.</translation>
    </message>
    <message>
      <source>The server's answer could not be read.</source>
      <translation>La réponse du serveur n’a pas pu être lue.</translation>
    </message>
    <message>
      <source>There are no areas to show.</source>
      <translation>Il n'y a pas de zones à montrer.</translation>
    </message>
    <message>
      <source>There are no partners to show.</source>
      <translation>Il n'y a aucun partenaire à afficher.</translation>
    </message>
    <message>
      <source>There is no background: {}</source>
      <translation>Il n'y a pas d'arrière-plan : {}</translation>
    </message>
    <message>
      <source>There is no set to show.</source>
      <translation>Il n’y a aucun ensemble à afficher.</translation>
    </message>
    <message>
      <source>This search on the server</source>
      <translation>Cette recherche sur le serveur</translation>
    </message>
    <message>
      <source>Who seeks partners</source>
      <translation>Qui cherche des partenaires</translation>
    </message>
    <message>
      <source>a need</source>
      <translation>un besoin</translation>
    </message>
    <message>
      <source>features could not be added</source>
      <translation>des entités n’ont pas pu être ajoutées</translation>
    </message>
    <message>
      <source>{0} (NUTS {1})</source>
      <translation>{0} (NUTS {1})</translation>
    </message>
    <message>
      <source>{} (with sample entries)</source>
      <translation>{} (avec entrées d’exemple)</translation>
    </message>
  </context>
  <context>
    <name>Layouts</name>
    <message>
      <source>A partner for {}</source>
      <translation>Un partenaire pour {}</translation>
    </message>
    <message>
      <source>Area of the partner</source>
      <translation>Territoire du partenaire</translation>
    </message>
    <message>
      <source>Cohesion policy programmes: partners for cooperation</source>
      <translation>Programmes de la politique de cohésion : partenaires pour la coopération</translation>
    </message>
    <message>
      <source>Dark: what is known. Light: what may be, while facts are missing. From 0 to 1.</source>
      <translation>Foncé : ce qui est connu. Clair : ce qui peut être, tant que des faits manquent. De 0 à 1.</translation>
    </message>
    <message>
      <source>Edition of the data: {}.</source>
      <translation>Édition des données : {}.</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Faits</translation>
    </message>
    <message>
      <source>For them</source>
      <translation>Pour le partenaire</translation>
    </message>
    <message>
      <source>For you</source>
      <translation>Pour vous</translation>
    </message>
    <message>
      <source>Legend: see page {}</source>
      <translation>Légende : voir page {}</translation>
    </message>
    <message>
      <source>Made on {}.</source>
      <translation>Établi le {}.</translation>
    </message>
    <message>
      <source>NUTS III areas: {}.</source>
      <translation>Zones NUTS III : {}.</translation>
    </message>
    <message>
      <source>Offers found: {0}. Needs found: {1}.</source>
      <translation>Offres trouvées : {0}. Besoins trouvés : {1}.</translation>
    </message>
    <message>
      <source>Overseas areas lie outside of this map.</source>
      <translation>Les zones d’outre-mer se trouvent hors de cette carte.</translation>
    </message>
    <message>
      <source>Partner sheet: {0} – {1}</source>
      <translation>Fiche partenaire : {0} – {1}</translation>
    </message>
    <message>
      <source>Partners of {}</source>
      <translation>Partenaires de {}</translation>
    </message>
    <message>
      <source>Programmes found</source>
      <translation>Programmes trouvés</translation>
    </message>
    <message>
      <source>Programmes: {}.</source>
      <translation>Programmes : {}.</translation>
    </message>
    <message>
      <source>Report by country: {}</source>
      <translation>Rapport par pays : {}</translation>
    </message>
    <message>
      <source>Rests on SAMPLE entries in part: made up to show the service, not facts.</source>
      <translation>Repose en partie sur des entrées d’EXEMPLE : inventées pour montrer le service, ce ne sont pas des faits.</translation>
    </message>
    <message>
      <source>SAMPLE entries: made up, not facts</source>
      <translation>entrées d’EXEMPLE : inventées, pas des faits</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Score</translation>
    </message>
    <message>
      <source>Service: {} (the address of this search is in the metadata of its layers)</source>
      <translation>Service : {} (l’adresse de cette recherche figure dans les métadonnées de ses couches)</translation>
    </message>
    <message>
      <source>Small frames have scales of their own.</source>
      <translation>Les petits cadres ont leur propre échelle.</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Sources</translation>
    </message>
    <message>
      <source>This search: {}</source>
      <translation>Cette recherche : {}</translation>
    </message>
    <message>
      <source>With SAMPLE entries: made up to show the service, not facts.</source>
      <translation>Avec des entrées d’EXEMPLE : inventées pour montrer le service, ce ne sont pas des faits.</translation>
    </message>
    <message>
      <source>Your area</source>
      <translation>Votre territoire</translation>
    </message>
    <message>
      <source>does not apply</source>
      <translation>sans objet</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
    <message>
      <source>… and {} more, which the layer lists</source>
      <translation>… et {} autres, que la couche énumère</translation>
    </message>
  </context>
  <context>
    <name>Locator</name>
    <message>
      <source>Cooperation Atlas: programmes, regions, topics</source>
      <translation>Cooperation Atlas : programmes, régions, thèmes</translation>
    </message>
    <message>
      <source>Open the search: {}</source>
      <translation>Ouvrir la recherche : {}</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programmes</translation>
    </message>
    <message>
      <source>Regions</source>
      <translation>Régions</translation>
    </message>
    <message>
      <source>Searches</source>
      <translation>Recherches</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Thèmes</translation>
    </message>
    <message>
      <source>without {}</source>
      <translation>sans {}</translation>
    </message>
  </context>
  <context>
    <name>LowerPane</name>
    <message>
      <source>Reasons for the partner</source>
      <translation>Raisons en faveur du partenaire</translation>
    </message>
  </context>
  <context>
    <name>ManageDialog</name>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Export searches</source>
      <translation>Exporter des recherches</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <source>Import searches</source>
      <translation>Importer des recherches</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importer…</translation>
    </message>
    <message>
      <source>Kept in the project</source>
      <translation>Conservée dans le projet</translation>
    </message>
    <message>
      <source>Kept in your profile</source>
      <translation>Conservée dans votre profil</translation>
    </message>
    <message>
      <source>Nothing saved yet</source>
      <translation>Rien d’enregistré pour l’instant</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Renommer</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Exécuter</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>Recherches enregistrées</translation>
    </message>
    <message>
      <source>Searches (*.json)</source>
      <translation>Recherches (*.json)</translation>
    </message>
    <message>
      <source>Searches exported: {count}.</source>
      <translation>Recherches exportées : {count}.</translation>
    </message>
    <message>
      <source>Searches imported: {count}.</source>
      <translation>Recherches importées : {count}.</translation>
    </message>
  </context>
  <context>
    <name>MapPanel</name>
    <message>
      <source>A file beside the project, for work without the server</source>
      <translation>Un fichier à côté du projet, pour travailler sans le serveur</translation>
    </message>
    <message>
      <source>A further layer: each cooperation entry that the search finds, as a point in its programme's area</source>
      <translation>Une couche de plus : chaque entrée de coopération que trouve la recherche, comme un point dans la zone de son programme</translation>
    </message>
    <message>
      <source>A third layer: pairs of NUTS III areas of two countries that share a border or face each other across the sea, in the countries and regions of the search</source>
      <translation>Une troisième couche : paires de zones NUTS III de deux pays qui partagent une frontière ou se font face par la mer, dans les pays et régions de la recherche</translation>
    </message>
    <message>
      <source>Asks the server whenever the map is drawn</source>
      <translation>Interroge le serveur à chaque dessin de la carte</translation>
    </message>
    <message>
      <source>Bring Europe, or a region far from it, into view</source>
      <translation>Afficher l'Europe ou une région éloignée</translation>
    </message>
    <message>
      <source>Cancel loading</source>
      <translation>Annuler le chargement</translation>
    </message>
    <message>
      <source>Cancel loading; nothing is added to the map</source>
      <translation>Annule le chargement ; rien n’en reste</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <source>Export the loaded results to a GeoPackage, Excel or CSV file, with their sources</source>
      <translation>Écrit ce qui est chargé dans un fichier GeoPackage, Excel ou CSV, avec ses sources</translation>
    </message>
    <message>
      <source>Fast; not saved with the project, but fetched again when it is opened</source>
      <translation>Rapide ; un projet ne l’enregistre pas, mais le récupère à l’ouverture</translation>
    </message>
    <message>
      <source>GeoPackage file</source>
      <translation>Fichier GeoPackage</translation>
    </message>
    <message>
      <source>How the layers are drawn; layers on the map change at once</source>
      <translation>Comment les couches sont dessinées ; celles de la carte changent aussitôt</translation>
    </message>
    <message>
      <source>How the numbers are put into classes. Quantiles: as many different numbers in each; natural breaks: where the numbers leave gaps; equal intervals: the same width; pretty breaks: round limits</source>
      <translation>Comment les nombres sont répartis en classes. Quantiles : autant de nombres différents dans chacune ; seuils naturels : là où les nombres laissent des vides ; intervalles égaux : la même largeur ; jolies ruptures : des limites rondes</translation>
    </message>
    <message>
      <source>Land of the world at the bottom of the project, from Natural Earth</source>
      <translation>Terres du monde tout en bas du projet, de Natural Earth</translation>
    </message>
    <message>
      <source>Lay out the loaded results on a page: map, title, legend, overseas areas, scale bar and sources</source>
      <translation>Mettre en page les résultats chargés : carte, titre, légende, zones d’outre-mer, échelle et sources</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>Couches</translation>
    </message>
    <message>
      <source>Live from the server</source>
      <translation>En direct du serveur</translation>
    </message>
    <message>
      <source>Loading layers</source>
      <translation>Chargement des couches</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Mémoire</translation>
    </message>
    <message>
      <source>NUTS III regions…</source>
      <translation>Régions NUTS III…</translation>
    </message>
    <message>
      <source>Offers and needs…</source>
      <translation>Offres et besoins…</translation>
    </message>
    <message>
      <source>Overseas</source>
      <translation>Outre-mer</translation>
    </message>
    <message>
      <source>Print layout</source>
      <translation>Mise en page</translation>
    </message>
    <message>
      <source>Programmes…</source>
      <translation>Programmes…</translation>
    </message>
    <message>
      <source>Style</source>
      <translation>Style</translation>
    </message>
    <message>
      <source>Where the features of the layers are kept</source>
      <translation>Où sont conservées les entités des couches</translation>
    </message>
    <message>
      <source>With land in the background</source>
      <translation>Avec les terres en arrière-plan</translation>
    </message>
    <message>
      <source>With lines between neighbours</source>
      <translation>Avec des lignes entre voisins</translation>
    </message>
    <message>
      <source>With offers and needs</source>
      <translation>Avec les offres et besoins</translation>
    </message>
  </context>
  <context>
    <name>MapSelection</name>
    <message>
      <source>Cooperation search: selecting on the map</source>
      <translation>Recherche de coopération : sélection sur la carte</translation>
    </message>
  </context>
  <context>
    <name>MapWork</name>
    <message>
      <source>Cancelled; nothing was added to the map.</source>
      <translation>Annulé ; rien n’a été ajouté à la carte.</translation>
    </message>
    <message>
      <source>Each period has its own group in the layer tree; one of them is shown at a time.</source>
      <translation>Chaque période a son propre groupe dans l’arbre des couches ; un seul est affiché à la fois.</translation>
    </message>
    <message>
      <source>File: {path}.</source>
      <translation>Fichier : {path}.</translation>
    </message>
    <message>
      <source>GeoPackage for the layers</source>
      <translation>GeoPackage pour les couches</translation>
    </message>
    <message>
      <source>Kept in memory: a saved project fetches it again when it is opened.</source>
      <translation>En mémoire : un projet enregistré le récupère à l’ouverture.</translation>
    </message>
    <message>
      <source>Load the search on the map first.</source>
      <translation>Chargez d’abord la recherche sur la carte.</translation>
    </message>
    <message>
      <source>Load the search with its offers and needs first.</source>
      <translation>Chargez d’abord la recherche avec ses offres et besoins.</translation>
    </message>
    <message>
      <source>No file was chosen, so nothing was loaded.</source>
      <translation>Aucun fichier n’a été choisi ; rien n’a été chargé.</translation>
    </message>
    <message>
      <source>On the map: edition {edition}.</source>
      <translation>Sur la carte : édition {edition}.</translation>
    </message>
    <message>
      <source>Print layout: {name}</source>
      <translation>Mise en page : {name}</translation>
    </message>
    <message>
      <source>The server cannot be reached: this is its last known answer, edition {edition}.</source>
      <translation>Le serveur est absent : voici sa dernière réponse connue, édition {edition}.</translation>
    </message>
  </context>
  <context>
    <name>MemoryLayers</name>
    <message>
      <source>Cooperation search</source>
      <translation>Recherche de coopération</translation>
    </message>
    <message>
      <source>Later: “Refresh cooperation search” in the menu of a layer.</source>
      <translation>Plus tard : « Actualiser la recherche de coopération » dans le menu d’une couche.</translation>
    </message>
    <message>
      <source>Layers in memory are empty and could not be fetched again: {reason}</source>
      <translation>Des couches en mémoire sont vides et n’ont pas pu être récupérées : {reason}</translation>
    </message>
    <message>
      <source>Layers in memory are empty because they came from another server: {servers}. Choose it in the panel, then “Refresh cooperation search” in the menu of a layer.</source>
      <translation>Des couches en mémoire sont vides car elles venaient d’un autre serveur : {servers}. Choisissez-le dans le panneau, puis « Actualiser la recherche de coopération » dans le menu d’une couche.</translation>
    </message>
    <message>
      <source>Layers in memory were fetched from the server again: edition {edition}.</source>
      <translation>Les couches en mémoire ont été récupérées du serveur : édition {edition}.</translation>
    </message>
    <message>
      <source>Memory layers are saved empty; opening the project fetches them again. To keep them, use a GeoPackage file.</source>
      <translation>Les couches en mémoire sont enregistrées vides ; l’ouverture du projet les récupère. Pour les garder, utilisez un GeoPackage.</translation>
    </message>
    <message>
      <source>The server cannot be reached: layers in memory hold its last known answers, edition {edition}.</source>
      <translation>Le serveur est injoignable : les couches en mémoire contiennent ses dernières réponses connues, édition {edition}.</translation>
    </message>
  </context>
  <context>
    <name>MoreCriteria</name>
    <message>
      <source>Also finds programmes for which no source says whether they meet the criteria. Unknown does not mean no.</source>
      <translation>Trouve aussi les programmes dont aucune source ne dit s’ils remplissent les critères. Inconnu ne veut pas dire non.</translation>
    </message>
    <message>
      <source>Include programmes that may match</source>
      <translation>Aussi les programmes possibles</translation>
    </message>
    <message>
      <source>Sample entries are made up to show the service and state no fact about a programme. Without them, only real entries and stated objectives count.</source>
      <translation>Les entrées d’exemple sont inventées pour montrer le service et n’énoncent aucun fait sur un programme. Sans elles, seul ce que disent les entrées réelles et les objectifs déclarés est trouvé.</translation>
    </message>
    <message>
      <source>Show sample entries</source>
      <translation>Montrer les entrées d’exemple</translation>
    </message>
    <message>
      <source>no samples</source>
      <translation>sans exemples</translation>
    </message>
    <message>
      <source>with unknown</source>
      <translation>avec l’inconnu</translation>
    </message>
  </context>
  <context>
    <name>OnMap</name>
    <message>
      <source>Kept in memory: opening the project fetches them again.</source>
      <translation>En mémoire : l'ouverture du projet les récupère de nouveau.</translation>
    </message>
  </context>
  <context>
    <name>Overseas</name>
    <message>
      <source>Azores</source>
      <translation>Açores</translation>
    </message>
    <message>
      <source>Canary Islands</source>
      <translation>Canaries</translation>
    </message>
    <message>
      <source>French Guiana</source>
      <translation>Guyane</translation>
    </message>
    <message>
      <source>Guadeloupe</source>
      <translation>Guadeloupe</translation>
    </message>
    <message>
      <source>Madeira</source>
      <translation>Madère</translation>
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
      <translation>La Réunion</translation>
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
      <translation>À l’étranger seulement</translation>
    </message>
    <message>
      <source>Across the border</source>
      <translation>De l’autre côté de la frontière</translation>
    </message>
    <message>
      <source>I work for …</source>
      <translation>Je travaille pour…</translation>
    </message>
    <message>
      <source>I work for: {name}</source>
      <translation>Je travaille pour : {name}</translation>
    </message>
    <message>
      <source>Leave out the programmes of your own country: partners are sought abroad</source>
      <translation>Laisser de côté les programmes de son propre pays : on cherche des partenaires à l’étranger</translation>
    </message>
    <message>
      <source>No area abroad shares a border with yours, or lies within 150 km of sea.</source>
      <translation>Aucune zone étrangère n’est limitrophe de la vôtre ni à moins de 150 km par la mer.</translation>
    </message>
    <message>
      <source>Programmes of the areas on the other side of your borders: NUTS III areas abroad that share a border with yours, or face them across at most 150 km of sea</source>
      <translation>Programmes des zones situées de l’autre côté de ses frontières : zones NUTS III étrangères limitrophes des siennes, ou qui leur font face à 150 km de mer au plus</translation>
    </message>
    <message>
      <source>Your programme or country: its entries are marked, and partners are sought abroad</source>
      <translation>Votre programme ou pays : ses entrées sont marquées, et l’on cherche des partenaires à l’étranger</translation>
    </message>
  </context>
  <context>
    <name>OwnDialog</name>
    <message>
      <source>Asking the server for its programmes…</source>
      <translation>Demande des programmes au serveur…</translation>
    </message>
    <message>
      <source>Countries and programmes</source>
      <translation>Pays et programmes</translation>
    </message>
    <message>
      <source>Country, programme or CCI</source>
      <translation>Pays, programme ou CCI</translation>
    </message>
    <message>
      <source>I work for …</source>
      <translation>Je travaille pour…</translation>
    </message>
    <message>
      <source>Nobody in particular</source>
      <translation>Personne en particulier</translation>
    </message>
  </context>
  <context>
    <name>PartnerList</name>
    <message>
      <source>Partners, best first</source>
      <translation>Partenaires, les meilleurs d'abord</translation>
    </message>
    <message>
      <source>The space bar ticks a partner to compare it with others.</source>
      <translation>La barre d'espace coche un partenaire pour le comparer à d'autres.</translation>
    </message>
  </context>
  <context>
    <name>PartnerSearch</name>
    <message>
      <source>It is of an earlier version.</source>
      <translation>Il est d'une version antérieure.</translation>
    </message>
    <message>
      <source>This server does not find partners.</source>
      <translation>Ce serveur ne cherche pas de partenaires.</translation>
    </message>
  </context>
  <context>
    <name>PartnerSheets</name>
    <message>
      <source>Print layout: {name}</source>
      <translation>Mise en page : {name}</translation>
    </message>
    <message>
      <source>The partners are not on the map any more: show them there again.</source>
      <translation>Les partenaires ne sont plus sur la carte : affichez-les de nouveau.</translation>
    </message>
  </context>
  <context>
    <name>PartnerStates</name>
    <message>
      <source>Choose a programme in the list of results and press “Find partners” in its details.</source>
      <translation>Choisissez un programme dans la liste des résultats et appuyez sur « Trouver des partenaires » dans ses détails.</translation>
    </message>
    <message>
      <source>Choose another order, or another programme, above.</source>
      <translation>Choisissez ci-dessus un autre ordre ou un autre programme.</translation>
    </message>
    <message>
      <source>Few programmes have published what they need. The other ways to look for partners do not depend on it.</source>
      <translation>Peu de programmes ont publié ce dont ils ont besoin. Les autres façons de chercher des partenaires n'en dépendent pas.</translation>
    </message>
    <message>
      <source>No entry seeks a partner like this one</source>
      <translation>Aucune entrée ne cherche un partenaire comme celui-ci</translation>
    </message>
    <message>
      <source>No programme can be a partner under these conditions</source>
      <translation>Aucun programme ne peut être partenaire dans ces conditions</translation>
    </message>
    <message>
      <source>No programme is alike and far away</source>
      <translation>Aucun programme n'est à la fois semblable et éloigné</translation>
    </message>
    <message>
      <source>Partners of which programme?</source>
      <translation>Partenaires de quel programme ?</translation>
    </message>
    <message>
      <source>Show the programmes</source>
      <translation>Afficher les programmes</translation>
    </message>
    <message>
      <source>Take away the tick that leaves only programmes of the search.</source>
      <translation>Décochez la case qui ne garde que les programmes de la recherche.</translation>
    </message>
  </context>
  <context>
    <name>Partners</name>
    <message>
      <source>All facts of this programme</source>
      <translation>Tous les faits de ce programme</translation>
    </message>
    <message>
      <source>Dark: known. Light: what missing facts could add.</source>
      <translation>Foncé : connu. Clair : ce que pourraient ajouter les faits manquants.</translation>
    </message>
    <message>
      <source>Dark: known. Light: what missing facts could add. Dotted: does not apply.</source>
      <translation>Foncé : connu. Clair : ce que pourraient ajouter les faits manquants. Pointillé : sans objet.</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Faits</translation>
    </message>
    <message>
      <source>Its own partners</source>
      <translation>Ses propres partenaires</translation>
    </message>
    <message>
      <source>Parts</source>
      <translation>Éléments</translation>
    </message>
    <message>
      <source>SAMPLE</source>
      <translation>EXEMPLE</translation>
    </message>
    <message>
      <source>SAMPLE: entries that meet are made up to show the service</source>
      <translation>EXEMPLE : les entrées qui se correspondent sont inventées pour montrer le service</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Score</translation>
    </message>
    <message>
      <source>This pair in the browser</source>
      <translation>Cette paire dans le navigateur</translation>
    </message>
    <message>
      <source>does not apply</source>
      <translation>sans objet</translation>
    </message>
    <message>
      <source>no entries meet</source>
      <translation>aucune entrée ne correspond</translation>
    </message>
    <message>
      <source>{rank}. {title}, {country}: {tier}, {score}</source>
      <translation>{rank}. {title}, {country} : {tier}, {score}</translation>
    </message>
  </context>
  <context>
    <name>PartnersOnMap</name>
    <message>
      <source>Loading the partners…</source>
      <translation>Chargement des partenaires…</translation>
    </message>
    <message>
      <source>On the map: {count} partners, edition {edition}.</source>
      <translation>Sur la carte : {count} partenaires, édition {edition}.</translation>
    </message>
    <message>
      <source>The server cannot be reached: {count} partners of its last known answer, edition {edition}.</source>
      <translation>Le serveur est injoignable : {count} partenaires de sa dernière réponse connue, édition {edition}.</translation>
    </message>
  </context>
  <context>
    <name>PartnersPage</name>
    <message>
      <source>Consortia: best sets of partners</source>
      <translation>Consortiums : meilleurs ensembles de partenaires</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Pour</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Ordre</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Afficher</translation>
    </message>
    <message>
      <source>Who seeks a partner like this one</source>
      <translation>Qui cherche un partenaire comme celui-ci</translation>
    </message>
  </context>
  <context>
    <name>PartnersTab</name>
    <message>
      <source>Partners</source>
      <translation>Partenaires</translation>
    </message>
  </context>
  <context>
    <name>PlacesMenu</name>
    <message>
      <source>Europe</source>
      <translation>Europe</translation>
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
      <translation>Trouver aussi les programmes qui pourraient remplir les critères (on ne le sait pas)</translation>
    </message>
    <message>
      <source>Also find sets that may meet the rules (not known)</source>
      <translation>Trouver aussi les ensembles qui respectent peut-être les règles (non connu)</translation>
    </message>
    <message>
      <source>Also find what is near: within a distance in km</source>
      <translation>Aussi ce qui est proche : distance en km</translation>
    </message>
    <message>
      <source>Authentication</source>
      <translation>Authentification</translation>
    </message>
    <message>
      <source>By known and possible fit</source>
      <translation>Par adéquation connue et possible</translation>
    </message>
    <message>
      <source>By possible fit</source>
      <translation>Par adéquation possible</translation>
    </message>
    <message>
      <source>CCI or NUTS code</source>
      <translation>CCI ou code NUTS</translation>
    </message>
    <message>
      <source>CRS of my layer, if it has none of its own</source>
      <translation>SCR de ma couche, si elle n’en a pas</translation>
    </message>
    <message>
      <source>Categories of region that the coordinator can be from</source>
      <translation>Catégories de région d’où peut venir le coordinateur</translation>
    </message>
    <message>
      <source>Cooperation Atlas</source>
      <translation>Cooperation Atlas</translation>
    </message>
    <message>
      <source>Copies a layer of your own and adds to each feature the NUTS III areas that it intersects, the programmes that cover them, and their topics and scopes (lists joined by '; '). Any geometry and any CRS will do; features without geometry, or outside all areas, have no areas and no programmes. If the layer already has columns of the same names, they are kept, and the added ones get the prefix 'coop_'.</source>
      <translation>Copie une de vos couches et ajoute à chaque entité les zones NUTS III qu’elle touche, les programmes qui les couvrent, ainsi que leurs thèmes et portées (listes jointes par '; '). Toute géométrie et tout SCR ; les entités sans géométrie, ou hors de toutes les zones, n’ont ni zones ni programmes. Les colonnes de même nom sont conservées ; celles ajoutées reçoivent alors le préfixe 'coop_'.</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Count by one or two dimensions, such as country,fund</source>
      <translation>Compter selon une ou deux dimensions, par exemple country,fund</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <source>Country (name)</source>
      <translation>Pays (nom)</translation>
    </message>
    <message>
      <source>Counts the results of a search by one or two dimensions, such as country, nuts2, topic, scope, fund, objective, category or strategy. If one of them is a place (country, nuts1, nuts2, nuts3, borders_on, sought_country), the output has its areas, styled as a choropleth; otherwise it is a table without geometry. Each share is a range: its upper end also counts features for which the value is not known. A feature can have several values, so shares need not add up to 1.</source>
      <translation>Compte ce qu’une recherche trouve selon une ou deux dimensions, par exemple country, nuts2, topic, scope, fund, objective, category ou strategy. Si l’une d’elles est un lieu (country, nuts1, nuts2, nuts3, borders_on, sought_country), la sortie contient ses zones, prête comme carte choroplèthe ; sinon c’est une table sans géométrie. Les parts ont deux bornes : la haute compte aussi les entités dont on ne sait pas si elles ont la valeur. Une entité peut avoir plusieurs valeurs, si bien que les parts ne font pas forcément 1.</translation>
    </message>
    <message>
      <source>Distance (km)</source>
      <translation>Distance (km)</translation>
    </message>
    <message>
      <source>Distance in km (0: shared borders only)</source>
      <translation>Distance en km (0 : frontières communes seulement)</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Répartition</translation>
    </message>
    <message>
      <source>Distribution of a search</source>
      <translation>Répartition d’une recherche</translation>
    </message>
    <message>
      <source>Edition {0}. {1}</source>
      <translation>Édition {0}. {1}</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map of the areas: {}. Their new columns are empty.</source>
      <translation>Entités sans place sur la carte des zones : {}. Leurs nouvelles colonnes sont vides.</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map: {}.</source>
      <translation>Entités qui ne peuvent pas être placées sur la carte : {}.</translation>
    </message>
    <message>
      <source>Features that meet no area: {}.</source>
      <translation>Entités qui ne rencontrent aucune zone : {}.</translation>
    </message>
    <message>
      <source>Features too large for the server: {}. Simplify them and run the algorithm again.</source>
      <translation>Entités trop grandes pour le serveur : {}. Simplifiez-les et relancez l’algorithme.</translation>
    </message>
    <message>
      <source>Features with programmes</source>
      <translation>Entités avec programmes</translation>
    </message>
    <message>
      <source>Field that names my features</source>
      <translation>Champ qui nomme mes entités</translation>
    </message>
    <message>
      <source>Find a consortium</source>
      <translation>Trouver un consortium</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Trouver des partenaires</translation>
    </message>
    <message>
      <source>Finds the NUTS III areas covered by at least one programme that meets all criteria, with all the programmes that cover them and their topics and scopes; n_matching and the columns beside it say which of these programmes meet the criteria. The areas are those of NUTS 2016 if only the period 2014-2020 is searched, and otherwise those of NUTS 2021 with the programmes of 2021-2027. Country, NUTS region and strategy describe the area itself.</source>
      <translation>Zones NUTS III que couvre au moins un programme répondant à tous les critères, avec tous les programmes qui les couvrent, leurs thèmes et portées ; n_matching et les colonnes voisines disent lesquels répondent aux critères. Ce sont celles de NUTS 2016 si seule la période 2014-2020 est cherchée, sinon celles de NUTS 2021 avec les programmes de 2021-2027. Pays, région NUTS et stratégie décrivent la zone elle-même.</translation>
    </message>
    <message>
      <source>Finds the NUTS III areas that share a border with the given NUTS regions (codes of any level), and those within a distance of them. With 150 km this reaches the areas that Regulation (EU) 2021/1059, Article 4, counts as maritime neighbours. Distances are measured on the ellipsoid between the generalised borders (1:3 million). Added columns: neighbour_of (NUTS code of the nearest given area), neighbour (land or distance), distance_km.</source>
      <translation>Zones NUTS III qui partagent une frontière avec les régions NUTS données (codes de tout niveau), et celles situées à une certaine distance. Avec 150 km, on atteint les zones que le règlement (UE) 2021/1059, article 4, considère comme voisines maritimes. Les distances sont mesurées sur l’ellipsoïde entre les limites généralisées (1:3 millions). Colonnes ajoutées : neighbour_of (code NUTS de la zone donnée la plus proche), neighbour (land ou distance), distance_km.</translation>
    </message>
    <message>
      <source>Finds the best sets of partners for a programme or a need under the rules of a call. The rules are those of a preset of the server (such as i3-1), unless you give numbers of your own. The output has the members of all sets with their areas; the column set numbers the sets, and role says who seeks partners and who could coordinate. If no set meets all rules, the log says which rule to loosen and what that would give. Check the call itself: rules change from one call to the next.</source>
      <translation>Les meilleurs ensembles de partenaires pour un programme ou un besoin selon les règles d’un appel : un préréglage du serveur (par exemple i3-1) et vos propres nombres à la place de ses règles. La sortie contient les membres de tous les ensembles avec leurs territoires ; la colonne set distingue les ensembles, role dit qui cherche des partenaires et qui pourrait coordonner. Si aucun ensemble ne respecte toutes les règles, le journal dit lesquelles assouplir et ce que cela donnerait. Vérifiez l’appel : les règles changent d’un appel à l’autre.</translation>
    </message>
    <message>
      <source>Include results based on sample entries</source>
      <translation>Montrer ce qui repose sur des entrées d’exemple</translation>
    </message>
    <message>
      <source>Invalid geometries</source>
      <translation>Géométries non valides</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. Repaired copies were used.</source>
      <translation>Géométries non valides : {}. Des copies réparées ont été utilisées.</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. Their new columns are empty.</source>
      <translation>Géométries non valides : {}. Leurs nouvelles colonnes sont vides.</translation>
    </message>
    <message>
      <source>Invalid geometries: {}. They were left out.</source>
      <translation>Géométries non valides : {}. Elles ont été laissées de côté.</translation>
    </message>
    <message>
      <source>Leave their new columns empty</source>
      <translation>Laisser leurs nouvelles colonnes vides</translation>
    </message>
    <message>
      <source>Leave them out</source>
      <translation>Les laisser de côté</translation>
    </message>
    <message>
      <source>Lines to partners</source>
      <translation>Lignes vers les partenaires</translation>
    </message>
    <message>
      <source>Loosened: {0}. That gives: {1}</source>
      <translation>Assoupli : {0}. Cela donne : {1}</translation>
    </message>
    <message>
      <source>Maximum number of members</source>
      <translation>Nombre maximal de membres</translation>
    </message>
    <message>
      <source>Maximum number of members from one country</source>
      <translation>Nombre maximal de membres d’un pays</translation>
    </message>
    <message>
      <source>Maximum number of partners</source>
      <translation>Nombre maximal de partenaires</translation>
    </message>
    <message>
      <source>Maximum number of partners from one country</source>
      <translation>Nombre maximal de partenaires d’un pays</translation>
    </message>
    <message>
      <source>Maximum number of partners from the same area</source>
      <translation>Nombre maximal de partenaires d’un même territoire</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Membres</translation>
    </message>
    <message>
      <source>Minimum number of NUTS 2 regions</source>
      <translation>Nombre minimal de régions NUTS 2</translation>
    </message>
    <message>
      <source>Minimum number of countries</source>
      <translation>Nombre minimal de pays</translation>
    </message>
    <message>
      <source>Minimum number of members</source>
      <translation>Nombre minimal de membres</translation>
    </message>
    <message>
      <source>Minimum number of members by category of region, such as LD:1,MD:1</source>
      <translation>Nombre minimal de membres par catégorie de région, par exemple LD:1,MD:1</translation>
    </message>
    <message>
      <source>My layer</source>
      <translation>Ma couche</translation>
    </message>
    <message>
      <source>My layer has no CRS. Choose it in “CRS of my layer”.</source>
      <translation>Ma couche n’a pas de SCR. Choisissez-le dans « SCR de ma couche ».</translation>
    </message>
    <message>
      <source>NUTS III areas</source>
      <translation>Zones NUTS III</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2016)</source>
      <translation>Zones NUTS III (NUTS 2016)</translation>
    </message>
    <message>
      <source>NUTS III areas (NUTS 2021)</source>
      <translation>Zones NUTS III (NUTS 2021)</translation>
    </message>
    <message>
      <source>NUTS regions</source>
      <translation>Régions NUTS</translation>
    </message>
    <message>
      <source>Name of my feature</source>
      <translation>Nom de mon entité</translation>
    </message>
    <message>
      <source>Need: own NUTS regions</source>
      <translation>Besoin : régions NUTS propres</translation>
    </message>
    <message>
      <source>Need: own country</source>
      <translation>Besoin : pays propre</translation>
    </message>
    <message>
      <source>Need: scope of partnership</source>
      <translation>Besoin : portée du partenariat</translation>
    </message>
    <message>
      <source>Need: topics</source>
      <translation>Besoin : thèmes</translation>
    </message>
    <message>
      <source>Neighbouring areas</source>
      <translation>Zones voisines</translation>
    </message>
    <message>
      <source>Neighbouring regions</source>
      <translation>Régions voisines</translation>
    </message>
    <message>
      <source>No set meets all rules.</source>
      <translation>Aucun ensemble ne respecte toutes les règles.</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Inconnu</translation>
    </message>
    <message>
      <source>Number of areas</source>
      <translation>Nombre de zones</translation>
    </message>
    <message>
      <source>Number of features found</source>
      <translation>Nombre d’entités trouvées</translation>
    </message>
    <message>
      <source>Number of features that meet no area</source>
      <translation>Nombre d’entités qui ne rencontrent aucune zone</translation>
    </message>
    <message>
      <source>Number of invalid geometries</source>
      <translation>Nombre de géométries non valides</translation>
    </message>
    <message>
      <source>Number of my feature</source>
      <translation>Numéro de mon entité</translation>
    </message>
    <message>
      <source>Number of pairs</source>
      <translation>Nombre de paires</translation>
    </message>
    <message>
      <source>Number of partners</source>
      <translation>Nombre de partenaires</translation>
    </message>
    <message>
      <source>Number of programmes</source>
      <translation>Nombre de programmes</translation>
    </message>
    <message>
      <source>Number of sets</source>
      <translation>Nombre de ensembles</translation>
    </message>
    <message>
      <source>Number of sets found</source>
      <translation>Nombre de ensembles trouvés</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Offres et besoins</translation>
    </message>
    <message>
      <source>Only areas of other countries</source>
      <translation>Zones d’autres pays seulement</translation>
    </message>
    <message>
      <source>Only candidates with: criteria of the server, one name=value,value a line</source>
      <translation>Seulement les candidats avec : critères du serveur, un par ligne sous la forme nom=valeur,valeur</translation>
    </message>
    <message>
      <source>Open on (today, or a day such as 2026-05-31)</source>
      <translation>Ouvert le (today ou un jour comme 2026-05-31)</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Ordre</translation>
    </message>
    <message>
      <source>Other criteria of the server, one name=value,value a line</source>
      <translation>Autres critères du serveur, nom=valeur,valeur sur chaque ligne</translation>
    </message>
    <message>
      <source>Over</source>
      <translation>Sur</translation>
    </message>
    <message>
      <source>Overlay with programmes or areas</source>
      <translation>Superposition avec des programmes ou des zones</translation>
    </message>
    <message>
      <source>Overlays a layer of your own (points, lines or polygons, in any CRS) on the areas of programmes or on NUTS III areas. Each output feature stands for a pair of your feature and an area. It has the geometry of the area, the number and name of your feature, how your feature lies to the area (equals, within, contains, overlaps, touches, near), the distance, what they share in km² or km, and the share of each that this is. The server does the work: the coordinates of your features are sent to it, but not their attributes. The criteria choose the programmes or areas.</source>
      <translation>Superpose une de vos couches (points, lignes ou polygones, tout SCR) aux territoires des programmes ou aux zones NUTS III. Chaque entité en sortie est une paire : la zone, avec le numéro de votre entité et le champ qui la nomme, la position de votre entité par rapport à la zone (equals, within, contains, overlaps, touches, near), la distance, ce qu’elles partagent en km² ou en km et la part de chacune. Le serveur fait le travail : les coordonnées de vos entités lui sont envoyées par morceaux, pas les attributs. Les critères choisissent les programmes ou les zones.</translation>
    </message>
    <message>
      <source>Own area</source>
      <translation>Zone propre</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>Paires</translation>
    </message>
    <message>
      <source>Partner programmes</source>
      <translation>Programmes partenaires</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Période</translation>
    </message>
    <message>
      <source>Please give a programme that seeks partners, or a need.</source>
      <translation>Indiquez un programme qui cherche des partenaires, ou un besoin.</translation>
    </message>
    <message>
      <source>Please give at least one NUTS code.</source>
      <translation>Veuillez donner au moins un code NUTS.</translation>
    </message>
    <message>
      <source>Preset of weights: default, neighbours, learn or complement</source>
      <translation>Poids par nom : default, neighbours, learn, complement</translation>
    </message>
    <message>
      <source>Programme in words (with * for any text: the whole title)</source>
      <translation>Programme en mots (avec * pour tout texte : le titre entier)</translation>
    </message>
    <message>
      <source>Programme or area</source>
      <translation>Programme ou zone</translation>
    </message>
    <message>
      <source>Programme that seeks partners (CCI)</source>
      <translation>Programme qui cherche des partenaires (CCI)</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programmes</translation>
    </message>
    <message>
      <source>Programmes at my features</source>
      <translation>Programmes sur mes entités</translation>
    </message>
    <message>
      <source>Programmes that must be members (CCI)</source>
      <translation>Programmes qui doivent être membres (CCI)</translation>
    </message>
    <message>
      <source>Programmes that must not be members (CCI)</source>
      <translation>Programmes qui ne doivent pas être membres (CCI)</translation>
    </message>
    <message>
      <source>Ranks the programmes of other countries that suit a programme (given by its CCI), a need that you describe (topics, regions, country, scope), or both. The score of each partner, and every part of it, is a range: the lower end is what is known, the upper end what is possible while facts are missing. An empty part does not apply. for_you and for_them give the reasons for each side. Write weights as theme:3,border:1; parts that you leave out then do not count. The outputs are the areas of the partners, lines to them from your own area, and your own area, styled as in the panel. Entries whose basis is 'sample' are made up.</source>
      <translation>Classe les programmes d’autres pays qui conviennent à un programme (son CCI), à un besoin décrit (thèmes, régions, pays, portée) ou aux deux. Chaque partenaire a les deux bornes de son score et de chaque partie : la borne basse est ce qui est connu, la haute ce qui peut être tant que des faits manquent ; vide signifie qu’une partie est sans objet. for_you et for_them donnent les raisons pour les deux côtés. Les poids s’écrivent theme:3,border:1 ; les parties non nommées ne comptent alors pas. Les sorties sont les territoires des partenaires, des lignes depuis le territoire propre jusqu’aux leurs et le territoire propre, dans les styles du panneau. Les entrées dont la base est 'sample' sont inventées.</translation>
    </message>
    <message>
      <source>Regions of programmes</source>
      <translation>Régions de programmes</translation>
    </message>
    <message>
      <source>Relation</source>
      <translation>Relation</translation>
    </message>
    <message>
      <source>Rules of a call, such as i3-1</source>
      <translation>Règles d’un appel, par exemple i3-1</translation>
    </message>
    <message>
      <source>Search programmes</source>
      <translation>Chercher des programmes</translation>
    </message>
    <message>
      <source>Searches the cohesion programmes of a Cooperation Atlas server. Empty criteria find everything; several codes in one criterion, separated by commas, are alternatives; different criteria must all be met. The output has one multipolygon per programme (EPSG:4326), the union of its area. Topics, scopes and counts whose basis is 'sample' rest on made-up entries and state no fact.</source>
      <translation>Cherche parmi les programmes de cohésion d’un serveur Cooperation Atlas. Les critères vides trouvent tout ; plusieurs codes d’un critère, séparés par des virgules, sont des alternatives ; tous les critères doivent être remplis. La sortie a un multipolygone par programme (EPSG:4326), l’union de sa zone. Les thèmes, portées et nombres dont la base est 'sample' reposent sur des entrées inventées et n’énoncent aucun fait.</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Serveur</translation>
    </message>
    <message>
      <source>Set {0}: {1}</source>
      <translation>Ensemble {0} : {1}</translation>
    </message>
    <message>
      <source>Share of my feature</source>
      <translation>Part de mon entité</translation>
    </message>
    <message>
      <source>Share of the area</source>
      <translation>Part de la zone</translation>
    </message>
    <message>
      <source>Share, at least</source>
      <translation>Part, au moins</translation>
    </message>
    <message>
      <source>Share, at most</source>
      <translation>Part, au plus</translation>
    </message>
    <message>
      <source>Shared area (km²)</source>
      <translation>Surface commune (km²)</translation>
    </message>
    <message>
      <source>Shared length (km)</source>
      <translation>Longueur commune (km)</translation>
    </message>
    <message>
      <source>The criterion “{}” is given twice.</source>
      <translation>Le critère « {} » est indiqué deux fois.</translation>
    </message>
    <message>
      <source>The rights could not be written into the file: {}</source>
      <translation>Les droits n’ont pas pu être écrits dans le fichier : {}</translation>
    </message>
    <message>
      <source>The server has no criterion “{0}”. It has: {1}.</source>
      <translation>Le serveur n'a pas de critère « {0} ». Il a : {1}.</translation>
    </message>
    <message>
      <source>There is no NUTS III area in “{0}” (collection {1}).</source>
      <translation>Il n’y a pas de zone NUTS III dans « {0} » (collection {1}).</translation>
    </message>
    <message>
      <source>Unusual: alike, but far away</source>
      <translation>Inhabituels : semblables, mais éloignés</translation>
    </message>
    <message>
      <source>Use a repaired copy</source>
      <translation>Utiliser une copie réparée</translation>
    </message>
    <message>
      <source>What is counted</source>
      <translation>Ce qui est compté</translation>
    </message>
    <message>
      <source>Who seeks a partner like this one</source>
      <translation>Qui cherche un partenaire comme celui-ci</translation>
    </message>
    <message>
      <source>Your own weights, such as theme:3,border:1</source>
      <translation>Vos propres poids, par exemple theme:3,border:1</translation>
    </message>
    <message>
      <source>“Who seeks a partner like this one” needs a programme, or a country and no other need.</source>
      <translation>« Qui cherche un partenaire comme celui-ci » a besoin d’un programme, ou d’un pays sans autre besoin.</translation>
    </message>
    <message>
      <source>“{}” is not a criterion: write name=value, such as fund=ERDF,ESF.</source>
      <translation>« {} » n'est pas un critère : écrivez nom=valeur, par exemple fund=ERDF,ESF.</translation>
    </message>
    <message>
      <source>“{}” is not an http or https address.</source>
      <translation>« {} » n’est pas une adresse http ou https.</translation>
    </message>
  </context>
  <context>
    <name>RankedView</name>
    <message>
      <source>Adds the partners, lines to them and the own area as one group; kept in memory</source>
      <translation>Ajoute les partenaires, des lignes vers eux et la zone propre en un seul groupe ; gardé en mémoire</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Comparer</translation>
    </message>
    <message>
      <source>Compare ({count})</source>
      <translation>Comparer ({count})</translation>
    </message>
    <message>
      <source>Show on map</source>
      <translation>Sur la carte</translation>
    </message>
    <message>
      <source>Shows the ticked partners side by side</source>
      <translation>Affiche côte à côte les partenaires cochés</translation>
    </message>
    <message>
      <source>Tick two or more partners</source>
      <translation>Cochez deux partenaires ou plus</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Pondérations</translation>
    </message>
  </context>
  <context>
    <name>RegionCriterion</name>
    <message>
      <source>Choose the regions that features of one of your layers touch</source>
      <translation>Choisit les régions que touchent les entités d’une de vos couches</translation>
    </message>
    <message>
      <source>Click regions on the map to choose or deselect them; press Escape to stop</source>
      <translation>Cliquez des régions sur la carte pour les choisir ou les retirer ; Échap termine</translation>
    </message>
    <message>
      <source>Comparing with the layer…</source>
      <translation>Comparaison avec la couche…</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <source>Features that cannot be placed on the map: {count}.</source>
      <translation>Entités sans place sur la carte : {count}.</translation>
    </message>
    <message>
      <source>Fetching the boundaries…</source>
      <translation>Récupération des limites…</translation>
    </message>
    <message>
      <source>From my layer</source>
      <translation>Depuis ma couche</translation>
    </message>
    <message>
      <source>Level of the region that a click on the map chooses</source>
      <translation>Niveau de la région que choisit un clic sur la carte</translation>
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
      <translation>Région NUTS III</translation>
    </message>
    <message>
      <source>NUTS III regions of a layer</source>
      <translation>Régions NUTS III d’une couche</translation>
    </message>
    <message>
      <source>Pick on the map</source>
      <translation>Choisir sur la carte</translation>
    </message>
    <message>
      <source>Regions touched: {count}.</source>
      <translation>Régions touchées : {count}.</translation>
    </message>
    <message>
      <source>The boundaries are still being loaded.</source>
      <translation>Les limites sont encore en route.</translation>
    </message>
    <message>
      <source>The layer “{name}” has no CRS. Which one is it in?</source>
      <translation>La couche « {name} » n’a pas de SCR. Dans lequel est-elle ?</translation>
    </message>
    <message>
      <source>There is no NUTS III region at this place.</source>
      <translation>Il n’y a pas de région NUTS III à cet endroit.</translation>
    </message>
    <message>
      <source>These features touch no NUTS III region.</source>
      <translation>Ces entités ne touchent aucune région NUTS III.</translation>
    </message>
    <message>
      <source>Without a CRS the layer cannot be placed on the map.</source>
      <translation>Sans SCR, la couche n’a pas de place sur la carte.</translation>
    </message>
  </context>
  <context>
    <name>RegionData</name>
    <message>
      <source>Reading the boundaries of the NUTS III areas</source>
      <translation>Lecture des limites des zones NUTS III</translation>
    </message>
  </context>
  <context>
    <name>Remarks</name>
    <message>
      <source>All {all} partners.</source>
      <translation>Tous les partenaires : {all}.</translation>
    </message>
    <message>
      <source>The first {shown} of {all} partners.</source>
      <translation>Les {shown} premiers de {all} partenaires.</translation>
    </message>
  </context>
  <context>
    <name>ReportButton</name>
    <message>
      <source>All countries found</source>
      <translation>Tous les pays trouvés</translation>
    </message>
    <message>
      <source>All countries found, as PDF…</source>
      <translation>Tous les pays trouvés, en PDF…</translation>
    </message>
    <message>
      <source>Countries of the selection, as PDF: {}…</source>
      <translation>Pays de la sélection, en PDF : {}…</translation>
    </message>
    <message>
      <source>Countries of the selection: {}</source>
      <translation>Pays de la sélection : {}</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <source>Report by country: a page for each, with map, programmes found, numbers, legend and sources</source>
      <translation>Rapport par pays : une page pour chacun, avec carte, programmes trouvés, chiffres, légende et sources</translation>
    </message>
  </context>
  <context>
    <name>Reports</name>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Cancelled; no file was written.</source>
      <translation>Annulé ; aucun fichier n’a été écrit.</translation>
    </message>
    <message>
      <source>Load a search on the map first that finds something.</source>
      <translation>Chargez d’abord sur la carte une recherche qui trouve quelque chose.</translation>
    </message>
    <message>
      <source>Print layout: {name}</source>
      <translation>Mise en page : {name}</translation>
    </message>
    <message>
      <source>Report by country</source>
      <translation>Rapport par pays</translation>
    </message>
    <message>
      <source>Writing {}</source>
      <translation>Écriture de {}</translation>
    </message>
    <message>
      <source>Written to {path}: {count} countries.</source>
      <translation>Écrit dans {path} : {count} pays.</translation>
    </message>
    <message>
      <source>{} could not be written.</source>
      <translation>{} n’a pas pu être écrit.</translation>
    </message>
  </context>
  <context>
    <name>ResultModel</name>
    <message>
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <source>Found in</source>
      <translation>Trouvé dans</translation>
    </message>
    <message>
      <source>Funds</source>
      <translation>Fonds</translation>
    </message>
    <message>
      <source>May match: no source says whether it meets the search</source>
      <translation>Correspond peut-être : aucune source ne dit s’il répond à la recherche</translation>
    </message>
    <message>
      <source>Needs</source>
      <translation>Besoins</translation>
    </message>
    <message>
      <source>Of the programme or country that you work for</source>
      <translation>Du programme ou du pays pour lequel vous travaillez</translation>
    </message>
    <message>
      <source>Offers</source>
      <translation>Offres</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Période</translation>
    </message>
    <message>
      <source>SAMPLE: based on entries made up to show the service</source>
      <translation>EXEMPLE : repose sur des entrées inventées pour montrer le service</translation>
    </message>
    <message>
      <source>Scope</source>
      <translation>Portée</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titre</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Thèmes</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>non connu</translation>
    </message>
  </context>
  <context>
    <name>ResultsPage</name>
    <message>
      <source>Offers and needs</source>
      <translation>Offres et besoins</translation>
    </message>
    <message>
      <source>Offers and needs ({count})</source>
      <translation>Offres et besoins ({count})</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programmes</translation>
    </message>
    <message>
      <source>Programmes found</source>
      <translation>Programmes trouvés</translation>
    </message>
  </context>
  <context>
    <name>RowMenu</name>
    <message>
      <source>Copy the CCI</source>
      <translation>Copier le CCI</translation>
    </message>
    <message>
      <source>Copy the row</source>
      <translation>Copier la ligne</translation>
    </message>
    <message>
      <source>Copy the rows</source>
      <translation>Copier les lignes</translation>
    </message>
    <message>
      <source>Find partners</source>
      <translation>Trouver des partenaires</translation>
    </message>
    <message>
      <source>Let it flash</source>
      <translation>Faire clignoter</translation>
    </message>
    <message>
      <source>Open its page in the browser</source>
      <translation>Ouvrir sa page dans le navigateur</translation>
    </message>
    <message>
      <source>Select on the map</source>
      <translation>Sélectionner sur la carte</translation>
    </message>
    <message>
      <source>Show on the map</source>
      <translation>Montrer sur la carte</translation>
    </message>
    <message>
      <source>Show the programme</source>
      <translation>Montrer le programme</translation>
    </message>
    <message>
      <source>Zoom to it</source>
      <translation>Zoomer dessus</translation>
    </message>
  </context>
  <context>
    <name>RulesForm</name>
    <message>
      <source>Also sets that may meet the rules</source>
      <translation>Aussi les ensembles qui pourraient respecter les règles</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Catégorie de région</translation>
    </message>
    <message>
      <source>Category of the coordinator’s region</source>
      <translation>Catégorie de la région du coordinateur</translation>
    </message>
    <message>
      <source>Check the call</source>
      <translation>Vérifiez l’appel</translation>
    </message>
    <message>
      <source>Coordinator in any region</source>
      <translation>Coordinateur dans n’importe quelle région</translation>
    </message>
    <message>
      <source>Coordinator: {}</source>
      <translation>Coordinateur : {}</translation>
    </message>
    <message>
      <source>Countries, at least</source>
      <translation>Pays, au moins</translation>
    </message>
    <message>
      <source>Facts that are not known count as met; each set says whether it is certain</source>
      <translation>Ce qui n’est pas connu compte comme respecté ; chaque ensemble dit s’il est certain</translation>
    </message>
    <message>
      <source>From one country, at most</source>
      <translation>D’un même pays, au plus</translation>
    </message>
    <message>
      <source>In brackets: what the call asks for</source>
      <translation>Entre parenthèses : ce que l’appel demande</translation>
    </message>
    <message>
      <source>Members of any category of region</source>
      <translation>Membres de toute catégorie de région</translation>
    </message>
    <message>
      <source>Members of this category, at least</source>
      <translation>Membres de cette catégorie, au moins</translation>
    </message>
    <message>
      <source>Members, at least</source>
      <translation>Membres, au moins</translation>
    </message>
    <message>
      <source>NUTS 2 regions, at least</source>
      <translation>Régions NUTS 2, au moins</translation>
    </message>
    <message>
      <source>No call: rules of your own</source>
      <translation>Aucun appel : vos propres règles</translation>
    </message>
    <message>
      <source>Rules of a call</source>
      <translation>Règles d’un appel</translation>
    </message>
    <message>
      <source>countries {n}</source>
      <translation>pays {n}</translation>
    </message>
    <message>
      <source>from one country {n}</source>
      <translation>d’un même pays {n}</translation>
    </message>
    <message>
      <source>members {n}</source>
      <translation>membres {n}</translation>
    </message>
    <message>
      <source>no rules yet</source>
      <translation>pas encore de règles</translation>
    </message>
    <message>
      <source>regions {n}</source>
      <translation>régions {n}</translation>
    </message>
    <message>
      <source>rules as read in</source>
      <translation>règles lues dans</translation>
    </message>
  </context>
  <context>
    <name>RulesStates</name>
    <message>
      <source>Choose a call above, or say how many members, regions or countries are needed.</source>
      <translation>Choisissez un appel ci-dessus, ou dites combien de membres, de régions ou de pays il faut.</translation>
    </message>
    <message>
      <source>Which rules must a consortium meet?</source>
      <translation>Quelles règles un consortium doit-il respecter ?</translation>
    </message>
  </context>
  <context>
    <name>SaveDialog</name>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Name of the search</source>
      <translation>Nom de la recherche</translation>
    </message>
    <message>
      <source>Save it in the project, for everyone who opens it</source>
      <translation>La conserver dans le projet, pour tous ceux qui l’ouvrent</translation>
    </message>
    <message>
      <source>Save this search</source>
      <translation>Enregistrer cette recherche</translation>
    </message>
  </context>
  <context>
    <name>SavedSearches</name>
    <message>
      <source>A saved search needs a name.</source>
      <translation>Une recherche enregistrée a besoin d’un nom.</translation>
    </message>
    <message>
      <source>There is another search called “{name}”.</source>
      <translation>Il y a une autre recherche appelée « {name} ».</translation>
    </message>
    <message>
      <source>This file contains no saved searches that can be read.</source>
      <translation>Ce fichier ne contient aucune recherche enregistrée lisible.</translation>
    </message>
    <message>
      <source>This name is too long.</source>
      <translation>Ce nom est trop long.</translation>
    </message>
  </context>
  <context>
    <name>ScopeCriterion</name>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Portée du partenariat recherché</translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message>
      <source>A saved search has an unknown criterion.</source>
      <translation>Une recherche enregistrée contient un critère inconnu.</translation>
    </message>
    <message>
      <source>A saved search must be a JSON object.</source>
      <translation>Une recherche enregistrée doit être un objet JSON.</translation>
    </message>
    <message>
      <source>A value of a saved search has the wrong type.</source>
      <translation>Une recherche enregistrée contient une valeur du mauvais type.</translation>
    </message>
    <message>
      <source>All programmes</source>
      <translation>Tous les programmes</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Catégorie de région</translation>
    </message>
    <message>
      <source>Countries left out</source>
      <translation>Pays écartés</translation>
    </message>
    <message>
      <source>Countries sought</source>
      <translation>Pays recherchés</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <source>ESF+ secondary theme</source>
      <translation>Thème secondaire du FSE+</translation>
    </message>
    <message>
      <source>Entries that partners can answer on that day (in Brussels) and whose action is not completed</source>
      <translation>Entrées auxquelles des partenaires peuvent répondre ce jour-là (à Bruxelles) et dont l'action n'est pas achevée</translation>
    </message>
    <message>
      <source>Form of cooperation</source>
      <translation>Forme de coopération</translation>
    </message>
    <message>
      <source>Fund</source>
      <translation>Fonds</translation>
    </message>
    <message>
      <source>Has a land border with</source>
      <translation>A une frontière terrestre avec</translation>
    </message>
    <message>
      <source>Intervention field</source>
      <translation>Domaine d'intervention</translation>
    </message>
    <message>
      <source>Macro-regional or sea-basin strategy</source>
      <translation>Stratégie macrorégionale ou de bassin maritime</translation>
    </message>
    <message>
      <source>NUTS region</source>
      <translation>Région NUTS</translation>
    </message>
    <message>
      <source>Objective</source>
      <translation>Objectif</translation>
    </message>
    <message>
      <source>Offers or needs</source>
      <translation>Offres ou besoins</translation>
    </message>
    <message>
      <source>Open on</source>
      <translation>Ouvert</translation>
    </message>
    <message>
      <source>Open on {}</source>
      <translation>Ouvert le {}</translation>
    </message>
    <message>
      <source>Open today</source>
      <translation>Ouvert aujourd’hui</translation>
    </message>
    <message>
      <source>Partners sought</source>
      <translation>Partenaires recherchés</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Période</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Portée du partenariat recherché</translation>
    </message>
    <message>
      <source>Status of the cooperation</source>
      <translation>État de la coopération</translation>
    </message>
    <message>
      <source>Strategies sought</source>
      <translation>Stratégies recherchées</translation>
    </message>
    <message>
      <source>Territorial focus</source>
      <translation>Ciblage territorial</translation>
    </message>
    <message>
      <source>This search was saved by a newer version of the plugin.</source>
      <translation>Cette recherche a été enregistrée par une version plus récente de l’extension.</translation>
    </message>
    <message>
      <source>Title: {}</source>
      <translation>Titre : {}</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Thème des actions de coopération</translation>
    </message>
    <message>
      <source>Words: {}</source>
      <translation>Mots : {}</translation>
    </message>
    <message>
      <source>including programmes that may meet the criteria</source>
      <translation>y compris les programmes qui pourraient remplir les critères</translation>
    </message>
    <message>
      <source>without sample entries</source>
      <translation>sans entrées d’exemple</translation>
    </message>
  </context>
  <context>
    <name>SearchBar</name>
    <message>
      <source>A filter that finds the same programmes in other clients</source>
      <translation>Un filtre qui trouve les mêmes programmes dans d’autres clients</translation>
    </message>
    <message>
      <source>Clear all choices</source>
      <translation>Retirer tous les choix</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <source>Copy as CQL2</source>
      <translation>Copier en CQL2</translation>
    </message>
    <message>
      <source>Copy as link</source>
      <translation>Copier comme lien</translation>
    </message>
    <message>
      <source>Copy this search for use elsewhere, or paste a copied one</source>
      <translation>Copier cette recherche pour l’utiliser ailleurs, ou en coller une</translation>
    </message>
    <message>
      <source>First copy a link to a search, here or on the server's pages</source>
      <translation>Copiez d’abord l’adresse d’une recherche : d’ici ou des pages du serveur</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <source>How to search, in your browser</source>
      <translation>Comment chercher, dans le navigateur</translation>
    </message>
    <message>
      <source>Manage…</source>
      <translation>Gérer…</translation>
    </message>
    <message>
      <source>No search yet</source>
      <translation>Pas encore de recherche</translation>
    </message>
    <message>
      <source>Nothing saved yet</source>
      <translation>Rien d’enregistré pour l’instant</translation>
    </message>
    <message>
      <source>Paste link</source>
      <translation>Coller le lien</translation>
    </message>
    <message>
      <source>Remove all</source>
      <translation>Tout oublier</translation>
    </message>
    <message>
      <source>Remove one</source>
      <translation>En oublier une</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Réinitialiser</translation>
    </message>
    <message>
      <source>Save this search…</source>
      <translation>Enregistrer cette recherche…</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Enregistrées</translation>
    </message>
    <message>
      <source>Searches saved under a name</source>
      <translation>Recherches enregistrées sous un nom</translation>
    </message>
    <message>
      <source>Show the search of the link on the clipboard</source>
      <translation>Montrer la recherche du lien qui est dans le presse-papiers</translation>
    </message>
    <message>
      <source>The CQL2 filter of this search is on the clipboard.</source>
      <translation>Le filtre CQL2 de cette recherche est dans le presse-papiers.</translation>
    </message>
    <message>
      <source>The last searches</source>
      <translation>Les dernières recherches</translation>
    </message>
    <message>
      <source>The link to this search is on the clipboard.</source>
      <translation>Le lien vers cette recherche est dans le presse-papiers.</translation>
    </message>
    <message>
      <source>This search as a link to the server</source>
      <translation>La même recherche comme adresse sur le serveur</translation>
    </message>
    <message>
      <source>{name} (project)</source>
      <translation>{name} (projet)</translation>
    </message>
  </context>
  <context>
    <name>Section</name>
    <message>
      <source>Clear “{title}”</source>
      <translation>Vider « {title} »</translation>
    </message>
    <message>
      <source>Hide the choices</source>
      <translation>Masquer les choix</translation>
    </message>
    <message>
      <source>Show the choices</source>
      <translation>Afficher les choix</translation>
    </message>
  </context>
  <context>
    <name>SheetButton</name>
    <message>
      <source>Atlas of the best {count}</source>
      <translation>Atlas des {count} meilleurs</translation>
    </message>
    <message>
      <source>Atlas of the ticked partners ({count})</source>
      <translation>Atlas des partenaires cochés ({count})</translation>
    </message>
    <message>
      <source>Lays partners out on pages, with map, reasons and sources, to print or as PDF</source>
      <translation>Met les partenaires en page, avec carte, raisons et sources, pour l’impression ou en PDF</translation>
    </message>
    <message>
      <source>Print partner sheets</source>
      <translation>Imprimer des fiches de partenaires</translation>
    </message>
    <message>
      <source>Sheet of this partner</source>
      <translation>Fiche de ce partenaire</translation>
    </message>
  </context>
  <context>
    <name>StatePage</name>
    <message>
      <source>Asking the server…</source>
      <translation>Interrogation du serveur…</translation>
    </message>
    <message>
      <source>Change the choice that the server names, or reset the search.</source>
      <translation>Changez le choix que nomme le serveur, ou réinitialisez la recherche.</translation>
    </message>
    <message>
      <source>Check the address of the server and your network, then try again.</source>
      <translation>Vérifiez l’adresse du serveur et votre réseau, puis réessayez.</translation>
    </message>
    <message>
      <source>Check the address of the server.</source>
      <translation>Vérifiez l’adresse du serveur.</translation>
    </message>
    <message>
      <source>Choose what to look for. The number of programmes found is always shown below; “Search” lists them.</source>
      <translation>Choisissez ce que vous cherchez. Le nombre de programmes trouvés est toujours affiché en bas ; « Chercher » les liste.</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>Chargement</translation>
    </message>
    <message>
      <source>No offer or need meets all criteria</source>
      <translation>Aucune offre ni aucun besoin ne remplit tous les critères</translation>
    </message>
    <message>
      <source>No programme meets all criteria</source>
      <translation>Aucun programme ne répond à tout cela</translation>
    </message>
    <message>
      <source>No search yet</source>
      <translation>Pas encore de recherche</translation>
    </message>
    <message>
      <source>Press “Test” in the Server section: QGIS asks whether to trust it.</source>
      <translation>Appuyez sur « Tester » dans la section Serveur : QGIS demande s’il faut lui faire confiance.</translation>
    </message>
    <message>
      <source>Press “Try again” to go on.</source>
      <translation>Appuyez sur « Réessayer » pour continuer.</translation>
    </message>
    <message>
      <source>Programmes are also found by their own facts. An entry must itself meet all criteria of entries, such as topic and scope.</source>
      <translation>Les programmes sont aussi trouvés par leurs propres données. Une entrée doit remplir elle-même tous les critères des entrées, tels que le thème et la portée.</translation>
    </message>
    <message>
      <source>Remove one of the choices: the numbers beside them show how many programmes each would find.</source>
      <translation>Retirez un des choix : les nombres à côté disent ce que chacun trouverait.</translation>
    </message>
    <message>
      <source>Reset the search</source>
      <translation>Réinitialiser la recherche</translation>
    </message>
    <message>
      <source>Show the connection</source>
      <translation>Afficher la connexion</translation>
    </message>
    <message>
      <source>The server has a problem: try again in a moment.</source>
      <translation>Le serveur a lui-même un problème : réessayez dans un instant.</translation>
    </message>
    <message>
      <source>The server or the network is slow: try again in a moment.</source>
      <translation>Le serveur ou le réseau est lent : réessayez dans un instant.</translation>
    </message>
    <message>
      <source>Then press “Test”; QGIS asks for them again.</source>
      <translation>Appuyez ensuite sur « Tester » ; QGIS les redemande.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <source>Try again; if the problem persists, contact the people who run the server.</source>
      <translation>Réessayez ; si cela persiste, prévenez ceux qui gèrent le serveur.</translation>
    </message>
    <message>
      <source>Update the plugin, or choose another server.</source>
      <translation>Mettez l’extension à jour, ou choisissez un autre serveur.</translation>
    </message>
  </context>
  <context>
    <name>Store</name>
    <message>
      <source>A saved search cannot be read: {reason}</source>
      <translation>Une recherche conservée ne peut pas être lue : {reason}</translation>
    </message>
  </context>
  <context>
    <name>Styles</name>
    <message>
      <source>1 programme</source>
      <translation>1 programme</translation>
    </message>
    <message>
      <source>1 programme found</source>
      <translation>1 programme trouvé</translation>
    </message>
    <message>
      <source>1 project (keep.eu)</source>
      <translation>1 projet (keep.eu)</translation>
    </message>
    <message>
      <source>All of them (best match)</source>
      <translation>Tous (meilleure correspondance)</translation>
    </message>
    <message>
      <source>As many offers as needs</source>
      <translation>Autant d’offres que de besoins</translation>
    </message>
    <message>
      <source>By sea</source>
      <translation>Par la mer</translation>
    </message>
    <message>
      <source>By the mapping of an objective</source>
      <translation>Par correspondance d’un objectif</translation>
    </message>
    <message>
      <source>By the mapping of an objective, or not known</source>
      <translation>Par correspondance d’un objectif, ou inconnu</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Catégorie de région</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <source>Dashed white: rests on sample entries</source>
      <translation>Tirets blancs : repose sur des entrées d’exemple</translation>
    </message>
    <message>
      <source>Equal intervals</source>
      <translation>Intervalles égaux</translation>
    </message>
    <message>
      <source>Everything is known</source>
      <translation>Tout est connu</translation>
    </message>
    <message>
      <source>Four or more of them</source>
      <translation>Quatre ou plus</translation>
    </message>
    <message>
      <source>Hatched: rests on sample entries</source>
      <translation>Hachuré : repose sur des entrées d’exemple</translation>
    </message>
    <message>
      <source>It lies in my feature</source>
      <translation>Elle se trouve dans mon entité</translation>
    </message>
    <message>
      <source>More needs than offers, by {}</source>
      <translation>Plus de besoins que d’offres, de {}</translation>
    </message>
    <message>
      <source>More offers than needs, by {}</source>
      <translation>Plus d’offres que de besoins, de {}</translation>
    </message>
    <message>
      <source>My feature lies in it</source>
      <translation>Mon entité s’y trouve</translation>
    </message>
    <message>
      <source>My programme</source>
      <translation>Mon programme</translation>
    </message>
    <message>
      <source>Natural breaks</source>
      <translation>Seuils naturels</translation>
    </message>
    <message>
      <source>Near my feature</source>
      <translation>Près de mon entité</translation>
    </message>
    <message>
      <source>No category: not EU</source>
      <translation>Aucune catégorie : hors UE</translation>
    </message>
    <message>
      <source>No cooperation entry known</source>
      <translation>Aucune entrée de coopération connue</translation>
    </message>
    <message>
      <source>No offer or need found</source>
      <translation>Aucune offre ni aucun besoin trouvé</translation>
    </message>
    <message>
      <source>No programme</source>
      <translation>Aucun programme</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Aucun</translation>
    </message>
    <message>
      <source>None known (keep.eu)</source>
      <translation>Aucun connu (keep.eu)</translation>
    </message>
    <message>
      <source>None of them known</source>
      <translation>Aucun connu</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Inconnu</translation>
    </message>
    <message>
      <source>Not known whether one matches</source>
      <translation>On ignore si l’un correspond</translation>
    </message>
    <message>
      <source>Number of programmes</source>
      <translation>Nombre de programmes</translation>
    </message>
    <message>
      <source>Offers against needs</source>
      <translation>Offres face aux besoins</translation>
    </message>
    <message>
      <source>Offers and needs</source>
      <translation>Offres et besoins</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Autres</translation>
    </message>
    <message>
      <source>Other programmes</source>
      <translation>Autres programmes</translation>
    </message>
    <message>
      <source>Overlaps my feature</source>
      <translation>Chevauche mon entité</translation>
    </message>
    <message>
      <source>Pretty breaks</source>
      <translation>Jolies ruptures</translation>
    </message>
    <message>
      <source>Programmes of my country</source>
      <translation>Programmes de mon pays</translation>
    </message>
    <message>
      <source>Quantiles</source>
      <translation>Quantiles</translation>
    </message>
    <message>
      <source>Ringed: entries of my country</source>
      <translation>Cerclées : entrées de mon pays</translation>
    </message>
    <message>
      <source>Ringed: my entries</source>
      <translation>Cerclées : mes entrées</translation>
    </message>
    <message>
      <source>Scope of partnership needed</source>
      <translation>Portée du partenariat recherché</translation>
    </message>
    <message>
      <source>Shared border</source>
      <translation>Frontière commune</translation>
    </message>
    <message>
      <source>Territorial cooperation 2014-2020</source>
      <translation>Coopération territoriale 2014-2020</translation>
    </message>
    <message>
      <source>The same as my feature</source>
      <translation>Identique à mon entité</translation>
    </message>
    <message>
      <source>Three of them</source>
      <translation>Trois d’entre eux</translation>
    </message>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Thème des actions de coopération</translation>
    </message>
    <message>
      <source>Touch in a point</source>
      <translation>Se touchent en un point</translation>
    </message>
    <message>
      <source>Touches my feature</source>
      <translation>Touche mon entité</translation>
    </message>
    <message>
      <source>Two of them</source>
      <translation>Deux d’entre eux</translation>
    </message>
    <message>
      <source>What is known</source>
      <translation>Ce qui est connu</translation>
    </message>
    <message>
      <source>{0} to {1} % is known</source>
      <translation>{0} à {1} % est connu</translation>
    </message>
    <message>
      <source>{} (sample)</source>
      <translation>{} (exemple)</translation>
    </message>
    <message>
      <source>{} or more</source>
      <translation>{} ou plus</translation>
    </message>
    <message>
      <source>{} programmes</source>
      <translation>{} programmes</translation>
    </message>
    <message>
      <source>{} programmes found</source>
      <translation>{} programmes trouvés</translation>
    </message>
    <message>
      <source>{} projects (keep.eu)</source>
      <translation>{} projets (keep.eu)</translation>
    </message>
    <message>
      <source>{}, not read in a source</source>
      <translation>{}, non lu dans une source</translation>
    </message>
  </context>
  <context>
    <name>TableBar</name>
    <message>
      <source>All columns</source>
      <translation>Toutes les colonnes</translation>
    </message>
    <message>
      <source>Columns, and the column to filter</source>
      <translation>Colonnes, et celle à filtrer</translation>
    </message>
    <message>
      <source>Filter in</source>
      <translation>Filtrer dans</translation>
    </message>
    <message>
      <source>Filter the rows</source>
      <translation>Filtrer les lignes</translation>
    </message>
    <message>
      <source>Filter these rows</source>
      <translation>Filtrer ces lignes</translation>
    </message>
    <message>
      <source>Filter “{column}”</source>
      <translation>Filtrer « {column} »</translation>
    </message>
    <message>
      <source>Rows shown</source>
      <translation>Lignes affichées</translation>
    </message>
    <message>
      <source>Selected rows on top</source>
      <translation>Lignes sélectionnées en haut</translation>
    </message>
    <message>
      <source>Shows the rows that have every word; the search and the map stay as they are</source>
      <translation>Montre les lignes qui contiennent tous les mots ; la recherche et la carte restent inchangées</translation>
    </message>
    <message>
      <source>{shown} of {all}</source>
      <translation>{shown} sur {all}</translation>
    </message>
  </context>
  <context>
    <name>TextCriterion</name>
    <message>
      <source>Values separated by commas</source>
      <translation>Valeurs séparées par des virgules</translation>
    </message>
  </context>
  <context>
    <name>Tips</name>
    <message>
      <source>All programmes here</source>
      <translation>Tous les programmes ici</translation>
    </message>
    <message>
      <source>Based on SAMPLE entries: made up, not facts</source>
      <translation>Repose sur des EXEMPLES : inventés, aucun fait</translation>
    </message>
    <message>
      <source>By sea, at most 150 km</source>
      <translation>Par la mer, à 150 km au plus</translation>
    </message>
    <message>
      <source>Category of region</source>
      <translation>Catégorie de région</translation>
    </message>
    <message>
      <source>Common border (km)</source>
      <translation>Frontière commune (km)</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <source>Date of the sources</source>
      <translation>État des sources</translation>
    </message>
    <message>
      <source>Distance (km)</source>
      <translation>Distance (km)</translation>
    </message>
    <message>
      <source>Entries that meet are SAMPLES: made up, not facts</source>
      <translation>Les entrées qui se correspondent sont des EXEMPLES : inventées, pas des faits</translation>
    </message>
    <message>
      <source>Funds</source>
      <translation>Fonds</translation>
    </message>
    <message>
      <source>Interreg projects 2014-2020 (keep.eu)</source>
      <translation>Projets Interreg 2014-2020 (keep.eu)</translation>
    </message>
    <message>
      <source>Land border with</source>
      <translation>Frontière terrestre avec</translation>
    </message>
    <message>
      <source>Managing authority</source>
      <translation>Autorité de gestion</translation>
    </message>
    <message>
      <source>Neighbours</source>
      <translation>Voisins</translation>
    </message>
    <message>
      <source>Offers / needs</source>
      <translation>Offres / besoins</translation>
    </message>
    <message>
      <source>Offers / needs found</source>
      <translation>Offres / besoins trouvés</translation>
    </message>
    <message>
      <source>Offers or needs found</source>
      <translation>Offres ou besoins trouvés</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Période</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>Programmes</translation>
    </message>
    <message>
      <source>Programmes found: {number} of {whole}</source>
      <translation>Programmes trouvés : {number} sur {whole}</translation>
    </message>
    <message>
      <source>SAMPLE: made up, states no fact</source>
      <translation>EXEMPLE : inventé, n’énonce aucun fait</translation>
    </message>
    <message>
      <source>Scope of partnership</source>
      <translation>Portée du partenariat</translation>
    </message>
    <message>
      <source>Scopes found</source>
      <translation>Portées trouvées</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Score</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Thèmes</translation>
    </message>
    <message>
      <source>Topics found</source>
      <translation>Thèmes trouvés</translation>
    </message>
  </context>
  <context>
    <name>TitleCriterion</name>
    <message>
      <source>Programme in words</source>
      <translation>Programme en mots</translation>
    </message>
    <message>
      <source>Title, CCI, region, authority, topic</source>
      <translation>Titre, CCI, région, autorité, thème</translation>
    </message>
    <message>
      <source>Words of the title, the CCI, the managing authority, the regions in any language, or the topics. Accents and capitals make no difference. With * for any text, the whole title is compared: ERDF*Sicil*. While you type, titles are suggested. A copied link to a search can be pasted here.</source>
      <translation>Mots du titre, CCI, autorité de gestion, régions dans toutes les langues ou thèmes. Accents et majuscules ne comptent pas. Avec * pour tout texte, le titre entier est comparé : ERDF*Sicil*. Des titres sont proposés pendant la saisie. Un lien copié vers une recherche peut être collé ici.</translation>
    </message>
  </context>
  <context>
    <name>TopicCriterion</name>
    <message>
      <source>Topic of cooperation actions</source>
      <translation>Thème des actions de coopération</translation>
    </message>
  </context>
  <context>
    <name>WeightsPanel</name>
    <message>
      <source>All weights are 0: at least one part must count.</source>
      <translation>Tous les poids sont à 0 : au moins un élément doit compter.</translation>
    </message>
    <message>
      <source>From one country</source>
      <translation>D'un même pays</translation>
    </message>
    <message>
      <source>Only programmes of the search</source>
      <translation>Seulement les programmes de la recherche</translation>
    </message>
    <message>
      <source>Partners must meet the criteria of the search, too</source>
      <translation>Les partenaires doivent aussi remplir les critères de la recherche</translation>
    </message>
    <message>
      <source>Show at most</source>
      <translation>Afficher au plus</translation>
    </message>
    <message>
      <source>Weight of “{part}”</source>
      <translation>Poids de « {part} »</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Pondérations</translation>
    </message>
    <message>
      <source>Weights of your own</source>
      <translation>Vos propres poids</translation>
    </message>
    <message>
      <source>What counts most; the sliders below show and change it</source>
      <translation>Ce qui compte le plus ; les curseurs ci-dessous le montrent et le changent</translation>
    </message>
    <message>
      <source>With the same area</source>
      <translation>Avec la même zone</translation>
    </message>
  </context>
</TS>
