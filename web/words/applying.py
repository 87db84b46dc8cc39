"""What the refusals of calls and applications say, and what an application still lacks."""

from collections.abc import Mapping

from web.words import N_

APPLYING: Mapping[str, str] = {
    # calls
    "call_missing": N_("This programme has no call yet. Open one first."),
    "call_not_chosen": N_("Choose a call from the library, or a file of your own."),
    "call_has_errors": N_("The call has errors; nothing was opened. Mend them and try again."),
    "call_is_over": N_("In this call applications ended on %(at)s. Change its windows and try again."),
    "call_is_open": N_("Applications have been open since %(at)s; the call can no longer be replaced."),
    # the window
    "applications_not_open": N_("Applications open on %(at)s. Come back then."),
    "applications_closed": N_(
        "Applications ended on %(at)s. What was sent by then counts; nothing can be added any more."
    ),
    "part_not_open": N_("Only what you were asked to mend can be changed now."),
    "no_cure_window": N_("Nothing can be mended here: the call has no time for it, or nothing was sent."),
    # beginning and coming back
    "application_link_unknown": N_(
        "This link does not open an application any more. On the page of the call you can ask for a new one."
    ),
    "too_many_begin": N_("Very many people are beginning right now. Wait a minute and try again."),
    "too_many_of_address": N_(
        "With this address %(most)s applications have been begun already, which is the most. Open one of them."
    ),
    # writing
    "too_many_members": N_("A team has at most %(most)s members. Take the others out."),
    "application_wrong": N_("Something has to be mended before it can be sent (%(number)s). Each place says what."),
    "application_incomplete": N_(
        "Something is still missing (%(number)s), and the call takes only whole applications. Each place says what."
    ),
    "application_not_sent": N_("This application has not been sent; nobody but its team can read it."),
    "application_counts": N_(
        "The call is closed, and what you sent counts. To have it erased, write to whoever answers for the data."
    ),
    "erasing_unsure": N_("Tick the box if you really want to erase everything."),
    # files
    "file_not_chosen": N_("Choose a file first."),
    "file_empty": N_("This file is empty. Choose it again, or save it once more on your device."),
    "file_too_large": N_("This file is too large: at most %(most)s MB are taken. Make it smaller and send it again."),
    "too_many_files": N_("%(most)s files have been sent with this application, which is the most."),
    "file_kind_not_taken": N_("This kind of file is not taken here. Send one of these: %(kinds)s."),
    "file_kind_unknown": N_("This is no kind of file that is taken. Save it as PDF and send that."),
    "file_no_pdf": N_("This file calls itself PDF, but it is none. Open it on your device and save it as PDF."),
    "file_cut_off": N_("This PDF is not whole. Save it once more on your device and send it again."),
    "file_old_office": N_("Documents of old office programs may hold macros. Save it as PDF and send that."),
    "file_acts": N_("This document holds a macro or another file, or fetches something. Save it as PDF and send that."),
    "file_unreadable_inside": N_("This document cannot be looked into. Save it as PDF and send that."),
    "pdf_locked": N_("This PDF is locked by a password or by rights. Save one without a lock and send that."),
    "pdf_acts": N_(
        "This PDF holds a program, another file or a form that sends something. Print it into a new PDF and send that."
    ),
    "pdf_unreadable": N_("This PDF is written in an unusual way. Print it into a new PDF and send that."),
    "picture_broken": N_("This picture cannot be opened. Save it once more, or take another one."),
    "picture_too_large": N_("This picture has more than %(megapixels)s million points. Make it smaller."),
    "code_differs": N_("That is not the code. Type it as it stands here: %(wanted)s."),
    # mails
    "mail_has_left": N_("This mail has left already."),
}  # fmt: skip

LACKS: Mapping[str, str] = {
    "field_missing": N_("“%(field)s” is still empty."),
    "too_few_members": N_("Members so far: %(members)s. The team needs at least %(least)s."),
    "too_many_members": N_("Members: %(members)s. At most %(most)s can take part."),
    "member_field_missing": N_("Member %(member)s: “%(field)s” is still empty."),
    "consent_missing": N_("Member %(member)s has not said yes to: “%(consent)s”"),
    "member_name_missing": N_("Member %(member)s: her name is still missing."),
    "member_mail_missing": N_("Member %(member)s: her e-mail address is still missing, such as name@ministry.example."),
    "member_twice": N_("Member %(member)s has the same e-mail address as somebody before her. Give her own."),
    "document_missing": N_("Missing: “%(document)s”."),
    "signed_document_missing": N_("Missing: “%(document)s”, signed by: %(role)s."),
    "signer_missing": N_("Say who signed “%(document)s”. It has to be: %(role)s."),
    "wrong_signer": N_(
        "“%(document)s” has to be signed by: %(role)s. You said: %(signed_by)s. Send one with the right signature."
    ),
    "element_missing": N_("“%(document)s” has to say: “%(element)s”. Tick it once it does."),
}
SOMEBODY_ELSE = N_("somebody else")
OF_MEMBER = N_("Member %(member)s: %(problem)s")
