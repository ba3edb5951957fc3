// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/integrity.h"
#include "models/store/treecheck.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "tests/store/treehistory.h"
#include "tests/support/sanitizers.h"

#include <QRegularExpression>
#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// The tree of a workspace, whatever happens to it.
class TreeLawTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void isThatOfRfc9162OverWhatWasStoredInItsOrder_data();
    void isThatOfRfc9162OverWhatWasStoredInItsOrder();
    void historiesHadEveryFault();

private:
    TreeHistory::Faults m_faults; ///< of all histories
    bool m_areAll = false; ///< histories, to the last one
};

void TreeLawTest::isThatOfRfc9162OverWhatWasStoredInItsOrder_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= generatedCases(24U, 6U); ++seed)
        QTest::addRow("history %u", seed) << seed;
}

void TreeLawTest::isThatOfRfc9162OverWhatWasStoredInItsOrder()
{
    QFETCH(unsigned, seed);
    TreeHistory history(seed);
    for (int step = 0; step < 40; ++step) {
        history.step();
        if (const QString problem = history.compare(); !problem.isEmpty())
            QFAIL(qPrintable(u"after step %1: %2"_s.arg(step).arg(problem)));
        if (step % 10 != 9)
            continue;
        const Result<TreeVerdict> verdict = checkTree(history.folder(), {}, {});
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isIntact(),
                 verdict->problems.empty() ? "" : qPrintable(verdict->problems.front().sentence));
    }
    m_faults.failed += history.faults().failed;
    m_faults.killed += history.faults().killed;
    m_faults.lost += history.faults().lost;
    m_areAll = seed == generatedCases(24U, 6U);
    history.end();
    QCOMPARE(history.compare(), QString());
    const Result<TreeVerdict> verdict = checkTree(history.folder(), {}, {});
    VERIFY_RESULT(verdict);
    QVERIFY2(verdict->isIntact(),
             verdict->problems.empty() ? "" : qPrintable(verdict->problems.front().sentence));
    QCOMPARE(verdict->size, history.size());
    QCOMPARE(verdict->events, history.eventLeaves());
    QCOMPARE(verdict->records, history.recordLeaves());
    QCOMPARE(verdict->gone, history.goneLeaves());
    QCOMPARE(*checkIntegrity(history.folder(), {}), QStringList());
}

/// Otherwise the law above would say nothing of them.
void TreeLawTest::historiesHadEveryFault()
{
    if (!m_areAll)
        QSKIP("Not all histories were run.");
    QVERIFY(m_faults.failed > 0);
    QVERIFY(m_faults.killed > 0);
    QVERIFY(m_faults.lost > 0);
}

TRAILGLASS_TEST(TreeLawTest)
#include "tst_treelaw.moc"
