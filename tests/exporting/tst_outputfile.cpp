// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/exporting/outputfile.h"

#include "tests/runner/testclass.h"
#include "tests/support/filesizelimit.h"
#include "tests/support/unnamedfiles.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <future>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// More bytes than a pipe holds.
constexpr qsizetype PipeOverflow = 1 << 20;

class OutputFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); } // as both programs do
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void leavesTheOldFileUntilTheNewOneIsWhole();
    void aKilledProcessLeavesNothing_data();
    void aKilledProcessLeavesNothing();
    void replacesTheTargetOfALinkAndKeepsTheLink();
    void refusesFilesInUseBeforeAnythingIsWritten();
    void writesToADeviceAndLeavesItThere();
    void goesOnWhereADescriptorStands();
    void reachesTheReaderOfAPipe();
    void aPipeThatNobodyReadsCanBeCancelled();
    void aPipeThatIsNoLongerReadCanBeCancelled_data();
    void aPipeThatIsNoLongerReadCanBeCancelled();
    void aCancelledFileIsNotReplaced();
    void aDiskThatTakesAPartIsFull_data();
    void aDiskThatTakesAPartIsFull();
    void keepsACircleOfLinks();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray encoded(const QString &name) const { return QFile::encodeName(path(name)); }
    [[nodiscard]] QByteArray contentOf(const QString &name) const;
    void makeFile(const QString &name) const;
    /// \returns the message of an error; empty when it went well
    static QString write(const QString &fileName, const QStringList &inUse = {});

    std::unique_ptr<QTemporaryDir> m_folder;
};

QByteArray OutputFileTest::contentOf(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void OutputFileTest::makeFile(const QString &name) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("old");
}

QString OutputFileTest::write(const QString &fileName, const QStringList &inUse)
{
    const auto file = OutputFile::open(fileName, inUse);
    if (!file)
        return file.error().message;
    (*file)->device().write("new");
    const Result<void> done = (*file)->commit();
    return done ? QString() : done.error().message;
}

void OutputFileTest::leavesTheOldFileUntilTheNewOneIsWhole()
{
    makeFile(u"file"_s);
    {
        const auto file = OutputFile::open(path(u"file"_s), {});
        QVERIFY(file);
        (*file)->device().write("half");
        QCOMPARE(contentOf(u"file"_s), QByteArray("old"));
    }
    QCOMPARE(contentOf(u"file"_s), QByteArray("old"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"file"_s});
    QCOMPARE(write(path(u"file"_s)), QString());
    QCOMPARE(contentOf(u"file"_s), QByteArray("new"));
    struct stat status = {};
    QCOMPARE(::stat(encoded(u"file"_s).constData(), &status), 0);
    QCOMPARE(static_cast<int>(status.st_mode & 07777), 0600);
}

void OutputFileTest::aKilledProcessLeavesNothing_data()
{
    QTest::addColumn<bool>("isReplaced");
    QTest::newRow("of a new file") << false;
    QTest::newRow("beside the file that it would have replaced") << true;
}

void OutputFileTest::aKilledProcessLeavesNothing()
{
    QFETCH(const bool, isReplaced);
    if (!Support::hasUnnamedFiles(m_folder->path()))
        QSKIP("the file system of temporary files has no files without a name");
    if (isReplaced)
        makeFile(u"file"_s);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto file = OutputFile::open(path(u"file"_s), {});
        // More than a buffer.
        if (file && writeAll((*file)->device(), std::string(100'000, 'x'), {}))
            std::raise(SIGKILL);
        ::_exit(1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             isReplaced ? QStringList{u"file"_s} : QStringList());
    if (isReplaced)
        QCOMPARE(contentOf(u"file"_s), QByteArray("old"));
}

void OutputFileTest::replacesTheTargetOfALinkAndKeepsTheLink()
{
    makeFile(u"file"_s);
    QVERIFY(QFile::link(path(u"file"_s), path(u"link"_s)));
    QVERIFY(QFile::link(path(u"later"_s), path(u"link to later"_s)));
    QCOMPARE(write(path(u"link"_s)), QString());
    QCOMPARE(write(path(u"link to later"_s)), QString());
    QCOMPARE(contentOf(u"file"_s), QByteArray("new"));
    QCOMPARE(contentOf(u"later"_s), QByteArray("new"));
    QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
    QVERIFY(QFileInfo(path(u"link to later"_s)).isSymLink());
}

void OutputFileTest::refusesFilesInUseBeforeAnythingIsWritten()
{
    makeFile(u"file"_s);
    QVERIFY(!write(path(u"file"_s), {path(u"file"_s)}).isEmpty());
    QVERIFY(!write(path(u"trailglass.sqlite"_s)).isEmpty());
    QCOMPARE(contentOf(u"file"_s), QByteArray("old"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"file"_s});
}

void OutputFileTest::writesToADeviceAndLeavesItThere()
{
    QCOMPARE(write(u"/dev/null"_s), QString());
    struct stat status = {};
    QCOMPARE(::stat("/dev/null", &status), 0);
    QVERIFY(S_ISCHR(status.st_mode));
}

void OutputFileTest::goesOnWhereADescriptorStands()
{
    const int descriptor =
        ::open(encoded(u"file"_s).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    QCOMPARE(::write(descriptor, "before ", 7), ssize_t(7));
    QCOMPARE(write(u"/dev/fd/%1"_s.arg(descriptor)), QString());
    QCOMPARE(::write(descriptor, " after", 6), ssize_t(6));
    ::close(descriptor);
    QCOMPARE(contentOf(u"file"_s), QByteArray("before new after"));
}

void OutputFileTest::reachesTheReaderOfAPipe()
{
    QCOMPARE(::mkfifo(encoded(u"pipe"_s).constData(), 0600), 0);
    std::future<QByteArray> read = std::async(std::launch::async, [this] { return contentOf(u"pipe"_s); });
    QCOMPARE(write(path(u"pipe"_s)), QString());
    QCOMPARE(read.get(), QByteArray("new"));
    struct stat status = {};
    QCOMPARE(::stat(encoded(u"pipe"_s).constData(), &status), 0);
    QVERIFY(S_ISFIFO(status.st_mode));
}

void OutputFileTest::aPipeThatNobodyReadsCanBeCancelled()
{
    QCOMPARE(::mkfifo(encoded(u"pipe"_s).constData(), 0600), 0);
    CancelSource cancel;
    const CancelToken token = cancel.token();
    cancel.cancel();
    const auto file = OutputFile::open(path(u"pipe"_s), {}, token);
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::Cancelled);
}

void OutputFileTest::aPipeThatIsNoLongerReadCanBeCancelled_data()
{
    QTest::addColumn<bool>("byName");
    QTest::newRow("a named pipe") << true;
    QTest::newRow("a descriptor, as /dev/stdout is") << false;
}

void OutputFileTest::aPipeThatIsNoLongerReadCanBeCancelled()
{
    QFETCH(const bool, byName);
    QCOMPARE(::mkfifo(encoded(u"pipe"_s).constData(), 0600), 0);
    const int reader = ::open(encoded(u"pipe"_s).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    const int writer = ::open(encoded(u"pipe"_s).constData(), O_WRONLY | O_CLOEXEC);
    QVERIFY(reader >= 0 && writer >= 0);
    CancelSource cancel;
    const auto file =
        OutputFile::open(byName ? path(u"pipe"_s) : u"/dev/fd/%1"_s.arg(writer), {}, cancel.token());
    QVERIFY(file);
    const QByteArray content(PipeOverflow, 'x');
    auto written = std::async(std::launch::async, [&] { return (*file)->device().write(content); });
    QCOMPARE(written.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout);

    QElapsedTimer sinceCancel;
    sinceCancel.start();
    cancel.cancel();
    const bool hasEnded = written.wait_for(std::chrono::seconds(10)) == std::future_status::ready;
    const qint64 milliseconds = sinceCancel.elapsed();
    ::close(reader); // ends a write that still waits
    QVERIFY(hasEnded);
    QVERIFY2(milliseconds < 1000, qPrintable(QString::number(milliseconds)));
    QVERIFY(written.get() < content.size());
    QCOMPARE((*file)->failure().kind, ErrorKind::Cancelled);
    ::close(writer);
}

void OutputFileTest::aCancelledFileIsNotReplaced()
{
    makeFile(u"file"_s);
    CancelSource cancel;
    const auto file = OutputFile::open(path(u"file"_s), {}, cancel.token());
    QVERIFY(file);
    (*file)->device().write("new");
    cancel.cancel();
    QCOMPARE((*file)->commit().error().kind, ErrorKind::Cancelled);
    QCOMPARE(contentOf(u"file"_s), QByteArray("old"));
}

void OutputFileTest::aDiskThatTakesAPartIsFull_data()
{
    QTest::addColumn<int>("pieces");
    QTest::newRow("of the buffer, at the end") << 1;
    QTest::newRow("of the buffer, while more is written") << 10;
}

/// Qt gives no reason for a buffer of which a part was written.
void OutputFileTest::aDiskThatTakesAPartIsFull()
{
    QFETCH(const int, pieces);
    makeFile(u"file"_s);
    const auto file = OutputFile::open(path(u"file"_s), {});
    QVERIFY(file);
    const std::string piece(8000, 'x');
    Result<void> written;
    {
        const Support::FileSizeLimit limit(5000);
        for (int number = 0; number < pieces && written; ++number)
            written = writeAll((*file)->device(), piece, {});
        if (written)
            written = (*file)->commit();
        else
            written = (*file)->named(written.error());
    }
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::DiskFull);
    QVERIFY2(written.error().message.contains(path(u"file"_s)), qPrintable(written.error().message));
    QCOMPARE(contentOf(u"file"_s), QByteArray("old"));
}

void OutputFileTest::keepsACircleOfLinks()
{
    QVERIFY(QFile::link(path(u"b"_s), path(u"a"_s)));
    QVERIFY(QFile::link(path(u"a"_s), path(u"b"_s)));
    QVERIFY(!write(path(u"a"_s)).isEmpty());
    QVERIFY(QFileInfo(path(u"a"_s)).isSymLink());
    QVERIFY(QFileInfo(path(u"b"_s)).isSymLink());
}

TRAILGLASS_TEST(OutputFileTest)
#include "tst_outputfile.moc"
