import type {LogLine} from '@openchoreo/portal-contract';
import {useMessages, useText} from '@openchoreo/portal-react';
import Copy from 'lucide/dist/esm/icons/copy.mjs';
import Link from 'lucide/dist/esm/icons/link.mjs';
import type {ReactNode} from 'react';
import {useCopy} from '../hooks/use-copy.ts';
import {Icon} from './icon.tsx';

/** All that is known of a line, and what can be done with it. */
export function LogDetails({line, link}: {readonly line: LogLine; readonly link: string}): ReactNode {
  const text = useText();
  const messages = useMessages();
  const copy = useCopy();
  const facts = [
    ['time', messages.date(line.timestamp, {dateStyle: 'full', timeStyle: 'long'})],
    ['component', line.component],
    ['project', line.project],
    ['environment', line.environment],
    ['pod', line.pod],
    ['container', line.container],
  ].filter((fact): fact is [string, string] => fact[1] !== undefined);
  return (
    <div role="gridcell" className="details">
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{text(`line.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="actions">
        <button className="button small" type="button" onClick={() => copy(line.text, text('copy.line.done'))}>
          <Icon nodes={Copy} size={14} /> {text('copy.line')}
        </button>
        <button
          className="button small"
          type="button"
          onClick={() => copy(new URL(link, location.href).href, text('copy.link.done'))}
        >
          <Icon nodes={Link} size={14} /> {text('copy.link')}
        </button>
      </div>
    </div>
  );
}
