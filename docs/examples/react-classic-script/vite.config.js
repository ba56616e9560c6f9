import {defineConfig} from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  oxc: {jsx: {runtime: 'classic', pragma: 'React.createElement', pragmaFrag: 'React.Fragment'}},
  build: {
    lib: {entry: 'src/index.jsx', formats: ['iife'], name: 'onCall', fileName: () => 'on-call.js'},
    emptyOutDir: true,
  },
});
