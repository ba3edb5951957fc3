// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/json/jsonlimits.h"
#include "models/store/workspace.h"
#include "models/table/quarantinejson.h"
#include "models/workspace/quarantine.h"
#include "models/workspace/quarantineexport.h"
#include "models/workspace/quarantinelister.h"
#include "models/workspace/quarantineretry.h"
#include "models/workspace/quarantinerunner.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// An event as Asana's source reads it.
QByteArray eventJson(const QByteArray &id, const QByteArray &note = {})
{
    return R"({"gid":")" + id + R"(","created_at":"2026-05-20T10:00:00Z","event_type":")" + note + "\"}";
}

std::optional<QByteArray> contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

} // namespace

/// Listing, exporting and reading again what is quarantined.
class QuarantineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_workspace = std::make_unique<Workspace>();
        m_source = m_workspace->addAsana(u"work"_s);
    }

    void listsPagesOfASource();
    void showsBothVersionsOfAConflict();
    void saysThatTheStoredVersionWasRemoved();
    void exportsTheExactBytes();
    void anExportIsWholeOrNotThere();
    void storesWhatCanBeReadNow();
    void reportsWhyARowStaysUnreadable();
    void readsTheOldestVersionFirst();
    void retriesEveryRowOfManyOnce();
    void aRetryNeedsTheWorkspaceForItself();
    void aRetryOfASourceOfAnotherVersionSaysSo();
    void aCancelledRetryKeepsWhatIsStored();
    void worksInTheBackground();
    void listsNothingWithoutAWorkspace();

private:
    void quarantine(SourceId source, const QByteArray &bytes, const QString &reason = u"not readable"_s,
                    qint64 length = -1)
    {
        PageCommit broken = page(source, {});
        broken.unreadable.push_back(unreadable(bytes, reason, length));
        QVERIFY(m_workspace->writer().commit(broken));
    }
    /// So many rows, in one page.
    void quarantine(int count, const std::function<QByteArray(int)> &bytes)
    {
        PageCommit broken = page(m_source, {});
        for (int row = 0; row < count; ++row)
            broken.unreadable.push_back(unreadable(bytes(row), u"not readable"_s, -1));
        QVERIFY(m_workspace->writer().commit(broken));
    }
    static Quarantined unreadable(const QByteArray &bytes, const QString &reason, qint64 length)
    {
        return {.bytes = bytes,
                .length = length < 0 ? bytes.size() : length,
                .offset = 3,
                .reason = reason,
                .place = u"page 1"_s};
    }
    /// Stores events as the source reads them.
    void store(const QByteArrayList &jsons, const QString &place = u"page 2"_s)
    {
        PageCommit commit = page(m_source, {});
        commit.place = place;
        for (const QByteArray &json : jsons) {
            auto event = findSource(Vendor::Asana)->readEvent(json.toStdString(), {});
            VERIFY_RESULT(event);
            event->raw = json.toStdString();
            commit.events.push_back(*std::move(event));
        }
        QVERIFY(m_workspace->writer().commit(commit));
    }
    [[nodiscard]] std::unique_ptr<EventReader> reader() const
    {
        return std::move(*EventReader::open(m_workspace->folder()));
    }
    [[nodiscard]] QuarantineRetry retry(const QString &source = u"work"_s)
    {
        const auto report = retryQuarantine(m_workspace->folder(), source, m_clock, {});
        if (!report || report->sources.size() != 1)
            return {.source = report ? u"no such report"_s : report.error().message};
        return report->sources.front();
    }
    [[nodiscard]] QByteArrayList stored() const
    {
        QByteArrayList raws;
        for (const EventRecord &record : allEvents(*reader()))
            raws.append(QByteArray::fromStdString(record.event.raw));
        return raws;
    }

    NoonClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    SourceId m_source;
};

void QuarantineTest::listsPagesOfASource()
{
    const SourceId other = m_workspace->addAsana(u"other"_s);
    for (int row = 0; row < 5; ++row)
        quarantine(row % 2 == 0 ? m_source : other, QByteArray::number(row));
    const auto opened = reader();
    const auto first = quarantinedRows(*opened, {.source = u"work"_s, .limit = 2});
    VERIFY_RESULT(first);
    QCOMPARE(first->size(), std::size_t(2));
    QCOMPARE(first->front().source, u"work"_s);
    QCOMPARE(first->front().typeName, u"asana"_s);
    QCOMPARE(first->front().place, u"page 1"_s);
    const auto second = quarantinedRows(*opened, {.source = u"work"_s, .past = first->back().id, .limit = 2});
    QCOMPARE(second->size(), std::size_t(1));
    QCOMPARE(quarantinedRows(*opened, {})->size(), std::size_t(5));
    QCOMPARE(quarantinedRows(*opened, {.source = u"wrok"_s}).error().kind, ErrorKind::Usage);
    QCOMPARE(quarantinedContent(*opened, 99).error().kind, ErrorKind::NotFound);
}

void QuarantineTest::showsBothVersionsOfAConflict()
{
    store({eventJson("1", "one")});
    store({eventJson("1", "two")});
    const auto opened = reader();
    const auto rows = quarantinedRows(*opened, {});
    QCOMPARE(rows->front().kind, QuarantineRow::Kind::Conflict);
    QCOMPARE(rows->front().eventId, u"1"_s);
    const auto content = quarantinedContent(*opened, rows->front().id);
    VERIFY_RESULT(content);
    QCOMPARE(QByteArray::fromStdString(*content->stored), eventJson("1", "one"));
    QCOMPARE(QByteArray::fromStdString(*content->bytes), eventJson("1", "two"));
    QVERIFY(content->changes);
    QCOMPARE(content->changes->changes.front().change.kind, ValueChange::Kind::Changed);
}

void QuarantineTest::saysThatTheStoredVersionWasRemoved()
{
    store({eventJson("1", "one")});
    store({eventJson("1", "two")});
    m_workspace->execute("UPDATE quarantine SET event_id = 'another'");
    const auto opened = reader();
    const auto content = quarantinedContent(*opened, quarantinedRows(*opened, {})->front().id);
    VERIFY_RESULT(content);
    QVERIFY(!content->stored && !content->changes);
    QVERIFY(quarantineJson(*content).ends_with(R"("stored":null})"));
}

void QuarantineTest::exportsTheExactBytes()
{
    const QByteArrayList rows{
        "{\"a\":tru}", "\xEF\xBB\xBFmarked",          QByteArray("nul \0 and \x01\x7F", 12),
        "日本\u2028",  QByteArray("\xFF\x00\xC3", 3), ""};
    for (const QByteArray &row : rows)
        quarantine(m_source, row);
    for (const char *note : {"one", "first", "between", "two"})
        store({eventJson("1", note)});
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"out.ndjson"_s);
    const auto count = exportQuarantine(m_workspace->folder(), {}, fileName, {});
    VERIFY_RESULT(count);
    QCOMPARE(*count, rows.size() + 2);
    QByteArrayList lines = contentOf(fileName)->split('\n');
    QVERIFY(lines.takeLast().isEmpty());
    QCOMPARE(lines.size(), *count);

    const QJsonObject conflict = QJsonDocument::fromJson(lines.takeFirst()).object();
    QCOMPARE(conflict[u"kind"].toString(), u"conflict"_s);
    QCOMPARE(conflict[u"event_id"].toString(), u"1"_s);
    QCOMPARE(conflict[u"stored"].toString().toUtf8(), eventJson("1", "one"));
    QCOMPARE(conflict[u"text"].toString().toUtf8(), eventJson("1", "two"));
    QVERIFY(conflict[u"reason"].isNull());
    QCOMPARE(conflict[u"offset"].toInteger(), 0);
    QCOMPARE(conflict[u"not_kept"].toInteger(), 1);
    QVERIFY(lines.takeFirst().contains("first"));
    for (qsizetype index = 0; index < rows.size(); ++index) {
        const QByteArray &line = lines[rows.size() - 1 - index]; // the newest first
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QVERIFY(object[u"text"].isNull() != object[u"base64"].isNull());
        const QByteArray bytes = object[u"text"].isNull()
            ? QByteArray::fromBase64(object[u"base64"].toString().toLatin1())
            : object[u"text"].toString().toUtf8();
        QCOMPARE(bytes, rows[index]);
        QCOMPARE(object[u"length"].toInteger(), rows[index].size());
        QCOMPARE(object[u"complete"].toBool(), true);
    }
    QCOMPARE(
        lines.last(),
        QByteArray(R"({"id":1,"source":"work","vendor":"asana","kind":"unreadable","event_id":null,)"
                   R"("received":")"
                   + QByteArray::fromStdString(formatTime(Noon + UtcMicros::PerDay))
                   + R"(","place":"page 1","reason":"not readable","offset":3,"length":9,"complete":true,)"
                     R"("not_kept":0,"text":"{\"a\":tru}","base64":null,"stored":null})"));
}

void QuarantineTest::anExportIsWholeOrNotThere()
{
    quarantine(250, [](int row) { return QByteArray::number(row); });
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"out.ndjson"_s);
    CancelSource cancel;
    const auto stopped = exportQuarantine(m_workspace->folder(), u"work"_s, fileName, cancel.token(),
                                          [&cancel](qint64) { cancel.cancel(); });
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QVERIFY(!QFile::exists(fileName));
    const QString database = WorkspacePaths::of(m_workspace->folder()).database;
    QCOMPARE(exportQuarantine(m_workspace->folder(), {}, database, {}).error().kind, ErrorKind::Usage);
    QCOMPARE(exportQuarantine(m_workspace->folder(), u"wrok"_s, fileName, {}).error().kind, ErrorKind::Usage);
    QCOMPARE(exportQuarantine(m_workspace->folder(), {}, fileName, {}).value(), 250);
}

void QuarantineTest::storesWhatCanBeReadNow()
{
    store({eventJson("known"), eventJson("other", "one")});
    store({eventJson("other", "two")}); // a conflict
    quarantine(m_source, eventJson("new"));
    quarantine(m_source, eventJson("known"));
    quarantine(m_source, eventJson("other", "three"));
    quarantine(m_source, R"({"gid":"no time"})");
    quarantine(m_source, eventJson("cut"), u"too long"_s, 100'000);

    const QuarantineRetry done = retry();

    QVERIFY2(!done.error, done.error ? qPrintable(done.error->message) : "");
    QCOMPARE(done.tried, 6);
    QCOMPARE(done.stored, 1);
    QCOMPARE(done.known, 1);
    QCOMPARE(done.conflict, 2);
    QCOMPARE(done.unreadable, 2);
    QCOMPARE(done.cut, 1);
    QCOMPARE(done.reasons.size(), 2);
    QVERIFY2(done.reasons.first().contains(u"created_at"_s), qPrintable(done.reasons.first()));
    QVERIFY(stored().contains(eventJson("new")));
    QCOMPARE(stored().size(), 3);
    const auto record = reader()->find(u"work"_s, "new");
    QCOMPARE(record->received, Noon);
    QStringList kinds;
    const auto left = quarantinedRows(*reader(), {});
    for (const QuarantineRow &row : *left)
        kinds.append(quarantineKindName(row.kind));
    QCOMPARE(kinds.count(u"conflict"_s), 2);
    QCOMPARE(kinds.count(u"unreadable"_s), 2);
    QCOMPARE(done.sentences().size(), 5 + done.reasons.size());

    const QuarantineRetry again = retry();
    QCOMPARE(again.tried, 4);
    QCOMPARE(again.stored + again.known, 0);
    QCOMPARE(again.conflict, 2);
}

void QuarantineTest::reportsWhyARowStaysUnreadable()
{
    quarantine(m_source, R"({"gid":"1","created_at":"s3cret-of-the-server"})", u"invalid: •••"_s);
    QCOMPARE(retry().reasons, QStringList{u"invalid: •••"_s}); // the run had masked it
    m_workspace->execute("DELETE FROM quarantine");
    quarantine(30, [](int row) -> QByteArray {
        return R"({"gid":"1","created_at":"never )" + QByteArray::number(row) + "\"}";
    });
    const QuarantineRetry many = retry();
    QCOMPARE(many.unreadable, 30);
    QCOMPARE(many.reasons.size(), QuarantineRetry::MaxReasons);
    m_workspace->execute("DELETE FROM quarantine");
    quarantine(m_source, "[1]");
    quarantine(m_source, "");
    quarantine(m_source, QByteArray("{\"gid\":\"\xFF\"}"));
    QCOMPARE(retry().unreadable, 3);
}

void QuarantineTest::readsTheOldestVersionFirst()
{
    for (const char *note : {"first", "second", "third"})
        quarantine(m_source, eventJson("1", note));
    const QuarantineRetry done = retry();
    QCOMPARE(done.stored, 1);
    QCOMPARE(done.conflict, 2);
    QCOMPARE(stored(), QByteArrayList{eventJson("1", "first")});
}

void QuarantineTest::retriesEveryRowOfManyOnce()
{
    constexpr int Rows = 230; // more than two steps
    store({eventJson("taken", "stored")});
    quarantine(Rows, [](int row) {
        const QByteArray number = QByteArray::number(row);
        return row % 2 == 0 ? eventJson(number) : eventJson("taken", number);
    });
    qint64 reported = 0;
    const auto report = retryQuarantine(m_workspace->folder(), {}, m_clock, {},
                                        [&reported](const QString &, qint64 rows) { reported = rows; });
    VERIFY_RESULT(report);
    QCOMPARE(report->sources.size(), std::size_t(1));
    QCOMPARE(report->sources.front().tried, Rows);
    QCOMPARE(report->sources.front().stored, Rows / 2);
    QCOMPARE(report->sources.front().conflict, Rows / 2);
    QCOMPARE(reported, Rows);
    QCOMPARE(report->indexWarning, QString());
    QCOMPARE(quarantinedRows(*reader(), {})->size(), std::size_t(Rows / 2));
}

void QuarantineTest::aRetryNeedsTheWorkspaceForItself()
{
    quarantine(m_source, eventJson("1"));
    const auto lock = WorkspaceLock::acquire(WorkspacePaths::of(m_workspace->folder()), u"sync"_s);
    VERIFY_RESULT(lock);
    QCOMPARE(retryQuarantine(m_workspace->folder(), {}, m_clock, {}).error().kind, ErrorKind::Locked);
    QCOMPARE(quarantinedRows(*reader(), {})->size(), std::size_t(1));
}

void QuarantineTest::aRetryOfASourceOfAnotherVersionSaysSo()
{
    const SourceId odd = m_workspace->addSource(u"odd"_s); // without the setting that it needs
    quarantine(odd, eventJson("1"));
    quarantine(m_source, eventJson("1"));
    const auto report = retryQuarantine(m_workspace->folder(), {}, m_clock, {});
    VERIFY_RESULT(report);
    QCOMPARE(report->sources.size(), std::size_t(2));
    QCOMPARE(report->sources[0].source, u"odd"_s);
    QCOMPARE(report->sources[0].error->kind, ErrorKind::Usage);
    QCOMPARE(report->sources[1].stored, 1);
    QCOMPARE(retryQuarantine(m_workspace->folder(), u"wrok"_s, m_clock, {}).error().kind, ErrorKind::Usage);
}

void QuarantineTest::aCancelledRetryKeepsWhatIsStored()
{
    quarantine(150, [](int row) { return eventJson(QByteArray::number(row)); });
    CancelSource cancel;
    const auto report = retryQuarantine(m_workspace->folder(), {}, m_clock, cancel.token(),
                                        [&cancel](const QString &, qint64) { cancel.cancel(); });
    VERIFY_RESULT(report);
    QVERIFY(report->sources.front().isCancelled);
    const auto done = static_cast<std::size_t>(report->sources.front().stored);
    QVERIFY(done > 0 && done < 150);
    QCOMPARE(static_cast<std::size_t>(stored().size()), done);
    QCOMPARE(quarantinedRows(*reader(), {})->size(), 150 - done);
}

void QuarantineTest::worksInTheBackground()
{
    quarantine(QuarantineLister::RowsOfPage + 3, [](int row) { return eventJson(QByteArray::number(row)); });
    QuarantineLister lister(m_workspace->folder());
    QSignalSpy listed(&lister, &QuarantineLister::listed);
    QSignalSpy read(&lister, &QuarantineLister::contentRead);
    lister.list(u"work"_s);
    QTRY_COMPARE(listed.size(), 1);
    const auto rows = listed.last().first().value<std::vector<QuarantineRow>>();
    QCOMPARE(rows.size(), std::size_t(QuarantineLister::RowsOfPage));
    QVERIFY(!listed.last().last().toBool());
    lister.listMore();
    QTRY_COMPARE(listed.size(), 2);
    QCOMPARE(listed.last().first().value<std::vector<QuarantineRow>>().size(), std::size_t(3));
    QVERIFY(listed.last().last().toBool());
    lister.read(rows[0].id);
    lister.read(rows[1].id); // ends the first request
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read.first().first().value<QuarantineContent>().row.id, rows[1].id);
    QSignalSpy readFailed(&lister, &QuarantineLister::readFailed);
    lister.read(99'999);
    QTRY_COMPARE(readFailed.size(), 1);
    QSignalSpy listFailed(&lister, &QuarantineLister::listFailed);
    lister.list(u"wrok"_s);
    QTRY_COMPARE(listFailed.size(), 1);

    QuarantineRunner runner(m_workspace->folder(), m_clock);
    QSignalSpy exported(&runner, &QuarantineRunner::exported);
    QSignalSpy retried(&runner, &QuarantineRunner::retried);
    QSignalSpy failed(&runner, &QuarantineRunner::failed);
    const QTemporaryDir folder;
    runner.exportRows({}, folder.filePath(u"out"_s));
    QVERIFY(runner.isRunning());
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(exported.first().first().toLongLong(), QuarantineLister::RowsOfPage + 3);
    QVERIFY(!runner.isRunning());
    runner.exportRows({}, WorkspacePaths::of(m_workspace->folder()).database);
    QTRY_COMPARE(failed.size(), 1);
    runner.retry({});
    QTRY_COMPARE(retried.size(), 1);
    QCOMPARE(retried.first().first().value<QuarantineRetryReport>().sources.front().stored,
             QuarantineLister::RowsOfPage + 3);
}

void QuarantineTest::listsNothingWithoutAWorkspace()
{
    const QTemporaryDir folder;
    QuarantineLister lister(folder.filePath(u"none"_s));
    QSignalSpy listed(&lister, &QuarantineLister::listed);
    lister.list({});
    QTRY_COMPARE(listed.size(), 1);
    QVERIFY(listed.first().first().value<std::vector<QuarantineRow>>().empty());
    QVERIFY(listed.first().last().toBool());
}

TRAILGLASS_TEST(QuarantineTest)
#include "tst_quarantine.moc"
