import { ententeId, type ImportField } from './import-field.ts';

export const areaFields: readonly ImportField[] = [
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
