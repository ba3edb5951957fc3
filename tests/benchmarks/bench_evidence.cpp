// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Measures what evidence costs, over a workspace of made-up events of five vendors: what the hash tree takes of the ingest
// and of the disk; `verify workspace` beside `openssl dgst -sha256` over as many bytes; proofs of single events; evidence
// bundles, and the memory of a bundle of a million events where there are as many:
// `bench_evidence [EVENTS [FOLDER]]`, default 1,000,000 in a temporary folder. FOLDER must be new; bundles and other files of
// the run are kept beside it until its end. At ten million events, that is some 3 GB in FOLDER and as much beside it.
//
// Prints a Markdown table, then sentences with the ratios. Everything is in the file cache. Needs openssl and python3.

#include "models/merkle/ed25519.h"
#include "models/merkle/treehash.h"
#include "models/query/index/savedindex.h"
#include "models/store/eventreader.h"
#include "models/store/sqlconnection.h"
#include "tests/benchmarks/measuredprogram.h"
#include "tests/benchmarks/measurement.h"
#include "tests/benchmarks/pagemaker.h"
#include "tests/benchmarks/prooftimes.h"
#include "tests/benchmarks/treealone.h"
#include "tests/benchmarks/vendorworkspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace Trailglass;
using namespace Trailglass::Benchmarks;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Million = 1'000'000;
constexpr std::uint64_t Vendors = 5;
constexpr const char *KeyVariable = "TRAILGLASS_BENCHMARK_SIGNING_KEY";

/// Where the run is.
struct Folders
{
    QString workspace;
    QString files; ///< for all else
};

double ratio(double part, double whole)
{
    return part / std::max(whole, 1e-9);
}

QString percent(double share)
{
    return QString::number(100 * share, 'f', 2) + u" %"_s;
}

/// What takes minutes is done once.
int roundsFor(qint64 events)
{
    return events > 2 * Million ? 1 : Rounds;
}

ProgramRun measureCommand(const Folders &folders, const QStringList &arguments, int rounds)
{
    const QString program = QCoreApplication::applicationDirPath() + u"/trailglass-cli"_s;
    return measureProgram(program, QStringList{u"--workspace"_s, folders.workspace} + arguments, rounds);
}

/// \returns a sentence
QString measureIngest(const Folders &folders, qint64 events)
{
    TreeAlone tree(folders.files + u"/tree"_s);
    const Cost whole =
        fillWorkspace(folders.workspace, events, [&tree](const PageCommit &page) { tree.add(page); });
    tree.requireSameLeaves(folders.workspace);
    print("ingest, with the tree", whole, tree.events());
    print("ingest, the tree alone", tree.cost(), tree.events());
    orExit(saveIndex(folders.workspace, {})); // as each sync does at its end
    return u"Ingest with the tree has %1 of the speed without it (%2 by processor time)."_s.arg(
        percent(1 - ratio(tree.cost().seconds, whole.seconds)),
        percent(1 - ratio(tree.cost().processorSeconds, whole.processorSeconds)));
}

/// \returns a sentence
QString measureDisk(const Folders &folders)
{
    const auto connection = orExit(SqlConnection::openForReading(folders.workspace));
    const auto number = [&connection](std::string_view sql) {
        return orExit(connection->integer(sql));
    };
    const qint64 whole = number("PRAGMA page_count") * number("PRAGMA page_size");
    printNumber("database, bytes", whole);
    if (number("SELECT count(*) FROM pragma_compile_options WHERE compile_options = 'ENABLE_DBSTAT_VTAB'")
        == 0)
        return u"This SQLite cannot say how large a table is: it has no dbstat."_s;
    // Whole pages, and those of indexes. The columns `leaf` of quarantined rows and coverage are not in it.
    const qint64 tree =
        number("SELECT sum(pages.pgsize) FROM sqlite_schema AS part CROSS JOIN dbstat AS pages "
               "ON pages.name = part.name AND pages.aggregate = TRUE WHERE part.tbl_name GLOB 'tree_*'");
    printNumber("tables of the tree, bytes", tree);
    return u"The tables of the tree are %1 of the database."_s.arg(
        percent(ratio(static_cast<double>(tree), static_cast<double>(whole))));
}

/// Bytes that the leaves of all events hash.
qint64 hashedBytes(const QString &workspace)
{
    qint64 bytes = 0;
    const auto reader = orExit(EventReader::open(workspace));
    orExit(reader->scan(EventReader::WithRaw::Yes, {}, [&bytes](const EventRecord &record) {
        const EventLeaf leaf{.source = record.source,
                             .vendor = name(record.vendor),
                             .id = record.event.id,
                             .created = record.event.created.value,
                             .received = record.received.value,
                             .raw = record.event.raw};
        bytes += 1 + static_cast<qint64>(leafBytes(leaf).size());
    }));
    return bytes;
}

/// Makes a file of holes: what SHA-256 takes does not depend on the bytes, and no other file is read faster.
void makeFile(const QString &fileName, qint64 bytes)
{
    QFile file(fileName);
    if (!file.open(QIODevice::WriteOnly) || !file.resize(bytes))
        leave(file.errorString());
}

/// \returns a sentence
QString measureVerification(const Folders &folders, qint64 events)
{
    const qint64 bytes = hashedBytes(folders.workspace);
    const QString half = folders.files + u"/half"_s;
    makeFile(half, (bytes + 1) / 2);
    const QString openssl = u"openssl"_s;
    const QStringList once{u"dgst"_s, u"-sha256"_s, half};
    const Cost one = measure([&] { MeasuredProgram(openssl, once + QStringList{half}).wait(); });
    print("openssl dgst -sha256 (bytes of all leaves)", one, bytes);
    const Cost two = measure([&] {
        MeasuredProgram first(openssl, once);
        MeasuredProgram second(openssl, once);
        first.wait();
        second.wait();
    });
    print("two openssl dgst -sha256, half of it each", two, bytes);
    QFile::remove(half);

    const QStringList verify{u"verify"_s, u"workspace"_s};
    const int rounds = roundsFor(events);
    const ProgramRun hashes = measureCommand(folders, verify + QStringList{u"--hashes-only"_s}, rounds);
    print("verify workspace --hashes-only", hashes.cost, events);
    const ProgramRun all = measureCommand(folders, verify, rounds);
    print("verify workspace", all.cost, events);
    printNumber("verify workspace, most memory, MB", all.maxMegabytes);
    const auto times = [](const Cost &cost, const Cost &of) {
        return QString::number(ratio(cost.seconds, of.seconds), 'f', 2);
    };
    return u"“verify workspace” takes %1 times what openssl takes, and %2 times what two of it take; with "
           u"--hashes-only %3 and %4 times."_s.arg(times(all.cost, one), times(all.cost, two),
                                                   times(hashes.cost, one), times(hashes.cost, two));
}

/// The first so many events of each vendor: of the others, all happened later.
QString firstOfEach(std::uint64_t events)
{
    return u"created:<%1Z"_s.arg(QString::fromStdString(PageMaker::minuteOf(events)));
}

/// A key in a variable, so that no keychain is asked.
void setKey(const Folders &folders)
{
    qputenv(KeyVariable, orExit(SigningKey::generate()).seed().reveal());
    const QString reference = u"env:"_s + QString::fromLatin1(KeyVariable);
    measureCommand(folders, {u"checkpoint"_s, u"key"_s, u"set"_s, reference}, 1);
}

/// \returns how many events a bundle has, as `evidence create --json` reports it
qint64 eventsOf(const QByteArray &report)
{
    const qint64 events = QJsonDocument::fromJson(report).object().value(u"events"_s).toInteger();
    if (events == 0)
        leave(u"No event was written: %1"_s.arg(QString::fromUtf8(report)));
    return events;
}

void printRun(const std::string &what, const ProgramRun &run, qint64 events)
{
    print(what, run.cost, events);
    printNumber(what + ", most memory, MB", run.maxMegabytes);
}

/// Makes a bundle, and verifies it in both ways.
void measureBundle(const Folders &folders, const std::string &title, const QString &filter, int rounds)
{
    const QString file = folders.files + u"/bundle.zip"_s;
    const ProgramRun create = measureCommand(
        folders, {u"--json"_s, u"evidence"_s, u"create"_s, filter, u"--output"_s, file}, rounds);
    const qint64 events = eventsOf(create.errors);
    printRun(title + ": evidence create", create, events);
    printNumber(title + ": size, bytes", QFileInfo(file).size());
    printRun(title + ": evidence verify", measureCommand(folders, {u"evidence"_s, u"verify"_s, file}, rounds),
             events);
    const QStringList script{u"-B"_s, QStringLiteral(TRAILGLASS_EVIDENCE_SCRIPT), file};
    printRun(title + ": verify_evidence.py", measureProgram(u"python3"_s, script, rounds), events);
    QFile::remove(file);
}

void measureBundles(const Folders &folders, qint64 events)
{
    constexpr std::uint64_t HundredThousand = 100'000 / Vendors;
    setKey(folders);
    // Consecutive leaves, which share nearly all of their proofs.
    measureBundle(folders, "bundle", firstOfEach(HundredThousand), Rounds);
    // Half of what three of the vendors have an address for: as many of the first third of a million, with a hash of the
    // tree between most of them.
    const QString apart = firstOfEach(HundredThousand * 10 / 3) + u" ip:203.0.113.0/25"_s;
    measureBundle(folders, "bundle of scattered events", apart, Rounds);
    if (events >= Million)
        measureBundle(folders, "bundle of a million", firstOfEach(HundredThousand * 10), 1);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 events = std::max(1LL, arguments.value(1, u"1000000"_s).toLongLong());
    const QString folder = arguments.value(2);
    if (!folder.isEmpty() && QFile::exists(folder))
        leave(folder + u" is there already."_s);
    const QString beside = folder.isEmpty() ? QString(QDir::tempPath() + u"/bench_evidence"_s) : folder;
    const QTemporaryDir files(beside + u"-XXXXXX"_s);
    if (!files.isValid())
        leave(files.errorString());
    const Folders folders{.workspace = folder.isEmpty() ? files.filePath(u"workspace"_s) : folder,
                          .files = files.path()};
    // The programs approve the key there, and not in the settings of whoever measures.
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(files.filePath(u"config"_s)));

    std::printf("| what | seconds | processor seconds | count |\n|---|---|---|---|\n");
    const QStringList sentences{measureIngest(folders, events), measureDisk(folders),
                                measureVerification(folders, events)};
    measureProofs(folders.workspace);
    measureBundles(folders, events);
    std::printf("\n%s\n", qPrintable(sentences.join(u'\n')));
    return EXIT_SUCCESS;
}
