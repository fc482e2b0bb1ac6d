/* The browser's database. It answers later than it is asked, so what it holds is fetched before it is needed. */
const database = (() => {
  const STORE = "kept";
  const PATIENCE = 500;
  const opening = new Promise((settle) => {
    try {
      const request = indexedDB.open("guizhang-exam", 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => settle(request.result);
      request.onerror = () => settle(null);
    } catch (_) {
      // A browser that has none, or refuses it.
      settle(null);
    }
  });
  /* Nothing waits for it: who is killed at the next moment has it kept all the same. */
  async function put(key, value) {
    const content = value && JSON.stringify(value);
    try {
      const change = (await opening).transaction(STORE, "readwrite");
      const store = change.objectStore(STORE);
      if (content) store.put(content, key);
      else store.delete(key);
      change.commit?.();
    } catch (_) {
      // There are two other places.
    }
  }
  /* What is kept there, null where nothing is or the database does not answer. */
  const get = (key) => new Promise((settle) => {
    setTimeout(settle, PATIENCE, null);
    opening.then((opened) => {
      const request = opened.transaction(STORE).objectStore(STORE).get(key);
      request.onsuccess = () => settle(JSON.parse(request.result ?? null));
      request.onerror = () => settle(null);
    }).catch(() => settle(null));
  });
  return { put, get };
})();
