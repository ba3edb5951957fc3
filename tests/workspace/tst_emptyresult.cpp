// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/emptyresult.h"

#include "models/workspace/emptyresultrunner.h"
#include "models/workspace/openworkspace.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Each as its filter and count.
QStringList described(const EmptyResultReport &report)
{
    QStringList list;
    for (const FoundAlternative &found : report.alternatives) {
        list += Filter::print(found.alternative.filter) + u" = "_s + QString::number(found.count)
            + (found.isTermUnknown ? u" unknown"_s : QString());
    }
    return list;
}

} // namespace

/// Twenty events of one microsecond each: all but each fifth by ann@example.com, half of them "read".
class EmptyResultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_workspace = std::make_unique<Workspace>();
        m_workspace->fill(20);
    }

    void findsWhatFindsSomething_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("alternatives");
        QTest::newRow("a part of a value")
            << u"actor.email:=ann"_s << QStringList(u"actor.email:~ann = 16 unknown"_s);
        QTest::newRow("another case") << u"actor.email:=ANN@example.com"_s
                                      << QStringList({u"actor.email:ANN@example.com = 16 unknown"_s,
                                                      u"actor.email:~ANN@example.com = 16 unknown"_s});
        QTest::newRow("a value beside another term")
            << u"actor.email:=ann action:write"_s
            << QStringList({u"actor.email:~ann action:write = 8 unknown"_s, u"action:write = 10"_s});
        QTest::newRow("one term is wrong") << u"actor.email:=ann@example.com message:nothing"_s
                                           << QStringList(u"actor.email:=ann@example.com = 16"_s);
        QTest::newRow("terms that exclude each other")
            << u"action:read action:write"_s << QStringList({u"action:write = 10"_s, u"action:read = 10"_s});
        QTest::newRow("nothing helps") << u"message:nothing action:none"_s << QStringList();
        QTest::newRow("another time") << u"created:2019 action:read"_s << QStringList(u"action:read = 10"_s);
        QTest::newRow("a preset") << u"preset:writes action:read"_s
                                  << QStringList({u"action:read = 10"_s, u"preset:writes = 10"_s});
    }

    void findsWhatFindsSomething()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, alternatives);
        const auto report = explain(text);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QVERIFY(report->isComplete);
        QStringList found = described(*report);
        QStringList expected = alternatives;
        found.sort();
        expected.sort();
        QCOMPARE(found, expected);
    }

    void saysThatTheEventsAreOfAnotherTime()
    {
        const auto outside = explain(u"created:2019"_s);
        QVERIFY(outside && outside->otherTime);
        QCOMPARE(outside->otherTime->from->value, (Noon + 1).value);
        QCOMPARE(outside->otherTime->to->value, (Noon + 21).value);
        QCOMPARE(outside->unsynced, QStringList(u"work"_s)); // no coverage at all
        const auto within = explain(u"action:none"_s);
        QVERIFY(within && !within->otherTime && within->unsynced.isEmpty());
    }

    void saysWhereNotEveryTermIsTried()
    {
        const auto few = explain(u"action:read action:write"_s);
        QVERIFY(few && few->isComplete && !few->hasMoreTerms);
        const auto many = explain(u"action:none "_s.repeated(Filter::MaxTermsTried + 1));
        QVERIFY(many && many->isComplete && many->hasMoreTerms);
    }

    void tellsWhatIsKnownSoFar()
    {
        QStringList steps;
        const auto report = explain(u"action:read action:write"_s, [&steps](const EmptyResultReport &part) {
            steps += QString::number(part.alternatives.size());
            QVERIFY(!part.isComplete);
        });
        QVERIFY(report);
        QCOMPARE(steps, QStringList({u"1"_s, u"2"_s}));
    }

    void endsWhenCancelled()
    {
        OpenWorkspace workspace(m_workspace->folder());
        CancelSource source;
        const CancelToken token = source.token();
        source.cancel();
        const auto report = explainEmptyResult(workspace, filter(u"action:read action:write"_s), m_presets,
                                               {Noon + UtcMicros::PerDay}, token);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    }

    void theRunnerDeliversTheNewestReportAlone()
    {
        NoonClock clock;
        EmptyResultRunner runner(m_workspace->folder(), clock);
        QList<EmptyResultReport> reports;
        connect(&runner, &EmptyResultRunner::explained, this,
                [&reports](const EmptyResultReport &report) { reports += report; });
        runner.explain(request(u"action:read action:write"_s));
        runner.explain(request(u"actor.email:=ann"_s));
        QTRY_VERIFY(!reports.isEmpty() && reports.constLast().isComplete);
        for (const EmptyResultReport &report : reports)
            QCOMPARE(Filter::print(report.filter), u"actor.email:=ann"_s);
        reports.clear();
        runner.explain(request(u"action:read action:write"_s));
        runner.cancel();
        runner.explain(request(u"preset:none a b"_s)); // says nothing: the preset is unknown
        runner.explain(request(u"actor.email:=ann"_s));
        QTRY_VERIFY(!reports.isEmpty() && reports.constLast().isComplete);
        QCOMPARE(Filter::print(reports.constFirst().filter), u"actor.email:=ann"_s);
    }

private:
    Result<EmptyResultReport> explain(const QString &text,
                                      const std::function<void(const EmptyResultReport &)> &found = {})
    {
        OpenWorkspace workspace(m_workspace->folder());
        return explainEmptyResult(workspace, filter(text), m_presets, {Noon + UtcMicros::PerDay}, {}, found);
    }

    const Filter::PresetLookup m_presets = [](const QString &name) {
        return name == u"writes"_s ? std::optional(u"action:write"_s) : std::nullopt;
    };
    std::unique_ptr<Workspace> m_workspace;
};

TRAILGLASS_TEST(EmptyResultTest)
#include "tst_emptyresult.moc"
