// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/nativeblock.h"

#include "models/archive/nativebytes.h"

#include <string>

namespace Trailglass {

NativeBlock::NativeBlock(std::size_t columns, std::size_t rows, std::size_t bytes)
    : m_missing(columns)
    , m_rows(rows)
{
    m_bytes.reserve(static_cast<qsizetype>(bytes));
    appendVariableLength(m_bytes, columns);
    appendVariableLength(m_bytes, rows);
}

void NativeBlock::begin(std::string_view name, std::string_view type, std::size_t rows)
{
    Q_ASSERT(rows == m_rows && m_missing > 0);
    --m_missing;
    appendNativeText(m_bytes, name);
    appendNativeText(m_bytes, type);
}

void NativeBlock::addNumbers(std::string_view name, std::span<const qint8> numbers)
{
    begin(name, "Int8", numbers.size());
    appendLittleEndian(m_bytes, numbers);
}

void NativeBlock::addNumbers(std::string_view name, std::span<const quint32> numbers)
{
    begin(name, "UInt32", numbers.size());
    appendLittleEndian(m_bytes, numbers);
}

void NativeBlock::addNumbers(std::string_view name, std::span<const quint64> numbers)
{
    begin(name, "UInt64", numbers.size());
    appendLittleEndian(m_bytes, numbers);
}

void NativeBlock::addNumbers(std::string_view name, std::span<const qint64> numbers)
{
    begin(name, "Int64", numbers.size());
    appendLittleEndian(m_bytes, numbers);
}

void NativeBlock::addTexts(std::string_view name, const NativeTexts &texts)
{
    begin(name, texts.typeName(), texts.size());
    texts.writeHead(m_bytes);
    texts.writeTexts(m_bytes);
}

void NativeBlock::addLists(std::string_view name, std::span<const quint64> ends, const NativeTexts &texts)
{
    Q_ASSERT(texts.size() == (ends.empty() ? 0 : ends.back()));
    begin(name, "Array(" + std::string(texts.typeName()) + ')', ends.size());
    texts.writeHead(m_bytes);
    appendLittleEndian(m_bytes, ends);
    texts.writeTexts(m_bytes);
}

QByteArray NativeBlock::take() &&
{
    Q_ASSERT(m_missing == 0);
    return std::move(m_bytes);
}

} // namespace Trailglass
