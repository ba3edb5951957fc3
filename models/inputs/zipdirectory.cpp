// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/zipdirectory.h"

#include "models/core/translation.h"
#include "models/inputs/zipbytes.h"
#include "models/json/utf8.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace Trailglass {

namespace {

constexpr qint64 MaxMembers = 100'000;
constexpr qint64 MaxDirectory = qint64{64} * 1024 * 1024;

constexpr quint32 EndSignature = 0x06054B50;
constexpr quint32 End64Signature = 0x06064B50;
constexpr quint32 Locator64Signature = 0x07064B50;
constexpr quint32 EntrySignature = 0x02014B50;

constexpr qint64 EndSize = 22; // without the comment
constexpr qint64 End64Size = 56;
constexpr qint64 Locator64Size = 20;
constexpr qint64 EntrySize = 46; // without name, extra field and comment
constexpr qint64 MaxComment = std::numeric_limits<quint16>::max();

constexpr quint16 NoNumber16 = 0xFFFF; ///< the ZIP64 record has it
constexpr quint32 NoNumber32 = 0xFFFFFFFF;
constexpr quint16 Extra64 = 1;
constexpr quint16 Utf8Name = 0x800;
constexpr qsizetype RepeatedPlace = 6; ///< of ZipEntry::repeated in an entry

Error severalVolumes()
{
    return {.kind = ErrorKind::Malformed,
            .message = Trailglass::tr("The archive is one of several volumes. Unpack it first.")};
}

Error tooLarge()
{
    return {.kind = ErrorKind::TooLarge,
            .message = Trailglass::tr("The archive has more than %Ln members. Unpack it first.", nullptr,
                                      static_cast<int>(MaxMembers))};
}

/// Where the directory is.
struct Directory
{
    qint64 members = 0;
    qint64 offset = 0;
    qint64 size = 0;
    qint64 limit = 0; ///< it must have ended here
};

/// A number of 64 bits that must be no more than \a limit.
std::optional<qint64> bounded(quint64 number, qint64 limit)
{
    if (number > static_cast<quint64>(limit))
        return {};
    return static_cast<qint64>(number);
}

/// \param end  offset of the end record
/// \returns nothing when there is no ZIP64 record
Result<std::optional<Directory>> readEnd64(ByteInput &file, qint64 end, const CancelToken &cancel)
{
    if (end < Locator64Size + End64Size)
        return std::optional<Directory>();
    TRY(const QByteArray locator, readExactly(file, end - Locator64Size, Locator64Size, cancel));
    if (zipNumber32(locator, 0) != Locator64Signature)
        return std::optional<Directory>();
    const auto offset = bounded(zipNumber64(locator, 8), end - Locator64Size - End64Size);
    if (!offset)
        return damagedZip();
    TRY(const QByteArray record, readExactly(file, *offset, End64Size, cancel));
    if (zipNumber32(record, 0) != End64Signature)
        return damagedZip();
    if (zipNumber32(record, 16) != 0 || zipNumber32(record, 20) != 0)
        return severalVolumes();
    const auto members = bounded(zipNumber64(record, 32), std::numeric_limits<qint64>::max());
    const auto size = bounded(zipNumber64(record, 40), *offset);
    const auto start = bounded(zipNumber64(record, 48), *offset);
    if (!members || !size || !start)
        return damagedZip();
    return std::optional(Directory{.members = *members, .offset = *start, .size = *size, .limit = *offset});
}

Result<Directory> findDirectory(ByteInput &file, qint64 fileSize, const CancelToken &cancel)
{
    const qint64 tailSize = std::min(fileSize, EndSize + MaxComment);
    TRY(const QByteArray tail, readExactly(file, fileSize - tailSize, tailSize, cancel));
    qint64 place = tailSize - EndSize;
    // The comment may hold anything, but the record's own count of its bytes must lead to the end of the file.
    while (place >= 0
           && (zipNumber32(tail, place) != EndSignature
               || place + EndSize + zipNumber16(tail, place + 20) != tailSize))
        --place;
    if (place < 0) {
        return Error{.kind = ErrorKind::Malformed,
                     .message =
                         Trailglass::tr("The archive has no directory at its end: it is not whole. Get "
                                        "the file again.")};
    }
    const QByteArrayView record = QByteArrayView(tail).sliced(place, EndSize);
    const quint16 disk = zipNumber16(record, 4);
    const quint16 firstDisk = zipNumber16(record, 6);
    const Directory directory{.members = zipNumber16(record, 10),
                              .offset = zipNumber32(record, 16),
                              .size = zipNumber32(record, 12),
                              .limit = fileSize - tailSize + place};
    if (directory.members == NoNumber16 || directory.offset == NoNumber32 || directory.size == NoNumber32) {
        TRY(const std::optional<Directory> large, readEnd64(file, directory.limit, cancel));
        if (large)
            return *large;
        // Without a ZIP64 record it is a number like any other: some programs write 65,535 members so.
    }
    if (disk != 0 || firstDisk != 0)
        return severalVolumes();
    return directory;
}

/// Numbers that did not fit into the entry itself.
/// \returns false when they are missing or too large
bool readExtra64(QByteArrayView extra, qint64 limit, ZipEntry &entry)
{
    while (extra.size() >= 4) {
        const quint16 id = zipNumber16(extra, 0);
        const qsizetype size = zipNumber16(extra, 2);
        if (size > extra.size() - 4)
            return false;
        QByteArrayView field = extra.sliced(4, size);
        extra = extra.sliced(4 + size);
        if (id != Extra64)
            continue;
        for (qint64 *const number : {&entry.size, &entry.packedSize, &entry.header}) {
            if (*number != NoNumber32)
                continue;
            if (field.size() < 8)
                return false;
            // The unpacked size is no place in the file.
            const auto value = bounded(zipNumber64(field, 0),
                                       number == &entry.size ? std::numeric_limits<qint64>::max() : limit);
            if (!value)
                return false;
            *number = *value;
            field = field.sliced(8);
        }
    }
    return true;
}

QString shownName(const QByteArray &raw, quint16 flags)
{
    const bool isUtf8 =
        (flags & Utf8Name) != 0 || isValidUtf8({raw.data(), static_cast<std::size_t>(raw.size())});
    return isUtf8 ? QString::fromUtf8(raw) : QString::fromLatin1(raw);
}

/// \param limit  where the directory begins
/// \returns the first entry, and removes it from \a bytes; nothing when it is damaged
std::optional<ZipEntry> takeEntry(QByteArrayView &bytes, qint64 limit)
{
    if (bytes.size() < EntrySize || zipNumber32(bytes, 0) != EntrySignature)
        return {};
    const qsizetype nameSize = zipNumber16(bytes, 28);
    const qsizetype extraSize = zipNumber16(bytes, 30);
    const qsizetype wholeSize = EntrySize + nameSize + extraSize + zipNumber16(bytes, 32);
    if (bytes.size() < wholeSize)
        return {};
    ZipEntry entry;
    entry.flags = zipNumber16(bytes, 8);
    entry.method = zipNumber16(bytes, 10);
    entry.checksum = zipNumber32(bytes, 16);
    entry.packedSize = zipNumber32(bytes, 20);
    entry.size = zipNumber32(bytes, 24);
    entry.header = zipNumber32(bytes, 42);
    entry.rawName = bytes.sliced(EntrySize, nameSize).toByteArray();
    entry.name = shownName(entry.rawName, entry.flags);
    const quint32 unixMode = zipNumber32(bytes, 38) >> 16U;
    entry.isLink = (unixMode & 0170000U) == 0120000U;
    std::copy_n(bytes.data() + RepeatedPlace, entry.repeated.size(), entry.repeated.begin());
    if (!readExtra64(bytes.sliced(EntrySize + nameSize, extraSize), limit, entry))
        return {};
    // Differences of what is left do not overflow.
    if (entry.header > limit || entry.packedSize > limit)
        return {};
    bytes = bytes.sliced(wholeSize);
    return entry;
}

/// Sets ZipEntry::limit.
/// \returns false when two members share bytes: a small file could unpack to much more than there is
bool keepApart(std::vector<ZipEntry> &entries, qint64 directory)
{
    std::vector<ZipEntry *> inOrder;
    inOrder.reserve(entries.size());
    for (ZipEntry &entry : entries)
        inOrder.push_back(&entry);
    std::ranges::sort(inOrder, {}, &ZipEntry::header);
    qint64 limit = directory;
    for (auto entry = inOrder.rbegin(); entry != inOrder.rend(); ++entry) {
        (*entry)->limit = limit;
        limit = (*entry)->header;
    }
    return std::ranges::all_of(entries, [](const ZipEntry &entry) {
        return entry.packedSize <= entry.limit - entry.header - ZipHeaderSize - entry.rawName.size();
    });
}

} // namespace

bool ZipEntry::isHidden() const
{
    const QByteArrayView path(rawName);
    for (qsizetype begin = 0; begin <= path.size();) {
        const qsizetype slash = path.indexOf('/', begin);
        const qsizetype end = slash < 0 ? path.size() : slash;
        const QByteArrayView part = path.sliced(begin, end - begin);
        if ((part.startsWith('.') && part != "." && part != "..") || part == "__MACOSX")
            return true;
        begin = end + 1;
    }
    return false;
}

Result<std::vector<ZipEntry>> readZipDirectory(ByteInput &file, qint64 fileSize, const CancelToken &cancel)
{
    TRY(const Directory directory, findDirectory(file, fileSize, cancel));
    if (directory.size > directory.limit - directory.offset)
        return damagedZip();
    if (directory.members > MaxMembers || directory.size > MaxDirectory)
        return tooLarge();
    if (directory.members * EntrySize > directory.size)
        return damagedZip();
    TRY(const QByteArray bytes, readExactly(file, directory.offset, directory.size, cancel));
    QByteArrayView rest = bytes;
    std::vector<ZipEntry> entries;
    entries.reserve(static_cast<std::size_t>(directory.members));
    for (qint64 member = 0; member < directory.members; ++member) {
        if (cancel.isCancelled())
            return Error{.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")};
        std::optional<ZipEntry> entry = takeEntry(rest, directory.offset);
        if (!entry)
            return damagedZip();
        entries.push_back(*std::move(entry));
    }
    if (!keepApart(entries, directory.offset))
        return damagedZip();
    return entries;
}

} // namespace Trailglass
