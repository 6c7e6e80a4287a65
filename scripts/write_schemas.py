"""Write schema/*.json, which editors' programs read, from our own schema."""

from pathlib import Path

from sitebuild.json_schema import files
from sitebuild.languages import load_languages

ROOT = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    languages, _ = load_languages(ROOT)
    for name, text in files([each.code for each in languages]).items():
        target = ROOT / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
        print(name)
