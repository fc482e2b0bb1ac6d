/* SHA-256 and what is made of it, for browsers without WebCrypto too. Sources: FIPS 180-4; RFC 2104; RFC 8018, 5.2. */
const utf8 = (text) => new TextEncoder().encode(text);

const ROUNDS = (() => {
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
  const fraction = (x) => ((x % 1) * 2 ** 32) | 0;
  return { start: primes.slice(0, 8).map((p) => fraction(Math.sqrt(p))), add: primes.map((p) => fraction(Math.cbrt(p))) };
})();
const words = new Int32Array(64);

function compress(state, block, at) {
  for (let i = 0; i < 16; i++, at += 4) {
    words[i] = (block[at] << 24) | (block[at + 1] << 16) | (block[at + 2] << 8) | block[at + 3];
  }
  for (let i = 16; i < 64; i++) {
    const x = words[i - 15];
    const y = words[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS.add[i] + words[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d;
  state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

/* Go on from a state that has taken *before* bytes, so that HMAC need not hash its pads again and again. */
function finish(state, bytes, before) {
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setUint32(padded.length - 4, (before + bytes.length) * 8);
  for (let at = 0; at < padded.length; at += 64) compress(state, padded, at);
  const out = new Uint8Array(32);
  state.forEach((word, i) => new DataView(out.buffer).setInt32(i * 4, word));
  return out;
}
const sha256 = (bytes) => finish(Int32Array.from(ROUNDS.start), bytes, 0);

function hmac(key) {
  const pad = new Uint8Array(64);
  pad.set(key.length > 64 ? sha256(key) : key);
  const [inner, outer] = [0x36, 0x5c].map((mark) => {
    const state = Int32Array.from(ROUNDS.start);
    compress(state, pad.map((byte) => byte ^ mark), 0);
    return state;
  });
  return (bytes) => finish(outer.slice(), finish(inner.slice(), bytes, 64), 64);
}

/* One block of PBKDF2. It pauses now and then, so that the page can be read meanwhile. */
async function stretched(password, salt, rounds) {
  const mac = hmac(utf8(password));
  let last = mac(Uint8Array.of(...salt, 0, 0, 0, 1));
  const sum = last.slice();
  for (let n = 1; n < rounds; n++) {
    last = mac(last);
    for (let i = 0; i < 32; i++) sum[i] ^= last[i];
    if (n % 4000 === 0) await new Promise((go) => setTimeout(go));
  }
  return sum;
}

const base64url = (bytes) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const fromBase64url = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

/* The first 80 bits of the hash in Crockford's base 32, in groups of four. */
function receipt(text) {
  const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const bits = Array.from(sha256(utf8(text)).slice(0, 10), (byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.match(/.{5}/g).map((five) => letters[parseInt(five, 2)]).join("").match(/.{4}/g).join("-");
}
