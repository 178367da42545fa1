// Text widths without a canvas. The figures are meant for a Chinese sans-serif
// (Noto, PingFang, YaHei): compared with Chromium they are exact for Chinese
// and 0-6 % wide for Latin. Runs after the bundle, before the first chart,
// because zrender remembers widths.
(function () {
  'use strict';
  var BOLD = 1.1;
  var MONOSPACE = 0.6;
  var SURROGATE_PAIR = 1.25; // emoji
  var ACCENTED = 0.56;

  function charWidth(code, char, mono) {
    if (code >= 0xdc00 && code <= 0xdfff) { return 0; } // counted with its first half
    if (code >= 0xd800 && code <= 0xdbff) { return SURROGATE_PAIR; }
    if (code >= 0x300 && code <= 0x36f) { return 0; } // combining marks
    if (mono && code < 0x250) { return MONOSPACE; }
    var known = echarts.textWidths[char];
    if (known != null) { return known; }
    if (code < 0x250) { return ACCENTED; }
    return code >= 0xff61 && code <= 0xff9f ? 0.5 : 1; // half-width kana, else 1 em
  }

  function measureText(text, font) {
    font = font || '12px sans-serif';
    text = text == null ? '' : String(text);
    var size = /([\d.]+)px/.exec(font);
    var mono = /mono/i.test(font);
    var bold = /\b(bold|bolder|[6-9]00)\b/.test(font);
    var em = 0;
    for (var i = 0; i < text.length; i++) {
      em += charWidth(text.charCodeAt(i), text[i], mono);
    }
    return { width: em * (size ? +size[1] : 12) * (bold ? BOLD : 1) };
  }

  echarts.setPlatformAPI({ measureText: measureText });
})();
