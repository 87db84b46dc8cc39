"""Attachments that come one by one meet the bounds of folders and archives."""

import pytest

from scenarios.package_bounds import MOST_BYTES, MOST_ENTRIES, PackageError
from scenarios.package_files import check_files


class Large(bytes):
    """Claim to be large without being it."""

    def __len__(self):
        return MOST_BYTES


def test_plain_names_are_taken():
    check_files({"note.png": b"x", "deep/plan del día.pdf": b"", "Ñ.txt": b"y"})


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"../x.png": b""}, "package_bad_path"),
        ({"/x.png": b""}, "package_bad_path"),
        ({"a//x.png": b""}, "package_bad_path"),
        ({"a\\x.png": b""}, "package_bad_path"),
        ({"x\0.png": b""}, "package_bad_path"),
        ({"": b""}, "package_bad_path"),
        ({"x" * 201: b""}, "package_bad_path"),
        ({"Note.png": b"", "note.PNG": b""}, "package_duplicate_entry"),
        ({"\u00f1.txt": b"", "n\u0303.txt": b""}, "package_duplicate_entry"),
        ({f"{number}.txt": b"" for number in range(MOST_ENTRIES)}, "package_too_many_entries"),
        ({"x.pdf": Large()}, "package_too_large"),
    ],
)
def test_what_an_archive_may_not_hold_is_refused_here_too(files, code):
    with pytest.raises(PackageError) as caught:
        check_files(files, document=1)

    assert caught.value.finding.code == code
