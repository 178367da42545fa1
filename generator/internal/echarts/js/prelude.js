// Runs before the ECharts bundle. It supplies the few globals the bundle
// expects and takes away everything that could make two builds differ: chance,
// the clock and the time zone of the machine.
(function () {
  'use strict';
  globalThis.global = globalThis;
  globalThis.setTimeout = function () { return 0; };
  globalThis.clearTimeout = function () {};

  // ECharts reports most mistakes on the console only. "log" stays silent: it
  // carries advice, not mistakes.
  var messages = [];
  function capture() {
    messages.push(Array.prototype.map.call(arguments, String).join(' '));
  }
  globalThis.console = { log: function () {}, warn: capture, error: capture };
  globalThis.__takeMessages = function () { return messages.splice(0); };

  // The bundle numbers its classes from a random base while it loads; that
  // number never reaches a chart. After __seal, chance is an error.
  var sealed = false;
  globalThis.__seal = function () { sealed = true; };
  Math.random = function () {
    if (sealed) { throw new Error('Math.random is not available to charts'); }
    return 0.5;
  };

  // ECharts times its own text measuring with "+new Date()", and measures
  // differently once that seems slow. So reading the clock as a number gives 0,
  // always, and only asking it for a day is an error.
  var RealDate = Date;
  var proto = RealDate.prototype;
  var fields = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];

  function noClock() {
    throw new Error('today is not available to charts: give the time axis data, or min and max');
  }

  function clocklessDate() {
    var date = new RealDate(0);
    fields.forEach(function (field) {
      date['get' + field] = date['getUTC' + field] = noClock;
    });
    return date;
  }

  function FixedDate(value) {
    if (!new.target) { noClock(); }
    if (arguments.length === 0) { return clocklessDate(); }
    if (arguments.length > 1) { return new RealDate(RealDate.UTC.apply(null, arguments)); }
    if (typeof value === 'string') { throw new Error('give dates as epoch milliseconds, not text'); }
    return new RealDate(value);
  }
  FixedDate.prototype = proto;
  FixedDate.UTC = RealDate.UTC;
  FixedDate.now = function () { return 0; };
  proto.constructor = FixedDate;
  globalThis.Date = FixedDate;

  // Local time is UTC, whatever TZ says: a date-only string that ECharts parses
  // itself would otherwise move with the machine.
  fields.forEach(function (field) {
    proto['get' + field] = proto['getUTC' + field];
    if (field !== 'Day') { proto['set' + field] = proto['setUTC' + field]; }
  });
  proto.getTimezoneOffset = function () { return 0; };
  proto.toString = proto.toLocaleString = proto.toUTCString;
})();
