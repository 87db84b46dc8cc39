"""What strangers send as a scenario is refused soon, in little memory, and never with a traceback."""

import json
import os
import resource
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.documents import check_document
from scenarios.load import load_upload, read_scenario_text
from scenarios.reading import MOST_FINDINGS
from tests.scenarios.cases import ONE, PLAY, asking
from tests.scenarios.package_cases import archive, folder
from tests.scenarios.test_yaml_reader import SCRAPS
from tests.server_process import TOP

LAUGHS = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
DOCUMENTS = {
    "a billion laughs": (LAUGHS, "too_many_nodes"),
    "a merge key": (f"{PLAY}{ONE}<<: {{id: verde}}\n", "merge_key"),
    "a tag that calls": (f"{PLAY}{ONE}authors: [!!python/object/apply:os.system [id]]\n", "tag"),
    "a tag at every word": ("[" + "!a 1," * 300_000 + "1]", "too_many_findings"),
    "five thousand lists inside each other": ("[" * 5_000 + "]" * 5_000, "too_deep"),
    "five thousand maps inside each other": ("{a: " * 5_000 + "1" + "}" * 5_000, "too_deep"),
    "a million words": ("[" + "1," * 999_990 + "1]", "too_many_nodes"),
    "a million words in lists without an end": (("[" + "1," * 25_500) * 39, "too_many_nodes"),
    "a key again and again": ("a: 1\n" * 400_000, "too_many_findings"),
    "keys that are none": ("{}: 1\n" * 250_000, "too_many_findings"),
    "a hundred thousand authors": (f"{PLAY}{ONE}authors: [{'5,' * 190_000}5]\n", "too_many"),
    "forty thousand seats": (
        PLAY.replace("{lead:", "{" + "".join(f"s{n}: {{title: t}}, " for n in range(40_000)) + "lead:") + ONE,
        "too_many",
    ),
    "fifty thousand languages": (
        PLAY.replace("[es]", "[es" + "".join(f", aa-{n}" for n in range(50_000)) + "]") + ONE,
        "too_many",
    ),
    "more languages than are spoken": (
        PLAY.replace("[es]", "[es" + "".join(f", a{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(100)) + "]")
        + ONE,
        "too_many",
    ),
    "injects that are none": (f"{PLAY}injects: [{'{},' * 4_990}{{}}]\n", "too_many_findings"),
    "unknown keys": (PLAY + ONE + "".join(f"k{n}: 1\n" for n in range(95_000)), "too_many_findings"),
    "twenty thousand injects in a line": (
        json.dumps(
            yaml.safe_load(f"{PLAY}{ONE}") | {"injects": [{"id": f"a{n}", "at": f"{n % 59}m"} for n in range(20_000)]}
        ),
        "too_many",
    ),
    "a hundred thousand options": (
        asking(
            f"kind: form, due: 5m, fields: [{{id: a, label: a, kind: choice, options: [{'a,' * 100_000}a]}}]"
        ).replace("«", ""),
        "too_many",
    ),
    "five thousand injects": (
        f"{PLAY}injects:\n"
        + "".join(f"- {{id: a{n}, at: {n % 59}m, x: {[1] * 30}, title: t}}\n" for n in range(5_000)),
        "too_many_findings",
    ),
    "an id again and again": (
        f"{PLAY}injects:\n" + "".join(f"- {{id: a, at: {n % 59}m, title: t}}\n" for n in range(5_000)),
        "too_many_findings",
    ),
    "names that lead nowhere": (
        f"{PLAY}injects:\n"
        + "".join(f"- {{id: {'a' * 29}{n}, after: {{inject: {'a' * 25}b{n}}}, title: t}}\n" for n in range(5_000)),
        "too_many_findings",
    ),
    "flags that lead nowhere": (
        f"{PLAY}flags: {{{', '.join(f'f{n}: x' for n in range(5_000))}}}\ninjects:\n"
        + "".join(f"- {{id: a{n}, at: 1m, sets: [g{n}], if: h{n} and k{n}, title: t}}\n" for n in range(5_000)),
        "too_many_findings",
    ),
    "a long text again and again": (
        f'{PLAY}x_a: &a "{"ana@ministerio.gob 10.0.0.1 +506 2222 1234 " * 30_000}"\ninjects:\n'
        + "".join(f"- {{id: a{n}, at: {n % 59}m, title: t, body: *a}}\n" for n in range(9_000)),
        "too_much_text",
    ),
    "a nought": (b"a: \0", "control_character"),
    "UTF-16": ((PLAY + ONE).encode("utf-16"), "wrong_encoding"),
    "UTF-16 that does not say so": ((PLAY + ONE).encode("utf-16-le"), "control_character"),
    "a time of day as a length": (PLAY.replace("60m", "10:30") + ONE, "bad_duration"),
    "no as a word": (PLAY.replace("rated: false", "rated: no") + ONE, "not_boolean"),
    "ten megabytes": (b"a: " + b"x" * 10_000_000, "file_too_large"),
}


def crowd(count):
    """Make an archive of many entries."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for number in range(count):
            packed.writestr(str(number), b"")
    return file.getvalue()


def lying_crowd():
    """Make an archive of many entries that says it has one."""
    data = bytearray(crowd(30_000))
    end = data.rindex(b"PK\x05\x06")
    data[end + 8 : end + 12] = b"\1\0\1\0"
    return bytes(data)


def without_date():
    """Make an archive whose entry was changed on day nought of month nought."""
    data = bytearray(archive(("files/a.txt", "a")))
    for signature, offset in ((b"PK\x03\x04", 10), (b"PK\x01\x02", 12)):
        place = data.rindex(signature) + offset
        data[place : place + 4] = bytes(4)
    return bytes(data)


def inner(levels, data):
    """Pack an archive into an archive into an archive."""
    for _ in range(levels):
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("lib.zip", data)
        data = file.getvalue()
    return data


ARCHIVES = {
    "a parent": (archive(("../a.txt", "a")), "package_bad_path"),
    "an absolute path": (archive(("/etc/a.txt", "a")), "package_bad_path"),
    "a drive": (archive(("C:/a.txt", "a")), "package_bad_path"),
    "a backslash": (archive(("files\\a.txt", "a")), "package_bad_path"),
    "names that differ by case": (archive(("files/N.txt", "a"), ("files/n.txt", "b")), "package_duplicate_entry"),
    "names that differ by how an accent is written": (
        archive(("files/\u00f1.txt", "a"), ("files/n\u0303.txt", "b")),
        "package_duplicate_entry",
    ),
    "archives inside archives": (inner(6, b"\0" * 1_000_000), "no_scenario"),
    "sixty thousand entries": (crowd(60_000), "package_too_many_entries"),
    "seventy thousand entries, by ZIP64": (crowd(70_000), "package_broken"),
    "many entries that say they are one": (lying_crowd(), "package_broken"),
    "sixty megabytes of nothing": (archive(("files/a.txt", "\0" * 60_000_000)), "package_too_large"),
    "a document of forty megabytes": (archive(("a/scenario.yaml", "#" * 40_000_000)), "file_too_large"),
    "half an end": (archive()[:-3], "package_broken"),
    "an end and no more": (b"PK\x05\x06", "package_broken"),
}
MEASURED = """
import re, sys, time
from pathlib import Path
from scenarios.documents import check_document
began = time.process_time()
codes = {finding.code for finding in check_document(Path(sys.argv[1]))}
# What the system counts as this process's most includes what started it.
most = int(re.search("VmHWM:[^0-9]*([0-9]+)", Path("/proc/self/status").read_text())[1])
print(time.process_time() - began, most // 1024, *codes)
"""


def measured(path):
    """Check a file in a process of its own; give its seconds of CPU, its most megabytes, and the codes."""
    told = subprocess.run(
        [sys.executable, "-W", "error", "-c", MEASURED, str(path)], cwd=TOP, capture_output=True, text=True, check=True
    )
    seconds, megabytes, *codes = told.stdout.split()
    return float(seconds), int(megabytes), codes


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_hostile_document_is_refused_with_its_place(name):
    data, code = DOCUMENTS[name]
    scenario, findings = read_scenario_text(data, "scenario.yaml")
    assert scenario is None
    assert code in {finding.code for finding in findings}
    assert all(finding.line > 0 and finding.column > 0 for finding in findings)
    assert len(findings) <= MOST_FINDINGS["error"] + 1


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_hostile_archive_is_refused(name, tmp_path, monkeypatch):
    data, code = ARCHIVES[name]
    (tmp_path / "azul.zip").write_bytes(data)
    monkeypatch.chdir(tmp_path)
    for findings in (load_upload(data, "azul.zip").findings, check_document(tmp_path / "azul.zip")):
        assert [finding.code for finding in findings] == [code]
    assert [path.name for path in tmp_path.iterdir()] == ["azul.zip"]


def test_an_odd_date_or_an_archive_inside_harms_nothing():
    assert load_upload(without_date(), "azul.zip").findings == []
    assert load_upload(archive(("files/inner.zip", "PK")), "azul.zip").findings == []


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")])
@pytest.mark.parametrize("name", ["azul.yaml", "azul.zip", "scenario.yaml", "call.yaml", "files/a.txt"])
def test_what_is_no_ordinary_file_is_refused_at_once(make, name, tmp_path):
    folder(tmp_path)
    if name in {"scenario.yaml", "call.yaml"}:
        (tmp_path / "scenario.yaml").unlink()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    make(tmp_path / name)
    whole = tmp_path if "/" in name or name.startswith(("scen", "call")) else tmp_path / name
    if make is os.mkdir and name == "files/a.txt":
        assert check_document(whole) == []
        return
    [finding] = check_document(whole)
    assert finding.code in {"file_unreadable", "package_symlink", "no_scenario", "no_call"}


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/dev/tty", "a\0b", "\0.zip", "a" * 5000])
def test_a_device_or_an_impossible_name_is_refused_at_once(path):
    assert [finding.code for finding in check_document(type(TOP)(path))] == ["file_unreadable"]


def test_doubts_by_the_thousand_do_not_stop_a_scenario():
    lines = "".join(f"- {{id: a{n}, at: {n % 59}m, title: {{es: t}}}}\n" for n in range(1_200))
    scenario, findings = read_scenario_text(f"{PLAY.replace('[es]', '[es, pt]')}injects:\n{lines}", "scenario.yaml")
    assert scenario and len(findings) > MOST_FINDINGS["error"]


def test_faults_after_a_long_sound_part_are_found_too():
    odd = "".join(f", k{n}: 1" for n in range(6))
    lines = "".join(f"- {{id: a{n}, at: {n % 59}m, title: t{odd * (n >= 3_000)}}}\n" for n in range(4_000))
    found = [finding.code for finding in read_scenario_text(f"{PLAY}injects:\n{lines}", "scenario.yaml")[1]]
    assert found.count("unknown_key") > 100 and found.count("too_many_findings") == 1


@pytest.mark.parametrize("sound", [0, 100])
def test_many_faults_in_each_of_many_injects_are_shown_in_part(sound):
    odd = ", ".join(f"k{n}: 1" for n in range(60))
    lines = "".join(f"- {{id: a{n}, at: {n % 59}m, title: t{f', {odd}' * (n >= sound)}}}\n" for n in range(200))
    scenario, findings = read_scenario_text(f"{PLAY}injects:\n{lines}", "scenario.yaml")
    codes = [finding.code for finding in findings]
    assert (scenario, set(codes)) == (None, {"unknown_key", "too_many_findings"})
    assert codes.count("unknown_key") == MOST_FINDINGS["error"] - 1


def test_an_archive_that_is_larger_than_what_it_may_hold_is_not_read(tmp_path):
    (tmp_path / "azul.zip").touch()
    os.truncate(tmp_path / "azul.zip", 3_000_000_000)
    assert [finding.code for finding in check_document(tmp_path / "azul.zip")] == ["package_too_large"]


def thousand():
    """Make a scenario of a thousand injects in one language, as long as injects are."""
    told = " ".join(["El centro de respuesta ve accesos que nadie explica y pregunta qué se hace."] * 8)
    return f"{PLAY}injects:\n" + "".join(
        f'- id: "{n}"\n  at: {n * 3}s\n  title: Aviso número {n}\n  body: {told}\n  expected: [Responder {n}]\n'
        for n in range(1_000)
    )


@pytest.mark.figure
def test_a_thousand_injects_are_checked_within_a_second(tmp_path):
    path = tmp_path / "azul.yaml"
    path.write_text(thousand())
    seconds, megabytes, codes = measured(path)
    print(f"1,000 injects, {path.stat().st_size // 1024} KB: {seconds:.2f} s of CPU, {megabytes} MB")
    assert (seconds <= 1, set(codes) <= {"too_close"}) == (True, True)


@pytest.mark.figure
@pytest.mark.parametrize("name", [*DOCUMENTS, *ARCHIVES])
def test_it_takes_a_second_and_a_hundred_megabytes_at_most(name, tmp_path):
    data, code = {**DOCUMENTS, **ARCHIVES}[name]
    path = tmp_path / ("azul.zip" if name in ARCHIVES else "azul.yaml")
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    seconds, megabytes, codes = measured(path)
    print(f"{name}: {seconds:.2f} s of CPU, {megabytes} MB")
    assert (code in codes, seconds <= 1, megabytes <= 100) == (True, True, True)


TEXTS = st.one_of(
    st.lists(SCRAPS, max_size=60).map(lambda scraps: "".join(scraps).encode()),
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: (PLAY + text).encode("utf-8", "surrogatepass")),
)


def answer(data):
    """Read a text; give the seconds of CPU it took."""
    began = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    scenario, findings = read_scenario_text(data, "azul.yaml")
    assert scenario or findings
    assert load_upload(b"PK\x03\x04" + data, "azul.zip").scenario is None
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime - began


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_whatever_is_sent_the_answer_is_findings(data):
    answer(data)


@pytest.mark.figure
@settings(max_examples=20_000, deadline=None)
@given(TEXTS)
def test_twenty_thousand_texts_are_answered_within_a_second_each(data):
    assert answer(data) <= 1
