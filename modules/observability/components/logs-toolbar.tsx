import {listQuery, LOG_LEVELS, toDisplayName, type LogLevel, type Scope} from '@openchoreo/portal-contract';
import {useGlobalStore, useHost, useText} from '@openchoreo/portal-react';
import {useQuery} from '@tanstack/react-query';
import Search from 'lucide/dist/esm/icons/search.mjs';
import WrapText from 'lucide/dist/esm/icons/text-wrap.mjs';
import type {ReactNode} from 'react';
import type config from '../module.config.ts';
import {useSearchText} from '../hooks/use-search-text.ts';
import type {LogsView} from '../types/logs-view.ts';
import {Icon} from './icon.tsx';
import {RangeChoice} from './range-choice.tsx';

interface LogsToolbarProps {
  readonly scope: Scope;
  readonly view: LogsView;
  readonly show: (change: Partial<LogsView>) => void;
  readonly wrap: boolean;
}

/** The filters, each of which stands in the address, and how lines are shown. */
export function LogsToolbar({scope, view, show, wrap}: LogsToolbarProps): ReactNode {
  const text = useText();
  const {settings} = useHost<typeof config>();
  const [phrase, setPhrase] = useSearchText(view.text, (next) => show({text: next}));
  const toggle = (level: LogLevel): void =>
    show({
      levels: LOG_LEVELS.filter((one) => (one === level ? !view.levels.includes(one) : view.levels.includes(one))),
    });
  return (
    <div className="toolbar" role="search">
      <label className="search">
        <Icon nodes={Search} />
        <span className="visually-hidden">{text('filter.text')}</span>
        <input
          type="search"
          placeholder={text('filter.text')}
          value={phrase}
          maxLength={500}
          onChange={({target}) => setPhrase(target.value)}
        />
      </label>
      <div className="levels" role="group" aria-label={text('filter.levels')}>
        {LOG_LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            className={`level-choice ${level.toLowerCase()}`}
            aria-pressed={view.levels.includes(level)}
            onClick={() => toggle(level)}
          >
            <span className="dot" aria-hidden="true" /> {text(`level.${level}`)}
          </button>
        ))}
      </div>
      <EnvironmentChoice scope={scope} />
      <RangeChoice view={view} show={show} />
      <button
        type="button"
        className="button icon-only wrap-choice"
        aria-pressed={wrap}
        aria-label={text('setting.wrap')}
        title={text('setting.wrap')}
        onClick={() => void settings.set('wrap', !wrap)}
      >
        <Icon nodes={WrapText} />
      </button>
    </div>
  );
}

/** The environment of the portal's own selection. */
function EnvironmentChoice({scope: {namespace, environment = ''}}: {readonly scope: Scope}): ReactNode {
  const text = useText();
  const {api} = useHost<typeof config>();
  const choose = useGlobalStore(({setCurrentEnvironment}) => setCurrentEnvironment);
  const {data = []} = useQuery(listQuery(api, 'environments', {...(namespace && {namespace})}));
  const isKnown = environment === '' || data.some(({metadata}) => metadata.name === environment);
  return (
    <select
      aria-label={text('filter.environment')}
      value={environment}
      onChange={({target}) => choose(target.value || null)}
    >
      <option value="">{text('filter.all-environments')}</option>
      {!isKnown && <option value={environment}>{environment}</option>}
      {data.map((one) => (
        <option key={one.metadata.name} value={one.metadata.name}>
          {toDisplayName(one)}
        </option>
      ))}
    </select>
  );
}
