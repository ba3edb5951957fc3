// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/treerecords.h"

#include "models/core/text.h"
#include "tests/runner/testclass.h"

#include <QTest>

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
    const PurgeNotice notice = samplePurge();
    QVERIFY(TreeRecords::readPurged(9, TreeRecords::purged(notice).toStdString()) == notice);
    QCOMPARE(TreeRecords::readRemoved(TreeRecords::removed(At, u"work"_s, 12).toStdString()),
             std::optional<qint64>(12));
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
