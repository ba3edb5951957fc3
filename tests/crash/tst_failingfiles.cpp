// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/result.h"
#include "models/credentials/referenceapprovals.h"
#include "models/exporting/outputfile.h"
#include "models/presets/presetfile.h"
#include "models/store/databasefile.h"
#include "models/workspace/detailcache.h"
#include "tests/crash/filefaults.h"
#include "tests/crash/plaindatabase.h"
#include "tests/crash/samples.h"
#include "tests/runner/testclass.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <array>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// A file that is written whole.
struct FileOperation
{
    QByteArray name;
    QString file; ///< in the folder
    std::function<Result<void>(const QString &file, const QByteArray &content)> write;
    bool isReplaced = true; ///< there is an older one
    ErrorKind whenFull = ErrorKind::DiskFull;
    bool isNamed = false; ///< also while it is written: the file system knows of no files without a name
};

Result<void> writeOutput(const QString &file, const QByteArray &content)
{
    TRY(const auto output, OutputFile::open(file, {}));
    const std::string_view bytes(content.constData(), static_cast<std::size_t>(content.size()));
    if (const Result<void> written = writeAll(output->device(), bytes, {}); !written)
        return output->named(written.error());
    return output->commit();
}

Result<void> writeExport(const QString &file, const QByteArray &content)
{
    return writeOutput(file, content.repeated(20'000));
}

Result<void> writePresets(const QString &file, const QByteArray &content)
{
    return writePresetFile(file, {{.name = u"mine"_s, .expression = QString::fromUtf8(content)}});
}

Result<void> writeApproval(const QString &file, const QByteArray &content)
{
    return ReferenceApprovals(file).approve(
        {{.workspace = u"0123456789abcdef"_s,
          .source = QString::fromUtf8(content),
          .type = u"asana"_s,
          .origin = Origin::of(QUrl(u"https://app.asana.com"_s)),
          .key = u"access_token"_s,
          .reference = {.kind = SecretReference::Kind::Environment, .place = u"TOKEN"_s}}});
}

Result<void> writeDetail(const QString &file, const QByteArray &content)
{
    return DetailCache(QFileInfo(file).path())
        .keep({.source = SourceId{1}, .settings = "settings", .event = "event"},
              {.fetched = UtcMicros{1'780'000'000'000'000}, .pages = {content}});
}

const QList<FileOperation> &operations()
{
    static const QList<FileOperation> Operations{
        {"export", u"export.csv"_s, writeExport},
        {"small export to a new name", u"export.csv"_s, writeOutput, false},
        {"export, always named", u"export.csv"_s, writeExport, true, ErrorKind::DiskFull, true},
        {"small export, always named", u"export.csv"_s, writeOutput, false, ErrorKind::DiskFull, true},
        {"presets", u"presets.json"_s, writePresets},
        {"approvals", u"approvals.json"_s, writeApproval, true, ErrorKind::Storage},
        {"details of events", u"trailglass.sqlite.details"_s, writeDetail, true, ErrorKind::Storage},
    };
    return Operations;
}

constexpr std::array Kinds{FileFault::Kind::NoSpace, FileFault::Kind::BrokenOnce, FileFault::Kind::Broken,
                           FileFault::Kind::Short};

QByteArray contentOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

/// As the system names it, links resolved.
QString plainPath(const QTemporaryDir &folder)
{
    return QFileInfo(folder.path()).canonicalFilePath();
}

} // namespace

/// Each system call in turn fails with which a file beside the database is written.
class FailingFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheOldOrTheNewFile_data();
    void isTheOldOrTheNewFile();
    void aFileThatHasANameWhileItIsWrittenIsPrivateAndRemoved();
    void aBackupIsWholeOrNone();
};

void FailingFilesTest::isTheOldOrTheNewFile_data()
{
    QTest::addColumn<qsizetype>("number");
    QTest::addColumn<FileFault::Kind>("kind");
    const std::array names{"full", "error once", "errors for good", "full in the middle"};
    for (qsizetype number = 0; number < operations().size(); ++number) {
        for (std::size_t kind = 0; kind < Kinds.size(); ++kind)
            QTest::addRow("%s, %s", operations()[number].name.constData(), names[kind])
                << number << Kinds[kind];
    }
}

void FailingFilesTest::isTheOldOrTheNewFile()
{
    QFETCH(const qsizetype, number);
    QFETCH(const FileFault::Kind, kind);
    const FileOperation &operation = operations()[number];
    int faults = 0;
    for (bool isMet = true; isMet;) {
        const QTemporaryDir folder;
        const std::string folderPath = plainPath(folder).toStdString();
        const QString file = plainPath(folder) + u'/' + operation.file;
        // The lock of the approvals is no file of theirs.
        FileFaults disk([&folderPath](const std::string &path) {
            return path.starts_with(folderPath) && !path.ends_with(".lock");
        });
        if (operation.isNamed)
            disk.refuseUnnamedFiles();
        if (operation.isReplaced)
            needed(operation.write(file, "old"));
        const QByteArray old = contentOf(file);

        disk.start(FileFault{.kind = kind, .call = faults + 1});
        const Result<void> done = operation.write(file, "new");
        isMet = disk.stop();
        faults += isMet ? 1 : 0;
        const QByteArray found = contentOf(file);
        const QStringList files = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
        QVERIFY2(done || isMet, done ? "" : qPrintable(done.error().message));
        QVERIFY2(files.isEmpty() || files == QStringList{operation.file}, qPrintable(files.join(u", "_s)));
        if (!done) {
            const bool isFull = kind == FileFault::Kind::NoSpace || kind == FileFault::Kind::Short;
            QCOMPARE(found, old);
            QCOMPARE(done.error().kind, isFull ? operation.whenFull : ErrorKind::Storage);
            QVERIFY2(done.error().message.endsWith(u'.'), qPrintable(done.error().message));
        }

        QVERIFY(operation.write(file, "new"));
        const QByteArray whole = contentOf(file);
        QVERIFY(whole != old);
        QVERIFY(!done || found == whole);
        QVERIFY(disk.namesOfUnsyncedFiles().empty());
    }
    QVERIFY(faults >= 3); // write, sync, name
}

/// Where the file system knows of no files without a name.
void FailingFilesTest::aFileThatHasANameWhileItIsWrittenIsPrivateAndRemoved()
{
    const QTemporaryDir folder;
    const QString file = plainPath(folder) + "/export.csv"_L1;
    const auto names = [&folder] {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    };
    FileFaults disk([](const std::string &) { return false; });
    disk.refuseUnnamedFiles();
    {
        const auto output = needed(OutputFile::open(file, {}));
        needed(writeAll(output->device(), "half", {}));
        const QStringList present = names();
        QVERIFY2(present.size() == 1 && present.first().startsWith("export.csv."_L1),
                 qPrintable(present.join(u", "_s)));
        constexpr QFile::Permissions Others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(folder.filePath(present.first())) & Others));
    }
    QCOMPARE(names(), QStringList());
    needed(writeOutput(file, "new"));
    QCOMPARE(names(), QStringList{u"export.csv"_s});
    QCOMPARE(contentOf(file), QByteArray("new"));
}

void FailingFilesTest::aBackupIsWholeOrNone()
{
    const QTemporaryDir present;
    {
        const auto writer = needed(EventWriter::open(present.path()));
        const SourceId source = needed(writer->addSource(sampleSource(u"work"_s)));
        needed(writer->commit(samplePage(source, 1, sampleEvents(0, 40))));
    }
    const QTemporaryDir folders;
    const QString original = plainPath(folders) + "/original"_L1;
    const QString workspace = plainPath(folders) + "/workspace"_L1;
    makeVersion(4, present.path(), original);
    const QByteArray contents = needed(contentsOf(original));
    const QString backup = workspace + "/trailglass.sqlite.v4.backup"_L1;
    const std::string workspacePath = workspace.toStdString();
    // The folder is one of them: its names are synced.
    FileFaults disk([&workspacePath](const std::string &path) {
        return path == workspacePath
            || (path.starts_with(workspacePath) && path.find(".backup") != std::string::npos);
    });
    int faults = 0;
    for (bool isMet = true; isMet;) {
        copyFolder(original, workspace);
        const FileFault::Kind kind = Kinds[static_cast<std::size_t>(faults) % Kinds.size()];
        disk.start(FileFault{.kind = kind, .call = faults + 1});
        const auto opened = EventWriter::open(workspace);
        isMet = disk.stop();
        faults += isMet ? 1 : 0;
        if (!opened) {
            QVERIFY2(opened.error().kind == ErrorKind::Storage || opened.error().kind == ErrorKind::DiskFull,
                     qPrintable(opened.error().message));
            QCOMPARE(needed(inspectDatabase(workspace + "/trailglass.sqlite"_L1)).version, 4);
        }
        QCOMPARE(needed(contentsOf(workspace)), contents);
        if (QFile::exists(backup))
            QCOMPARE(PlainDatabase(backup).damage(), QByteArray());
        else
            QVERIFY(!opened);
        QVERIFY(EventWriter::open(workspace));
        QCOMPARE(PlainDatabase(backup).texts("SELECT count(*) FROM event"), QList<QByteArray>{"40"});
        QVERIFY(!QFile::exists(backup + ".part"_L1));
    }
    QVERIFY(faults > 10);
    QVERIFY(disk.namesOfUnsyncedFiles().empty());
}

TRAILGLASS_TEST(FailingFilesTest)
#include "tst_failingfiles.moc"
