import {useHost, useStore, useStyles} from '@openchoreo/portal-react';
import type {ReactNode} from 'react';
import {ConsumerContext, type ConsumerScope} from './consumer-context.ts';
import {KIT_STYLES} from './ui/kit-styles.ts';

interface ConsumerRootProps {
  readonly scope: ConsumerScope;
  /** The classes that the consumer uses, as they were generated for it. */
  readonly css: string;
  readonly children: ReactNode;
}

/**
 * What a page or card of a consumer stands in: here, and nowhere else, hold its classes, which come after the kit's. It
 * bears the theme that somebody chose, since a shadow root does not see that of the page; without one the system's holds.
 */
export function ConsumerRoot({scope, css, children}: ConsumerRootProps): ReactNode {
  useStyles(KIT_STYLES, css);
  const theme = useStore(useHost().state.theme);
  return (
    <ConsumerContext value={scope}>
      <div data-openchoreo-consumer={scope.id} data-theme={theme === 'system' ? undefined : theme}>
        {children}
      </div>
    </ConsumerContext>
  );
}
