// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/crash/faultvfs.h"

#include "tests/crash/plaindatabase.h"
#include "tests/crash/samples.h"
#include "tests/runner/testclass.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <set>

using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Insert = "INSERT INTO t SELECT randomblob(3000) FROM t";

/// \returns SQLite's extended code
int tryTo(const QString &database, const QByteArray &sql)
{
    sqlite3 *handle = nullptr;
    int code = sqlite3_open(QFile::encodeName(database).constData(), &handle);
    if (code == SQLITE_OK) {
        sqlite3_extended_result_codes(handle, 1);
        code = sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr);
    }
    sqlite3_close(handle);
    return code;
}

} // namespace

/// The faults themselves, on SQLite alone: a test that meets none proves nothing, and one that asks more of SQLite than
/// it promises proves as little.
class FaultVfsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsTheCallsThatChangeFiles();
    void everyCallMeetsItsFault_data();
    void everyCallMeetsItsFault();
    void aFullDiskIsReportedAsOne();
    void aTornWriteLeavesHalfOfIt();
    void aPowerCutMayLoseACommitThatWasNotSynced();
    void isNoLongerInTheWayAfterwards();

private:
    [[nodiscard]] QString database() const { return m_folder->filePath(u"work/db"_s); }
    [[nodiscard]] QByteArray rows() const
    {
        return PlainDatabase(database()).texts("SELECT count(*) FROM t").value(0);
    }
    /// Three rows.
    void startAgain() const { copyFolder(m_folder->filePath(u"original"_s), m_folder->filePath(u"work"_s)); }
    void prepare(const QByteArray &journalMode);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FaultVfsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(u"original"_s));
    prepare("DELETE");
}

void FaultVfsTest::prepare(const QByteArray &journalMode)
{
    PlainDatabase(m_folder->filePath(u"original/db"_s))
        .execute("PRAGMA journal_mode=" + journalMode
                 + "; DROP TABLE IF EXISTS t; CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)");
    startAgain();
}

void FaultVfsTest::countsTheCallsThatChangeFiles()
{
    FaultVfs disk;
    disk.start();
    QCOMPARE(rows(), QByteArray("3"));
    const int reading = disk.calls();
    QCOMPARE(tryTo(database(), Insert), SQLITE_OK);
    QVERIFY(disk.calls() > reading + 8);
    QVERIFY(!disk.stop());
}

void FaultVfsTest::everyCallMeetsItsFault_data()
{
    QTest::addColumn<QByteArray>("journalMode");
    QTest::addColumn<DiskFault::Kind>("kind");
    const QList<std::pair<QByteArray, DiskFault::Kind>> kinds{{"an error once", DiskFault::Kind::Once},
                                                              {"errors for good", DiskFault::Kind::ForGood},
                                                              {"a torn write", DiskFault::Kind::Torn},
                                                              {"a power cut", DiskFault::Kind::PowerCut}};
    for (const QByteArray &mode : {QByteArray("DELETE"), QByteArray("WAL")}) {
        for (const auto &[name, kind] : kinds)
            QTest::newRow(QByteArray(mode + ", " + name).constData()) << mode << kind;
    }
}

void FaultVfsTest::everyCallMeetsItsFault()
{
    QFETCH(const QByteArray, journalMode);
    QFETCH(const DiskFault::Kind, kind);
    prepare(journalMode);
    FaultVfs disk;
    disk.start();
    QCOMPARE(tryTo(database(), Insert), SQLITE_OK);
    const int calls = disk.calls();
    std::set<int> codes;
    for (int call = 1; call <= calls; ++call) {
        startAgain();
        disk.start(DiskFault{.kind = kind, .call = call});
        const int code = tryTo(database(), Insert);
        QVERIFY(disk.stop());
        if (kind == DiskFault::Kind::PowerCut)
            disk.restart(static_cast<quint64>(call));
        codes.insert(code);
        const QByteArray found = rows();
        QVERIFY2(found == "3" || found == "6", found.constData());
        QVERIFY(code != SQLITE_OK || kind == DiskFault::Kind::PowerCut || found == "6");
        QCOMPARE(PlainDatabase(database()).damage(), QByteArray());
    }
    QVERIFY(codes.contains(SQLITE_IOERR_WRITE));
    QVERIFY(codes.contains(SQLITE_CANTOPEN));
}

void FaultVfsTest::aFullDiskIsReportedAsOne()
{
    FaultVfs disk;
    disk.start(DiskFault{.kind = DiskFault::Kind::Full, .call = 1});
    QCOMPARE(tryTo(database(), Insert), SQLITE_FULL);
    QVERIFY(disk.stop());
    QCOMPARE(rows(), QByteArray("3"));
}

void FaultVfsTest::aTornWriteLeavesHalfOfIt()
{
    const QString file = m_folder->filePath(u"new"_s);
    const QByteArray create = "PRAGMA journal_mode=OFF; PRAGMA page_size=4096; CREATE TABLE n (a)";
    FaultVfs disk;
    disk.start();
    QCOMPARE(tryTo(file, create), SQLITE_OK);
    const int calls = disk.calls();
    bool isHalf = false;
    for (int call = 1; call <= calls; ++call) {
        QFile::remove(file);
        disk.start(DiskFault{.kind = DiskFault::Kind::Torn, .call = call});
        tryTo(file, create);
        QVERIFY(disk.stop());
        isHalf = isHalf || QFile(file).size() % 4096 == 2048;
    }
    QVERIFY(isHalf);
}

void FaultVfsTest::aPowerCutMayLoseACommitThatWasNotSynced()
{
    prepare("WAL");
    const QByteArray sql = QByteArray("PRAGMA synchronous=NORMAL;") + Insert;
    FaultVfs disk;
    disk.start();
    QCOMPARE(tryTo(database(), sql), SQLITE_OK);
    const int calls = disk.calls();
    std::set<QByteArray> afterSuccess;
    for (int call = 1; call <= calls; ++call) {
        for (quint64 seed = 1; seed <= 6; ++seed) {
            startAgain();
            disk.start(DiskFault{.kind = DiskFault::Kind::PowerCut, .call = call});
            const int code = tryTo(database(), sql);
            QVERIFY(disk.stop());
            disk.restart(seed);
            if (code == SQLITE_OK)
                afterSuccess.insert(rows());
        }
    }
    QCOMPARE(afterSuccess, (std::set<QByteArray>{"3", "6"}));
}

void FaultVfsTest::isNoLongerInTheWayAfterwards()
{
    {
        FaultVfs disk;
        disk.start(DiskFault{.kind = DiskFault::Kind::ForGood, .call = 1});
        QVERIFY(tryTo(database(), Insert) != SQLITE_OK);
    }
    QCOMPARE(tryTo(database(), Insert), SQLITE_OK);
}

TRAILGLASS_TEST(FaultVfsTest)
#include "tst_faultvfs.moc"
