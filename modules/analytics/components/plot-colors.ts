import {html, type TemplateResult} from 'lit';
import {type Tone, TONES} from '../types/chart-data.ts';

/** Colours as a canvas takes them. */
export interface PlotColors {
  readonly text: string;
  readonly line: string;
  readonly surface: string;
  readonly tones: Readonly<Record<Tone, {readonly full: string; readonly soft: string; readonly none: string}>>;
}

/** Elements that nobody sees and that bear the colours: only an element can say what a custom property comes to. */
export function colorProbes(): TemplateResult {
  return html`
    <div class="probes" aria-hidden="true">
      <span class="text"></span><span class="line"></span><span class="surface"></span>
      ${TONES.map((tone) => html`<span class="tone-${tone}"></span><span class="tone-${tone} soft"></span><span class="tone-${tone} none"></span>`)}
    </div>
  `;
}

export function readPlotColors(root: ParentNode): PlotColors {
  const read = (selector: string): string => {
    const probe = root.querySelector(`.probes ${selector}`);
    return probe ? getComputedStyle(probe).color : 'gray';
  };
  const tones = TONES.map(
    (tone) =>
      [
        tone,
        {full: read(`.tone-${tone}`), soft: read(`.tone-${tone}.soft`), none: read(`.tone-${tone}.none`)},
      ] as const,
  );
  return {
    text: read('.text'),
    line: read('.line'),
    surface: read('.surface'),
    tones: Object.fromEntries(tones) as PlotColors['tones'],
  };
}
