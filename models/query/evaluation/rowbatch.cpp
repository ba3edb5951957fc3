// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/rowbatch.h"

namespace Trailglass {

RowBatch::RowBatch(const RowLayout &layout)
    : m_layout(layout)
{
}

std::span<const qint64> RowBatch::integers(std::size_t index) const
{
    const std::size_t width = m_layout.integers().size();
    return std::span(m_integers).subspan(index * width, width);
}

std::string_view RowBatch::text(std::size_t index, std::size_t slot) const
{
    const TextPlace place = m_texts[index * m_layout.texts().size() + slot];
    return std::string_view(m_bytes).substr(place.offset, place.length);
}

const std::vector<std::string> &RowBatch::values(std::size_t index, std::size_t output) const
{
    return m_values[index * m_layout.rawOutputs().size() + output];
}

void RowBatch::addRow(RowId row, std::span<const qint64> integers)
{
    m_rows.push_back(row);
    m_integers.insert(m_integers.end(), integers.begin(), integers.end());
}

void RowBatch::addText(std::string_view text)
{
    m_texts.push_back({m_bytes.size(), text.size()});
    m_bytes += text;
}

void RowBatch::setValues(std::size_t index, std::size_t output, std::vector<std::string> values)
{
    const std::size_t width = m_layout.rawOutputs().size();
    m_values.resize(m_rows.size() * width);
    m_values[index * width + output] = std::move(values);
}

} // namespace Trailglass
