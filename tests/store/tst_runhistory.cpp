// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/runjson.h"
#include "models/store/runtable.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/store/othertool.h"
#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// The history of syncs and imports in the database.
class RunHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsBackWhatARunDid();
    void aRunWithoutAnEndIsHeldFromItsStartOn();
    void onlyASyncThatWasNotCancelledChangesItsSource_data();
    void onlyASyncThatWasNotCancelledChangesItsSource();
    void listsTheNewestOfOneSourceOrOfAll();
    void keepsTheNewestRunsAndTheLastCompleteSync();
    void findsTheLastCompleteSync();
    void theFirstEndOfARunCounts();
    void aRunThatIsNotHeldStillChangesItsSource();
    void cutsTextsWithinTheirLimits();
    void leavesOutAStatusThatIsNone();
    void goesWithAPurgeAndHidesFromItsBeginning();
    void staysWithASourceThatIsTakenBack();
    void refusesUnknownSources();
    void reportsEveryValueThatCannotBeRight();
    void refusesValuesThatWouldFillTheMemory();

private:
    [[nodiscard]] RunId begin(SourceId source, RunKind kind, UtcMicros at) const
    {
        const Result<RunId> run = m_writer->beginRun(source, kind, at);
        return run ? *run : RunId();
    }
    /// A run that is over.
    void add(SourceId source, RunKind kind, RunStatus status, UtcMicros at) const;
    [[nodiscard]] std::unique_ptr<EventReader> reader() const
    {
        return std::move(*EventReader::open(m_folder->path()));
    }
    [[nodiscard]] std::vector<RunRecord> runs(std::optional<SourceId> source = {}, int limit = 0) const
    {
        const auto found = reader()->runs(source, limit);
        return found ? *found : std::vector<RunRecord>();
    }
    [[nodiscard]] QString database() const { return WorkspacePaths::of(m_folder->path()).database; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventWriter> m_writer;
    SourceId m_work;
    SourceId m_chat;
};

namespace {

RunFigures someFigures()
{
    return {
        .requests = 12,
        .retries = 2,
        .pages = 10,
        .bytes = 123'456'789'012,
        .waited = 61'500'000,
        .counts = {.received = 21, .added = 11, .updated = 4, .duplicate = 3, .conflict = 2, .unreadable = 1},
        .warnings = {u"One event came again."_s, u"日本語 \"quoted\"\n<U+202E>"_s},
        .error = RunError{.kind = u"server"_s, .httpStatus = 503, .message = u"Asana: not now."_s}};
}

QList<qint64> numbersOf(const std::vector<RunRecord> &runs)
{
    QList<qint64> numbers;
    for (const RunRecord &run : runs)
        numbers.append(run.id.value);
    return numbers;
}

} // namespace

void RunHistoryTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_writer = std::move(*EventWriter::open(m_folder->path()));
    m_work = *m_writer->addSource(source(u"work"_s));
    m_chat = *m_writer->addSource(source(u"chat"_s));
}

void RunHistoryTest::cleanup()
{
    m_writer.reset();
}

void RunHistoryTest::add(SourceId source, RunKind kind, RunStatus status, UtcMicros at) const
{
    RunRecord run{.id = begin(source, kind, at), .source = source, .kind = kind, .started = at};
    run.end = RunEnd{.at = at + UtcMicros::PerMinute, .status = status};
    if (status == RunStatus::Failed)
        run.figures.error = RunError{.kind = u"network"_s, .message = u"no route"_s};
    VERIFY_RESULT(m_writer->finishRun(run));
}

void RunHistoryTest::readsBackWhatARunDid()
{
    RunRecord run{.id = begin(m_work, RunKind::FullSync, Noon),
                  .source = m_work,
                  .kind = RunKind::FullSync,
                  .started = Noon};
    run.end = RunEnd{.at = Noon + 90, .status = RunStatus::Failed};
    run.figures = someFigures();

    VERIFY_RESULT(m_writer->finishRun(run));

    QVERIFY(runs() == std::vector{run});
    run.figures.error = RunError{.kind = u"of a later version"_s, .message = {}};
    run.figures.warnings.clear();
    run.id = begin(m_work, RunKind::FullSync, Noon);
    VERIFY_RESULT(m_writer->finishRun(run));
    QVERIFY(runs({}, 1) == std::vector{run});
}

void RunHistoryTest::aRunWithoutAnEndIsHeldFromItsStartOn()
{
    const RunId id = begin(m_work, RunKind::Import, Noon);
    m_writer.reset(); // as if it had been killed

    const RunRecord wanted{.id = id, .source = m_work, .kind = RunKind::Import, .started = Noon};
    QVERIFY(runs() == std::vector{wanted});
    QVERIFY(!runs().front().end);
}

void RunHistoryTest::onlyASyncThatWasNotCancelledChangesItsSource_data()
{
    QTest::addColumn<RunKind>("kind");
    QTest::addColumn<RunStatus>("status");
    QTest::addColumn<bool>("changes");
    QTest::newRow("sync") << RunKind::Sync << RunStatus::Ok << true;
    QTest::newRow("sync of everything") << RunKind::FullSync << RunStatus::Ok << true;
    QTest::newRow("sync with a gap") << RunKind::Sync << RunStatus::OkWithGap << true;
    QTest::newRow("failed sync") << RunKind::Sync << RunStatus::Failed << true;
    QTest::newRow("cancelled sync") << RunKind::Sync << RunStatus::Cancelled << false;
    QTest::newRow("import") << RunKind::Import << RunStatus::Ok << false;
    QTest::newRow("failed import") << RunKind::Import << RunStatus::Failed << false;
}

void RunHistoryTest::onlyASyncThatWasNotCancelledChangesItsSource()
{
    QFETCH(const RunKind, kind);
    QFETCH(const RunStatus, status);
    QFETCH(const bool, changes);

    add(m_work, kind, status, Noon);

    const auto state = reader()->sourceState(m_work);
    VERIFY_RESULT(state);
    QCOMPARE(state->lastAttempt.has_value(), changes);
    QCOMPARE(state->lastSuccess.has_value(), changes && status != RunStatus::Failed);
    QCOMPARE(state->lastError, changes && status == RunStatus::Failed ? u"no route"_s : QString());
}

void RunHistoryTest::listsTheNewestOfOneSourceOrOfAll()
{
    for (int number = 0; number < 4; ++number)
        add(number % 2 == 0 ? m_work : m_chat, RunKind::Sync, RunStatus::Ok,
            Noon - number); // a clock put back

    QCOMPARE(numbersOf(runs()), (QList<qint64>{4, 3, 2, 1}));
    QCOMPARE(numbersOf(runs({}, 3)), (QList<qint64>{4, 3, 2}));
    QCOMPARE(numbersOf(runs(m_work)), (QList<qint64>{3, 1}));
    QCOMPARE(numbersOf(runs(m_chat, 1)), QList<qint64>{4});
    QVERIFY(runs(SourceId{99}).empty());
}

void RunHistoryTest::keepsTheNewestRunsAndTheLastCompleteSync()
{
    add(m_work, RunKind::Sync, RunStatus::Ok, Noon);
    add(m_work, RunKind::Sync, RunStatus::OkWithGap, Noon);
    add(m_work, RunKind::Import, RunStatus::Ok, Noon);
    add(m_chat, RunKind::Sync, RunStatus::Failed, Noon);
    // As many failed ones, without a commit each.
    runFreely(database(),
              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1005) INSERT INTO "
              "sync_run (source, kind, started, ended, status) SELECT 1, 0, i, i, 1 FROM n");

    const RunId newest = begin(m_work, RunKind::Sync, Noon);

    const std::vector<RunRecord> kept = runs(m_work);
    QCOMPARE(kept.size(), std::size_t(RunTable::KeptRuns + 2));
    QCOMPARE(kept.front().id, newest);
    QCOMPARE(kept[RunTable::KeptRuns - 1].id.value, newest.value - RunTable::KeptRuns + 1);
    QCOMPARE(kept[RunTable::KeptRuns].id, RunId{2}); // whose end is the last success
    QCOMPARE(kept.back().id, RunId{1}); // when the source was last known
    QCOMPARE(runs(m_chat).size(), std::size_t(1));
}

void RunHistoryTest::findsTheLastCompleteSync()
{
    QVERIFY(!*reader()->lastCompleteSync(m_work));
    add(m_work, RunKind::Import, RunStatus::Ok, Noon);
    add(m_chat, RunKind::Sync, RunStatus::Ok, Noon);
    QVERIFY(!*reader()->lastCompleteSync(m_work));
    add(m_work, RunKind::FullSync, RunStatus::Ok, Noon + 1);
    add(m_work, RunKind::Sync, RunStatus::Failed, Noon + 2);
    add(m_work, RunKind::Sync, RunStatus::Cancelled, Noon + 3);
    QVERIFY(!*reader()->lastSyncWithGap(m_work));
    add(m_work, RunKind::Sync, RunStatus::OkWithGap, Noon + 4);
    QCOMPARE(begin(m_work, RunKind::Sync, Noon + 5), RunId{7});

    const auto found = reader()->lastCompleteSync(m_work);
    const auto withGap = reader()->lastSyncWithGap(m_work);

    VERIFY_RESULT(found);
    QCOMPARE((*found)->started, Noon + 1);
    QCOMPARE((*found)->kind, RunKind::FullSync);
    VERIFY_RESULT(withGap);
    QCOMPARE((*withGap)->started, Noon + 4);
}

void RunHistoryTest::theFirstEndOfARunCounts()
{
    RunRecord run = endedSync(m_work, Noon);
    run.id = begin(m_work, RunKind::Sync, Noon);
    VERIFY_RESULT(m_writer->finishRun(run));
    run.figures.requests = 5;
    VERIFY_RESULT(m_writer->finishRun(run));
    RunRecord other = run;
    other.source = m_chat; // of another source
    VERIFY_RESULT(m_writer->finishRun(other));

    QCOMPARE(runs().size(), std::size_t(1));
    QCOMPARE(runs().front().figures.requests, 0);
    QCOMPARE(runs().front().source, m_work);
}

void RunHistoryTest::aRunThatIsNotHeldStillChangesItsSource()
{
    VERIFY_RESULT(m_writer->finishRun(endedSync(m_work, Noon)));

    QVERIFY(runs().empty());
    QCOMPARE(reader()->sourceState(m_work)->lastSuccess, std::optional(Noon));
}

void RunHistoryTest::cutsTextsWithinTheirLimits()
{
    RunRecord run = endedSync(m_work, Noon, QString(100'000, QChar(1))); // six bytes each, in JSON
    run.id = begin(m_work, RunKind::Sync, Noon);
    for (int number = 0; number < 1'000; ++number)
        run.figures.warnings.append(QString(QString(RunJson::MaxLength - 2, u'x') + u"😀 and more"_s));

    VERIFY_RESULT(m_writer->finishRun(run));

    const std::vector<RunRecord> stored = runs();
    QCOMPARE(stored.size(), std::size_t(1));
    const RunFigures &figures = stored.front().figures;
    QCOMPARE(figures.error->message.size(), RunJson::MaxLength);
    QVERIFY(figures.error->message.endsWith(u'…'));
    QCOMPARE(figures.warnings.size(), RunJson::MaxWarnings);
    // No half of a character.
    QCOMPARE(figures.warnings.first(), QString(QString(RunJson::MaxLength - 2, u'x') + u'…'));
}

/// A status line may hold any number, and the history must stay readable.
void RunHistoryTest::leavesOutAStatusThatIsNone()
{
    for (const int status : {-5, 0, 99, 1'000}) {
        RunRecord run{.id = begin(m_work, RunKind::Sync, Noon),
                      .source = m_work,
                      .kind = RunKind::Sync,
                      .started = Noon};
        run.end = RunEnd{.at = Noon, .status = RunStatus::Failed};
        run.figures.error = RunError{.kind = u"rejected"_s, .httpStatus = status, .message = u"No."_s};

        VERIFY_RESULT(m_writer->finishRun(run));

        run.figures.error->httpStatus.reset();
        QVERIFY(runs({}, 1) == std::vector{run});
    }
}

void RunHistoryTest::goesWithAPurgeAndHidesFromItsBeginning()
{
    add(m_work, RunKind::Sync, RunStatus::Ok, Noon);
    add(m_chat, RunKind::Sync, RunStatus::Ok, Noon);
    VERIFY_RESULT(m_writer->removeSource(m_chat, EventWriter::Purge::No));
    QCOMPARE(runs().size(), std::size_t(2)); // a removed source is still listed

    runFreely(database(), "UPDATE source SET name = NULL, removed = 1 WHERE id = 1"); // a purge begins
    QCOMPARE(runs().size(), std::size_t(1));
    VERIFY_RESULT(m_writer->finishPurges());

    QCOMPARE(runFreely(database(), "SELECT count(*) FROM sync_run WHERE source = 1"), 0);
    QCOMPARE(runFreely(database(), "SELECT count(*) FROM sync_run"), 1);
    QCOMPARE(runFreely(database(), "SELECT count(*) FROM source"), 1);
}

void RunHistoryTest::staysWithASourceThatIsTakenBack()
{
    add(m_work, RunKind::Sync, RunStatus::Cancelled, Noon); // all that is left of it
    VERIFY_RESULT(m_writer->removeSource(m_work, EventWriter::Purge::No));
    VERIFY_RESULT(m_writer->addSource(source(u"work"_s)));

    VERIFY_RESULT(m_writer->takeBackSource(m_work));

    QVERIFY(reader()->source(u"work"_s)->removed);
    QCOMPARE(runs(m_work).size(), std::size_t(1));
}

void RunHistoryTest::refusesUnknownSources()
{
    QCOMPARE(m_writer->beginRun({99}, RunKind::Sync, Noon).error().kind, ErrorKind::NotFound);
    RunRecord cancelled = endedSync({99}, Noon);
    cancelled.end->status = RunStatus::Cancelled;
    QCOMPARE(m_writer->finishRun(cancelled).error().kind, ErrorKind::NotFound);
}

/// In one workspace: a row each would take a workspace each.
void RunHistoryTest::reportsEveryValueThatCannotBeRight()
{
    QStringList damages{u"id = -4"_s,
                        u"kind = 3"_s,
                        u"kind = -1"_s,
                        u"started = 9223372036854775807"_s,
                        u"ended = -9223372036854775807"_s,
                        u"status = 4"_s,
                        u"ended = NULL"_s,
                        u"status = NULL"_s,
                        u"warnings = '['"_s,
                        u"warnings = '{}'"_s,
                        u"warnings = '[5]'"_s,
                        u"warnings = '[\"' || hex(zeroblob(100000)) || '\"]'"_s,
                        u"error = 'no route'"_s,
                        u"error = '[]'"_s,
                        u"error = '{\"kind\":\"network\"}'"_s,
                        u"error = '{\"kind\":5,\"message\":\"x\"}'"_s,
                        u"error = '{\"kind\":\"x\",\"message\":\"x\",\"http_status\":\"503\"}'"_s,
                        u"error = '{\"kind\":\"x\",\"message\":\"x\",\"http_status\":1e99}'"_s,
                        u"error = '{\"kind\":\"x\",\"message\":\"x\",\"http_status\":-1}'"_s};
    for (const char *column : {"requests", "retries", "pages", "bytes", "waited", "received", "added",
                               "updated", "duplicate", "conflict", "unreadable"}) {
        damages += QString(QLatin1StringView(column) + " = -1"_L1);
        damages += QString(QLatin1StringView(column) + " = 9000000000000000000"_L1);
    }
    const auto connection = SqlConnection::openForReading(m_folder->path());
    VERIFY_RESULT(connection);
    for (const QString &damage : std::as_const(damages)) {
        RunRecord run = endedSync(m_work, Noon);
        run.id = begin(m_work, RunKind::Sync, Noon);
        run.figures = someFigures();
        VERIFY_RESULT(m_writer->finishRun(run));
        VERIFY_RESULT(RunTable::check(**connection));

        runFreely(database(), "UPDATE sync_run SET " + damage.toUtf8());

        const auto read = reader()->runs({}, 0);
        QVERIFY2(!read && read.error().message.contains(u"table sync_run "_s), qPrintable(damage));
        const auto checked = RunTable::check(**connection);
        QVERIFY2(!checked && checked.error().kind == ErrorKind::Storage, qPrintable(damage));
        runFreely(database(), "DELETE FROM sync_run");
    }
}

void RunHistoryTest::refusesValuesThatWouldFillTheMemory()
{
    // As large as a text in a stranger's file may be; SQLite refuses it before it takes the memory.
    for (const auto &openDatabase : {SqlConnection::openForReading, SqlConnection::openCurrent}) {
        const auto connection = openDatabase(m_folder->path());
        VERIFY_RESULT(connection);
        QCOMPARE(*(*connection)->integer("SELECT length(zeroblob(200000000))"), 200'000'000);
        const auto refused = (*connection)->integer("SELECT length(zeroblob(300000000))");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
    }
}

TRAILGLASS_TEST(RunHistoryTest)
#include "tst_runhistory.moc"
