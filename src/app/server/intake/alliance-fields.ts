import { ententeId, type ImportField } from './import-field.ts';

export const allianceFields: readonly ImportField[] = [
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
