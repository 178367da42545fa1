// Draws one chart. Called from Go as __render(optionText, width, height, id);
// answers with JSON {svg, geometry} or {error}, and always {messages}.
(function () {
  'use strict';

  function escape(text) {
    return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;')
      .replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  }

  // zrender's own writer does not escape attribute values, so a colour could
  // add attributes and elements. This one keeps every value inside its quotes;
  // the sanitiser then judges the value.
  function write(node) {
    var attrs = '';
    Object.keys(node.attrs || {}).forEach(function (name) {
      var value = node.attrs[name];
      if (value === false || value == null) { return; }
      if (!/^[A-Za-z_][\w:.-]*$/.test(name)) { throw new Error('bad attribute name "' + name + '"'); }
      attrs += ' ' + name + '="' + escape(value) + '"';
    });
    if (!/^[A-Za-z]+$/.test(node.tag)) { throw new Error('bad element name "' + node.tag + '"'); }
    return '<' + node.tag + attrs + '>' + escape(node.text == null ? '' : node.text) +
      (node.children || []).map(write).join('') + '</' + node.tag + '>';
  }

  function draw(option, width, height, id) {
    var chart = echarts.init(null, null, {
      renderer: 'svg', ssr: true, width: width, height: height, locale: 'ZH'
    });
    try {
      var painter = chart.getZr().painter;
      // Ids are otherwise counted over the life of the VM: two pages would
      // depend on each other, and two charts on a page could clash.
      painter._id = id;
      chart.setOption(option);
      // The options renderToString passes on for a still picture without CSS.
      var tree = painter.renderToVNode({
        animation: false, emphasis: false, willUpdate: false, compress: true, useViewBox: true
      });
      return { svg: write(tree), geometry: __geometry(chart) };
    } finally {
      chart.dispose();
    }
  }

  globalThis.__render = function (text, width, height, id) {
    var answer;
    try {
      answer = draw(__parseOption(text), width, height, id);
    } catch (err) {
      answer = { error: String(err && err.message || err) };
    }
    answer.messages = __takeMessages();
    return JSON.stringify(answer);
  };
})();
