// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/drivenwindow.h"

#include "tests/benchmarks/eventloopwait.h"
#include "tests/benchmarks/measurement.h"
#include "views/events/eventsview.h"
#include "views/window/mainwindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace Trailglass::Benchmarks {

namespace {

constexpr int QuietTime =
    1'500; // ms without a change after which everything that was begun is taken to be over

} // namespace

DrivenWindow::DrivenWindow(const QString &workspace, const std::optional<ShownArchive> &archive)
{
    Options options;
    options.workspace = workspace;
    options.hasFilter = true; // no filter of a run before
    const WorkspaceWindow::Dependencies dependencies{m_keychain, m_clock,
                                                     m_settings.filePath(u"settings.ini"_s)};
    m_window = std::make_unique<WorkspaceWindow>(options, dependencies, archive);
    orExit(m_window->open());
    m_filter = window().findChild<QLineEdit *>(u"queryEdit"_s);
    m_events = window().findChild<EventsView *>(u"eventsView"_s);
    m_table = window().findChild<EventTable *>(u"eventTable"_s);
    m_count = window().findChild<QLabel *>(u"countText"_s);
}

QString DrivenWindow::countText() const
{
    return m_count->text();
}

qint64 DrivenWindow::rows() const
{
    const ResultPointer &result = m_events->model().snapshot();
    return result ? static_cast<qint64>(result->size()) : 0;
}

/// The status bar counts what is whole only: beside a part of a result it says how far the search is.
bool DrivenWindow::isResultOf(qint64 events) const
{
    const QString beginning = QLocale().toString(events) + " of "_L1;
    return rows() == events && countText().startsWith(beginning);
}

bool DrivenWindow::areRowsHere() const
{
    const auto [first, end] = m_table->rowsWithin(m_table->viewport()->rect());
    bool areHere = m_table->isVisible() && first < end;
    for (int row = first; row < end; ++row)
        areHere = areHere && m_events->model().record(row);
    return areHere;
}

void DrivenWindow::waitForFirstResult()
{
    waitUntil([this] { return areRowsHere() && isResultOf(rows()); }, "The first result");
    settle();
}

void DrivenWindow::settle()
{
    passTime(QuietTime);
    QString before;
    while (before != countText()) {
        before = countText();
        passTime(QuietTime);
    }
}

qint64 DrivenWindow::show(const QString &filter)
{
    const ResultPointer before = m_events->model().snapshot();
    m_filter->setText(filter);
    waitUntil([&] { return m_events->model().snapshot() != before && isResultOf(rows()); }, "The result");
    return rows();
}

double DrivenWindow::press(QChar key, const std::function<bool()> &isShown)
{
    const Cost cost = costOf([&] {
        QTest::keyClick(m_filter, key.toLatin1());
        waitUntil([&] { return isShown() && areRowsHere(); }, "The result");
        m_table->viewport()->repaint();
    });
    return cost.seconds;
}

} // namespace Trailglass::Benchmarks
