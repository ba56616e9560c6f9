import {clsx} from 'clsx';
import {useEffect, useRef, useState, type ComponentProps, type ReactNode} from 'react';
import {part} from './part.tsx';

/** A table in a frame that scrolls sideways where the place is narrow, by keyboard, too. */
export function Table({className, ...props}: ComponentProps<'table'>): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={frame} data-slot="table-container" className="oc-table-frame" {...(scrolls && {tabIndex: 0})}>
      <table data-slot="table" {...props} className={clsx('oc-table', className)} />
    </div>
  );
}
Table.displayName = 'Table';

export const TableHeader = part('TableHeader', 'thead', 'oc-table-header');
export const TableBody = part('TableBody', 'tbody', 'oc-table-body');
export const TableRow = part('TableRow', 'tr', 'oc-table-row');
export const TableHead = part('TableHead', 'th', 'oc-table-head');
export const TableCell = part('TableCell', 'td', 'oc-table-cell');
