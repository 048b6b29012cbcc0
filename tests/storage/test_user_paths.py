from __future__ import annotations

from pathlib import Path

from fenttui import paths
from fenttui.storage.user_paths import fit_name, is_bundled, is_writable, name_of_own


def test_a_name_that_fits_stays_and_a_long_one_is_cut_between_letters() -> None:
    assert fit_name("talks", ".toml") == "talks.toml"
    long = fit_name("会" * 100, ".toml")
    assert long.startswith("会会")
    assert long.endswith(".toml")
    assert len(long.encode()) <= 250
    assert long != fit_name("会" * 101, ".toml")


def test_the_bundled_dossier_has_a_name_that_an_upgrade_keeps(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(paths.bundled("seeds"))
    for root in (paths.bundled("seeds"), tmp_path / "link"):
        assert is_bundled(root)
        assert name_of_own(root) == "seeds-bundled"
    assert not is_bundled(tmp_path)


def test_dossiers_of_one_name_have_different_names_and_a_link_the_same(tmp_path: Path) -> None:
    one, two = tmp_path / "a" / "news", tmp_path / "b" / "news"
    one.mkdir(parents=True)
    (tmp_path / "link").symlink_to(one)
    assert name_of_own(one) != name_of_own(two)
    assert name_of_own(tmp_path / "link") == name_of_own(one)
    assert name_of_own(Path("/")).startswith("root-")


def test_a_folder_that_can_be_made_is_writable_and_one_in_a_missing_folder_or_instead_of_a_file_is_not(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert is_writable(tmp_path)
    assert is_writable(tmp_path / "new")
    assert not is_writable(tmp_path / "missing" / "new")
    assert not is_writable(tmp_path / "file")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    assert not is_writable(tmp_path / "dangling")
