// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/tablecells.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/table/colourrule.h"
#include "models/table/marktext.h"

#include <utility>

namespace Trailglass {

TableCells::TableCells()
    : m_columns(defaultColumns())
    , m_projection(m_columns)
{
    findPlaces();
}

void TableCells::setColumns(std::vector<Column> columns)
{
    m_columns = std::move(columns);
    m_projection = CellProjection(m_columns);
    findPlaces();
}

void TableCells::findPlaces()
{
    m_places.clear();
    for (const Column &column : m_columns)
        m_places.push_back(m_projection.placeOf(column));
}

std::string_view TableCells::kept(const ShownRecord &record, int column, std::string &scratch) const
{
    if (const auto place = m_places[static_cast<std::size_t>(column)])
        return record.texts[*place];
    return cellText(record.record, columnAt(column), scratch);
}

QString TableCells::shown(const ShownRecord &record, int column) const
{
    if (const auto place = m_places[static_cast<std::size_t>(column)])
        return shownText(record.texts[*place]);
    return m_text.shown(record.record, columnAt(column));
}

QString TableCells::spoken(const ShownRecord &record, int column) const
{
    const bool isAction = columnAt(column).place == Column::Place(Field::Action);
    return isAction && record.record.event.action.empty() ? toQString(name(record.record.event.operation))
                                                          : shown(record, column);
}

QString TableCells::whole(const ShownRecord &record, int column) const
{
    if (const auto place = m_places[static_cast<std::size_t>(column)])
        return shownText(record.texts[*place], MaxToolTipCharacters);
    return m_text.whole(record.record, columnAt(column));
}

std::optional<TimeParts> TableCells::strongPart(const ShownRecord &record, const ShownRecord *above,
                                                int column) const
{
    return m_text.strongPart(record.record, above ? &above->record : nullptr, columnAt(column));
}

QString TableCells::sentence(const EventRecord &record, const ColourRule *rule, bool isNew) const
{
    QString spoken = m_text.sentence(record);
    if (rule) {
        spoken =
            Trailglass::tr("%1, %2", "event, name of its colour rule").arg(spoken, visibleText(rule->name));
    }
    QStringList said = remarkTexts(record);
    if (isNew)
        said.prepend(Trailglass::tr("New", "an event that came after the last review"));
    for (const QString &each : std::as_const(said))
        spoken = Trailglass::tr("%1, %2", "event, what reviewers say of it").arg(spoken, each);
    return spoken;
}

} // namespace Trailglass
