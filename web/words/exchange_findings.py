"""What each finding about a file of the field says, with what to do about it."""

from web.words import N_

EXCHANGE_FINDINGS = {
    "exchange_unknown_kind": N_("Files of this kind are not read or written. Use one of: %(kinds)s."),
    "sheet_unreadable": N_("The file cannot be read (%(reason)s). Open it in a spreadsheet program and save it again."),
    "sheet_page": N_(
        "This is a page of the web (HTML), whatever its name says. "
        "Open it in a spreadsheet program, and save it as .xlsx or .csv."
    ),
    "sheet_opendocument": N_("This is an OpenDocument file (.ods). Open it, and save it as .xlsx or .csv."),
    "sheet_binary": N_("This is a binary workbook (.xlsb). Open it, and save it as .xlsx or .csv."),
    "sheet_document": N_(
        "This is a Word document. Copy its table into a spreadsheet program, and save it as .xlsx or .csv."
    ),
    "sheet_other": N_(
        "This is no spreadsheet that is known here, whatever its name says. "
        "Open it in the program that it is from, and save the list as .xlsx or .csv."
    ),
    "sheet_password": N_("The file is locked with a password. Save it without one, and try again."),
    "sheet_macros": N_("The file holds macros (%(entry)s). Save it as .xlsx without macros, and try again."),
    "sheet_too_much": N_("The file unfolds to more than is read (%(most)s). Copy the list alone into a new file."),
    "quote_open": N_("A quotation mark opens here, and nothing closes it. Close it, or save the list as .xlsx."),
    "sheet_missing": N_("There is no sheet %(value)s. The file has: %(sheets)s. Name one of them."),
    "column_missing": N_("There is no column %(value)s. The list has: %(columns)s. Name one of them."),
    "mapping_shape": N_('This does not say what columns are. Write it like {"mapping": {"Subject": "title"}}.'),
    "field_unknown": N_("%(value)s is nothing that a column can be. Write one of: %(fields)s."),
    "no_header_row": N_(
        "No row looks like the headers of a list of injects. Give it columns such as Number, Time, Title and Message."
    ),
    "wrong_letters": N_(
        "No row looks like the headers of a list of injects, and words such as %(value)s look wrong: "
        "the file may be in another encoding. Save it as CSV in UTF-8, or as .xlsx."
    ),
    "no_title_column": N_(
        "No column of this row is the title or the message. It has: %(columns)s. "
        'Choose one for it, or say --map "COLUMN=body".'
    ),
    "no_rows": N_("There is nothing below the headers that could be an inject. Look at the rows, or choose a sheet."),
    "formula_error": N_(
        "Under %(header)s a formula gave %(value)s instead of a value. Mend it, or write the value itself."
    ),
    "formula_lost": N_("Under %(header)s a formula gave %(value)s; the cell was left out. Mend it if it matters."),
    "bad_time": N_("Under %(header)s, %(value)s is not a time that is understood. Write it like 13:15 or T+0:15."),
    "row_without_words": N_("This row has neither a title nor a message. Write one, or delete the row."),
    "bad_cell": N_("What stands under %(header)s cannot be read. Export the scenario again, and edit other columns."),
    "json_syntax": N_(
        "This is not valid JSON at “%(found)s”. Look at commas, quotes and brackets here and just before."
    ),
    "cexf_changed": N_(
        "This CEXF file was changed after Prontas wrote it. What CEXF itself says was read; "
        "all of it was kept under x_cexf."
    ),
    "cexf_dangling": N_("There is no inject %(value)s in this file. This part of the flow was kept, and does nothing."),
    "cexf_duration": N_(
        "%(value)s cannot be the length of this exercise in seconds. It was worked out from the times of its injects; "
        "look whether it is right."
    ),
    "cexf_python": N_("This evaluation is a program. It was kept as text and is never run."),
    "cexf_repeated": N_(
        "The UUID %(value)s is here a second time. The flow speaks of the first; give each inject its own."
    ),
    "cexf_trigger": N_("The trigger %(value)s is a word where a list is due. It was read as a list of one."),
    "cexf_unknown_key": N_("CEXF does not describe the key %(key)s. It was kept under x_cexf."),
    "cexf_uuid": N_("%(value)s is not a UUID. It was kept as it is; other programs may refuse it."),
    "below_list": N_(
        "These rows below the list have labels and no number or time, and were left out: %(rows)s. "
        "Number those that are injects."
    ),
    "hint_row": N_(
        "This row says how to fill in the columns (%(value)s), and was left out. "
        "Delete it, or give it a time if it is an inject."
    ),
    "column_unmapped": N_("The column %(header)s is not known here. Its words were kept under x_msel."),
    "mapping_unused": N_(
        "This file says itself what everything in it is, so what was said of its columns was not used. Leave it out."
    ),
    "other_lists": N_(
        "Only the sheet %(sheet)s was read. These look like lists of injects too, with their rows: %(sheets)s. "
        "If another is meant, choose it (--sheet)."
    ),
    "title_unused": N_(
        "This file says its own title, so the one that was given was not used. Change it in the scenario."
    ),
    "number_missing": N_("This row has no number. It got %(id)s; change it if you like."),
    "number_changed": N_("The number %(value)s cannot be an id. It became %(id)s; the original was kept."),
    "number_repeated": N_("The number %(value)s is here a second time. This row got %(id)s; look whether it is meant."),
    "time_missing": N_("This row has no time. It waits for a facilitator's hand; give it a time if it has one."),
    "before_startex": N_(
        "%(value)s is before STARTEX. The inject waits for a facilitator's hand; give it another time."
    ),
    "after_endex": N_(
        "%(value)s is not before ENDEX. The inject waits for a facilitator's hand; give it another time."
    ),
    "by_hand": N_("%(value)s: the inject waits for a facilitator's hand. Give it a time if it should come by itself."),
    "date_order_assumed": N_(
        "%(value)s could be two dates. It was read as %(order)s; correct the file if that is wrong."
    ),
    "start_unused": N_("The list has dates of its own, so the start that was given was not used. Leave it out."),
    "channel_guessed": N_(
        "“%(value)s” is no channel that is known here. It became a document; choose one from the format."
    ),
}
