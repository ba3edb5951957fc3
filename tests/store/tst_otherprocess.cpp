// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// Several connections in one process, as the window has them, beside another program on the same file.
class OtherProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Another program that closes the file may delete the log only when nobody else has it open.
    void takesNoLogFromUnderOpenConnections()
    {
        const QTemporaryDir folder;
        const auto writer = std::move(*EventWriter::open(folder.path()));
        const SourceId work = *writer->addSource(source(u"work"_s));
        const auto reader = std::move(*EventReader::open(folder.path()));
        for (int i = 0; i < 3; ++i)
            QVERIFY(EventReader::open(folder.path())); // opened and closed again, as sessions do

        const QString database = folder.filePath(u"trailglass.sqlite"_s);
        QProcess sqlite;
        sqlite.start(u"sqlite3"_s,
                     {database, u"PRAGMA wal_checkpoint(TRUNCATE); SELECT count(*) FROM event"_s});
        QVERIFY(sqlite.waitForFinished());
        QCOMPARE(sqlite.exitCode(), 0);

        QVERIFY(QFile::exists(database + "-wal"_L1));
        QVERIFY(writer->commit(page(work, {makeEvent("e1")})));
        QCOMPARE(reader->lastRow()->value, 1);
        QCOMPARE((*EventReader::open(folder.path()))->lastRow()->value, 1);
    }
};

TRAILGLASS_TEST(OtherProcessTest)
#include "tst_otherprocess.moc"
