// Writes docs/api.md from the contracts.
import { writeFileSync } from 'node:fs';
import { apiReference } from '../src/app/server/api-document.ts';

writeFileSync('docs/api.md', apiReference());
