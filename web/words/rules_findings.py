"""What each finding says that only rules files and ratings files can have."""

from web.words import N_

RULES_FINDINGS = {
    "not_number": N_("%(value)s is not a number. Write one such as 7 or 0.1."),
    "empty_text": N_("There is nothing here. Write a text, or remove the key."),
    "unknown_tie": N_("“%(value)s” is not a way to order ties. Write quality, lowest, draw or the id of a criterion."),
    "target_without_due": N_("There is a target but no deadline. Add due."),
    "missing_randomness": N_("Ties are drawn, but the key text of the draw is missing. Add randomness."),
    "missing_column": N_("The column “%(column)s” is missing. Add it to the first line."),
    "unknown_column": N_("“%(value)s” is not a column that is known. Correct or remove it."),
    "column_twice": N_("The column “%(column)s” is there twice. Keep one."),
    "cell_without_column": N_("“%(value)s” stands beyond the last column. Remove it, or add a column."),
    "bad_quotes": N_("The quotation marks around “%(value)s” do not match. Double those inside, close the last."),
    "cell_too_long": N_("This cell has %(characters)s characters; at most %(most)s are read. Shorten it."),
    "too_many_cells": N_("This line has more than %(most)s cells. Check its commas and quotation marks."),
    "too_many_findings": N_("There are more than %(most)s findings; the rest is not shown. Mend these first."),
    "missing_team": N_("This line names no team. Fill it in."),
    "missing_inject": N_("This line names no inject. Fill it in."),
    "missing_criterion": N_("This line names no criterion. Fill it in."),
    "missing_rater": N_("This line does not say who rated. Fill it in."),
    "missing_level": N_("This line has no level. Fill it in."),
    "missing_value": N_("Team %(team)s has no value for the choice in inject %(inject)s. Add it."),
    "missing_seconds": N_("Team %(team)s has no seconds for inject %(inject)s, and time counts. Add them."),
    "unknown_state": N_("“%(value)s” is not a state. Write lapsed or void, or leave it empty."),
    "criterion_not_asked": N_("Inject %(inject)s is not rated on %(criterion)s. Correct the line, or the rules."),
    "negative_seconds": N_("%(value)s seconds are less than none. Write zero or more."),
    "rated_twice": N_("%(rater)s has rated %(criterion)s here twice. Keep one line."),
    "contradictory_state": N_("The state “%(value)s” contradicts line %(line)s. Make them the same."),
    "contradictory_value": N_("The value “%(value)s” contradicts line %(line)s. Make them the same."),
    "contradictory_seconds": N_("The seconds “%(value)s” contradict line %(line)s. Make them the same."),
    "missing_unit": N_("This line names no unit. Fill it in."),
    "empty_value": N_("There is no value from %(rater)s for %(unit)s. Fill it in, or remove the line."),
    "value_not_observed": N_(
        "“%(value)s” says that there is no value. Remove the line, or name it in --levels where it is one."
    ),
    "unit_rated_twice": N_("%(rater)s has already rated %(unit)s in line %(line)s. Keep one of the two."),
    "lapsed_but_rated": N_("Team %(team)s is rated for inject %(inject)s although it lapsed. Correct one of the two."),
    "penalty_without_team": N_("The penalty is for “%(team)s”, which is in no line. Correct the name."),
    "order_by_code_point": N_(
        "“%(value)s” is not a number, so the values are in the order of the alphabet. Say with --levels which is worse."
    ),
}
