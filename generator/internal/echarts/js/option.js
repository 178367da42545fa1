// From option text to an option ECharts can take: revives the named functions
// and refuses what ECharts would ignore in silence.
(function () {
  'use strict';

  var ROOT_KEYS = [
    'aria', 'axisPointer', 'backgroundColor', 'blendMode', 'color', 'darkMode', 'dataset',
    'gradientColor', 'grid', 'hoverLayerThreshold', 'legend', 'progressive',
    'progressiveThreshold', 'series', 'stateAnimation', 'textStyle', 'title', 'toolbox',
    'tooltip', 'useUTC', 'xAxis', 'yAxis'
  ];
  // Merging these would change every object in the VM, and so the next chart.
  var FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

  function checkRoot(option) {
    if (option === null || typeof option !== 'object' || Array.isArray(option)) {
      throw new Error('the option must be a JSON object');
    }
    Object.keys(option).forEach(function (key) {
      if (ROOT_KEYS.indexOf(key) < 0 && key.indexOf('animation') !== 0) {
        throw new Error('option "' + key + '" is unknown or not in the bundle; allowed: ' + ROOT_KEYS.join(', '));
      }
    });
  }

  function namedFunction(name, owner) {
    var found = Object.prototype.hasOwnProperty.call(chartFunctions, name) && chartFunctions[name];
    if (!found) {
      throw new Error('unknown function "' + name + '"; known: ' + Object.keys(chartFunctions).sort().join(', '));
    }
    return function () { return found.apply(owner.option, arguments); };
  }

  function isFunctionName(value) {
    var keys = Object.keys(value);
    return keys.length === 1 && keys[0] === '$fn' && typeof value.$fn === 'string';
  }

  globalThis.__parseOption = function (text) {
    var owner = { option: null };
    var option = JSON.parse(text, function (key, value) {
      if (FORBIDDEN.indexOf(key) >= 0) {
        throw new Error('the key "' + key + '" is not allowed in an option');
      }
      if (value === null || typeof value !== 'object') { return value; }
      return isFunctionName(value) ? namedFunction(value.$fn, owner) : value;
    });
    checkRoot(option);
    // A still picture: without these, ECharts may draw the first frame of an
    // animation, or only the first few hundred items.
    option.animation = false;
    option.progressive = 0;
    owner.option = option;
    return option;
  };
})();
