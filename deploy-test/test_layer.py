"""The layer with the fonts: what is in it, and that AWT draws with it."""

import pathlib
import subprocess

from suite.sandbox import java, move_opt
from suite.template import ROOT

LAYER = ROOT / "layers/fonts/target/layer"


def test_it_holds_two_fonts_with_their_licence_and_where_they_are():
    assert sorted(file.name for file in (LAYER / "fonts").iterdir()) == [
        "DejaVuSans-Bold.ttf", "DejaVuSans.ttf", "LICENSE", "fontconfig.properties"]
    assert "Bitstream Vera" in (LAYER / "fonts/LICENSE").read_text()


def test_awt_draws_with_its_fonts(tmp_path):
    for file in (LAYER / "fonts").iterdir():
        target = tmp_path / "fonts" / file.name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(file.read_bytes())
    move_opt(tmp_path)
    packages = "java.desktop/sun.font=ALL-UNNAMED"
    plain, bold = subprocess.run(
        [java(), "--add-exports", packages, "--add-opens", packages, "-Djava.awt.headless=true",
         str(pathlib.Path(__file__).with_name("SansSerif.java")), str(tmp_path / "fonts/fontconfig.properties")],
        check=True, capture_output=True, text=True).stdout.splitlines()
    assert plain.endswith(f"fileName={tmp_path}/fonts/DejaVuSans.ttf")
    assert bold.endswith(f"fileName={tmp_path}/fonts/DejaVuSans-Bold.ttf")
