// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/witnessfile.h"

#include "models/core/programfolders.h"
#include "models/merkle/signednote.h"
#include "models/merkle/treecheckpoint.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/filesizelimit.h"
#include "tests/support/random.h"
#include "tests/support/sanitizers.h"
#include "tests/workspace/workspacetesting.h"

#include <QDir>
#include <QScopeGuard>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <future>
#include <optional>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Trailglass;
using namespace Trailglass::Support;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

const QString TreeName = u"trailglass.local/00000000000000a1"_s;

/// A signed checkpoint of so many leaves.
QByteArray noteOf(qint64 size)
{
    static const SigningKey key = *SigningKey::generate();
    return *signNote(text(TreeCheckpoint{.origin = TreeName, .size = size, .root = {}}), TreeName, key);
}

/// The parts of a file, or why it cannot be read.
Result<std::vector<WitnessNote>> partsOf(const QString &path)
{
    std::vector<WitnessNote> parts;
    TRY(readWitness(path, {}, [&parts](const WitnessNote &part) {
        parts.push_back(part);
        return Result<void>();
    }));
    return parts;
}

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : 0;
}

} // namespace

/// A file elsewhere, to which checkpoints are appended and in which anything may stand.
class WitnessFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void hasWholeNotesWithAnEmptyLineBetween()
    {
        VERIFY_RESULT(appendToWitness(file(), noteOf(1)));
        VERIFY_RESULT(appendToWitness(file(), noteOf(2)));
        QCOMPARE(content(), QByteArray(noteOf(1) + '\n' + noteOf(2)));
        const auto parts = partsOf(file());
        VERIFY_RESULT(parts);
        QCOMPARE(parts->size(), std::size_t(2));
        QCOMPARE(parts->front().line, 1);
        QCOMPARE(parts->front().bytes, noteOf(1));
        QCOMPARE(parts->back().line, 7); // a note has five lines
        QCOMPARE(parts->back().bytes, noteOf(2));
        QVERIFY(parts->front().isNote && parts->back().isNote);
    }

    void aNoteThatIsTheLastOneAlreadyIsNotRepeated()
    {
        for (const int size : {1, 1, 2, 2, 1})
            VERIFY_RESULT(appendToWitness(file(), noteOf(size)));
        QCOMPARE(content(), QByteArray(noteOf(1) + '\n' + noteOf(2) + '\n' + noteOf(1)));
    }

    /// Whatever stands between them.
    void readsEveryNoteThatWasWritten()
    {
        const QList<QByteArray> strange{"a line\n\n",
                                        "two\nlines\n\n",
                                        "\n\n\n",
                                        QByteArray("\0\xFF\xFE\n\n", 5),
                                        "text\n\nmore text\n\n",
                                        "# comment\n\n"};
        const qint64 cases = generatedCases<qint64>(300, 60);
        for (qint64 seed = 0; seed < cases; ++seed) {
            Support::Random random(static_cast<quint64>(seed), "witness");
            QByteArray bytes;
            QByteArrayList written;
            for (qint64 left = random.below(12); left > 0; --left) {
                if (random.chance(400)) {
                    bytes += random.pick(strange);
                    continue;
                }
                written.append(noteOf(random.below(1'000)));
                bytes += written.last() + QByteArray(random.between(1, 3), '\n');
            }
            if (random.chance(300))
                bytes.replace("\n", "\r\n");
            write(bytes);
            const auto parts = partsOf(file());
            VERIFY_RESULT(parts);
            QByteArrayList read;
            for (const WitnessNote &part : *parts) {
                if (part.isNote)
                    read.append(part.bytes);
            }
            QVERIFY2(read == written, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    void namesTheLineOfWhatIsNoNote()
    {
        write("\n\nnot a checkpoint\nat all\n\n" + noteOf(3));
        const auto parts = partsOf(file());
        VERIFY_RESULT(parts);
        QCOMPARE(parts->size(), std::size_t(2));
        QCOMPARE(parts->front().line, 3);
        QVERIFY(!parts->front().isNote);
        QCOMPARE(parts->back().line, 6);
        QVERIFY(parts->back().isNote);
    }

    void appendsNothingToAFileThatEndsOtherwise_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("another file") << QByteArray("dear diary\n");
        QTest::newRow("bytes") << QByteArray("\0\xFF\n\n", 4);
        QTest::newRow("a note without its last line")
            << noteOf(1).first(noteOf(1).lastIndexOf("\xE2\x80\x94"));
        QTest::newRow("a note without its line feed") << noteOf(1).chopped(1);
        QTest::newRow("a note and another begun")
            << QByteArray(noteOf(1) + '\n' + noteOf(2).first(30) + '\n');
        QTest::newRow("empty lines") << QByteArray("\n\n");
    }

    void appendsNothingToAFileThatEndsOtherwise()
    {
        QFETCH(const QByteArray, bytes);
        write(bytes);
        VERIFY_REFUSED(appendToWitness(file(), noteOf(5)), ErrorKind::Malformed, file());
        QCOMPARE(content(), bytes);
    }

    void followsNoLinkInItsPlace()
    {
        const QString other = m_folder->filePath(u"other"_s);
        QVERIFY(QFile::link(other, file()));
        VERIFY_REFUSED(appendToWitness(file(), noteOf(1)), ErrorKind::Storage, u"symbolic link"_s);
        QVERIFY(!QFile::exists(other));
        QFile made(other);
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(noteOf(1));
        made.close();
        VERIFY_REFUSED(appendToWitness(file(), noteOf(2)), ErrorKind::Storage, u"symbolic link"_s);
        VERIFY_REFUSED(partsOf(file()), ErrorKind::Storage, u"symbolic link"_s);
        QCOMPARE(contentOf(other), noteOf(1));
    }

    void writesToNoFileOfTwoNames()
    {
        write(noteOf(1));
        const QString second = m_folder->filePath(u"second"_s);
        QCOMPARE(::link(QFile::encodeName(file()).constData(), QFile::encodeName(second).constData()), 0);
        VERIFY_REFUSED(appendToWitness(file(), noteOf(2)), ErrorKind::Storage, u"hard links"_s);
        QCOMPARE(contentOf(second), noteOf(1));
        VERIFY_RESULT(partsOf(file())); // which changes nothing
    }

    void waitsForNoPipe()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(file()).constData(), 0600), 0);
        VERIFY_REFUSED(appendToWitness(file(), noteOf(1)), ErrorKind::Storage, u"not a regular file"_s);
        VERIFY_REFUSED(partsOf(file()), ErrorKind::Storage, u"not a regular file"_s);
    }

    void keepsThePermissionsThatItHas()
    {
        VERIFY_RESULT(appendToWitness(file(), noteOf(1)));
        const mode_t mask = ::umask(0);
        ::umask(mask);
        QCOMPARE(modeOf(file()), mode_t(0644 & ~mask));
        QCOMPARE(::chmod(QFile::encodeName(file()).constData(), 0664), 0);
        VERIFY_RESULT(appendToWitness(file(), noteOf(2)));
        QCOMPARE(modeOf(file()), mode_t(0664));
    }

    void waitsWhileAnotherProgramHasIt()
    {
        write(noteOf(1));
        const int other = ::open(QFile::encodeName(file()).constData(), O_RDWR | O_CLOEXEC);
        const auto closed = qScopeGuard([other] { ::close(other); });
        QCOMPARE(::flock(other, LOCK_EX), 0);
        CancelSource cancel;
        const CancelToken token = cancel.token();
        cancel.cancel();
        VERIFY_REFUSED(appendToWitness(file(), noteOf(2), token), ErrorKind::Cancelled, QString());
        QCOMPARE(content(), noteOf(1));
        QCOMPARE(::flock(other, LOCK_UN), 0);
        VERIFY_RESULT(appendToWitness(file(), noteOf(2)));
    }

    /// As `git pull` does it, while a checkpoint waits for its turn.
    void saysThatAnotherFileCameIntoItsPlace()
    {
        write(noteOf(1));
        const int other = ::open(QFile::encodeName(file()).constData(), O_RDWR | O_CLOEXEC);
        const auto closed = qScopeGuard([other] { ::close(other); });
        QCOMPARE(::flock(other, LOCK_EX), 0);
        const QByteArray note = noteOf(2);
        auto appended =
            std::async(std::launch::async, [this, &note] { return appendToWitness(file(), note); });
        QTRY_COMPARE(descriptorsOf(file()), 2);
        const QString pulled = m_folder->filePath(u"pulled"_s);
        QVERIFY(QFile::copy(file(), pulled));
        QCOMPARE(::rename(QFile::encodeName(pulled).constData(), QFile::encodeName(file()).constData()), 0);
        QCOMPARE(::flock(other, LOCK_UN), 0);
        VERIFY_REFUSED(appended.get(), ErrorKind::Locked, file());
        QCOMPARE(content(), noteOf(1));
        VERIFY_RESULT(appendToWitness(file(), note));
    }

    void whileItIsReadOthersAppend()
    {
        write(noteOf(1));
        int visits = 0;
        VERIFY_RESULT(readWitness(file(), {}, [this, &visits](const WitnessNote &) {
            ++visits;
            return appendToWitness(file(), noteOf(2));
        }));
        QCOMPARE(visits, 1); // and the new one is not among them
        QCOMPARE(content(), QByteArray(noteOf(1) + '\n' + noteOf(2)));
    }

    /// As with a full disk: the system takes a part of the bytes, and then no more.
    void whatDoesNotFitLeavesNoPart()
    {
        VERIFY_RESULT(appendToWitness(file(), noteOf(1)));
        std::optional<FileSizeLimit> limit(content().size() + 20);
        const Result<void> refused = appendToWitness(file(), noteOf(2));
        limit.reset();
        VERIFY_REFUSED(refused, ErrorKind::DiskFull, file());
        QCOMPARE(content(), noteOf(1));
        VERIFY_RESULT(appendToWitness(file(), noteOf(2)));
    }

    void refusesWhatIsTooLarge_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("an endless line") << QByteArray(MaxNoteSize + 1, 'x');
        QTest::newRow("an endless text") << QByteArray("x\n").repeated(MaxNoteSize);
        QTest::newRow("endless signatures")
            << QByteArray("text\n\n" + QByteArray("\xE2\x80\x94 a b\n").repeated(MaxNoteSize / 4));
    }

    void refusesWhatIsTooLarge()
    {
        QFETCH(const QByteArray, bytes);
        write(bytes);
        VERIFY_REFUSED(partsOf(file()), ErrorKind::TooLarge, file());
    }

    void refusesAHugeFileBeforeReadingIt()
    {
        write({});
        QVERIFY(QFile::resize(file(), MaxWitnessBytes + 1)); // without taking room on the disk
        VERIFY_REFUSED(partsOf(file()), ErrorKind::TooLarge, file());
    }

    void endsAtOnceWithTheErrorOfItsReader()
    {
        write(noteOf(1) + '\n' + noteOf(2));
        int visits = 0;
        const auto read = readWitness(file(), {}, [&visits](const WitnessNote &) -> Result<void> {
            ++visits;
            return Error{ErrorKind::Internal, u"enough"_s};
        });
        VERIFY_REFUSED(read, ErrorKind::Internal, u"enough"_s);
        QCOMPARE(visits, 1);
    }

    void saysThatThereIsNone()
    {
        VERIFY_REFUSED(partsOf(file()), ErrorKind::NotFound, file());
        QVERIFY(!QFile::exists(file()));
        write({});
        const auto parts = partsOf(file());
        VERIFY_RESULT(parts);
        QVERIFY(parts->empty());
    }

    void isElsewhere_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("said");
        QTest::newRow("the database") << u"{workspace}/trailglass.sqlite"_s << u"choose another"_s;
        QTest::newRow("beside the database") << u"{workspace}/witness"_s << u"elsewhere"_s;
        QTest::newRow("below the workspace") << u"{workspace}/notes/witness"_s << u"elsewhere"_s;
        QTest::newRow("a name of ours in another folder")
            << u"{home}/trailglass.lock"_s << u"choose another"_s;
        QTest::newRow("a folder") << u"{home}"_s << u"is a folder"_s;
        QTest::newRow("a device") << u"/dev/null"_s << u"is not a file"_s;
        QTest::newRow("the settings")
            << QString(configFolder() + "/trailglass.ini"_L1) << u"settings folder"_s;
    }

    void isElsewhere()
    {
        QFETCH(QString, path);
        QFETCH(const QString, said);
        Workspace workspace;
        workspace.fill(1);
        QVERIFY(QDir(workspace.folder()).mkpath(u"notes"_s));
        QVERIFY(QDir().mkpath(configFolder()));
        path.replace(u"{workspace}"_s, workspace.folder()).replace(u"{home}"_s, m_folder->path());
        VERIFY_REFUSED(checkWitnessPlace(path, workspace.folder()), ErrorKind::Usage, said);
        VERIFY_RESULT(checkWitnessPlace(file(), workspace.folder()));
    }

    void isNoFileThatTheWorkspaceUses_data()
    {
        QTest::addColumn<QString>("linked");
        QTest::addColumn<bool>("isHard");
        QTest::newRow("a link to the database") << u"{workspace}/trailglass.sqlite"_s << false;
        QTest::newRow("another name of the database") << u"{workspace}/trailglass.sqlite"_s << true;
        QTest::newRow("a link to a credential") << u"{home}/token"_s << false;
        QTest::newRow("another name of a credential") << u"{home}/token"_s << true;
    }

    void isNoFileThatTheWorkspaceUses()
    {
        QFETCH(QString, linked);
        QFETCH(const bool, isHard);
        const QString token = m_folder->filePath(u"token"_s);
        QFile secret(token);
        QVERIFY(secret.open(QIODevice::WriteOnly));
        Workspace workspace;
        SourceRecord record = source(u"work"_s);
        record.secrets.insert(u"access_token"_s, {SecretReference::Kind::File, token});
        VERIFY_RESULT(workspace.writer().addSource(record));
        linked.replace(u"{workspace}"_s, workspace.folder()).replace(u"{home}"_s, m_folder->path());
        QVERIFY(QFile::exists(linked));
        const QByteArray target = QFile::encodeName(linked);
        const QByteArray name = QFile::encodeName(file());
        QCOMPARE(isHard ? ::link(target.constData(), name.constData())
                        : ::symlink(target.constData(), name.constData()),
                 0);
        VERIFY_REFUSED(checkWitnessPlace(file(), workspace.folder()), ErrorKind::Usage, u"choose another"_s);
        VERIFY_RESULT(checkWitnessPlace(m_folder->filePath(u"other"_s), workspace.folder()));
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"witness"_s); }
    [[nodiscard]] static QByteArray contentOf(const QString &path)
    {
        QFile read(path);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray("cannot be read");
    }
    [[nodiscard]] QByteArray content() const { return contentOf(file()); }
    void write(const QByteArray &bytes) const
    {
        QFile written(file());
        QVERIFY(written.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(written.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

TRAILGLASS_TEST(WitnessFileTest)
#include "tst_witnessfile.moc"
