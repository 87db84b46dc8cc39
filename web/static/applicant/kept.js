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

export async function openKept(application) {
  let own = tabId();
  let open = await openTabs();
  if (open.has(`${PREFIX}${own}`)) {
    // This window's own last page may be going just now.
    await new Promise((done) => setTimeout(done, 300));
    open = await openTabs();
  }
  // A window that was doubled brings its number along.
  if (open.has(`${PREFIX}${own}`)) own = Math.random().toString(36).slice(2);
  navigator.locks?.request(`${PREFIX}${own}`, () => new Promise(() => {})).catch(() => {});
  const mine = `${PREFIX}${application}:${own}`;

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
        const left = Object.keys(localStorage).filter((name) => {
          const tab = name.slice(`${PREFIX}${application}:`.length);
          return name.startsWith(`${PREFIX}${application}:`) && (tab === own || !open.has(`${PREFIX}${tab}`));
        });
        const name = left.includes(mine) ? mine : left[0];
        if (!name) return null;
        const told = read(local, name);
        localStorage.setItem(mine, JSON.stringify(told));
        if (name !== mine) localStorage.removeItem(name);
        return told;
      } catch {
        return null;
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
  try {
    for (const store of [localStorage, sessionStorage]) {
      for (const name of Object.keys(store)) if (name.startsWith(PREFIX)) store.removeItem(name);
    }
  } catch {
    // A private window keeps nothing.
  }
}
