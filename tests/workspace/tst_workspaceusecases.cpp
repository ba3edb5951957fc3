// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/fileimport.h"
#include "models/workspace/indexsaving.h"
#include "models/workspace/openworkspace.h"
#include "models/workspace/preparedquery.h"
#include "models/workspace/syncpreparation.h"
#include "models/workspace/workspacecheck.h"

#include "models/store/sqlconnection.h"
#include "tests/runner/testclass.h"

#include "workspacetesting.h"

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

    void findsNothingWrongWithoutADatabase()
    {
        const QTemporaryDir folder;
        QCOMPARE(checkWorkspace(folder.path(), {}, [](const QString &) {}).value(), QStringList());
        VERIFY_RESULT(repairWorkspace(folder.path(), {}));
        QVERIFY(!QFile::exists(folder.filePath(u"trailglass.sqlite"_s)));
    }

private:
    NoonClock m_clock;
};

TRAILGLASS_TEST(WorkspaceUseCasesTest)
#include "tst_workspaceusecases.moc"
