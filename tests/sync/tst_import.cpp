// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/source.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "models/sync/importer.h"
#include "tests/runner/testclass.h"
#include "tests/support/company.h"
#include "tests/sync/generatedinput.h"
#include "tests/sync/manualclock.h"
#include "tests/sync/residentmemory.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

constexpr std::string_view Now = "2026-11-20T12:00:00Z";
constexpr std::array Vendors{Vendor::Asana, Vendor::Secoda, Vendor::Datafold, Vendor::Paradime,
                             Vendor::Nected};

const Company &company()
{
    static const Company it({.seed = 3, .now = parseTime(Now).value(), .events = 400});
    return it;
}

QByteArray joined(const QList<VendorEvent> &events, const QByteArray &separator)
{
    QByteArrayList raws;
    for (const VendorEvent &event : events) {
        raws.append(event.raw);
    }
    return raws.join(separator);
}

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

/// An Asana event of about 600 bytes.
std::string asanaEvent(qint64 number)
{
    return R"({"gid":")" + std::to_string(number)
        + R"(","created_at":"2026-11-20T09:15:00.123Z","event_type":"x","note":")" + std::string(500, 'n')
        + R"("})";
}

/// A workspace with one connection of each vendor, each named like it.
struct Workspace
{
    explicit Workspace(Importer::Open open = openByteInput)
        : writer(EventWriter::open(folder.path()).value())
        , clock(Now)
        , importer(*writer, clock, std::move(open))
    {
        for (const Vendor vendor : Vendors) {
            SourceRecord record;
            record.name = record.type = QString::fromUtf8(name(vendor).data());
            for (const SettingField &field : findSource(vendor)->type().settings) {
                if (field.required && field.defaultValue.isEmpty()) {
                    const bool isUrl = field.key == "endpoint"_L1;
                    record.settings.insert(field.key,
                                           isUrl ? u"https://api.example.com/graphql"_s : u"1234"_s);
                }
            }
            record.id = writer->addSource(record).value();
            sources.insert(record.name, record);
        }
    }

    [[nodiscard]] QString write(const QString &fileName, const QByteArray &content) const
    {
        const QString path = folder.filePath(fileName);
        QFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        Q_ASSERT(written);
        return path;
    }

    [[nodiscard]] SyncReport import(const QString &source, const QStringList &files,
                                    const CancelToken &cancel = {}, const Importer::Progress &progress = {})
    {
        return importer.run({.source = sources.value(source), .files = files}, cancel, progress);
    }

    [[nodiscard]] QMap<QByteArray, QByteArray> stored() const
    {
        QMap<QByteArray, QByteArray> events;
        const auto reader = EventReader::open(folder.path()).value();
        const Result<void> scanned =
            reader->scan(EventReader::WithRaw::Yes, {}, [&](const EventRecord &record) {
                events.insert(QByteArray::fromStdString(record.event.id),
                              QByteArray::fromStdString(record.event.raw));
            });
        Q_ASSERT(scanned);
        return events;
    }

    QTemporaryDir folder;
    std::unique_ptr<EventWriter> writer;
    ManualClock clock;
    Importer importer;
    QMap<QString, SourceRecord> sources;
};

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
    void readsStandardInputAndPipes();
    void readsALineThatIsFarTooLongWithFlatMemory();
    void takesAnEndlessFirstLineOfAPipeForOneValue();
    void readsAHugeResponseWithFlatMemory();
    void reportsProgress();
    void cancelsBetweenCommits();
    void cancelsAPipeThatIsSilent();
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

    for (const Vendor vendor : Vendors) {
        const QList<VendorEvent> &events = company().events(vendor);
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
    Workspace workspace;
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
    Workspace workspace;
    QMap<QByteArray, QByteArray> expected;
    for (const Vendor vendor : Vendors) {
        const QList<VendorEvent> &events = company().events(vendor);
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
    Workspace workspace;
    QByteArrayList lines;
    for (const VendorEvent &event : company().events(Vendor::Asana).first(20)) {
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
    const auto kept = reader->quarantine(workspace.sources.value(u"asana"_s).id, 0).value();
    QCOMPARE(kept.size(), std::size_t(4));
}

void ImportTest::readsOnAfterABadFirstLine()
{
    Workspace workspace;
    const QByteArray lines = "{\"gid\":\"1\",\"name\":\"br\n" + joined(company().events(Vendor::Asana), "\n");
    const SyncReport report = workspace.import(u"asana"_s, {workspace.write(u"a.ndjson"_s, lines)});
    QVERIFY(report.isPartial());
    QCOMPARE(report.counts.unreadable, 1);
    QCOMPARE(report.counts.added, company().events(Vendor::Asana).size());
    QVERIFY2(report.warnings.value(0).contains(u"line 1."_s), qPrintable(report.warnings.value(0)));
}

void ImportTest::tellsUnreadableRowsByPlace()
{
    Workspace workspace;
    const QByteArray good = company().events(Vendor::Asana).first().raw;
    const SyncReport report =
        workspace.import(u"asana"_s, {workspace.write(u"a.json"_s, R"({"data":[tru,)" + good + "]}")});
    QVERIFY(report.isPartial());
    QCOMPARE(report.counts.unreadable, 1);
    QCOMPARE(report.counts.added, 1);
    QVERIFY2(report.warnings.value(0).contains(u"at byte 9."_s), qPrintable(report.warnings.value(0)));
}

void ImportTest::importsWhatCameBeforeTheBreak()
{
    Workspace workspace;
    const QByteArray whole = response(Vendor::Asana, joined(company().events(Vendor::Asana), ","));
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
    QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08\x00\x00", 5) << u"gunzip"_s;
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
    Workspace workspace;
    const SyncReport report = workspace.import(u"asana"_s, {workspace.write(u"bad.json"_s, file)});
    QCOMPARE(report.status, SyncReport::Status::Failed);
    QCOMPARE(report.error->kind, ErrorKind::Malformed);
    QVERIFY2(report.error->message.contains(sentence), qPrintable(report.error->message));
    QVERIFY(!report.isPartial());
    QVERIFY(workspace.stored().isEmpty());
}

void ImportTest::explainsAnErrorResponse()
{
    Workspace workspace;
    const QString file = workspace.write(u"error.json"_s, R"({"errors":[{"message":"Not Authorized"}]})");
    const SyncReport report = workspace.import(u"asana"_s, {file});
    QCOMPARE(report.error->kind, ErrorKind::Vendor);
    QVERIFY2(report.error->message.contains(u"Not Authorized"_s), qPrintable(report.error->message));
    QCOMPARE(report.counts.unreadable, 0);
}

void ImportTest::aMissingFileDoesNotStopTheOthers()
{
    Workspace workspace;
    const QString good = workspace.write(u"good.ndjson"_s, joined(company().events(Vendor::Asana), "\n"));
    const QString missing = workspace.folder.filePath(u"missing.json"_s);
    const SyncReport report = workspace.import(u"asana"_s, {missing, workspace.folder.path(), good});
    QCOMPARE(report.status, SyncReport::Status::Failed);
    QCOMPARE(report.error->kind, ErrorKind::NotFound);
    QVERIFY(report.error->message.contains(missing));
    QVERIFY(report.isPartial());
    QCOMPARE(report.counts.added, company().events(Vendor::Asana).size());

    const SyncReport folder = workspace.import(u"asana"_s, {workspace.folder.path()});
    QCOMPARE(folder.error->kind, ErrorKind::Storage);
    QVERIFY(folder.error->message.contains(u"folder"_s));
}

void ImportTest::importsNothingTwice()
{
    Workspace workspace;
    const QList<VendorEvent> &events = company().events(Vendor::Secoda);
    const QString lines = workspace.write(u"a.ndjson"_s, joined(events, "\n"));
    const QString page = workspace.write(u"a.json"_s, response(Vendor::Secoda, joined(events, ",")));
    const SyncReport report = workspace.import(u"secoda"_s, {lines, page, lines});
    QCOMPARE(report.status, SyncReport::Status::Ok);
    QCOMPARE(report.pages, 3);
    QCOMPARE(report.counts.added, events.size());
    QCOMPARE(report.counts.duplicate, 2 * events.size());
    QCOMPARE(report.counts.conflict, 0);
}

void ImportTest::readsStandardInputAndPipes()
{
    Workspace workspace;
    const QByteArray lines = joined(company().events(Vendor::Nected), "\n");
    const QString file = workspace.write(u"a.ndjson"_s, lines);
    const int before = dup(STDIN_FILENO);
    const int replaced = open(QFile::encodeName(file).constData(), O_RDONLY);
    dup2(replaced, STDIN_FILENO);
    const SyncReport fromInput = workspace.import(u"nected"_s, {u"-"_s});
    dup2(before, STDIN_FILENO);
    close(replaced);
    close(before);
    QCOMPARE(fromInput.status, SyncReport::Status::Ok);
    QCOMPARE(fromInput.counts.added, company().events(Vendor::Nected).size());

    const QString pipe = workspace.folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    std::thread writer([&] {
        QFile end(pipe);
        if (end.open(QIODevice::WriteOnly)) {
            end.write(lines);
        }
    });
    const SyncReport fromPipe = workspace.import(u"nected"_s, {pipe});
    writer.join();
    QCOMPARE(fromPipe.status, SyncReport::Status::Ok);
    QCOMPARE(fromPipe.counts.duplicate, company().events(Vendor::Nected).size());
}

void ImportTest::readsALineThatIsFarTooLongWithFlatMemory()
{
    constexpr qint64 Mebibytes = 64;
    const auto piece = [](qint64 number) -> std::string {
        if (number == 0) {
            return R"({"gid":"1","note":")";
        }
        if (number <= Mebibytes) {
            return std::string(1024 * 1024, 'x');
        }
        return number == Mebibytes + 1 ? "\"}\n" + asanaEvent(2) + '\n' + asanaEvent(3) + '\n'
                                       : std::string();
    };
    Workspace workspace([&](const QString &) -> Result<std::unique_ptr<ByteInput>> {
        return std::unique_ptr<ByteInput>(std::make_unique<GeneratedInput>(piece, true));
    });
    const qint64 before = residentBytes();
    qint64 most = 0;
    const SyncReport report = workspace.import(
        u"asana"_s, {u"long"_s}, {}, [&](const ImportProgress &) { most = std::max(most, residentBytes()); });
    QCOMPARE(report.counts.added, 2);
    QCOMPARE(report.counts.unreadable, 1);
    QVERIFY2(report.warnings.value(0).contains(u"line 1."_s), qPrintable(report.warnings.value(0)));
    QCOMPARE_LT(most - before, 48 * 1024 * 1024 + SanitizerAllowance);
}

void ImportTest::takesAnEndlessFirstLineOfAPipeForOneValue()
{
    constexpr qint64 Events = 40'000; // 24 MiB in one line
    const auto piece = [](qint64 number) -> std::string {
        if (number == 0) {
            return R"({"next_page":null,"data":[)" + asanaEvent(0);
        }
        return number < Events ? ',' + asanaEvent(number)
            : number == Events ? std::string("]}\n")
                               : std::string();
    };
    Workspace workspace([&](const QString &) -> Result<std::unique_ptr<ByteInput>> {
        return std::unique_ptr<ByteInput>(std::make_unique<GeneratedInput>(piece, false));
    });
    const SyncReport report = workspace.import(u"asana"_s, {u"-"_s});
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->message) : "");
    QCOMPARE(report.counts.added, Events);
}

void ImportTest::readsAHugeResponseWithFlatMemory()
{
    constexpr qint64 Events = 2'000;
    constexpr std::size_t EventBytes = 64 * 1024; // 128 MiB in all
    const auto piece = [](qint64 number) -> std::string {
        if (number == 0) {
            return R"({"data":[)";
        }
        if (number > Events) {
            return number == Events + 1 ? "]}" : "";
        }
        return (number > 1 ? "," : "") + (R"({"gid":")" + std::to_string(number))
            + R"(","created_at":"2026-11-20T09:15:00.123Z","note":")" + std::string(EventBytes, 'n')
            + R"("})";
    };
    Workspace workspace([&](const QString &) -> Result<std::unique_ptr<ByteInput>> {
        return std::unique_ptr<ByteInput>(std::make_unique<GeneratedInput>(piece, true));
    });
    const qint64 before = residentBytes();
    qint64 most = 0;
    const SyncReport report = workspace.import(
        u"asana"_s, {u"huge"_s}, {}, [&](const ImportProgress &) { most = std::max(most, residentBytes()); });
    QCOMPARE(report.counts.added, Events);
    QCOMPARE_LT(most - before, 80 * 1024 * 1024 + SanitizerAllowance);
}

void ImportTest::reportsProgress()
{
    Workspace workspace;
    const QByteArray lines = joined(company().events(Vendor::Asana), "\n");
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

void ImportTest::cancelsBetweenCommits()
{
    Workspace workspace([](const QString &) -> Result<std::unique_ptr<ByteInput>> {
        const auto endless = [](qint64 number) {
            return asanaEvent(number) + '\n';
        };
        return std::unique_ptr<ByteInput>(std::make_unique<GeneratedInput>(endless, false));
    });
    CancelSource cancel;
    qint64 committed = 0;
    const SyncReport report =
        workspace.import(u"asana"_s, {u"-"_s, u"-"_s}, cancel.token(), [&](const ImportProgress &progress) {
            committed = progress.counts.received;
            cancel.cancel();
        });
    QCOMPARE(report.status, SyncReport::Status::Cancelled);
    QVERIFY(!report.error);
    QCOMPARE(report.counts.added, committed);
    QCOMPARE(workspace.stored().size(), committed);
    QCOMPARE(report.pages, 1);
}

void ImportTest::cancelsAPipeThatIsSilent()
{
    Workspace workspace;
    const QString pipe = workspace.folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    CancelSource cancel;
    const CancelToken token = cancel.token();
    cancel.cancel();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(workspace.import(u"asana"_s, {pipe}, token).status, SyncReport::Status::Cancelled);

    // Nobody ever writes: the reader waits until the cancel comes from another thread.
    std::thread canceller;
    const CancelToken waiting = cancel.token();
    Workspace patient([&](const QString &path) {
        canceller = std::thread([&] { cancel.cancel(); });
        return openByteInput(path);
    });
    QCOMPARE(patient.import(u"asana"_s, {pipe}, waiting).status, SyncReport::Status::Cancelled);
    canceller.join();
    QCOMPARE_LT(timer.elapsed(), 2'000);
}

TRAILGLASS_TEST(ImportTest)
#include "tst_import.moc"
