import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLink, signLink } from './signed-link.ts';

const now = new Date('2026-03-01T12:00:00Z');
const claim = {
  purpose: 'answer',
  workspaceId: '0190a000-0000-7000-8000-000000000001',
  subjectId: '0190a000-0000-7000-8000-000000000002',
  expiresAt: new Date('2026-03-02T12:00:00Z'),
};
const token = signLink('a secret', claim);

describe('a signed link', () => {
  it('comes back as it was made', () => {
    expect(readLink('a secret', token, 'answer', now)).toEqual({ ok: true, claim });
  });

  it('is good until its last second and no longer', () => {
    expect(readLink('a secret', token, 'answer', new Date(claim.expiresAt.getTime() - 1)).ok).toBe(true);
    expect(readLink('a secret', token, 'answer', claim.expiresAt)).toMatchObject({
      ok: false,
      why: expect.stringContaining('expired'),
    });
  });

  it('serves one purpose and one key', () => {
    expect(readLink('a secret', token, 'join', now)).toMatchObject({
      ok: false,
      why: expect.stringContaining('something else'),
    });
    expect(readLink('another secret', token, 'answer', now).ok).toBe(false);
  });

  it('is refused when any one character is altered, dropped or added', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...alphabet), (place, letter) => {
        fc.pre(token[place] !== letter);
        expect(readLink('a secret', token.slice(0, place) + letter + token.slice(place + 1), 'answer', now).ok).toBe(
          false,
        );
        expect(readLink('a secret', token.slice(0, place) + token.slice(place + 1), 'answer', now).ok).toBe(false);
        expect(readLink('a secret', token.slice(0, place) + letter + token.slice(place), 'answer', now).ok).toBe(false);
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readLink('a secret', text, 'answer', now).ok).toBe(false);
        expect(readLink('a secret', `${token}.${text}`, 'answer', now).ok).toBe(false);
      }),
    );
  });
});
