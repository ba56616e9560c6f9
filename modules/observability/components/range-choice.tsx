import {useText} from '@openchoreo/portal-react';
import type {ReactNode} from 'react';
import type {LogsView} from '../types/logs-view.ts';
import {RANGES, toWindow} from '../utils/logs-view.ts';
import {fromLocalInput, toLocalInput} from '../utils/local-input.ts';

/** How far back, or between two moments of one's own. */
export function RangeChoice({
  view,
  show,
}: {
  readonly view: LogsView;
  readonly show: (change: Partial<LogsView>) => void;
}): ReactNode {
  const text = useText();
  const choose = (range: string): void => {
    if (range !== 'custom') show({range: range as LogsView['range']});
    else show({range, ...toWindow(view, Date.now())});
  };
  const move = (change: Pick<LogsView, 'from' | 'to'>): void => {
    const {from = '', to = ''} = {...view, ...change};
    if (from && to && from < to) show({range: 'custom', from, to});
  };
  return (
    <>
      <select aria-label={text('filter.range')} value={view.range} onChange={({target}) => choose(target.value)}>
        {[...Object.keys(RANGES), 'custom'].map((range) => (
          <option key={range} value={range}>
            {text(`range.${range}`)}
          </option>
        ))}
      </select>
      {view.range === 'custom' && (
        <span className="moments">
          {(['from', 'to'] as const).map((end) => (
            <input
              key={`${end} ${view[end] ?? ''}`}
              type="datetime-local"
              aria-label={text(`filter.${end}`)}
              defaultValue={toLocalInput(view[end])}
              onBlur={({target}) => move({[end]: fromLocalInput(target.value) ?? view[end]})}
            />
          ))}
        </span>
      )}
    </>
  );
}
