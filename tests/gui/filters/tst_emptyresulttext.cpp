// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/emptyresulttext.h"

#include "models/filter/filter.h"
#include "tests/runner/testclass.h"

#include <QLocale>
#include <QtTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

using Kind = Filter::FilterAlternative::Kind;

Filter::NodePointer parsed(const QString &text)
{
    return std::get<Filter::NodePointer>(Filter::parse(text));
}

/// A report in which every alternative of these kinds finds so many events.
EmptyResultReport report(const QString &text, const std::set<Kind> &kinds, qint64 count,
                         bool isTermUnknown = false)
{
    EmptyResultReport report{.filter = parsed(text)};
    for (const Filter::FilterAlternative &alternative : Filter::alternativesTo(report.filter)) {
        if (kinds.contains(alternative.kind))
            report.alternatives.push_back({alternative, count, isTermUnknown});
    }
    report.isComplete = true;
    return report;
}

QString reason(const EmptyResultReport &report)
{
    return EmptyResultText::reason(report, {*parseTime("2026-11-20T12:00:00Z"), "America/St_Johns"});
}

} // namespace

class EmptyResultTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void saysWhatFindsSomething_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isTermUnknown");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *title, const QString &text, Kind kind, bool isTermUnknown,
                            const QString &sentence) {
            QTest::newRow(title) << text << static_cast<int>(kind) << isTermUnknown << sentence;
        };
        row("of no event", u"actor:=ana"_s, Kind::Contains, true,
            u"No event has exactly “ana” as “actor”. Events that contain it: 199,759 · actor:~ana"_s);
        row("of other events", u"actor:=ana"_s, Kind::Contains, false,
            u"Events that contain “ana” in “actor”: 199,759 · actor:~ana"_s);
        row("several values", u"actor:=ana,bob"_s, Kind::Contains, true,
            u"Events that contain one of these values in “actor”: 199,759 · actor:~ana,bob"_s);
        row("another case", u"actor:=ANA"_s, Kind::OtherCase, true,
            u"Events in upper or lower case: 199,759 · actor:ANA"_s);
        row("without", u"-op:auth x"_s, Kind::WithoutTerm, false,
            u"Events without the term -op:auth: 199,759"_s);
        row("any time", u"created:-7d"_s, Kind::AnyTime, false,
            u"Events at any time, without created:-7d: 199,759"_s);
    }

    void saysWhatFindsSomething()
    {
        QFETCH(const QString, text);
        QFETCH(const int, kind);
        QFETCH(const bool, isTermUnknown);
        QFETCH(const QString, sentence);
        const auto found = report(text, {static_cast<Kind>(kind)}, 199'759, isTermUnknown);
        QCOMPARE(EmptyResultText::suggestions(found).constFirst(), sentence);
    }

    void namesTheOneTermThatIsWrong()
    {
        auto found = report(u"actor:ana op:auth"_s, {Kind::WithoutTerm}, 5);
        QCOMPARE(reason(found), u"No event matches this filter."_s); // either is
        found.alternatives.pop_back();
        QCOMPARE(reason(found), u"Only “actor:ana” matches no event together with the other terms."_s);
        found.isComplete = false; // another one may follow
        QCOMPARE(reason(found), u"No event matches this filter."_s);
        found.isComplete = true;
        found.hasMoreTerms = true; // there was no end to them
        QCOMPARE(reason(found), u"No event matches this filter."_s);
    }

    void namesNoTermWhereItIsNotTheOnlyOne_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("of one term") << u"created:-7d"_s;
        QTest::newRow("two times") << u"created:>2026 x created:<2027"_s;
    }

    void namesNoTermWhereItIsNotTheOnlyOne()
    {
        QFETCH(const QString, text);
        QCOMPARE(reason(report(text, {Kind::AnyTime}, 5)), u"No event matches this filter."_s);
    }

    void saysWhereTheEventsAre()
    {
        EmptyResultReport found = report(u"created:2019"_s, {}, 0);
        found.otherTime = TimeWindow{parseTime("2026-11-13T03:30:00Z"), parseTime("2026-11-14T03:30:00Z")};
        QCOMPARE(reason(found),
                 u"All events are outside of the time of the filter: 2026-11-13 00:00 – "
                 u"2026-11-14 00:00 · "
                 "America/St_Johns."_s);
        QVERIFY(EmptyResultText::sourcesAction(found).isEmpty());
        found.unsynced = {u"work"_s};
        QCOMPARE(EmptyResultText::sourcesAction(found), u"Show the source"_s);
        found.unsynced = {u"work"_s, u"diffs"_s};
        QCOMPARE(EmptyResultText::sourcesAction(found), u"Show the sources"_s);
        QVERIFY(reason(found).endsWith(u"Not synced for all of that time: work, diffs."_s));
        for (int number = 0; number < 20; ++number)
            found.unsynced += u"s%1"_s.arg(number);
        QVERIFY(reason(found).endsWith(u"s2 and 17 more."_s));
    }

    void cutsLongValues()
    {
        const QString evil = QString(50'000, u'x');
        const auto found = report(u"actor:="_s + evil, {Kind::Contains}, 5, true);
        QVERIFY(EmptyResultText::suggestions(found).constFirst().size() < 300);
    }
};

TRAILGLASS_TEST(EmptyResultTextTest)
#include "tst_emptyresulttext.moc"
