// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/ownfile.h"

#include "tests/runner/testclass.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t Me = 1000;
constexpr uid_t Other = 1001;

Error systemFailure(const QString &path, int reason)
{
    return {.kind = ErrorKind::Internal, .message = path + u": "_s + QString::number(reason)};
}

/// Whether another process gets a POSIX lock on the file.
bool isLockedForOthers(const QByteArray &path)
{
    const pid_t other = ::fork();
    if (other == 0) {
        struct flock wanted = {};
        wanted.l_type = F_WRLCK;
        const int descriptor = ::open(path.constData(), O_RDWR);
        ::_exit(::fcntl(descriptor, F_SETLK, &wanted) == 0 ? 0 : 1);
    }
    int status = 0;
    ::waitpid(other, &status, 0);
    return WEXITSTATUS(status) == 1;
}

} // namespace

class OwnFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void judgesByKindNamesAndOwner_data();
    void judgesByKindNamesAndOwner();
    void touchesNothingThatIsNoFileOfOurs_data();
    void touchesNothingThatIsNoFileOfOurs();
    void makesAPrivateFile();
    void takesTheRightsOfOthersAway();
    void leavesTheContentAlone();
    void passesOnWhatTheSystemSays();
    void makesNothingPrivateThatIsNotThere();
    void makingPrivateDropsNoLock();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray encoded(const QString &name) const { return QFile::encodeName(path(name)); }
    [[nodiscard]] int modeOf(const QString &name) const;
    [[nodiscard]] QByteArray contentOf(const QString &name) const;
    void writeFile(const QString &name, const QByteArray &content, mode_t mode) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void OwnFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

int OwnFileTest::modeOf(const QString &name) const
{
    struct stat status = {};
    return ::stat(encoded(name).constData(), &status) == 0 ? static_cast<int>(status.st_mode & 07777) : -1;
}

QByteArray OwnFileTest::contentOf(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void OwnFileTest::writeFile(const QString &name, const QByteArray &content, mode_t mode) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    QCOMPARE(::chmod(encoded(name).constData(), mode), 0);
}

void OwnFileTest::judgesByKindNamesAndOwner_data()
{
    QTest::addColumn<uint>("type");
    QTest::addColumn<uint>("names");
    QTest::addColumn<uint>("owner");
    QTest::addColumn<QString>("read"); ///< a word of the objection; empty when there is none
    QTest::addColumn<QString>("share");
    QTest::addColumn<QString>("write");
    const auto all = [](const char *name, uint type, const QString &word) {
        QTest::newRow(name) << type << 1U << uint(Me) << word << word << word;
    };
    const QString none;
    all("a file", S_IFREG, none);
    all("a symbolic link", S_IFLNK, u"symbolic link"_s);
    all("a folder", S_IFDIR, u"not a regular file"_s);
    all("a pipe", S_IFIFO, u"not a regular file"_s);
    all("a socket", S_IFSOCK, u"not a regular file"_s);
    all("a terminal", S_IFCHR, u"not a regular file"_s);
    all("a disk", S_IFBLK, u"not a regular file"_s);
    QTest::newRow("a file with two names")
        << uint(S_IFREG) << 2U << uint(Me) << none << u"hard links"_s << u"hard links"_s;
    QTest::newRow("another user's file")
        << uint(S_IFREG) << 1U << uint(Other) << none << none << u"another user"_s;
}

void OwnFileTest::judgesByKindNamesAndOwner()
{
    QFETCH(uint, type);
    QFETCH(uint, names);
    QFETCH(uint, owner);
    struct stat status = {};
    status.st_mode = type | 0600;
    status.st_nlink = names;
    status.st_uid = owner;
    const std::array uses{std::pair{OwnFile::Use::Read, "read"}, std::pair{OwnFile::Use::Share, "share"},
                          std::pair{OwnFile::Use::Write, "write"}};
    for (const auto &[use, column] : uses) {
        const QString word = *static_cast<QString *>(QTest::qData(column, QMetaType::QString));
        const auto error = OwnFile::objection(u"/place/of/it"_s, status, Me, use);
        QCOMPARE(error.has_value(), !word.isEmpty());
        if (!error)
            continue;
        QCOMPARE(error->kind, ErrorKind::Storage);
        QVERIFY2(error->message.contains(word), qPrintable(error->message));
        QVERIFY2(error->message.startsWith(u"/place/of/it "_s), qPrintable(error->message));
    }
}

void OwnFileTest::touchesNothingThatIsNoFileOfOurs_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind :
         {"link to a file", "link to nothing", "link to a pipe", "second name", "folder", "pipe"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void OwnFileTest::touchesNothingThatIsNoFileOfOurs()
{
    QFETCH(QString, kind);
    writeFile(u"precious"_s, "precious", 0644);
    const QByteArray place = encoded(u"place"_s);
    int made = -1;
    if (kind == "link to a file"_L1)
        made = ::symlink(encoded(u"precious"_s).constData(), place.constData());
    else if (kind == "link to nothing"_L1)
        made = ::symlink(encoded(u"nothing"_s).constData(), place.constData());
    else if (kind == "link to a pipe"_L1)
        made = ::mkfifo(encoded(u"pipe"_s).constData(), 0600)
            | ::symlink(encoded(u"pipe"_s).constData(), place.constData());
    else if (kind == "second name"_L1)
        made = ::link(encoded(u"precious"_s).constData(), place.constData());
    else if (kind == "folder"_L1)
        made = ::mkdir(place.constData(), 0755);
    else
        made = ::mkfifo(place.constData(), 0644);
    QCOMPARE(made, 0);

    const QString file = path(u"place"_s);
    for (const Error &error :
         {OwnFile::check(file, OwnFile::Use::Write).error(), OwnFile::open(file, systemFailure).error(),
          OwnFile::makePrivate(file, systemFailure).error()}) {
        QCOMPARE(error.kind, ErrorKind::Storage);
        QVERIFY2(error.message.startsWith(file), qPrintable(error.message));
    }
    QCOMPARE(contentOf(u"precious"_s), QByteArray("precious"));
    QCOMPARE(modeOf(u"precious"_s), 0644);
    QVERIFY(!QFile::exists(path(u"nothing"_s)));
    if (kind == "folder"_L1)
        QCOMPARE(modeOf(u"place"_s), 0755);
}

void OwnFileTest::makesAPrivateFile()
{
    const mode_t before = ::umask(0);
    const Result<int> opened = OwnFile::open(path(u"new"_s), systemFailure);
    ::umask(before);
    QVERIFY(opened);
    QCOMPARE(::write(*opened, "x", 1), ssize_t(1));
    QVERIFY((::fcntl(*opened, F_GETFD) & FD_CLOEXEC) != 0);
    ::close(*opened);
    QCOMPARE(modeOf(u"new"_s), 0600);
    QCOMPARE(contentOf(u"new"_s), QByteArray("x"));
}

void OwnFileTest::takesTheRightsOfOthersAway()
{
    writeFile(u"opened"_s, "x", 0664);
    writeFile(u"mended"_s, "x", 0664);
    const Result<int> opened = OwnFile::open(path(u"opened"_s), systemFailure);
    QVERIFY(opened);
    ::close(*opened);
    QVERIFY(OwnFile::makePrivate(path(u"mended"_s), systemFailure));
    QCOMPARE(modeOf(u"opened"_s), 0600);
    QCOMPARE(modeOf(u"mended"_s), 0600);
}

void OwnFileTest::leavesTheContentAlone()
{
    writeFile(u"file"_s, "content", 0600);
    const Result<int> opened = OwnFile::open(path(u"file"_s), systemFailure);
    QVERIFY(opened);
    ::close(*opened);
    QCOMPARE(contentOf(u"file"_s), QByteArray("content"));
}

void OwnFileTest::passesOnWhatTheSystemSays()
{
    const QString missing = path(u"no/such/folder"_s);
    QCOMPARE(OwnFile::open(missing, systemFailure).error().message,
             QString(missing + u": "_s + QString::number(ENOENT)));
    QVERIFY(OwnFile::check(missing, OwnFile::Use::Write));
}

void OwnFileTest::makesNothingPrivateThatIsNotThere()
{
    QVERIFY(OwnFile::makePrivate(path(u"missing"_s), systemFailure));
    QVERIFY(!QFile::exists(path(u"missing"_s)));
}

void OwnFileTest::makingPrivateDropsNoLock()
{
    writeFile(u"locked"_s, "x", 0644);
    const int descriptor = ::open(encoded(u"locked"_s).constData(), O_RDWR | O_CLOEXEC);
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    QCOMPARE(::fcntl(descriptor, F_SETLK, &lock), 0);
    QVERIFY(OwnFile::makePrivate(path(u"locked"_s), systemFailure));
    QVERIFY(OwnFile::check(path(u"locked"_s), OwnFile::Use::Write));
    QCOMPARE(modeOf(u"locked"_s), 0600);
    QVERIFY(isLockedForOthers(encoded(u"locked"_s)));
    ::close(descriptor);
}

TRAILGLASS_TEST(OwnFileTest)
#include "tst_ownfile.moc"
