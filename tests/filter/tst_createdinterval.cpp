// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/createdinterval.h"
#include "models/filter/filter.h"
#include "models/filter/querycontext.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <bitset>
#include <random>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Filter;

class CreatedIntervalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheIntervalOfTheTopTerms_data();
    void findsTheIntervalOfTheTopTerms();
    void intersectsListsLikeALoop();
    void refusesAnUnknownZone();
};

namespace {

NodePointer parsed(const QString &text)
{
    return std::get<NodePointer>(parse(text));
}

QString spelled(const TimeWindow &window)
{
    if (window.from && window.from == window.to)
        return u"nothing"_s;
    const auto end = [](std::optional<UtcMicros> time) {
        return time ? QString::fromStdString(formatTime(*time)).left(19) : QString();
    };
    return end(window.from) + u'/' + end(window.to);
}

} // namespace

void CreatedIntervalTest::findsTheIntervalOfTheTopTerms_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("interval");
    const auto row = [](const char *name, const QString &expression, const QString &interval,
                        const QString &zone = u"UTC"_s) {
        QTest::newRow(name) << expression << zone << interval;
    };
    row("nothing said", u"actor:bob"_s, u"/"_s);
    row("empty", u""_s, u"/"_s);
    row("present", u"created:*"_s, u"/"_s);
    row("month", u"created:2026-11 x"_s, u"2026-11-01T00:00:00/2026-12-01T00:00:00"_s);
    row("since", u"created:>=2026-11"_s, u"2026-11-01T00:00:00/"_s);
    row("until", u"created:<2026-11"_s, u"/2026-11-01T00:00:00"_s);
    row("relative", u"created:-7d"_s, u"2026-11-13T12:00:00/2026-11-20T12:00:00"_s);
    row("two terms", u"created:>=2026-11 created:<2026-12"_s, u"2026-11-01T00:00:00/2026-12-01T00:00:00"_s);
    row("in a group", u"(created:>=2026-11 x) created:<2026-12"_s,
        u"2026-11-01T00:00:00/2026-12-01T00:00:00"_s);
    row("two values", u"created:2026-01,2026-03"_s, u"2026-01-01T00:00:00/2026-04-01T00:00:00"_s);
    row("contradiction", u"created:2025 created:2026"_s, u"nothing"_s);
    row("negated end", u"created:2026 -created:<2026-06"_s, u"2026-06-01T00:00:00/2027-01-01T00:00:00"_s);
    row("hole inside", u"created:2026 -created:2026-06"_s, u"2026-01-01T00:00:00/2027-01-01T00:00:00"_s);
    row("negated whole", u"-created:*"_s, u"nothing"_s);
    row("negated alone", u"-created:2026"_s, u"/"_s);
    row("alternative", u"created:2026 OR x"_s, u"/"_s);
    row("received", u"received:2026"_s, u"/"_s);
    row("day the clock goes back", u"created:2026-11-01"_s, u"2026-11-01T02:30:00/2026-11-02T03:30:00"_s,
        u"America/St_Johns"_s);
}

void CreatedIntervalTest::findsTheIntervalOfTheTopTerms()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, zone);
    QFETCH(const QString, interval);
    const QueryContext context{*parseTime("2026-11-20T12:00:00Z"), zone.toLatin1()};
    const auto found = createdInterval(parsed(expression), context);
    QVERIFY(found);
    QCOMPARE(spelled(*found), interval);
}

/// Lists of years, and the years that are in all of them by a loop.
void CreatedIntervalTest::intersectsListsLikeALoop()
{
    constexpr int First = 1900;
    constexpr int Years = 60;
    std::mt19937_64 random(12);
    for (int round = 0; round < 300; ++round) {
        std::bitset<Years> left;
        left.set();
        QStringList terms;
        for (int term = 0; term < 3; ++term) {
            std::bitset<Years> listed;
            QStringList years;
            for (int year = 0; year < Years; ++year) {
                if (random() % 3 == 0)
                    continue;
                listed.set(static_cast<std::size_t>(year));
                years += QString::number(First + year);
            }
            const bool isNegated = random() % 4 == 0;
            left &= isNegated ? ~listed : listed;
            terms += (isNegated ? u"-created:"_s : u"created:"_s) + years.join(u',');
        }
        terms += u"created:%1..%2"_s.arg(First).arg(First + Years - 1);
        const auto found = createdInterval(parsed(terms.join(u' ')), {UtcMicros()});
        QVERIFY(found);
        QStringList expected;
        for (int year = 0; year < Years; ++year) {
            if (left[static_cast<std::size_t>(year)])
                expected += QString::number(First + year);
        }
        if (expected.isEmpty()) {
            QCOMPARE(found->from, found->to);
            continue;
        }
        QCOMPARE(found->from, parseTime(expected.first().toStdString() + "-01-01T00:00:00Z"));
        QCOMPARE(*found->to - 1, *parseTime(expected.last().toStdString() + "-12-31T23:59:59.999999Z"));
    }
}

void CreatedIntervalTest::refusesAnUnknownZone()
{
    const QueryContext context{UtcMicros{}, "Nowhere/Land"};
    QVERIFY(!createdInterval(parsed(u"created:2026"_s), context));
}

TRAILGLASS_TEST(CreatedIntervalTest)
#include "tst_createdinterval.moc"
