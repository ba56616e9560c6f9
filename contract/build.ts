import * as z from 'zod/mini';

/** Addresses (from the portal's root) of chunks a file imports statically, for `modulepreload`. */
const preloads = z.record(z.string(), z.array(z.string()));

/** What the build hands to the gateway: `dist/portal.json`. Addresses are absolute paths on the portal's origin. */
export const portalBuildSchema = z.object({
  version: z.string(),
  shell: z.object({entry: z.string(), preload: z.array(z.string())}),
  importMap: z.object({imports: z.record(z.string(), z.string())}),
  /** What draws pages on the server, relative to `dist/`: the shell's half, and modules' files by the address browsers fetch them from. */
  prerender: z.optional(z.object({entry: z.string(), files: z.record(z.string(), z.string())})),
  /** Compiled catalogues of the shell by locale, as addresses. */
  messages: z.record(z.string(), z.string()),
  modules: z.array(
    z.object({
      id: z.string(),
      version: z.string(),
      /** `/m/<id>/<version>/` */
      base: z.string(),
      /** By entry, as written in the manifest. */
      preload: preloads,
      /** What of it other pages may embed; absent where there is none. */
      embed: z.optional(
        z.object({
          elements: z.array(z.object({tag: z.string(), entry: z.string(), export: z.string()})),
          main: z.optional(z.object({entry: z.string(), export: z.string()})),
          /** Catalogues by locale. All of these are files below `/embed/code/-/<id>/<version>/`. */
          messages: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ),
});

export type PortalBuild = z.infer<typeof portalBuildSchema>;
