// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonlimits.h"
#include "models/store/integrity.h"
#include "models/store/migrations.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// Rows that are not stored as events: unreadable ones, and other versions of stored events.
class QuarantineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keepsTheOtherVersionOfAnEventOnce();
    void keepsAConflictWithinOnePage();
    void keepsTheFirstAndTheLatestOfEverNewVersions_data();
    void keepsTheFirstAndTheLatestOfEverNewVersions();
    void countsVersionsOfOneEventAndSourceOnly();
    void aRetryDropsNoVersion();
    void keepsNoVersionThatReplacesTheStoredOne();
    void keepsTheBeginningOfALongVersionAndTellsItFromOthers();
    void keepsConflictsWithThePageOrNotAtAll();
    void keepsAPlaceWithinItsBounds_data();
    void keepsAPlaceWithinItsBounds();
    void keepsTheBeginningOfALongReasonAndId();
    void listsEachRowOnceInPages_data();
    void listsEachRowOnceInPages();
    void findsARowByItsId();
    void goesWithItsSource();
    void aRetriedRowGoesUnlessItsEventIsInConflict_data();
    void aRetriedRowGoesUnlessItsEventIsInConflict();
    void aRowThatBecomesAConflictIsNotKeptTwice();
    void nothingIsStoredForARowThatIsNotThere();
    void readsAWorkspaceWithoutKinds();

private:
    CommitCounts commit(const PageCommit &page);
    void quarantine(const QByteArray &bytes, const QString &place = {});
    std::vector<QuarantineEntry> entries(const QuarantineRange &range = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventWriter> m_writer;
    SourceId m_source;
};

void QuarantineTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_writer = std::move(*EventWriter::open(m_folder->path()));
    m_source = *m_writer->addSource(source(u"work"_s));
}

void QuarantineTest::cleanup()
{
    m_writer.reset();
    m_folder.reset();
}

CommitCounts QuarantineTest::commit(const PageCommit &page)
{
    const Result<CommitCounts> counts = m_writer->commit(page);
    if (!counts)
        qWarning() << counts.error().message << counts.error().detail;
    return counts ? *counts : CommitCounts{};
}

/// As rows that could not be read.
void QuarantineTest::quarantine(const QByteArray &bytes, const QString &place)
{
    PageCommit broken = page(m_source, {});
    broken.unreadable.push_back(
        {.bytes = bytes, .length = bytes.size(), .offset = 7, .reason = u"not JSON"_s, .place = place});
    QCOMPARE(commit(broken).unreadable, 1);
}

std::vector<QuarantineEntry> QuarantineTest::entries(const QuarantineRange &range) const
{
    const auto reader = EventReader::open(m_folder->path());
    const auto rows = (*reader)->quarantine(range);
    if (!rows)
        qWarning() << rows.error().message;
    return rows ? *rows : std::vector<QuarantineEntry>();
}

void QuarantineTest::keepsTheOtherVersionOfAnEventOnce()
{
    commit(page(m_source, {makeEvent("1", "{\"v\":1}")}));
    PageCommit other = page(m_source, {makeEvent("1", "{\"v\":2}")});
    other.place = u"first.json"_s;
    QCOMPARE(commit(other), (CommitCounts{.received = 1, .conflict = 1}));
    other.place = u"second.json"_s;
    other.received = Noon + 2 * UtcMicros::PerDay;
    QCOMPARE(commit(other), (CommitCounts{.received = 1, .conflict = 1}));
    QCOMPARE(commit(page(m_source, {makeEvent("1", "{\"v\":3}")})).conflict, 1);

    const auto kept = entries();
    QCOMPARE(kept.size(), std::size_t(2));
    QCOMPARE(kept[0].bytes, QByteArray("{\"v\":3}"));
    QCOMPARE(kept[1].kind, QuarantineKind::Conflict);
    QCOMPARE(kept[1].source, m_source);
    QCOMPARE(kept[1].eventId, std::string("1"));
    QCOMPARE(kept[1].bytes, QByteArray("{\"v\":2}"));
    QCOMPARE(kept[1].received, Noon + UtcMicros::PerDay);
    QCOMPARE(kept[1].place, u"first.json"_s);
    QCOMPARE(kept[1].reason, QString());
    QCOMPARE(kept[1].length, 7);
    QVERIFY(kept[1].isWhole());
    QCOMPARE(allEvents(**EventReader::open(m_folder->path())).front().event.raw, std::string("{\"v\":1}"));
    QCOMPARE(readStatistics(m_folder->path(), {})->conflicting, 2);
    QCOMPARE(readStatistics(m_folder->path(), {})->quarantined, 0);
    QVERIFY((*EventReader::open(m_folder->path()))->hasQuarantined(m_source).value());
    QVERIFY(checkIntegrity(m_folder->path(), {})->isEmpty());
}

void QuarantineTest::keepsAConflictWithinOnePage()
{
    const CommitCounts counts = commit(page(m_source,
                                            {makeEvent("1", "{\"v\":1}"), makeEvent("2"),
                                             makeEvent("1", "{\"v\":2}"), makeEvent("1", "{\"v\":2}")}));
    QCOMPARE(counts, (CommitCounts{.received = 4, .added = 2, .conflict = 2}));
    QCOMPARE(entries().size(), std::size_t(1));
    QCOMPARE(entries().front().bytes, QByteArray("{\"v\":2}"));
}

void QuarantineTest::keepsTheFirstAndTheLatestOfEverNewVersions_data()
{
    QTest::addColumn<QByteArray>("arrivals"); // a letter each: the version
    QTest::addColumn<QByteArray>("kept"); // oldest first
    QTest::addColumn<QList<qint64>>("notKept"); // of these
    QTest::addColumn<int>("latest"); // the arrival that is kept as the latest
    const auto row = [](const char *what, const char *arrivals, const char *kept,
                        const QList<qint64> &notKept, int latest) {
        QTest::newRow(what) << QByteArray(arrivals) << QByteArray(kept) << notKept << latest;
    };
    row("one", "a", "a", {0}, 1);
    row("two", "ab", "ab", {0, 0}, 2);
    row("three", "abc", "ac", {0, 1}, 3);
    row("many", "abcdefgh", "ah", {0, 6}, 8);
    row("the first again", "abca", "ac", {0, 1}, 3);
    row("the latest again", "abcc", "ac", {0, 1}, 3);
    row("one that was not kept again", "abcb", "ab", {0, 2}, 4);
    row("the stored one between them", "a.b.c", "ac", {0, 1}, 5);
}

/// As at each sync of a server whose event says when it was requested.
void QuarantineTest::keepsTheFirstAndTheLatestOfEverNewVersions()
{
    QFETCH(const QByteArray, arrivals);
    QFETCH(const QByteArray, kept);
    QFETCH(const QList<qint64>, notKept);
    QFETCH(const int, latest);
    const auto version = [](char letter) {
        return makeEvent("1", std::string("\"") + letter + '"');
    };
    commit(page(m_source, {version('.')}));
    for (qsizetype index = 0; index < arrivals.size(); ++index) {
        PageCommit other = page(m_source, {version(arrivals[index])});
        other.received = Noon + (index + 1) * UtcMicros::PerDay;
        other.place = u"page %1"_s.arg(index + 1);
        QCOMPARE(commit(other).conflict, arrivals[index] == '.' ? 0 : 1);
    }

    const auto rows = entries({.order = QuarantineRange::Order::OldestFirst});
    QByteArray letters;
    QList<qint64> counts;
    for (const QuarantineEntry &row : rows) {
        letters += row.bytes.mid(1, 1);
        counts += row.notKept;
        QCOMPARE(row.offset, 0);
        QCOMPARE(row.eventId, std::string("1"));
    }
    QCOMPARE(letters, kept);
    QCOMPARE(counts, notKept);
    QCOMPARE(rows.front().place, u"page 1"_s);
    QCOMPARE(rows.back().place, u"page %1"_s.arg(latest));
    QCOMPARE(rows.back().received, Noon + latest * UtcMicros::PerDay);
    QVERIFY(checkIntegrity(m_folder->path(), {})->isEmpty());
}

void QuarantineTest::countsVersionsOfOneEventAndSourceOnly()
{
    const SourceId other = *m_writer->addSource(source(u"other"_s));
    for (const SourceId each : {m_source, other}) {
        commit(page(each, {makeEvent("1", "."), makeEvent("2", ".")}));
        for (const char *version : {"a", "b"})
            commit(page(each, {makeEvent("1", version), makeEvent("2", version)}));
        quarantine("a"); // with the bytes of a conflict
    }
    const auto rows = entries();
    QCOMPARE(rows.size(), std::size_t(9)); // equal bytes that cannot be read are one row
    for (const QuarantineEntry &row : rows)
        QCOMPARE(row.notKept, 0);
}

void QuarantineTest::aRetryDropsNoVersion()
{
    commit(page(m_source, {makeEvent("1", "\"stored\"")}));
    for (const char *version : {"\"a\"", "\"b\""})
        commit(page(m_source, {makeEvent("1", version)}));
    quarantine("\"c\"");
    PageCommit retry = page(m_source, {makeEvent("1", "\"c\"")});
    retry.retried = {entries().front().id};
    QCOMPARE(commit(retry).conflict, 1);
    QCOMPARE(entries().size(), std::size_t(3));
    QCOMPARE(entries().front().kind, QuarantineKind::Conflict);
    QCOMPARE(entries().front().bytes, QByteArray("\"c\""));
    QCOMPARE(entries().front().notKept, 0);

    commit(page(m_source, {makeEvent("1", "\"d\"")})); // in the place of the latest
    const auto rows = entries({.order = QuarantineRange::Order::OldestFirst});
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows[1].bytes, QByteArray("\"b\""));
    QCOMPARE(rows[2].bytes, QByteArray("\"d\""));
    QCOMPARE(rows[2].notKept, 1);
}

void QuarantineTest::keepsNoVersionThatReplacesTheStoredOne()
{
    commit(page(m_source, {makeEvent("1", "{\"v\":1}", UtcMicros{1})}));
    QCOMPARE(commit(page(m_source, {makeEvent("1", "{\"v\":2}", UtcMicros{2})})).updated, 1);
    QCOMPARE(commit(page(m_source, {makeEvent("1", "{\"v\":2}", UtcMicros{2})})).duplicate, 1);
    QVERIFY(entries().empty());
}

void QuarantineTest::keepsTheBeginningOfALongVersionAndTellsItFromOthers()
{
    commit(page(m_source, {makeEvent("1")}));
    const std::string same(static_cast<std::size_t>(MaxQuarantinedBytes), 'x');
    for (const char *end : {"a", "b", "a"})
        QCOMPARE(commit(page(m_source, {makeEvent("1", same + end)})).conflict, 1);
    const auto kept = entries();
    QCOMPARE(kept.size(), std::size_t(2));
    QCOMPARE(kept[0].length, MaxQuarantinedBytes + 1);
    QCOMPARE(kept[0].kept, MaxQuarantinedBytes);
    QCOMPARE(kept[0].bytes, QByteArray::fromStdString(same));
    QVERIFY(!kept[0].isWhole());
}

void QuarantineTest::keepsConflictsWithThePageOrNotAtAll()
{
    commit(page(m_source, {makeEvent("1", "{\"v\":1}")}));
    const auto refused = m_writer->commit(
        page(m_source, {makeEvent("1", "{\"v\":2}"), makeEvent("2", std::string(40'000'000, ' '))}));
    QCOMPARE(refused.error().kind, ErrorKind::TooLarge);
    QVERIFY(entries().empty());
}

void QuarantineTest::keepsAPlaceWithinItsBounds_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("kept");
    const QString full(QuarantineEntry::MaxPlace, u'p');
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("a file") << u"events.ndjson, line 3"_s << u"events.ndjson, line 3"_s;
    QTest::newRow("as long as may be") << full << full;
    QTest::newRow("longer") << QString(full + u'q') << full;
    const QString before(QuarantineEntry::MaxPlace - 1, u'p');
    QTest::newRow("with a character over the bound") << QString(before + u"é"_s) << before;
    QTest::newRow("hidden characters") << u"a\u202Eb"_s << u"a\u202Eb"_s;
}

void QuarantineTest::keepsAPlaceWithinItsBounds()
{
    QFETCH(const QString, place);
    QFETCH(const QString, kept);
    quarantine("{", place);
    QCOMPARE(entries().front().place, kept);
    QCOMPARE(entries().front().offset, 7);
}

void QuarantineTest::keepsTheBeginningOfALongReasonAndId()
{
    const std::string beginning(static_cast<std::size_t>(QuarantineEntry::MaxEventId - 1), 'i');
    const std::string id = beginning + "é";
    commit(page(m_source, {makeEvent(id, "{\"v\":1}")}));
    PageCommit other = page(m_source, {makeEvent(id, "{\"v\":2}")});
    other.unreadable.push_back(
        {.bytes = "{", .length = 1, .reason = QString(2 * QuarantineEntry::MaxReason, u'r')});
    QCOMPARE(commit(other), (CommitCounts{.received = 2, .conflict = 1, .unreadable = 1}));
    const auto kept = entries({.order = QuarantineRange::Order::OldestFirst});
    QCOMPARE(kept.size(), std::size_t(2));
    QCOMPARE(kept[0].eventId, beginning);
    QCOMPARE(kept[1].reason, QString(QuarantineEntry::MaxReason, u'r'));
}

void QuarantineTest::listsEachRowOnceInPages_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("isNewestFirst");
    for (const int limit : {1, 4, 9, 100}) {
        QTest::addRow("newest first, %d a page", limit) << limit << true;
        QTest::addRow("oldest first, %d a page", limit) << limit << false;
    }
}

void QuarantineTest::listsEachRowOnceInPages()
{
    QFETCH(const int, limit);
    QFETCH(const bool, isNewestFirst);
    const SourceId other = *m_writer->addSource(source(u"other"_s));
    for (int row = 0; row < 9; ++row) {
        PageCommit broken = page(row % 3 == 0 ? other : m_source, {});
        const QByteArray bytes = "row " + QByteArray::number(row);
        broken.unreadable.push_back(
            {.bytes = bytes, .length = bytes.size(), .offset = row, .reason = u"."_s});
        commit(broken);
    }
    for (const std::optional<SourceId> &chosen : {std::optional<SourceId>(), std::optional(m_source)}) {
        QuarantineRange range{.source = chosen,
                              .limit = limit,
                              .order = isNewestFirst ? QuarantineRange::Order::NewestFirst
                                                     : QuarantineRange::Order::OldestFirst,
                              .withBytes = false};
        std::vector<qint64> offsets;
        for (;;) {
            const auto rows = entries(range);
            QVERIFY(std::ssize(rows) <= limit);
            if (rows.empty())
                break;
            for (const QuarantineEntry &row : rows) {
                offsets.push_back(row.offset);
                QVERIFY(row.bytes.isEmpty());
                QCOMPARE(row.kept, 5);
            }
            range.past = rows.back().id;
        }
        std::vector<qint64> expected =
            chosen ? std::vector<qint64>{1, 2, 4, 5, 7, 8} : std::vector<qint64>{0, 1, 2, 3, 4, 5, 6, 7, 8};
        if (isNewestFirst)
            std::ranges::reverse(expected);
        QCOMPARE(offsets, expected);
    }
}

void QuarantineTest::findsARowByItsId()
{
    quarantine("first");
    quarantine("second");
    const auto reader = std::move(*EventReader::open(m_folder->path()));
    for (const QuarantineEntry &entry : entries())
        QCOMPARE(reader->quarantined(entry.id)->bytes, entry.bytes);
    QCOMPARE(reader->quarantined(99).error().kind, ErrorKind::NotFound);
    QVERIFY(!reader->hasQuarantined(SourceId{99}).value());
}

void QuarantineTest::goesWithItsSource()
{
    commit(page(m_source, {makeEvent("1", "{\"v\":1}")}));
    commit(page(m_source, {makeEvent("1", "{\"v\":2}")}));
    quarantine("{");
    VERIFY_RESULT(m_writer->removeSource(m_source, EventWriter::Purge::No));
    QCOMPARE(entries().size(), std::size_t(2));
    VERIFY_RESULT(m_writer->removeSource(m_source, EventWriter::Purge::Yes));
    QVERIFY(entries().empty());
    const auto connection = SqlConnection::openForReading(m_folder->path());
    QCOMPARE(*(*connection)->integer("SELECT count(*) FROM quarantine"), 0);
}

void QuarantineTest::aRetriedRowGoesUnlessItsEventIsInConflict_data()
{
    constexpr qint64 None = -1;
    QTest::addColumn<QByteArray>("stored"); // before the retry; empty for no event
    QTest::addColumn<qint64>("storedRevision");
    QTest::addColumn<bool>("isConflict"); // the row, before the retry
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<qint64>("revision");
    QTest::addColumn<QByteArray>("storedAfter");
    QTest::addColumn<bool>("isKept"); // as a conflict
    const QByteArray a = "{\"v\":\"a\"}";
    const QByteArray b = "{\"v\":\"b\"}";
    QTest::newRow("a new event") << QByteArray() << None << false << b << None << b << false;
    QTest::newRow("the stored event") << b << None << false << b << None << b << false;
    QTest::newRow("another version") << a << None << false << b << None << a << true;
    QTest::newRow("a later version") << a << qint64(1) << false << b << qint64(2) << b << false;
    QTest::newRow("an earlier version") << a << qint64(2) << false << b << qint64(1) << a << true;
    QTest::newRow("a conflict") << a << None << true << b << None << a << true;
    QTest::newRow("a conflict whose revision is found now")
        << a << None << true << b << qint64(1) << b << false;
}

void QuarantineTest::aRetriedRowGoesUnlessItsEventIsInConflict()
{
    QFETCH(const QByteArray, stored);
    QFETCH(const qint64, storedRevision);
    QFETCH(const bool, isConflict);
    QFETCH(const QByteArray, row);
    QFETCH(const qint64, revision);
    QFETCH(const QByteArray, storedAfter);
    QFETCH(const bool, isKept);
    const auto event = [](const QByteArray &raw, qint64 revised) {
        return makeEvent("1", raw.toStdString(),
                         revised < 0 ? std::nullopt : std::optional(UtcMicros{revised}));
    };
    if (!stored.isEmpty())
        commit(page(m_source, {event(stored, storedRevision)}));
    if (isConflict) {
        PageCommit other = page(m_source, {event(row, -1)});
        other.place = u"page 4"_s;
        commit(other);
    } else {
        quarantine(row, u"page 4"_s);
    }
    const auto before = entries();
    QCOMPARE(before.size(), std::size_t(1));

    PageCommit retry = page(m_source, {event(row, revision)});
    retry.received = Noon + 9 * UtcMicros::PerDay;
    retry.retried = {before.front().id};
    const CommitCounts counts = commit(retry);

    QCOMPARE(counts.received, 1);
    QCOMPARE(counts.conflict, isKept ? 1 : 0);
    QCOMPARE(allEvents(**EventReader::open(m_folder->path())).front().event.raw, storedAfter.toStdString());
    const auto after = entries();
    QCOMPARE(after.size(), std::size_t(isKept ? 1 : 0));
    if (isKept) {
        QCOMPARE(after.front().kind, QuarantineKind::Conflict);
        QCOMPARE(after.front().eventId, std::string("1"));
        QCOMPARE(after.front().bytes, row);
        QCOMPARE(after.front().place, u"page 4"_s);
        QCOMPARE(after.front().received, Noon + UtcMicros::PerDay);
        QCOMPARE(after.front().reason, QString());
    }
    QVERIFY(checkIntegrity(m_folder->path(), {})->isEmpty());
}

void QuarantineTest::aRowThatBecomesAConflictIsNotKeptTwice()
{
    commit(page(m_source, {makeEvent("1", "{\"v\":1}")}));
    quarantine("{\"v\":2}");
    commit(page(m_source, {makeEvent("1", "{\"v\":2}")}));
    QCOMPARE(entries().size(), std::size_t(2)); // one of each kind
    PageCommit retry = page(m_source, {makeEvent("1", "{\"v\":2}")});
    retry.retried = {entries({.order = QuarantineRange::Order::OldestFirst}).front().id};
    commit(retry);
    QCOMPARE(entries().size(), std::size_t(1));
    QCOMPARE(entries().front().kind, QuarantineKind::Conflict);
}

void QuarantineTest::nothingIsStoredForARowThatIsNotThere()
{
    quarantine("{\"v\":1}");
    const SourceId other = *m_writer->addSource(source(u"other"_s));
    for (const auto &[owner, id] :
         {std::pair(m_source, qint64(99)), std::pair(other, entries().front().id)}) {
        PageCommit retry = page(owner, {makeEvent("1", "{\"v\":1}")});
        retry.retried = {id};
        QCOMPARE(m_writer->commit(retry).error().kind, ErrorKind::NotFound);
    }
    QVERIFY(allEvents(**EventReader::open(m_folder->path())).empty());
    QCOMPARE(entries().size(), std::size_t(1));
}

void QuarantineTest::readsAWorkspaceWithoutKinds()
{
    const QTemporaryDir folder;
    const WorkspacePaths paths = WorkspacePaths::of(folder.path());
    {
        const auto connection = SqlConnection::openForWriting(paths.database);
        VERIFY_RESULT(migrate(**connection, paths, migrations().first(4)));
        VERIFY_RESULT(
            (*connection)
                ->execute("INSERT INTO source (id, name, type, settings, secrets) VALUES (1, 'old', "
                          "'asana', '{}', '{}'); INSERT INTO quarantine (source, hash, received, reason, "
                          "\"offset\", length, bytes) VALUES (1, 5, 6, 'r', 7, 2, x'7b7d')"));
    }
    const auto reader = EventReader::open(folder.path());
    VERIFY_RESULT(reader);
    const auto rows = (*reader)->quarantine({});
    VERIFY_RESULT(rows);
    QCOMPARE(rows->size(), std::size_t(1));
    QCOMPARE(rows->front().kind, QuarantineKind::Unreadable);
    QCOMPARE(rows->front().bytes, QByteArray("{}"));
    QCOMPARE(rows->front().place, QString());
    QCOMPARE(readStatistics(folder.path(), {})->quarantined, 1);
    QCOMPARE(readStatistics(folder.path(), {})->conflicting, 0);
}

TRAILGLASS_TEST(QuarantineTest)
#include "tst_quarantine.moc"
