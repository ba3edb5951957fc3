// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/storedrow.h"

#include "models/store/sqlerror.h"

#include <algorithm>

namespace Trailglass {

using Class = Statement::StorageClass;

qint64 StoredRow::number(int column, StoredRange range)
{
    return numberOf(column, m_row.storageClass(column), range);
}

qint64 StoredRow::numberOf(int column, Class stored, StoredRange range)
{
    const bool isInteger = stored == Class::Integer;
    const qint64 number = m_row.integer(column);
    if (isInteger && range.holds(number))
        return number;
    note(column);
    return std::max(range.least, std::min(number, range.greatest));
}

std::optional<qint64> StoredRow::numberOrNone(int column, StoredRange range)
{
    const Class stored = m_row.storageClass(column);
    if (stored == Class::Null)
        return std::nullopt;
    return numberOf(column, stored, range);
}

std::optional<UtcMicros> StoredRow::timeOrNone(int column)
{
    const std::optional<qint64> micros = numberOrNone(column, StoredRanges::Time);
    return micros ? std::optional(UtcMicros{*micros}) : std::nullopt;
}

std::string_view StoredRow::text(int column)
{
    const Class stored = m_row.storageClass(column);
    if (stored == Class::Text)
        return m_row.text(column);
    if (stored != Class::Null)
        note(column);
    return {};
}

std::span<const char> StoredRow::blob(int column)
{
    const Class stored = m_row.storageClass(column);
    if (stored == Class::Blob)
        return m_row.blob(column);
    if (stored != Class::Null)
        note(column);
    return {};
}

Result<void> StoredRow::check() const
{
    if (isGood())
        return {};
    return impossibleValue(m_table, m_row.columnName(m_badColumn));
}

void StoredRow::note(int column)
{
    if (m_badColumn < 0)
        m_badColumn = column;
}

} // namespace Trailglass
