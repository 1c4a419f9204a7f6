"""The functions' archives: how large they are, and who carries what."""

import zipfile

import pytest

from suite.template import ROOT

ARCHIVES = sorted(ROOT.glob("functions/*/target/function.zip"))
DRAWING = {"notifier", "api"}
MEGABYTE = 1 << 20
LARGEST_MB, LARGEST_DRAWING_MB = 30, 45  # Lambda takes 50 as it is, and 250 unpacked


def function(archive):
    return archive.parts[-3]


def test_there_is_an_archive_of_every_function():
    assert {function(archive) for archive in ARCHIVES} == {
        pom.parent.name for pom in ROOT.glob("functions/*/pom.xml")}


@pytest.mark.parametrize("archive", ARCHIVES, ids=function)
def test_an_archive_is_small_enough_and_only_those_that_draw_carry_awt(archive, report):
    size = archive.stat().st_size / MEGABYTE
    with zipfile.ZipFile(archive) as content:
        unpacked = sum(entry.file_size for entry in content.infolist()) / MEGABYTE
        names = content.namelist()
    report.append(f"{function(archive)}: archive {size:.1f} MB, unpacked {unpacked:.1f} MB")
    assert size < (LARGEST_DRAWING_MB if function(archive) in DRAWING else LARGEST_MB)
    assert unpacked < 250
    if "bootstrap" not in names:
        assert any("quarkus-awt" in name for name in names) == (function(archive) in DRAWING)
