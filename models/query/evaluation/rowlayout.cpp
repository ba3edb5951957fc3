// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/rowlayout.h"

#include "models/store/schema.h"

#include <algorithm>
#include <limits>

namespace Trailglass {

namespace {

template <class T>
std::size_t addOnce(std::vector<T> &list, const T &value)
{
    const auto found = std::ranges::find(list, value);
    const auto slot = static_cast<std::size_t>(found - list.begin());
    if (found == list.end())
        list.push_back(value);
    return slot;
}

} // namespace

const qint64 RowLayout::None = std::numeric_limits<qint64>::min();

std::size_t RowLayout::addInteger(std::string_view expression)
{
    return addOnce(m_integers, IntegerColumn{std::string(expression), {}});
}

std::size_t RowLayout::addDerived(Filter::DerivedField field)
{
    addInteger(Schema::valueExpression(Field::Created));
    return addOnce(m_integers, IntegerColumn{{}, field});
}

std::size_t RowLayout::addText(std::string_view expression)
{
    m_needsTexts = true;
    return addSearchedText(expression);
}

std::size_t RowLayout::addSearchedText(std::string_view expression)
{
    return addOnce(m_texts, std::string(expression));
}

RowLayout RowLayout::withoutIntegers() const
{
    RowLayout layout = *this;
    layout.m_integers.clear();
    return layout;
}

std::size_t RowLayout::addRawOutput(const std::optional<Filter::JsonPath> &path)
{
    return addOnce(m_rawOutputs, path);
}

} // namespace Trailglass
