import {useMessages, useText} from '@openchoreo/portal-react';
import type {MouseEvent, ReactNode} from 'react';
import type {NamedLine} from '../utils/merge-lines.ts';
import {markText} from '../utils/mark-text.ts';
import {LogDetails} from './log-details.tsx';

export interface RowLook {
  /** What is looked for, to be marked. */
  readonly phrase: string;
  /** Whether lines are of several days, or of several components. */
  readonly withDate: boolean;
  readonly withSource: boolean;
  readonly toLink: (id: string) => string;
}

interface LogRowProps extends RowLook {
  readonly row: NamedLine;
  readonly id: string;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  /** Whether a link leads to it. */
  readonly isLinked: boolean;
  readonly onToggle: () => void;
}

const TIME = {hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hour12: false} as const;

/** One line, as a row of the grid. A click opens what else is known of it. */
export function LogRow({
  row: {id: lineId, line},
  id,
  isActive,
  isOpen,
  isLinked,
  onToggle,
  ...look
}: LogRowProps): ReactNode {
  const messages = useMessages();
  const text = useText();
  const {phrase, withDate, withSource, toLink} = look;
  const source = [line.component, line.environment].filter(Boolean).join(' · ');
  const onClick = (event: MouseEvent): void => {
    // Whoever marks a piece of the text wants that and nothing else.
    if (getSelection()?.isCollapsed === false || (event.target as Element).closest('.details')) return;
    onToggle();
  };
  const classes = [
    'row',
    line.level?.toLowerCase() ?? 'plain',
    isActive && 'active',
    isOpen && 'open',
    isLinked && 'linked',
  ];
  return (
    <div id={id} role="row" aria-expanded={isOpen} className={classes.filter(Boolean).join(' ')} onClick={onClick}>
      <time role="gridcell" className="time" dateTime={line.timestamp}>
        {messages.date(line.timestamp, {...(withDate && {day: '2-digit', month: 'short'}), ...TIME})}
      </time>
      <span role="gridcell" className="level">
        {line.level ?? '–'}
      </span>
      {withSource && (
        <span role="gridcell" className="source" title={source}>
          {source}
        </span>
      )}
      <span role="gridcell" className="text">
        {isLinked && <span className="visually-hidden">{text('line.linked')} </span>}
        {markText(line.text, phrase).map((piece, index) =>
          piece.isMatch ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
        )}
      </span>
      {isOpen && <LogDetails line={line} link={toLink(lineId)} />}
    </div>
  );
}
