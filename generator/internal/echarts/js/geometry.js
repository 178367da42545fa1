// What a tooltip needs to know about a drawn chart: where each point along its
// axis lies and what to say there. The fields are documented at Geometry in
// geometry.go.
(function () {
  'use strict';

  // A string that a datum carries for readers: "text" or "at"; "" without it.
  function wordsOf(series, index, key) {
    var item = series.getData().getRawDataItem(index);
    return item && typeof item[key] === 'string' ? item[key] : '';
  }

  function cartesianSeries(model) {
    return model.getSeries().filter(function (series) {
      var system = series.coordinateSystem;
      if (!system || system.type !== 'cartesian2d' || model.isSeriesFiltered(series)) { return false; }
      // A custom series draws what it likes. It takes part where its data have
      // words of their own; they then stand in the row its encoding names.
      return series.subType !== 'custom' || !!wordsOf(series, 0, 'text');
    });
  }

  // The axis readers move along: the same one for all series.
  function sharedBaseAxis(list) {
    var base = list[0].getBaseAxis();
    return list.every(function (series) { return series.getBaseAxis() === base; }) ? base : null;
  }

  // On an axis of plain values a number is no name: only points that say in
  // words where they stand ("at") take part.
  function needsPlace(base) { return base.type !== 'category' && base.type !== 'time'; }

  function eachPoint(series, base, visit) {
    var data = series.getData();
    var keyDim = data.mapDimension(base.dim);
    var valueDim = data.mapDimension(base.dim === 'x' ? 'y' : 'x');
    for (var i = 0; i < data.count(); i++) {
      var place = needsPlace(base) ? wordsOf(series, i, 'at') : '';
      if (place || !needsPlace(base)) { visit(data.get(keyDim, i), data.get(valueDim, i), i, place); }
    }
  }

  function positions(list, base) {
    if (base.type === 'category') {
      return base.scale.getOrdinalMeta().categories.map(function (name, index) {
        return { key: index, name: String(name) };
      });
    }
    var seen = {};
    var points = [];
    list.forEach(function (series) {
      eachPoint(series, base, function (key, value, index, place) {
        if (isNaN(key) || seen[key + place]) { return; }
        seen[key + place] = true;
        points.push({ key: key, place: place, name: place || echarts.time.format(key, '{yyyy}-{MM}-{dd}', true) });
      });
    });
    // Two periods can end on one day: they stay two points at the same place.
    return points.sort(function (a, b) { return a.key - b.key; });
  }

  // The words for one value: the datum's own "text", then the formatter of the
  // tooltip, then the plain number. A gap has none.
  function textOf(series, value, index) {
    if (value == null || isNaN(value)) { return ''; }
    var own = wordsOf(series, index, 'text');
    if (own) { return own; }
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
    points.forEach(function (point, i) { row[point.key + (point.place || '')] = i; });
    var texts = points.map(function () { return ''; });
    eachPoint(series, base, function (key, value, index, place) {
      if (key + place in row) { texts[row[key + place]] = textOf(series, value, index); }
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
    if (!points.length) { return null; }
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
