// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sqlconnection.h"
#include "tests/cli/clirunner.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Qt::StringLiterals;

/// What the commands say of a damaged workspace, and how they end.
class DamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void oneByteOfARowNumberIsReportedWithEveryResult();
    void oneByteOfATextIsFoundByTheDoctorAndRestored();
    void anExportIsReportedWhenItsGapsCannotBeRead();
    void aListThatCannotBeReadToItsEndIsNotPrinted_data();
    void aListThatCannotBeReadToItsEndIsNotPrinted();
    void impossibleNumbersEndInASentence_data();
    void impossibleNumbersEndInASentence();

private:
    static constexpr int Events = 200;
    [[nodiscard]] CliResult run(const QString &words) const { return m_cli->run(words.split(u' ')); }
    [[nodiscard]] QString database() const { return m_cli->workspace() + u"/trailglass.sqlite"_s; }
    void execute(const QByteArray &sql) const;

    CliRunner m_prepared; ///< with the events, and without damage
    std::unique_ptr<CliRunner> m_cli;
};

void DamageTest::initTestCase()
{
    QCOMPARE(SampleWorkspace::addSource(m_prepared, u"asana"_s, u"work"_s).exitCode, 0);
    QByteArray lines;
    for (int number = 1; number <= Events; ++number) {
        const QByteArray text = QByteArray::number(number);
        lines += R"({"gid":"needle)" + text
            + R"(","created_at":"2026-10-01T10:00:00Z","event_type":"task_done",)"
            + R"("actor":{"actor_type":"user","gid":"1","email":"ann@example.com"}})" + '\n';
    }
    QCOMPARE(m_prepared.run({u"import"_s, u"work"_s, u"-"_s}, lines).exitCode, 0);
}

void DamageTest::init()
{
    m_cli = m_prepared.another();
    QVERIFY(m_cli->copyFrom(m_prepared));
}

void DamageTest::execute(const QByteArray &sql) const
{
    const auto connection = SqlConnection::openForWriting(database());
    const auto done = (*connection)->execute(sql.toStdString());
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
}

void DamageTest::oneByteOfARowNumberIsReportedWithEveryResult()
{
    execute("PRAGMA wal_checkpoint(TRUNCATE)");
    QFile file(database());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll();
    // A cell begins with its size and its row, 150 in two bytes, not far before the text of the id.
    const qsizetype id = bytes.indexOf("needle150");
    const qsizetype row = bytes.lastIndexOf("\x81\x16", id);
    QVERIFY(row > 0 && id - row < 200);
    QVERIFY(file.seek(row + 1) && file.putChar('\x7f'));
    file.close();
    const QByteArray words = "Results lack 51 of the 200 events of work";

    const CliResult count = run(u"query --count"_s);
    QCOMPARE(count.output, QByteArray("149\n"));
    QCOMPARE(count.exitCode, 3);
    QVERIFY2(count.errors.contains(words), count.errors.constData());
    for (const QString &command :
         {u"query --limit 1"_s, u"facets --by action"_s, u"histogram --bins 2"_s, u"export --output -"_s}) {
        const CliResult result = run(command);
        QCOMPARE(result.exitCode, 3);
        QVERIFY2(result.errors.contains(words), result.errors.constData());
    }
    const CliResult doctor = run(u"doctor"_s);
    QCOMPARE(doctor.exitCode, 1);
    QVERIFY2(doctor.output.contains("damaged"), doctor.output.constData());
}

void DamageTest::oneByteOfATextIsFoundByTheDoctorAndRestored()
{
    execute("UPDATE dictionary SET text = 'task_dome' WHERE text = 'task_done'");

    const CliResult doctor = run(u"doctor"_s);
    QCOMPARE(doctor.exitCode, 1);
    QVERIFY2(doctor.output.contains("1 text of a field is not as it was stored")
                 && doctor.output.contains("200 events differ from their JSON in action"),
             doctor.output.constData());

    const CliResult repair = run(u"doctor --repair"_s);
    QVERIFY2(repair.errors.contains("restored from the JSON of events: 1"), repair.errors.constData());
    QCOMPARE(repair.exitCode, 0);
    QCOMPARE(run(u"query --count action:task_done"_s).output, QByteArray("200\n"));
}

void DamageTest::anExportIsReportedWhenItsGapsCannotBeRead()
{
    execute("INSERT INTO coverage (source, answered, pages) VALUES (1, 0, -1)");
    const QString fileName = m_cli->path(u"out.csv"_s);

    const CliResult exported = run(u"export --json --output "_s + fileName);

    QCOMPARE(exported.exitCode, 3);
    const QJsonObject report = QJsonDocument::fromJson(exported.errors).object();
    QCOMPARE(report.value("rows"_L1).toInt(), Events);
    QVERIFY2(report.value("gaps"_L1).isNull(), exported.errors.constData());
    QVERIFY2(exported.errors.contains("Events may be missing"), exported.errors.constData());
    QVERIFY(QFile::exists(fileName));
}

void DamageTest::aListThatCannotBeReadToItsEndIsNotPrinted_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("part"); // of the error
    const QByteArray time = "UPDATE source SET last_success = 9000000000000000000 WHERE name = 'other'";
    const QByteArray pages = "INSERT INTO coverage (source, answered, pages) VALUES (1, 0, 1), (2, 0, -1)";
    const QByteArray bytes = "UPDATE raw_block SET bytes = -1";
    QTest::newRow("source list") << time << u"source list"_s << QByteArray("“other”");
    QTest::newRow("source show") << time << u"source show other"_s << QByteArray("“other”");
    QTest::newRow("coverage") << pages << u"coverage"_s << QByteArray("“other”");
    QTest::newRow("coverage of one") << pages << u"coverage other"_s << QByteArray("“other”");
    QTest::newRow("stats") << bytes << u"stats"_s << QByteArray();
}

void DamageTest::aListThatCannotBeReadToItsEndIsNotPrinted()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const QString, command);
    QFETCH(const QByteArray, part);
    QCOMPARE(SampleWorkspace::addSource(*m_cli, u"asana"_s, u"other"_s).exitCode, 0);
    QCOMPARE(run(command).exitCode, 0);
    execute(sql);

    const CliResult text = run(command);
    const CliResult json = run(command + u" --json"_s);

    for (const CliResult &result : {text, json}) {
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.output, QByteArray());
        QVERIFY2(result.errors.contains(part) && result.errors.contains("doctor"), result.errors.constData());
    }
    const QJsonObject error = QJsonDocument::fromJson(json.errors).object().value("error"_L1).toObject();
    QCOMPARE(error.value("kind"_L1).toString(), u"storage"_s);
}

void DamageTest::impossibleNumbersEndInASentence_data()
{
    QTest::addColumn<QByteArray>("sql");

    const auto row = [](const char *name, const char *sql) {
        QTest::newRow(name) << QByteArray(sql);
    };
    row("a source of no name and an id below zero",
        "INSERT INTO source (id, name, type, settings, secrets) VALUES (-1, NULL, 'asana', '{}', '{}')");
    row("a source of a great id",
        "INSERT INTO source (id, name, type, settings, secrets) VALUES (9000000000000000000, NULL, 'x', "
        "'{}', '{}')");
    row("a dictionary of another number", "UPDATE dictionary SET dictionary = 99 WHERE dictionary = 1");
    row("a code below zero", "UPDATE event SET action = -5 WHERE row = 7");
    row("a great last row", "UPDATE counter SET value = 4000000000000000000 WHERE name = 'row'");
    row("a great last code",
        "UPDATE counter SET value = 4000000000000000000; UPDATE dictionary SET code = 4000000000000000000 "
        "WHERE dictionary = 1");
}

void DamageTest::impossibleNumbersEndInASentence()
{
    QFETCH(QByteArray, sql);
    execute(sql);

    const CliResult doctor = run(u"doctor"_s);
    QCOMPARE(doctor.exitCode, 1);
    QVERIFY2(doctor.output.contains("problems: "), doctor.output.constData());
    for (const QString &command :
         {u"query --count"_s, u"query"_s, u"facets --by action,source"_s, u"histogram --interval 1h"_s,
          u"export --output -"_s, u"source list"_s, u"show work needle7"_s, u"coverage"_s, u"stats"_s,
          u"source remove work --purge"_s}) {
        const CliResult result = run(command);
        QVERIFY2(result.exitCode == 0 || result.exitCode == 1 || result.exitCode == 3,
                 qPrintable(
                     "%1: %2 %3"_L1.arg(command).arg(result.exitCode).arg(QString::fromUtf8(result.errors))));
        if (result.exitCode != 0)
            QVERIFY2(result.errors.contains("in the window, or “trailglass-cli doctor"),
                     result.errors.constData());
    }
}

TRAILGLASS_TEST(DamageTest)
#include "tst_damage.moc"
