// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/events/eventsview.h"
#include "views/events/eventtable.h"

#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// When the rows are requested that the reader has before them.
class RowsInSightTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void areRequestedBeforeTheyArePainted();
    void areThoseOfTheInspectedEventWhereItIsThereAgain();
    void areNoneWhereNobodyLooks();

private:
    [[nodiscard]] std::size_t requests() const { return m_fetcher->requests().size(); }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
};

void RowsInSightTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_fetcher->serveAutomatically();
    m_view = std::make_unique<EventsView>(*m_fetcher);
    m_view->resize(900, 400);
    m_view->setResult(newestFirst(500), false);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
    QTRY_VERIFY(m_view->model().record(0));
}

void RowsInSightTest::cleanup()
{
    m_view.reset();
    m_fetcher.reset();
}

void RowsInSightTest::areRequestedBeforeTheyArePainted()
{
    const std::size_t before = requests();
    m_view->setResult(newestFirst(300), false);
    QCOMPARE(requests(), before + 1);
    QCOMPARE(m_fetcher->requests().back().front(), RowId{300});

    QTRY_VERIFY(m_view->model().record(0));
    m_table->viewport()->grab();
    QCOMPARE(requests(), before + 1); // painting needs nothing more
}

void RowsInSightTest::areThoseOfTheInspectedEventWhereItIsThereAgain()
{
    m_table->setCurrentIndex(m_view->model().index(0, 0)); // event 500
    std::vector<qint64> rows;
    for (qint64 row = 1; row <= 500; ++row)
        rows.push_back(row);
    const std::size_t before = requests();

    m_view->setResult(snapshotOf(rows), false); // it is the last one

    QVERIFY(m_table->verticalScrollBar()->value() > 400);
    QCOMPARE(requests(), before + 1);
    QCOMPARE(m_fetcher->requests().back().back(), RowId{500});
}

void RowsInSightTest::areNoneWhereNobodyLooks()
{
    m_view->hide();
    const std::size_t before = requests();
    m_view->setResult(newestFirst(300), false);
    QCOMPARE(requests(), before);
}

TRAILGLASS_GUI_TEST(RowsInSightTest)
#include "tst_rowsinsight.moc"
