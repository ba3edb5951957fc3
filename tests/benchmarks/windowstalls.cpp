// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/windowstalls.h"

#include "tests/benchmarks/drivenwindow.h"
#include "tests/benchmarks/eventloopwait.h"
#include "tests/benchmarks/measurement.h"
#include "tests/benchmarks/stallwatch.h"
#include "views/events/eventtable.h"
#include "views/inspector/inspectorpane.h"
#include "views/inspector/longtextedit.h"
#include "views/sources/sourcespane.h"
#include "views/window/mainwindow.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Benchmarks {

namespace {

constexpr int MaxScrolled = 4'000; // pages
constexpr int FollowingTime = 1'500; // ms, for what follows a result

void printStall(const std::string &when, StallWatch &stalls)
{
    printMicroseconds("longest stall " + when, stalls.longest());
}

void waitForSource(DrivenWindow &window, const QString &name)
{
    const SourceTableModel &sources = window.window().findChild<SourcesPane *>(u"sourcesPane"_s)->model();
    const auto isListed = [&sources, &name] {
        return std::ranges::any_of(sources.rows(),
                                   [&name](const SourceRow &row) { return row.name == name; });
    };
    waitUntil(isListed, "The new source");
}

} // namespace

void measureTypingStalls(DrivenWindow &window)
{
    constexpr int FastKeyInterval = 40; // ms
    window.filterEdit().setFocus();
    StallWatch stalls;
    for (const QString &text : {u"user_login"_s, u"action:task_deleted outcome:success"_s,
                                u"op:auth -actor:ann"_s, u"@context.client_ip_address:10.0.0.0/8"_s}) {
        window.filterEdit().clear();
        for (const QChar character : text) {
            QTest::keyClick(&window.filterEdit(), character.toLatin1());
            passTime(FastKeyInterval);
        }
        passTime(FollowingTime);
    }
    window.filterEdit().clear();
    window.settle();
    printStall("while typing filters", stalls);
}

void measureScrolling(DrivenWindow &window)
{
    EventTable &table = window.table();
    QScrollBar *bar = table.verticalScrollBar();
    table.setFocus();
    const int pages = std::max(1, (bar->maximum() - bar->minimum()) / bar->pageStep());
    const int step = std::max(1, pages / MaxScrolled) * bar->pageStep();
    double longest = 0;
    StallWatch stalls;
    for (int place = 0; place <= bar->maximum(); place += step) {
        const Cost cost = costOf([&] {
            bar->setValue(place);
            table.viewport()->repaint();
        });
        longest = std::max(longest, cost.seconds);
        passTime(1);
    }
    printMicroseconds("longest step while scrolling by pages", longest);
    printStall("while scrolling", stalls);
    bar->setValue(0);
}

void measureResizing(DrivenWindow &window, const std::string &beside)
{
    MainWindow &shown = window.window();
    const QSize before = shown.size();
    StallWatch stalls;
    for (int step = 0; step < 20; ++step) {
        shown.resize(before + QSize(step % 2 == 0 ? 40 : -40, step % 2 == 0 ? -30 : 30));
        passTime(60);
    }
    printStall("while the window changes its size" + beside, stalls);
    shown.resize(before);
    passTime(500);
}

void measurePathFilters(DrivenWindow &window)
{
    const auto show = [&window](const QString &filter, const std::string &when) {
        StallWatch stalls;
        window.show(filter);
        passTime(FollowingTime);
        printStall(when, stalls);
    };
    show(u"@context.client_ip_address:*"_s, "with a path that is there");
    EventTable &table = window.table();
    table.setCurrentIndex(table.model()->index(table.model()->rowCount() / 2, 0));
    show(u"@context.client_ip_address:/[02468]$/"_s, "with a pattern for a path");
    measureResizing(window, ", with that pattern");
    show({}, "when the filter is cleared");
}

void measureHugeEvent(DrivenWindow &window)
{
    window.show(u"action:huge_event"_s);
    waitUntil([&window] { return window.areRowsHere(); }, "The huge event");
    auto *inspector = window.window().findChild<InspectorPane *>(u"inspector"_s);
    const auto *edit = inspector->findChild<LongTextEdit *>(u"rawText"_s);
    auto *next = inspector->findChild<QToolButton *>(u"nextPart"_s);
    {
        StallWatch stalls;
        window.table().setCurrentIndex(window.table().model()->index(0, 0));
        inspector->setTab(InspectorPane::RawTab);
        waitUntil([next] { return next->isVisible(); }, "The huge event in the inspector");
        printStall("while a huge event is shown", stalls);
    }
    StallWatch stalls;
    const Cost cost = costOf([&] {
        while (next->isEnabled()) {
            next->click();
            waitUntil([edit] { return !edit->isLayingOut(); }, "The next part of the huge event");
        }
    });
    printStall("while part after part of it is laid out", stalls);
    printMicroseconds("all parts laid out", cost.seconds);
    measureResizing(window, ", with the huge event");
    window.show({});
    passTime(FollowingTime);
    printStall("until it is left", stalls);
}

void measureSync(DrivenWindow &window, const QString &source)
{
    waitForSource(window, source);
    const WindowActions &actions = window.window().actions();
    StallWatch stalls;
    const Cost cost = costOf([&actions] {
        actions.syncAll->trigger();
        waitUntil([&actions] { return actions.cancelSync->isEnabled(); }, "The beginning of the sync");
        waitUntil([&actions] { return !actions.cancelSync->isEnabled(); }, "The end of the sync");
    });
    passTime(2'000);
    printStall("while syncing", stalls);
    printMicroseconds("the sync", cost.seconds);
}

void measureClosing(std::unique_ptr<DrivenWindow> window, const QString &source)
{
    waitForSource(*window, source);
    const auto *text = window->window().findChild<QLabel *>(u"syncText"_s);
    const QAction *cancel = window->window().actions().cancelSync;
    window->window().actions().syncAll->trigger();
    waitUntil([cancel] { return cancel->isEnabled(); }, "The beginning of the sync");
    waitUntil([text, cancel] { return text->text().contains(u"events"_s) || !cancel->isEnabled(); },
              "The sync's first page");
    if (!cancel->isEnabled()) {
        const auto *pane = window->window().findChild<QWidget *>(u"sourcesPane"_s);
        leave("There is no sync to close the window in: "_L1
              + pane->findChild<QLabel *>(u"messageText"_s)->text());
    }
    const Cost cost = costOf([&window] {
        window->window().close();
        window.reset();
    });
    printMicroseconds("close and destroy during a sync", cost.seconds);
}

} // namespace Trailglass::Benchmarks
