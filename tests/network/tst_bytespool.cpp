// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/bytespool.h"
#include "tests/runner/testclass.h"
#include "tests/support/filesizelimit.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <limits>
#include <vector>

#include <sys/stat.h>

using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

using FileStatus = struct stat;

constexpr qint64 PieceBytes = 64 * 1024;
constexpr qint64 Unlimited = std::numeric_limits<qint64>::max();

QByteArray readAll(ByteSpool &spool)
{
    QByteArray all;
    for (QByteArray piece = spool.read(PieceBytes).value(); !piece.isEmpty();
         piece = spool.read(PieceBytes).value())
        all += piece;
    return all;
}

} // namespace

class ByteSpoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesBytesInTheOrderInWhichTheyCame();
    void keepsWhatIsBeyondTheMemoryInAFileWithoutAName();
    void emptiesItsFileWhenAllIsRead();
    void takesNoMoreThanItsRoom();
    void saysThatTheDiskIsFull();
    void saysWhereNoFileCanBeMade();

private:
    [[nodiscard]] std::vector<FileStatus> namelessFiles() const;

    QTemporaryDir m_folder;
};

void ByteSpoolTest::init()
{
    QVERIFY(m_folder.isValid());
    qputenv("TMPDIR", QFile::encodeName(m_folder.path()));
}

/// Those of the folder that this process has open.
std::vector<FileStatus> ByteSpoolTest::namelessFiles() const
{
    const std::string folder = QDir(m_folder.path()).canonicalPath().toStdString() + '/';
    std::vector<FileStatus> files;
    for (const auto &descriptor : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code gone; // the descriptor of this loop
        const std::string file = std::filesystem::read_symlink(descriptor.path(), gone).string();
        FileStatus status = {};
        if (file.starts_with(folder) && file.ends_with(" (deleted)")
            && ::stat(descriptor.path().c_str(), &status) == 0)
            files.push_back(status);
    }
    return files;
}

void ByteSpoolTest::givesBytesInTheOrderInWhichTheyCame()
{
    constexpr qint64 LargestStep = 200'000;
    constexpr int StepsEachWay = 50;
    QByteArray bytes;
    for (int number = 0; bytes.size() < generatedCases(32'000'000, 8'000'000); ++number)
        bytes += QByteArray::number(number) + ' ';
    Random random(1, "spool");
    ByteSpool spool(Unlimited);
    qsizetype appended = 0;
    qsizetype taken = 0;
    // In turns more comes than is read, and more is read than comes: through the memory into the file and back.
    for (int step = 0; taken < bytes.size(); ++step) {
        const qint64 size = random.between(1, LargestStep);
        if (random.chance(step / StepsEachWay % 2 == 0 ? 700 : 300)) {
            const QByteArray piece = bytes.mid(appended, size);
            QVERIFY(spool.append(piece));
            appended += piece.size();
        } else {
            const Result<QByteArray> piece = spool.read(size);
            QVERIFY(piece);
            QCOMPARE_LE(piece->size(), size);
            QCOMPARE(piece->isEmpty(), taken == appended);
            QVERIFY(*piece == bytes.mid(taken, piece->size()));
            taken += piece->size();
        }
    }
}

void ByteSpoolTest::keepsWhatIsBeyondTheMemoryInAFileWithoutAName()
{
    {
        ByteSpool spool(Unlimited);
        QVERIFY(spool.append(QByteArray(ByteSpool::MemoryBytes, 'm')));
        QVERIFY(namelessFiles().empty());
        QVERIFY(spool.append("file"));
        const std::vector<FileStatus> files = namelessFiles();
        QCOMPARE(files.size(), std::size_t(1));
        QCOMPARE(files.front().st_size, 4);
        QCOMPARE(files.front().st_mode & ALLPERMS, mode_t(S_IRUSR | S_IWUSR));
        QVERIFY(QDir(m_folder.path()).isEmpty());
    }
    QVERIFY(namelessFiles().empty());
}

void ByteSpoolTest::emptiesItsFileWhenAllIsRead()
{
    ByteSpool spool(Unlimited);
    const QByteArray first(ByteSpool::MemoryBytes, 'm');
    QVERIFY(spool.append(first));
    QVERIFY(spool.append("file"));
    QVERIFY(readAll(spool) == QByteArray(first + "file"));
    QCOMPARE(namelessFiles().front().st_size, 0);

    QVERIFY(spool.append("again in memory"));
    QCOMPARE(namelessFiles().front().st_size, 0);
    QCOMPARE(readAll(spool), "again in memory");
}

void ByteSpoolTest::takesNoMoreThanItsRoom()
{
    ByteSpool spool(ByteSpool::MemoryBytes + 10);
    const QByteArray first(ByteSpool::MemoryBytes, 'm');
    QVERIFY(spool.append(first));
    QVERIFY(spool.append("1234567"));
    QVERIFY(spool.append("890abc"));
    QVERIFY(spool.append("def"));
    QCOMPARE(namelessFiles().front().st_size, 10);
    QVERIFY(readAll(spool) == QByteArray(first + "1234567890"));
    QVERIFY(spool.append("ghi"));
    QCOMPARE(readAll(spool), QByteArray());
}

void ByteSpoolTest::saysThatTheDiskIsFull()
{
    ByteSpool spool(Unlimited);
    QVERIFY(spool.append(QByteArray(ByteSpool::MemoryBytes, 'm')));
    const FileSizeLimit limit(100'000);
    const Result<void> appended = spool.append(QByteArray(200'000, 'f'));
    QVERIFY(!appended);
    QCOMPARE(appended.error().kind, ErrorKind::DiskFull);
    QVERIFY2(appended.error().message.contains(m_folder.path()), qPrintable(appended.error().message));
}

void ByteSpoolTest::saysWhereNoFileCanBeMade()
{
    QFile notAFolder(
        m_folder.filePath(QStringLiteral("file"))); // a missing folder Qt replaces with another one
    QVERIFY(notAFolder.open(QIODevice::WriteOnly));
    qputenv("TMPDIR", QFile::encodeName(notAFolder.fileName()));
    ByteSpool spool(Unlimited);
    const Result<void> appended = spool.append(QByteArray(ByteSpool::MemoryBytes + 1, 'f'));
    QVERIFY(!appended);
    QCOMPARE(appended.error().kind, ErrorKind::Storage);
    QVERIFY2(appended.error().message.contains(QDir::tempPath()), qPrintable(appended.error().message));
}

TRAILGLASS_TEST(ByteSpoolTest)
#include "tst_bytespool.moc"
