// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/ziparchive.h"

#include "tests/support/gzip.h"

#include <QtEndian>

#include <array>

namespace Trailglass::Support {

namespace {

constexpr quint16 Version = 45; ///< that reads ZIP64
constexpr quint16 MadeOnUnix = 3 << 8;
constexpr quint16 Deflated = 8;
constexpr quint32 InField = 0xFFFFFFFF;

template <class Number>
void appendNumber(QByteArray &out, Number value)
{
    std::array<char, sizeof(Number)> bytes{};
    qToLittleEndian(value, bytes.data());
    out.append(bytes.data(), bytes.size());
}

/// Content as it stands in the archive.
struct PackedMember
{
    explicit PackedMember(const ZipMember &member)
    {
        constexpr qsizetype GzipHead = 10;
        constexpr qsizetype GzipTail = 8;
        const QByteArray file = gzip(member.content);
        bytes = member.isPacked ? file.sliced(GzipHead, file.size() - GzipHead - GzipTail) : member.content;
        checksum = qFromLittleEndian<quint32>(file.constData() + file.size() - GzipTail);
        method = member.method.value_or(member.isPacked ? Deflated : quint16{0});
    }

    QByteArray bytes;
    quint32 checksum = 0;
    quint16 method = 0;
};

QByteArray zipHeader(const ZipMember &member, const PackedMember &packed)
{
    QByteArray out("PK\x03\x04");
    appendNumber(out, Version);
    appendNumber(out, member.flags);
    appendNumber(out, packed.method);
    appendNumber(out, quint32{0}); // time
    appendNumber(out, packed.checksum);
    appendNumber(out, static_cast<quint32>(packed.bytes.size()));
    appendNumber(out, static_cast<quint32>(member.content.size()));
    appendNumber(out, static_cast<quint16>(member.name.size()));
    appendNumber(out, static_cast<quint16>(member.field.size()));
    return out + member.name + member.field;
}

QByteArray zipEntry(const ZipMember &member, const PackedMember &packed, qsizetype offset)
{
    QByteArray extra = member.field;
    if (member.hasLargeNumbers) {
        appendNumber(extra, quint16{1});
        appendNumber(extra, quint16{24});
        appendNumber(extra, static_cast<quint64>(member.content.size()));
        appendNumber(extra, static_cast<quint64>(packed.bytes.size()));
        appendNumber(extra, static_cast<quint64>(offset));
    }
    const auto number = [&member](qsizetype value) {
        return member.hasLargeNumbers ? InField : static_cast<quint32>(value);
    };
    QByteArray out("PK\x01\x02");
    appendNumber(out, static_cast<quint16>(Version | (member.unixMode != 0 ? MadeOnUnix : 0)));
    appendNumber(out, Version);
    appendNumber(out, member.flags);
    appendNumber(out, packed.method);
    appendNumber(out, quint32{0}); // time
    appendNumber(out, packed.checksum);
    appendNumber(out, number(packed.bytes.size()));
    appendNumber(out, number(member.content.size()));
    appendNumber(out, static_cast<quint16>(member.name.size()));
    appendNumber(out, static_cast<quint16>(extra.size()));
    appendNumber(out, quint16{0}); // comment
    appendNumber(out, quint16{0}); // volume
    appendNumber(out, quint16{0}); // attributes
    appendNumber(out, member.unixMode << 16U);
    appendNumber(out, number(offset));
    return out + member.name + extra;
}

QByteArray largeEnd(qsizetype members, qsizetype size, qsizetype offset)
{
    QByteArray out("PK\x06\x06");
    appendNumber(out, quint64{44}); // bytes that follow
    appendNumber(out, Version);
    appendNumber(out, Version);
    appendNumber(out, quint32{0}); // volume
    appendNumber(out, quint32{0});
    appendNumber(out, static_cast<quint64>(members));
    appendNumber(out, static_cast<quint64>(members));
    appendNumber(out, static_cast<quint64>(size));
    appendNumber(out, static_cast<quint64>(offset));
    out.append("PK\x06\x07");
    appendNumber(out, quint32{0}); // volume
    appendNumber(out, static_cast<quint64>(offset + size));
    appendNumber(out, quint32{1});
    return out;
}

} // namespace

QByteArray zipArchive(const QList<ZipMember> &members, bool isLarge, const QByteArray &comment)
{
    QByteArray out;
    QByteArray directory;
    for (const ZipMember &member : members) {
        const PackedMember packed(member);
        directory += zipEntry(member, packed, out.size());
        out += zipHeader(member, packed) + packed.bytes;
    }
    const qsizetype offset = out.size();
    const auto count = static_cast<quint16>(isLarge ? 0xFFFF : members.size());
    out += directory;
    if (isLarge)
        out += largeEnd(members.size(), directory.size(), offset);
    out.append("PK\x05\x06");
    appendNumber(out, quint16{0}); // volume
    appendNumber(out, quint16{0});
    appendNumber(out, count);
    appendNumber(out, count);
    appendNumber(out, isLarge ? InField : static_cast<quint32>(directory.size()));
    appendNumber(out, isLarge ? InField : static_cast<quint32>(offset));
    appendNumber(out, static_cast<quint16>(comment.size()));
    return out + comment;
}

} // namespace Trailglass::Support
