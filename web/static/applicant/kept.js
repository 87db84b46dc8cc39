// What this device keeps of one application: an entry for each window, so that none throws away another's words.
const PREFIX = "prontas:application:";

function tabId() {
  try {
    const id = sessionStorage.getItem(`${PREFIX}tab`) ?? Math.random().toString(36).slice(2);
    sessionStorage.setItem(`${PREFIX}tab`, id);
    return id;
  } catch {
    return Math.random().toString(36).slice(2);
  }
}

// The windows that are open hold a lock each; where a browser knows none (plain http), all others count as closed.
async function openTabs() {
  try {
    return new Set((await navigator.locks.query()).held.map((lock) => lock.name));
  } catch {
    return new Set();
  }
}

const read = (store, name) => {
  try {
    return JSON.parse(store().getItem(name));
  } catch {
    return null;
  }
};
const local = () => localStorage;
const session = () => sessionStorage;
const namesOf = (store) => {
  try {
    return Object.keys(store());
  } catch {
    return [];
  }
};

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export async function openKept(application) {
  const prefix = `${PREFIX}${application}:`;
  const isOpen = (tab) => open.has(`${PREFIX}${tab}`);
  const keptByTab = () => new Map(namesOf(local).filter((name) => name.startsWith(prefix)).map((name) => [name.slice(prefix.length), name]));
  let own = tabId();
  let open = await openTabs();
  if (isOpen(own)) {
    // This window's own last page may be going just now.
    await pause(300);
    open = await openTabs();
  }
  // A window that was doubled brings its number along.
  if (isOpen(own)) own = Math.random().toString(36).slice(2);
  navigator.locks?.request(`${PREFIX}${own}`, () => new Promise(() => {})).catch(() => {});
  const mine = `${prefix}${own}`;

  return {
    keep(told) {
      try {
        localStorage.setItem(mine, JSON.stringify(told));
        return true;
      } catch {
        return false;
      }
    },
    drop() {
      try {
        localStorage.removeItem(mine);
      } catch {
        // Nothing was kept.
      }
    },
    // Words that no open window has: this window's own from before, or those of one that was closed.
    take() {
      try {
        const left = keptByTab();
        const name = left.get(own) ?? [...left].find(([tab]) => !isOpen(tab))?.[1];
        if (!name) return null;
        const told = read(local, name);
        localStorage.setItem(mine, JSON.stringify(told));
        if (name !== mine) localStorage.removeItem(name);
        return told;
      } catch {
        return null;
      }
    },
    // Says when a window that is open now has gone, on a slow machine perhaps a while after it was closed: what it kept
    // is left then.
    follow(left) {
      for (const name of open) {
        if (!name.startsWith(PREFIX)) continue;
        navigator.locks.request(name, () => {}).then(async () => {
          // It may only be loading its page anew.
          await pause(1000);
          open = await openTabs();
          if (!open.has(name)) left();
        }).catch(() => {});
      }
    },
    // A page that was asked for while a save was under way may come older than what is saved: for that, and for this
    // window alone, the newest words stay.
    remember(told) {
      try {
        sessionStorage.setItem(`${PREFIX}${application}`, JSON.stringify(told));
      } catch {
        // Then she reads that the application was changed since.
      }
    },
    remembered: () => read(session, `${PREFIX}${application}`),
  };
}

// All of it, of every window: what was sent, or what somebody takes along who leaves.
export function forgetAll() {
  for (const store of [local, session]) {
    for (const name of namesOf(store)) if (name.startsWith(PREFIX)) store().removeItem(name);
  }
}
