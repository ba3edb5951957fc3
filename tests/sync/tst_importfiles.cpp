// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/vendorguess.h"
#include "tests/inputs/memoryinput.h"
#include "tests/runner/testclass.h"
#include "tests/support/gzip.h"
#include "tests/support/ziparchive.h"
#include "tests/sync/importforms.h"
#include "tests/sync/importworkspace.h"

#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

QByteArray lines(Vendor vendor)
{
    return joined(importedCompany().events(vendor), "\n");
}

} // namespace

/// Archives, folders and vendors of the files of one import.
class ImportFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatCannotBeReadIsNamedWithItsMember()
    {
        ImportWorkspace workspace;
        const QByteArray bad = lines(Vendor::Asana).replace('\n', "\n{}\n");
        const QString file = workspace.write(
            u"audit.zip"_s,
            zipArchive({{.name = "logs/1.json", .content = bad},
                        {.name = "secret.json", .content = "{}", .flags = 1},
                        {.name = "logs/\xE2\x80\xAE.json", .content = "{\"a\":1}\n{\"a\":2}"}}));
        const SyncReport report = workspace.import(u"asana"_s, {file});
        QCOMPARE(report.status, SyncReport::Status::Failed);
        QVERIFY(report.isPartial());
        QCOMPARE(report.counts.added, importedCompany().events(Vendor::Asana).size());
        QCOMPARE(report.pages, 3);
        QVERIFY2(report.error->message.startsWith(QString(file + u": member secret.json: "_s)),
                 qPrintable(report.error->message));
        QCOMPARE(report.warnings.size(), 2);
        QVERIFY2(report.warnings[0].startsWith(QString(file + u": member logs/1.json: "_s))
                     && report.warnings[0].contains(u": line 2, 4, "_s),
                 qPrintable(report.warnings[0]));
        QVERIFY2(report.warnings[1].contains(u"<U+202E>"_s), qPrintable(report.warnings[1]));
        const auto reader = EventReader::open(workspace.folder.path()).value();
        const auto kept =
            reader->quarantine({.limit = 1, .order = QuarantineRange::Order::OldestFirst}).value();
        QCOMPARE(kept.front().place, u"audit.zip: member logs/1.json, line 2"_s);
    }

    void aFolderIsImportedWithWhatItSkips()
    {
        ImportWorkspace workspace;
        const QList<VendorEvent> &events = importedCompany().events(Vendor::Asana);
        const qsizetype half = events.size() / 2;
        workspace.write(u"in/1/a.json.gz"_s, gzip(joined(events.first(half), "\n")));
        workspace.write(u"in/b.json"_s, joined(events.sliced(half), "\n"));
        workspace.write(u"in/2/empty.json"_s, {});
        workspace.write(u"in/.hidden"_s, "{}");
        const SyncReport report = workspace.import(u"asana"_s, {workspace.folder.filePath(u"in"_s)});
        QVERIFY2(!report.error, report.error ? qPrintable(report.error->message) : "");
        QCOMPARE(report.counts.added, events.size());
        QCOMPARE(report.warnings.size(), 2);
        QVERIFY2(report.warnings[0].contains(u"1 hidden"_s), qPrintable(report.warnings[0]));
        QVERIFY2(report.warnings[1].contains(u"empty.json"_s), qPrintable(report.warnings[1]));
    }

    void whatHoldsNothingAtAllIsAnError()
    {
        ImportWorkspace workspace;
        workspace.write(u"in/a"_s, {});
        workspace.write(u"in/b"_s, "\n");
        const SyncReport empty = workspace.import(u"asana"_s, {workspace.folder.filePath(u"in"_s)});
        QCOMPARE(empty.status, SyncReport::Status::Failed);
        QCOMPARE(empty.error->kind, ErrorKind::Malformed);
        QVERIFY2(empty.warnings.value(0).contains(u"2 file"_s), qPrintable(empty.warnings.value(0)));
        // Blank so far, then damaged.
        workspace.write(u"in/c"_s, gzip("\n") + "more");
        const SyncReport damaged = workspace.import(u"asana"_s, {workspace.folder.filePath(u"in"_s)});
        QVERIFY2(damaged.error && damaged.error->message.contains(u"gzip"_s),
                 qPrintable(damaged.error ? damaged.error->message : QString()));
    }

    void manyBadFilesMakeFewMessages()
    {
        ImportWorkspace workspace;
        for (int number = 0; number < 50; ++number)
            workspace.write(u"in/%1.txt"_s.arg(number), "no JSON");
        const SyncReport report = workspace.import(u"asana"_s, {workspace.folder.filePath(u"in"_s)});
        QCOMPARE(report.status, SyncReport::Status::Failed);
        QVERIFY(!report.isPartial());
        QCOMPARE(report.warnings.size(), ImportFindingsShown);
        QVERIFY2(report.warnings.last().contains(u"29 more"_s), qPrintable(report.warnings.last()));
    }

    void progressCountsTheBytesOfAllFilesAsTheyAreStored()
    {
        ImportWorkspace workspace;
        const QString first = workspace.write(u"a.gz"_s, gzip(lines(Vendor::Asana)));
        const QString second =
            workspace.write(u"b.zip"_s, zipArchive({{.name = "x", .content = lines(Vendor::Asana)}}));
        const qint64 total = QFileInfo(first).size() + QFileInfo(second).size();
        QList<ImportProgress> seen;
        const SyncReport report =
            workspace.import(u"asana"_s, {first, second}, {},
                             [&seen](const ImportProgress &progress) { seen.append(progress); });
        QCOMPARE(report.status, SyncReport::Status::Ok);
        QCOMPARE(seen.first().bytes, QFileInfo(first).size());
        QCOMPARE(seen.first().totalBytes, std::optional<qint64>(total));
        QCOMPARE(seen.last().file, QString(second + u": member x"_s));
        qint64 before = 0;
        for (const ImportProgress &progress : seen) {
            QVERIFY(progress.bytes >= before && progress.bytes <= total);
            before = progress.bytes;
        }
    }

    void eventsOfAnotherVendorAreRefusedAsAWhole_data()
    {
        QTest::addColumn<int>("form");
        for (std::size_t form = 0; form < textForms().size(); ++form)
            QTest::newRow(textForms()[form].name) << static_cast<int>(form);
    }
    void eventsOfAnotherVendorAreRefusedAsAWhole()
    {
        QFETCH(const int, form);
        QByteArrayList events;
        for (const VendorEvent &event : importedCompany().events(Vendor::Secoda).first(8))
            events.append(event.raw);
        const QByteArray text =
            textForms()[static_cast<std::size_t>(form)].write(*findSource(Vendor::Secoda), events);
        const ReadFile read = readFile(*findSource(Vendor::Asana), text);
        QCOMPARE(read.events, QByteArrayList());
        QCOMPARE(read.unreadable, QStringList());
        QCOMPARE(
            read.errors,
            QStringList{u"These events look like those of Secoda, not Asana. Import them into a source of "
                        "type Secoda."_s});
    }

    void mostlyEventsOfAnotherVendorAreAWarning()
    {
        const QByteArray text =
            importedCompany().events(Vendor::Asana).first().raw + '\n' + lines(Vendor::Secoda);
        const ReadFile read = readFile(*findSource(Vendor::Asana), text);
        QCOMPARE(read.events.size(), 1);
        QCOMPARE(read.unreadable.size(), importedCompany().events(Vendor::Secoda).size());
        QCOMPARE(read.warnings.size(), 1);
        QVERIFY2(read.warnings[0].contains(u"Secoda, not Asana"_s), qPrintable(read.warnings[0]));
    }

    void theVendorIsDetectedInEveryForm()
    {
        for (const Source *source : allSources()) {
            QByteArrayList events;
            for (const VendorEvent &event : importedCompany().events(source->vendor()).first(8))
                events.append(event.raw);
            for (const TextForm &form : textForms()) {
                const QByteArray text = form.write(*source, events);
                QVERIFY2(guessVendor(text.toStdString()) == source, form.name);
                // Where the beginning ends makes no difference, as long as there is an event in it.
                const qsizetype size = text.size() * 3 / 4;
                QVERIFY2(guessVendor(text.first(size).toStdString()) == source, form.name);
            }
        }
    }

    void whatIsNotClearIsNotGuessed()
    {
        const std::string asana = importedCompany().events(Vendor::Asana).first().raw.toStdString();
        const std::string secoda = importedCompany().events(Vendor::Secoda).first().raw.toStdString();
        for (const std::string &text : {std::string(), std::string("no JSON"), std::string("{}"),
                                        asana + "\n{}\n{}\n", asana + '\n' + secoda})
            QVERIFY2(!guessVendor(text), text.c_str());
    }

    void aPipeCanBeLookedAtBeforeItIsImported()
    {
        ImportWorkspace workspace;
        const QString pipe = workspace.folder.filePath(u"pipe"_s);
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        std::thread writer([&] {
            QFile end(pipe);
            if (end.open(QIODevice::WriteOnly))
                end.write(gzip(lines(Vendor::Nected)));
        });
        ImportInputs inputs;
        const Result<const Source *> source = inputs.detectVendor({pipe}, {});
        QVERIFY(source);
        QCOMPARE((*source)->vendor(), Vendor::Nected);
        Importer importer(*workspace.writer, workspace.clock, std::move(inputs));
        const SyncReport report =
            importer.run({.source = workspace.sources.value(u"nected"_s), .files = {pipe}}, {});
        writer.join();
        QCOMPARE(report.counts.added, importedCompany().events(Vendor::Nected).size());
    }

    void whatCannotBeReadOfAPipeIsReportedAfterALookToo()
    {
        ImportWorkspace workspace;
        const QString good = workspace.write(u"a.json"_s, lines(Vendor::Asana));
        ImportInputs inputs([](const QString &path) -> Result<std::unique_ptr<ByteInput>> {
            if (path != "-"_L1)
                return openByteInput(path);
            return std::unique_ptr<ByteInput>(
                std::make_unique<MemoryInput>(zipArchive({{.name = "a"}}), 0, false));
        });
        QCOMPARE(inputs.detectVendor({u"-"_s, good}, {}).value()->vendor(), Vendor::Asana);
        Importer importer(*workspace.writer, workspace.clock, std::move(inputs));
        const SyncReport report =
            importer.run({.source = workspace.sources.value(u"asana"_s), .files = {u"-"_s, good}}, {});
        QVERIFY(report.isPartial());
        QVERIFY2(report.error && report.error->kind == ErrorKind::Unsupported,
                 qPrintable(report.error ? report.error->message : QString()));
    }

    void aDetectionThatFailsSaysWhy()
    {
        ImportWorkspace workspace;
        ImportInputs inputs;
        QCOMPARE(inputs.detectVendor({workspace.folder.filePath(u"missing"_s)}, {}).error().kind,
                 ErrorKind::NotFound);
        QCOMPARE(inputs.detectVendor({workspace.write(u"a"_s, "{}")}, {}).error().kind, ErrorKind::Malformed);
        // A note in the folder does not matter.
        workspace.write(u"in/README"_s, "about these files");
        workspace.write(u"in/z.zip"_s,
                        zipArchive({{.name = "README", .content = "x"},
                                    {.name = "b", .content = lines(Vendor::Paradime)}}));
        QCOMPARE(inputs.detectVendor({workspace.folder.filePath(u"in"_s)}, {}).value()->vendor(),
                 Vendor::Paradime);
    }

private:
    /// Those that are kept, and the sentence that counts the rest.
    static constexpr qsizetype ImportFindingsShown = 21;
};

TRAILGLASS_TEST(ImportFilesTest)
#include "tst_importfiles.moc"
