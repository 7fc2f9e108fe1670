/** What one import brings in, in the order in which each may refer to those before it. */
export const importKinds = ['organisations', 'areas', 'persons', 'alliances'] as const;
export type ImportKind = (typeof importKinds)[number];

export type FieldType =
  | 'text'
  | 'name'
  | 'mail'
  | 'day'
  | 'lastDay'
  | 'amount'
  | 'currency'
  | 'truth'
  | 'level'
  | 'year'
  | 'list'
  | 'organisationKind'
  | 'areaKind'
  | 'function'
  | 'phase'
  | 'tier';

/** One thing a column can mean. `header` is how our own exports call it. */
export type ImportField = {
  readonly key: string;
  readonly header: string;
  readonly type: FieldType;
  /** Without it (or a value for all rows) no row of the sheet can be brought in. */
  readonly isNeeded?: boolean;
  /** Understood on the way in, never written on the way out. */
  readonly isInOnly?: boolean;
  readonly hint?: string;
  /** Other headers that mean the same, in letters and digits only; see header-guess.ts. */
  readonly aliases: string;
};

const ententeId: ImportField = {
  key: 'id',
  header: 'Entente id',
  type: 'text',
  aliases: 'ententeid',
  hint: 'written by our own exports',
};

const organisationFields: readonly ImportField[] = [
  {
    key: 'externalId',
    header: 'Organisation id',
    type: 'text',
    aliases:
      'id externalid accountid accountnumber companyid recordid partnerid organizationid orgid kundennummer firmennummer debitor crmid hubspotid idempresa idsociete klantnummer',
  },
  {
    key: 'name',
    header: 'Organisation',
    type: 'name',
    isNeeded: true,
    aliases:
      'name organisationname organization organizationname account accountname company companyname partner partnername firma firmenname unternehmen unternehmensname gesellschaft entreprise societe nomdelentreprise raisonsociale empresa nombredelaempresa compania organizacion bedrijf bedrijfsnaam organisatie azienda ragionesociale legalname',
  },
  {
    key: 'kind',
    header: 'Kind',
    type: 'organisationKind',
    aliases:
      'type accounttype organisationtype organizationtype relationship partnertype art typ kategorie beziehung typedecompte categorie tipo tipodecuenta soort relatie category role',
  },
  {
    key: 'isFounderLed',
    header: 'Founder-led',
    type: 'truth',
    aliases:
      'founderled isfounderled ledbyfounder gruendergefuehrt grundergefuhrt inhabergefuehrt inhabergefuhrt familyowned dirigeeparfondateur dirigidaporfundador dooroprichtergeleid',
  },
  {
    key: 'founderLedSince',
    header: 'Founder-led since',
    type: 'day',
    aliases:
      'founderledsince foundersince founded foundedon yearfounded gruendung grundung gruendungsjahr grundungsjahr gegruendet gegrundet datedecreation fundacion opgericht',
  },
  {
    key: 'country',
    header: 'Country',
    type: 'text',
    aliases:
      'country land staat billingcountry countryregion hqcountry pays pais paese headquarters billingcountrycode',
  },
  ententeId,
];

const areaFields: readonly ImportField[] = [
  {
    key: 'externalId',
    header: 'Area id',
    type: 'text',
    aliases:
      'id externalid businessunitid costcenter costcentre costcenterid kostenstelle orgunitid orgeinheitid organizationalunitid supervisoryorganizationid departmentid divisionid unitid code centredecouts centrodecoste kostenplaats',
  },
  {
    key: 'organisation',
    header: 'Organisation',
    type: 'name',
    aliases:
      'organisation organization company companyname legalentity account accountname firma unternehmen gesellschaft entreprise societe empresa bedrijf organisatie',
  },
  {
    key: 'name',
    header: 'Area',
    type: 'name',
    isNeeded: true,
    aliases:
      'name areaname businessarea businessunit businessunitname unit unitname division divisionname department departmentname segment productline supervisoryorganization bereich geschaeftsbereich geschaftsbereich sparte abteilung organisationseinheit produktlinie domaine division uniteoperationnelle domainedactivite lignedeproduits area areadenegocio unidaddenegocio lineadeproducto bedrijfsonderdeel afdeling bedrijfseenheid',
  },
  {
    key: 'parent',
    header: 'Part of',
    type: 'name',
    aliases:
      'partof parent parentarea parentunit parentdivision parentdepartment parentbusinessunit superiororganization superior uebergeordnet ubergeordnet uebergeordneterbereich ubergeordneterbereich gehoertzu gehortzu parentid rattachement unitemere unidadsuperior bovenliggend onderdeelvan',
  },
  {
    key: 'kind',
    header: 'Kind',
    type: 'areaKind',
    aliases: 'type areatype unittype art typ tipo soort categorie category',
  },
  {
    key: 'currency',
    header: 'Currency',
    type: 'currency',
    aliases: 'currency currencyisocode waehrung wahrung devise monnaie moneda divisa valuta',
  },
  {
    key: 'year',
    header: 'Year',
    type: 'year',
    isInOnly: true,
    aliases: 'year fiscalyear fy jahr geschaeftsjahr geschaftsjahr annee exercice ano ejercicio jaar boekjaar',
  },
  {
    key: 'result',
    header: 'Result',
    type: 'amount',
    isInOnly: true,
    aliases:
      'result yearlyresult revenue sales ebit operatingprofit profit amount ergebnis umsatz betriebsergebnis resultat chiffredaffaires resultado ingresos ventas resultaat omzet',
  },
  ententeId,
];

const personFields: readonly ImportField[] = [
  {
    key: 'externalId',
    header: 'Person id',
    type: 'text',
    aliases:
      'id externalid personid employeeid employeenumber employeeno workerid personnelnumber persno personalnummer personnelno userid userssysid usersysid personidexternal contactid recordid mitarbeiternummer mitarbeiterid staffid badge matricule numeroempleado idempleado personeelsnummer medewerkernummer globalid workdayid',
  },
  {
    key: 'name',
    header: 'Name',
    type: 'name',
    isNeeded: true,
    aliases:
      'fullname displayname employeename workername worker employee person executive contact contactname preferredname legalname formattedname mitarbeiter mitarbeitername vollstaendigername vollstandigername nameundvorname nom nomcomplet nometprenom collaborateur salarie nombre nombrecompleto empleado nombreyapellidos naam volledigenaam medewerker nome dipendente',
  },
  {
    key: 'firstName',
    header: 'First name',
    type: 'name',
    isInOnly: true,
    aliases:
      'firstname givenname forename preferredfirstname legalfirstname vorname prenom nombredepila primernombre voornaam roepnaam',
  },
  {
    key: 'lastName',
    header: 'Last name',
    type: 'name',
    isInOnly: true,
    aliases:
      'lastname surname familyname legallastname preferredlastname nachname familienname nomdefamille apellido apellidos achternaam cognome',
  },
  {
    key: 'mail',
    header: 'Mail',
    type: 'mail',
    aliases:
      'email emailaddress mailaddress workemail businessemail primaryworkemail emailwork companyemail emailprimarywork emailadresse mailadresse geschaeftlicheemail geschaftlicheemail courriel adressemail adresseemail correo correoelectronico emailadres mailadres',
  },
  {
    key: 'organisation',
    header: 'Organisation',
    type: 'name',
    aliases:
      'organisation organization company companyname legalentity employer account accountname firma unternehmen gesellschaft arbeitgeber entreprise societe employeur empresa sociedad bedrijf organisatie werkgever subcompany associatedcompany',
  },
  {
    key: 'postExternalId',
    header: 'Post id',
    type: 'text',
    aliases:
      'postid positionid positionnumber positioncode jobid jobreqid planstelle planstellennummer positionsnummer idposte idpuesto functienummer',
  },
  {
    key: 'title',
    header: 'Title',
    type: 'text',
    aliases:
      'jobtitle businesstitle position positiontitle role post roletitle jobname currenttitle rolle stelle stellenbezeichnung positionsbezeichnung titel jobbezeichnung berufsbezeichnung poste intitule intituleduposte fonction titre puesto cargo titulo functie functietitel functienaam funktionsbezeichnung ruolo jobprofile',
  },
  {
    key: 'function',
    header: 'Function',
    type: 'function',
    aliases:
      'jobfunction jobfamily functionalarea jobfamilygroup funktion funktionsbereich fachbereich famillemetier funcion vakgebied',
  },
  {
    key: 'level',
    header: 'Level',
    type: 'level',
    aliases:
      'joblevel managementlevel grade jobgrade seniority careerlevel hierarchylevel band paygrade ebene fuehrungsebene fuhrungsebene hierarchieebene managementebene niveau niveauhierarchique echelon nivel niveljerarquico niveau functieniveau rang',
  },
  {
    key: 'area',
    header: 'Area',
    type: 'name',
    aliases:
      'area businessarea businessunit division department unit costcenter supervisoryorganization team segment productline bereich geschaeftsbereich geschaftsbereich sparte abteilung organisationseinheit direction departement service domaine areadenegocio unidaddenegocio departamento afdeling bedrijfsonderdeel departmentname divisionname businessunitname orgunit',
  },
  {
    key: 'reportsTo',
    header: 'Reports to',
    type: 'name',
    aliases:
      'reportsto manager managername linemanager supervisor supervisorname manageremail managermail managerid manageruserid manageremployeeid workersmanager boss lead superior directmanager vorgesetzter vorgesetzte fuehrungskraft fuhrungskraft berichtetan manageremployeenumber responsable superieur responsablehierarchique manageur rattachea jefe jefedirecto supervisordirecto reportaa leidinggevende rapporteertaan reportingto',
  },
  {
    key: 'budget',
    header: 'Budget',
    type: 'amount',
    aliases:
      'budget yearlybudget annualbudget budgetresponsibility budgetverantwortung jahresbudget presupuesto budgetannuel jaarbudget',
  },
  {
    key: 'budgetCurrency',
    header: 'Budget currency',
    type: 'currency',
    aliases: 'budgetcurrency currency waehrung wahrung devise monnaie moneda divisa valuta',
  },
  {
    key: 'from',
    header: 'First day',
    type: 'day',
    isNeeded: true,
    hint: 'of the post, not of the employment',
    aliases:
      'firstday from since start startdate startedon inrolesince positionstartdate jobstartdate positionstart effectivedate timeinpositionsince inpositionsince dateofentryinposition postsince rolestartdate seit von beginn ab startdatum imamtseit positionseit eintritt eintrittsdatum inpositionseit gueltigab gultigab hiredate depuis datededebut debut datedentree datedeprisedeposte desde fechadeinicio inicio fechadealta vanaf sinds begindatum ingangsdatum indienst',
  },
  {
    key: 'to',
    header: 'Last day',
    type: 'lastDay',
    hint: 'empty while the post is held',
    aliases:
      'lastday to until end enddate positionenddate jobenddate endedon effectiveenddate terminationdate bis ende enddatum austritt austrittsdatum gueltigbis gultigbis jusquau jusqua datedefin fin datedesortie hasta fechadefin fechadebaja tot einddatum uitdienst',
  },
  {
    key: 'rights',
    header: 'May decide',
    type: 'list',
    hint: 'such as Contracts: 5000000 EUR; Hiring',
    aliases:
      'maydecide decisionrights authority signingauthority approvallimit vollmacht entscheidungsrechte zeichnungsberechtigung pouvoirs delegationdesignature poderes bevoegdheid',
  },
  ententeId,
  {
    key: 'postId',
    header: 'Entente post id',
    type: 'text',
    aliases: 'ententepostid',
    hint: 'written by our own exports',
  },
];

const allianceFields: readonly ImportField[] = [
  {
    key: 'externalId',
    header: 'Alliance id',
    type: 'text',
    aliases:
      'id externalid allianceid opportunityid dealid recordid partnershipid projectid allianznummer idalianza contractid crmid',
  },
  {
    key: 'name',
    header: 'Alliance',
    type: 'name',
    isNeeded: true,
    aliases:
      'name alliancename partnership partnershipname opportunity opportunityname dealname initiative programme program cooperation collaboration allianz allianzname partnerschaft kooperation projekt projectname nomdelalliance partenariat alianza nombredelaalianza colaboracion alliantie alliantienaam samenwerking',
  },
  {
    key: 'partners',
    header: 'Partners',
    type: 'list',
    isNeeded: true,
    hint: 'several divided by ;',
    aliases:
      'partner partners partnername partnerorganisation partnerorganization partnercompany account accountname company companyname associatedcompany counterparty partnerunternehmen unternehmen firma partenaire partenaires entreprise socio socios empresa bedrijf partnerbedrijf',
  },
  {
    key: 'purpose',
    header: 'Purpose',
    type: 'text',
    aliases:
      'purpose description summary goal scope zweck beschreibung ziel objet but finalite proposito descripcion doel omschrijving beschrijving notes',
  },
  {
    key: 'phase',
    header: 'Phase',
    type: 'phase',
    aliases:
      'phase stage stagename dealstage status lifecyclestage lifecycle pipelinestage stand stufe etape statut fase etapa estado',
  },
  {
    key: 'tier',
    header: 'Tier',
    type: 'tier',
    aliases:
      'tier importance priority class classification segment partnertier level bedeutung prioritaet prioritat einstufung klasse importance priorite niveau prioridad nivel importancia prioriteit belang',
  },
  {
    key: 'startsOn',
    header: 'Starts',
    type: 'day',
    aliases:
      'starts startson start startdate effectivedate from signed signedon begin beginn startdatum ab seit von vertragsbeginn datededebut debut depuis inicio fechadeinicio desde begindatum ingangsdatum vanaf contractstartdate createdate',
  },
  {
    key: 'endsOn',
    header: 'Ends',
    type: 'lastDay',
    hint: 'the last day of the horizon',
    aliases:
      'ends endson end enddate expiry expires expirydate until closedate horizon horizonend termend ende enddatum bis vertragsende laufzeitende datedefin fin echeance jusqua hasta fechadefin vencimiento einddatum tot contractenddate renewaldate',
  },
  {
    key: 'currency',
    header: 'Currency',
    type: 'currency',
    aliases: 'currency currencyisocode dealcurrency waehrung wahrung devise monnaie moneda divisa valuta',
  },
  {
    key: 'values',
    header: 'Yearly value by area',
    type: 'list',
    hint: 'such as Mobility: 5000000; Energy: 2000000',
    aliases:
      'yearlyvaluebyarea valuebyarea valuesbyarea wertjebereich wertnachbereich jahreswertjebereich valeurpardomaine valorporarea waardeperonderdeel',
  },
  {
    key: 'area',
    header: 'Area',
    type: 'name',
    isInOnly: true,
    aliases:
      'area businessarea businessunit division bereich geschaeftsbereich geschaftsbereich sparte domaine areadenegocio unidaddenegocio bedrijfsonderdeel',
  },
  {
    key: 'value',
    header: 'Yearly value',
    type: 'amount',
    isInOnly: true,
    aliases:
      'value yearlyvalue annualvalue amount annualrevenue expectedrevenue dealamount revenue acv annualcontractvalue wert jahreswert umsatz betrag valeur valeurannuelle montant valor valoranual importe waarde jaarwaarde bedrag',
  },
  {
    key: 'decisions',
    header: 'Decisions needed',
    type: 'list',
    hint: 'such as Investment: 3000000; Exclusivity',
    aliases:
      'decisionsneeded decisions neededdecisions entscheidungen benoetigteentscheidungen benotigteentscheidungen decisionsrequises decisiones besluiten',
  },
  {
    key: 'manager',
    header: 'Alliance manager',
    type: 'name',
    aliases:
      'alliancemanager manager owner ownername opportunityowner dealowner accountowner partnermanager hubspotowner allianzmanager verantwortlich verantwortlicher betreuer responsable proprietaire chefdeprojet gestor gerente propietario alliantiemanager eigenaar',
  },
  {
    key: 'managerSince',
    header: 'Alliance manager since',
    type: 'day',
    aliases: 'alliancemanagersince managersince allianzmanagerseit managerdepuis managerdesde managersinds',
  },
  {
    key: 'partnerManager',
    header: "Partner's alliance manager",
    type: 'name',
    aliases:
      'partnersalliancemanager partneralliancemanager partnercontact counterpartmanager theirmanager ansprechpartner primarycontact contact contactname partnermanagername interlocuteur contacto contactpersoon',
  },
  {
    key: 'partnerManagerSince',
    header: "Partner's alliance manager since",
    type: 'day',
    aliases: 'partnersalliancemanagersince partnermanagersince',
  },
  {
    key: 'objectives',
    header: 'Objectives',
    type: 'list',
    hint: 'a sentence each, divided by |',
    aliases: 'objectives objective goals targets ziele zielsetzung objectifs objetivos doelstellingen doelen kpis',
  },
  ententeId,
];

export const importFields: { readonly [kind in ImportKind]: readonly ImportField[] } = {
  organisations: organisationFields,
  areas: areaFields,
  persons: personFields,
  alliances: allianceFields,
};

const resultKey = /^result:(\d{4})$/;

/** The field behind a key; an area's result of a year ('result:2024') is a field of its own. */
export const fieldOf = (kind: ImportKind, key: string): ImportField | undefined => {
  const year = kind === 'areas' ? resultKey.exec(key)?.[1] : undefined;
  if (year) return { key, header: `Result ${year}`, type: 'amount', aliases: '' };
  return importFields[kind].find((field) => field.key === key);
};

/** The headers of our own exports, in order; `years` are those of which areas have results. */
export const exportHeaders = (kind: ImportKind, years: readonly number[] = []): string[] => {
  const headers = importFields[kind].filter(({ isInOnly }) => !isInOnly).map(({ header }) => header);
  const last = headers.length - 1;
  return [...headers.slice(0, last), ...years.map((year) => `Result ${year}`), ...headers.slice(last)];
};
