/** One icon by its own file: `lucide` alone names 1,700 files, which a test server that does not bundle would all send. */
declare module 'lucide/dist/esm/icons/*.mjs' {
  const nodes: readonly import('@openchoreo/portal-contract').IconNode[];
  export default nodes;
}
