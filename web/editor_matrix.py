"""What the pages of the editor lead to (see `web/matrix.py`); the store is the house's, so no place is named."""

from collections.abc import Mapping

from web.edge import Edge, staff

_READS = ("scenario_version",)
_SAVES = ("scenario_version", "scenario_package", "scenario_page", "save_version")

EDITOR_PAGES: Mapping[str, Edge] = {
    "editor.scenarios": staff("scenario_list"),
    "editor.create": staff("create_scenario", also=("scenario_list",)),
    "editor.copy": staff("copy_scenario"),
    "editor.archive": staff("archive_scenario"),
    **{
        f"editor.{page}": staff(*_READS)
        for page in (
            "overview", "pieces", "inject", "sections", "section", "check", "findings", "languages", "branches",
            "preview", "text", "check_text", "check_texts", "taking",
        )
    },
    # What a finding means is no secret.
    "editor.explained": staff(),
    **{
        f"editor.{page}": staff(*_SAVES)
        for page in ("save_inject", "save_section", "arrange", "add_language", "save_text", "save_texts")
    },
    "editor.versions": staff("scenario_version", "scenario_page", "scenario_changes"),
    "editor.restore": staff("restore_version", also=("scenario_version", "scenario_page", "scenario_changes")),
    "editor.rehearse": staff("scenario_version", "scenario_package"),
    "editor.take": staff("scenario_version", "scenario_package"),
    "editor.attachment": staff("scenario_file"),
    "editor.attach": staff("attach_files", also=("scenario_version",)),
    "editor.detach": staff("remove_files", also=("scenario_version",)),
}  # fmt: skip
