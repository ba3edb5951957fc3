// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/source.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "models/sync/importer.h"
#include "tests/runner/testclass.h"
#include "tests/support/company.h"
#include "tests/sync/importworkspace.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

/// A response of the vendor's API around rows.
QByteArray response(Vendor vendor, const QByteArray &rows)
{
    switch (vendor) {
    case Vendor::Asana:
        return R"({"data":[)" + rows + R"(],"next_page":null})";
    case Vendor::Secoda:
        return R"({"results":[)" + rows + R"(],"total_pages":1,"meta":{"page":1,"next_page":null}})";
    case Vendor::Datafold:
        return R"({"logs":[)" + rows + "]}";
    case Vendor::Paradime:
        return R"({"data":{"getAuditLogs":{"auditLogs":[)" + rows + "]}}}";
    case Vendor::Nected:
        return R"({"totalCount":1,"data":[)" + rows
            + R"(],"code":"INTERNAL_SERVER_ERROR","message":"sorry"})";
    }
    Q_UNREACHABLE();
}

/// A member of an object that has \a value where the vendor's pages have their list.
QByteArray atListPlace(Vendor vendor, const QByteArray &value)
{
    const std::vector<std::string_view> path = findSource(vendor)->rowPaths().front();
    QByteArray member = value;
    for (auto name = path.rbegin(); name != path.rend(); ++name) {
        const QByteArray inner = name == path.rbegin() ? member : '{' + member + '}';
        member = '"' + QByteArray(name->data(), static_cast<qsizetype>(name->size())) + "\":" + inner;
    }
    return member;
}

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsEveryShapeOfEveryVendor_data();
    void readsEveryShapeOfEveryVendor();
    void keepsTheBytesOfEveryEvent();
    void tellsUnreadableLinesByNumber();
    void readsOnAfterABadFirstLine();
    void tellsUnreadableRowsByPlace();
    void importsWhatCameBeforeTheBreak();
    void explainsWhatCannotBeImported_data();
    void explainsWhatCannotBeImported();
    void explainsAnErrorResponse();
    void aMissingFileDoesNotStopTheOthers();
    void importsNothingTwice();
    void reportsProgress();
};

void ImportTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void ImportTest::readsEveryShapeOfEveryVendor_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<qsizetype>("count");

    for (const Vendor vendor : ImportVendors) {
        const QList<VendorEvent> &events = importedCompany().events(vendor);
        const qsizetype count = events.size();
        const auto add = [&](const char *shape, const QByteArray &file, qsizetype rows) {
            QTest::addRow("%s, %s", name(vendor).data(), shape) << vendor << file << rows;
        };
        add("one object a line", joined(events, "\n") + '\n', count);
        add("no line break at the end, CRLF, blank lines", joined(events, "\r\n\r\n"), count);
        add("byte order mark", "\xEF\xBB\xBF" + joined(events, "\n"), count);
        add("a response in one line", response(vendor, joined(events, ",")), count);
        add("a response over many lines",
            response(vendor, '\n' + joined(events, "\n,\n")).replace("{\"", "{\n\""), count);
        add("an array", '[' + joined(events, ",") + ']', count);
        add("an array over many lines", "[\n" + joined(events, ",\n") + "\n]\n", count);
        add("one event", events.first().raw, 1);
        add("one event and a line break", events.first().raw + "\n", 1);
        add("a response without events", response(vendor, {}), 0);
        add("a response with null for its events", response(vendor, {}).replace("[]", "null"), 0);
        // Nothing forbids an event a field of the name that the list of a page has.
        for (const QByteArray &value : {QByteArray("null"), QByteArray("[]")})
            add(qPrintable(u"one event with %1 in the list's place"_s.arg(QLatin1StringView(value))),
                '{' + atListPlace(vendor, value) + ',' + events.first().raw.mid(1), 1);
    }
}

void ImportTest::readsEveryShapeOfEveryVendor()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const QByteArray, file);
    QFETCH(const qsizetype, count);
    ImportWorkspace workspace;
    const SyncReport report =
        workspace.import(QString::fromUtf8(name(vendor).data()), {workspace.write(u"events.json"_s, file)});
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->message) : "");
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.counts.added, count);
    QCOMPARE(report.counts.received, count);
    QCOMPARE(report.warnings, QStringList());
    QCOMPARE(report.requests, 0);
    QCOMPARE(report.pages, 1);
    QVERIFY(!report.isPartial());
    QCOMPARE(workspace.stored().size(), count);
}

void ImportTest::keepsTheBytesOfEveryEvent()
{
    ImportWorkspace workspace;
    QMap<QByteArray, QByteArray> expected;
    for (const Vendor vendor : ImportVendors) {
        const QList<VendorEvent> &events = importedCompany().events(vendor);
        for (const VendorEvent &event : events) {
            expected.insert(event.id, event.raw);
        }
        const QString file = workspace.write(u"events.ndjson"_s, joined(events, "\n"));
        QCOMPARE(workspace.import(QString::fromUtf8(name(vendor).data()), {file}).status,
                 SyncReport::Status::Ok);
    }
    QCOMPARE(workspace.stored(), expected);
}

void ImportTest::tellsUnreadableLinesByNumber()
{
    ImportWorkspace workspace;
    QByteArrayList lines;
    for (const VendorEvent &event : importedCompany().events(Vendor::Asana).first(20)) {
        lines.append(event.raw);
    }
    lines[1] = R"({"gid":"cut","created_at")";
    lines[4] = R"({"gid":"no time"})";
    lines[5] = "[1,2]";
    lines[9] = "\xFF\xFE";
    lines.insert(8, QByteArray()); // counted, not unreadable
    const SyncReport report =
        workspace.import(u"asana"_s, {workspace.write(u"a.ndjson"_s, lines.join('\n'))});
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QVERIFY(report.isPartial());
    QCOMPARE(report.counts.added, 16);
    QCOMPARE(report.counts.unreadable, 4);
    QCOMPARE(report.warnings.size(), 1);
    QVERIFY2(report.warnings[0].contains(u"a.ndjson"_s), qPrintable(report.warnings[0]));
    QVERIFY2(report.warnings[0].contains(u"2, 5, 6, 11"_s), qPrintable(report.warnings[0]));
    const auto reader = EventReader::open(workspace.folder.path()).value();
    const auto kept = reader->quarantine({.source = workspace.sources.value(u"asana"_s).id}).value();
    QCOMPARE(kept.size(), std::size_t(4));
}

void ImportTest::readsOnAfterABadFirstLine()
{
    ImportWorkspace workspace;
    const QByteArray lines =
        "{\"gid\":\"1\",\"name\":\"br\n" + joined(importedCompany().events(Vendor::Asana), "\n");
    const SyncReport report = workspace.import(u"asana"_s, {workspace.write(u"a.ndjson"_s, lines)});
    QVERIFY(report.isPartial());
    QCOMPARE(report.counts.unreadable, 1);
    QCOMPARE(report.counts.added, importedCompany().events(Vendor::Asana).size());
    QVERIFY2(report.warnings.value(0).contains(u"line 1."_s), qPrintable(report.warnings.value(0)));
}

void ImportTest::tellsUnreadableRowsByPlace()
{
    ImportWorkspace workspace;
    const QByteArray good = importedCompany().events(Vendor::Asana).first().raw;
    const SyncReport report =
        workspace.import(u"asana"_s, {workspace.write(u"a.json"_s, R"({"data":[tru,)" + good + "]}")});
    QVERIFY(report.isPartial());
    QCOMPARE(report.counts.unreadable, 1);
    QCOMPARE(report.counts.added, 1);
    QVERIFY2(report.warnings.value(0).contains(u"at byte 9."_s), qPrintable(report.warnings.value(0)));
}

void ImportTest::importsWhatCameBeforeTheBreak()
{
    ImportWorkspace workspace;
    const QByteArray whole = response(Vendor::Asana, joined(importedCompany().events(Vendor::Asana), ","));
    const SyncReport report =
        workspace.import(u"asana"_s, {workspace.write(u"cut.json"_s, whole.first(whole.size() / 2))});
    QCOMPARE(report.status, SyncReport::Status::Failed);
    QCOMPARE(report.error->kind, ErrorKind::Malformed);
    QVERIFY(report.error->message.contains(u"cut.json"_s));
    QVERIFY(report.isPartial());
    QCOMPARE_GT(report.counts.added, 10);
    QCOMPARE(workspace.stored().size(), report.counts.added);
}

void ImportTest::explainsWhatCannotBeImported_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("blank lines") << QByteArray("\n\n") << u"empty"_s;
    QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08\x00\x00", 5) << u"gzip"_s;
    QTest::newRow("binary") << QByteArray("\x7F\x45LF\x00", 5) << u"binary"_s;
    QTest::newRow("web page") << QByteArray("<html></html>") << u"web page"_s;
    QTest::newRow("CSV") << QByteArray("id,time\n1,2\n") << u"not JSON"_s;
    QTest::newRow("an object that is no event") << QByteArray(R"({"hello":"world"})") << u"Asana"_s;
    QTest::newRow("lines that are no events") << QByteArray("{\"a\":1}\n{\"a\":2}\n") << u"Asana"_s;
    QTest::newRow("an object cut off") << QByteArray(R"({"hello":)") << u"bad.json"_s;
}

void ImportTest::explainsWhatCannotBeImported()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, sentence);
    ImportWorkspace workspace;
    const SyncReport report = workspace.import(u"asana"_s, {workspace.write(u"bad.json"_s, file)});
    QCOMPARE(report.status, SyncReport::Status::Failed);
    QCOMPARE(report.error->kind, ErrorKind::Malformed);
    QVERIFY2(report.error->message.contains(sentence), qPrintable(report.error->message));
    QVERIFY(!report.isPartial());
    QVERIFY(workspace.stored().isEmpty());
}

void ImportTest::explainsAnErrorResponse()
{
    ImportWorkspace workspace;
    const QString file = workspace.write(u"error.json"_s, R"({"errors":[{"message":"Not Authorized"}]})");
    const SyncReport report = workspace.import(u"asana"_s, {file});
    QCOMPARE(report.error->kind, ErrorKind::Vendor);
    QVERIFY2(report.error->message.contains(u"Not Authorized"_s), qPrintable(report.error->message));
    QCOMPARE(report.counts.unreadable, 0);
}

void ImportTest::aMissingFileDoesNotStopTheOthers()
{
    ImportWorkspace workspace;
    const QString good =
        workspace.write(u"good.ndjson"_s, joined(importedCompany().events(Vendor::Asana), "\n"));
    const QString missing = workspace.folder.filePath(u"missing.json"_s);
    const SyncReport report = workspace.import(u"asana"_s, {missing, good});
    QCOMPARE(report.status, SyncReport::Status::Failed);
    QCOMPARE(report.error->kind, ErrorKind::NotFound);
    QVERIFY(report.error->message.contains(missing));
    QVERIFY(report.isPartial());
    QCOMPARE(report.counts.added, importedCompany().events(Vendor::Asana).size());
}

void ImportTest::importsNothingTwice()
{
    ImportWorkspace workspace;
    const QList<VendorEvent> &events = importedCompany().events(Vendor::Secoda);
    const QString lines = workspace.write(u"a.ndjson"_s, joined(events, "\n"));
    const QString page = workspace.write(u"a.json"_s, response(Vendor::Secoda, joined(events, ",")));
    const SyncReport report = workspace.import(u"secoda"_s, {lines, page, lines});
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.pages, 3);
    QCOMPARE(report.counts.added, events.size());
    QCOMPARE(report.counts.duplicate, 2 * events.size());
    QCOMPARE(report.counts.conflict, 0);
}

void ImportTest::reportsProgress()
{
    ImportWorkspace workspace;
    const QByteArray lines = joined(importedCompany().events(Vendor::Asana), "\n");
    const QString file = workspace.write(u"a.ndjson"_s, lines);
    QList<ImportProgress> seen;
    const SyncReport report = workspace.import(
        u"asana"_s, {file}, {}, [&](const ImportProgress &progress) { seen.append(progress); });
    QVERIFY(!seen.isEmpty());
    QCOMPARE(seen.constLast().bytes, lines.size());
    QCOMPARE(seen.constLast().totalBytes, std::optional<qint64>(lines.size()));
    QCOMPARE(seen.constLast().file, file);
    QCOMPARE(seen.constLast().counts, report.counts);
}

TRAILGLASS_TEST(ImportTest)
#include "tst_import.moc"
