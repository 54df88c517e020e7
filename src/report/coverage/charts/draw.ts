/** One chart through ECharts, as a piece of SVG for the page. */
import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import { GridSimpleComponent } from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { xmlText } from '../../check/xml.ts';
import { plainSvg } from './plain-svg.ts';

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption>;

export interface Frame {
  /** Unique on the page; letters, digits and `-`. */
  readonly id: string;
  /** In the picture's own units; the page scales it. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for who does not see it. */
  readonly title: string;
  readonly description: string;
}

use([BarChart, LineChart, GridSimpleComponent, SVGRenderer]);

/** The same option gives the same text: nothing in it moves, is measured by a browser, or counts on from earlier charts. */
export function drawn(option: ChartOption, { id, width, height, title, description }: Frame): string {
  const chart = init(null, null, { ssr: true, renderer: 'svg', width, height });
  try {
    chart.setOption({ animation: false, ...option });
    const svg = plainSvg(chart.renderToSVGString());
    const names = `<title id="${id}-title">${xmlText(title)}</title><desc id="${id}-desc">${xmlText(description)}</desc>`;
    const head = `<svg class="c-chart" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc"`;
    return svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => `${head}${attributes}>${names}`);
  } finally {
    // Its clock would keep the process alive.
    chart.dispose();
  }
}
