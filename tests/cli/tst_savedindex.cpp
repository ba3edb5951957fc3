// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/sqlconnection.h"
#include "tests/cli/clirunner.h"
#include "tests/cli/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Qt::StringLiterals;

/// The saved index through the real program.
class SavedIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void isSavedAfterAnImport();
    void isLookedOverAndRepairedByDoctor();

private:
    [[nodiscard]] CliResult run(const QString &words) const { return m_cli->run(words.split(u' ')); }
    [[nodiscard]] std::unique_ptr<SqlConnection> database() const;
    [[nodiscard]] qint64 savedSegments() const;

    std::unique_ptr<CliRunner> m_cli;
};

/// A workspace whose first index segment counts as full: the later row numbers are far beyond it.
void SavedIndexTest::init()
{
    m_cli = std::make_unique<CliRunner>();
    QVERIFY(SampleWorkspace().fill(*m_cli));
    QVERIFY(database()->execute("UPDATE counter SET value = value + 70000 WHERE name = 'row'"));
    const QString file = m_cli->writeFile(
        u"more.ndjson"_s,
        R"({"gid":"m1","created_at":"2026-11-01T00:00:00.000Z","event_type":"user_login_succeeded"})"
        "\n");
    QCOMPARE(m_cli->run({u"import"_s, u"work"_s, file}).exitCode, 0);
}

std::unique_ptr<SqlConnection> SavedIndexTest::database() const
{
    return *SqlConnection::openForWriting(m_cli->workspace() + "/trailglass.sqlite"_L1);
}

qint64 SavedIndexTest::savedSegments() const
{
    return *database()->integer("SELECT count(DISTINCT key >> 8) FROM index_part");
}

void SavedIndexTest::isSavedAfterAnImport()
{
    QCOMPARE(savedSegments(), 1);
    QCOMPARE(run(u"query --count"_s).output, QByteArray("8\n"));
    QCOMPARE(run(u"query source:work --count"_s).output, QByteArray("4\n"));
}

void SavedIndexTest::isLookedOverAndRepairedByDoctor()
{
    QVERIFY(database()->execute("UPDATE index_part SET data = x'00' WHERE key = 5"));

    const CliResult doctor = run(u"doctor"_s);
    QCOMPARE(doctor.exitCode, 1);
    QVERIFY2(doctor.output.contains("0 to 65535") && doctor.output.contains("--repair"),
             doctor.output.constData());
    const CliResult count = run(u"query source:work --count"_s);
    QCOMPARE(count.output, QByteArray("4\n"));
    QVERIFY2(count.errors.contains("1 segment"), count.errors.constData());

    const CliResult repair = run(u"doctor --repair"_s);
    QCOMPARE(repair.exitCode, 0);
    QVERIFY2(repair.errors.contains("segments rebuilt: 1"), repair.errors.constData());
    QCOMPARE(run(u"doctor"_s).exitCode, 0);
    QCOMPARE(run(u"query --count"_s).errors, QByteArray());
    QCOMPARE(savedSegments(), 1);
}

TRAILGLASS_TEST(SavedIndexTest)
#include "tst_savedindex.moc"
