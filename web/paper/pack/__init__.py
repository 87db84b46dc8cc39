"""The print pack: kits on paper with which a drill goes on when the network dies.

A *subject* (`subject.py`) says what is printed: a scenario with its files, teams, the start. `kits_of` (`kit.py`) names
its kits, `pack_html` (`document.py`) writes them, and `making.py` makes the PDF or the archive:

    subject = subject_of(scenario, files, teams=numbered(scenario, 3), languages=["es"])
    kits = kits_of(subject)                    # or only some: kinds, seats
    pack_pdf(subject, kits)                    # bytes: all of them in one PDF
    for piece in pack_zip(subject, kits): ...  # pieces of an archive with a PDF per kit, made one after the other

A page sends one by `web.printing.sending.send_pack(subject, kits, "zip")`. Nothing here asks for a request, a database
or the time: the same subject gives the same bytes.
"""
