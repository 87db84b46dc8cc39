// The evaluator's queue as the page knows it: what is ready, where she is, what comes next.
const entriesOf = ({ entries, titles }) =>
  entries.map(([response_id, inject, code, rated, of]) => ({ response_id, inject, code, rated, of, title: titles[inject] }));

export function openQueue(told) {
  let entries = entriesOf(told);
  let version = told.version;

  const at = (response) => entries.findIndex((entry) => entry.response_id === response);

  return {
    get entries() {
      return entries;
    },
    get version() {
      return version;
    },
    // Gives how many are new; what the server leaves out is as it was.
    hear(fresh) {
      if (!fresh.entries) return 0;
      const known = new Set(entries.map((entry) => entry.response_id));
      entries = entriesOf(fresh);
      version = fresh.version;
      return entries.filter((entry) => !known.has(entry.response_id)).length;
    },
    find: (response) => entries[at(response)],
    // Ratings of this page count at once; the next look at the server says the same.
    count(response, given) {
      const entry = entries[at(response)];
      if (entry) entry.rated = given;
    },
    done: () => entries.filter((entry) => entry.rated >= entry.of).length,
    placeOf(response) {
      const here = entries[at(response)];
      const together = here ? entries.filter((entry) => entry.inject === here.inject) : [];
      return { place: together.indexOf(here) + 1, of: together.length };
    },
    // The next in order that waits for a level, from the start again after the end; levels on their way count.
    waitingAfter(response, onTheWay) {
      const from = at(response) + 1;
      const around = [...entries.slice(from), ...entries.slice(0, Math.max(from - 1, 0))];
      return around.find((entry) => entry.rated + onTheWay(entry.response_id) < entry.of)?.response_id;
    },
    beside: (response, step) => entries[at(response) + step]?.response_id,
  };
}
