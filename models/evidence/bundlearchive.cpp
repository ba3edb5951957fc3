// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/bundlearchive.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/evidence/bundlemembers.h"
#include "models/inputs/zipbytes.h"
#include "models/store/byteinput.h"
#include "models/store/workspacefiles.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace Trailglass {

namespace {

constexpr quint16 StoredMethod = 0;
constexpr quint16 DeflateMethod = 8;
/// How well a member is packed, and that its name is UTF-8. Other flags say that it is encrypted, or that numbers or bytes of it
/// are elsewhere.
constexpr quint16 PermittedFlags = 0x0806;
constexpr qint64 DirectoryEntrySize = 46; ///< bytes of a member in the directory, without its name
constexpr qint64 DirectoryEndSize = 22; ///< bytes of the record that ends the file
/// From this many bytes of a member or of the file on there may be fields with numbers of 64 bits.
constexpr qint64 LargeSize = qint64{1} << 31;
constexpr qint64 MaxLargeFields = 1024; ///< bytes of all of these fields
/// Where ZipEntry::repeated is in a member's own header.
constexpr qsizetype HeaderRepeatedPlace = 4;
/// Of these bytes: flags, method, time and checksum, which a header repeats of however large a member.
constexpr qsizetype AlwaysRepeatedPlace = 2;
constexpr qsizetype AlwaysRepeatedSize = 12;

Error noBundleFile(const char *sentence, const QString &path)
{
    return {.kind = ErrorKind::Usage, .message = tr(sentence).arg(visibleText(path))};
}

BundleProblem memberProblem(BundleFault fault, const char *sentence, const QString &name)
{
    return {.fault = fault, .sentence = tr(sentence).arg(visibleText(name)), .file = name};
}

bool isPath(const QByteArray &name)
{
    return name.contains('/') || name.contains('\\') || name.contains(':') || name.contains("..");
}

bool isTooLarge(const ZipEntry &entry, const BundleMembers::Rule &rule)
{
    // A file with holes can be of any size; beyond this one the first limit decides.
    const qint64 packed = std::min(entry.packedSize, rule.maxSize);
    return entry.size > rule.maxSize
        || entry.size > BundleMembers::FreeBytes + BundleMembers::MaxRatio * packed;
}

std::optional<BundleProblem> problemOfEntry(const ZipEntry &entry, std::span<const ZipEntry> before)
{
    if (isPath(entry.rawName)) {
        return memberProblem(
            BundleFault::MemberName,
            QT_TR_NOOP("The archive has a member with a path, %1. Do not unpack it: a path may lead "
                       "out of the folder."),
            entry.name);
    }
    if (std::ranges::find(before, entry.rawName, &ZipEntry::rawName) != before.end()) {
        return memberProblem(
            BundleFault::MemberTwice,
            QT_TR_NOOP("The archive has two members %1: programs would read different ones."), entry.name);
    }
    const auto *const rule = BundleMembers::ruleOf(entry.rawName);
    if (!rule) {
        return memberProblem(BundleFault::MemberUnknown,
                             QT_TR_NOOP("The archive has a member %1, which no bundle has."), entry.name);
    }
    if (isTooLarge(entry, *rule)) {
        return memberProblem(BundleFault::MemberSize,
                             QT_TR_NOOP("%1 would unpack to more bytes than it can have."), entry.name);
    }
    if ((entry.flags & ~PermittedFlags) != 0 || entry.isLink
        || (entry.method != StoredMethod && entry.method != DeflateMethod)) {
        return memberProblem(BundleFault::MemberUnreadable,
                             QT_TR_NOOP("%1 is encrypted, or packed in a way that no bundle is."),
                             entry.name);
    }
    return {};
}

std::optional<BundleProblem> problemOf(const std::vector<ZipEntry> &entries)
{
    // Any further member is unknown or there twice, which is found among the first ones.
    for (std::size_t index = 0; index < entries.size(); ++index) {
        if (auto problem = problemOfEntry(entries[index], std::span(entries).first(index)))
            return problem;
    }
    for (const BundleMembers::Rule &rule : BundleMembers::rules()) {
        const bool isThere = std::ranges::any_of(entries, [&rule](const ZipEntry &entry) {
            return QByteArrayView(entry.rawName) == QByteArrayView(rule.name);
        });
        if (rule.isRequired && !isThere) {
            return memberProblem(BundleFault::MemberMissing, QT_TR_NOOP("%1 is missing in the archive."),
                                 QString::fromLatin1(rule.name));
        }
    }
    return {};
}

BundleProblem strayBytes()
{
    return {
        .fault = BundleFault::Archive,
        .sentence = Trailglass::tr(
            "The file has bytes that belong to no member, so that another program may find other files in "
            "it. Get the bundle again from whoever made it.")};
}

/// \param header  of the member with its name, in front of its bytes: what programs go by that read an archive from its
/// beginning
/// \param isLarge  sizes may be in a field, which takes a later version to read
bool isHeaderOf(const ZipEntry &entry, QByteArrayView header, bool isLarge)
{
    QByteArrayView stated(entry.repeated.data(), std::ssize(entry.repeated));
    QByteArrayView own = header.sliced(HeaderRepeatedPlace, stated.size());
    if (isLarge) {
        stated = stated.sliced(AlwaysRepeatedPlace, AlwaysRepeatedSize);
        own = own.sliced(AlwaysRepeatedPlace, AlwaysRepeatedSize);
    }
    return own == stated && header.sliced(ZipHeaderSize) == QByteArrayView(entry.rawName);
}

/// Whether the last bytes of the file are the end of its directory, which counts the members of this volume as it counts all.
Result<bool> countsMembers(ByteInput &file, qint64 fileSize, std::size_t members, const CancelToken &cancel)
{
    TRY(const QByteArray end, readExactly(file, fileSize - DirectoryEndSize, DirectoryEndSize, cancel));
    return std::cmp_equal(zipNumber16(end, 8), members) && std::cmp_equal(zipNumber16(end, 10), members);
}

/// Members must follow one another from the first byte of the file on, and then the directory, which must end it: in any other
/// archive, other programs may find other files than those that are verified here.
Result<std::optional<BundleProblem>> problemOfLayout(ByteInput &file, qint64 fileSize,
                                                     const std::vector<ZipEntry> &entries,
                                                     const CancelToken &cancel)
{
    const bool isLarge = fileSize >= LargeSize
        || std::ranges::any_of(entries, [](const ZipEntry &entry) { return entry.size >= LargeSize; });
    qint64 place = 0;
    qint64 directory = DirectoryEndSize;
    qint64 fields = 0; // beside the headers, which have numbers of 32 bits
    for (const ZipEntry &entry : entries) {
        if (entry.header != place)
            return std::optional(strayBytes());
        TRY(const QByteArray header, readExactly(file, place, ZipHeaderSize + entry.rawName.size(), cancel));
        if (!isHeaderOf(entry, header, isLarge)) {
            return std::optional(memberProblem(
                BundleFault::MemberUnreadable,
                QT_TR_NOOP("%1 has a header that contradicts the directory of the archive."), entry.name));
        }
        const qint64 extra = zipNumber16(header, 28);
        if (!isLarge && extra != 0)
            return std::optional(strayBytes());
        fields += extra;
        place += ZipHeaderSize + entry.rawName.size() + extra + entry.packedSize;
        directory += DirectoryEntrySize + entry.rawName.size();
    }
    TRY(const bool isCounted, countsMembers(file, fileSize, entries.size(), cancel));
    const qint64 rest = fileSize - place - directory;
    if (rest < 0 || rest + fields > (isLarge ? MaxLargeFields : 0) || !(isLarge || isCounted))
        return std::optional(strayBytes());
    return std::optional<BundleProblem>();
}

} // namespace

Result<BundleArchive> BundleArchive::open(const QString &path, const CancelToken &cancel)
{
    if (isWorkspaceFile(path))
        return noBundleFile(
            QT_TRANSLATE_NOOP("Trailglass", "%1 is a file of a Trailglass workspace. Give a bundle."), path);
    TRY(const auto file, openByteInput(path));
    const auto size = file->size();
    if (!size)
        return noBundleFile(
            QT_TRANSLATE_NOOP("Trailglass", "%1 is no file. Save the bundle as a file first."), path);
    BundleArchive archive(path);
    auto entries = readZipDirectory(*file, *size, cancel);
    if (!entries && !isFaultOfBundle(entries.error()))
        return entries.error();
    if (entries) {
        archive.m_entries = *std::move(entries);
        archive.m_problem = problemOf(archive.m_entries);
        if (!archive.m_problem) {
            TRY(archive.m_problem, problemOfLayout(*file, *size, archive.m_entries, cancel));
        }
    } else {
        archive.m_problem =
            BundleProblem{.fault = BundleFault::Archive,
                          .sentence = inSequence(Trailglass::tr("The file is not a complete ZIP archive."),
                                                 entries.error().message)};
    }
    return archive;
}

Result<std::unique_ptr<MemberReader>> BundleArchive::member(QByteArrayView name,
                                                            const CancelToken &cancel) const
{
    const auto entry = std::ranges::find_if(
        m_entries, [name](const ZipEntry &each) { return QByteArrayView(each.rawName) == name; });
    Q_ASSERT(entry != m_entries.end());
    return MemberReader::open(m_path, *entry, cancel);
}

qint64 BundleArchive::maxLeaves() const
{
    qint64 packed = BundleMembers::FreePackedBytes;
    for (const ZipEntry &entry : m_entries) {
        const QByteArrayView name(entry.rawName);
        const bool hasRecords = std::ranges::any_of(
            BundleMembers::WithRecords, [name](const char *each) { return name == QByteArrayView(each); });
        if (hasRecords || name == QByteArrayView(BundleMembers::Proofs))
            packed += entry.packedSize;
    }
    return packed / BundleMembers::PackedBytesOfLeaf;
}

bool BundleArchive::has(QByteArrayView name) const
{
    return std::ranges::any_of(
        m_entries, [name](const ZipEntry &entry) { return QByteArrayView(entry.rawName) == name; });
}

} // namespace Trailglass
