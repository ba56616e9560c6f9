import {ApiError} from './api-error.ts';

export type LabelRequirement =
  | {readonly key: string; readonly operator: 'in' | 'notin'; readonly values: readonly string[]}
  | {readonly key: string; readonly operator: 'exists' | 'absent'};

const KEY = /^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/**
 * Parses Kubernetes' label selector grammar: `a=b`, `a==b`, `a!=b`, `a in (b,c)`, `a notin (b,c)`, `a`, `!a`, joined by
 * commas. Empty text selects everything. Throws 400 and says where it stopped understanding.
 */
export function parseLabelSelector(text: string): readonly LabelRequirement[] {
  if (text.trim() === '') return [];
  return splitOutsideParentheses(text).map(parseRequirement);
}

export function isLabelKey(key: string): boolean {
  const [prefix, name] = key.includes('/') ? key.split('/', 2) : ['', key];
  return KEY.test(key) && (prefix ?? '').length <= 253 && (name ?? '').length <= 63;
}

export function isLabelValue(value: string): boolean {
  return VALUE.test(value);
}

function splitOutsideParentheses(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth++;
    if (text[index] === ')') depth--;
    if (depth < 0 || depth > 1) throw invalid(text);
    if (text[index] !== ',' || depth > 0) continue;
    parts.push(text.slice(start, index));
    start = index + 1;
  }
  if (depth !== 0) throw invalid(text);
  return [...parts, text.slice(start)];
}

function parseRequirement(part: string): LabelRequirement {
  const text = part.trim();
  const set = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(text);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map((value) => value.trim());
    return {key: checkKey(key, text), operator: operator === 'in' ? 'in' : 'notin', values: checkValues(values, text)};
  }
  const equality = /^([^\s=!]+)\s*(==|=|!=)\s*([^\s=!]*)$/.exec(text);
  if (equality) {
    const [, key = '', operator, value = ''] = equality;
    const values = checkValues([value], text);
    return {key: checkKey(key, text), operator: operator === '!=' ? 'notin' : 'in', values};
  }
  if (text.startsWith('!')) return {key: checkKey(text.slice(1).trim(), text), operator: 'absent'};
  return {key: checkKey(text, text), operator: 'exists'};
}

function checkKey(key: string, text: string): string {
  if (!isLabelKey(key)) throw invalid(text);
  return key;
}

function checkValues(values: readonly string[], text: string): readonly string[] {
  if (!values.every(isLabelValue)) throw invalid(text);
  return values;
}

function invalid(text: string): ApiError {
  const message = `cannot be read at '${text.slice(0, 80)}'`;
  return new ApiError('BAD_REQUEST', 'Invalid label selector', {details: [{field: 'labelSelector', message}]});
}
