import {baseStyles} from '@openchoreo/portal-lit';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import uPlot from 'uplot';
import {ThemeWatch} from '../hooks/theme-watch.ts';
import type {ChartData} from '../types/chart-data.ts';
import {stack} from '../utils/stack.ts';
import {AnalyticsElement} from './analytics-element.ts';
import {heavyChartStyles} from './heavy-chart-styles.ts';
import {colorProbes, type PlotColors, readPlotColors} from './plot-colors.ts';
import {toPlotOptions} from './plot-options.ts';
import {toneStyles} from './tone-styles.ts';

/** Keys that go through the places, as on any slider, and how far. */
const STRIDES: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
  Home: -Infinity,
  End: Infinity,
};

/**
 * A chart drawn by uPlot on a canvas, which fills its place and follows its size, the theme and the printer. What is
 * heavy about it is the library: whoever shows one loads this file only then.
 *
 * The pointer or the arrow keys choose a place, whose numbers stand in a tooltip; to assistive technology it is a slider
 * that speaks them. All numbers at once are the business of a table beside it.
 */
export class HeavyChart extends AnalyticsElement {
  static override styles = [baseStyles, toneStyles, heavyChartStyles];

  @property({attribute: false}) data: ChartData = {shape: 'area', axis: 'time', places: [], series: []};
  /** What the chart is of. */
  @property() label = '';
  /** Index of the place whose numbers are shown. */
  @state() private place: number | undefined;
  @query('.plot') private readonly area!: HTMLElement;

  #plot: uPlot | undefined;
  #colors: PlotColors | undefined;
  readonly #resize = new ResizeObserver(() => this.#fit());

  constructor() {
    super();
    new ThemeWatch(this, () => {
      this.#colors = undefined;
      this.#plot?.redraw(false);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
    if (this.hasUpdated) this.#draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data')) this.place = undefined;
  }

  protected override render(): TemplateResult {
    const last = this.data.places.length - 1;
    return html`
      ${colorProbes()}
      <div
        class="plot"
        role="slider"
        tabindex="0"
        aria-label=${this.label}
        aria-valuemin="0"
        aria-valuemax=${Math.max(last, 0)}
        aria-valuenow=${Math.max(this.place ?? last, 0)}
        aria-valuetext=${this.#toWords(this.place ?? last)}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
        @focus=${() => this.area.matches(':focus-visible') && this.#choose(this.place ?? last)}
        @blur=${() => this.#choose(undefined)}
      ></div>
      ${this.place === undefined ? nothing : this.#renderTooltip(this.place)}
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('data')) this.#draw();
    this.#placeTooltip();
  }

  #renderTooltip(place: number): TemplateResult {
    const {places, series} = this.data;
    const {messages} = this.host;
    const valueOf = (values: readonly number[]): number => values[place] ?? 0;
    return html`
      ${this.data.shape === 'bars' ? html`<div class="column"></div>` : nothing}
      <div class="tooltip" aria-hidden="true">
        <strong>${places[place]?.full}</strong>
        <div class="values">
          ${series.toReversed().map(
            ({label, tone, values}) => html`
              <span class="swatch tone-${tone}"></span>
              <span class="name">${label}</span>
              <b>${messages.number(valueOf(values))}</b>
            `,
          )}
          ${
            series.length > 1
              ? html`
                  <span class="name sum">${this.text('chart.sum')}</span>
                  <b>${messages.number(series.reduce((sum, {values}) => sum + valueOf(values), 0))}</b>
                `
              : nothing
          }
        </div>
      </div>
    `;
  }

  /** `4 Nov 2026: Components 12`, for those who hear it. */
  #toWords(place: number): string {
    const {places, series} = this.data;
    const values = series.map(({label, values}) => `${label} ${this.host.messages.number(values[place] ?? 0)}`);
    return places[place] ? `${places[place].full}: ${values.join(', ')}` : this.text('chart.empty');
  }

  #onKey(event: KeyboardEvent): void {
    const stride = STRIDES[event.key];
    if (event.key === 'Escape') this.#choose(undefined);
    if (stride === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const last = this.data.places.length - 1;
    const from = this.place ?? (stride < 0 ? last + 1 : -1);
    this.#choose(Math.min(Math.max(from + stride, 0), last));
  }

  /** Moves the plot's cursor along, so that line, points and tooltip agree. */
  #choose(place: number | undefined): void {
    this.place = place !== undefined && place >= 0 ? place : undefined;
    const left = this.place === undefined ? -10 : (this.#plot?.valToPos(this.place, 'x') ?? -10);
    this.#plot?.setCursor({left, top: this.place === undefined ? -10 : 0}, false);
  }

  #draw(): void {
    this.#plot?.destroy();
    const {clientWidth: width, clientHeight: height} = this;
    const {places, series} = this.data;
    const options = toPlotOptions(
      this.data,
      {width: Math.max(width, 1), height: Math.max(height, 1)},
      {
        colors: () => (this.#colors ??= readPlotColors(this.renderRoot)),
        number: (value) => this.host.messages.number(value),
        fontFamily: getComputedStyle(this).fontFamily,
        onPoint: (place) => (this.place = place),
      },
    );
    const rows = [places.map((_, index) => index), ...stack(series).map((values) => [...values])] as uPlot.AlignedData;
    this.#plot = new uPlot(options, rows, this.area);
  }

  #fit(): void {
    const {clientWidth: width, clientHeight: height} = this;
    if (width > 0 && height > 0) this.#plot?.setSize({width, height});
  }

  /** Beside the place, on the side where there is more room. */
  #placeTooltip(): void {
    const tooltip = this.renderRoot.querySelector<HTMLElement>('.tooltip');
    if (!tooltip || this.place === undefined || !this.#plot) return;
    const {over} = this.#plot;
    const center = over.offsetLeft + this.#plot.valToPos(this.place, 'x');
    const gap = 12;
    const isRight = center + gap + tooltip.offsetWidth <= this.clientWidth || center < this.clientWidth / 2;
    const left = isRight ? center + gap : center - gap - tooltip.offsetWidth;
    const most = Math.max(this.clientWidth - tooltip.offsetWidth, 0);
    tooltip.style.transform = `translate(${Math.min(Math.max(left, 0), most)}px, ${over.offsetTop}px)`;
    const column = this.renderRoot.querySelector<HTMLElement>('.column');
    if (!column) return;
    const width = over.clientWidth / this.data.places.length;
    column.style.left = `${center - width / 2}px`;
    column.style.width = `${width}px`;
    column.style.top = `${over.offsetTop}px`;
    column.style.height = `${over.clientHeight}px`;
  }
}
