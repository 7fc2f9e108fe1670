import { dayOf } from '#kernel/date-only.ts';
import type { Context } from '#platform/context.ts';
import { writeMail } from '#platform/mail/mail.ts';
import { dayInWords } from '#sponsorship/domain/day-in-words.ts';
import type { NominationQuestion } from '#sponsorship/sponsorship-contract.ts';
import { type LetterBlock, type LetterContent, letterHtml, letterText } from './letter-layout.ts';
import { composeQuestion } from './nomination-question.ts';
import type { NominationOnRecord } from './nomination-store.ts';
import { seatMailOf } from './seat-mail.ts';

/** What a signed link to the question is good for; nothing else opens it. */
export const answerPurpose = 'nomination.answer';

/** Asks the nominee; gives the address it goes to. */
export const sendNominationLetter = async (context: Context, found: NominationOnRecord): Promise<string> => {
  const question = await composeQuestion(context, found);
  const { askedBy, allianceName } = question;
  return toNominee(context, found, 'nomination', `${askedBy} asks you to sponsor ${allianceName}`, {
    heading: `Will you be executive sponsor of ${allianceName}?`,
    blocks: [
      { kind: 'text', text: `Dear ${question.personName},` },
      {
        kind: 'text',
        text: `${askedBy} asks you to be the executive sponsor of ${question.company} for ${about(question)}.`,
      },
      ...questionBlocks(context, found, question),
    ],
    foot: footOf(question),
  });
};

export const sendReminderLetter = async (context: Context, found: NominationOnRecord): Promise<string> => {
  const question = await composeQuestion(context, found);
  const until = lastDay(question);
  return toNominee(context, found, 'nominationReminder', `Until ${until}: will you sponsor ${question.allianceName}?`, {
    heading: `${question.allianceName} still waits for your answer`,
    blocks: [
      { kind: 'text', text: `Dear ${question.personName},` },
      {
        kind: 'text',
        text:
          `On ${dayInWords(question.askedAt.slice(0, 10))} ${question.askedBy} asked you to be executive sponsor of ` +
          `${about(question)}. The question is open until ${until}.`,
      },
      ...questionBlocks(context, found, question),
    ],
    foot: footOf(question),
  });
};

export const sendWithdrawalLetter = async (context: Context, found: NominationOnRecord): Promise<string> => {
  const { nomination, alliance } = found;
  return toNominee(context, found, 'nominationWithdrawn', `No answer needed any more: ${alliance.name}`, {
    heading: `You need not answer about ${alliance.name} any more`,
    blocks: [
      { kind: 'text', text: `Dear ${nomination.personName},` },
      {
        kind: 'text',
        text: `${context.actor.name} has taken back the question whether you would be executive sponsor of ${alliance.name}. The links in the earlier mail no longer ask anything.`,
      },
    ],
    foot: 'You get this because you had been asked to be executive sponsor.',
  });
};

const answerInWords = {
  accepted: { subject: 'accepted', heading: 'has accepted' },
  declined: { subject: 'declined', heading: 'has declined' },
  talking: { subject: 'wants to talk first', heading: 'wants to talk first' },
  lapsed: { subject: 'did not answer', heading: 'has not answered in time' },
} as const;

/** Tells whoever asked what has become of it; nobody when the software itself asked. */
export const sendAnswerLetter = async (context: Context, found: NominationOnRecord, remark: string): Promise<void> => {
  const { nomination, alliance, askedBySeatId } = found;
  const { state, personName, term } = nomination;
  if (askedBySeatId === null || state === 'open' || state === 'withdrawn') return;
  const seat = await context.db
    .selectFrom('seats')
    .select(['mail', 'name'])
    .where('id', '=', askedBySeatId)
    .executeTakeFirst();
  if (!seat) return;
  const words = answerInWords[state];
  const url = `${context.baseUrl}/alliances/${alliance.id}`;
  const what: Record<keyof typeof answerInWords, string> = {
    accepted: `${personName} is executive sponsor of ${alliance.name} from ${dayInWords(term.from < dayOf(context.now) ? dayOf(context.now) : term.from)}, for a term until ${dayInWords(term.to)}.`,
    declined: `${personName} will not be executive sponsor of ${alliance.name}. The ranking shows who else could be asked.`,
    talking: `${personName} wants to talk before answering about ${alliance.name}, and can answer until ${dayInWords(dayOf(nomination.expiresAt))}.`,
    lapsed: `${personName} was asked to be executive sponsor of ${alliance.name}, and the time to answer is over. Ask again, or ask somebody else.`,
  };
  const content: LetterContent = {
    heading: `${personName} ${words.heading}`,
    blocks: [
      { kind: 'text', text: what[state] },
      ...(remark === '' ? [] : [{ kind: 'quote' as const, text: remark, by: personName }]),
      { kind: 'links', links: [{ label: 'Open the alliance', url, tone: 'strong' }] },
    ],
    foot: 'You get this because you asked.',
  };
  await writeMail(context, {
    purpose: 'nominationAnswer',
    to: { mail: seat.mail, name: seat.name, personId: null },
    subject: `${personName} ${words.subject}: ${alliance.name}`,
    text: letterText(content),
    html: await letterHtml(content),
  });
};

const toNominee = async (
  context: Context,
  { nomination, personMail }: NominationOnRecord,
  purpose: string,
  subject: string,
  content: LetterContent,
): Promise<string> => {
  const mail = personMail ?? (await seatMailOf(context, nomination.personId));
  if (mail === null) return '';
  await writeMail(context, {
    purpose,
    to: { mail, name: nomination.personName, personId: nomination.personId },
    subject,
    text: letterText(content),
    html: await letterHtml(content),
  });
  return mail;
};

const questionBlocks = (context: Context, { nomination }: NominationOnRecord, question: NominationQuestion) => {
  const token = context.linkToken(answerPurpose, nomination.id, nomination.expiresAt);
  const at = (choice: string) => `${context.baseUrl}/answer/${token}?choice=${choice}`;
  const blocks: LetterBlock[] = [{ kind: 'quote', text: question.reason, by: question.askedBy }];
  if (question.evidence.length > 0)
    blocks.push({ kind: 'list', title: 'What speaks for you', items: question.evidence });
  blocks.push({ kind: 'list', title: 'What is asked of you', items: question.asked });
  if (question.objectives.length > 0) {
    blocks.push({ kind: 'list', title: 'What the alliance is for', items: question.objectives });
  }
  blocks.push(
    { kind: 'facts', rows: factsOf(question) },
    {
      kind: 'text',
      text: `You can answer here, without signing in, until ${lastDay(question)}. Each link opens a page where you confirm.`,
    },
    {
      kind: 'links',
      links: [
        { label: 'Accept', url: at('accept'), tone: 'strong' },
        { label: 'Decline', url: at('decline'), tone: 'plain' },
        { label: "Let's talk first", url: at('talkFirst'), tone: 'plain' },
      ],
    },
  );
  return blocks;
};

const factsOf = ({ partners, term, deputyName, managerName, ...question }: NominationQuestion) => {
  const rows: [string, string][] = [['Term', `${dayInWords(term.from)} to ${dayInWords(term.to)}`]];
  if (partners.length > 0) rows.push([partners.length === 1 ? 'Partner' : 'Partners', partners.join(', ')]);
  if (managerName !== null) rows.push(['Alliance manager', managerName]);
  if (deputyName !== null) rows.push(['Your deputy', deputyName]);
  rows.push(['Answer until', lastDay(question)]);
  return rows;
};

const about = ({ allianceName, partners }: NominationQuestion): string =>
  partners.length > 0 ? `${allianceName}, with ${partners.join(' and ')}` : allianceName;

const lastDay = ({ expiresAt }: Pick<NominationQuestion, 'expiresAt'>): string => dayInWords(expiresAt.slice(0, 10));

const footOf = ({ askedBy, company }: NominationQuestion): string =>
  `${askedBy} sent you this through Entente at ${company}. The links are yours alone: whoever has them can answer for you.`;
