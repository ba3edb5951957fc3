// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/rowreader.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

using Shape = JsonSlicer::Shape;

class RowReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEventsWithTheirExactBytes();
    void findsRowsAtEitherOfTwoPaths_data();
    void findsRowsAtEitherOfTwoPaths();
    void setsAsideWhatItCannotRead();
    void cutsALargeUnreadableRow();
    void countsRowsOutsideTheWindow();
    void noticesTheOrder_data();
    void noticesTheOrder();
    void givesEventsBeforeTheResponseIsComplete();
    void failsOnAResponseThatIsNotJson_data();
    void failsOnAResponseThatIsNotJson();
    void readsLinesWithTheirNumbers();

private:
    static std::string row(const char *id, const char *time)
    {
        return std::string("{\"gid\":\"") + id + "\",\"created_at\":\"" + time + "\"}";
    }
    static RowReader asana(std::optional<TimeWindow> window = {}, Shape shape = Shape::Envelope)
    {
        return RowReader(*findSource(Vendor::Asana), {}, window, shape);
    }
};

void RowReaderTest::readsEventsWithTheirExactBytes()
{
    const std::string first = "{ \"gid\" : \"9007199254740993\",\r\n "
                              "\"created_at\":\"2026-11-20T09:15:00.1234567Z\", \"gid2\":1.10,"
                              "\"actor\":{\"name\":\"Ana \\u0047arc\u00eda\"},\"x\":1e400,\"x\":[ ]}";
    const std::string second = row("2", "2026-11-20T09:16:00Z");
    RowReader reader = asana();
    reader.feed(R"({"data":[ )" + first + " , " + second + R"( ],"next_page":{"offset":"abc"}})");
    const auto summary = reader.finish();
    QVERIFY(summary);
    const ParsedRows batch = reader.take();
    QCOMPARE(batch.events.size(), std::size_t{2});
    QCOMPARE(batch.events[0].raw, first);
    QCOMPARE(batch.events[0].id, std::string("9007199254740993"));
    QCOMPARE(batch.events[0].actor.name, std::string("Ana Garc\u00eda"));
    QCOMPARE(formatTime(batch.events[0].created), std::string("2026-11-20T09:15:00.123456Z"));
    QCOMPARE(batch.events[1].raw, second);
    QVERIFY(batch.unreadable.empty());
    QVERIFY(reader.take().isEmpty());
    QCOMPARE(summary->rows, 2);
    QCOMPARE(summary->unreadable, 0);
    QCOMPARE(summary->envelope, QByteArray(R"({"data":[],"next_page":{"offset":"abc"}})"));
    QVERIFY(summary->hadRowArray);
}

void RowReaderTest::findsRowsAtEitherOfTwoPaths_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<bool>("hadRowArray");

    const QByteArray rows = R"([{"id":1,"createdDttm":"2024-02-13 16:09:29.718805"}])";
    QTest::newRow("as sent") << QByteArray(R"({"data":{"getAuditLogs":{"auditLogs":)" + rows + "}}}") << true;
    QTest::newRow("as documented") << QByteArray(R"({"auditLogs":)" + rows + "}") << true;
    QTest::newRow("errors instead") << QByteArray(R"({"data":null,"errors":[{"message":"no"}]})") << false;
}

void RowReaderTest::findsRowsAtEitherOfTwoPaths()
{
    QFETCH(QByteArray, response);
    QFETCH(bool, hadRowArray);

    RowReader reader(*findSource(Vendor::Paradime), {});
    reader.feed(response.toStdString());
    const auto summary = reader.finish();
    QVERIFY(summary);
    QCOMPARE(summary->hadRowArray, hadRowArray);
    QCOMPARE(reader.take().events.size(), std::size_t{hadRowArray ? 1U : 0U});
}

void RowReaderTest::setsAsideWhatItCannotRead()
{
    const std::string response = R"({"data":[{"gid":"1"},7,{"gid":tru},)" + row("2", "2026-11-20T09:15:00Z")
        + R"(,"text",[],{"gid":""}]})";
    RowReader reader = asana();
    reader.feed(response);
    const auto summary = reader.finish();
    QVERIFY(summary);
    const ParsedRows batch = reader.take();
    QCOMPARE(batch.events.size(), std::size_t{1});
    QCOMPARE(batch.events[0].id, std::string("2"));
    QStringList texts;
    for (const UnreadableRow &unreadable : batch.unreadable) {
        texts.append(QString::fromUtf8(unreadable.bytes));
        QVERIFY(!unreadable.reason.isEmpty());
        QCOMPARE(unreadable.length, unreadable.bytes.size());
        QCOMPARE(QByteArray::fromStdString(response.substr(static_cast<std::size_t>(unreadable.offset),
                                                           static_cast<std::size_t>(unreadable.length))),
                 unreadable.bytes);
        QCOMPARE(unreadable.line, 0);
    }
    QCOMPARE(texts,
             (QStringList{uR"({"gid":"1"})"_s, u"7"_s, uR"({"gid":tru})"_s, u"\"text\""_s, u"[]"_s,
                          uR"({"gid":""})"_s}));
    QVERIFY(batch.unreadable[1].reason.contains(u"Expected a JSON object"));
    QVERIFY(batch.unreadable[2].reason.contains(u"at byte 33"));
    QCOMPARE(summary->rows, 7);
    QCOMPARE(summary->unreadable, 6);
}

void RowReaderTest::cutsALargeUnreadableRow()
{
    const std::string large = R"({"no id":")" + std::string(1'000'000, 'x') + R"("})";
    RowReader reader = asana();
    reader.feed(R"({"data":[)" + large + "]}");
    QVERIFY(reader.finish());
    const ParsedRows batch = reader.take();
    QCOMPARE(batch.unreadable.size(), std::size_t{1});
    QCOMPARE(batch.unreadable[0].bytes.size(), JsonSlicer::MaxKept);
    QCOMPARE(batch.unreadable[0].length, static_cast<qint64>(large.size()));
}

void RowReaderTest::countsRowsOutsideTheWindow()
{
    const TimeWindow window{parseTime("2026-11-20T00:00:00Z"), parseTime("2026-11-21T00:00:00Z")};
    RowReader reader = asana(window);
    reader.feed(R"({"data":[)" + row("1", "2026-11-19T23:59:59.999999Z") + ","
                + row("2", "2026-11-20T00:00:00Z") + "," + row("3", "2026-11-21T00:00:00Z") + "]}");
    const auto summary = reader.finish();
    QVERIFY(summary);
    QCOMPARE(summary->outsideWindow, 2);
    QCOMPARE(formatTime(*summary->earliest), std::string("2026-11-19T23:59:59.999999Z"));
    QCOMPARE(formatTime(*summary->latest), std::string("2026-11-21T00:00:00.000000Z"));
    QCOMPARE(reader.take().events.size(), std::size_t{3});
}

void RowReaderTest::noticesTheOrder_data()
{
    QTest::addColumn<QList<int>>("seconds");
    QTest::addColumn<bool>("ascending");
    QTest::addColumn<bool>("descending");

    QTest::newRow("none") << QList<int>{} << true << true;
    QTest::newRow("one") << QList<int>{5} << true << true;
    QTest::newRow("equal") << QList<int>{5, 5} << true << true;
    QTest::newRow("ascending") << QList<int>{1, 2, 2, 3} << true << false;
    QTest::newRow("descending") << QList<int>{3, 2, 2, 1} << false << true;
    QTest::newRow("neither") << QList<int>{1, 3, 2} << false << false;
}

void RowReaderTest::noticesTheOrder()
{
    QFETCH(QList<int>, seconds);
    QFETCH(bool, ascending);
    QFETCH(bool, descending);

    std::string rows;
    for (const int second : seconds)
        rows += (rows.empty() ? "" : ",")
            + row("1", ("2026-11-20T09:15:0" + std::to_string(second) + "Z").c_str());
    RowReader reader = asana();
    reader.feed(R"({"data":[)" + rows + "]}");
    const auto summary = reader.finish();
    QVERIFY(summary);
    QCOMPARE(summary->ascending, ascending);
    QCOMPARE(summary->descending, descending);
}

void RowReaderTest::givesEventsBeforeTheResponseIsComplete()
{
    RowReader reader = asana();
    reader.feed(R"({"data":[)" + row("1", "2026-11-20T09:15:00Z") + "," + R"({"gid":)");
    QCOMPARE(reader.take().events.size(), std::size_t{1});
    QCOMPARE(reader.summary().rows, 1);
    const auto summary = reader.finish();
    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, ErrorKind::Malformed);
    QCOMPARE(reader.take().unreadable.size(), std::size_t{1});
}

void RowReaderTest::failsOnAResponseThatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message"); // a part of it

    QTest::newRow("nothing") << QByteArray() << ErrorKind::Malformed << u"no data"_s;
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html>") << ErrorKind::Malformed
                              << u"begins with “<!DOCTYPE html><html>”"_s;
    QTest::newRow("cut off") << QByteArray(R"({"data":[)") << ErrorKind::Malformed << u"(at byte 9)"_s;
    QTest::newRow("too much beside the rows")
        << QByteArray(R"({"data":[],"x":")" + QByteArray(2'000'000, 'x') + R"("})") << ErrorKind::TooLarge
        << u"1 MiB"_s;
}

void RowReaderTest::failsOnAResponseThatIsNotJson()
{
    QFETCH(QByteArray, response);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, message);

    RowReader reader = asana();
    reader.feed({response.data(), static_cast<std::size_t>(response.size())});
    const auto summary = reader.finish();
    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, kind);
    QVERIFY2(summary.error().message.contains(message), qPrintable(summary.error().message));
}

void RowReaderTest::readsLinesWithTheirNumbers()
{
    RowReader reader = asana({}, Shape::Lines);
    reader.feed(row("1", "2026-11-20T09:15:00Z") + "\r\n\r\nnonsense\n" + row("2", "2026-11-20T09:15:00Z"));
    const auto summary = reader.finish();
    QVERIFY(summary);
    const ParsedRows batch = reader.take();
    QCOMPARE(batch.events.size(), std::size_t{2});
    QCOMPARE(batch.unreadable.size(), std::size_t{1});
    QCOMPARE(batch.unreadable[0].line, 3);
    QCOMPARE(batch.unreadable[0].bytes, QByteArray("nonsense"));
    QVERIFY(!summary->hadRowArray);
}

TRAILGLASS_TEST(RowReaderTest)
#include "tst_rowreader.moc"
