// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treerecords.h"

#include "models/core/text.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <optional>
#include <vector>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// The texts of records, byte for byte: they are hashed.
class TreeRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areWrittenInOneWay_data();
    void areWrittenInOneWay();
    void readWhatAPurgeSays();
    void nameRowsByTheirHashWhereTheyAreMany();
    void readNoOtherRows_data();
    void readNoOtherRows();
    void readNothingFromOtherTexts_data();
    void readNothingFromOtherTexts();
    void findTheRecordsOfASource();
};

namespace {

constexpr UtcMicros At{1'780'000'000'000'001};

PurgeNotice samplePurge()
{
    return {.leaf = 9, .at = At, .source = u"é \"x\""_s, .leaves = 7, .records = 2, .by = u"window"_s};
}

} // namespace

void TreeRecordsTest::areWrittenInOneWay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("started") << TreeRecords::started(At, u"00ff"_s, 3)
                             << QByteArray(R"({"at":"2026-05-28T20:26:40.000001Z","identity":"00ff",)"
                                           R"("kind":"started","skipped":3})");
    QuarantineEntry unreadable{.source = {1},
                               .received = At,
                               .place = u"page 3"_s,
                               .reason = u"“x” is no time"_s,
                               .offset = 12,
                               .length = 5};
    unreadable.bytes = "abc";
    QTest::newRow("unreadable")
        << TreeRecords::quarantined(u"work"_s, unreadable)
        << QByteArray(R"({"kind":"quarantined","length":5,"offset":12,"place":"page 3",)"
                      R"("reason":"“x” is no time","received":"2026-05-28T20:26:40.000001Z",)"
                      R"("sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",)"
                      R"("source":"work"})");
    QuarantineEntry conflict{
        .source = {1}, .kind = QuarantineKind::Conflict, .eventId = "a\nb", .received = At, .length = 0};
    QTest::newRow("conflict")
        << TreeRecords::quarantined(u"work"_s, conflict)
        << QByteArray(R"({"event":"a\nb","kind":"quarantined","length":0,"offset":0,"place":"","reason":"",)"
                      R"("received":"2026-05-28T20:26:40.000001Z",)"
                      R"("sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",)"
                      R"("source":"work"})");
    QTest::newRow("removed") << TreeRecords::removed(At, u"work"_s, 12)
                             << QByteArray(R"({"at":"2026-05-28T20:26:40.000001Z","kind":"removed",)"
                                           R"("quarantined":12,"source":"work"})");
    const CoverageEntry open{.window = {.from = At, .to = {}}, .answered = At + 1, .pages = 2};
    QTest::newRow("coverage without an end")
        << TreeRecords::coverage(u"work"_s, open)
        << QByteArray(R"({"answered":"2026-05-28T20:26:40.000002Z","from":"2026-05-28T20:26:40.000001Z",)"
                      R"("kind":"coverage","pages":2,"source":"work","to":null})");
    QTest::newRow("purged") << TreeRecords::purged(samplePurge())
                            << QByteArray(R"({"at":"2026-05-28T20:26:40.000001Z","by":"window",)"
                                          R"("kind":"purged","leaves":7,"records":2,"source":"é \"x\""})");
    PurgeNotice named = samplePurge();
    named.rows = purgedRows({{RowId{1}, RowId{1'109}}, {RowId{2'000}, RowId{2'000}}});
    QTest::newRow("purged, with its rows")
        << TreeRecords::purged(named)
        << QByteArray(R"({"at":"2026-05-28T20:26:40.000001Z","by":"window","kind":"purged","leaves":7,)"
                      R"("records":2,"rows":"1-1109,2000","source":"é \"x\""})");
    named.rows = PurgedRows{.hash = Digest(), .first = RowId{5}, .count = 6};
    QTest::newRow("purged, with a hash of its rows")
        << TreeRecords::purged(named)
        << QByteArray(R"({"at":"2026-05-28T20:26:40.000001Z","by":"window","kind":"purged","leaves":7,)"
                      R"("records":2,"rows":{"first":5,"ranges":6,"sha256":"@"},"source":"é \"x\""})")
               .replace("@", QByteArray(64, '0'));
    const NoteVerifier verifier{.name = u"trailglass.local/00ff"_s, .key = {}};
    const QByteArray name = verifier.text().toUtf8();
    QTest::newRow("key") << TreeRecords::key(At, verifier, {})
                         << QByteArray(R"({"at":"2026-05-28T20:26:40.000001Z","key":"@","kind":"key",)"
                                       R"("name":"trailglass.local/00ff","signature":null})")
                                .replace("@", name);
}

void TreeRecordsTest::areWrittenInOneWay()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(text, expected);
}

void TreeRecordsTest::readWhatAPurgeSays()
{
    const std::vector<std::optional<PurgedRows>> all{
        std::nullopt, // of an earlier version
        purgedRows({}), purgedRows({{RowId{7}, RowId{7}}}),
        purgedRows({{RowId{1}, RowId{2}}, {RowId{4}, RowId{4}}, {RowId{9}, RowId{0xffff'ffff}}}),
        PurgedRows{.hash = Digest(), .first = RowId{1}, .count = 0xffff'ffff}};
    PurgeNotice notice = samplePurge();
    for (const std::optional<PurgedRows> &rows : all) {
        notice.rows = rows;
        QVERIFY(TreeRecords::readPurged(9, TreeRecords::purged(notice).toStdString()) == notice);
    }
    QCOMPARE(TreeRecords::readRemoved(TreeRecords::removed(At, u"work"_s, 12).toStdString()),
             std::optional<qint64>(12));
}

void TreeRecordsTest::nameRowsByTheirHashWhereTheyAreMany()
{
    std::vector<RemovedRange> ranges;
    while (purgedRowsText(ranges).size() < PurgedRows::MaxText - 10) {
        const RowId row{10'001 + 2 * static_cast<qint64>(ranges.size())};
        ranges.push_back({row, row});
    }
    const PurgedRows listed = purgedRows(ranges);
    QVERIFY(!listed.hash && listed.ranges == ranges && areNamed(listed, ranges));
    QCOMPARE(readPurgedRows(purgedRowsText(ranges).toStdString()), std::optional(ranges));
    ranges.push_back({RowId{100'000}, RowId{200'000}});
    const PurgedRows hashed = purgedRows(ranges);
    QVERIFY(hashed.hash && hashed.ranges.empty() && areNamed(hashed, ranges));
    QCOMPARE(hashed.first, RowId{10'001});
    QCOMPARE(hashed.count, static_cast<qint64>(ranges.size()));
    --ranges.back().last.value;
    QVERIFY(!areNamed(hashed, ranges));
    ranges.pop_back();
    QVERIFY(!areNamed(hashed, ranges));
}

void TreeRecordsTest::readNoOtherRows_data()
{
    QTest::addColumn<QByteArray>("rows");
    for (const char *text : {"1-", "-2", "1,", ",1", "1,,2", "01", "0", "5-5", "7-3", "1-5,5", "5,1", "1 -2",
                             "1.5", "4294967296", "99999999999999999999", "x"})
        QTest::newRow(text) << QByteArray('"' + QByteArray(text) + '"');
    for (const char *json : {"null", "7", "[1,2]", "{}", R"({"first":1,"ranges":2,"sha256":"00"})",
                             R"({"first":0,"ranges":2,"sha256":"@"})", R"({"first":1,"sha256":"@"})"})
        QTest::newRow(json) << QByteArray(json).replace("@", QByteArray(64, '0'));
}

void TreeRecordsTest::readNoOtherRows()
{
    QFETCH(const QByteArray, rows);
    const QByteArray text = R"({"at":"2026-05-28T20:26:40.000001Z","by":"window","kind":"purged","leaves":7,)"
                            R"("records":2,"rows":@,"source":"x"})";
    QVERIFY(TreeRecords::readPurged(9, QByteArray(text).replace("@", "\"1-2\"").toStdString()));
    QVERIFY(!TreeRecords::readPurged(9, QByteArray(text).replace("@", rows).toStdString()));
}

void TreeRecordsTest::readNothingFromOtherTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("another kind") << TreeRecords::started(At, u"00ff"_s, 3);
    for (const char *number : {"-1", "1.5", "1e300", "\"7\"", "null", "99999999999999"}) {
        QTest::newRow(number) << QByteArray(R"({"at":"2026-05-28T20:26:40.000001Z","by":"window",)"
                                            R"("kind":"purged","leaves":)"
                                            + QByteArray(number) + R"(,"records":2,"source":"x"})");
    }
    QTest::newRow("no time") << QByteArray(
        R"({"at":"soon","by":"window","kind":"purged","leaves":7,"records":2,"source":"x"})");
}

void TreeRecordsTest::readNothingFromOtherTexts()
{
    QFETCH(QByteArray, text);
    QVERIFY(!TreeRecords::readPurged(9, text.toStdString()));
    QVERIFY(!TreeRecords::readRemoved(text.toStdString()));
}

void TreeRecordsTest::findTheRecordsOfASource()
{
    const QString name = u"a \"quoted\" name"_s;
    const std::string mark = TreeRecords::markOfSource(name);
    QVERIFY(TreeRecords::removed(At, name, 12).contains(mark.c_str()));
    QVERIFY(!TreeRecords::removed(At, u"a \"quoted\" name 2"_s, 12).contains(mark.c_str()));
    // A text that quotes a record is no record of the source.
    const QByteArray quoting =
        TreeRecords::text("noted", {{u"note"_s, toQString(mark)}, {u"source"_s, u"another"_s}});
    QVERIFY(!quoting.contains(mark.c_str()));
}

TRAILGLASS_PURE_TEST(TreeRecordsTest)
#include "tst_treerecords.moc"
