// What has happened to people: who came back, who was renamed, moved or taken out; also what she missed while away.
import { _ } from "../words.js";
import * as kept from "./kept.js";
import { announce, byId, part, show, write } from "./page.js";
import { me, now } from "./story.js";

const SHOWN = 15_000;
let timer = 0;

export function start() {
  part(byId("news"), "close").addEventListener("click", hide);
  const before = kept.readPlace();
  if (before && before.team !== now.team.name && before.id !== now.team.id) tell(_("A facilitator has put you into the team %(team)s.", { team: now.team.name }));
  else if (before && before.name !== me.name) tell(renamed());
  keepPlace();
}

const keepPlace = () => kept.keepPlace({ id: now.team.id, team: now.team.name, name: me.name });
const renamed = () => _("A facilitator has corrected your name: you are %(name)s.", { name: me.name });

// Over everything for a while, in the way of nothing.
function tell(words) {
  announce(words);
  write(part(byId("news"), "words"), words);
  show(byId("news"), true);
  clearTimeout(timer);
  timer = setTimeout(hide, SHOWN);
}

function hide() {
  show(byId("news"), false);
}

const OTHERS = {
  participant_returned: (name) => _("%(name)s has come back to the team.", { name }),
  participant_removed: (name) => _("%(name)s is no longer in the team.", { name }),
  participant_moved: (name, here) => (here ? _("%(name)s is now in your team.", { name }) : _("%(name)s is now in another team.", { name })),
};

export function heard(event) {
  if (event.participant !== me.id) {
    const here = now.team.members.some((one) => one.id === event.participant);
    const words = OTHERS[event.kind]?.(event.name, here);
    if (words) tell(words);
  } else if (event.kind === "participant_returned") {
    tell(_("You have come in on another device too. If that was not you, tell your facilitator."));
  } else if (event.kind === "participant_changed" && event.name !== me.name) {
    me.name = event.name;
    tell(renamed());
    keepPlace();
  }
}
