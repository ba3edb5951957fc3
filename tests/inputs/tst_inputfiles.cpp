// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/inputfiles.h"
#include "models/store/byteinput.h"
#include "tests/runner/testclass.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// Folders among the files to import.
class InputFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsNamedStaysAsItIs()
    {
        write(u"a.json"_s);
        const QStringList paths{u"-"_s, m_folder->filePath(u"a.json"_s), m_folder->filePath(u"missing"_s)};
        const InputList list = listInputs(paths, {}).value();
        QCOMPARE(pathsOf(list), paths);
        QCOMPARE(list.files[0].size, std::optional<qint64>());
        QCOMPARE(list.files[1].size, std::optional<qint64>(2));
        QCOMPARE(list.files[2].size, std::optional<qint64>());
        QVERIFY(!list.files[1].isOfFolder);
        QVERIFY(list.notes.isEmpty());
    }

    void aFolderIsItsFilesByName()
    {
        for (const QString &name : {u"b.json"_s, u"B.json"_s, u"2026/11/20.gz"_s, u"2026/2.gz"_s, u"a"_s})
            write(name);
        const InputList list = listInputs({m_folder->path()}, {}).value();
        QStringList expected;
        for (const QString &name : {u"2026/11/20.gz"_s, u"2026/2.gz"_s, u"B.json"_s, u"a"_s, u"b.json"_s})
            expected.append(m_folder->filePath(name));
        QCOMPARE(pathsOf(list), expected);
        QVERIFY(list.files[0].isOfFolder);
        QCOMPARE(list.files[0].size, std::optional<qint64>(2));
        QVERIFY(list.notes.isEmpty());
    }

    void hiddenFilesLinksAndPipesAreSkippedAndNoted()
    {
        write(u"inside/a"_s);
        write(u".hidden"_s);
        write(u".git/config"_s);
        const QTemporaryDir elsewhere;
        QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(u"folder link"_s)));
        QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(u"inside/circle"_s)));
        QVERIFY(QFile::link(u"/etc/passwd"_s, m_folder->filePath(u"file link"_s)));
        QVERIFY(QFile::link(u"nowhere"_s, m_folder->filePath(u"dead link"_s)));
        QCOMPARE(mkfifo(QFile::encodeName(m_folder->filePath(u"pipe"_s)).constData(), 0600), 0);
        const InputList list = listInputs({m_folder->path()}, {}).value();
        QCOMPARE(pathsOf(list), QStringList{m_folder->filePath(u"inside/a"_s)});
        QCOMPARE(list.notes.size(), 3);
        QVERIFY2(list.notes[0].contains(u"2 hidden"_s), qPrintable(list.notes[0]));
        QVERIFY2(list.notes[1].contains(u"4 link"_s), qPrintable(list.notes[1]));
        QVERIFY2(list.notes[2].contains(u"1 pipe"_s), qPrintable(list.notes[2]));
        // What is named itself is what the user means.
        write(u"other/b"_s);
        QVERIFY(QFile::link(m_folder->filePath(u"other"_s), m_folder->filePath(u"named"_s)));
        QCOMPARE(pathsOf(listInputs({m_folder->filePath(u"named"_s)}, {}).value()),
                 QStringList{m_folder->filePath(u"named/b"_s)});
    }

    void whatTookTheFilesPlaceIsNotOpened()
    {
        write(u"a"_s);
        QVERIFY(openFoundFile(m_folder->filePath(u"a"_s)));
        QVERIFY(QFile::link(m_folder->filePath(u"a"_s), m_folder->filePath(u"link"_s)));
        QCOMPARE(mkfifo(QFile::encodeName(m_folder->filePath(u"pipe"_s)).constData(), 0600), 0);
        for (const QString &name : {u"link"_s, u"pipe"_s}) {
            const auto opened = openFoundFile(m_folder->filePath(name));
            QVERIFY2(!opened, qPrintable(name));
            QCOMPARE(opened.error().kind, ErrorKind::Storage);
            QVERIFY(openByteInput(m_folder->filePath(name))); // named by the user
        }
    }

    void aFolderWithoutFilesIsReported()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"empty/folder"_s));
        const QString empty = m_folder->filePath(u"empty"_s);
        const Result<InputList> none = listInputs({empty}, {});
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::NotFound);
        QVERIFY2(none.error().message.contains(empty), qPrintable(none.error().message));
        write(u"a"_s);
        const InputList list = listInputs({empty, m_folder->filePath(u"a"_s)}, {}).value();
        QCOMPARE(list.files.size(), 1);
        QCOMPARE(list.notes.size(), 1);
    }

    void aCancelEndsTheSearch()
    {
        write(u"a"_s);
        CancelSource cancel;
        const CancelToken token = cancel.token();
        cancel.cancel();
        const Result<InputList> list = listInputs({m_folder->path()}, token);
        QVERIFY(!list);
        QCOMPARE(list.error().kind, ErrorKind::Cancelled);
    }

private:
    void write(const QString &name) const
    {
        const QString path = m_folder->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
    }

    [[nodiscard]] static QStringList pathsOf(const InputList &list)
    {
        QStringList paths;
        for (const InputFile &file : list.files)
            paths.append(file.path);
        return paths;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

TRAILGLASS_TEST(InputFilesTest)
#include "tst_inputfiles.moc"
