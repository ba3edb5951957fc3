// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/fileimport.h"
#include "models/workspace/indexsaving.h"
#include "models/workspace/openworkspace.h"
#include "models/workspace/preparedquery.h"
#include "models/workspace/syncpreparation.h"
#include "models/workspace/workspacecheck.h"

#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// The blocking use cases that command line and window share.
class WorkspaceUseCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void preparesAQuery_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("part"); // of the error; empty: none
        QTest::newRow("everything") << QString() << QString();
        QTest::newRow("a source") << u"source:work"_s << QString();
        QTest::newRow("a preset") << u"preset:mine op:read"_s << QString();
        QTest::newRow("a broken term") << u"created:nevr"_s << u"nevr"_s;
        QTest::newRow("an unknown source") << u"source:wrok"_s << u"work"_s;
        QTest::newRow("an unknown preset") << u"preset:min"_s << u"min"_s;
        QTest::newRow("a preset with an unknown source") << u"preset:old"_s << u"gone"_s;
    }

    void preparesAQuery()
    {
        QFETCH(const QString, expression);
        QFETCH(const QString, part);
        Workspace workspace;
        workspace.fill(1);
        VERIFY_RESULT(workspace.writer().savePreset({u"mine"_s, u"source:work"_s}));
        VERIFY_RESULT(workspace.writer().savePreset({u"old"_s, u"source:gone"_s}));
        OpenWorkspace open(workspace.folder());

        const auto query = prepareQuery(open, expression, {Noon});

        QCOMPARE(query.hasValue(), part.isEmpty());
        if (query) {
            QVERIFY(!Filter::print(query->filter).contains(u"preset:"_s));
            QCOMPARE(query->context.now.value, Noon.value);
        } else {
            QCOMPARE(query.error().kind, ErrorKind::Usage);
            QVERIFY2(query.error().message.contains(part), qPrintable(query.error().message));
        }
    }

    void judgesAFilterBeforeAMissingWorkspace()
    {
        const QTemporaryDir folder;
        OpenWorkspace nothing(folder.filePath(u"none"_s));

        QCOMPARE(prepareQuery(nothing, u"created:nevr"_s, {Noon}).error().kind, ErrorKind::Usage);
        QCOMPARE(prepareQuery(nothing, u"preset:x"_s, {Noon}).error().kind, ErrorKind::Usage);
        QCOMPARE(prepareQuery(nothing, {}, {Noon}).error().kind, ErrorKind::NotFound);
    }

    void readsTheStartOfASync_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("start"); // empty: refused
        QTest::newRow("a month") << u"2026-11"_s << QByteArray("2026-11-01T00:00:00.000000Z");
        QTest::newRow("a day") << u"2026-11-20"_s << QByteArray("2026-11-20T00:00:00.000000Z");
        QTest::newRow("another zone")
            << u"2026-11-20T08:00:00+02:00"_s << QByteArray("2026-11-20T06:00:00.000000Z");
        QTest::newRow("relative") << u"-7d"_s << QByteArray();
        QTest::newRow("no time") << u"soon"_s << QByteArray();
        QTest::newRow("nothing") << QString() << QByteArray();
    }

    void readsTheStartOfASync()
    {
        QFETCH(const QString, text);
        QFETCH(const QByteArray, start);

        const auto parsed = parseSyncStart(text, Noon);

        if (text == u"-7d"_s) {
            VERIFY_RESULT(parsed);
            QCOMPARE(parsed->value, (Noon - 7 * UtcMicros::PerDay).value);
        } else if (start.isEmpty()) {
            QVERIFY(!parsed);
            QCOMPARE(parsed.error().kind, ErrorKind::Usage);
        } else {
            VERIFY_RESULT(parsed);
            QCOMPARE(QByteArray::fromStdString(formatTime(*parsed)), start);
        }
    }

    void readsTheStartOfASyncInAZone()
    {
        const auto start = parseSyncStart(u"2026-11-20"_s, Noon, "Europe/Berlin");
        VERIFY_RESULT(start);
        QCOMPARE(formatTime(*start), std::string("2026-11-19T23:00:00.000000Z"));
    }

    void importsFilesIntoANamedSource()
    {
        Workspace workspace;
        workspace.addAsana(u"work"_s);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"events.ndjson"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"gid":"1","created_at":"2026-11-20T10:00:00Z","event_type":"x"})"
                   "\n"
                   R"({"gid":"2","created_at":"2026-11-20T11:00:00Z","event_type":"x"})"
                   "\nno JSON\n");
        file.close();
        qint64 reported = 0;

        const auto imported =
            importFiles(workspace.folder(), u"work"_s, {file.fileName()}, m_clock, {},
                        [&reported](const ImportProgress &progress) { reported = progress.counts.received; });

        VERIFY_RESULT(imported);
        QCOMPARE(imported->report.counts.added, 2);
        QCOMPARE(imported->report.counts.unreadable, 1);
        QCOMPARE(reported, 3);
        QCOMPARE(imported->indexWarning, QString());
        const auto refused = importFiles(workspace.folder(), u"wrok"_s, {file.fileName()}, m_clock, {}, {});
        QCOMPARE(refused.error().kind, ErrorKind::Usage);
    }

    void findsTheSourceOfTheVendorOfTheFiles()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"events.ndjson"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"gid":"1","created_at":"2026-11-20T10:00:00Z","event_type":"x"})");
        file.close();
        Workspace workspace;
        const auto import = [&] {
            return importFiles(workspace.folder(), {}, {file.fileName()}, m_clock, {}, {});
        };
        workspace.addAsana(u"work"_s);
        const auto imported = import();
        VERIFY_RESULT(imported);
        QCOMPARE(imported->report.source, u"work"_s);
        QCOMPARE(imported->report.counts.added, 1);

        workspace.addAsana(u"other"_s);
        const auto several = import();
        QCOMPARE(several.error().kind, ErrorKind::Usage);
        QVERIFY2(several.error().message.contains(u"“other”, “work”"_s), qPrintable(several.error().message));

        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"id":"1","logged_at":"2026-11-20T10:00:00Z","activity_type":"x"})");
        file.close();
        const auto none = import();
        QCOMPARE(none.error().kind, ErrorKind::Usage);
        QVERIFY2(none.error().message.contains(u"Secoda"_s), qPrintable(none.error().message));
    }

    void findsAndRepairsADamagedIndex()
    {
        Workspace workspace;
        const SourceId source = workspace.fillRead(3);
        workspace.fillSegment();
        workspace.addRead(source, 1);
        QCOMPARE(saveIndexWarning(workspace.folder(), {}), QString());
        QCOMPARE(check(workspace).value(), QStringList());
        QVERIFY(m_activities.size() >= 2);

        workspace.execute("UPDATE index_part SET data = x'00' WHERE key = 5");

        QCOMPARE(check(workspace).value().size(), 1);
        const auto repaired = repairWorkspace(workspace.folder(), {});
        VERIFY_RESULT(repaired);
        QCOMPARE(repaired->indexSegments, 1);
        QCOMPARE(repaired->sentences(), QStringList{u"Index segments rebuilt: 1"_s});
        QCOMPARE(check(workspace).value(), QStringList());
    }

    void findsNothingWrongWithoutADatabase()
    {
        const QTemporaryDir folder;
        QCOMPARE(checkWorkspace(folder.path(), {}, [](const QString &) {}).value(), QStringList());
        VERIFY_RESULT(repairWorkspace(folder.path(), {}));
        QVERIFY(!QFile::exists(folder.filePath(u"trailglass.sqlite"_s)));
    }

    void repairsNothingWhileAnotherHoldsTheLock()
    {
        Workspace workspace;
        workspace.fill(1);
        const auto lock = WorkspaceLock::acquire(WorkspacePaths::of(workspace.folder()), u"sync"_s);
        VERIFY_RESULT(lock);
        const auto refused = repairWorkspace(workspace.folder(), {});
        QCOMPARE(refused.error().kind, ErrorKind::Locked);
        QVERIFY2(refused.error().message.contains(u"sync"_s), qPrintable(refused.error().message));
    }

    void aCancelEndsCheckAndRepair()
    {
        Workspace workspace;
        workspace.fill(3);
        CancelSource source;
        const CancelToken cancelled = source.token();
        source.cancel();
        QCOMPARE(checkWorkspace(workspace.folder(), cancelled, [](const QString &) {}).error().kind,
                 ErrorKind::Cancelled);
        QCOMPARE(repairWorkspace(workspace.folder(), cancelled).error().kind, ErrorKind::Cancelled);
        VERIFY_RESULT(repairWorkspace(workspace.folder(), {})); // the lock is free again
    }

private:
    Result<QStringList> check(const Workspace &workspace)
    {
        return checkWorkspace(workspace.folder(), {},
                              [this](const QString &activity) { m_activities << activity; });
    }

    NoonClock m_clock;
    QStringList m_activities;
};

TRAILGLASS_TEST(WorkspaceUseCasesTest)
#include "tst_workspaceusecases.moc"
