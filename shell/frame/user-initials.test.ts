import {expect} from '@open-wc/testing';
import {toInitials} from './user-initials.ts';

describe('toInitials', () => {
  it('takes the first and the last word, whatever the script', () => {
    const names = ['Ada King Lovelace', 'admin', '  zoë  ', '李 小龙', ''];
    expect(names.map(toInitials)).to.deep.equal(['AL', 'A', 'Z', '李小', '?']);
  });
});
