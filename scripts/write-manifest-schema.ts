import {writeFileSync} from 'node:fs';
import {manifestJsonSchema} from '@openchoreo/portal-contract';

// node scripts/write-manifest-schema.ts: a test compares the file with the schema.
const file = new URL('../contract/manifest.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`);
