import {defineConfig} from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  define: {
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    lib: {entry: 'src/poll-page.js', formats: ['es'], fileName: 'release-poll'},
    rollupOptions: {external: [/^@openchoreo\//]},
    emptyOutDir: true,
  },
});
