import { createHmac, timingSafeEqual } from 'node:crypto';

/** What one signed link is good for: one purpose, one subject, until one instant. It says nothing that needs hiding. */
export type LinkClaim = {
  readonly purpose: string;
  readonly workspaceId: string;
  readonly subjectId: string;
  readonly expiresAt: Date;
};

export type LinkVerdict =
  | { readonly ok: true; readonly claim: LinkClaim }
  | { readonly ok: false; readonly why: string };

const mac = (secret: string, payload: string): Buffer => createHmac('sha256', secret).update(payload).digest();

export const signLink = (secret: string, claim: LinkClaim): string => {
  const seconds = Math.floor(claim.expiresAt.getTime() / 1000);
  const payload = [claim.purpose, claim.workspaceId, claim.subjectId, seconds.toString(36)].join('~');
  const encoded = Buffer.from(payload).toString('base64url');
  return `${encoded}.${mac(secret, encoded).toString('base64url')}`;
};

/** Reads a token back. A link altered by one character, kept too long or made for another purpose is told apart. */
export const readLink = (secret: string, token: string, purpose: string, now: Date): LinkVerdict => {
  const [encoded = '', signature = '', ...surplus] = token.split('.');
  const expected = mac(secret, encoded);
  const given = Buffer.from(signature, 'base64url');
  const isGenuine =
    surplus.length === 0 &&
    given.length === expected.length &&
    timingSafeEqual(given, expected) &&
    given.toString('base64url') === signature;
  if (!isGenuine)
    return { ok: false, why: 'This link is not complete. Open it again from the mail, or copy the whole address.' };
  const [claimed = '', workspaceId = '', subjectId = '', expiry = ''] = Buffer.from(encoded, 'base64url')
    .toString()
    .split('~');
  if (claimed !== purpose) return { ok: false, why: 'This link was made for something else.' };
  const expiresAt = new Date(Number.parseInt(expiry, 36) * 1000);
  if (expiresAt <= now) return { ok: false, why: 'This link has expired. Ask the person who sent it for a new one.' };
  return { ok: true, claim: { purpose: claimed, workspaceId, subjectId, expiresAt } };
};
