import { ententeId, type ImportField } from './import-field.ts';

export const personFields: readonly ImportField[] = [
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
      'fullname displayname employeename workername worker employee person executive contact contactname preferredname legalname formattedname mitarbeiter mitarbeitername vollstaendigername vollstandigername nameundvorname nom nomcomplet nometprenom collaborateur salarie nombre nombrecompleto empleado nombreyapellidos naam volledigenaam medewerker nome dipendente nachnamevorname vornamenachname namevorname lastnamefirstname firstnamelastname surnamefirstname surnameforename nomprenom prenomnom apellidosnombre nombreapellidos achternaamvoornaam voornaamachternaam',
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
    key: 'postOrganisation',
    header: 'Organisation of the post',
    type: 'name',
    hint: 'where it is another one',
    aliases: 'postorganisation postorganization',
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
      'firstday from since start startdate startedon inrolesince positionstartdate jobstartdate positionstart effectivedate timeinpositionsince inpositionsince dateofentryinposition postsince rolestartdate seit von beginn ab startdatum imamtseit positionseit eintritt eintrittsdatum eintrittinposition eintrittindieposition besetztseit inpositionseit gueltigab gultigab hiredate depuis datededebut debut datedentree datedeprisedeposte desde fechadeinicio inicio fechadealta vanaf sinds begindatum ingangsdatum indienst',
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
