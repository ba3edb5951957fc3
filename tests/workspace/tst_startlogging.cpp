// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/startlogging.h"

#include "models/store/eventwriter.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Where `--log-file` may not lead: to any file of the workspace, there or not.
class StartLoggingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesTheFilesOfTheWorkspace_data();
    void refusesTheFilesOfTheWorkspace();
    void refusesThemByAnotherName();
};

void StartLoggingTest::refusesTheFilesOfTheWorkspace_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isThere");
    for (const char *name : {"trailglass.sqlite", "trailglass.sqlite-wal", "trailglass.sqlite-shm",
                             "trailglass.sqlite-journal", "trailglass.lock"}) {
        const QString file = QString::fromLatin1(name);
        QTest::addRow("%s, before there is a workspace", name) << file << false;
        if (!file.endsWith("-journal"_L1))
            QTest::addRow("%s, in use", name) << file << true;
    }
}

void StartLoggingTest::refusesTheFilesOfTheWorkspace()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isThere);
    const QTemporaryDir folder;
    const QString file = folder.filePath(name);
    const auto writer = isThere ? EventWriter::open(folder.path()) : Error();
    const auto lock =
        isThere ? WorkspaceLock::acquire(WorkspacePaths::of(folder.path()), u"sync"_s) : Error();
    QCOMPARE(writer.hasValue() && lock.hasValue(), isThere);
    QCOMPARE(QFile::exists(file), isThere);
    const QByteArray before = contentOf(file);

    const auto started = startLogging(u"all"_s, file, folder.path());

    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::Usage);
    QCOMPARE(QFile::exists(file), isThere);
    QCOMPARE(contentOf(file), before);
}

void StartLoggingTest::refusesThemByAnotherName()
{
    const QTemporaryDir folder;
    const QTemporaryDir elsewhere;
    const auto writer = EventWriter::open(folder.path());
    QVERIFY(writer);
    const QString wal = folder.filePath(u"trailglass.sqlite-wal"_s);
    const QString linked = elsewhere.filePath(u"linked.log"_s);
    const QString hardLinked = elsewhere.filePath(u"hard.log"_s);
    QVERIFY(QFile::link(wal, linked));
    QCOMPARE(::link(QFile::encodeName(wal).constData(), QFile::encodeName(hardLinked).constData()), 0);
    for (const QString &file : {linked, hardLinked}) {
        const auto started = startLogging({}, file, folder.path());
        QVERIFY2(!started, qPrintable(file));
        QCOMPARE(started.error().kind, ErrorKind::Usage);
    }
}

TRAILGLASS_TEST(StartLoggingTest)
#include "tst_startlogging.moc"
