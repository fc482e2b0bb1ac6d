/* A QR code of a text: byte mode, level M, versions 1 to 30. Source: ISO/IEC 18004:2015; clause numbers below are its. */
(function () {
  "use strict";
  /* Table 9, level M: codewords of error correction in a block, and blocks. */
  var CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
    26, 28, 28, 28, 28, 28, 28, 28, 28, 28];
  var BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
    17, 17, 18, 20, 21, 23, 25, 26, 28, 29];

  /* The field of 256 elements over x^8 + x^4 + x^3 + x^2 + 1 (7.5.2). */
  var power = [];
  var log = [];
  for (var i = 0, x = 1; i < 255; i++) {
    power[i] = x;
    log[x] = i;
    x = x * 2 > 255 ? (x * 2) ^ 0x11d : x * 2;
  }
  function times(a, b) {
    return a && b ? power[(log[a] + log[b]) % 255] : 0;
  }
  function generator(degree) {
    var out = [1];
    for (var root = 0; root < degree; root++) {
      out = out.concat(0).map(function (c, k) {
        return c ^ times(out[k - 1] || 0, power[root]);
      });
    }
    return out;
  }
  function remainder(data, degree) {
    var divisor = generator(degree);
    var rest = data.concat(new Array(degree).fill(0));
    data.forEach(function (_, k) {
      var lead = rest[k];
      if (lead) divisor.forEach(function (c, j) {
        rest[k + j] ^= times(c, lead);
      });
    });
    return rest.slice(data.length);
  }

  function alignments(version) {
    if (version === 1) return [];
    var count = Math.floor(version / 7) + 2;
    var step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
    var out = [6];
    for (var k = count - 2; k >= 0; k--) out.push(version * 4 + 10 - k * step);
    return out;
  }
  /* Codewords a version holds in all. */
  function capacity(version) {
    var modules = (16 * version + 128) * version + 64;
    var count = alignments(version).length;
    if (count) modules -= (25 * count - 10) * count - 55;
    if (version >= 7) modules -= 36;
    return Math.floor(modules / 8);
  }

  function codewords(bytes, version) {
    var blocks = BLOCKS[version - 1];
    var degree = CORRECTION[version - 1];
    var total = capacity(version);
    var room = total - blocks * degree;
    var bits = [];
    function put(value, length) {
      for (var k = length - 1; k >= 0; k--) bits.push((value >> k) & 1);
    }
    put(4, 4); // byte mode (7.4.5)
    put(bytes.length, version < 10 ? 8 : 16);
    bytes.forEach(function (byte) {
      put(byte, 8);
    });
    put(0, 4); // in byte mode there is always room for the end, and it fills the codeword
    var data = [];
    for (var k = 0; k < bits.length; k += 8) data.push(parseInt(bits.slice(k, k + 8).join(""), 2));
    for (var pad = 0xec; data.length < room; pad ^= 0xfd) data.push(pad);

    var parts = [];
    for (var b = 0, at = 0; b < blocks; b++) {
      // The blocks that come last hold one more (7.5.1).
      var size = Math.floor(room / blocks) + (b >= blocks - (room % blocks) ? 1 : 0);
      var part = data.slice(at, at + size);
      parts.push([part, remainder(part, degree)]);
      at += size;
    }
    var out = [];
    [0, 1].forEach(function (half) {
      for (var n = 0; n < Math.max(degree, Math.ceil(room / blocks)); n++) {
        parts.forEach(function (part) {
          if (n < part[half].length) out.push(part[half][n]);
        });
      }
    });
    return out;
  }

  function frame(version) {
    var size = version * 4 + 17;
    var cells = [];
    for (var r = 0; r < size; r++) cells.push(new Array(size).fill(null));
    function box(row, column, from, to, dark) {
      for (var r = from; r <= to; r++) {
        for (var c = from; c <= to; c++) {
          if (cells[row + r] && column + c >= 0 && column + c < size) {
            cells[row + r][column + c] = dark(Math.max(Math.abs(r), Math.abs(c)));
          }
        }
      }
    }
    for (var k = 8; k < size - 8; k++) cells[6][k] = cells[k][6] = k % 2 === 0;
    [[3, 3], [3, size - 4], [size - 4, 3]].forEach(function (place) {
      box(place[0], place[1], -4, 4, function (ring) {
        return ring !== 2 && ring !== 4;
      });
    });
    var places = alignments(version);
    var last = places.length - 1;
    places.forEach(function (row, i) {
      places.forEach(function (column, j) {
        if ((i === 0 && (j === 0 || j === last)) || (i === last && j === 0)) return;
        box(row, column, -2, 2, function (ring) {
          return ring !== 1;
        });
      });
    });
    if (version >= 7) {
      var rest = version;
      for (var b = 0; b < 12; b++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25); // 7.10
      var bits = (version << 12) | rest;
      for (var n = 0; n < 18; n++) {
        var far = size - 11 + (n % 3);
        cells[Math.floor(n / 3)][far] = cells[far][Math.floor(n / 3)] = ((bits >> n) & 1) === 1;
      }
    }
    format(cells, 0); // held free; the mask is not known yet
    return cells;
  }
  function format(cells, mask) {
    var size = cells.length;
    var rest = mask; // level M is 00 (7.9)
    for (var b = 0; b < 10; b++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
    var bits = ((mask << 10) | rest) ^ 0x5412;
    for (var n = 0; n < 15; n++) {
      var dark = ((bits >> n) & 1) === 1;
      var near = n < 6 ? n : n < 8 ? n + 1 : 0;
      if (n < 8) cells[near][8] = cells[8][size - 1 - n] = dark;
      else {
        cells[8][n === 8 ? 7 : 14 - n] = dark;
        cells[size - 15 + n][8] = dark;
      }
    }
    cells[size - 8][8] = true;
  }

  var MASKS = [
    function (r, c) { return (r + c) % 2; },
    function (r) { return r % 2; },
    function (r, c) { return c % 3; },
    function (r, c) { return (r + c) % 3; },
    function (r, c) { return (Math.floor(r / 2) + Math.floor(c / 3)) % 2; },
    function (r, c) { return ((r * c) % 2) + ((r * c) % 3); },
    function (r, c) { return (((r * c) % 2) + ((r * c) % 3)) % 2; },
    function (r, c) { return (((r + c) % 2) + ((r * c) % 3)) % 2; },
  ];
  function filled(empty, data, mask) {
    var size = empty.length;
    var cells = empty.map(function (row) {
      return row.slice();
    });
    var bit = 0;
    for (var right = size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      for (var step = 0; step < size; step++) {
        var r = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        for (var c = right; c > right - 2; c--) {
          if (empty[r][c] !== null) continue;
          var dark = bit < data.length * 8 && (data[bit >> 3] >> (7 - (bit & 7))) & 1;
          cells[r][c] = Boolean(dark) !== (MASKS[mask](r, c) === 0);
          bit++;
        }
      }
    }
    format(cells, mask);
    return cells;
  }
  /* How hard a pattern is to read (7.8.3): runs, squares, what looks like a finder, dark against light. */
  function penalty(cells) {
    var size = cells.length;
    var sum = 0;
    var dark = 0;
    function lines(at) {
      for (var r = 0; r < size; r++) {
        var line = "";
        for (var c = 0; c < size; c++) line += at(r, c) ? "1" : "0";
        (line.match(/0{5,}|1{5,}/g) || []).forEach(function (run) {
          sum += run.length - 2;
        });
        sum += 40 * (line.match(/(?=10111010000)/g) || []).length;
        sum += 40 * (line.match(/(?=00001011101)/g) || []).length;
      }
    }
    lines(function (r, c) { return cells[r][c]; });
    lines(function (r, c) { return cells[c][r]; });
    for (var r = 0; r < size; r++) {
      for (var c = 0; c < size; c++) {
        dark += cells[r][c];
        var same = r && c && cells[r][c] === cells[r - 1][c] && cells[r][c] === cells[r][c - 1];
        if (same && cells[r][c] === cells[r - 1][c - 1]) sum += 3;
      }
    }
    return sum + 10 * Math.floor(Math.abs((dark * 20) / (size * size) - 10));
  }

  /* Return the rows of the code, dark cells true; null when the text is too long. */
  window.guizhangQr = function (text) {
    var bytes = Array.from(new TextEncoder().encode(text));
    var version = CORRECTION.findIndex(function (degree, k) {
      return bytes.length + (k < 9 ? 2 : 3) <= capacity(k + 1) - degree * BLOCKS[k];
    }) + 1;
    if (!version) return null;
    var empty = frame(version);
    var data = codewords(bytes, version);
    return MASKS.map(function (_, mask) {
      return filled(empty, data, mask);
    }).reduce(function (best, next) {
      return penalty(next) < penalty(best) ? next : best;
    });
  };
})();
