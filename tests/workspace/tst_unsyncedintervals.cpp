// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/unsyncedintervals.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class UnsyncedIntervalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layGapsOverEachOther()
    {
        const auto ranges = unsyncedIntervals({{u"b"_s, {UtcMicros{0}, UtcMicros{10}}},
                                               {u"b"_s, {UtcMicros{30}, UtcMicros{40}}},
                                               {u"a"_s, {UtcMicros{5}, UtcMicros{10}}},
                                               {u"a"_s, {UtcMicros{40}, UtcMicros{50}}}});

        const std::vector<UnsyncedInterval> expected{{{0}, {5}, {u"b"_s}},
                                                     {{5}, {10}, {u"a"_s, u"b"_s}},
                                                     {{30}, {40}, {u"b"_s}},
                                                     {{40}, {50}, {u"a"_s}}};
        QVERIFY(ranges == expected);
        QVERIFY(unsyncedIntervals({}).empty());
    }

    void sayForEachMomentWhatTheGapsSay()
    {
        std::mt19937 random(5);
        const auto below = [&random](unsigned end) {
            return static_cast<qint64>(random() % end);
        };
        for (int round = 0; round < 200; ++round) {
            std::vector<CoverageGap> gaps;
            for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
                for (qint64 time = below(5); time < 50; time += 1 + below(10)) {
                    const qint64 end = time + 1 + below(10);
                    gaps.push_back({name, {UtcMicros{time}, UtcMicros{end}}});
                    time = end;
                }
            }

            const auto ranges = unsyncedIntervals(gaps);

            for (qint64 time = 0; time < 70; ++time) {
                QStringList expected;
                QStringList found;
                for (const CoverageGap &gap : gaps) {
                    if (gap.window.contains(UtcMicros{time}))
                        expected << gap.source;
                }
                for (const UnsyncedInterval &range : ranges) {
                    if (range.from <= UtcMicros{time} && UtcMicros{time} < range.to)
                        found << range.sources;
                }
                QCOMPARE(found, expected);
            }
        }
    }
};

TRAILGLASS_TEST(UnsyncedIntervalsTest)
#include "tst_unsyncedintervals.moc"
