import {expect} from '@open-wc/testing';
import type {EmbedSession} from '@openchoreo/portal-contract';
import {createEmbedNavigation} from './embed-navigation.ts';
import {createEmbedNotices} from './embed-notices.ts';
import {createEmbedState} from './embed-state.ts';

const session = {
  user: {id: 'dana', name: 'Dana', groups: []},
  locale: 'en',
  scope: {namespace: 'acme'},
} as unknown as EmbedSession;

describe('what a module has in a foreign page', () => {
  it('links into the portal, with what is selected, and never takes the page away', () => {
    const opened: string[] = [];
    const state = createEmbedState(session, undefined);
    const {href, go} = createEmbedNavigation('https://portal.example', state, (url) => opened.push(url));
    expect(href('/analytics', {project: 'shop'})).to.equal(
      'https://portal.example/analytics?namespace=acme&project=shop&perspective=development',
    );
    state.select({namespace: 'other'});
    go('/analytics/reports?range=7d');
    expect(opened).to.deep.equal([
      'https://portal.example/analytics/reports?range=7d&namespace=other&perspective=development',
    ]);
  });

  it('tells the page what it wants people to know, and asks in the browser’s own way', async () => {
    const shown: unknown[] = [];
    const asked: string[] = [];
    const dialogs = {
      confirm: (text?: string) => asked.push(text ?? '') > 0,
      prompt: (text?: string) => (asked.push(text ?? ''), 'shop'),
    };
    const notices = createEmbedNotices((notice) => shown.push(notice), {error: () => 'It failed.'}, dialogs);
    notices.show({kind: 'success', text: 'Saved', action: {label: 'Undo', run() {}}})();
    notices.error(new Error('x'));
    expect(shown).to.deep.equal([
      {kind: 'success', text: 'Saved'},
      {kind: 'error', text: 'It failed.'},
    ]);
    const question = {title: 'Delete?', text: 'It is gone then.', confirm: 'Delete'};
    expect([await notices.confirm(question), await notices.confirm({...question, expect: 'cart'})]).to.deep.equal([
      true,
      false,
    ]);
    expect(await notices.confirm({...question, expect: 'shop'})).to.equal(true);
    expect(asked[0]).to.equal('Delete?\n\nIt is gone then.');
  });
});
