import {defineConfig} from 'drizzle-kit';

// `npx drizzle-kit generate --config gateway/database/drizzle.config.ts` writes the next migration.
export default defineConfig({
  dialect: 'postgresql',
  schema: './gateway/database/schema.ts',
  out: './gateway/database/migrations',
  schemaFilter: ['portal'],
});
