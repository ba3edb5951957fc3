// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/sources/runsview.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr UtcMicros Start{1'763'720'000 * UtcMicros::PerSecond}; // 2025-11-21T10:13:20Z

RunRow runOf(qint64 number)
{
    RunRow run{
        .number = number, .source = u"work"_s, .started = Start, .ended = Start + UtcMicros::PerMinute};
    run.figures = RunRow::Figures{.requests = 12};
    return run;
}

RunHistory historyOf(const QList<RunRow> &runs)
{
    return {.source = u"work"_s,
            .lastComplete = CompleteSync{.started = Start, .ended = Start + UtcMicros::PerMinute},
            .runs = runs};
}

} // namespace

/// The runs of a source on the page of the sources.
class RunsViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<RunsView>();
        m_view->resize(900, 300);
        m_table = m_view->findChild<QTableView *>(u"runsTable"_s);
        m_headline = m_view->findChild<QLabel *>(u"lastCompleteSync"_s);
        m_details = m_view->findChild<QPlainTextEdit *>(u"runDetails"_s);
    }
    void cleanup() { m_view.reset(); }

    void requestsRunsOnlyInSight()
    {
        QSignalSpy requests(m_view.get(), &RunsView::runsRequested);
        m_view->setSource(u"work"_s);
        m_view->refresh();
        QCOMPARE(requests.size(), 0);
        m_view->show();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.first().first().toString(), u"work"_s);
        m_view->hide();
        m_view->show(); // nothing has changed
        QCOMPARE(requests.size(), 1);
        m_view->refresh();
        QCOMPARE(requests.size(), 2);
        m_view->setSource(u"work"_s);
        QCOMPARE(requests.size(), 2);
        m_view->setSource({});
        m_view->refresh();
        QCOMPARE(requests.size(), 2);
    }

    void showsFromWhenOnTheSourceIsNotKnown()
    {
        showRuns(historyOf({}));
        QVERIFY2(m_headline->text().startsWith(u"Last complete sync: started 2025-11-21 10:13:20 UTC"_s),
                 qPrintable(m_headline->text()));
        m_view->setDisplayZone(QTimeZone("Europe/Berlin"));
        QVERIFY2(m_headline->text().contains(u"2025-11-21 11:13:20 CET"_s), qPrintable(m_headline->text()));
        QVERIFY(m_details->isHidden());
    }

    void detailsFollowTheCurrentRun()
    {
        RunRow failed = runOf(2);
        failed.error = RunRow::Failure{.kind = u"server"_s, .message = u"<b>not\u202E</b> now"_s};
        showRuns(historyOf({failed, runOf(1)}));
        QCOMPARE(m_table->currentIndex().row(), 0);
        QVERIFY2(m_details->toPlainText().startsWith(u"<b>not<U+202E></b> now\n"_s),
                 qPrintable(m_details->toPlainText()));
        QTest::keyClick(m_table, Qt::Key_Down);
        QCOMPARE(m_table->currentIndex().row(), 1);
        QVERIFY(m_details->toPlainText().startsWith(u"received: "_s));
        // A new run comes above; the current one stays.
        m_view->setHistory(historyOf({runOf(3), failed, runOf(1)}));
        QCOMPARE(m_table->currentIndex().row(), 2);
        RunRow changed = runOf(1);
        changed.warnings = {u"noted later"_s};
        m_view->setHistory(historyOf({runOf(3), failed, changed}));
        QVERIFY(m_details->toPlainText().startsWith(u"noted later"_s));
    }

    void nothingOfAnotherSourceStays()
    {
        showRuns(historyOf({runOf(1)}));
        m_view->setSource(u"chat"_s);
        QCOMPARE(m_table->model()->rowCount(), 0);
        QCOMPARE(m_headline->text(), QString());
        QVERIFY(m_details->isHidden());
        m_view->setHistory(historyOf({runOf(1)})); // came too late
        m_view->setFailed(u"work"_s, u"no such source"_s);
        QCOMPARE(m_table->model()->rowCount(), 0);
        QCOMPARE(m_headline->text(), QString());
    }

    void noTextMakesItWide()
    {
        RunRow failed = runOf(1);
        failed.error = RunRow::Failure{.kind = u"server"_s, .message = QString(10'000, u'x')};
        showRuns(historyOf({failed}));
        m_view->setFailed(u"work"_s, QString(10'000, u'x'));
        QVERIFY(m_view->minimumSizeHint().width() < 300);
    }

private:
    void showRuns(const RunHistory &history)
    {
        m_view->show();
        m_view->setSource(history.source);
        m_view->setHistory(history);
    }

    std::unique_ptr<RunsView> m_view;
    QTableView *m_table = nullptr;
    QLabel *m_headline = nullptr;
    QPlainTextEdit *m_details = nullptr;
};

TRAILGLASS_GUI_TEST(RunsViewTest)
#include "tst_runsview.moc"
