import {expect} from '@open-wc/testing';
import type {LogLine} from '@openchoreo/portal-contract';
import {fromLocalInput, toLocalInput} from './local-input.ts';
import {readLineId, toLineId} from './line-id.ts';
import {isOpenEnded, parseLogsView, toLogsQuery, toWindow} from './logs-view.ts';
import {markText} from './mark-text.ts';
import {mergeLines} from './merge-lines.ts';
import {toCopyText} from './to-copy-text.ts';

const NOW = Date.parse('2030-01-01T12:00:00Z');
const LINE: LogLine = {timestamp: '2030-01-01T10:00:00.123Z', text: 'GET /items 200', level: 'INFO', pod: 'cart-1'};
const parse = (query: string): ReturnType<typeof parseLogsView> => parseLogsView(new URLSearchParams(query));

describe('the address of logs', () => {
  it('says what is looked at, and nothing that is as usual', () => {
    for (const query of ['', 'level=ERROR%2CWARN&q=time+out&range=24h', `line=${toLineId(LINE)}`]) {
      expect(toLogsQuery(parse(query)).toString()).to.equal(query);
    }
    const custom = parse('from=2030-01-01T10:00Z&to=2030-01-01T11:00Z&range=7d');
    expect([custom.range, custom.from, custom.to]).to.deep.equal([
      'custom',
      '2030-01-01T10:00:00.000Z',
      '2030-01-01T11:00:00.000Z',
    ]);
    expect(parseLogsView(toLogsQuery(custom))).to.deep.equal(custom);
  });

  it('leaves out what makes no sense', () => {
    expect(parse('level=FATAL,info&range=1y&from=soon&to=2030-01-01&line=<b>')).to.deep.equal({
      levels: ['INFO'],
      text: '',
      range: '1h',
    });
    expect(parse('from=2030-01-02T00:00Z&to=2030-01-01T00:00Z').range).to.equal('1h');
  });

  it('is of a time that ends now, or just after the line that a link leads to', () => {
    expect(toWindow(parse('range=15m'), NOW)).to.deep.equal({
      from: '2030-01-01T11:45:00.000Z',
      to: '2030-01-01T12:00:00.000Z',
    });
    const linked = parse(`range=1h&line=${toLineId(LINE)}`);
    expect(toWindow(linked, NOW)).to.deep.equal({from: '2030-01-01T09:00:30.123Z', to: '2030-01-01T10:00:30.123Z'});
    const open = ['', `line=${toLineId(LINE)}`, 'from=2030-01-01T10:00Z&to=2030-01-01T11:00Z']
      .map(parse)
      .map(isOpenEnded);
    expect(open).to.deep.equal([true, false, false]);
  });
});

describe('lines', () => {
  it('have names that say when they were written, and that differ as they do', () => {
    const id = toLineId(LINE);
    expect(readLineId(id)?.at).to.equal(Date.parse(LINE.timestamp));
    expect(toLineId({...LINE})).to.equal(id);
    expect(toLineId({...LINE, pod: 'cart-2'})).to.not.equal(id);
    expect(['', 'x', '1-', '1-a b', `${'9'.repeat(20)}-a`].map(readLineId)).to.deep.equal(Array(5).fill(undefined));
  });

  it('are there once, though stretches of time overlap', () => {
    const other = {...LINE, text: 'other'};
    const merged = mergeLines([other, LINE], [LINE]);
    expect(merged.map(({line}) => line.text)).to.deep.equal(['other', 'GET /items 200']);
  });

  it('are copied the oldest first', () => {
    const bare = {timestamp: '2030-01-01T10:00:01Z', text: 'bare'};
    expect(toCopyText([bare, LINE])).to.equal(
      '2030-01-01T10:00:00.123Z INFO cart-1 GET /items 200\n2030-01-01T10:00:01Z bare',
    );
  });

  it('are marked where they have what is looked for, signs and all', () => {
    expect(markText('GET /Items?x=(1)', 'items?x=(')).to.deep.equal([
      {text: 'GET /', isMatch: false},
      {text: 'Items?x=(', isMatch: true},
      {text: '1)', isMatch: false},
    ]);
    expect(markText('a-a', 'a').filter(({isMatch}) => isMatch).length).to.equal(2);
  });
});

it('moments go into fields for local times and back', () => {
  expect(fromLocalInput(toLocalInput('2030-01-01T10:05:00.000Z'))).to.equal('2030-01-01T10:05:00.000Z');
  expect([toLocalInput(), toLocalInput('soon'), fromLocalInput('')]).to.deep.equal(['', '', undefined]);
});
