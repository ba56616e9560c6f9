import {MESSAGES, PortalError, type ErrorCode} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import {createCatalogue} from '../messages/catalogue.ts';
import de from '../messages/de.json' with {type: 'json'};
import en from '../messages/en.json' with {type: 'json'};
import {toMessages} from '../testing/to-messages.ts';

/** Raised while the gateway starts: nobody has a page open that could show them. */
const BEFORE_ANY_PAGE = ['BUILD_MISSING', 'CONFIG_INVALID', 'DATA_DIR_LOCKED', 'DATA_DIR_UNUSABLE', 'PORT_IN_USE'];
const CODES = (Object.keys(MESSAGES) as ErrorCode[]).filter((code) => !BEFORE_ANY_PAGE.includes(code));

/** Values that are words of the portal's own, which each language says in its way. */
const WORDS: Partial<Record<ErrorCode, readonly string[]>> = {COMMAND_NEEDS_SCOPE: ['value-0', 'project']};

const ENGLISH = createCatalogue('en', toMessages(en), console);
const GERMAN = createCatalogue('de', toMessages(de), console);

describe('toSentence', () => {
  for (const code of CODES) {
    it(`says ${code} in English as the contract does, and in German with the same values`, () => {
      const error = createError(code);
      expect(ENGLISH.error(error)).to.equal(error.message);
      const german = GERMAN.error(error);
      expect(german).not.to.equal(error.message);
      for (const value of error.values.filter((one) => one.startsWith('value-'))) expect(german).to.contain(value);
    });
  }

  it('takes the sentence an error brought when its values are not there', () => {
    const error = new PortalError('NOT_FOUND', [] as never, {detail: 'There is no project «shop».'});
    expect(GERMAN.error(error)).to.equal('There is no project «shop».');
  });

  it('takes the own sentence of an error without a message, and a general one for what is no error', () => {
    const empty = createCatalogue('de', {}, console);
    expect([
      GERMAN.error(new TypeError('x is undefined')),
      empty.error(new PortalError('INTERNAL', [])),
      GERMAN.error('boom'),
    ]).to.deep.equal(['x is undefined', 'Something went wrong inside the portal.', 'Etwas ist schiefgegangen.']);
  });
});

function createError(code: ErrorCode): PortalError {
  const values = WORDS[code] ?? Array.from({length: MESSAGES[code].length}, (_, index) => `value-${index}`);
  return new PortalError(code, values as never);
}
