// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/sourcetakeover.h"

#include "models/archive/archiveledger.h"
#include "models/archive/batchwriter.h"
#include "models/archive/rowbinary.h"
#include "models/archive/snapshotsql.h"
#include "models/store/eventreader.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/besides.h"
#include "tests/archive/enginerows.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

using Counts = std::map<std::string, qint64>;

/// Each event of the archive, by source and id, and how often it counts.
Counts countsIn(const ArchiveStage &stage)
{
    const auto session = stage.open();
    const auto state = ArchiveLedger::state(**session, {});
    const auto bytes =
        (*session)->ask("SELECT source, id, toInt64(sum(sign))" + fromEvents(state->watermark, "1")
                            + " GROUP BY source, id HAVING sum(sign) != 0",
                        {});
    Counts counts;
    RowBinaryReader reader(*bytes);
    while (!reader.atEnd()) {
        std::string event(reader.readText());
        event += ' ';
        event += reader.readText();
        counts.emplace(event, reader.readInt64());
    }
    return counts;
}

/// Events that count once.
Counts events(int first, int last, const std::string &source = "asana-main")
{
    Counts counts;
    for (int number = first; number <= last; ++number)
        counts.emplace(source + " e" + std::to_string(number), 1);
    return counts;
}

Counts together(Counts some, const Counts &others)
{
    some.insert(others.begin(), others.end());
    return some;
}

Result<ClaimReport> claim(const ArchiveStage &stage, const PushWorkspace &workspace, ClaimPlan plan)
{
    plan.name = workspace.name();
    plan.wait = [](std::chrono::milliseconds, const CancelToken &) {
    };
    return besides([&]() -> Result<ClaimReport> {
        TRY(const auto reader, EventReader::open(workspace.folder()));
        TRY(const auto session, stage.open());
        const ManualClock clock("2026-11-30T12:00:00Z");
        return claimSource(*reader, *session, plan, clock, {});
    });
}

Result<ClaimReport> takeOver(const ArchiveStage &stage, const PushWorkspace &workspace, const QString &source)
{
    return claim(stage, workspace, {.source = source, .name = {}, .takesOver = true});
}

ClaimReport heldBy(const QString &workspace, qint64 events)
{
    return {.heldBy = SourceHolder{workspace, events}};
}

} // namespace

/// Sources that go from one workspace to another.
class SourceTakeoverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void asksBeforeItTakesOver_data() { EngineRows::add(); }
    void asksBeforeItTakesOver();
    void countsEachEventOnceAfterwards_data() { EngineRows::add(); }
    void countsEachEventOnceAfterwards();
    void eventsThatComeLaterCountOnceToo_data() { EngineRows::add(); }
    void eventsThatComeLaterCountOnceToo();
    void theFormerOwnerGoesOnWithItsOtherSources_data() { EngineRows::add(); }
    void theFormerOwnerGoesOnWithItsOtherSources();
    void aPushThatIsOnEnds_data() { EngineRows::add(); }
    void aPushThatIsOnEnds();
    void itCanGoBack_data() { EngineRows::add(); }
    void itCanGoBack();
    void claimsWhatBelongsToNobody_data() { EngineRows::add(); }
    void claimsWhatBelongsToNobody();
    void refusesWhatCannotBeClaimed_data() { EngineRows::add(); }
    void refusesWhatCannotBeClaimed();

private:
    EngineRows m_engines;
};

void SourceTakeoverTest::asksBeforeItTakesOver()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace owner(u"laptop of ann"_s, u"asana-main"_s, 20);
    VERIFY_RESULT(stage.push(owner));
    PushWorkspace second(u"server"_s, u"asana-main"_s, 20);

    const auto unconfirmed = claim(stage, second, {.source = u"asana-main"_s});

    VERIFY_RESULT(unconfirmed);
    QCOMPARE(*unconfirmed, heldBy(u"laptop of ann"_s, 20));
    VERIFY_REFUSED(stage.push(second), ErrorKind::Rejected, u"“laptop of ann”"_s); // nothing was changed
    QCOMPARE(countsIn(stage), events(1, 20));
    VERIFY_RESULT(stage.push(owner));
}

void SourceTakeoverTest::countsEachEventOnceAfterwards()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace owner(u"laptop of ann"_s);
    const SourceId source = owner.addSource(u"asana-main"_s);
    owner.add(source, 150);
    owner.change(source, 1, 10);
    VERIFY_RESULT(stage.push(owner));
    PushWorkspace second(u"server"_s);
    const SourceId same = second.addSource(u"asana-main"_s);
    second.add(same, 100);
    second.change(same, 20, 30);
    second.add(second.addSource(u"other"_s), 20);

    const auto claimed = takeOver(stage, second, u"asana-main"_s);

    VERIFY_RESULT(claimed);
    QCOMPARE(*claimed, (ClaimReport{.wasOurs = false, .takenFrom = u"laptop of ann"_s}));
    QCOMPARE(countsIn(stage), events(1, 150)); // until it pushes nothing is changed
    const auto pushed = stage.push(second);
    VERIFY_RESULT(pushed);
    QCOMPARE(pushed->takenBack, 100);
    QCOMPARE(countsIn(stage), together(events(1, 150), events(101, 120, "other")));
    QCOMPARE(stage.difference(second), QString());
    const auto again = takeOver(stage, second, u"asana-main"_s);
    VERIFY_RESULT(again);
    QVERIFY(again->wasOurs);
    owner.add(source, 5);
    VERIFY_REFUSED(stage.push(owner), ErrorKind::Rejected, u"“server”"_s);
}

/// Also of those that the new owner has only after it has taken over.
void SourceTakeoverTest::eventsThatComeLaterCountOnceToo()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace owner(u"laptop of ann"_s);
    owner.add(owner.addSource(u"asana-main"_s), 120);
    VERIFY_RESULT(stage.push(owner));
    PushWorkspace second(u"server"_s);
    const SourceId same = second.addSource(u"asana-main"_s);
    second.add(same, 10);
    VERIFY_RESULT(takeOver(stage, second, u"asana-main"_s));
    VERIFY_RESULT(stage.push(second));

    second.add(same, 60);
    second.change(same, 5, 10);
    const auto pushed = stage.push(second);

    VERIFY_RESULT(pushed);
    QCOMPARE(countsIn(stage), events(1, 120));
    QCOMPARE(stage.difference(second), QString());
    second.add(same, 80);
    VERIFY_RESULT(stage.push(second));
    QCOMPARE(countsIn(stage), events(1, 150));
}

void SourceTakeoverTest::theFormerOwnerGoesOnWithItsOtherSources()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace owner(u"laptop of ann"_s);
    const SourceId source = owner.addSource(u"asana-main"_s);
    owner.add(source, 20);
    const SourceId kept = owner.addSource(u"kept"_s);
    VERIFY_RESULT(stage.push(owner));
    PushWorkspace second(u"server"_s, u"asana-main"_s, 20);
    VERIFY_RESULT(takeOver(stage, second, u"asana-main"_s));
    VERIFY_RESULT(stage.push(second));

    owner.purge(source);
    owner.add(kept, 5);
    const auto pushed = stage.push(owner);

    VERIFY_RESULT(pushed);
    QCOMPARE(pushed->takenBack, 0); // those were taken back
    QCOMPARE(countsIn(stage), together(events(1, 20), events(21, 25, "kept")));
    QCOMPARE(stage.difference(owner), QString());
}

void SourceTakeoverTest::aPushThatIsOnEnds()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace owner(u"laptop of ann"_s, u"asana-main"_s, 20);
    VERIFY_RESULT(stage.push(owner));
    PushWorkspace second(u"server"_s, u"asana-main"_s, 20);
    const auto session = stage.open();
    const auto ledger = ArchiveLedger::ofOrigin(**session, 1, {});
    VERIFY_RESULT(ledger);
    const ArchiveRetry retry(ArchiveStage::plan(owner).wait);
    const ManualClock clock("2026-11-30T12:00:00Z");
    BatchWriter running(**session, {1, 4711}, ledger->lastNumber, retry, clock);
    std::vector<std::unique_ptr<OutgoingBatch>> batches;
    batches.push_back(std::make_unique<EmptyBatch>());
    VERIFY_RESULT(running.write(std::move(batches), {}));

    VERIFY_RESULT(takeOver(stage, second, u"asana-main"_s));

    QCOMPARE(running.commit(ledger->upTo, {}).error().kind, ErrorKind::Locked);
    // As one that has looked before, and whose last statement comes only now.
    const std::vector<CommitLine> late{{.batch = ledger->lastNumber + 1, .state = BatchState::Counts}};
    VERIFY_RESULT((*session)->insert("INSERT INTO commit FORMAT Native",
                                     commitBlock({1, 4711}, late, ledger->upTo, clock.now()),
                                     u"tg-test-late"_s, {}));
    const auto after = ArchiveLedger::ofOrigin(**session, 1, {});
    VERIFY_RESULT(after);
    QCOMPARE(after->lastBatch, ledger->lastBatch);
    QVERIFY(after->begun.empty());
    VERIFY_RESULT(stage.push(second));
    QCOMPARE(countsIn(stage), events(1, 20));
}

/// The rows of before are not pushed again: what the other one has of them stays counted from there.
void SourceTakeoverTest::itCanGoBack()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace first(u"first"_s);
    const SourceId source = first.addSource(u"asana-main"_s);
    first.add(source, 60);
    VERIFY_RESULT(stage.push(first));
    PushWorkspace second(u"second"_s);
    second.add(second.addSource(u"asana-main"_s), 40);
    VERIFY_RESULT(takeOver(stage, second, u"asana-main"_s));
    VERIFY_RESULT(stage.push(second));

    VERIFY_RESULT(takeOver(stage, first, u"asana-main"_s));
    first.add(source, 10);
    first.change(source, 30, 20); // some that count from each
    VERIFY_RESULT(stage.push(first));

    QCOMPARE(countsIn(stage), events(1, 70));
    const auto back = claim(stage, second, {.source = u"asana-main"_s});
    VERIFY_RESULT(back);
    QVERIFY(back->heldBy && back->heldBy->name == "first"_L1);
}

void SourceTakeoverTest::claimsWhatBelongsToNobody()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace first(u"first"_s);
    first.add(first.addSource(u"asana-main"_s), 20);

    const auto claimed = claim(stage, first, {.source = u"asana-main"_s});

    VERIFY_RESULT(claimed);
    QCOMPARE(*claimed, ClaimReport());
    PushWorkspace second(u"second"_s);
    second.add(second.addSource(u"asana-main"_s), 20);
    VERIFY_REFUSED(stage.push(second), ErrorKind::Rejected, u"“first”"_s);
    VERIFY_RESULT(stage.push(first));
    QCOMPARE(countsIn(stage), events(1, 20));
}

void SourceTakeoverTest::refusesWhatCannotBeClaimed()
{
    ARCHIVE_STAGE(m_engines);
    PushWorkspace owner(u"laptop of ann"_s);
    owner.add(owner.addSource(u"main"_s), 20);
    VERIFY_RESULT(stage.push(owner));
    PushWorkspace second(u"server"_s);
    static_cast<void>(second.writer().addSource(source(u"main"_s, u"secoda"_s)).value());

    VERIFY_REFUSED(takeOver(stage, second, u"main"_s), ErrorKind::Rejected, u"of the type secoda"_s);
    QCOMPARE(takeOver(stage, second, u"nothing"_s).error().kind, ErrorKind::NotFound);
    const auto reader = EventReader::open(owner.folder());
    const auto session = stage.open(u"reader"_s);
    const ManualClock clock("2026-11-30T12:00:00Z");
    VERIFY_REFUSED(claimSource(**reader, **session, {.source = u"main"_s}, clock, {}), ErrorKind::Forbidden,
                   u"“reader”"_s);
}

TRAILGLASS_TEST(SourceTakeoverTest)
#include "tst_sourcetakeover.moc"
