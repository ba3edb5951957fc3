// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/rowcolouring.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Colours of rows come after the rows, and never hold them up.
class RowColouringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksForAllRowsOfAPaintingAtOnce();
    void asksForNothingWithoutARule();
    void remembersRowsWithoutARuleToo();
    void dropsWhatWasFoundByEarlierRules();
    void asksAgainForWhatWasPushedOut();
    void givesUpWhatCannotBeRead();
    void reportsABrokenRuleOnce();

private:
    void setFilters(const QStringList &filters)
    {
        QList<ColourRule> rules;
        for (const QString &filter : filters)
            rules.append({filter, filter, static_cast<int>(rules.size()), true});
        m_colouring->setRules(rules, {}, [](const QString &) { return std::optional<QString>(); });
    }
    /// What was started before has run.
    static void afterATurn()
    {
        QTimer timer;
        timer.setSingleShot(true);
        QSignalSpy over(&timer, &QTimer::timeout);
        timer.start();
        QVERIFY(over.wait());
    }
    [[nodiscard]] QString nameAt(qint64 row)
    {
        const ColourRule *rule = m_colouring->ruleOf(RowId{row});
        return rule ? rule->name : QString();
    }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<RowColouring> m_colouring;
};

void RowColouringTest::init()
{
    m_colouring.reset();
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_colouring = std::make_unique<RowColouring>(*m_fetcher);
    m_colouring->setResult(newestFirst(10));
}

void RowColouringTest::asksForAllRowsOfAPaintingAtOnce()
{
    setFilters({u"outcome:failure"_s, u"@n:3"_s});
    QSignalSpy changed(m_colouring.get(), &RowColouring::changed);
    for (int painting = 0; painting < 3; ++painting) {
        for (qint64 row = 1; row <= 6; ++row)
            QCOMPARE(nameAt(row), QString());
    }

    QTRY_COMPARE(m_fetcher->waiting(), 1U);
    QCOMPARE(m_fetcher->requests().front().size(), 6U);
    m_fetcher->serveAll();

    QCOMPARE(changed.size(), 1);
    QCOMPARE(nameAt(1), u"outcome:failure"_s);
    QCOMPARE(nameAt(2), QString());
    QCOMPARE(nameAt(3), u"@n:3"_s);
    QCOMPARE(nameAt(4), u"outcome:failure"_s);
    QCOMPARE(m_fetcher->requests().size(), 1U);
}

void RowColouringTest::asksForNothingWithoutARule()
{
    QSignalSpy collected(m_colouring.get(), &RowColouring::changed);
    setFilters({u"broken:("_s});
    QCOMPARE(collected.size(), 1); // all have no colour now
    QCOMPARE(nameAt(1), QString());
    afterATurn();
    QCOMPARE(m_fetcher->requests().size(), 0U);
}

void RowColouringTest::remembersRowsWithoutARuleToo()
{
    m_fetcher->gone = {RowId{2}};
    m_fetcher->serveAutomatically();
    setFilters({u"outcome:failure"_s});
    QSignalSpy changed(m_colouring.get(), &RowColouring::changed);
    (void)nameAt(2);
    (void)nameAt(3);
    QTRY_COMPARE(changed.size(), 1);

    (void)nameAt(2);
    (void)nameAt(3);
    afterATurn();

    QCOMPARE(m_fetcher->requests().size(), 1U);
}

void RowColouringTest::dropsWhatWasFoundByEarlierRules()
{
    setFilters({u"outcome:failure"_s});
    (void)nameAt(1);
    QTRY_COMPARE(m_fetcher->waiting(), 1U);

    setFilters({u"outcome:success"_s});
    m_fetcher->serveAll();

    QCOMPARE(nameAt(1), QString());
    QTRY_COMPARE(m_fetcher->waiting(), 1U);
    m_fetcher->serveAll();
    QCOMPARE(nameAt(1), QString());
}

void RowColouringTest::asksAgainForWhatWasPushedOut()
{
    setFilters({u"outcome:failure"_s});
    (void)nameAt(1);
    QTRY_COMPARE(m_fetcher->waiting(), 1U);

    m_fetcher->failAll(ErrorKind::Cancelled);
    (void)nameAt(1);

    QTRY_COMPARE(m_fetcher->waiting(), 1U);
    m_fetcher->serveAll();
    QCOMPARE(nameAt(1), u"outcome:failure"_s);
}

void RowColouringTest::givesUpWhatCannotBeRead()
{
    setFilters({u"outcome:failure"_s});
    (void)nameAt(1);
    QTRY_COMPARE(m_fetcher->waiting(), 1U);

    m_fetcher->failAll(ErrorKind::Storage);
    (void)nameAt(1);
    afterATurn();

    QCOMPARE(m_fetcher->waiting(), 0U); // the table says what is wrong with the disk
}

void RowColouringTest::reportsABrokenRuleOnce()
{
    QSignalSpy problem(m_colouring.get(), &RowColouring::problemFound);
    setFilters({u"outcome:failure"_s, u"broken:("_s});
    QCOMPARE(problem.size(), 1);
    QCOMPARE(problem.at(0).at(0).toInt(), 1);

    (void)nameAt(1);
    QTRY_COMPARE(m_fetcher->waiting(), 1U);
    m_fetcher->serveAll();

    QCOMPARE(nameAt(1), u"outcome:failure"_s);
    QCOMPARE(problem.size(), 1);
}

TRAILGLASS_TEST(RowColouringTest)
#include "tst_rowcolouring.moc"
