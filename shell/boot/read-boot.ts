import type {Boot} from '@openchoreo/portal-contract';

/** What the shell reads of it at the start, each with what it has to be. */
const NEEDED: Readonly<Record<keyof Boot, (value: unknown) => boolean>> = {
  portal: isObject,
  session: (value) => isObject(value) && isObject(value['user']),
  preferences: (value) => isObject(value) && isObject(value['scope']),
  composition: (value) => isObject(value) && Array.isArray(value['modules']),
  manifests: isObject,
  deferred: (value) => value === undefined || isObject(value),
  messages: (value) => isObject(value) && isObject(value['portal']),
  settings: (value) => value === undefined || isObject(value),
  profile: (value) => value === null || isObject(value),
  safeMode: () => true,
  unread: (value) => value === undefined || typeof value === 'number',
  data: Array.isArray,
};

/**
 * What the gateway put into the page. It was parsed there, by the same build; here it is only made sure that it has
 * arrived whole, without the parser that later answers need. Throws a `TypeError` that says what is wrong with it.
 */
export function readBoot(page: Document): Boot {
  const text = page.getElementById('portal-boot')?.textContent;
  if (!text) throw new TypeError('The page holds no <script id="portal-boot">.');
  return parseBoot(text);
}

export function parseBoot(text: string): Boot {
  const data: unknown = JSON.parse(text);
  const wrong = Object.entries(NEEDED).filter(([name, fits]) => !isObject(data) || !fits(data[name]));
  if (wrong.length === 0) return data as Boot;
  throw new TypeError(`The page's boot data cannot be read: ${wrong.map(([name]) => name).join(', ')}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
