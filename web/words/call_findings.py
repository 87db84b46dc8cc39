"""What each finding says that only calls can have, with what to do about it."""

from web.words import N_

CALL_FINDINGS = {
    "no_call": N_("There is no call.yaml in it. Put it at the top of the folder."),
    "unknown_choice": N_("“%(value)s” cannot stand at “%(key)s”. Write one of: %(choices)s."),
    "bad_instant": N_("“%(value)s” is not an instant. Write it like 2031-06-30T22:00:00Z."),
    "instant_in_words": N_(
        "“%(value)s” is not one moment: midnight ends one day and begins another, at other moments in other places. "
        "Write the instant, like 2031-06-30T22:00:00Z."
    ),
    "instant_without_time": N_(
        "“%(value)s” is a whole day, which ends at other moments in other places. "
        "Write the instant, like 2031-06-30T22:00:00Z."
    ),
    "instant_without_offset": N_(
        "“%(value)s” does not say how far it is from UTC. Add Z for UTC, or a distance such as -06:00."
    ),
    "bad_mail": N_("“%(value)s” is not a mail address. Write one to which people can turn."),
    "unknown_zone": N_("“%(value)s” is not a time zone. Write one such as America/Bogota."),
    "closes_before_opens": N_(
        "Applications close at %(closes)s, although they open at %(opens)s. Correct one of the two."
    ),
    "sizes_disordered": N_(
        "A team of %(least)s to %(most)s that may shrink to %(smallest)s cannot be. "
        "Put smallest, least and most into order."
    ),
    "unknown_attribute": N_("There is no attribute “%(value)s”. Define it under attributes, or correct the name."),
    "unknown_attribute_value": N_(
        "The attribute “%(attribute)s” has no value “%(value)s”. Add it to its values, or correct it."
    ),
    "attribute_without_values": N_("This attribute has no values. List them, or write free: true."),
    "values_not_allowed": N_("An attribute is either free or has values. Keep one of the two."),
    "bad_attribute_source": N_(
        "Nothing can follow from “%(attribute)s”, which is free or itself follows from another. "
        "Choose an attribute with values."
    ),
    "value_in_no_group": N_("“%(value)s” is in no group. Put it into one."),
    "value_in_several_groups": N_("“%(value)s” is in a group already. Keep it in one."),
    "attribute_unfilled": N_(
        "No field fills the attribute “%(attribute)s”. Add one to the form, or remove the attribute."
    ),
    "attribute_filled_twice": N_("A field fills the attribute “%(attribute)s” already. Keep one of the two."),
    "attribute_follows": N_(
        "“%(attribute)s” follows from “%(source)s” by itself. Let the field fill that one, or remove the field."
    ),
    "attribute_kind": N_("The field that fills “%(attribute)s” has to be of another kind. Write kind: %(kind)s."),
    "options_of_attribute": N_("This field offers the values of “%(attribute)s”. Remove its own options."),
    "unknown_role": N_("There is no role “%(value)s”. Define it under roles, or correct the name."),
    "unknown_document_type": N_("Files of type “%(value)s” are not taken. Use one of: %(types)s."),
    "unknown_award": N_("No earlier stage gives an award “%(value)s”. Correct the name, or leave the key out."),
    "only_for_drills": N_(
        "“%(key)s” belongs to a stage that is scored by a drill. Remove it, or change the score of the stage."
    ),
    "seats_below_team": N_(
        "%(seats)s seats are not enough for a team of %(least)s. Give more seats, or let teams be smaller."
    ),
    "cap_twice": N_("Cap %(second)s limits the same as cap %(first)s. Keep one of the two."),
    "floor_twice": N_("Floor %(second)s is for the same teams as floor %(first)s. Keep one of the two."),
    "caps_below_seats": N_(
        "Under this cap all together could have %(sum)s of the %(seats)s seats. Raise the cap, or give fewer seats."
    ),
    "floors_above_seats": N_(
        "The floors by “%(attribute)s” need %(sum)s seats, but there are %(seats)s. Lower one of them."
    ),
    "floor_above_cap": N_(
        "Floor %(floor)s keeps %(min)s, but cap %(cap)s allows at most %(most)s there. "
        "Lower the floor, or raise the cap."
    ),
    "randomness_too_early": N_(
        "What the draw is made with would be known at %(at)s, before applications end at %(closes)s. "
        "Choose a later instant."
    ),
    "grace_long": N_("A grace of %(grace)s is a second deadline. Let applications close later, and shorten the grace."),
    "cap_above_seats": N_("A cap of %(max)s changes nothing where there are %(seats)s seats. Lower it, or remove it."),
    "unused_role": N_("No document is signed by “%(role)s”. Name it at signed_by, or remove it."),
}
