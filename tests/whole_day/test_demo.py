"""The demo's day, played whole at every size: its script passes, every picture is drawn, every label
and every file of the export is there, and what a newcomer looks at is never an error."""
import json
import pathlib
import subprocess
import sys
import tempfile

ROMAINE = sys.argv[1]
SCRIPT = pathlib.Path(__file__).resolve().parent.parent.parent / "assets/demo/day.play"
FILES = {"results.csv", "shortfalls.csv", "comment.txt", "order.xlsx", "treasurer.pdf", "matrix.pdf"}


def play(size):
    with tempfile.TemporaryDirectory(prefix="romaine-demo-test-") as work:
        folder = pathlib.Path(work)
        (folder / "key").mkdir()
        script = folder / "day.play"
        script.write_text(f"key put {folder}/key\n" + SCRIPT.read_text(encoding="utf-8"), encoding="utf-8")
        done = subprocess.run(
            [ROMAINE, "--data", str(folder / "data"), "--demo", "--headless", "--play", str(script),
             "--pictures", str(folder / "pictures"), "--size", size],
            capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, f"{size}: {done.stderr}"
        wanted = {line.split()[1] for line in SCRIPT.read_text(encoding="utf-8").splitlines()
                  if line.startswith("picture ")}
        drawn = {path.stem for path in (folder / "pictures").glob("*.png") if path.stat().st_size > 5000}
        assert drawn == wanted, f"{size}: pictures missing: {wanted - drawn}"
        for order in (101, 102, 103, 104):
            assert {p.name for p in (folder / f"key/order-{order}").iterdir()} == FILES
        shown = subprocess.run([ROMAINE, "--data", str(folder / "data"), "journal", "show", "--json"],
                               capture_output=True, text=True, check=True).stdout
        entries = [json.loads(line) for line in shown.splitlines()]
        labels = len(list((folder / "data/labels").glob("*.pdf")))
        printed = sum(entry["kind"] == "printed" for entry in entries)
        assert labels == printed > 0, f"{size}: {labels} labels, {printed} noted"
        print(f"{size}: {len(drawn)} pictures, {labels} labels")


for each in ("800x480", "1024x600", "1280x800", "1920x1080"):
    play(each)
