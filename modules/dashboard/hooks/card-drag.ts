import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface DragTarget {
  /** The card is over another one: it goes there. */
  move(key: string, target: string): void;
  /** Size the pointer asks for, in columns and rows; the columns only where the page is wide enough for them. */
  resize(key: string, size: {readonly columns?: number; readonly rows: number}): void;
  begin(key: string): void;
  /** Escape was pressed, or the browser took the pointer away. */
  cancel(key: string): void;
  end(key: string): void;
}

/** Pixels near the edge of the window in which the page scrolls along. */
const EDGE = 72;
const WIDE = '(width > 1100px)';

/** Moves and resizes cards of a grid with whatever points: mouse, finger, pen. */
export class CardDrag implements ReactiveController {
  readonly #target: DragTarget;
  readonly #root: () => ShadowRoot;
  #drag: {readonly key: string; readonly stop: () => void} | undefined;

  constructor(host: ReactiveControllerHost, root: () => ShadowRoot, target: DragTarget) {
    this.#root = root;
    this.#target = target;
    host.addController(this);
  }

  get key(): string | undefined {
    return this.#drag?.key;
  }

  hostDisconnected(): void {
    this.#finish('cancel');
  }

  /** To be called by `pointerdown` on a card's handle. */
  startMove(event: PointerEvent, key: string): void {
    // Where the pointer rests while others make room must not move them again.
    let last: string | undefined;
    this.#start(event, key, ({clientX, clientY}) => {
      const over = this.#root().elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-key]')?.dataset['key'];
      if (over !== undefined && over !== key && over !== last) this.#target.move(key, over);
      last = over;
      scrollAlong(clientY);
    });
  }

  /** To be called by `pointerdown` on the corner of a card. */
  startResize(event: PointerEvent, key: string): void {
    const card = (event.currentTarget as HTMLElement).closest<HTMLElement>('[data-key]');
    const grid = card?.parentElement;
    if (!card || !grid) return;
    const {columnGap, gridAutoRows} = getComputedStyle(grid);
    const gap = Number.parseFloat(columnGap);
    const [column, row] = [(grid.clientWidth + gap) / 12, Number.parseFloat(gridAutoRows) + gap];
    const {offsetWidth: width, offsetHeight: height} = card;
    const {pageX, pageY} = event;
    this.#start(event, key, (moved) => {
      const columns = (width + moved.pageX - pageX + gap) / column;
      const rows = (height + moved.pageY - pageY + gap) / row;
      this.#target.resize(key, matchMedia(WIDE).matches ? {columns, rows} : {rows});
      scrollAlong(moved.clientY);
    });
  }

  #start(event: PointerEvent, key: string, onMove: (event: PointerEvent) => void): void {
    if (event.button !== 0 || this.#drag) return;
    const {pointerId} = event;
    const listening = new AbortController();
    const {signal} = listening;
    const listen = (type: 'pointermove' | 'pointerup' | 'pointercancel', act: (event: PointerEvent) => void): void =>
      addEventListener(type, (each) => each.pointerId === pointerId && act(each), {signal});
    listen('pointermove', onMove);
    listen('pointerup', () => this.#finish('end'));
    listen('pointercancel', () => this.#finish('cancel'));
    const onKey = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      pressed.stopPropagation();
      this.#finish('cancel');
    };
    addEventListener('keydown', onKey, {signal, capture: true});
    this.#drag = {key, stop: () => listening.abort()};
    this.#target.begin(key);
  }

  #finish(how: 'end' | 'cancel'): void {
    const drag = this.#drag;
    if (!drag) return;
    drag.stop();
    this.#drag = undefined;
    this.#target[how](drag.key);
  }
}

function scrollAlong(clientY: number): void {
  if (clientY < EDGE) scrollBy({top: clientY - EDGE});
  else if (clientY > innerHeight - EDGE) scrollBy({top: clientY - innerHeight + EDGE});
}
