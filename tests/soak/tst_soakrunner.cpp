// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/soak/runner.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass::Soak;

namespace {

/// A law with a history of each seed it was run with.
class RecordedLaw : public Law
{
public:
    RecordedLaw(const QString &name, int share)
        : Law(name, share, [this](quint64 seed) { return record(seed); })
    {
    }

    QList<quint64> seeds;
    quint64 brokenSeed = 0;
    QString notRun;

private:
    Report record(quint64 seed)
    {
        seeds.append(seed);
        if (!notRun.isEmpty())
            return {.notRun = notRun};
        return {.problem = seed == brokenSeed ? u"it broke"_s : QString(),
                .tally = {.histories = 1, .syncs = 12, .kills = 3, .events = 100, .comparisons = 2}};
    }
};

/// A runner in virtual time, of which each look at the clock takes a second.
struct Stage
{
    explicit Stage(const QList<const Law *> &laws, quint64 seed = 7)
        : runner(laws, seed)
    {
        runner.elapsed = [this] {
            return time += std::chrono::seconds(1);
        };
        runner.print = [this](const QString &line) {
            lines.append(line);
        };
    }

    Runner runner;
    std::chrono::milliseconds time{0};
    QStringList lines;
};

} // namespace

class SoakRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEachLawItsShareAndSeedsInARow();
    void stopsAtABrokenLawWithTheCommandThatRepeatsIt();
    void endsAfterTheTimeAndShowsProgress();
    void endsWhenStopped();
    void aRunThatWasStoppedBreaksNoLaw();
    void saysWhichLawCannotBeRunAndWhy();
    void knowsTheLawsThatMadeThemselvesKnown();
};

void SoakRunnerTest::givesEachLawItsShareAndSeedsInARow()
{
    RecordedLaw quick(u"quick"_s, 3);
    RecordedLaw slow(u"slow"_s, 1);
    Stage stage({&quick, &slow});
    QVERIFY(stage.runner.run({.runs = 9}));
    QCOMPARE(quick.seeds, (QList<quint64>{7, 8, 9, 10, 11, 12, 13}));
    QCOMPARE(slow.seeds, (QList<quint64>{7, 8}));
    QCOMPARE(stage.lines.last().simplified(), u"all 9 108 27 900 18 0"_s);
}

void SoakRunnerTest::stopsAtABrokenLawWithTheCommandThatRepeatsIt()
{
    RecordedLaw good(u"good"_s, 1);
    RecordedLaw bad(u"bad/asana"_s, 1);
    bad.brokenSeed = 9;
    Stage stage({&good, &bad});
    QVERIFY(!stage.runner.run({.runs = 1'000}));
    QCOMPARE(bad.seeds.last(), quint64(9));
    QCOMPARE(good.seeds.size(), 3);
    QVERIFY(stage.lines.contains(u"BROKEN: bad/asana with seed 9: it broke"_s));
    QVERIFY(stage.lines.contains(u"To repeat it: scripts/soak --law bad/asana --seed 9 --runs 1"_s));
    QCOMPARE(stage.lines.last().simplified(), u"all 6 72 18 600 12 1"_s);
}

void SoakRunnerTest::endsAfterTheTimeAndShowsProgress()
{
    RecordedLaw law(u"law"_s, 1);
    Stage stage({&law});
    QVERIFY(stage.runner.run({.time = std::chrono::seconds(60)}));
    QVERIFY(!law.seeds.isEmpty());
    QVERIFY(stage.lines.first().contains(u"every law holds"_s));
    QVERIFY(stage.time < std::chrono::seconds(70));
}

void SoakRunnerTest::endsWhenStopped()
{
    RecordedLaw law(u"law"_s, 10);
    Stage stage({&law});
    stage.runner.isStopped = [&law] {
        return law.seeds.size() == 4;
    };
    QVERIFY(stage.runner.run({}));
    QCOMPARE(law.seeds.size(), 4);
}

/// Ctrl+C has ended the processes of the run, too.
void SoakRunnerTest::aRunThatWasStoppedBreaksNoLaw()
{
    RecordedLaw law(u"law"_s, 1);
    law.brokenSeed = 9;
    Stage stage({&law});
    stage.runner.isStopped = [&law] {
        return law.seeds.contains(law.brokenSeed);
    };
    QVERIFY(stage.runner.run({}));
    QCOMPARE(law.seeds.last(), law.brokenSeed);
    QCOMPARE(stage.lines.last().simplified(), u"all 3 36 9 300 6 0"_s);
}

/// At once, as a run may take hours, and at the end.
void SoakRunnerTest::saysWhichLawCannotBeRunAndWhy()
{
    RecordedLaw good(u"good"_s, 1);
    RecordedLaw disk(u"disk"_s, 1);
    disk.notRun = u"this system has none"_s;
    Stage stage({&good, &disk});
    QVERIFY(stage.runner.run({.runs = 6}));
    QCOMPARE(disk.seeds.size(), 3);
    const QString sentence = u"disk: not run, this system has none."_s;
    QCOMPARE(stage.lines.first(), sentence);
    QCOMPARE(stage.lines.last(), sentence);
    QCOMPARE(stage.lines.count(sentence), 2);
    QCOMPARE(stage.lines.at(stage.lines.size() - 2).simplified(), u"all 3 36 9 300 6 0"_s);
}

void SoakRunnerTest::knowsTheLawsThatMadeThemselvesKnown()
{
    const Law law(u"a law of this test"_s, 1, [](quint64) { return Report(); });
    QVERIFY(Law::all().contains(&law));
}

TRAILGLASS_TEST(SoakRunnerTest)
#include "tst_soakrunner.moc"
