#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""scripts/check-layers on small trees: one without a violation, and one for each rule that breaks it alone."""
import importlib.machinery
import importlib.util
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "check-layers"
loader = importlib.machinery.SourceFileLoader("check_layers", str(SCRIPT))
check_layers = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
loader.exec_module(check_layers)

# sources may see store through the headers of query (DEPENDS), but not network (PRIVATE_DEPENDS).
CLEAN = {
    "models/core/CMakeLists.txt": "trailglass_module(core SOURCES text.h)\n",
    "models/core/text.h": "#include <QString>\n",
    "models/store/CMakeLists.txt": "trailglass_module(store\n    DEPENDS core # errors\n    SOURCES record.h)\n",
    "models/store/record.h": '#include "models/core/text.h"\nint sqlite3_open_v2();\n',
    "models/network/CMakeLists.txt": "trailglass_module(network DEPENDS core SOURCES job.h)\n",
    "models/network/job.h": "class QNetworkAccessManager;\n",
    "models/credentials/CMakeLists.txt": "trailglass_module(credentials SOURCES keychain.h)\n",
    "models/credentials/keychain.h": "namespace QKeychain {}\n",
    "models/query/CMakeLists.txt": "trailglass_module(query\n    DEPENDS store\n    PRIVATE_DEPENDS network\n    SOURCES query.h)\n",
    "models/query/query.h": '#include "models/store/record.h"\n',
    "models/query/live.h": '#include "models/network/job.h"\n',
    "models/query/live.cpp": '#include "models/query/live.h"\n#include "live.moc"\n#include "moc_live.cpp"\n',
    "views/CMakeLists.txt": "trailglass_module(views DEPENDS query LIBRARIES Qt6::Widgets)\n",
    "views/window/window.h": '#include <QWidget>\n#include "models/query/query.h"\n',
    "app/main.cpp": '#include "views/window/window.h"\n#include "models/query/live.h"\n'
                    "// processEvents() is not called, and sqlite3_open() not called\n/* QEventLoop */\n",
}

DECLARED = """trailglass_module(core DEPENDS  PRIVATE_DEPENDS )
trailglass_module(store DEPENDS core PRIVATE_DEPENDS )
trailglass_module(network DEPENDS core PRIVATE_DEPENDS )
trailglass_module(credentials DEPENDS  PRIVATE_DEPENDS )
trailglass_module(query DEPENDS store PRIVATE_DEPENDS network)
trailglass_module(views DEPENDS query PRIVATE_DEPENDS )
"""


class CheckLayers(unittest.TestCase):
    maxDiff = None

    def violations(self, changes, arrows=None):
        """Returns what the script reports about the clean tree with some files replaced."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, text in {**CLEAN, **changes}.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            if arrows is None:
                return check_layers.check_tree(root)[1]
            (root / "layers.cmake").write_text(arrows, encoding="utf-8")
            return check_layers.check_tree(root, root / "layers.cmake")[1]

    def test_a_clean_tree_has_no_violation(self):
        self.assertEqual(self.violations({}), [])
        self.assertEqual(self.violations({}, DECLARED), [])

    def test_an_include_without_an_arrow_is_a_violation(self):
        for include in ('#include "models/store/record.h"', " # include <models/store/record.h>"):
            self.assertEqual(self.violations({"models/network/job.h": include}), [
                "models/network/job.h: network must not include store: models/store/record.h"])

    def test_an_arrow_to_a_user_of_a_module_is_no_arrow_to_that_module(self):
        self.assertEqual(self.violations({"views/window/window.h": '#include "models/store/record.h"\n'}), [
            "views/window/window.h: views must not include store: models/store/record.h"])

    def test_what_a_module_depends_on_privately_is_not_reached_through_its_headers(self):
        self.assertEqual(
            self.violations({"views/window/window.h": '#include "models/query/live.h"\n',
                             "views/window/window.cpp": '#include "views/window/window.h"\n'}),
            ["views/window/window.h: views must not reach network: "
             "views/window/window.h → models/query/live.h → models/network/job.h (and 1 more files by this include)"])

    def test_nothing_includes_a_composition_root(self):
        self.assertEqual(self.violations({"app/program.h": "", "views/window/window.h": '#include "app/program.h"\n'}), [
            "views/window/window.h: views must not include app: app/program.h"])

    def test_an_include_that_is_no_path_from_the_root_is_a_violation(self):
        for name in ("record.h", "../store/record.h", "tests/support/story.h"):
            self.assertEqual(self.violations({"models/network/job.h": f'#include "{name}"\n'}), [
                f'models/network/job.h: #include "{name}" is no path from the root of the source tree to a header of the product'])

    def test_models_include_no_header_of_gui_or_widgets(self):
        for name in ("QWidget", "QtGui/QColor", "QtWidgets", "QIcon", "QAction"):
            self.assertEqual(self.violations({"models/core/text.h": f"#include <{name}>\n"}), [
                f"models/core/text.h: no Gui or Widgets under models/: {name}"])

    def test_a_class_belongs_to_one_module(self):
        for text, owner in (("sqlite3_open(path, &handle);", "store"), ("new QNetworkAccessManager", "network"),
                            ("using namespace QKeychain;", "credentials")):
            name = next(word for word in ("sqlite3_open", "QNetworkAccessManager", "QKeychain") if word in text)
            for path in ("models/query/query.h", "views/window/window.h", "app/main.cpp"):
                self.assertEqual(self.violations({path: text}), [f"{path}: {name} belongs to {owner}"])

    def test_a_type_of_a_namespace_is_defined_in_one_header(self):
        def header(namespace, definition):
            return f"namespace {namespace} {{\n{definition}\n}}\n"

        batch = header("Trailglass", "struct Batch\n{\n};")
        self.assertEqual(self.violations({"models/core/text.h": batch, "models/store/record.h": batch}), [
            "Trailglass::Batch is defined in models/core/text.h and in models/store/record.h"])
        for other in (header("Trailglass", "struct Batch;"), header("Trailglass::Filter", "class Batch final : public A\n{\n};"),
                      header("Trailglass", "class Other\n{\n    struct Batch\n    {\n    };\n};"),
                      header("Trailglass", "class Batch::Private\n{\n};")):
            self.assertEqual(self.violations({"models/core/text.h": batch, "models/store/record.h": other}), [])
        # A source file may keep a type of its own in an anonymous namespace.
        self.assertEqual(self.violations({"models/core/text.h": batch, "models/store/record.cpp": batch}), [])

    def test_some_calls_are_made_nowhere(self):
        for call, reason in (("processEvents", "a nested event loop"), ("QEventLoop", "a nested event loop"),
                             ("ignoreSslErrors", "TLS errors are never ignored"),
                             ("setInsecureFallback(true", "TLS errors are never ignored"),
                             ("QThread::msleep", "a sleeping thread cannot be cancelled"),
                             ("qSleep", "a sleeping thread cannot be cancelled")):
            self.assertEqual(self.violations({"app/main.cpp": f'auto s = "//"; {call})\n'}), [
                f"app/main.cpp: {call}: {reason}"])

    def test_tests_wait_for_a_condition(self):
        for call, reason in (("processEvents", "a nested event loop"), ("QTest::qWait", "a test waits for a condition"),
                             ("QThread::msleep", "a test waits for a condition"),
                             ("sleep_for", "a test waits for a condition"), ("usleep", "a test waits for a condition")):
            self.assertEqual(self.violations({"tests/core/tst_text.cpp": f"{call}(5);\n"}), [
                f"tests/core/tst_text.cpp: {call}: {reason}"])
        self.assertEqual(self.violations({"tests/core/tst_text.cpp": "QTest::qWaitFor([] {}); // sleep(1)\n"}), [])

    def test_every_folder_with_source_files_is_declared(self):
        self.assertEqual(self.violations({"models/other/thing.h": ""}), [
            "no trailglass_module() call declares other"])

    def test_an_arrow_leads_to_a_module(self):
        self.assertEqual(
            self.violations({"models/core/CMakeLists.txt": "trailglass_module(core DEPENDS basics)\n"}),
            ["core depends on basics, which no trailglass_module() call declares"])

    def test_modules_do_not_depend_on_each_other(self):
        self.assertEqual(
            self.violations({"models/core/CMakeLists.txt": "trailglass_module(core PRIVATE_DEPENDS query)\n"}),
            ["modules depend on each other: core → query → store → core",
             "modules depend on each other: core → query → network → core"])

    def test_what_cmake_writes_is_what_the_files_say(self):
        self.assertEqual(self.violations({}, DECLARED.replace("(network DEPENDS core", "(network DEPENDS ")), [
            "CMake's arrows differ from those in the CMakeLists.txt files: network"])

    def test_the_exit_status_tells_whether_there_are_violations(self):
        with tempfile.TemporaryDirectory() as folder:
            def run():
                return subprocess.run([SCRIPT, "--root", folder], capture_output=True, text=True, check=False)
            result = run()
            self.assertEqual((result.returncode, result.stderr), (1, f"no source files below {folder}\n"))
            module = Path(folder) / "models" / "core"
            module.mkdir(parents=True)
            (module / "CMakeLists.txt").write_text("trailglass_module(core)\n", encoding="utf-8")
            (module / "text.h").write_text("#include <QString>\n", encoding="utf-8")
            result = run()
            self.assertEqual((result.returncode, result.stdout), (0, "1 files checked, 0 violations\n"))
            (module / "text.h").write_text("#include <QIcon>\n", encoding="utf-8")
            result = run()
            self.assertEqual(result.returncode, 1)
            self.assertIn("models/core/text.h: no Gui or Widgets", result.stderr)


if __name__ == "__main__":
    unittest.main()
