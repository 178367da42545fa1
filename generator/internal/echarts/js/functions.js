// The only functions a chart may use. An option is pure JSON and names one with
// {"$fn": "name"}; nothing else in an option is ever run. The file depends on
// the global "echarts" alone, so a browser can load it for the same options.
// "this" inside a function is the whole option.
(function () {
  'use strict';

  // A formatter gets a bare value on an axis and a params object on a label.
  function valueOf(input) {
    var value = input !== null && typeof input === 'object' ? input.value : input;
    return Array.isArray(value) ? value[value.length - 1] : value;
  }

  function isBlank(value) {
    return value == null || value === '' || value === '-' || isNaN(value);
  }

  // At most two decimals, thousands separated: 12345.678 -> 12,345.68
  function plain(number) {
    return echarts.format.addCommas(Math.round(number * 100) / 100);
  }

  // Epoch milliseconds -> "2018年"
  function year(input) {
    var value = valueOf(input);
    return isBlank(value) ? '' : new Date(+value).getUTCFullYear() + '年';
  }

  // A number without separators, such as a year on a value axis: 2015 -> "2015"
  function ungrouped(input) {
    var value = valueOf(input);
    return isBlank(value) ? '' : String(Math.round(value * 100) / 100);
  }

  // Percentage points -> "35.5%"
  function percent(input) {
    var value = valueOf(input);
    return isBlank(value) ? '' : plain(+value) + '%';
  }

  // A plain number -> units of ten thousand from 10,000 up: 12000 -> "1.2万"
  function wan(input) {
    var value = valueOf(input);
    if (isBlank(value)) { return ''; }
    return Math.abs(value) >= 1e4 ? plain(value / 1e4) + '万' : plain(+value);
  }

  // One bar per datum [rowIndex, startMs, endMs, colourIndex] on a time xAxis
  // and a category yAxis. colourIndex counts into the option's root "color".
  function ganttBar(params, api) {
    var start = api.coord([api.value(1), api.value(0)]);
    var end = api.coord([api.value(2), api.value(0)]);
    var height = api.size([0, 1])[1] * 0.6;
    var palette = this.color || [];
    var shape = echarts.graphic.clipRectByRect({
      x: start[0],
      y: start[1] - height / 2,
      // A task of a few days must stay visible on an axis of years.
      width: Math.max(end[0] - start[0], 2),
      height: height
    }, params.coordSys);
    return shape && {
      type: 'rect',
      shape: shape,
      style: { fill: palette[api.value(3)] || api.visual('color') }
    };
  }

  globalThis.chartFunctions = {
    ganttBar: ganttBar,
    percent: percent,
    ungrouped: ungrouped,
    wan: wan,
    year: year
  };
})();
