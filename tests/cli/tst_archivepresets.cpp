// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/clickhouseserver.h"
#include "tests/cli/archivecli.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using Trailglass::Testing::ClickHouseServer;

/// `preset … --archive`, and filters that name what is shared, through the real program and a real server.
class ArchivePresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatOneSharesOthersUse();
    void aWorkspaceHandsItsPresetsOn();
    void onlyThoseWhoMayWriteShare();
    void namesOnlyWhatIsShared();

private:
    /// Without a workspace.
    [[nodiscard]] CliResult run(const QStringList &arguments, const QString &user = u"push"_s)
    {
        return m_cli.runAnywhere(arguments
                                 + QStringList{u"--archive"_s, m_server.place(u"audit"_s, user).text()});
    }

    ArchiveCli m_cli;
    ClickHouseServer m_server;
};

void ArchivePresetsTest::initTestCase()
{
    START_SERVER(m_server);
    QVERIFY(SampleWorkspace().fill(m_cli));
    const ArchivePlace archive = m_server.place(u"audit"_s);
    for (const CliResult &done : {m_cli.create(archive), m_cli.push(archive)})
        QVERIFY2(done.exitCode == 0, done.errors.constData());
}

void ArchivePresetsTest::whatOneSharesOthersUse()
{
    const CliResult saved = run({u"preset"_s, u"save"_s, u"of ann"_s, u"actor:ann@example.com"_s});
    QVERIFY2(saved.exitCode == 0, saved.errors.constData());

    const CliResult shown = run({u"preset"_s, u"show"_s, u"of ann"_s, u"--json"_s}, u"reader"_s);
    QCOMPARE(shown.jsonObject().value(u"expression"_s).toString(), u"actor:ann@example.com"_s);
    const CliResult found = run({u"query"_s, u"--count"_s, u"preset:\"of ann\""_s}, u"reader"_s);
    QVERIFY2(found.exitCode == 0, found.errors.constData());
    QCOMPARE(found.output, m_cli.run({u"query"_s, u"--count"_s, u"actor:ann@example.com"_s}).output);
    QCOMPARE(m_cli.run({u"preset"_s, u"list"_s, u"--json"_s}).jsonArray().size(), 0); // of the workspace

    QCOMPARE(run({u"preset"_s, u"rename"_s, u"of ann"_s, u"ann"_s}).exitCode, 0);
    QCOMPARE(run({u"query"_s, u"--count"_s, u"preset:ann"_s}, u"reader"_s).output, found.output);
    QCOMPARE(run({u"preset"_s, u"delete"_s, u"ann"_s}).exitCode, 0);
    QCOMPARE(run({u"preset"_s, u"list"_s, u"--json"_s}).jsonArray().size(), 0);
}

void ArchivePresetsTest::aWorkspaceHandsItsPresetsOn()
{
    QCOMPARE(m_cli.run({u"preset"_s, u"save"_s, u"night"_s, u"hour:22..,..5"_s}).exitCode, 0);
    QCOMPARE(m_cli.run({u"preset"_s, u"save"_s, u"quiet"_s, u"NOT preset:night"_s}).exitCode, 0);
    const QString file = m_cli.path(u"presets.json"_s);
    QCOMPARE(m_cli.run({u"preset"_s, u"export"_s, file}).exitCode, 0);

    const CliResult imported = run({u"preset"_s, u"import"_s, file});

    QVERIFY2(imported.exitCode == 0, imported.errors.constData());
    QCOMPARE(run({u"preset"_s, u"list"_s, u"--json"_s}, u"reader"_s).output,
             m_cli.run({u"preset"_s, u"list"_s, u"--json"_s}).output);
    QCOMPARE(run({u"query"_s, u"--count"_s, u"preset:quiet"_s}).output,
             m_cli.run({u"query"_s, u"--count"_s, u"preset:quiet"_s}).output);
}

void ArchivePresetsTest::onlyThoseWhoMayWriteShare()
{
    const CliResult refused = run({u"preset"_s, u"save"_s, u"a"_s, u"op:auth"_s}, u"reader"_s);

    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains("may only read"), refused.errors.constData());
    const CliResult both =
        m_cli.run({u"preset"_s, u"list"_s, u"--archive"_s, m_server.place(u"audit"_s).text()});
    QCOMPARE(both.exitCode, 2); // a workspace and an archive
}

/// What is in somebody's workspace is not there for others.
void ArchivePresetsTest::namesOnlyWhatIsShared()
{
    QCOMPARE(m_cli.run({u"preset"_s, u"save"_s, u"mine"_s, u"op:auth"_s}).exitCode, 0);

    const CliResult refused = run({u"preset"_s, u"save"_s, u"b"_s, u"preset:mine"_s});

    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.contains("mine"), refused.errors.constData());
    QCOMPARE(run({u"query"_s, u"preset:mine"_s}).exitCode, 2);
}

TRAILGLASS_TEST(ArchivePresetsTest)
#include "tst_archivepresets.moc"
