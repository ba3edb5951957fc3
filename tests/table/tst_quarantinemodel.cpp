// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/quarantinemodel.h"

#include "models/table/bytedump.h"
#include "tests/runner/testclass.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

const UtcMicros Noon = *parseTime("2026-11-20T12:00:00Z");

QuarantineRow rowOf(qint64 id)
{
    return {.id = id,
            .source = u"work"_s,
            .typeName = u"asana"_s,
            .received = Noon,
            .place = u"page 3"_s,
            .reason = u"The event has no time in created_at."_s,
            .length = 1'234};
}

} // namespace

/// Quarantined rows as a table, and bytes as a text.
class QuarantineModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void showsARow()
    {
        QuarantineModel model(QTimeZone::utc());
        const QAbstractItemModelTester tester(&model);
        model.append({rowOf(1)}, true);
        QStringList texts;
        for (int column = 0; column < QuarantineModel::ColumnCount; ++column)
            texts.append(model.index(0, column).data().toString());
        QCOMPARE(texts,
                 (QStringList{u"Unreadable"_s, u"work"_s, u"2026-11-20 12:00:00 UTC"_s, u"page 3"_s,
                              u"1,234"_s, u"The event has no time in created_at."_s}));
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"Unreadable, work, 2026-11-20 12:00:00 UTC. The event has no time in created_at."_s);
    }

    void saysWhichEventAConflictIsOf()
    {
        QuarantineRow row = rowOf(1);
        row.kind = QuarantineRow::Kind::Conflict;
        row.reason.clear();
        row.eventId = u"a\u202Eb"_s;
        QCOMPARE(quarantineReason(row), u"The event a<U+202E>b is stored with different content."_s);
        row.eventId = QString(5'000, u'x');
        QVERIFY(quarantineReason(row).size() < 200);
        row.eventId = u"a"_s;
        row.notKept = 3;
        QCOMPARE(quarantineReason(row),
                 u"The event a is stored with different content. "
                 u"3 version(s) of it that came before this one are not kept."_s);
    }

    void textsOfServersShowWhatTheyHide()
    {
        QuarantineModel model(QTimeZone::utc());
        QuarantineRow row = rowOf(1);
        row.source = row.place = row.reason = u"x\u202E\u0007y"_s;
        model.append({row}, true);
        for (int column = 0; column < QuarantineModel::ColumnCount; ++column) {
            const QString text = model.index(0, column).data().toString();
            QVERIFY2(!text.contains(QChar(0x202E)) && !text.contains(QChar(7)), qPrintable(text));
        }
    }

    void requestsAPageAtATime()
    {
        QuarantineModel model(QTimeZone::utc());
        QSignalSpy more(&model, &QuarantineModel::moreRequested);
        QVERIFY(!model.canFetchMore({}));
        model.append({rowOf(9), rowOf(8)}, false);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        model.fetchMore({}); // the page is on its way
        QCOMPARE(more.size(), 1);
        QVERIFY(!model.canFetchMore({}));
        model.append({rowOf(7)}, true);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.row(model.index(2, 0)).id, 7);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void showsBytesAsTextOrAsADump_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("none") << QByteArray() << QByteArray();
        QTest::newRow("JSON") << QByteArray("{\"a\":\n1}") << QByteArray("{\"a\":\n1}");
        QTest::newRow("UTF-8") << QByteArray("日本\x01") << QByteArray("日本\x01");
        QTest::newRow("a byte that is no UTF-8")
            << QByteArray("{\xFF}")
            << QByteArray("00000000   7b ff 7d                                          {.}\n");
        QTest::newRow("more than a line")
            << QByteArray("0123456789abcdef\xFE\x00", 18)
            << QByteArray("00000000   30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef\n"
                          "00000010   fe 00                                             ..\n");
    }
    void showsBytesAsTextOrAsADump()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, shown);
        QCOMPARE(QByteArray::fromStdString(shownBytes(bytes.toStdString())), shown);
    }
};

TRAILGLASS_TEST(QuarantineModelTest)
#include "tst_quarantinemodel.moc"
