// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"
#include "models/query/queryengine.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace Trailglass {

/// The values of one field with their counts: chosen ones that were not counted first, then as counted.
///
/// Column Value has Qt::CheckStateRole: included is checked, excluded partially. Nothing is edited here.
/// \thread GUI
class FacetModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Value,
        Count,
        ColumnCount
    };

    explicit FacetModel(QObject *parent = nullptr);

    /// \param values    as counted
    /// \param complete  the field has no others, so a value that is not among them was counted 0 times
    void setValues(std::vector<FacetValue> values, bool complete);
    void setChoice(const Filter::FieldChoice &choice);
    /// Shows only values that hold this, ignoring case, and chosen ones.
    void setSearch(const QString &text);

    /// Of all values, searched or not.
    [[nodiscard]] int countOfAll() const { return static_cast<int>(m_all.size()); }
    [[nodiscard]] const Filter::FieldValue &value(int row) const { return shown(row).value; }
    /// The row of a value, or -1.
    [[nodiscard]] int rowOf(const Filter::FieldValue &value) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Entry
    {
        Filter::FieldValue value;
        std::optional<qint64> count;
        QString text; ///< safe to show, cut
    };

    void rebuild();
    [[nodiscard]] const Entry &shown(int row) const;
    [[nodiscard]] Qt::CheckState stateOf(const Filter::FieldValue &value) const;
    [[nodiscard]] QString spoken(const Entry &entry) const;

    std::vector<FacetValue> m_values;
    bool m_complete = false;
    Filter::FieldChoice m_choice;
    QString m_search;
    std::vector<Entry> m_all;
    std::vector<std::size_t> m_shown; ///< places in m_all
};

} // namespace Trailglass
