import {PortalError, type IconNode} from '@openchoreo/portal-contract';
import {useMessages, useText} from '@openchoreo/portal-react';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import type {ReactNode} from 'react';
import {Icon} from './icon.tsx';

/** Says why there is nothing here and what to do next. */
export function EmptyState(props: {
  readonly icon: readonly IconNode[];
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
}): ReactNode {
  return (
    <div className="state">
      <span className="state-icon">
        <Icon nodes={props.icon} size={20} />
      </span>
      <p className="state-title">{props.title}</p>
      {props.text && <p className="state-text">{props.text}</p>}
      {props.action && <div className="state-actions">{props.action}</div>}
    </div>
  );
}

/** Says what did not work, with a way to try again. */
export function ErrorState({error, retry}: {readonly error: unknown; readonly retry: () => void}): ReactNode {
  const messages = useMessages();
  const text = useText();
  const cause = error instanceof PortalError ? `${messages.error(error)} (${error.code})` : '';
  return (
    <div className="state failed" role="alert">
      <span className="state-icon">
        <Icon nodes={TriangleAlert} size={20} />
      </span>
      <p className="state-title">{text('logs.error')}</p>
      {cause && <p className="state-text">{cause}</p>}
      <div className="state-actions">
        <button className="button" type="button" onClick={retry}>
          {text('retry')}
        </button>
      </div>
    </div>
  );
}

/** Grey lines where lines will be. */
export function LinesSkeleton(): ReactNode {
  return (
    <div className="bones" aria-busy="true">
      {Array.from({length: 14}, (_, index) => (
        <span key={index} className="bone" aria-hidden="true" />
      ))}
    </div>
  );
}
