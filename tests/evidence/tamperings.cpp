// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/evidence/tamperings.h"

#include "models/evidence/bundlemembers.h"
#include "tests/evidence/samplestore.h"
#include "tests/merkle/samplekeys.h"
#include "tests/support/ziparchive.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

namespace Trailglass::Testing {

using namespace Qt::StringLiterals;
using namespace BundleMembers;

QList<QByteArray> linesOf(const QByteArray &content)
{
    QList<QByteArray> lines = content.split('\n');
    lines.removeLast();
    return lines;
}

void replaceOnce(QByteArray &content, const QByteArray &before, const QByteArray &after)
{
    const qsizetype place = content.indexOf(before);
    QVERIFY2(place >= 0, before.constData());
    content.replace(place, before.size(), after);
}

namespace {

/// The members of a bundle, in their order.
QList<Support::ZipMember> membersOf(const QByteArray &archive)
{
    QList<Support::ZipMember> members;
    QTemporaryDir folder;
    const QString path = folder.filePath(u"b.zip"_s);
    if (!writeBytes(path, archive))
        return members;
    const BundleFiles files = unpackedBundle(path);
    for (const BundleMembers::Rule &rule : BundleMembers::rules()) {
        if (const auto file = files.find(rule.name); file != files.end())
            members.append({.name = file->first, .content = file->second});
    }
    return members;
}

} // namespace

void addMember(QByteArray &archive, const char *name)
{
    QList<Support::ZipMember> members = membersOf(archive);
    QVERIFY(!members.isEmpty());
    members.append({.name = name, .content = "x"});
    archive = Support::zipArchive(members);
}

namespace {

QByteArray joined(const QList<QByteArray> &lines)
{
    return lines.join('\n') + (lines.isEmpty() ? "" : "\n");
}

auto replacing(const char *file, const QByteArray &before, const QByteArray &after)
{
    return [file, before, after](BundleFiles &files) {
        replaceOnce(files[file], before, after);
    };
}

/// Changes the list of lines of a file.
auto withLines(const char *file, const std::function<void(QList<QByteArray> &)> &change)
{
    return [file, change](BundleFiles &files) {
        QList<QByteArray> lines = linesOf(files[file]);
        change(lines);
        files[file] = joined(lines);
    };
}

auto together(const std::function<void(BundleFiles &)> &first,
              const std::function<void(BundleFiles &)> &second)
{
    return [first, second](BundleFiles &files) {
        first(files);
        second(files);
    };
}

auto sealedBy(int key)
{
    return [key](BundleFiles &files) {
        sealAgain(files, key);
    };
}

/// The note of a checkpoint of the same tree when it was smaller.
QByteArray olderNote()
{
    return SampleStore(TamperedEvents).seal(1, 20).note;
}

/// The entry of a member in the directory.
qsizetype entryOf(const QByteArray &archive, const char *name)
{
    return archive.lastIndexOf(name) - 46;
}

/// The record at the end of an archive, whose numbers say where its directory is.
qsizetype endOf(const QByteArray &archive)
{
    return archive.lastIndexOf("PK\x05\x06");
}

quint32 directoryOf(const QByteArray &archive)
{
    return qFromLittleEndian<quint32>(archive.constData() + endOf(archive) + 16);
}

/// Adds a comment with another directory, as the last bytes but one: some programs would read that.
void addDirectoryInComment(QByteArray &archive)
{
    QByteArray other = archive.sliced(static_cast<qsizetype>(directoryOf(archive)));
    other += 'x';
    qToLittleEndian(static_cast<quint16>(other.size()), archive.data() + endOf(archive) + 20);
    archive += other;
}

/// Puts bytes before the directory, where the content of other members could be.
void addBeforeDirectory(QByteArray &archive)
{
    const quint32 start = directoryOf(archive);
    qToLittleEndian(start + 4, archive.data() + endOf(archive) + 16);
    archive.insert(static_cast<qsizetype>(start), "gap!");
}

/// As programs do it that note times in fields of their own.
void packAgainWithFields(QByteArray &archive)
{
    QList<Support::ZipMember> members = membersOf(archive);
    QVERIFY(!members.isEmpty());
    for (Support::ZipMember &member : members)
        member.field = QByteArray("UT\5\0\1\0\0\0\0", 9);
    archive = Support::zipArchive(members);
}

/// Changes the lowest bit of one byte.
auto flipping(qsizetype place)
{
    return [place](QByteArray &archive) {
        archive[place] = static_cast<char>(archive[place] ^ 1);
    };
}

/// The same of a byte of the record at the end.
auto flippingInEnd(qsizetype place)
{
    return [place](QByteArray &archive) {
        flipping(endOf(archive) + place)(archive);
    };
}

/// Sets a flag of the first member, in its own header and in the directory.
auto flagging(int flag)
{
    return [flag](QByteArray &archive) {
        for (const qsizetype place : {qsizetype{6}, static_cast<qsizetype>(directoryOf(archive)) + 8})
            archive[place] = static_cast<char>(archive[place] | flag);
    };
}

auto adding(const char *name)
{
    return [name](QByteArray &archive) {
        addMember(archive, name);
    };
}

} // namespace

const std::vector<Tampering> &tamperings()
{
    static const std::vector<Tampering> All{
        {"one byte of an event", BundleFault::EventChanged, replacing(Events, "\"n\":17", "\"n\":18"), {}, 3},
        {"one byte of an event with line breaks",
         BundleFault::EventChanged,
         replacing(Events, "\"gid\": \"e14\"", "\"gid\": \"e15\""),
         {},
         4},
        {"the time of an event",
         BundleFault::EventChanged,
         replacing(Events, "\"created\":\"2025", "\"created\":\"2024"),
         {},
         1},
        {"the time of a proof",
         BundleFault::EventChanged,
         replacing(Proofs, "\"received\":1", "\"received\":2"),
         {},
         1},
        {"the source of an event",
         BundleFault::EventChanged,
         replacing(Events, "\"jobs\"", "\"Jobs\""),
         {},
         1},
        {"the hash of an event",
         BundleFault::EventChanged,
         withLines(Proofs,
                   [](auto &lines) {
                       const qsizetype place = lines[1].indexOf("\"hash\":\"") + 8;
                       lines[1][place] = lines[1][place] == '0' ? '1' : '0';
                   }),
         {},
         2},
        {"what an event replaced",
         BundleFault::EventChanged,
         replacing(Proofs, "\"replaces\":1,", "\"replaces\":2,"),
         {},
         6},
        {"a field that the program reads from the JSON", BundleFault::Checksum,
         replacing(Events, "\"Ann\"", "\"Bob\"")},
        {"an event removed",
         BundleFault::EventMissing,
         withLines(Events, [](auto &lines) { lines.removeAt(2); }),
         {},
         3},
        {"the last event removed", BundleFault::EventMissing,
         withLines(Events, [](auto &lines) { lines.removeLast(); })},
        {"an event and its proof removed", BundleFault::Manifest,
         together(withLines(Events, [](auto &lines) { lines.removeAt(2); }),
                  withLines(Proofs, [](auto &lines) { lines.removeAt(2); }))},
        {"the same with the number of events", BundleFault::Proof,
         together(together(withLines(Events, [](auto &lines) { lines.removeAt(2); }),
                           withLines(Proofs, [](auto &lines) { lines.removeAt(2); })),
                  replacing(Manifest, "\"count\": 8", "\"count\": 7"))},
        {"two events exchanged",
         BundleFault::EventOrder,
         withLines(Events, [](auto &lines) { lines.swapItemsAt(1, 4); }),
         {},
         2},
        {"an event added",
         BundleFault::EventAdded,
         withLines(Events, [](auto &lines) { lines.insert(2, lines[1]); }),
         {},
         3},
        {"an event and its proof added", BundleFault::Proof,
         together(together(withLines(Events, [](auto &lines) { lines.insert(2, lines[1]); }),
                           withLines(Proofs, [](auto &lines) { lines.insert(2, lines[1]); })),
                  replacing(Manifest, "\"count\": 8", "\"count\": 9"))},
        {"a line that is no event",
         BundleFault::EventLine,
         withLines(Events, [](auto &lines) { lines[5] = "{}"; }),
         {},
         6},
        {"another manifest", BundleFault::Checksum, replacing(Manifest, "4711", "4712")},
        {"no manifest", BundleFault::Manifest,
         [](BundleFiles &files) {
             files[Manifest] = "{}";
         }},
        {"a manifest of a later version", BundleFault::Manifest,
         replacing(Manifest, "evidence.1", "evidence.9")},
        {"an older checkpoint", BundleFault::CheckpointTree,
         [](BundleFiles &files) {
             files[Checkpoint] = olderNote();
         }},
        {"a checkpoint that was changed", BundleFault::Checkpoint, replacing(Checkpoint, "\n34\n", "\n35\n")},
        {"no checkpoint", BundleFault::Checkpoint,
         [](BundleFiles &files) {
             files[Checkpoint] = "x\n";
         }},
        {"another key", BundleFault::Checkpoint,
         [](BundleFiles &files) {
             files[Key] = publicKeyPem(sampleKey(2).publicKey());
         }},
        {"no key", BundleFault::Key,
         [](BundleFiles &files) {
             files[Key] = "-----BEGIN PUBLIC KEY-----\n";
         }},
        {"a record changed", BundleFault::Proof, replacing(Marks, "\"red\"", "\"ret\"")},
        {"a record removed", BundleFault::Proof, withLines(Marks, [](auto &lines) { lines.removeLast(); })},
        {"a line that is no record", BundleFault::Record, replacing(History, "\"record\":", "\"Record\":")},
        {"a hash between the events", BundleFault::Proof,
         withLines(Proofs,
                   [](auto &lines) {
                       QByteArray &line = lines[lines.size() - 2];
                       const qsizetype place = line.indexOf("\"hash\":\"") + 8;
                       line[place] = line[place] == '0' ? '1' : '0';
                   })},
        {"no size of the tree", BundleFault::Proof,
         withLines(Proofs, [](auto &lines) { lines.removeLast(); })},
        {"more after the proofs", BundleFault::Proof,
         [](BundleFiles &files) {
             files[Proofs] += "{}\n";
         }},
        {"a file changed, and its hash", BundleFault::Signature,
         together(replacing(Csv, "created", "Created"),
                  [](BundleFiles &files) {
                      const QByteArray signature = files[Signature];
                      sealAgain(files, 1);
                      files[Signature] = signature;
                  })},
        {"a file changed, and sealed by another key", BundleFault::Signature,
         together(replacing(Csv, "created", "Created"), sealedBy(2))},
        {"a hash left out", BundleFault::Checksums, replacing(Sums, "  README.txt\n", "  README\n")},
        {"a file removed", BundleFault::MemberMissing,
         [](BundleFiles &files) {
             files.erase(Coverage);
         }},
        {"cut in the middle",
         BundleFault::Archive,
         {},
         [](QByteArray &archive) {
             archive.truncate(archive.size() / 2);
         }},
        {"cut by one byte",
         BundleFault::Archive,
         {},
         [](QByteArray &archive) {
             archive.chop(1);
         }},
        {"no bytes",
         BundleFault::Archive,
         {},
         [](QByteArray &archive) {
             archive.clear();
         }},
        {"no archive",
         BundleFault::Archive,
         {},
         [](QByteArray &archive) {
             archive.fill('x');
         }},
        {"a byte before the archive",
         BundleFault::Archive,
         {},
         [](QByteArray &archive) {
             archive.prepend('x');
         }},
        {"a byte after the archive",
         BundleFault::Archive,
         {},
         [](QByteArray &archive) {
             archive.append('x');
         }},
        {"a member whose size comes after it, by both headers",
         BundleFault::MemberUnreadable,
         {},
         flagging(0x08)},
        {"a member that is a patch of a file, by both headers",
         BundleFault::MemberUnreadable,
         {},
         flagging(0x20)},
        {"another directory in a comment", BundleFault::Archive, {}, addDirectoryInComment},
        {"bytes between members and directory", BundleFault::Archive, {}, addBeforeDirectory},
        {"packed again, with fields of another program", BundleFault::Archive, {}, packAgainWithFields},
        {"one of several volumes", BundleFault::Archive, {}, flippingInEnd(4)},
        {"another number of members on this volume", BundleFault::Archive, {}, flippingInEnd(8)},
        {"a member that states another size than the directory",
         BundleFault::MemberUnreadable,
         {},
         flipping(22)},
        {"a member that states another version than the directory",
         BundleFault::MemberUnreadable,
         {},
         flipping(4)},
        {"a member that states another time than the directory",
         BundleFault::MemberUnreadable,
         {},
         flipping(10)},
        {"a member that states another name than the directory",
         BundleFault::MemberUnreadable,
         {},
         flipping(30)},
        {"a member that states a field of its own", BundleFault::Archive, {}, flipping(28)},
        {"a member that states that its size comes after it",
         BundleFault::MemberUnreadable,
         {},
         [](QByteArray &archive) {
             archive[6] = 8;
         }},
        {"a path out of the folder", BundleFault::MemberName, {}, adding("../events.ndjson")},
        {"an absolute path", BundleFault::MemberName, {}, adding("/etc/passwd")},
        {"a path of another system", BundleFault::MemberName, {}, adding("..\\x")},
        {"two files of one name", BundleFault::MemberTwice, {}, adding(Events)},
        {"a file that no bundle has", BundleFault::MemberUnknown, {}, adding("notes.txt")},
        {"a file that states to be large",
         BundleFault::MemberSize,
         {},
         [](QByteArray &archive) {
             qToLittleEndian(quint32{0xF0000000}, archive.data() + entryOf(archive, Csv) + 24);
         }},
        {"a file that unpacks to more than it states",
         BundleFault::MemberUnreadable,
         {},
         [](QByteArray &archive) {
             qToLittleEndian(quint32{10}, archive.data() + entryOf(archive, Csv) + 24);
         }},
        {"a bomb", BundleFault::MemberSize,
         [](BundleFiles &files) {
             files[Csv] = QByteArray(100 << 20, '0');
         }},
        {"a link",
         BundleFault::MemberUnreadable,
         {},
         [](QByteArray &archive) {
             archive[entryOf(archive, Manifest) + 41] = '\xA1'; // the highest bits of its mode
         }},
        {"a file that is encrypted",
         BundleFault::MemberUnreadable,
         {},
         [](QByteArray &archive) {
             archive[entryOf(archive, Manifest) + 8] = 1;
         }},
        {"a file that is packed in another way",
         BundleFault::MemberUnreadable,
         {},
         [](QByteArray &archive) {
             archive[entryOf(archive, Manifest) + 10] = 99;
         }},
        {"a byte of a packed file",
         BundleFault::MemberUnreadable,
         {},
         [](QByteArray &archive) {
             const qsizetype place = archive.indexOf(Manifest) + 40;
             archive[place] = static_cast<char>(archive[place] ^ 0x55);
         }},
    };
    return All;
}

} // namespace Trailglass::Testing
