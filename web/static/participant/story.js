// What has happened to this team, put together from the numbered events; nothing here touches the page.
import * as clock from "../clock.js";

const facts = JSON.parse(document.getElementById("facts").textContent);

export const { drill, me, seats } = facts.place;
export const firstDrafts = facts.drafts;
export const now = { team: facts.place.team, hotwash: facts.place.hotwash, result: facts.result };
export const injects = new Map();
export const GRACE = 60_000;
export const LEAD_SILENCE = 180_000;

clock.hear(facts.place.clock);

function delivered(event) {
  const { inject, state, deadline_at: deadlineAt, late } = event;
  injects.set(inject.id, {
    inject, state, deadlineAt, late, at: event.at, deliveredAt: event.delivered_at ?? event.drill_time, order: event.n,
    response: null, late_response: null, final: false,
  });
}

const changed = (event, values) => Object.assign(injects.get(event.inject) ?? {}, values);
const ended = (event) => changed(event, { state: event.state });

function answered(event) {
  const known = injects.get(event.inject)?.response;
  if (known && known.version > event.response.version) return;
  changed(event, { state: event.state, final: event.final, response: event.response });
}

const STEPS = {
  inject_delivered: delivered,
  response_received: answered,
  response_taken_over: answered,
  response_late: (event) => changed(event, { state: event.state, late_response: event.response }),
  inject_lapsed: ended,
  inject_withdrawn: ended,
  inject_voided: ended,
  inject_declined: ended,
  team_renamed: (event) => (now.team.name = event.name),
};

// The receipt may be here before the event that tells it to the whole team.
export function receive(record, item, receipt) {
  const response = { ...receipt, id: item.id, content: item.content, by: me.name, typed_at: item.typed_at };
  const final = record.final || item.confirmed;
  answered({ inject: record.inject.id, state: "answered", final, response });
}

// Kinds that are not known here are later versions' news, and change nothing.
export function apply(event) {
  if (event.members) now.team.members = event.members;
  for (const [id, deadline] of Object.entries(event.deadlines ?? {})) {
    if (injects.has(id)) injects.get(id).deadlineAt = deadline;
  }
  STEPS[event.kind]?.(event);
}

export const newestFirst = () => [...injects.values()].sort((one, other) => other.order - one.order);

// Drill time that is left until the deadline; null where there is none.
export const timeLeft = (record) => (record.deadlineAt === null ? null : record.deadlineAt - clock.drillTime());

export function isOpen(record) {
  const left = timeLeft(record);
  return Boolean(record.inject.ask) && record.state === "delivered" && (left === null || left > -GRACE);
}

export function isReplaceable(record) {
  const left = timeLeft(record);
  const counted = record.state === "answered" && record.response?.state === "counted";
  return counted && !record.final && record.inject.ask.kind !== "acknowledge" && left !== null && left > 0;
}

export const nextOpen = () =>
  [...injects.values()]
    .filter((record) => isOpen(record) && record.deadlineAt !== null)
    .sort((one, other) => one.deadlineAt - other.deadlineAt)[0];

const heldSeats = () => new Set(now.team.members.flatMap((member) => member.seats));
export const ownSeats = () => now.team.members.find((member) => member.id === me.id)?.seats ?? [];
export const seatTitle = (id) => seats.find((seat) => seat.id === id)?.title ?? id;

// What is for a seat that nobody holds goes to the lead.
export const holderOf = (seat) => (heldSeats().has(seat) ? seat : facts.place.lead);
export const isForMe = (inject) => inject.to.some((seat) => ownSeats().includes(holderOf(seat)));
export const leads = (seat) => ownSeats().includes(holderOf(seat));

export function refresh(place, result) {
  clock.hear(place.clock);
  Object.assign(now, { team: place.team, hotwash: place.hotwash, result });
}
