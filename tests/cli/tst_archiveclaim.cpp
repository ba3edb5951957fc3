// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/clickhouseserver.h"
#include "tests/cli/archivecli.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using Trailglass::Testing::ClickHouseServer;

/// `archive claim` through the real program and a real server: a second workspace goes on with the sources of a first one.
class ArchiveClaimTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSourceGoesToAnotherWorkspace();
    void saysWhatIsWrong();

private:
    [[nodiscard]] QStringList command(const QStringList &words) const
    {
        return ArchiveCli::withKey(
            QStringList{u"archive"_s, words.first(), m_server.place(u"claimed"_s).text()} + words.mid(1));
    }

    ClickHouseServer m_server;
    ArchiveCli m_first;
    ArchiveCli m_second;
};

void ArchiveClaimTest::initTestCase()
{
    START_SERVER(m_server);
    for (ArchiveCli *cli : {&m_first, &m_second}) {
        QVERIFY(QDir().mkpath(cli->workspace())); // so that each is a workspace of its own, no copy
        QVERIFY(SampleWorkspace().fill(*cli));
    }
    const CliResult created = m_first.create(m_server.place(u"claimed"_s));
    QVERIFY2(created.exitCode == 0, created.errors.constData());
    const CliResult pushed = m_first.run(command({u"push"_s, u"--json"_s}));
    QVERIFY2(pushed.errors.contains(R"("events":7)"), pushed.errors.constData());
}

void ArchiveClaimTest::aSourceGoesToAnotherWorkspace()
{
    const QStringList sources{u"work"_s, u"catalog"_s, u"diffs"_s, u"runs"_s, u"rules"_s};
    const CliResult refused = m_second.run(command({u"push"_s}));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains("archive claim"), refused.errors.constData());
    const CliResult held = m_second.run(command({u"claim"_s, u"work"_s}));
    QCOMPARE(held.exitCode, 1);
    QVERIFY2(held.errors.contains("add --take-over"), held.errors.constData());
    const CliResult asked = m_second.run(command({u"claim"_s, u"work"_s, u"--take-over"_s}));
    QCOMPARE(asked.exitCode, 2);
    QVERIFY2(asked.errors.contains("has pushed 3 of its events"), asked.errors.constData());
    QVERIFY2(asked.errors.contains("add --yes"), asked.errors.constData());

    for (const QString &source : sources) {
        const CliResult claimed =
            m_second.run(command({u"claim"_s, source, u"--take-over"_s, u"--yes"_s, u"--json"_s}));
        QVERIFY2(claimed.exitCode == 0, claimed.errors.constData());
        QVERIFY2(claimed.errors.contains(R"("taken_from":"workspace")"), claimed.errors.constData());
    }

    const CliResult pushed = m_second.run(command({u"push"_s, u"--json"_s}));
    QVERIFY2(pushed.errors.contains(R"("events":7)"), pushed.errors.constData());
    QVERIFY2(pushed.errors.contains(R"("taken_back":7)"), pushed.errors.constData());
    QCOMPARE(m_second.run(command({u"status"_s, u"--json"_s})).jsonObject().value(u"events"_s).toInteger(),
             7);
    QCOMPARE(m_second.run(command({u"verify"_s})).exitCode, 0);
    const CliResult again = m_second.run(command({u"claim"_s, u"work"_s, u"--json"_s}));
    QVERIFY2(again.errors.contains(R"("was_ours":true)"), again.errors.constData());
}

void ArchiveClaimTest::saysWhatIsWrong()
{
    QCOMPARE(m_first.run(command({u"claim"_s, u"nothing"_s})).exitCode, 1);
    QCOMPARE(m_first.run(command({u"claim"_s})).exitCode, 2);
}

TRAILGLASS_TEST(ArchiveClaimTest)
#include "tst_archiveclaim.moc"
