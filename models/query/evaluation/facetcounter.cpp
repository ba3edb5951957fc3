// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/facetcounter.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// Most first, then by value; no value last among equals.
bool comesFirst(const FacetValue &left, const FacetValue &right)
{
    if (left.count != right.count)
        return left.count > right.count;
    if (left.value.has_value() != right.value.has_value())
        return left.value.has_value();
    return left.value < right.value;
}

} // namespace

FacetCounter::FacetCounter(Filter::FieldReference field, FieldValues values)
    : m_field(std::move(field))
    , m_values(std::move(values))
    , m_byCode(m_values.kind == FieldValues::Kind::Code ? m_values.texts.size() : 0)
{
}

void FacetCounter::count(const RowBatch &batch)
{
    switch (m_values.kind) {
    case FieldValues::Kind::Time:
        return countTimes(batch);
    case FieldValues::Kind::Code:
        return;
    case FieldValues::Kind::Text:
    case FieldValues::Kind::Target:
        return countTexts(batch);
    case FieldValues::Kind::Raw:
        return countRawValues(batch);
    }
}

void FacetCounter::add(const std::vector<qint64> &byCode, qint64 withoutValue)
{
    std::ranges::transform(byCode, m_byCode, m_byCode.begin(), std::plus<>());
    m_withoutValue += withoutValue;
}

void FacetCounter::countTimes(const RowBatch &batch)
{
    for (std::size_t index = 0; index < batch.size(); ++index)
        ++m_byTime[batch.integers(index)[m_values.slot]];
}

void FacetCounter::countTexts(const RowBatch &batch)
{
    for (std::size_t index = 0; index < batch.size(); ++index)
        add(m_values.text(batch, index));
}

void FacetCounter::countRawValues(const RowBatch &batch)
{
    std::vector<std::string_view> distinct;
    for (std::size_t index = 0; index < batch.size(); ++index) {
        const auto &values = batch.values(index, m_values.slot);
        if (values.empty())
            ++m_withoutValue;
        distinct.assign(values.begin(), values.end());
        std::ranges::sort(distinct);
        const auto repeated = std::ranges::unique(distinct);
        distinct.erase(repeated.begin(), repeated.end());
        std::ranges::for_each(distinct, [this](std::string_view text) { add(text); });
    }
}

void FacetCounter::add(std::string_view text)
{
    if (text.empty()) {
        ++m_withoutValue;
        return;
    }
    const auto known = m_byText.find(text);
    if (known != m_byText.end())
        ++known->second;
    else
        m_byText.emplace(text, 1);
}

TextCounts FacetCounter::countsByText() const
{
    TextCounts counts = m_byText;
    // Two sources may have one vendor, so a text may have several codes.
    for (std::size_t code = 0; code < m_byCode.size(); ++code) {
        if (m_byCode[code] > 0)
            counts[std::string(m_values.texts[code])] += m_byCode[code];
    }
    for (const auto &[time, count] : m_byTime)
        counts[formatTime(UtcMicros{time})] += count;
    return counts;
}

Facet FacetCounter::facet(int top) const
{
    Facet facet{m_field, {}};
    qint64 withoutValue = m_withoutValue;
    for (auto &[text, count] : countsByText()) {
        if (text.empty())
            withoutValue += count;
        else
            facet.values.push_back({text, count});
    }
    if (withoutValue > 0)
        facet.values.push_back({std::nullopt, withoutValue});
    std::ranges::sort(facet.values, comesFirst);
    if (top > 0 && facet.values.size() > static_cast<std::size_t>(top))
        facet.values.resize(static_cast<std::size_t>(top));
    return facet;
}

} // namespace Trailglass
