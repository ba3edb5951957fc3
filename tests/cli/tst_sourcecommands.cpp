// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass::Support;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

QStringList keys(const QJsonArray &fields)
{
    QStringList keys;
    for (const QJsonValue &field : fields)
        keys.append(field[u"key"].toString());
    return keys;
}

} // namespace

/// `source …`, `coverage`, `stats` and `doctor` through the real program.
class SourceCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_cli = std::make_unique<CliRunner>(); }

    void typesListsEverySettingAndSecret_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<QStringList>("secrets");
        QTest::newRow("asana")
            << u"asana"_s
            << words("base_url workspace_gid initial_days start_at end_at event_type actor_type "
                     "actor_gid resource_gid")
            << words("access_token");
        QTest::newRow("secoda") << u"secoda"_s << words("base_url initial_days filter") << words("api_key");
        QTest::newRow("datafold") << u"datafold"_s << words("base_url initial_days start_date end_date")
                                  << words("api_key");
        QTest::newRow("paradime") << u"paradime"_s << words("endpoint workspace_uid initial_days")
                                  << words("api_key api_secret");
        QTest::newRow("nected") << u"nected"_s
                                << words(
                                       "base_url module api_generation branch initial_days search type event "
                                       "status environment startDate endDate")
                                << words("api_key");
    }
    void typesListsEverySettingAndSecret()
    {
        QFETCH(QString, type);
        QFETCH(QStringList, settings);
        QFETCH(QStringList, secrets);
        const QJsonArray types = m_cli->run(words("source types --json")).jsonArray();
        QCOMPARE(types.size(), 5);
        const auto found = std::find_if(types.begin(), types.end(), [&](const QJsonValue &each) {
            return each[u"type"].toString() == type;
        });
        QVERIFY(found != types.end());
        QCOMPARE(keys((*found)[u"settings"].toArray()), settings);
        QCOMPARE(keys((*found)[u"secrets"].toArray()), secrets);
        const QByteArray text = m_cli->run(words("source types")).output;
        for (const QString &key : settings + secrets)
            QVERIFY2(text.contains(QByteArray("\n  " + key.toUtf8() + ' ')), qPrintable(key));
    }

    void aSourceIsAddedShownAndChanged()
    {
        QCOMPARE(m_cli->run(words("source list --json")).output, QByteArray("[]\n"));
        QCOMPARE(add(u"asana"_s, u"work"_s), 0);
        QJsonObject shown = m_cli->run(words("source show work --json")).jsonObject();
        QCOMPARE(shown[u"type"].toString(), u"asana"_s);
        QCOMPARE(shown[u"settings"][u"workspace_gid"].toString(), u"1200"_s);
        QVERIFY(shown[u"secrets"][u"access_token"].toString().startsWith("env:"_L1));
        QCOMPARE(shown[u"events"].toInt(), 0);

        const QString keyFile = m_cli->writeFile(u"key"_s, "made-up\n");
        QCOMPARE(m_cli
                     ->run({u"source"_s, u"set"_s, u"work"_s, u"--set"_s, u"initial_days=7"_s, u"--secret"_s,
                            QString("access_token=file:"_L1 + keyFile)})
                     .exitCode,
                 0);
        shown = m_cli->run(words("source show work --json")).jsonObject();
        QCOMPARE(shown[u"settings"][u"initial_days"].toString(), u"7"_s);
        QCOMPARE(shown[u"settings"][u"workspace_gid"].toString(), u"1200"_s);
        QCOMPARE(shown[u"secrets"][u"access_token"].toString(), QString("file:"_L1 + keyFile));
        QCOMPARE(m_cli->run(words("source set work --set initial_days=")).exitCode, 0);
        QVERIFY(!m_cli->run(words("source show work")).output.contains("initial_days    7"));
        const QByteArray list = m_cli->run(words("source list")).output;
        QVERIFY2(list.contains("\nwork  asana       0"), list.constData());
    }

    void wrongUsageIsReportedAndExitsWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("half a command") << words("source") << QByteArray("source add");
        QTest::newRow("unknown second word") << words("source lst") << QByteArray("“source list”");
        QTest::newRow("unknown name to show") << words("source show wrok") << QByteArray("“work”");
        QTest::newRow("unknown name to set")
            << words("source set wrok --set initial_days=1") << QByteArray("“work”");
        QTest::newRow("unknown name to remove") << words("source remove wrok") << QByteArray("“work”");
        QTest::newRow("unknown name to test") << words("source test wrok") << QByteArray("“work”");
        QTest::newRow("nothing to set") << words("source set work") << QByteArray("--set");
        QTest::newRow("unknown setting")
            << words("source set work --set initial_day=1") << QByteArray("initial_days");
        QTest::newRow("no pair") << words("source set work --set initial_days") << QByteArray("KEY=VALUE");
        QTest::newRow("a name twice")
            << words("source add secoda work --secret api_key=env:KEY") << QByteArray("work");
        QTest::newRow("no name") << words("source add asana") << QByteArray("TYPE NAME");
    }
    void wrongUsageIsReportedAndExitsWith2()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, part);
        QCOMPARE(add(u"asana"_s, u"work"_s), 0);
        const QByteArray before = m_cli->run(words("source list --json")).output;
        const CliResult run = m_cli->run(arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.errors.contains(part), run.errors.constData());
        QCOMPARE(m_cli->run(words("source list --json")).output, before);
    }

    void removingKeepsTheEventsAndTheName()
    {
        QCOMPARE(add(u"asana"_s, u"work"_s), 0);
        import(u"work"_s);
        QCOMPARE(m_cli->run(words("source remove work")).exitCode, 0);
        QCOMPARE(count(), 3);
        QCOMPARE(m_cli->run(words("query source:work --count")).output, QByteArray("3\n"));
        QVERIFY(m_cli->run(words("source list")).output.contains("Removed, events kept"));
        QVERIFY(m_cli->run(words("source show work --json")).jsonObject()[u"secrets"].toObject().isEmpty());
        for (const char *line :
             {"sync work", "import work -", "source test work", "source set work --set initial_days=1"})
            QCOMPARE(m_cli->run(words(line)).exitCode, 2);

        const CliResult other = SampleWorkspace::addSource(*m_cli, u"secoda"_s, u"work"_s);
        QCOMPARE(other.exitCode, 2);
        QVERIFY2(other.errors.contains("asana"), other.errors.constData());
        QCOMPARE(add(u"asana"_s, u"work"_s), 0);
        import(u"work"_s); // the same events: the source goes on where it was
        QCOMPARE(count(), 3);
    }

    void purgingDeletesTheEventsAndFreesTheName()
    {
        QVERIFY(SampleWorkspace().fill(*m_cli));
        QCOMPARE(m_cli->run(words("source remove work")).exitCode, 0);
        QCOMPARE(m_cli->run(words("source remove work --purge")).exitCode,
                 0); // also one that was removed before
        QCOMPARE(count(), 4);
        QCOMPARE(m_cli->run(words("show work a1")).exitCode, 2);
        QCOMPARE(m_cli->run(words("query source:work --count")).exitCode, 2);
        QCOMPARE(add(u"secoda"_s, u"work"_s), 0);
        QCOMPARE(m_cli->run(words("query source:work --count")).output, QByteArray("0\n"));
        const CliResult doctor = m_cli->run(words("doctor"));
        QVERIFY2(doctor.exitCode == 0, doctor.output.constData());
    }

    void statsCoverageAndDoctorTellHowThingsAre()
    {
        QCOMPARE(m_cli->run(words("doctor")).exitCode, 0); // before there is anything
        QVERIFY(SampleWorkspace().fill(*m_cli));
        const QJsonObject stats = m_cli->run(words("stats --json")).jsonObject();
        QCOMPARE(stats[u"events"].toInt(), 7);
        QCOMPARE(stats[u"quarantined"].toInt(), 0);
        QVERIFY(stats[u"raw_bytes"].toInt() > stats[u"packed_bytes"].toInt());
        QVERIFY(m_cli->run(words("stats")).output.contains("vendor JSON"));
        QCOMPARE(m_cli->run(words("coverage --json")).output,
                 QByteArray("[]\n")); // an import covers no interval
        QCOMPARE(m_cli->run(words("coverage work")).exitCode, 0);

        const QJsonObject doctor = m_cli->run(words("doctor --json")).jsonObject();
        QCOMPARE(doctor[u"workspace"].toString(), m_cli->workspace());
        QVERIFY(doctor[u"database"].toString().endsWith("trailglass.sqlite"_L1));
        QVERIFY(doctor[u"problems"].toArray().isEmpty());
        QVERIFY(doctor[u"versions"][u"sqlite"].toString().startsWith("3."_L1));
        QVERIFY(!doctor[u"keychain"].toString().isEmpty());
    }

    void everyCommandExplainsItself_data()
    {
        QTest::addColumn<QStringList>("command");
        for (const char *command : {"source types", "source list", "source show", "source add", "source set",
                                    "source remove", "source test", "sync", "import", "query", "facets",
                                    "histogram", "export", "show", "coverage", "stats", "doctor"})
            QTest::newRow(command) << words(command);
    }
    void everyCommandExplainsItself()
    {
        QFETCH(QStringList, command);
        const CliResult help = m_cli->run(command + QStringList{u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        const QByteArray name = command.join(u' ').toUtf8();
        QVERIFY2(help.output.startsWith(QByteArray("trailglass-cli " + name)), help.output.constData());
        QVERIFY(help.lines().size() >= 3);
        QVERIFY(m_cli->run(words("--help")).output.contains(QByteArray("\n  " + name)));
    }

private:
    int add(const QString &type, const QString &name)
    {
        return SampleWorkspace::addSource(*m_cli, type, name).exitCode;
    }

    void import(const QString &name)
    {
        QCOMPARE(m_cli->run({u"import"_s, name, u"-"_s}, SampleWorkspace::events(name).join('\n')).exitCode,
                 0);
    }

    int count() const { return m_cli->run(words("query --count")).output.trimmed().toInt(); }

    std::unique_ptr<CliRunner> m_cli;
};

TRAILGLASS_TEST(SourceCommandsTest)
#include "tst_sourcecommands.moc"
