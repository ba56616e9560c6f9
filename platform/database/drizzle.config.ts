import {defineConfig} from 'drizzle-kit';

// eslint-disable-next-line no-restricted-exports -- drizzle-kit reads the default export
export default defineConfig({
  dialect: 'postgresql',
  schema: './platform/database/schema.ts',
  out: './platform/database/migrations',
});
