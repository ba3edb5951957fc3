// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/rawsignatures.h"

#include "models/core/result.h"
#include "models/json/textsignature.h"
#include "models/store/sqlconnection.h"
#include "models/store/stablehash.h"

#include <QtEndian>

#include <bit>

namespace Trailglass {

namespace {

constexpr std::size_t HashSize = sizeof(quint64);

quint64 hashOf(std::string_view bits, RowId firstRow, qint64 count)
{
    return stableHash(bits, static_cast<quint64>(firstRow.value) ^ static_cast<quint64>(count) << 48);
}

bool isSize(std::size_t size)
{
    return std::has_single_bit(size) && size >= TextSignature::MinSize && size <= TextSignature::MaxSize;
}

} // namespace

void addToSignature(TextSignature &signature, std::string_view raw,
                    const std::array<std::string_view, 4> &plainTexts)
{
    signature.add(raw);
    for (const std::string_view text : plainTexts)
        signature.add(text);
}

Result<RawSignatures> RawSignatures::open(SqlConnection &connection)
{
    RawSignatures signatures(connection);
    TRY(const auto exists, connection.hasTable("raw_signature"));
    if (exists) {
        TRY(auto find, connection.prepare("SELECT data FROM raw_signature WHERE first_row = ?"));
        signatures.m_find = std::move(find);
    }
    return signatures;
}

Result<void> RawSignatures::write(RowId firstRow, qint64 count, std::span<const quint8> bits)
{
    if (!m_insert.isValid()) {
        TRY(auto insert,
            m_connection->prepare("INSERT OR REPLACE INTO raw_signature (first_row, data) VALUES (?, ?)"));
        m_insert = std::move(insert);
    }
    const std::string_view bytes(reinterpret_cast<const char *>(bits.data()), bits.size());
    m_packed.resize(HashSize);
    qToLittleEndian(hashOf(bytes, firstRow, count), m_packed.data());
    m_packed.insert(m_packed.end(), bytes.begin(), bytes.end());
    return m_insert.bind(1, firstRow.value).bindBlob(2, m_packed, Statement::Borrow::Yes).run();
}

Result<std::optional<std::span<const quint8>>> RawSignatures::read(RowId firstRow, qint64 count)
{
    if (!m_find.isValid())
        return std::optional<std::span<const quint8>>();
    m_packed.clear();
    const auto found = m_find.bind(1, firstRow.value).firstRow([this](const Statement &row) {
        const std::span<const char> blob = row.blob(0);
        m_packed.assign(blob.begin(), blob.end());
    });
    // Damage of this table takes nothing from a result: the block is looked at instead.
    if (!found && found.error().kind != ErrorKind::Storage)
        return found.error();
    if (m_packed.size() < HashSize || !isSize(m_packed.size() - HashSize))
        return std::optional<std::span<const quint8>>();
    const std::string_view bytes(m_packed.data() + HashSize, m_packed.size() - HashSize);
    if (qFromLittleEndian<quint64>(m_packed.data()) != hashOf(bytes, firstRow, count))
        return std::optional<std::span<const quint8>>();
    return std::optional(std::span(reinterpret_cast<const quint8 *>(bytes.data()), bytes.size()));
}

} // namespace Trailglass
