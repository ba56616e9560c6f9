import {PortalError} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import {createCatalogue} from '../messages/catalogue.ts';
import de from '../messages/de.json' with {type: 'json'};
import {toMessages} from '../testing/to-messages.ts';
import {createNotices} from './notices.ts';

const messages = createCatalogue('de', toMessages(de), console);

describe('notices', () => {
  it('shows a message until it is taken back', () => {
    const notices = createNotices(messages);
    const undo = notices.show({kind: 'success', text: 'Saved'});
    const shown = notices.shown.get().map(({text}) => text);
    undo();
    undo();
    expect([shown, notices.shown.get()]).to.deep.equal([['Saved'], []]);
  });

  it('shows an error in the language of the person with its code, another one in general words, and an abort not at all', () => {
    const notices = createNotices(messages);
    notices.error(new PortalError('OFFLINE', []));
    notices.error(new TypeError('x is undefined'));
    notices.error(new DOMException('left', 'AbortError'));
    expect(notices.shown.get().map(({kind, text, code, detail}) => [kind, text, code, detail])).to.deep.equal([
      ['error', 'Das Portal ist nicht erreichbar. Prüfen Sie die Verbindung.', 'OFFLINE', undefined],
      ['error', 'Etwas ist schiefgegangen.', undefined, 'x is undefined'],
    ]);
  });

  it('asks one question at a time', async () => {
    const notices = createNotices(messages);
    const ask = (title: string): Promise<boolean> => notices.confirm({title, text: '', confirm: 'Yes'});
    const answers = Promise.all([ask('first'), ask('second')]);
    const first = notices.question.get()?.title;
    notices.question.get()?.answer(false);
    await new Promise((resolve) => setTimeout(resolve));
    const second = notices.question.get()?.title;
    notices.question.get()?.answer(true);
    expect([first, second, await answers]).to.deep.equal(['first', 'second', [false, true]]);
  });
});
