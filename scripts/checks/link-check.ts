import {existsSync, globSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {type Check, type CheckResult, toResult} from './check.ts';

const PAGES = ['*.md', '{docs,contract,shell,modules,adapters,gateway,platform,cli,e2e,bench}/**/*.md'];
const LINK = /\]\(([^)\s]+)\)|<img[^>]+src="([^"]+)"/g;
const FENCED = /^```.*?^```/gms;

/** Whether every relative link and picture of the Markdown pages names a file that is there. */
export const linkCheck: Check = {name: 'links in documents', run};

async function run(root: string): Promise<CheckResult> {
  const pages = globSync(PAGES, {cwd: root, exclude: ['**/node_modules/**']}).sort();
  const faults = await Promise.all(pages.map((page) => findDeadLinks(root, page)));
  return toResult(faults.flat());
}

async function findDeadLinks(root: string, page: string): Promise<readonly string[]> {
  const text = (await readFile(join(root, page), 'utf8')).replace(FENCED, '');
  const targets = [...text.matchAll(LINK)].map((match) => match[1] ?? match[2] ?? '');
  return targets
    .filter((target) => !/^([a-z]+:|#|\/)/.test(target))
    .filter((target) => !existsSync(join(root, dirname(page), decodeURIComponent(target.replace(/#.*$/, '')))))
    .map((target) => `${page}: the link ${target} leads nowhere`);
}
