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

  // Epoch milliseconds -> "2018"
  function plainYear(input) {
    var value = valueOf(input);
    return isBlank(value) ? '' : String(new Date(+value).getUTCFullYear());
  }

  // On a category axis whose names hold a year: the year, where the name before
  // has another. "2016年6月30日" -> "2016" after "2015年12月31日", else ""
  function yearOnce(name, index) {
    var names = this.xAxis[0].data;
    var own = /[0-9]{4}/.exec(name);
    var before = index > 0 && /[0-9]{4}/.exec(names[index - 1]);
    return own && !(before && before[0] === own[0]) ? own[0] : '';
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

  // A bar that goes on: it ends in a point.
  function arrow(bar) {
    var right = bar.x + bar.width;
    var neck = right - Math.min(bar.height / 2, bar.width);
    var foot = bar.y + bar.height;
    return [[bar.x, bar.y], [neck, bar.y], [right, bar.y + bar.height / 2], [neck, foot], [bar.x, foot]];
  }

  // The words of a bar: in it where they fit, else after it, else before it,
  // else none.
  function barWords(bar, datum, area) {
    var inside = bar.width >= datum.room + 8;
    var after = bar.x + bar.width + 4 + datum.room <= area.x + area.width;
    var before = bar.x - 4 - datum.room >= area.x;
    return (inside || after || before) && {
      type: 'text',
      style: {
        text: datum.words, fontSize: datum.size, fontFamily: 'inherit',
        x: inside ? bar.x + 6 : after ? bar.x + bar.width + 4 : bar.x - 4,
        y: bar.y + bar.height / 2,
        align: inside || after ? 'left' : 'right', verticalAlign: 'middle',
        fill: inside ? datum.ink : datum.pen
      }
    };
  }

  // One bar per datum [rowIndex, startMs, endMs, colourIndex, open] on a time
  // xAxis and a category yAxis. colourIndex counts into the option's root
  // "color"; a bar that is open (1) goes on beyond its end. A datum that is an
  // object may carry words to write: {value, words, room (their width in px),
  // size (font, px), ink and pen (their colour on the bar and beside it)}.
  function ganttBar(params, api) {
    var start = api.coord([api.value(1), api.value(0)]);
    var end = api.coord([api.value(2), api.value(0)]);
    var height = api.size([0, 1])[1] * 0.6;
    var palette = this.color || [];
    var bar = echarts.graphic.clipRectByRect({
      x: start[0],
      y: start[1] - height / 2,
      // A task of a few days must stay visible on an axis of years.
      width: Math.max(end[0] - start[0], 2),
      height: height
    }, params.coordSys);
    if (!bar) { return null; }
    var style = { fill: palette[api.value(3)] || api.visual('color') };
    var shape = api.value(4) === 1
      ? { type: 'polygon', shape: { points: arrow(bar) }, style: style }
      : { type: 'rect', shape: bar, style: style };
    var datum = this.series[params.seriesIndex].data[params.dataIndex];
    var words = datum.words && barWords(bar, datum, params.coordSys);
    return words ? { type: 'group', children: [shape, words] } : shape;
  }

  globalThis.chartFunctions = {
    ganttBar: ganttBar,
    percent: percent,
    plainYear: plainYear,
    ungrouped: ungrouped,
    wan: wan,
    year: year,
    yearOnce: yearOnce
  };
})();
