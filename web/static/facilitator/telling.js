// What other people and the clock did, said once in the corner of every open console.
import { _, _n } from "../words.js";
import { toast } from "./toasts.js";

const DONE = {
  deliver: (n, inject) => _n("%(inject)s has reached %(n)s team.", "%(inject)s has reached %(n)s teams.", n, { inject }),
  release: (n, inject) => _n("%(inject)s was released to %(n)s team.", "%(inject)s was released to %(n)s teams.", n, { inject }),
  withdraw: (n, inject) => _n("%(inject)s was withdrawn from %(n)s team.", "%(inject)s was withdrawn from %(n)s teams.", n, { inject }),
};

const WORDS = {
  drill_started: () => _("The drill has started."),
  drill_paused: () => _("The drill is paused for all teams."),
  drill_resumed: () => _("The drill goes on."),
  drill_ended: () => _("ENDEX: the drill has ended."),
  inject_moved: ({ inject, seconds }) =>
    seconds < 0
      ? _("%(inject)s now comes %(minutes)s min earlier.", { inject, minutes: -seconds / 60 })
      : _("%(inject)s now comes %(minutes)s min later.", { inject, minutes: seconds / 60 }),
  order_undone: ({ inject }) => _("Undone: %(inject)s stays as it was.", { inject }),
  order_carried_out: ({ verb, teams, inject }) => DONE[verb]?.(teams ?? 0, inject),
  outage_ended: ({ milliseconds }) =>
    _("The server was away for %(n)s s; open deadlines have moved by as much.", { n: Math.round(milliseconds / 1000) }),
};

export function tell(event) {
  const words = WORDS[event.kind]?.(event);
  if (words) toast(words);
}
