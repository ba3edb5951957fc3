// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/cellterm.h"

#include "models/filter/filter.h"
#include "models/table/eventtablemodel.h"

namespace Trailglass {

namespace {

constexpr std::size_t LongestCellValue = 4'096; ///< bytes

} // namespace

QString CellTerm::text() const
{
    return Filter::print(Filter::including(Filter::makeNode(Filter::All()), field, value));
}

std::optional<CellTerm> cellTerm(const QModelIndex &index)
{
    const auto *events = qobject_cast<const EventTableModel *>(index.model());
    const auto text = events ? events->value(index) : std::nullopt;
    if (!text || text->size() > LongestCellValue)
        return std::nullopt;
    const Column &column = events->columns()[static_cast<std::size_t>(index.column())];
    if (column.place == Column::Place(Field::Raw))
        return std::nullopt;
    CellTerm term;
    std::visit([&term](const auto &place) { term.field = place; }, column.place);
    if (!text->empty())
        term.value = *text;
    return term;
}

} // namespace Trailglass
