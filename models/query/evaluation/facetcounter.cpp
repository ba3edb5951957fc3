// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/facetcounter.h"

#include "models/query/evaluation/cancellablesort.h"
#include "models/query/evaluation/querystopped.h"

#include <algorithm>
#include <functional>
#include <utility>

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

/// Looks at a token once in so many steps of a long loop.
class OccasionalLook
{
public:
    explicit OccasionalLook(const CancelToken &cancel)
        : m_cancel(cancel)
    {
    }

    [[nodiscard]] bool isCancelled() { return ++m_steps % StepsBetweenLooks == 0 && m_cancel.isCancelled(); }

private:
    static constexpr std::size_t StepsBetweenLooks = 1 << 14;

    const CancelToken &m_cancel;
    std::size_t m_steps = 0;
};

} // namespace

FacetCounter::FacetCounter(Filter::FieldReference field, FieldValues values, std::size_t maxDistinct)
    : m_field(std::move(field))
    , m_values(std::move(values))
    , m_maxDistinct(maxDistinct)
    , m_byCode(m_values.kind == FieldValues::Kind::Code ? m_values.texts.size() : 0)
{
}

void FacetCounter::count(const RowBatch &batch)
{
    if (m_hasTooMany)
        return;
    switch (m_values.kind) {
    case FieldValues::Kind::Time:
        countTimes(batch);
        break;
    case FieldValues::Kind::Code:
        return;
    case FieldValues::Kind::Text:
    case FieldValues::Kind::Target:
        countTexts(batch);
        break;
    case FieldValues::Kind::Raw:
        countRawValues(batch);
        break;
    }
    giveUpBeyondMaximum();
}

void FacetCounter::giveUpBeyondMaximum()
{
    if (m_maxDistinct == 0 || m_byText.size() + m_byTime.size() <= m_maxDistinct)
        return;
    m_hasTooMany = true;
    m_byText = {};
    m_byTime = {};
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
        distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
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

Result<void> FacetCounter::mergeIntoTexts(const CancelToken &cancel)
{
    OccasionalLook look(cancel);
    // Two sources may have one vendor, so a text may have several codes.
    for (std::size_t code = 0; code < m_byCode.size(); ++code) {
        if (m_byCode[code] > 0)
            m_byText[std::string(m_values.texts[code])] += m_byCode[code];
        if (look.isCancelled())
            return queryStopped();
    }
    for (const auto &[time, count] : m_byTime) {
        m_byText[formatTime(UtcMicros{time})] += count;
        if (look.isCancelled())
            return queryStopped();
    }
    return {};
}

Result<Facet> FacetCounter::take(int top, const CancelToken &cancel)
{
    if (m_hasTooMany)
        return Facet{m_field, {}, true};
    TRY(mergeIntoTexts(cancel));
    Facet facet{m_field, {}};
    const std::size_t kept = top > 0 ? static_cast<std::size_t>(top) : m_byText.size() + 1;
    const auto keepFirst = [&values = facet.values, kept] {
        if (values.size() <= kept)
            return;
        std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(kept), comesFirst);
        values.resize(kept);
    };
    OccasionalLook look(cancel);
    // Each text is taken out of the map, so that there are never two of it in memory.
    while (!m_byText.empty()) {
        auto entry = m_byText.extract(m_byText.begin());
        if (entry.key().empty())
            m_withoutValue += entry.mapped();
        else
            facet.values.push_back({std::move(entry.key()), entry.mapped()});
        if (facet.values.size() >= 2 * kept)
            keepFirst();
        if (look.isCancelled())
            return queryStopped();
    }
    if (m_withoutValue > 0)
        facet.values.push_back({std::nullopt, m_withoutValue});
    keepFirst();
    TRY(sortUnlessCancelled(facet.values, comesFirst, cancel));
    return facet;
}

} // namespace Trailglass
