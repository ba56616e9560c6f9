import type {ANSWERS as WithLibrary} from '../data/answers.ts';

type Parsed<K extends keyof typeof WithLibrary> = ReturnType<(typeof WithLibrary)[K]['safeParse']>;
type Answers = {readonly [K in keyof typeof WithLibrary]: {safeParse(data: unknown): Parsed<K>}};

type Read = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

/**
 * Stands in for `shell/data/answers.ts` in foreign pages: the same questions asked of answers by hand, without a schema
 * library. A test compares the two.
 */
export const ANSWERS: Answers = {
  resource: parser('resource', isResource),
  page: parser(
    'page',
    (data) => isObject(data) && isList(data['items'], isResource) && isOptional(data['pagination'], isPagination),
    (data) => ({...(data as Read), pagination: (data as Read)['pagination'] ?? {}}),
  ),
  profile: parser(
    'profile',
    (data) =>
      isObject(data) && isObject(data['capabilities']) && Object.values(data['capabilities']).every(isCapability),
  ),
  decisions: parser('decisions', (data) =>
    isList(data, (one) => isObject(one) && typeof one['decision'] === 'boolean'),
  ),
  problem: parser(
    'problem',
    (data) =>
      isObject(data) &&
      isText(data['code']) &&
      isOptional(data['detail'], isText) &&
      isOptional(data['values'], (values) => isList(values, isText)),
  ),
  refusal: parser(
    'refusal',
    (data) =>
      isObject(data) &&
      ['error', 'message', 'title'].every((name) => isOptional(data[name], isText)) &&
      isOptional(data['details'], (details) => isList(details, isDetail)),
  ),
};

/** The library's types say more of an error than is read of it. */
function parser<K extends keyof typeof WithLibrary>(
  name: K,
  fits: Check,
  complete: (data: unknown) => unknown = (data) => data,
): {safeParse(data: unknown): Parsed<K>} {
  return {
    safeParse(data) {
      const answer = fits(data)
        ? {success: true, data: complete(data)}
        : {success: false, error: new TypeError(`no ${name}`)};
      return answer as unknown as Parsed<K>;
    },
  };
}

function isObject(value: unknown): value is Read {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isList(value: unknown, isItem: Check): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isOptional(value: unknown, fits: Check): boolean {
  return value === undefined || fits(value);
}

function isResource(value: unknown): boolean {
  return isObject(value) && isObject(value['metadata']) && isText(value['metadata']['name']);
}

function isPagination(value: unknown): boolean {
  return (
    isObject(value) &&
    isOptional(value['nextCursor'], isText) &&
    isOptional(value['remainingCount'], (count) => typeof count === 'number')
  );
}

function isCapability(value: unknown): boolean {
  return isObject(value) && isOptional(value['allowed'], isGrants) && isOptional(value['denied'], isGrants);
}

function isGrants(value: unknown): boolean {
  return isList(
    value,
    (grant) => isObject(grant) && isText(grant['path']) && isOptional(grant['constraints'], isConstraints),
  );
}

function isConstraints(value: unknown): boolean {
  return isObject(value) && isOptional(value['expressions'], (texts) => isList(texts, isText));
}

function isDetail(value: unknown): boolean {
  return isObject(value) && isText(value['message']) && isOptional(value['field'], isText);
}
