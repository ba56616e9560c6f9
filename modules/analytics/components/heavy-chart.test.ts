import {expect, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {mount, type Mounted} from '@openchoreo/portal-test-kit';
import type {ChartData} from '../types/chart-data.ts';
import {createAcme} from '../testing/acme.ts';
import {ChartPanel} from './chart-panel.ts';
import {HeavyChart} from './heavy-chart.ts';

const place = (name: string) => ({short: name, full: `Week ${name}`});

const AREA: ChartData = {
  shape: 'area',
  axis: 'time',
  places: ['1', '2', '3'].map(place),
  series: [
    {label: 'Shop', tone: '1', values: [1, 2, 3]},
    {label: 'Pay', tone: '2', values: [0, 1, 1]},
  ],
};

const BARS: ChartData = {...AREA, shape: 'bars', axis: 'names'};

const show = async (data: ChartData): Promise<Mounted<HeavyChart>> => {
  const chart = await mount('analytics-heavy-chart', HeavyChart, createAcme(), {
    properties: {data, label: 'Components'},
  });
  chart.element.style.height = '240px';
  await waitUntil(() => chart.find<HTMLCanvasElement>('canvas')!.clientHeight > 200);
  return chart;
};

/** The colours on the canvas, without those of blended edges: how many pixels have each. */
const colours = (chart: Mounted<HeavyChart>): ReadonlySet<string> => {
  const canvas = chart.find<HTMLCanvasElement>('canvas')!;
  const {data} = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.slice(at, at + 4).join();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([colour, count]) => count > 60 && !colour.endsWith(',0')).map(([colour]) => colour),
  );
};

describe('the chart', () => {
  it('is accessible, and speaks its numbers as a slider', async () => {
    const chart = await show(AREA);
    await expect(chart.element).to.be.accessible();
    const slider = chart.find('[role=slider]')!;
    expect(slider.getAttribute('aria-label')).to.equal('Components');
    expect(slider.getAttribute('aria-valuetext')).to.equal('Week 3: Shop 3, Pay 1');
  });

  it('is read with the arrow keys, and is left with Escape', async () => {
    const chart = await show(BARS);
    const slider = chart.find('[role=slider]')!;
    slider.focus();
    await sendKeys({press: 'Home'});
    await sendKeys({press: 'ArrowRight'});
    await chart.settle();
    expect(slider.getAttribute('aria-valuetext')).to.equal('Week 2: Shop 2, Pay 1');
    expect(chart.find('.tooltip')!.innerText.replace(/\s+/g, ' ')).to.equal('Week 2 Pay 1 Shop 2 Total 3');
    await sendKeys({press: 'End'});
    await sendKeys({press: 'ArrowRight'});
    await chart.settle();
    expect(slider.getAttribute('aria-valuenow')).to.equal('2');
    await sendKeys({press: 'Escape'});
    await chart.settle();
    expect(chart.find('.tooltip')).to.equal(null);
  });

  for (const [shape, data] of Object.entries({area: AREA, bars: BARS})) {
    it(`draws in other colours when the theme changes: ${shape}`, async () => {
      const root = document.documentElement;
      root.dataset['theme'] = 'light';
      const chart = await show(data);
      const light = colours(chart);
      root.dataset['theme'] = 'dark';
      await waitUntil(() => [...colours(chart)].some((colour) => !light.has(colour)));
      const dark = colours(chart);
      delete root.dataset['theme'];
      expect([...dark].filter((colour) => light.has(colour))).to.deep.equal([]);
    });
  }

  it('is dark on white on paper, whatever the theme', async () => {
    const root = document.documentElement;
    root.dataset['theme'] = 'light';
    const chart = await show(BARS);
    const light = colours(chart);
    root.dataset['theme'] = 'dark';
    await waitUntil(() => [...colours(chart)].some((colour) => !light.has(colour)));
    dispatchEvent(new Event('beforeprint'));
    await waitUntil(() => [...colours(chart)].every((colour) => light.has(colour)));
    dispatchEvent(new Event('afterprint'));
    delete root.dataset['theme'];
    expect(chart.element.hasAttribute('printing')).to.equal(false);
  });

  it('follows the size of its place', async () => {
    const chart = await show(AREA);
    chart.element.style.width = '320px';
    await waitUntil(() => chart.find('canvas')!.clientWidth === 320);
    chart.element.style.width = '500px';
    await waitUntil(() => chart.find('canvas')!.clientWidth === 500);
  });

  it('shows nothing of nothing, one of one, and zeros', async () => {
    for (const values of [[], [0], [7], [0, 0, 0]]) {
      const chart = await show({
        ...AREA,
        places: values.map((_, index) => place(String(index))),
        series: [{label: 'x', tone: '1', values}],
      });
      await expect(chart.element).to.be.accessible();
    }
  });

  it('leaves nothing behind when it goes, and is there again when it comes back', async () => {
    const chart = await show(AREA);
    const parent = chart.element.parentElement!;
    chart.element.remove();
    expect(chart.find('canvas')).to.equal(null);
    parent.append(chart.element);
    await waitUntil(() => chart.find('canvas') !== null);
  });
});

describe('the panel around a chart', () => {
  it('has its chart on a phone, too', async () => {
    const panel = await mount('analytics-chart-panel', ChartPanel, createAcme(), {
      properties: {data: AREA, heading: 'Growth', summary: 'up', axis: 'Week'},
    });
    // The width a phone leaves it; the driver of WebKit cannot make the window narrow.
    panel.element.style.width = '358px';
    await waitUntil(() => panel.find('canvas') !== null);
    expect(panel.element.scrollWidth).to.be.at.most(358);
    await expect(panel.element).to.be.accessible();
  });
});
