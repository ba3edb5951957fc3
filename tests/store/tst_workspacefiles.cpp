// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/workspacefiles.h"

#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <sys/stat.h>
#include <unistd.h>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// All ways to open a workspace.
enum class Way
{
    Write,
    Lock,
    Read
};

/// A journal whose rollback is complete except for the deletion of the file that it names.
/// \source sqlite.org/fileformat2.html section 3 and pager.c, writeSuperJournal()
QByteArray journalNaming(const QByteArray &file, quint32 pages)
{
    constexpr quint32 SectorSize = 512;
    constexpr quint32 PageSize = 4096;
    constexpr quint32 LockPage = 0x40000000 / PageSize + 1;
    const QByteArray magic = QByteArray::fromHex("d9d505f920a163d7");
    const auto number = [](quint32 value) {
        const quint32 big = qToBigEndian(value);
        return QByteArray(reinterpret_cast<const char *>(&big), sizeof big);
    };
    quint32 sum = 0;
    for (const char byte : file)
        sum += static_cast<quint32>(byte);
    const QByteArray header =
        magic + number(0) + number(0) + number(pages) + number(SectorSize) + number(PageSize);
    return header.leftJustified(SectorSize, '\0') + number(LockPage) + file
        + number(static_cast<quint32>(file.size())) + number(sum) + magic;
}

} // namespace

/// Files with names of a workspace's need not be its own files.
class WorkspaceFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void doesNotFollowLinks_data();
    void doesNotFollowLinks();
    void aSecondNameOfTheDatabaseStopsWritersOnly();
    void followsALinkToTheFolder();
    void doesNotOverwriteForeignLockFiles_data();
    void doesNotOverwriteForeignLockFiles();
    void reusesTheLockFileOfAnEarlierHolder_data();
    void reusesTheLockFileOfAnEarlierHolder();
    void refusesAJournalThatWouldDeleteAnotherFile();
    void aJournalThatUndoesNothingHidesNoWorkspace();
    void recognisesTheNamesOfItsFiles_data();
    void recognisesTheNamesOfItsFiles();
    void recognisesItsDatabaseByAnyName();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_paths.folder + u'/' + name; }
    [[nodiscard]] QString victim() const { return m_folder->filePath(u"precious"_s); }
    void writeVictim() const;
    void checkVictim() const;
    [[nodiscard]] bool put(const QString &kind, const QString &name) const;
    [[nodiscard]] Result<void> go(Way way) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    WorkspacePaths m_paths;
};

void WorkspaceFilesTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_paths = WorkspacePaths::of(m_folder->filePath(u"workspace"_s));
    const auto writer = EventWriter::open(m_paths.folder);
    VERIFY_RESULT(writer);
    VERIFY_RESULT((*writer)->addSource(source(u"work"_s)));
    writeVictim();
}

void WorkspaceFilesTest::cleanup()
{
    m_folder.reset();
}

void WorkspaceFilesTest::writeVictim() const
{
    QFile file(victim());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    QCOMPARE(::chmod(QFile::encodeName(victim()).constData(), 0644), 0);
}

void WorkspaceFilesTest::checkVictim() const
{
    QFile file(victim());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(victim()).constData(), &status), 0);
    QCOMPARE(static_cast<int>(status.st_mode & 07777), 0644);
}

bool WorkspaceFilesTest::put(const QString &kind, const QString &name) const
{
    QFile::remove(path(name));
    const QByteArray place = QFile::encodeName(path(name));
    const QByteArray precious = QFile::encodeName(victim());
    if (kind == "link"_L1)
        return ::symlink(precious.constData(), place.constData()) == 0;
    if (kind == "link to nothing"_L1)
        return ::symlink(QByteArray(precious + "-not").constData(), place.constData()) == 0;
    if (kind == "second name"_L1)
        return ::link(precious.constData(), place.constData()) == 0;
    if (kind == "pipe"_L1)
        return ::mkfifo(place.constData(), 0644) == 0;
    return ::mkdir(place.constData(), 0755) == 0;
}

Result<void> WorkspaceFilesTest::go(Way way) const
{
    if (way == Way::Write) {
        const auto writer = EventWriter::open(m_paths.folder);
        return writer ? Result<void>() : writer.error();
    }
    if (way == Way::Lock) {
        const auto lock = WorkspaceLock::acquire(m_paths, u"sync"_s);
        return lock ? Result<void>() : lock.error();
    }
    const auto reader = EventReader::open(m_paths.folder);
    return reader ? Result<void>() : reader.error();
}

void WorkspaceFilesTest::doesNotFollowLinks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QList<Way>>("ways");
    const QList<std::pair<QString, QList<Way>>> files{
        {u"trailglass.sqlite"_s, {Way::Write, Way::Read}},
        {u"trailglass.sqlite-wal"_s, {Way::Write, Way::Read}},
        {u"trailglass.sqlite-shm"_s, {Way::Write, Way::Read}},
        {u"trailglass.sqlite-journal"_s, {Way::Write, Way::Read}},
        {u"trailglass.sqlite.v1.backup"_s, {Way::Write}},
        {u"trailglass.sqlite.v1.backup.part"_s, {Way::Write}},
        {u"trailglass.lock"_s, {Way::Write, Way::Lock}}};
    for (const auto &[name, ways] : files) {
        for (const QString &kind :
             {u"link"_s, u"link to nothing"_s, u"second name"_s, u"pipe"_s, u"folder"_s}) {
            const bool isRead = kind == "second name"_L1 && name == "trailglass.sqlite"_L1;
            QTest::newRow(qPrintable(QString(name + u", "_s + kind)))
                << name << kind << (isRead ? QList{Way::Write} : ways);
        }
    }
}

void WorkspaceFilesTest::doesNotFollowLinks()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    QFETCH(QList<Way>, ways);
    if (kind == "second name"_L1 && name == "trailglass.sqlite"_L1)
        QCOMPARE(::link(QFile::encodeName(path(name)).constData(),
                        QFile::encodeName(m_folder->filePath(u"other"_s)).constData()),
                 0);
    else
        QVERIFY(put(kind, name));
    for (const Way way : ways) {
        const Result<void> refused = go(way);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY2(refused.error().message.startsWith(path(name) + u' '), qPrintable(refused.error().message));
        checkVictim();
    }
    QVERIFY(!QFile::exists(victim() + u"-not"_s));
}

void WorkspaceFilesTest::aSecondNameOfTheDatabaseStopsWritersOnly()
{
    QCOMPARE(::link(QFile::encodeName(m_paths.database).constData(),
                    QFile::encodeName(m_folder->filePath(u"copy.sqlite"_s)).constData()),
             0);
    VERIFY_RESULT(go(Way::Read));
    QVERIFY(!go(Way::Write));
    QVERIFY(QFile::remove(m_folder->filePath(u"copy.sqlite"_s)));
    VERIFY_RESULT(go(Way::Write));
}

void WorkspaceFilesTest::followsALinkToTheFolder()
{
    const QString link = m_folder->filePath(u"link"_s);
    QVERIFY(QFile::link(m_paths.folder, link));
    QCOMPARE(::chmod(QFile::encodeName(m_paths.folder).constData(), 0755), 0);
    m_paths = WorkspacePaths::of(link);
    VERIFY_RESULT(go(Way::Write));
    VERIFY_RESULT(go(Way::Lock));
    VERIFY_RESULT(go(Way::Read));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(link).constData(), &status), 0);
    QCOMPARE(static_cast<int>(status.st_mode & 07777), 0700);
}

void WorkspaceFilesTest::doesNotOverwriteForeignLockFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a letter") << QByteArray("Dear diary,\n");
    QTest::newRow("no end of line") << QByteArray("trailglass\n12\nsync");
    QTest::newRow("no number") << QByteArray("trailglass\ntwelve\nsync\n");
    QTest::newRow("four lines") << QByteArray("trailglass\n12\nsync\nand more\n");
    QTest::newRow("a long file that begins with zeros") << QByteArray(4096, '\0') + "text";
}

void WorkspaceFilesTest::doesNotOverwriteForeignLockFiles()
{
    QFETCH(QByteArray, content);
    QFile file(m_paths.lock);
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered));
    QCOMPARE(file.write(content), content.size());
    const Result<void> refused = go(Way::Lock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY2(refused.error().message.contains(m_paths.lock), qPrintable(refused.error().message));
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), content);
}

void WorkspaceFilesTest::reusesTheLockFileOfAnEarlierHolder_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("killed") << QByteArray("trailglass-cli\n12345\nsync\n");
    QTest::newRow("after a crash of the machine") << QByteArray(27, '\0');
}

void WorkspaceFilesTest::reusesTheLockFileOfAnEarlierHolder()
{
    QFETCH(QByteArray, content);
    QFile file(m_paths.lock);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    VERIFY_RESULT(go(Way::Lock));
    QCOMPARE(file.size(), 0);
}

void WorkspaceFilesTest::refusesAJournalThatWouldDeleteAnotherFile()
{
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(m_paths.database).constData(), &status), 0);
    QFile journal(path(u"trailglass.sqlite-journal"_s));
    QVERIFY(journal.open(QIODevice::WriteOnly));
    journal.write(journalNaming(QFile::encodeName(victim()), static_cast<quint32>(status.st_size / 4096)));
    journal.close();
    const Result<void> refused = go(Way::Write);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QVERIFY2(refused.error().message.startsWith(journal.fileName()), qPrintable(refused.error().message));
    checkVictim();
}

/// It says that the database was empty, but ends before SQLite believes it.
void WorkspaceFilesTest::aJournalThatUndoesNothingHidesNoWorkspace()
{
    for (const Way way : {Way::Read, Way::Write}) {
        QFile journal(path(u"trailglass.sqlite-journal"_s));
        QVERIFY(journal.open(QIODevice::WriteOnly));
        journal.write(journalNaming({}, 0).first(100));
        journal.close();
        VERIFY_RESULT(go(way));
        const auto reader = EventReader::open(m_paths.folder);
        VERIFY_RESULT(reader);
        QCOMPARE((*reader)->sources()->size(), 1);
    }
}

void WorkspaceFilesTest::recognisesTheNamesOfItsFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("is");
    for (const char *name :
         {"trailglass.sqlite", "trailglass.sqlite-wal", "trailglass.sqlite-shm", "trailglass.sqlite-journal",
          "trailglass.sqlite.v3.backup", "trailglass.sqlite.v3.backup.part", "trailglass.sqlite.details",
          "trailglass.sqlite.details.XYZ123", "trailglass.lock", "Trailglass.SQLite"})
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    for (const char *name :
         {"trailglass.csv", "trailglass-events.csv", "trailglass.lock.csv", "export.sqlite"})
        QTest::newRow(name) << QString::fromLatin1(name) << false;
}

void WorkspaceFilesTest::recognisesTheNamesOfItsFiles()
{
    QFETCH(QString, name);
    QTEST(isWorkspaceFileName(name), "is");
}

void WorkspaceFilesTest::recognisesItsDatabaseByAnyName()
{
    const QString copy = m_folder->filePath(u"copy.csv"_s);
    const QString link = m_folder->filePath(u"link.csv"_s);
    QVERIFY(QFile::copy(m_paths.database, copy));
    QVERIFY(QFile::link(m_paths.lock, link));
    QVERIFY(QFile(m_paths.lock).open(QIODevice::WriteOnly));
    QVERIFY(isWorkspaceFile(copy));
    QVERIFY(isWorkspaceFile(link));
    QVERIFY(isWorkspaceFile(m_paths.database));
    QVERIFY(!isWorkspaceFile(victim()));
    QVERIFY(!isWorkspaceFile(m_paths.folder));
    QVERIFY(!isWorkspaceFile(path(u"trailglass.sqlite-journal"_s))); // is not there
}

TRAILGLASS_TEST(WorkspaceFilesTest)
#include "tst_workspacefiles.moc"
