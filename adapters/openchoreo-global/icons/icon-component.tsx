import {clsx} from 'clsx';
import {
  createElement,
  useCallback,
  useContext,
  useSyncExternalStore,
  type ComponentProps,
  type FunctionComponent,
  type ReactNode,
} from 'react';
import {ConsumerContext} from '../consumer-context.ts';
import {readDrawing, watchDrawing} from './icon-drawings.ts';

interface IconProps extends ComponentProps<'svg'> {
  readonly size?: number | string;
  /** Keeps the stroke as wide as it is at 24 px. */
  readonly absoluteStrokeWidth?: boolean;
}

/**
 * An icon by its component name, as `lucide-react` has it. Its place is there at once, its drawing comes from the
 * gateway when it is first rendered. A name that lucide does not have is said with the nearest, and draws nothing.
 */
export function createIcon(name: string): FunctionComponent<IconProps> {
  function Icon({
    size = 24,
    color = 'currentColor',
    strokeWidth = 2,
    absoluteStrokeWidth = false,
    className,
    children,
    ...props
  }: IconProps): ReactNode {
    const request = useContext(ConsumerContext)?.request;
    const subscribe = useCallback(
      (listener: () => void) => (request ? watchDrawing(name, request, listener) : () => {}),
      [request],
    );
    const drawing = useSyncExternalStore(subscribe, () => readDrawing(name));
    if (drawing instanceof Error) throw drawing;
    const isDecoration = !Object.keys(props).some((prop) => prop.startsWith('aria-') || prop === 'role') && !children;
    return (
      <svg
        xmlns="http://www.w3.org/2000/svg"
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke={color}
        strokeWidth={absoluteStrokeWidth ? (Number(strokeWidth) * 24) / Number(size) : strokeWidth}
        strokeLinecap="round"
        strokeLinejoin="round"
        {...(isDecoration && {'aria-hidden': true})}
        {...props}
        className={clsx('lucide', `lucide-${toKebab(name)}`, className)}
      >
        {drawing?.map(([tag, attributes], index) => createElement(tag, {key: index, ...attributes}))}
        {children}
      </svg>
    );
  }
  Icon.displayName = name;
  return Icon;
}

/** `TrendingUp` → `trending-up`, `Trash2` → `trash-2`. */
function toKebab(name: string): string {
  return name
    .replace(/([a-z])([A-Z0-9])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
