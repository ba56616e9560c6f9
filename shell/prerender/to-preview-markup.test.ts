import {expect} from '@open-wc/testing';
import {toPreviewMarkup} from './to-preview-markup.ts';

describe('toPreviewMarkup', () => {
  it('takes away the marks for hydration', () => {
    const drawn =
      '<p><!--lit-part abc=-->7<!--/lit-part--></p><x-y defer-hydration><template shadowroot="open" shadowrootmode="open">';
    expect(toPreviewMarkup(drawn, new Set())).to.equal('<p>7</p><x-y><template shadowrootmode="open">');
  });

  it('gives elements tags that stay without a class, in markup and in styles', () => {
    const drawn =
      '<style nonce="n">a-b-c,a-b>a-b-c,.a-b,a-b .x{}</style><a-b class="a-b"><a-b-c>a-b &lt;a-b></a-b-c></a-b><a-bc></a-bc>';
    expect(toPreviewMarkup(drawn, new Set(['a-b', 'a-b-c']))).to.equal(
      '<style nonce="n">drawn-a-b-c,drawn-a-b>drawn-a-b-c,.a-b,drawn-a-b .x{}</style><drawn-a-b class="a-b"><drawn-a-b-c>a-b &lt;a-b></drawn-a-b-c></drawn-a-b><a-bc></a-bc>',
    );
  });
});
