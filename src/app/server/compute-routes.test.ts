import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#app/testing/start-test-server.ts';
import { computeRank } from '#sponsorship/compute-contract.ts';
import { computeRule } from '#sponsorship/server/compute.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ publicRequestsPerMinute: 8 });
});
afterAll(() => server.close());

const question = {
  criteria: ['value', 'clout', 'longevity'],
  swings: [100, 90, 80],
  candidates: [
    { id: 'ada', values: [80, 60, [40, 70] as [number, number]] },
    { id: 'bo', values: [60, 90, null] },
    { id: 'cy', values: [10, 20, 30] },
  ],
};

describe('a rule by itself, over the API', () => {
  it('answers without sign-in what the function answers', async () => {
    const answered = await server.anonymous.ask(computeRank, { body: question });
    const computed = computeRule('rank', question);
    expect(answered.status).toBe(200);
    expect(computed.ok && JSON.parse(JSON.stringify(computed.value))).toEqual(answered.reply);
  });

  it('refuses a bad value with its path, and an unknown field by name', async () => {
    const bad = await server.anonymous.ask(computeRank, {
      body: { ...question, candidates: [{ id: 'ada', values: [80, 160, 1] }], colour: 'blue' } as never,
    });
    expect(bad.status).toBe(400);
    expect(bad.refusals.map(({ message }) => message).join(' ')).toMatch(
      /candidates\[0\]\.values\[1\].*colour|colour.*candidates\[0\]\.values\[1\]/,
    );
  });

  it('refuses what is not JSON in a sentence', async () => {
    const response = await server.anonymous.fetch('/api/compute/rank', {
      method: 'POST',
      body: '{"criteria":',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(400);
    expect((await response.json()).refusals[0].message).toContain('JSON');
  });

  it('limits how often a stranger may ask', async () => {
    const statuses = [];
    for (let count = 0; count < 9; count += 1)
      statuses.push((await server.anonymous.ask(computeRank, { body: question })).status);
    expect(statuses).toContain(429);
  });
});
