import type {Messages} from '@openchoreo/portal-contract';

/**
 * A sentence about a range: `<key>` with the range in words as `span`, or `<key>.all` where there is no beginning.
 */
export function spanText(
  {text}: Pick<Messages, 'text'>,
  key: string,
  range: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return range === 'all' ? text(`${key}.all`, values) : text(key, {...values, span: text(`span.${range}`)});
}
