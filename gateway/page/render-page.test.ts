import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Boot, PortalBuild, PrerenderedPage} from '@openchoreo/portal-contract';
import {renderHead, renderRest, renderStop} from './render-page.ts';

const build: PortalBuild = {
  version: '0.1.0',
  shell: {entry: '/assets/shell.js', preload: []},
  importMap: {imports: {lit: '/assets/lit.js'}},
  messages: {},
  modules: [],
};

function render(template: string, name: string, page?: PrerenderedPage): string {
  const boot = {
    session: {user: {id: 'x', name, groups: []}},
  } as unknown as Boot;
  const common = {template, nonce: 'N0nce'};
  const head = renderHead({
    ...common,
    lang: 'de',
    theme: 'dark',
    sidebar: 'narrow',
    title: `<b>${name}</b>`,
    skip: '<Skip>',
  });
  return head + renderRest({...common, build, page, boot, preload: ['/a.js?x="y"']});
}

describe('renderPage', () => {
  it('fills every place', () => {
    const html = render(
      '<html lang="{{lang}}" data-theme="{{theme}}" data-sidebar="{{sidebar}}"><title>{{title}}</title><style nonce="{{nonce}}"></style><a>{{skip}}</a><!--portal:page--><!--portal:boot--><!--portal:entry-->',
      'Dana',
    );
    assert.doesNotMatch(html, /\{\{|<!--portal/);
    assert.match(
      html,
      /<html lang="de" data-theme="dark" data-sidebar="narrow"><title>&lt;b&gt;Dana&lt;\/b&gt;<\/title><style nonce="N0nce">/,
    );
    assert.match(html, /<script type="module" nonce="N0nce" src="\/assets\/shell.js"><\/script>/);
    assert.match(html, /<a>&lt;Skip&gt;<\/a>/);
    assert.match(html, /href="\/a.js\?x=&quot;y&quot;"/);
  });

  it('puts the import map before the first preload, once, also where the page is drawn', () => {
    for (const page of [undefined, {markup: '<p>7</p>', isComplete: true}]) {
      const html = render('<!--portal:page--><!--portal:boot-->', 'Dana', page);
      assert.equal(html.split('type="importmap"').length, 2);
      assert.ok(html.indexOf('type="importmap"') < html.indexOf('modulepreload'));
    }
  });

  it('shows the skeleton in its first part, and can stop there', () => {
    const template = '<main>skeleton<!--portal:page--></main><!--portal:boot--><!--portal:entry--></body>';
    const head = renderHead({
      template,
      nonce: 'N0nce',
      lang: 'en',
      theme: 'light',
      sidebar: 'wide',
      title: 'x',
      skip: 'x',
    });
    assert.equal(head, '<main>skeleton');
    assert.equal(renderStop(template, '<p>sorry</p>'), '</main><p>sorry</p></body>');
  });

  it('holds the page as it was drawn, and says that it is ready when nothing is missing', () => {
    const template = '<!--portal:page--></main><!--portal:boot-->';
    const drawn = (isComplete: boolean): string => render(template, 'Dana', {markup: '<portal-preview>7</portal-preview>', isComplete}); // prettier-ignore
    assert.match(
      drawn(true),
      /^<portal-preview>7<\/portal-preview>.*<script nonce="N0nce">.*portal:ready.*<\/script><\/main>/,
    );
    assert.doesNotMatch(drawn(false), /portal:ready/);
  });

  it('asks for code after the frame of a page that is drawn, and at once where there is none', () => {
    const template = '<!--portal:page--></main><!--portal:boot--><!--portal:entry-->';
    const drawn = render(template, 'Dana', {markup: '7', isComplete: true});
    assert.doesNotMatch(drawn, /<link|src=/);
    assert.match(drawn, /import\("\/assets\/shell.js"\)/);
    assert.match(drawn, /requestAnimationFrame/);
    assert.ok(drawn.includes('["/assets/shell.js","/a.js?x=\\"y\\""]'), drawn);
    assert.match(render(template, 'Dana'), /<link rel="modulepreload" href="\/assets\/shell.js">/);
  });

  it('lets no name break out of its JSON, and no name become a place', () => {
    for (const name of ['</script><script>alert(1)</script>', '<!--', '{{nonce}}', "$& $' $`", '\u2028']) {
      const html = render('<!--portal:page--><!--portal:boot-->', name);
      assert.equal((html.match(/<\/script>/g) ?? []).length, 2, name);
      assert.doesNotMatch(html, /<!--/, name);
      const json = /portal-boot">(.*)<\/script>/s.exec(html)?.[1] ?? '';
      assert.equal(JSON.parse(json).session.user.name, name);
    }
  });
});
