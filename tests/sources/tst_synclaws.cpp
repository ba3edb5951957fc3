// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include "tests/sources/history.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// Of each weather of each vendor, with twelve runs each: with the smaller number some 200 histories with 2,400 runs.
/// scripts/soak has as many as there is time for.
constexpr quint32 Histories = generatedCases<quint32>(12, 4);

/// Of each weather in which events change.
constexpr quint32 ChangingHistories = generatedCases<quint32>(8, 2);

constexpr std::array Vendors{Vendor::Asana, Vendor::Secoda, Vendor::Datafold, Vendor::Paradime,
                             Vendor::Nected};

/// \returns what is wrong with the first history that breaks a law; empty when all hold
QString problemOf(Vendor vendor, const Weather &weather, quint32 histories)
{
    for (quint32 seed = 1; seed <= histories; ++seed) {
        const QString problem = History(vendor, seed, weather).live();
        if (!problem.isEmpty())
            return u"History %1: %2"_s.arg(seed).arg(problem);
    }
    return {};
}

} // namespace

/// The laws of syncing, over generated histories: see History.
class SyncLawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostWhateverHappens_data();
    void nothingIsLostWhateverHappens();
    void aChangedEventIsReadInItsNewestVersion_data();
    void aChangedEventIsReadInItsNewestVersion();
};

void SyncLawsTest::nothingIsLostWhateverHappens_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<Weather>("weather");
    for (const Vendor vendor : Vendors) {
        for (const Weather &weather : weathersOf(vendor))
            QTest::addRow("%s, %s", name(vendor).data(), weather.name) << vendor << weather;
    }
}

void SyncLawsTest::nothingIsLostWhateverHappens()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const Weather, weather);
    const QString problem = problemOf(vendor, weather, Histories);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void SyncLawsTest::aChangedEventIsReadInItsNewestVersion_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<Weather>("weather");
    for (const Vendor vendor : Vendors) {
        for (const Weather &weather : changingWeathers())
            QTest::addRow("%s, %s", name(vendor).data(), weather.name) << vendor << weather;
    }
}

/// What is stored of it: soak.changes.
void SyncLawsTest::aChangedEventIsReadInItsNewestVersion()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const Weather, weather);
    const QString problem = problemOf(vendor, weather, ChangingHistories);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

TRAILGLASS_TEST(SyncLawsTest)
#include "tst_synclaws.moc"
