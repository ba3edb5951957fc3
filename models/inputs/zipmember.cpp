// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/zipmember.h"

#include "models/core/translation.h"
#include "models/inputs/decodedinput.h"
#include "models/inputs/inflater.h"
#include "models/inputs/zipbytes.h"

#include <zlib.h>

#include <algorithm>

namespace Trailglass {

namespace {

constexpr quint32 HeaderSignature = 0x04034B50;

enum Method : quint16
{
    Stored = 0,
    Deflated = 8,
};

constexpr quint16 Encrypted = 0x1;
constexpr quint16 StronglyEncrypted = 0x40;
constexpr quint16 MaskedHeader = 0x2000;

/// A part of a file, from where it stands.
class PartInput final : public ByteInput
{
public:
    PartInput(ByteInput &file, qint64 size)
        : m_file(file)
        , m_left(size)
    {
    }

    Result<qint64> read(std::span<char> buffer, const CancelToken &cancel) override
    {
        const auto wanted = std::min(static_cast<qint64>(buffer.size()), m_left);
        if (wanted == 0)
            return wanted;
        TRY(const qint64 count, m_file.read(buffer.first(static_cast<std::size_t>(wanted)), cancel));
        if (count == 0) // it has become shorter since its directory was read
            return damagedZip();
        m_left -= count;
        return count;
    }
    [[nodiscard]] bool seek(qint64) override { return false; }
    [[nodiscard]] std::optional<qint64> size() const override { return {}; }

private:
    ByteInput &m_file;
    qint64 m_left;
};

/// Unpacked bytes, compared with what the archive says of them.
class CheckedInput final : public ByteInput
{
public:
    CheckedInput(std::unique_ptr<ByteInput> input, const ZipEntry &entry)
        : m_input(std::move(input))
        , m_size(entry.size)
        , m_checksum(entry.checksum)
    {
    }

    Result<qint64> read(std::span<char> buffer, const CancelToken &cancel) override
    {
        TRY(const qint64 count, m_input->read(buffer, cancel));
        m_read += count;
        m_sum = static_cast<quint32>(
            crc32_z(m_sum, reinterpret_cast<const Bytef *>(buffer.data()), static_cast<std::size_t>(count)));
        const bool isAtEnd = count == 0;
        if (m_read > m_size || (isAtEnd && (m_read < m_size || m_sum != m_checksum))) {
            return Error{.kind = ErrorKind::Malformed,
                         .message =
                             Trailglass::tr("The member is not what its archive says: it is damaged. Get "
                                            "the file again.")};
        }
        return count;
    }
    [[nodiscard]] bool seek(qint64) override { return false; }
    [[nodiscard]] std::optional<qint64> size() const override { return {}; }

private:
    const std::unique_ptr<ByteInput> m_input;
    const qint64 m_size;
    const quint32 m_checksum;
    qint64 m_read = 0;
    quint32 m_sum = 0; // the checksum of nothing
};

std::optional<Error> refusal(const ZipEntry &entry)
{
    const auto unsupported = [](const QString &message) {
        return Error{.kind = ErrorKind::Unsupported, .message = message};
    };
    if ((entry.flags & (Encrypted | StronglyEncrypted | MaskedHeader)) != 0) {
        return unsupported(Trailglass::tr(
            "The member is encrypted. Unpack the archive with its password, then import the files."));
    }
    if (entry.method != Stored && entry.method != Deflated) {
        return unsupported(
            Trailglass::tr("The member is packed with method %1, which Trailglass does not read. "
                           "Unpack the archive, then import the files.")
                .arg(entry.method));
    }
    return {};
}

} // namespace

Result<std::unique_ptr<ByteInput>> openZipMember(ByteInput &file, const ZipEntry &entry, Expansion &expansion,
                                                 const CancelToken &cancel)
{
    if (const std::optional<Error> error = refusal(entry))
        return *error;
    TRY(const QByteArray header,
        readExactly(file, entry.header, ZipHeaderSize + entry.rawName.size(), cancel));
    const qint64 nameSize = zipNumber16(header, 26);
    const qint64 data = entry.header + ZipHeaderSize + nameSize + zipNumber16(header, 28);
    const bool isSame = zipNumber32(header, 0) == HeaderSignature && zipNumber16(header, 8) == entry.method
        && (zipNumber16(header, 6) & Encrypted) == 0 && header.sliced(ZipHeaderSize) == entry.rawName
        && nameSize == entry.rawName.size();
    const bool fits =
        entry.packedSize <= entry.limit - data && (entry.method != Stored || entry.size == entry.packedSize);
    if (!isSame || !fits || !file.seek(data))
        return damagedZip();
    std::unique_ptr<ByteInput> input = std::make_unique<PartInput>(file, entry.packedSize);
    if (entry.method == Deflated) {
        input = std::make_unique<DecodedInput>(
            std::move(input), std::make_unique<Inflater>(Inflater::Framing::None), &expansion);
    }
    return std::unique_ptr<ByteInput>(std::make_unique<CheckedInput>(std::move(input), entry));
}

} // namespace Trailglass
