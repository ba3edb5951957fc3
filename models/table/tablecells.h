// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/celltext.h"
#include "models/table/shownrecord.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

struct ColourRule;

/// What the columns of a table say of a record: cells that are read from the record itself, and those that were read from
/// its raw JSON.
///
/// Records are as projection() reads them.
/// \thread one object a thread
class TableCells
{
public:
    /// Shows defaultColumns().
    TableCells();

    /// \param columns  at least one
    void setColumns(std::vector<Column> columns);
    [[nodiscard]] const std::vector<Column> &columns() const { return m_columns; }
    [[nodiscard]] const Column &columnAt(int column) const
    {
        return m_columns[static_cast<std::size_t>(column)];
    }
    /// How records are to be read for these columns.
    [[nodiscard]] const CellProjection &projection() const { return m_projection; }

    [[nodiscard]] CellText &text() { return m_text; }
    [[nodiscard]] const CellText &text() const { return m_text; }

    /// The text of a cell as it is kept, maybe cut; valid as long as the arguments are unchanged.
    [[nodiscard]] std::string_view kept(const ShownRecord &record, int column, std::string &scratch) const;
    /// As CellText::shown().
    [[nodiscard]] QString shown(const ShownRecord &record, int column) const;
    /// What a screen reader says of a cell: shown(), but where an event has no action its operation.
    [[nodiscard]] QString spoken(const ShownRecord &record, int column) const;
    /// As CellText::whole().
    [[nodiscard]] QString whole(const ShownRecord &record, int column) const;
    /// As CellText::strongPart().
    /// \param above  the record one row higher; null when it is not known
    [[nodiscard]] std::optional<TimeParts> strongPart(const ShownRecord &record, const ShownRecord *above,
                                                      int column) const;
    /// What a screen reader says of a row: who does not see the colour hears what it is for, and what the signs say.
    /// \param rule  that colours the row; null: none
    /// \param isNew  the event came after the last review
    [[nodiscard]] QString sentence(const EventRecord &record, const ColourRule *rule, bool isNew) const;

private:
    void findPlaces();

    std::vector<Column> m_columns;
    CellProjection m_projection;
    std::vector<std::optional<std::size_t>> m_places; ///< of columns, in the projection
    CellText m_text;
};

} // namespace Trailglass
