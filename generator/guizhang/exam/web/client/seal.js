/* A compact JWE to the trainer's key: ECDH-ES on P-256, A256GCM. Sources: RFC 7516, 7.1; RFC 7518, 4.6 and 5.3. */
const canSeal = () => Boolean(window.crypto && crypto.subtle && exam.key);

async function sealed(text) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const theirs = await crypto.subtle.importKey("jwk", exam.key, curve, false, []);
  const ours = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", ours.publicKey);
  const agreed = new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, ours.privateKey, 256));
  const number = (n) => [0, 0, n >> 8, n & 255];
  const method = Array.from(utf8("A256GCM"));
  const derived = sha256(
    Uint8Array.from([...number(1), ...agreed, ...number(7), ...method, ...number(0), ...number(0), ...number(256)]),
  );
  const header = base64url(
    utf8(JSON.stringify({ alg: "ECDH-ES", enc: "A256GCM", kid: exam.kid, epk: { kty, crv, x, y } })),
  );
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = await crypto.subtle.importKey("raw", derived, "AES-GCM", false, ["encrypt"]);
  const closed = new Uint8Array(
    await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8(header) }, box, utf8(text)),
  );
  return [header, "", base64url(iv), base64url(closed.slice(0, -16)), base64url(closed.slice(-16))].join(".");
}

/* What goes into the file: sealed; where that cannot be, the answers under a check value by the page's token. */
async function handedIn(submission) {
  try {
    if (canSeal()) return { jwe: await sealed(JSON.stringify(submission)) };
  } catch (_) {
    // A browser that has WebCrypto and not this curve: unsealed answers are better than none.
  }
  const unsealed = JSON.stringify({ ...submission, token: "" });
  return { unsealed, check: base64url(hmac(utf8(exam.token))(utf8(unsealed))) };
}

function random128() {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  return base64url(bytes);
}
