import type {Boot} from '@openchoreo/portal-contract';
import * as z from 'zod/mini';

const scope = z.record(z.string(), z.string());

/**
 * Looks at what the shell itself relies on at the start. The rest was written by the gateway of the same build, and is
 * parsed there.
 */
const schema = z.looseObject({
  portal: z.looseObject({version: z.string(), locales: z.array(z.string())}),
  session: z.looseObject({user: z.looseObject({id: z.string(), name: z.string(), groups: z.array(z.string())})}),
  preferences: z.looseObject({
    theme: z.enum(['system', 'light', 'dark']),
    locale: z.string(),
    perspective: z.enum(['development', 'platform-engineering']),
    scope,
  }),
  composition: z.looseObject({
    id: z.string(),
    modules: z.array(z.looseObject({id: z.string(), name: z.string(), version: z.string(), manifest: z.string()})),
  }),
  manifests: z.looseObject({}),
  messages: z.looseObject({portal: z.looseObject({})}),
  profile: z.nullable(z.looseObject({scope, profile: z.looseObject({capabilities: z.looseObject({})})})),
  data: z.array(z.looseObject({queryKey: z.array(z.unknown()), updatedAt: z.number()})),
});

/** What the gateway put into the page. Throws a `TypeError` that says what is wrong with it. */
export function readBoot(page: Document): Boot {
  const text = page.getElementById('portal-boot')?.textContent;
  if (!text) throw new TypeError('The page holds no <script id="portal-boot">.');
  return parseBoot(text);
}

export function parseBoot(text: string): Boot {
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data as never;
  const faults = parsed.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`);
  throw new TypeError(`The page's boot data cannot be read: ${faults.join('; ')}`);
}
