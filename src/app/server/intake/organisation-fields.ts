import { ententeId, type ImportField } from './import-field.ts';

export const organisationFields: readonly ImportField[] = [
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
      'founderledsince since seit depuis desde sinds foundersince founded foundedon yearfounded gruendung grundung gruendungsjahr grundungsjahr gegruendet gegrundet datedecreation fundacion opgericht',
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
