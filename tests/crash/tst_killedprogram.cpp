// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/crash/killscenario.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// The real program, killed at a few random moments of each kind of work; at thousands of them: tests/soak.
class KilledProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnWhereItWas_data();
    void goesOnWhereItWas();
    void cleanupTestCase() { QVERIFY(m_kills > 0); }

private:
    int m_kills = 0;
};

void KilledProgramTest::goesOnWhereItWas_data()
{
    QTest::addColumn<int>("number");
    for (std::size_t number = 0; number < killScenarios().size(); ++number)
        QTest::newRow(killScenarios()[number].name.constData()) << static_cast<int>(number);
}

void KilledProgramTest::goesOnWhereItWas()
{
    QFETCH(const int, number);
    constexpr quint64 Seed = 7;
    Trailglass::Support::Random random(Seed, QTest::currentDataTag());
    const auto scenario = killScenarios()[static_cast<std::size_t>(number)].make(Seed);
    const QString problem = scenario->live(random, 2);
    m_kills += scenario->kills();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

TRAILGLASS_TEST(KilledProgramTest)
#include "tst_killedprogram.moc"
