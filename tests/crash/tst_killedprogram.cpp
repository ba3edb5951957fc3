// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/schema.h"
#include "tests/crash/killscenario.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 Seed = 7;

} // namespace

/// The real program, killed at a few random moments of each kind of work; at thousands of them: tests/soak.
class KilledProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnWhereItWas_data();
    void goesOnWhereItWas();
};

void KilledProgramTest::goesOnWhereItWas_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<quint64>("seed");
    for (std::size_t number = 0; number < killScenarios().size(); ++number) {
        const QByteArray &scenario = killScenarios()[number].name;
        // Of migrations, a seed for each version that there was.
        const quint64 first = scenario == "migration" ? quint64{1} : Seed;
        const quint64 last = scenario == "migration" ? quint64{Schema::Version - 1} : Seed;
        for (quint64 seed = first; seed <= last; ++seed)
            QTest::addRow("%s, seed %llu", scenario.constData(), seed) << static_cast<int>(number) << seed;
    }
}

void KilledProgramTest::goesOnWhereItWas()
{
    QFETCH(const int, number);
    QFETCH(const quint64, seed);
    Support::Random random(seed, QTest::currentDataTag());
    const auto scenario = killScenarios()[static_cast<std::size_t>(number)].make(seed);
    const QString problem = scenario->live(random, 2);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(scenario->kills() > 0);
}

TRAILGLASS_TEST(KilledProgramTest)
#include "tst_killedprogram.moc"
