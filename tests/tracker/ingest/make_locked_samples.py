"""Makes the samples with a password. Run by hand with a Python that has LibreOffice's bridge.

    /usr/bin/python3 tests/tracker/ingest/make_locked_samples.py

The command line of LibreOffice cannot set a password, its bridge (python3-uno) can.
"""

import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

SAMPLES = Path(__file__).parent / "samples" / "office"
FILTERS = {"odt": "writer8", "doc": "MS Word 97"}
PIPE = "duizhang-samples"


def said(**given):
    """Return properties as the bridge takes them."""
    return tuple(PropertyValue(Name=name, Value=value) for name, value in given.items())


def desktop():
    """Return the desktop of the program that was started, when it has begun."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(100):
        try:
            context = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            time.sleep(0.2)
    else:
        raise SystemExit("LibreOffice did not answer")
    return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def main():
    """Write locked.odt and locked.doc."""
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            [
                *("soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"),
                *("--norestore", f"--accept=pipe,name={PIPE};urp;"),
            ],
            start_new_session=True,
        )
        try:
            for ending, name in FILTERS.items():
                text = desktop().loadComponentFromURL(
                    "private:factory/swriter", "_blank", 0, said(Hidden=True)
                )
                text.Text.setString("政府工作报告")
                target = (SAMPLES / f"locked.{ending}").as_uri()
                text.storeToURL(target, said(FilterName=name, Password="secret"))
                text.close(True)
        finally:
            os.killpg(office.pid, signal.SIGKILL)
            office.wait()


if __name__ == "__main__":
    main()
