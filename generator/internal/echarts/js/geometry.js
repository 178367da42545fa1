// What a tooltip needs to know about a drawn chart: where each category lies
// and what to say there. The fields are documented at Geometry in geometry.go.
(function () {
  'use strict';

  function cartesianSeries(model) {
    return model.getSeries().filter(function (series) {
      var system = series.coordinateSystem;
      // A custom series draws what it likes: its data need not lie at its x.
      return system && system.type === 'cartesian2d' && series.subType !== 'custom' &&
        !model.isSeriesFiltered(series);
    });
  }

  // The axis readers move along: the same category or time axis for all series.
  function sharedBaseAxis(list) {
    var base = list[0].getBaseAxis();
    var shared = list.every(function (series) { return series.getBaseAxis() === base; });
    return shared && (base.type === 'category' || base.type === 'time') ? base : null;
  }

  function eachPoint(series, base, visit) {
    var data = series.getData();
    var keyDim = data.mapDimension(base.dim);
    var valueDim = data.mapDimension(base.dim === 'x' ? 'y' : 'x');
    for (var i = 0; i < data.count(); i++) {
      visit(data.get(keyDim, i), data.get(valueDim, i), i);
    }
  }

  function positions(list, base) {
    if (base.type === 'category') {
      return base.scale.getOrdinalMeta().categories.map(function (name, index) {
        return { key: index, name: String(name) };
      });
    }
    var keys = [];
    list.forEach(function (series) {
      eachPoint(series, base, function (key) {
        if (!isNaN(key) && keys.indexOf(key) < 0) { keys.push(key); }
      });
    });
    return keys.sort(function (a, b) { return a - b; }).map(function (key) {
      return { key: key, name: echarts.time.format(key, '{yyyy}-{MM}-{dd}', true) };
    });
  }

  // The words for one value: the datum's own "text", then the formatter of the
  // tooltip, then the plain number. A gap has none.
  function textOf(series, value, index) {
    if (value == null || isNaN(value)) { return ''; }
    var item = series.getData().getRawDataItem(index);
    if (item && typeof item.text === 'string') { return item.text; }
    var shared = series.ecModel.getComponent('tooltip');
    var format = series.get(['tooltip', 'valueFormatter']) || shared && shared.get('valueFormatter');
    return format ? String(format(value, index)) : echarts.format.addCommas(value);
  }

  function colourOf(series) {
    var data = series.getData();
    var style = data.getVisual('style') || {};
    var colour = style[data.getVisual('drawType')] || style.fill;
    return typeof colour === 'string' ? colour : '';
  }

  function describe(series, base, points) {
    var row = {};
    points.forEach(function (point, i) { row[point.key] = i; });
    var texts = points.map(function () { return ''; });
    eachPoint(series, base, function (key, value, index) {
      if (key in row) { texts[row[key]] = textOf(series, value, index); }
    });
    return { n: series.name, c: colourOf(series), t: texts };
  }

  globalThis.__geometry = function (chart) {
    var model = chart.getModel();
    var grid = model.getComponent('grid', 0);
    if (!grid || model.getComponent('grid', 1)) { return null; }
    var list = cartesianSeries(model);
    var base = list.length ? sharedBaseAxis(list) : null;
    if (!base) { return null; }
    var finder = {};
    finder[base.dim + 'AxisIndex'] = base.model.componentIndex;
    var points = positions(list, base);
    var rect = grid.coordinateSystem.getRect();
    return {
      r: [rect.x, rect.y, rect.width, rect.height],
      h: base.dim === 'y',
      x: points.map(function (point) { return chart.convertToPixel(finder, point.key); }),
      n: points.map(function (point) { return point.name; }),
      s: list.map(function (series) { return describe(series, base, points); })
    };
  };
})();
