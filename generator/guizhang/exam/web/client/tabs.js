/* One tab at a time: a second one asks whether there is a first, says so and locks. */
const tabs = { mine: false, id: String(Math.random()), send() {} };

function claim(force) {
  return new Promise((settle) => {
    const decide = (mine) => {
      if (settle) {
        tabs.mine = mine;
        settle(mine);
      }
      settle = null;
    };
    const hear = ({ kind, id }) => {
      if (id === tabs.id) return;
      if (kind === "mine" && tabs.mine) {
        tabs.mine = false;
        flag("tabs");
        forgetHere();
        elsewhere();
      } else if (kind === "who" && tabs.mine) {
        flag("tabs");
        tabs.send("here");
      } else if (kind === "here" || (kind === "who" && id < tabs.id)) {
        decide(false);
      }
    };
    listen(hear);
    if (force) {
      tabs.send("mine");
      // The other tab stops writing before this one reads.
      setTimeout(() => decide(true), 100);
    } else {
      tabs.send("who");
      setTimeout(() => decide(true), 250);
    }
  });
}
/* Both ways of talking: a browser that refuses one of them mostly has the other. */
function listen(hear) {
  const key = `${place}:tabs`;
  tabs.close?.();
  const channel = window.BroadcastChannel ? new BroadcastChannel(key) : null;
  const told = (event) => {
    if (event.key === key && event.newValue) hear(JSON.parse(event.newValue));
  };
  if (channel) channel.onmessage = (event) => hear(event.data);
  addEventListener("storage", told);
  tabs.close = () => {
    channel?.close();
    removeEventListener("storage", told);
  };
  tabs.send = (kind) => {
    const message = { kind, id: tabs.id, n: Math.random() };
    channel?.postMessage(message);
    try {
      localStorage.setItem(key, JSON.stringify(message));
      localStorage.removeItem(key);
    } catch (_) {
      // Without storage the channel has to do.
    }
  };
}
