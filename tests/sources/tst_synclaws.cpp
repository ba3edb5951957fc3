// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include "tests/sources/history.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// Of each weather of each vendor, with twelve runs each: with the smaller number some 200 histories with 2,400 runs.
/// scripts/soak has as many as there is time for.
constexpr quint32 Histories = generatedCases<quint32>(12, 4);

} // namespace

/// The laws of syncing, over generated histories: see History.
class SyncLawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostWhateverHappens_data();
    void nothingIsLostWhateverHappens();
};

void SyncLawsTest::nothingIsLostWhateverHappens_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<Weather>("weather");
    for (const Vendor vendor :
         {Vendor::Asana, Vendor::Secoda, Vendor::Datafold, Vendor::Paradime, Vendor::Nected}) {
        for (const Weather &weather : weathersOf(vendor))
            QTest::addRow("%s, %s", name(vendor).data(), weather.name) << vendor << weather;
    }
}

void SyncLawsTest::nothingIsLostWhateverHappens()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const Weather, weather);
    for (quint32 seed = 1; seed <= Histories; ++seed) {
        const QString problem = History(vendor, seed, weather).live();
        QVERIFY2(problem.isEmpty(), qPrintable(u"History %1: %2"_s.arg(seed).arg(problem)));
    }
}

TRAILGLASS_TEST(SyncLawsTest)
#include "tst_synclaws.moc"
