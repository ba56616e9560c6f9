import {useInsertionEffect} from 'react';
import {adoptStyles, toStyleSheets, type Style} from '../adopt-styles.ts';
import {usePortal} from '../portal-context.ts';

/**
 * Puts style sheets where the component stands, and into the document for what it shows in `document.body`, while it is
 * in the page. What renders into a shadow root anyway says `Component.styles` instead.
 */
export function useStyles(...styles: readonly Style[]): void {
  const {root} = usePortal('useStyles()');
  useInsertionEffect(() => {
    const sheets = toStyleSheets(styles);
    const stops = [...new Set([root, document])].map((each) => adoptStyles(each, sheets));
    return () => {
      for (const stop of stops) stop();
    };
  }, [root, ...styles]);
}
