// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/fieldcheck.h"

#include "models/json/wholedocument.h"
#include "models/sources/source.h"
#include "models/store/dictionarydamage.h"
#include "models/store/eventwriter.h"
#include "models/store/integrity.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// Of the workspace of each test: five blocks of raw JSON, and each value of a field many times.
constexpr int Events = 1'200;

/// Enough that the check says twice how far it is.
constexpr int ManyEvents = 9'000;

std::string eventJson(int number)
{
    const std::string text = std::to_string(number);
    return R"({"gid":"a)" + text + R"(","created_at":"2026-10-01T10:00:00.)"
        + std::to_string(100'000 + number) + R"(Z","event_type":"task_)" + std::to_string(number % 7)
        + R"(","event_category":"tasks","actor":{"actor_type":"user","gid":"1)" + std::to_string(number % 5)
        + R"(","email":"p)" + std::to_string(number % 5)
        + R"(@example.com"},"resource":{"resource_type":"task","gid":"t)" + text
        + R"(","name":"Task"},"context":{"context_type":"web","client_ip_address":"203.0.113.)"
        + std::to_string(number % 200) + R"("}})";
}

} // namespace

/// The fields of events against the JSON they were read from.
class FieldCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void findsNothingInAHealthyWorkspace();
    void tellsOfEveryFieldThatDiffers_data();
    void tellsOfEveryFieldThatDiffers();
    void namesTheFirstEventsAndCountsAll();
    void tellsOfJsonThatIsNoEvent();
    void doesNotReportWhatFollowsFromOtherSettings();
    void goesOnWithTheOtherSources_data();
    void goesOnWithTheOtherSources();
    void saysTheSameWithAnyNumberOfThreads_data();
    void saysTheSameWithAnyNumberOfThreads();
    void tellsHowFarItIs();
    void stopsWhenCancelled();
    void restoresTheTextsThatWereStored_data();
    void restoresTheTextsThatWereStored();
    void leavesTextsAloneThatNoEventTells();

private:
    /// Commits the events with these numbers to the source "team".
    static void add(const QString &workspace, int first, int end);
    void execute(const QByteArray &sql) const;
    [[nodiscard]] QStringList check() const;

    QTemporaryDir m_original; ///< made once; each test has a copy
    std::unique_ptr<QTemporaryDir> m_folder;
};

void FieldCheckTest::initTestCase()
{
    {
        const auto writer = std::move(*EventWriter::open(m_original.path()));
        SourceRecord source;
        source.name = u"team"_s;
        source.type = u"asana"_s;
        source.settings = {{u"workspace_gid"_s, u"1200"_s}};
        QCOMPARE(writer->addSource(source)->value, 1);
    }
    add(m_original.path(), 0, Events);
}

void FieldCheckTest::add(const QString &workspace, int first, int end)
{
    const auto writer = std::move(*EventWriter::open(workspace));
    const auto settings =
        SourceSettings::fromValues(findSource(u"asana"_s)->type(), {{u"workspace_gid"_s, u"1200"_s}});
    QVERIFY(settings);
    PageCommit page;
    page.source = {1};
    page.received = UtcMicros{1'780'000'000'000'000};
    for (int number = first; number < end; ++number) {
        const std::string json = eventJson(number);
        auto event = findSource(u"asana"_s)->readEvent(*wholeDocument(json), *settings);
        QVERIFY(event);
        event->raw = json;
        page.events.push_back(*std::move(event));
    }
    QVERIFY(writer->commit(page));
}

void FieldCheckTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(WorkspacePaths::of(m_original.path()).database,
                        WorkspacePaths::of(m_folder->path()).database));
}

void FieldCheckTest::execute(const QByteArray &sql) const
{
    const auto connection = SqlConnection::openForWriting(WorkspacePaths::of(m_folder->path()).database);
    const auto done = (*connection)->execute(sql.toStdString());
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
}

QStringList FieldCheckTest::check() const
{
    const auto problems = checkFields(m_folder->path(), {}, {});
    return problems ? *problems : QStringList{problems.error().message};
}

void FieldCheckTest::findsNothingInAHealthyWorkspace()
{
    QCOMPARE(check(), QStringList());
    QCOMPARE(*repairTexts(m_folder->path(), {}), 0);
}

void FieldCheckTest::tellsOfEveryFieldThatDiffers_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *sql, const char *words) {
        QTest::newRow(name) << QByteArray(sql) << QString::fromUtf8(words);
    };
    row("id", "UPDATE event SET id = 'b7' WHERE id = 'a7'", "1 event(s) differ from their JSON in id");
    row("created", "UPDATE event SET created = created + 1 WHERE id = 'a7'",
        "1 event(s) differ from their JSON in created; the first has “2026-10-01T10:00:00.100008Z” instead "
        "of "
        "“2026-10-01T10:00:00.100007Z”: a7 of team");
    row("op", "UPDATE event SET op = 8 - op WHERE id = 'a7'", "1 event(s) differ from their JSON in op");
    row("outcome", "UPDATE event SET outcome = 1 WHERE id = 'a7'",
        "1 event(s) differ from their JSON in outcome");
    row("target.id", "UPDATE event SET target_id = NULL WHERE id = 'a7'",
        "1 event(s) differ from their JSON in target.id");
    row("target.name", "UPDATE event SET target_name = NULL WHERE id = 'a7'",
        "1 event(s) differ from their JSON in target.name");
    row("target.type", "UPDATE event SET target_type = NULL WHERE id = 'a7'",
        "1 event(s) differ from their JSON in target.type");
    row("actor.id", "UPDATE event SET actor_id = NULL WHERE id = 'a7'",
        "1 event(s) differ from their JSON in actor.id");
    row("actor.name", "UPDATE event SET actor_name = actor_email WHERE id = 'a7'",
        "1 event(s) differ from their JSON in actor.name; the first has “p2@example.com” instead of “”");
    row("actor.type", "UPDATE event SET actor_type = NULL WHERE id = 'a7'",
        "1 event(s) differ from their JSON in actor.type");
    row("ip", "UPDATE event SET ip = 1 + (ip = 1) WHERE id = 'a7'",
        "1 event(s) differ from their JSON in ip");
    row("channel", "UPDATE event SET channel = NULL WHERE id = 'a7'",
        "1 event(s) differ from their JSON in channel");
    row("user_agent",
        "INSERT INTO dictionary (dictionary, code, hash, text) VALUES (7, 1, 0, 'curl');"
        "INSERT OR REPLACE INTO counter (name, value) VALUES ('dictionary.7', 1);"
        "UPDATE event SET user_agent = 1 WHERE id = 'a7'",
        "1 event(s) differ from their JSON in user_agent; the first has “curl” instead of “”");
    row("environment",
        "INSERT INTO dictionary (dictionary, code, hash, text) VALUES (10, 1, 0, 'test');"
        "INSERT OR REPLACE INTO counter (name, value) VALUES ('dictionary.10', 1);"
        "UPDATE event SET environment = 1 WHERE id = 'a7'",
        "1 event(s) differ from their JSON in environment; the first has “test” instead of “”");
    row("message", "UPDATE event SET message = 'never said' WHERE id = 'a7'",
        "1 event(s) differ from their JSON in message; the first has “never said” instead of “”");
    row("correlation", "UPDATE event SET correlation = 'x' WHERE id = 'a7'",
        "1 event(s) differ from their JSON in correlation");
    row("revised", "UPDATE event SET revised = 5 WHERE id = 'a7'",
        "1 event(s) differ from their JSON in the time of the last change");
    row("another code", "UPDATE event SET action = 1 + (action = 1) WHERE id = 'a7'",
        "1 event(s) differ from their JSON in action");
    row("no code", "UPDATE event SET actor_email = NULL WHERE id = 'a7'",
        "1 event(s) differ from their JSON in actor.email");
    row("a text of a dictionary", "UPDATE dictionary SET text = 'tasts' WHERE text = 'tasks'",
        "1,200 event(s) differ from their JSON in category; the first has “tasts” instead of “tasks”");
}

void FieldCheckTest::tellsOfEveryFieldThatDiffers()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, words);
    execute(sql);

    const QStringList problems = check();

    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().contains(words), qPrintable(problems.first()));
}

void FieldCheckTest::namesTheFirstEventsAndCountsAll()
{
    execute("UPDATE event SET message = 'x' WHERE row <= 40");

    const QStringList problems = check();

    QCOMPARE(problems.size(), 1);
    QVERIFY2(
        problems.first().contains("40 event(s)"_L1)
            && problems.first().contains("a0 of team, a1 of team, a2 of team, a3 of team, a4 of team."_L1),
        qPrintable(problems.first()));
}

void FieldCheckTest::tellsOfJsonThatIsNoEvent()
{
    const auto writer = std::move(*EventWriter::open(m_folder->path()));
    PageCommit page;
    page.source = {1};
    page.received = UtcMicros{1'780'000'000'000'000};
    for (const char *raw : {"{\"gid\":", "[]", "{}"}) {
        Event event;
        event.id = raw;
        event.raw = raw;
        page.events.push_back(event);
    }
    QVERIFY(writer->commit(page));

    const QStringList problems = check();

    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().contains("The JSON of 3 event(s) is not valid"_L1),
             qPrintable(problems.first()));
}

void FieldCheckTest::doesNotReportWhatFollowsFromOtherSettings()
{
    execute("UPDATE source SET settings = '{\"workspace_gid\":\"77\"}'");
    QCOMPARE(check(), QStringList());
}

void FieldCheckTest::goesOnWithTheOtherSources_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("settings that the type does not take")
        << QByteArray("UPDATE source SET settings = '{\"base_url\":\"nowhere\"}' WHERE name = 'team'");
    QTest::newRow("a setting that the type does not know")
        << QByteArray("UPDATE source SET settings = '{\"colour\":\"red\"}' WHERE name = 'team'");
}

void FieldCheckTest::goesOnWithTheOtherSources()
{
    QFETCH(const QByteArray, sql);
    {
        const auto writer = std::move(*EventWriter::open(m_folder->path()));
        SourceRecord other;
        other.name = u"other"_s;
        other.type = u"asana"_s;
        other.settings = {{u"workspace_gid"_s, u"1200"_s}};
        PageCommit page;
        page.source = *writer->addSource(other);
        page.received = UtcMicros{1'780'000'000'000'000};
        const std::string json = eventJson(1);
        auto event = *findSource(u"asana"_s)->readEvent(*wholeDocument(json), {});
        event.raw = json;
        event.message = "never said";
        page.events.push_back(event);
        QVERIFY(writer->commit(page));
    }
    execute(sql);
    execute("UPDATE dictionary SET text = 'tasts' WHERE text = 'tasks'");
    QCOMPARE(*repairTexts(m_folder->path(), {}), 1); // also from the events of a source without settings

    const QString problems = check().join(u'\n');

    QVERIFY2(problems.contains(u"The events of team were not compared with their JSON"_s),
             qPrintable(problems));
    QVERIFY2(problems.contains(u"1 event(s) differ from their JSON in message; the first has “never said”"_s),
             qPrintable(problems));
    QVERIFY2(!problems.contains(u" of team."_s), qPrintable(problems));
}

void FieldCheckTest::saysTheSameWithAnyNumberOfThreads_data()
{
    QTest::addColumn<unsigned>("threads");
    for (const unsigned threads : {1U, 2U, 3U, 8U})
        QTest::addRow("%u threads", threads) << threads;
}

void FieldCheckTest::saysTheSameWithAnyNumberOfThreads()
{
    QFETCH(unsigned, threads);
    add(m_folder->path(), Events, ManyEvents);
    execute(
        "UPDATE event SET message = 'y' || row WHERE row IN (8500, 5000, 3, 4100);"
        "UPDATE event SET correlation = 'z' WHERE row = 9000;"
        "UPDATE raw_block SET data = x'00' WHERE first_row IN (SELECT max(first_row) FROM raw_block WHERE "
        "first_row <= 6000)");

    const auto problems = checkFields(m_folder->path(), {}, {}, threads);

    QVERIFY2(problems, problems ? "" : qPrintable(problems.error().message));
    QCOMPARE(problems->size(), 3);
    QVERIFY2(problems->at(0).contains("1 event(s) differ from their JSON in correlation"_L1),
             qPrintable(problems->at(0)));
    QVERIFY2(
        problems->at(1).contains(u"4 event(s) differ from their JSON in message; the first has “y3” instead "
                                 "of “”: a2 of team, a4099 of team, a4999 of team, a8499 of team."_s),
        qPrintable(problems->at(1)));
    QVERIFY2(problems->at(2).contains("is damaged"_L1), qPrintable(problems->at(2)));
}

void FieldCheckTest::tellsHowFarItIs()
{
    add(m_folder->path(), Events, ManyEvents);
    std::vector<qint64> told;
    QVERIFY(checkFields(m_folder->path(), {}, [&told](qint64 events) { told.push_back(events); }));
    QCOMPARE_GE(told.size(), std::size_t(2));
    QVERIFY(std::ranges::is_sorted(told));
    QCOMPARE_LE(told.back(), ManyEvents);
}

void FieldCheckTest::stopsWhenCancelled()
{
    add(m_folder->path(), Events, ManyEvents);
    CancelSource cancel;
    const CancelToken token = cancel.token();
    const auto problems = checkFields(m_folder->path(), token, [&cancel](qint64) { cancel.cancel(); });
    QVERIFY(!problems);
    QCOMPARE(problems.error().kind, ErrorKind::Cancelled);
    QCOMPARE(repairTexts(m_folder->path(), token).hasValue(), true); // nothing to do
}

void FieldCheckTest::restoresTheTextsThatWereStored_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("restored");

    QTest::newRow("a text") << QByteArray("UPDATE dictionary SET text = 'tasts' WHERE text = 'tasks'") << 1;
    QTest::newRow("several") << QByteArray(
        "UPDATE dictionary SET text = 'x' || text WHERE dictionary IN (1, 3)")
                             << 18;
    QTest::newRow("two into each other")
        << QByteArray("UPDATE dictionary SET text = CASE text WHEN 'task_1' THEN 'task_2' ELSE 'task_1' END "
                      "WHERE text IN ('task_1', 'task_2')")
        << 2;
    QTest::newRow("a hash") << QByteArray("UPDATE dictionary SET hash = hash + 1 WHERE text = 'tasks'") << 1;
    QTest::newRow("an empty text") << QByteArray("UPDATE dictionary SET text = '' WHERE text = 'tasks'") << 1;
}

void FieldCheckTest::restoresTheTextsThatWereStored()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, restored);
    execute(sql);
    QCOMPARE(static_cast<int>(damagedTexts(m_folder->path())->size()), restored);

    const auto repaired = repairTexts(m_folder->path(), {});

    QVERIFY2(repaired, repaired ? "" : qPrintable(repaired.error().message));
    QCOMPARE(*repaired, restored);
    QCOMPARE(check(), QStringList());
    QCOMPARE(*checkIntegrity(m_folder->path(), {}), QStringList());
}

void FieldCheckTest::leavesTextsAloneThatNoEventTells()
{
    execute("INSERT INTO dictionary (dictionary, code, hash, text) VALUES (1, 8, 5, 'of no event');"
            "UPDATE counter SET value = 8 WHERE name = 'dictionary.1'");

    QCOMPARE(*repairTexts(m_folder->path(), {}), 0);
    QCOMPARE(damagedTexts(m_folder->path())->size(), 1U);
}

TRAILGLASS_TEST(FieldCheckTest)
#include "tst_fieldcheck.moc"
