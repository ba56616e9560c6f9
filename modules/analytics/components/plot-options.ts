import uPlot from 'uplot';
import type {ChartData} from '../types/chart-data.ts';
import {shorten} from '../utils/shorten.ts';
import type {PlotColors} from './plot-colors.ts';

const FONT_SIZE = 12;
const LABEL_GAP = 16;
/** Where a chart of ones and twos ends: a single thing does not look like the most there can be. */
const LOWEST_TOP = 4.4;
const BAR = {share: 0.68, most: 44, radius: 3};
/** Whole numbers only: nobody counts a third of a component. */
const INCREMENTS = [1, 2, 5].flatMap((first) => Array.from({length: 8}, (_, power) => first * 10 ** power));

export interface PlotContext {
  readonly colors: () => PlotColors;
  readonly number: (value: number) => string;
  readonly fontFamily: string;
  readonly onPoint: (place: number | undefined) => void;
}

/** Size, scales, axes and series of a plot for the data. Colours are asked for at each drawing. */
export function toPlotOptions(
  data: ChartData,
  size: {width: number; height: number},
  context: PlotContext,
): uPlot.Options {
  const {colors, number, onPoint} = context;
  const font = `${FONT_SIZE}px ${context.fontFamily}`;
  const isBars = data.shape === 'bars';
  const last = Math.max(data.places.length - 1, isBars ? 0 : 1);
  return {
    ...size,
    padding: [12, isBars ? 8 : 28, 0, isBars ? 0 : 12],
    legend: {show: false},
    cursor: {x: !isBars, y: false, drag: {x: false, y: false, setScale: false}, points: {show: !isBars, size: 9}},
    scales: {
      x: {time: false, range: () => (isBars ? [-0.5, last + 0.5] : [0, last])},
      y: {range: (_, __, max) => [0, Math.max(max * 1.12, LOWEST_TOP)]},
    },
    axes: [
      {
        stroke: () => colors().text,
        font,
        size: 30,
        gap: 8,
        grid: {show: false},
        ticks: {show: false},
        border: {show: true, width: 1, stroke: () => colors().line},
        splits: (plot) => toSplits(plot, data, font),
        values: (plot, splits) => toLabels(plot, data, splits, font),
      },
      {
        stroke: () => colors().text,
        font,
        gap: 8,
        size: (plot, values) => Math.ceil(widest(plot, values, font)) + LABEL_GAP,
        space: 44,
        incrs: [...INCREMENTS].sort((a, b) => a - b),
        grid: {width: 1, stroke: () => colors().line},
        ticks: {show: false},
        values: (_, splits) => splits.map((value) => number(value)),
      },
    ],
    series: [{}, ...data.series.toReversed().map(({label, tone}) => toSeries(label, tone, data, colors))],
    ...(!isBars && {
      bands: data.series.slice(1).map((_, index) => ({series: [index + 1, index + 2] as [number, number]})),
    }),
    hooks: {setCursor: [({cursor}) => onPoint(cursor.idx ?? undefined)]},
  };
}

function toSeries(
  label: string,
  tone: keyof PlotColors['tones'],
  data: ChartData,
  colors: () => PlotColors,
): uPlot.Series {
  const isStacked = data.series.length > 1;
  const full = (): string => colors().tones[tone].full;
  const points = {show: false};
  const soft = (plot: uPlot): string | CanvasGradient => {
    const {[tone]: colour} = colors().tones;
    return isStacked ? colour.soft : toFadingFill(plot, colour.soft, colour.none);
  };
  if (data.shape === 'area') return {label, width: 2, stroke: full, fill: soft, points};
  const paths = uPlot.paths.bars?.({
    size: [BAR.share, BAR.most],
    radius: (plot) => (isStacked ? [0, 0] : [Math.min(0.5, BAR.radius / toBarWidth(plot, data)), 0]),
  });
  const stroke = (): string => (isStacked ? colors().surface : full());
  return {label, width: isStacked ? 1 : 0, stroke, fill: full, points, ...(paths && {paths})};
}

/** Fades towards the axis, so that the line is what is seen first. */
function toFadingFill({ctx, bbox}: uPlot, from: string, to: string): CanvasGradient {
  const fill = ctx.createLinearGradient(0, bbox.top, 0, bbox.top + Math.max(bbox.height, 1));
  fill.addColorStop(0, from);
  fill.addColorStop(1, to);
  return fill;
}

function toBarWidth(plot: uPlot, {places}: ChartData): number {
  return Math.max(1, Math.min(BAR.most, (toWidth(plot) / places.length) * BAR.share));
}

/** The places that get a label: all names; of times as many as fit, counted from the last. */
function toSplits(plot: uPlot, {axis, places}: ChartData, font: string): number[] {
  const every = axis === 'names' ? 1 : Math.ceil((places.length * (widest(plot, places.map(({short}) => short), font) + LABEL_GAP)) / toWidth(plot)); // prettier-ignore
  return places.map((_, index) => index).filter((index) => (places.length - 1 - index) % Math.max(every, 1) === 0);
}

function toLabels(plot: uPlot, {axis, places}: ChartData, splits: readonly number[], font: string): string[] {
  const room = toWidth(plot) / Math.max(places.length, 1) - LABEL_GAP / 2;
  return splits.map((index) => {
    const {short = ''} = places[index] ?? {};
    return axis === 'names' ? shorten(short, (text) => measure(plot, text, font) <= room) : short;
  });
}

function toWidth(plot: uPlot): number {
  return Math.max(plot.bbox.width / devicePixelRatio, 1);
}

/** The library hands over `null` at first, whatever its types say. */
function widest(plot: uPlot, texts: readonly string[] | null, font: string): number {
  return Math.max(0, ...(texts ?? []).map((text) => measure(plot, text, font)));
}

function measure({ctx}: uPlot, text: string, font: string): number {
  ctx.save();
  ctx.font = font;
  const {width} = ctx.measureText(text);
  ctx.restore();
  return width;
}
