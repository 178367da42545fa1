// Entry point of the embedded ECharts bundle: only what the site draws, so the
// binary stays small and an option that uses anything else is reported.
// Rebuild with refresh.sh.
import * as core from 'echarts/core.js';
import {
  LineChart, BarChart, PieChart, GaugeChart, CustomChart, ScatterChart
} from 'echarts/charts.js';
import {
  GridComponent, TitleComponent, LegendComponent, TooltipComponent,
  ToolboxComponent, DatasetComponent, MarkLineComponent, MarkAreaComponent,
  MarkPointComponent, AriaComponent
} from 'echarts/components.js';
// Without LegacyGridContainLabel, grid.containLabel silently lays out a few
// pixels away from where the full distribution does.
import { LabelLayout, LegacyGridContainLabel } from 'echarts/features.js';
import { SVGRenderer } from 'echarts/renderers.js';
// zrender's own width table, so that text measuring here starts from the same
// figures as ECharts without a canvas.
import { DEFAULT_TEXT_WIDTH_MAP } from 'zrender/lib/core/platform.js';
import { version as zrenderVersion } from 'zrender/lib/zrender.js';

core.use([
  LineChart, BarChart, PieChart, GaugeChart, CustomChart, ScatterChart,
  GridComponent, TitleComponent, LegendComponent, TooltipComponent,
  ToolboxComponent, DatasetComponent, MarkLineComponent, MarkAreaComponent,
  MarkPointComponent, AriaComponent,
  LabelLayout, LegacyGridContainLabel, SVGRenderer
]);

globalThis.echarts = {
  version: core.version,
  zrenderVersion,
  init: core.init,
  graphic: core.graphic,
  format: core.format,
  time: core.time,
  setPlatformAPI: core.setPlatformAPI,
  textWidths: DEFAULT_TEXT_WIDTH_MAP
};
