// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/purger.h"
#include "models/store/sqlconnection.h"
#include "models/store/treewriter.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/store/othertool.h"
#include "tests/store/storetesting.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Hides a source as a purge does that is killed then.
void beginPurge(SqlConnection &connection, SourceId source)
{
    const auto tree = TreeWriter::open(connection);
    VERIFY_RESULT(tree);
    VERIFY_RESULT(Purger(connection, **tree).begin(source, Noon, u"window"_s));
}

} // namespace

class SourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsBackSettingsAndSecretReferences();
    void listsByNameWithRemovedOnes();
    void refusesInvalidSources_data();
    void refusesInvalidSources();
    void restoresARemovedSourceWithItsEvents();
    void keepsTheCheckpointWhileFingerprintAndSecretsAreTheSame_data();
    void keepsTheCheckpointWhileFingerprintAndSecretsAreTheSame();
    void deletesTheSecretReferencesOfARemovedSource();
    void keepsReferencesToSecretsThatCouldNotBeDeleted();
    void takesBackANewSourceWithoutATrace();
    void takesBackARestoredSourceByRemovingItAgain();
    void purgesEverythingOfASourceAndNothingElse();
    void leavesNoTraceOfAPurgedSourceInTheFile();
    void continuesAnInterruptedPurge();
    void interruptsAPurgeAndContinuesLater();
    void hidesAHalfPurgedSource();
    void refusesUnknownSources();

private:
    SourceId add(const SourceRecord &record);
    void fill(SourceId source, const std::string &word, int count);
    std::unique_ptr<EventReader> reader() const { return std::move(*EventReader::open(m_folder->path())); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventWriter> m_writer;
};

void SourcesTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_writer = std::move(*EventWriter::open(m_folder->path()));
}

void SourcesTest::cleanup()
{
    m_writer.reset();
    m_folder.reset();
}

SourceId SourcesTest::add(const SourceRecord &record)
{
    const Result<SourceId> added = m_writer->addSource(record);
    if (!added)
        qWarning() << added.error().message << added.error().detail;
    return added ? *added : SourceId{};
}

/// Events with the word in each of their texts.
void SourcesTest::fill(SourceId source, const std::string &word, int count)
{
    std::vector<Event> events;
    for (int index = 0; index < count; ++index) {
        Event event = makeEvent(word + std::to_string(index));
        for (std::string *text : {&event.action, &event.actor.email, &event.actor.name, &event.target.name,
                                  &event.target.id, &event.message, &event.correlation, &event.userAgent})
            *text = word + " text " + std::to_string(index % 50);
        event.raw = "{\"id\":\"" + event.id + "\",\"n\":" + std::to_string(index) + "}";
        events.push_back(std::move(event));
    }
    PageCommit next = page(source, std::move(events));
    next.checkpoint = QJsonObject{{u"offset"_s, toQString(word)}};
    next.fingerprint = "fingerprint";
    next.covered.push_back({.window = {}, .answered = Noon, .pages = 1});
    const QByteArray broken = QByteArray::fromStdString(word) + " broken";
    next.unreadable.push_back({.bytes = broken, .length = broken.size(), .offset = 0, .reason = u"broken"_s});
    VERIFY_RESULT(m_writer->commit(next));
}

void SourcesTest::readsBackSettingsAndSecretReferences()
{
    SourceRecord record = source(u"My \"Asana\", É"_s);
    record.settings = {{u"workspace_gid"_s, u"12"_s}, {u"base_url"_s, u"https://é.example/"_s}};
    record.secrets = {{u"a"_s, {.kind = SecretReference::Kind::Keychain}},
                      {u"b"_s, {.kind = SecretReference::Kind::Environment, .place = u"TOKEN"_s}},
                      {u"c"_s, {.kind = SecretReference::Kind::File, .place = u"/run/secrets/t"_s}},
                      {u"d"_s, {.kind = SecretReference::Kind::Session}}};
    record.id = add(record);
    const Result<SourceRecord> read = reader()->source(record.name);
    VERIFY_RESULT(read);
    QCOMPARE(read->id, record.id);
    QCOMPARE(read->type, record.type);
    QCOMPARE(read->settings, record.settings);
    QCOMPARE(read->secrets, record.secrets);
    QVERIFY(!read->removed);
}

void SourcesTest::listsByNameWithRemovedOnes()
{
    add(source(u"b"_s));
    const SourceId removed = add(source(u"a"_s, u"nected"_s));
    VERIFY_RESULT(m_writer->removeSource(removed, EventWriter::Purge::No));
    const Result<QList<SourceRecord>> sources = reader()->sources();
    VERIFY_RESULT(sources);
    QCOMPARE(sources->size(), 2);
    QCOMPARE(sources->at(0).name, u"a"_s);
    QVERIFY(sources->at(0).removed);
    QCOMPARE(sources->at(1).name, u"b"_s);
}

void SourcesTest::refusesInvalidSources_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("words");
    QTest::newRow("taken name") << u"taken"_s << u"asana"_s << u"already"_s;
    QTest::newRow("removed, other type") << u"removed"_s << u"asana"_s << u"removed nected source"_s;
    QTest::newRow("no name") << QString() << u"asana"_s << u"needs a name"_s;
    QTest::newRow("unknown type") << u"new"_s << u"jira"_s << u"no source type jira"_s;
}

void SourcesTest::refusesInvalidSources()
{
    QFETCH(QString, name);
    QFETCH(QString, type);
    QFETCH(QString, words);
    add(source(u"taken"_s));
    VERIFY_RESULT(m_writer->removeSource(add(source(u"removed"_s, u"nected"_s)), EventWriter::Purge::No));
    const Result<SourceId> refused = m_writer->addSource(source(name, type));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Usage);
    QVERIFY2(refused.error().message.contains(words), qPrintable(refused.error().message));
    QCOMPARE(reader()->sources()->size(), 2);
}

void SourcesTest::restoresARemovedSourceWithItsEvents()
{
    const SourceId id = add(source(u"work"_s));
    fill(id, "first", 3);
    VERIFY_RESULT(m_writer->removeSource(id, EventWriter::Purge::No));
    QCOMPARE(allEvents(*reader()).size(), std::size_t(3));
    SourceRecord again = source(u"work"_s);
    again.settings = {{u"base_url"_s, u"https://new.example"_s}};
    QCOMPARE(add(again), id);
    QCOMPARE(reader()->source(u"work"_s)->settings, again.settings);
    QVERIFY(!reader()->source(u"work"_s)->removed);
    const Result<SourceState> state = reader()->sourceState(id);
    QVERIFY(state->checkpoint.isEmpty());
    QCOMPARE(state->events, 3);
}

void SourcesTest::keepsTheCheckpointWhileFingerprintAndSecretsAreTheSame_data()
{
    using Kind = SecretReference::Kind;
    QTest::addColumn<QByteArray>("fingerprint");
    QTest::addColumn<SecretReference>("reference");
    QTest::addColumn<EventWriter::Secrets>("secrets");
    QTest::addColumn<bool>("kept");
    const QByteArray same("fingerprint");
    const SecretReference variable{.kind = Kind::Environment, .place = u"KEY"_s};
    const auto asBefore = EventWriter::Secrets::Kept;
    QTest::newRow("same") << same << variable << asBefore << true;
    QTest::newRow("other fingerprint") << QByteArray("another") << variable << asBefore << false;
    QTest::newRow("no fingerprint") << QByteArray() << variable << asBefore << false;
    QTest::newRow("other variable") << same << SecretReference{.kind = Kind::Environment, .place = u"OTHER"_s}
                                    << asBefore << false;
    QTest::newRow("other place") << same << SecretReference{.kind = Kind::Keychain} << asBefore << false;
    QTest::newRow("new key in the same place") << same << variable << EventWriter::Secrets::Replaced << false;
}

void SourcesTest::keepsTheCheckpointWhileFingerprintAndSecretsAreTheSame()
{
    QFETCH(QByteArray, fingerprint);
    QFETCH(SecretReference, reference);
    QFETCH(EventWriter::Secrets, secrets);
    QFETCH(bool, kept);
    SourceRecord record = source(u"work"_s);
    record.secrets = {{u"k"_s, {.kind = SecretReference::Kind::Environment, .place = u"KEY"_s}}};
    record.id = add(record);
    fill(record.id, "a", 1);
    record.settings = {{u"start_at"_s, u"2026"_s}};
    record.secrets = {{u"k"_s, reference}};
    VERIFY_RESULT(m_writer->updateSource(record, fingerprint, secrets));
    QCOMPARE(reader()->source(u"work"_s)->settings, record.settings);
    QCOMPARE(reader()->source(u"work"_s)->secrets, record.secrets);
    QCOMPARE(!reader()->sourceState(record.id)->checkpoint.isEmpty(), kept);
}

void SourcesTest::keepsReferencesToSecretsThatCouldNotBeDeleted()
{
    SourceRecord record = source(u"work"_s);
    record.secrets = {{u"k"_s, {.kind = SecretReference::Kind::Keychain}},
                      {u"v"_s, {.kind = SecretReference::Kind::Environment, .place = u"KEY"_s}}};
    record.id = add(record);
    VERIFY_RESULT(
        m_writer->removeSourceKeeping(record.id, {{u"k"_s, {.kind = SecretReference::Kind::Keychain}}}));
    QVERIFY(reader()->source(u"work"_s)->removed);
    QCOMPARE(reader()->source(u"work"_s)->secrets.keys(), QStringList{u"k"_s});
    VERIFY_RESULT(m_writer->removeSource(record.id, EventWriter::Purge::No));
    QVERIFY(reader()->source(u"work"_s)->secrets.isEmpty());
}

void SourcesTest::takesBackANewSourceWithoutATrace()
{
    VERIFY_RESULT(m_writer->takeBackSource(add(source(u"work"_s))));
    QVERIFY(reader()->sources()->isEmpty());
    add(source(u"work"_s, u"nected"_s)); // the name is free for any type
    QCOMPARE(reader()->sources()->size(), 1);
}

void SourcesTest::takesBackARestoredSourceByRemovingItAgain()
{
    const SourceId id = add(source(u"work"_s));
    fill(id, "first", 3);
    VERIFY_RESULT(m_writer->removeSource(id, EventWriter::Purge::No));
    QCOMPARE(add(source(u"work"_s)), id);
    VERIFY_RESULT(m_writer->takeBackSource(id));
    QVERIFY(reader()->source(u"work"_s)->removed);
    QCOMPARE(allEvents(*reader()).size(), std::size_t(3));
}

void SourcesTest::deletesTheSecretReferencesOfARemovedSource()
{
    SourceRecord record = source(u"work"_s);
    record.secrets = {{u"k"_s, {.kind = SecretReference::Kind::Session}}};
    VERIFY_RESULT(m_writer->removeSource(add(record), EventWriter::Purge::No));
    QVERIFY(reader()->source(u"work"_s)->secrets.isEmpty());
}

void SourcesTest::purgesEverythingOfASourceAndNothingElse()
{
    const SourceId kept = add(source(u"kept"_s));
    const SourceId doomed = add(source(u"doomed"_s));
    fill(doomed, "doomed", 300);
    fill(kept, "kept", 300);
    fill(doomed, "again", 5);
    VERIFY_RESULT(m_writer->removeSource(doomed, EventWriter::Purge::Yes));
    const auto opened = reader();
    const std::vector<EventRecord> events = allEvents(*opened);
    QCOMPARE(events.size(), std::size_t(300));
    for (const EventRecord &record : events) {
        QCOMPARE(record.source, std::string("kept"));
        QVERIFY(QByteArray::fromStdString(record.event.action).startsWith("kept text "));
    }
    QCOMPARE(opened->sources()->size(), 1);
    QCOMPARE(opened->sourceState(doomed).error().kind, ErrorKind::NotFound);
    QVERIFY(opened->coverage(doomed)->empty());
    QVERIFY(opened->quarantine({.source = doomed})->empty());
    QCOMPARE(opened->sourceState(kept)->events, 300);
    QCOMPARE(opened->coverage(kept)->size(), std::size_t(1));
    QCOMPARE(opened->removedAfter(0)->ranges,
             (std::vector<RemovedRange>{{.first = {1}, .last = {300}}, {.first = {601}, .last = {605}}}));
    QVERIFY(add(source(u"doomed"_s, u"paradime"_s)) != doomed);
}

void SourcesTest::leavesNoTraceOfAPurgedSourceInTheFile()
{
    const SourceId doomed = add(source(u"sensitive-name"_s));
    fill(doomed, "sensitive-word", 2000);
    fill(add(source(u"kept"_s)), "ordinary-word", 2000);
    const WorkspacePaths paths = WorkspacePaths::of(m_folder->path());
    const auto traces = [&paths](const QByteArray &word) {
        qsizetype count = 0;
        for (const QString &name : QStringList{paths.database, paths.database + u"-wal"_s}) {
            QFile file(name);
            if (file.open(QIODevice::ReadOnly))
                count += file.readAll().count(word);
        }
        return count;
    };
    QVERIFY(traces("sensitive-word") > 0);
    VERIFY_RESULT(m_writer->removeSource(doomed, EventWriter::Purge::Yes));
    QCOMPARE(traces("sensitive-word"), 0);
    // Only in the record of the purge, in the log or in the file.
    QCOMPARE(traces("sensitive-name"), 1);
    QVERIFY(traces("ordinary-word") > 0);
}

void SourcesTest::continuesAnInterruptedPurge()
{
    const SourceId doomed = add(source(u"doomed"_s));
    fill(doomed, "doomed", 300);
    m_writer.reset();
    {
        auto connection = SqlConnection::openForWriting(WorkspacePaths::of(m_folder->path()).database);
        VERIFY_RESULT(connection);
        beginPurge(**connection, doomed);
    }
    m_writer = std::move(*EventWriter::open(m_folder->path()));
    auto connection = SqlConnection::openForReading(m_folder->path());
    for (const char *table : {"event", "raw_block", "source", "quarantine", "coverage", "dictionary"})
        QCOMPARE(*(*connection)->integer(std::string("SELECT count(*) FROM ") + table), 0);
}

void SourcesTest::interruptsAPurgeAndContinuesLater()
{
    const SourceId doomed = add(source(u"doomed"_s));
    fill(doomed, "doomed", 300);
    CancelSource request;
    const CancelToken token = request.token();
    request.cancel();

    const auto removed = m_writer->removeSource(doomed, EventWriter::Purge::Yes, token);

    QCOMPARE(removed.error().kind, ErrorKind::Cancelled);
    QVERIFY(reader()->sources()->isEmpty());
    QVERIFY(allEvents(*reader()).empty());
    m_writer.reset();
    auto connection = SqlConnection::openForReading(m_folder->path());
    QVERIFY(*(*connection)->integer("SELECT count(*) FROM raw_block") > 0);
    m_writer = std::move(*EventWriter::open(m_folder->path(), EventWriter::OpenPurges::Left));
    VERIFY_RESULT(m_writer->finishPurges(token)); // still cancelled: no error
    m_writer.reset();
    QVERIFY(*(*connection)->integer("SELECT count(*) FROM raw_block") > 0);
    VERIFY_RESULT(EventWriter::open(m_folder->path()));
    for (const char *table : {"event", "raw_block", "source", "dictionary"})
        QCOMPARE(*(*connection)->integer(std::string("SELECT count(*) FROM ") + table), 0);
}

void SourcesTest::hidesAHalfPurgedSource()
{
    const SourceId doomed = add(source(u"doomed"_s));
    fill(doomed, "doomed", 300);
    auto connection = SqlConnection::openForWriting(WorkspacePaths::of(m_folder->path()).database);
    VERIFY_RESULT(connection);
    beginPurge(**connection, doomed);
    const auto opened = reader();
    QVERIFY(opened->sources()->isEmpty());
    QVERIFY(allEvents(*opened).empty());
    const RowId row{1};
    QVERIFY(opened->records({&row, 1}, EventReader::WithRaw::No)->empty());
    QCOMPARE(runFreely(WorkspacePaths::of(m_folder->path()).database, "SELECT count(*) FROM events"), 0);
    QCOMPARE(m_writer->commit(page(doomed, {makeEvent("x")})).error().kind, ErrorKind::NotFound);
    QVERIFY(add(source(u"doomed"_s)) != doomed);
}

void SourcesTest::refusesUnknownSources()
{
    SourceRecord unknown = source(u"x"_s);
    unknown.id = {99};
    QCOMPARE(m_writer->updateSource(unknown, {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_writer->removeSource({99}, EventWriter::Purge::No).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_writer->removeSource({99}, EventWriter::Purge::Yes).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_writer->finishRun(endedSync({99}, Noon)).error().kind, ErrorKind::NotFound);
    QCOMPARE(reader()->source(u"x"_s).error().kind, ErrorKind::NotFound);
    QCOMPARE(reader()->sourceState({99}).error().kind, ErrorKind::NotFound);
}

TRAILGLASS_TEST(SourcesTest)
#include "tst_sources.moc"
