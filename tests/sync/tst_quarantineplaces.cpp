// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/byteinput.h"
#include "models/sync/importer.h"
#include "models/sync/quarantine.h"
#include "tests/runner/testclass.h"
#include "tests/support/fakevendors.h"
#include "tests/sync/syncharness.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

const UtcMicros From = *parseTime("2026-11-01T00:00:00Z");
const UtcMicros To = *parseTime("2026-11-02T12:30:00Z");

} // namespace

/// Where quarantined rows are said to come from.
class QuarantinePlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageHasItsNumberAndTime_data();
    void aPageHasItsNumberAndTime();
    void aFileHasItsNameAlone_data();
    void aFileHasItsNameAlone();
    void rowsOfASyncHaveTheirPage();
    void rowsOfAFileHaveTheirLine();
};

void QuarantinePlacesTest::aPageHasItsNumberAndTime_data()
{
    QTest::addColumn<std::optional<TimeWindow>>("window");
    QTest::addColumn<QString>("place");
    using Window = std::optional<TimeWindow>;
    QTest::newRow("of a list") << Window() << u"page 7"_s;
    QTest::newRow("of all times") << Window(TimeWindow{}) << u"page 7"_s;
    QTest::newRow("of an interval") << Window(TimeWindow{
        From, To}) << u"page 7 of events from 2026-11-01T00:00:00.000000Z to 2026-11-02T12:30:00.000000Z"_s;
    QTest::newRow("with an open end")
        << Window(TimeWindow{From, {}}) << u"page 7 of events since 2026-11-01T00:00:00.000000Z"_s;
    QTest::newRow("with an open start")
        << Window(TimeWindow{{}, To}) << u"page 7 of events until 2026-11-02T12:30:00.000000Z"_s;
}

void QuarantinePlacesTest::aPageHasItsNumberAndTime()
{
    QFETCH(const std::optional<TimeWindow>, window);
    QTEST(pagePlace(7, window), "place");
}

void QuarantinePlacesTest::aFileHasItsNameAlone_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("place");
    QTest::newRow("in a folder") << u"/home/ann/leak/events.json"_s << u"events.json"_s;
    QTest::newRow("by its name") << u"events.json"_s << u"events.json"_s;
    QTest::newRow("standard input") << u"-"_s << u"standard input"_s;
}

void QuarantinePlacesTest::aFileHasItsNameAlone()
{
    QFETCH(const QString, file);
    QTEST(filePlace(file), "place");
}

void QuarantinePlacesTest::rowsOfASyncHaveTheirPage()
{
    FakeVendors servers(
        Company::Options{.seed = 3, .now = *parseTime("2026-11-20T12:00:00Z"), .events = 300});
    QVERIFY(servers.listen());
    SyncHarness harness("2026-11-20T12:00:00Z");
    VendorServer &server = servers.asana();
    harness.addSource(u"asana"_s, u"asana"_s, server.settings());
    QList<VendorEvent> events = server.events();
    events[events.size() - 2].raw = R"({"gid":"no time"})";
    server.setEvents(events);
    QCOMPARE(harness.run(harness.job(u"asana"_s, server)).counts.unreadable, 1);
    VendorEvent changed = events.constLast();
    changed.raw.replace("{", "{ ");
    server.replaceEvent(changed);
    SyncJob again = harness.job(u"asana"_s, server);
    again.full = true;
    const SyncReport report = harness.run(again);
    QCOMPARE(report.counts.conflict, 1);
    QVERIFY2(report.warnings.join(u'|').contains(u"quarantined"_s), qPrintable(report.warnings.join(u'|')));

    const auto rows = harness.reader()->quarantine({}).value();
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].kind, QuarantineKind::Conflict);
    QCOMPARE(rows[0].bytes, changed.raw);
    QCOMPARE(rows[1].kind, QuarantineKind::Unreadable);
    for (const QuarantineEntry &row : rows) {
        QVERIFY2(row.place.startsWith(u"page "_s), qPrintable(row.place));
        QVERIFY2(!row.place.contains(u"http"_s), qPrintable(row.place));
    }
}

void QuarantinePlacesTest::rowsOfAFileHaveTheirLine()
{
    const QTemporaryDir folder;
    const auto writer = EventWriter::open(folder.filePath(u"workspace"_s)).value();
    SourceRecord source;
    source.name = source.type = u"asana"_s;
    source.settings = {{u"workspace_gid"_s, u"1"_s}};
    source.id = writer->addSource(source).value();
    QFile file(folder.filePath(u"in.ndjson"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"gid\":\"1\",\"created_at\":\"2026-11-20T09:15:00Z\"}\n\n{\"broken\n"
               "{\"gid\":\"1\",\"created_at\":\"2026-11-20T09:15:01Z\"}\n");
    file.close();
    const ManualClock clock("2026-11-20T12:00:00Z");
    Importer importer(*writer, clock);
    QCOMPARE(importer.run({source, {file.fileName()}}, {}).counts.conflict, 1);
    const auto rows = EventReader::open(folder.filePath(u"workspace"_s)).value()->quarantine({}).value();
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].place, u"in.ndjson, line 3"_s); // unreadable rows are stored after the conflicts
    QCOMPARE(rows[1].place, u"in.ndjson"_s);
}

TRAILGLASS_TEST(QuarantinePlacesTest)
#include "tst_quarantineplaces.moc"
