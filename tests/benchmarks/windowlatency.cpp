// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/windowlatency.h"

#include "views/window/mainwindow.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTimer>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Benchmarks {

namespace {

constexpr int LongestWait = 600'000; // ms; a guard against hanging, not a measure
constexpr int QuietTime =
    1'500; // ms without a change after which everything that was begun is taken to be over

/// Looks each 2 ms: the waits of QTest look less often.
/// \returns whether \a condition came true
template <class Condition>
bool comesTrue(const Condition &condition, int milliseconds)
{
    QEventLoop loop;
    QTimer looks;
    QObject::connect(&looks, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.exit(1);
    });
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    looks.start(2);
    return condition() || loop.exec() == 1;
}

template <class Condition>
void waitUntil(const Condition &condition, const char *what)
{
    if (!comesTrue(condition, LongestWait))
        leave(QString(QLatin1StringView(what) + " does not come."_L1));
}

void waitQuietly()
{
    static_cast<void>(comesTrue([] { return false; }, QuietTime));
}

} // namespace

WindowLatency::WindowLatency(const QString &workspace, const std::optional<ShownArchive> &archive)
{
    Options options;
    options.workspace = workspace;
    options.hasFilter = true; // no filter of a run before
    const WorkspaceWindow::Dependencies dependencies{m_keychain, m_clock,
                                                     m_settings.filePath(u"settings.ini"_s)};
    m_window = std::make_unique<WorkspaceWindow>(options, dependencies, archive);
    orExit(m_window->open());
    m_edit = m_window->window().findChild<QLineEdit *>(u"queryEdit"_s);
    m_table = m_window->window().findChild<QTableView *>(u"eventTable"_s);
    waitUntil([this] { return isPainted() && !shown().isEmpty(); }, "The first result");
    settle();
}

QString WindowLatency::shown() const
{
    return m_window->window().findChild<QLabel *>(u"countText"_s)->text();
}

/// Whether the rows in sight are there, not only their places.
bool WindowLatency::isPainted() const
{
    return m_table->isVisible() && m_table->model()->rowCount() > 0
        && !m_table->indexAt({4, 4}).siblingAtColumn(0).data().toString().isEmpty();
}

/// Facets and whatever follows a result.
void WindowLatency::settle()
{
    waitQuietly();
    QString before;
    while (before != shown()) {
        before = shown();
        waitQuietly();
    }
}

/// In seconds.
double WindowLatency::roundOf(const QString &filter)
{
    m_edit->clear();
    settle();
    m_edit->setFocus();
    m_edit->setText(filter.chopped(1));
    settle();
    const QString before = shown();
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(m_edit, filter.back().toLatin1());
    waitUntil([this, &before] { return shown() != before && shown().contains(u" of "_s) && isPainted(); },
              "The result");
    m_table->viewport()->repaint();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

Cost WindowLatency::ofLastKey(const QString &filter, qint64 &found)
{
    Cost best{1e9, 0};
    for (int round = 0; round < Rounds; ++round)
        best.seconds = std::min(best.seconds, roundOf(filter));
    found = m_table->model()->rowCount();
    return best;
}

} // namespace Trailglass::Benchmarks
