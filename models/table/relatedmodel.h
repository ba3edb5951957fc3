// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/relatedqueries.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace Trailglass {

/// The ways in which an event is related to others, a row each: what they have in common, how many they are, and when
/// they happened. The tool tip of a row says what the relation is where its text leaves that open, and since when there are such
/// events.
/// \thread GUI
class RelatedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        RelationColumn,
        ValueColumn,
        CountColumn,
        TimeColumn,
        ColumnCount
    };
    enum Role
    {
        CountsRole = Qt::UserRole, ///< RelatedCounts; invalid until they are counted
    };

    explicit RelatedModel(QObject *parent = nullptr);

    /// A model reset; nothing is counted yet.
    void setQueries(std::vector<RelatedQuery> queries);
    /// \pre row < rowCount()
    void setCounts(std::size_t row, RelatedCounts counts);
    /// \pre valid
    [[nodiscard]] const RelatedQuery &query(const QModelIndex &index) const;

    /// Of the times in texts. UTC until set.
    void setDisplayZone(const QTimeZone &zone);
    /// When the first and the last of the events of a row were, in a sentence; empty until they are counted, and for those
    /// of some minutes.
    [[nodiscard]] QString seenText(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        RelatedQuery query;
        std::optional<RelatedCounts> counts;
    };

    [[nodiscard]] QString cellText(const Row &row, int column) const;
    [[nodiscard]] QString seenText(const Row &row) const;
    [[nodiscard]] QString tipText(const Row &row) const;

    std::vector<Row> m_rows;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace Trailglass
