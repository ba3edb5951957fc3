// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Drives the real window, with every pane open, over a workspace of Asana events, and measures how long it keeps somebody
// waiting, and how much memory the program takes:
// `bench_window [EVENTS [FOLDER]]`, default 1,000,000 in a temporary folder. A workspace in FOLDER that a run before has
// filled is used again; each run works with a copy beside it. Wants a display, or QT_QPA_PLATFORM=offscreen. Prints a
// Markdown table, and the slowest keys on standard error.

#include "tests/benchmarks/benchwindowstage.h"
#include "tests/benchmarks/drivenwindow.h"
#include "tests/benchmarks/eventloopwait.h"
#include "tests/benchmarks/measurement.h"
#include "tests/benchmarks/stallwatch.h"
#include "tests/benchmarks/typedfilters.h"
#include "tests/benchmarks/windowstalls.h"
#include "views/events/eventtable.h"
#include "views/inspector/inspectorpane.h"
#include "views/window/inspectordock.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

using namespace Trailglass;
using namespace Trailglass::Benchmarks;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<DrivenWindow> openWindow(const QString &workspace)
{
    std::unique_ptr<DrivenWindow> window;
    const Cost making = costOf([&] {
        window = std::make_unique<DrivenWindow>(workspace);
        window->window().resize(
            MainWindow::DefaultSize); // the screen of QT_QPA_PLATFORM=offscreen is smaller
    });
    printMicroseconds("window made and shown", making.seconds);
    StallWatch stalls;
    const Cost reading = costOf([&window] {
        waitUntil([&window] { return window->areRowsHere(); }, "The first page");
        window->table().viewport()->repaint();
    });
    printMicroseconds("first rows painted after the window", reading.seconds);
    window->waitForFirstResult();
    printMicroseconds("longest stall while opening", stalls.longest());
    printNumber("events", window->rows());
    return window;
}

/// As they stay: filters with their values, histogram, and inspector; and looks at each of the inspector's tabs and at the
/// sources.
void openPanes(DrivenWindow &driven)
{
    MainWindow &window = driven.window();
    window.showFilters();
    window.actions().showHistogram->setChecked(true);
    driven.table().chooseRow(0);
    window.inspector().open();
    auto *inspector = window.findChild<InspectorPane *>(u"inspector"_s);
    waitUntil([inspector] { return inspector->record() != nullptr; }, "The first event");
    for (const auto tab : {InspectorPane::ChangesTab, InspectorPane::RelatedTab, InspectorPane::JsonTab,
                           InspectorPane::RawTab, InspectorPane::FieldsTab}) {
        inspector->setTab(tab);
        driven.settle();
    }
    window.actions().showSources->trigger();
    driven.settle();
    window.actions().showEvents->trigger();
    driven.settle();
}

void printMemory(const std::string &when)
{
    printNumber("most memory " + when + ", MB", peakMegabytes(QCoreApplication::applicationPid()));
}

} // namespace

int main(int argc, char *argv[])
{
    const QTemporaryDir temporary;
    // What is approved for the sources of a copy goes with it.
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(temporary.filePath(u"config"_s)));
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"trailglass"_s); // the command line's approvals are this program's
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 events = arguments.value(1, u"1000000"_s).toLongLong();
    const BenchWindowStage stage(arguments.value(2, temporary.filePath(u"workspace"_s)), events);

    std::printf("| what | seconds | processor seconds | events, keys, µs or MB |\n|---|---|---|---|\n");
    auto window = openWindow(stage.workspace());
    openPanes(*window);
    measureTyping(*window);
    measureTypingStalls(*window);
    measureScrolling(*window);
    measureResizing(*window);
    measurePathFilters(*window);
    printMemory("before the huge event");
    measureHugeEvent(*window);
    stage.addSource(u"first"_s);
    measureSync(*window, u"first"_s);
    stage.addSource(u"second"_s);
    measureClosing(std::move(window), u"second"_s);
    printMemory("at the end");
    return EXIT_SUCCESS;
}
