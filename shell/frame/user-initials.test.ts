import {expect} from '@open-wc/testing';
import {toInitials} from './user-initials.ts';

describe('toInitials', () => {
  it('takes the first and the last word, whatever the script', () => {
    const names = ['Ada King Lovelace', 'admin', '  zoë  ', 'e\u0301lan', '李 小龙', '𝒳 y', ''];
    expect(names.map(toInitials)).to.deep.equal(['AL', 'A', 'Z', 'E\u0301', '李小', '𝒳Y', '?']);
  });
});
