// Entry point of the ECharts that a reader's browser loads on demand, to zoom
// into a chart and to save it: only what such a chart needs. It takes the same
// options as the engine of the build, with the same named functions.
// Rebuild with refresh.sh.
import * as core from 'echarts/core.js';
import { LineChart, BarChart, CustomChart } from 'echarts/charts.js';
import {
  GridComponent, LegendPlainComponent, TooltipComponent, DataZoomInsideComponent,
  DataZoomSliderComponent, MarkLineComponent, AriaComponent
} from 'echarts/components.js';
import { LabelLayout, LegacyGridContainLabel } from 'echarts/features.js';
import { SVGRenderer } from 'echarts/renderers.js';
import './js/functions.js';
import './js/option.js';

core.use([
  LineChart, BarChart, CustomChart,
  GridComponent, LegendPlainComponent, TooltipComponent, DataZoomInsideComponent,
  DataZoomSliderComponent, MarkLineComponent, AriaComponent,
  LabelLayout, LegacyGridContainLabel, SVGRenderer
]);

// What js/functions.js finds there when a chart is drawn.
globalThis.echarts = { graphic: core.graphic, format: core.format, time: core.time };

export const init = core.init;

// Turns the text of an option into one that init's charts take.
export function parseOption(text) { return globalThis.__parseOption(text); }
