import type {Result} from '@openchoreo/portal-contract';
import {readScript} from './read-script.ts';

/**
 * The script as an ES module. One is left as it is; a classic script goes into a function, so that what it declares at
 * the top is its own: a second script with `const {React}` at the top would be a SyntaxError in the page.
 */
export function toModuleScript(text: string): Result<string, string> {
  const reading = readScript(text);
  if (reading.kind === 'broken') return {ok: false, error: reading.problem};
  if (reading.kind === 'module') return {ok: true, value: text};
  const wrapped = `(function () {\n${text}\n}).call(window);\nexport {};\n`;
  // A module is strict: what only the sloppy mode allows (`with`, octal numbers) cannot be kept.
  const strict = readScript(wrapped);
  return strict.kind === 'module'
    ? {ok: true, value: wrapped}
    : {ok: false, error: 'problem' in strict ? strict.problem : 'a script'};
}
