// Levels on their way to the server: one at a time, kept in this tab until the server took or refused them.
import { post } from "../post.js";

const LONGEST_PAUSE = 30_000;
// What says nothing about the level itself: no line, a server that fails, a session that is over.
const PASSING = new Set(["no_connection", "server_failed", "too_many_tries", "form_expired"]);

const passes = (error) => !error.code || PASSING.has(error.code) || error.status === 401 || error.status >= 500;
const keyOf = (response, criterion) => `${response}|${criterion}`;

// Handlers: taken(rating), refused(rating, error), failing(error), changed(count).
export function openOutbox(name, path, handlers) {
  const waiting = new Map(JSON.parse(sessionStorage.getItem(name) || "[]"));
  let sending = false;
  let pause = 0;
  let timer;

  function keep() {
    sessionStorage.setItem(name, JSON.stringify([...waiting]));
    handlers.changed(waiting.size);
  }

  function drop(key, rating) {
    // A newer level for the same criterion may have come in meanwhile; it stays.
    if (waiting.get(key) === rating) waiting.delete(key);
    keep();
  }

  async function send() {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    while (waiting.size) {
      const [key, rating] = waiting.entries().next().value;
      try {
        const { criterion, level, sentence } = rating;
        await post(`${path}/${rating.response}`, { criterion, level, sentence });
        pause = 0;
        drop(key, rating);
        handlers.taken(rating);
      } catch (error) {
        if (passes(error)) {
          pause = Math.min(pause * 2 || 2000, LONGEST_PAUSE);
          timer = setTimeout(send, pause);
          handlers.failing(error);
          break;
        }
        drop(key, rating);
        handlers.refused(rating, error);
      }
    }
    sending = false;
  }

  addEventListener("online", send);
  addEventListener("beforeunload", (event) => waiting.size && event.preventDefault());

  return {
    put(rating) {
      waiting.set(keyOf(rating.response, rating.criterion), rating);
      keep();
      send();
    },
    send,
    find: (response, criterion) => waiting.get(keyOf(response, criterion)),
    count: (response) => [...waiting.values()].filter((rating) => !response || rating.response === response).length,
  };
}
