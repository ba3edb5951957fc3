// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/coveragegaps.h"
#include "tests/runner/testclass.h"

#include <QStringList>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// `3-7` is [3, 7); a missing number is an unbounded end.
TimeWindow windowOf(const QString &text)
{
    const auto end = [](const QString &number) {
        return number.isEmpty() ? std::optional<UtcMicros>() : UtcMicros{number.toLongLong()};
    };
    const QStringList ends = text.split(u'-');
    return {end(ends.value(0)), end(ends.value(1))};
}

QString textOf(const TimeWindow &window)
{
    const auto end = [](const std::optional<UtcMicros> &time) {
        return time ? QString::number(time->value) : QString();
    };
    return QString(end(window.from) + u'-' + end(window.to));
}

} // namespace

class CoverageGapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areWhatNoEntryCovers_data();
    void areWhatNoEntryCovers();
};

void CoverageGapsTest::areWhatNoEntryCovers_data()
{
    QTest::addColumn<QString>("entries");
    QTest::addColumn<QString>("window");
    QTest::addColumn<QString>("gaps");
    QTest::newRow("never synced") << u""_s << u"3-7"_s << u"3-7"_s;
    QTest::newRow("never synced, no bounds") << u""_s << u"-"_s << u"-"_s;
    QTest::newRow("all of it") << u"3-7"_s << u"3-7"_s << u""_s;
    QTest::newRow("everything was requested") << u"-"_s << u"3-7"_s << u""_s;
    QTest::newRow("everything, and no bounds") << u"-"_s << u"-"_s << u""_s;
    QTest::newRow("before") << u"5-9"_s << u"3-7"_s << u"3-5"_s;
    QTest::newRow("after") << u"1-5"_s << u"3-7"_s << u"5-7"_s;
    QTest::newRow("between") << u"1-4 6-9"_s << u"3-7"_s << u"4-6"_s;
    QTest::newRow("several, in no order") << u"8-9 2-3 5-6"_s << u"1-10"_s << u"1-2 3-5 6-8 9-10"_s;
    QTest::newRow("touching") << u"3-5 5-7"_s << u"3-7"_s << u""_s;
    QTest::newRow("overlapping") << u"2-6 3-4 5-9"_s << u"1-9"_s << u"1-2"_s;
    QTest::newRow("outside, before") << u"1-3"_s << u"3-7"_s << u"3-7"_s;
    QTest::newRow("outside, after") << u"7-9"_s << u"3-7"_s << u"3-7"_s;
    QTest::newRow("without a start") << u"-5"_s << u"3-7"_s << u"5-7"_s;
    QTest::newRow("without an end") << u"5-"_s << u"3-7"_s << u"3-5"_s;
    QTest::newRow("a window without a start") << u"3-7"_s << u"-7"_s << u"-3"_s;
    QTest::newRow("a window without an end") << u"3-7"_s << u"3-"_s << u"7-"_s;
    QTest::newRow("a window without bounds") << u"3-5 6-7"_s << u"-"_s << u"-3 5-6 7-"_s;
}

void CoverageGapsTest::areWhatNoEntryCovers()
{
    QFETCH(QString, entries);
    QFETCH(QString, window);
    QFETCH(QString, gaps);
    std::vector<CoverageEntry> ledger;
    for (const QString &entry : entries.split(u' ', Qt::SkipEmptyParts))
        ledger.push_back({.window = windowOf(entry), .answered = {}, .pages = 1});
    QStringList found;
    for (const TimeWindow &gap : uncoveredTimes(ledger, windowOf(window)))
        found.append(textOf(gap));
    QCOMPARE(found.join(u' '), gaps);
}

TRAILGLASS_TEST(CoverageGapsTest)
#include "tst_coveragegaps.moc"
