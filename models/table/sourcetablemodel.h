// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/sourcerow.h"

#include <QAbstractTableModel>
#include <QList>
#include <QTimeZone>

#include <optional>

namespace Trailglass {

/// The sources of a workspace, one row each, kept up to date in place: selection and scroll position survive.
///
/// Texts are as visibleText() makes them.
/// \thread GUI
class SourceTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        SourceTypeColumn,
        StateColumn,
        EventsColumn,
        LastSyncColumn, ///< how long ago the last success was; the exact time is the tool tip
        NextSyncColumn, ///< when the next sync by schedule begins; the exact time is the tool tip
        LatestColumn, ///< created of the newest event
        MessageColumn, ///< what a sync does, or why the last one failed
        ColumnCount
    };

    enum Role
    {
        StateRole = Qt::UserRole, ///< int of SourceRow::State, of the whole row
        NameRole, ///< QString: the name unchanged
        PlainToolTipRole, ///< QString: the whole text of a cell, for a tool tip that shows it as plain text
        AgeRole, ///< QString: shortAge() of the last success, of the whole row; empty without one
        NextSyncRole, ///< QString: when the next sync begins, a sentence, of the whole row; empty for one by hand
    };

    explicit SourceTableModel(QObject *parent = nullptr);

    /// Shows these rows: changed ones change in place, others come, go or move; never a reset.
    /// \param rows  names are unique
    void setRows(const QList<SourceRow> &rows);
    [[nodiscard]] const QList<SourceRow> &rows() const { return m_rows; }
    [[nodiscard]] std::optional<int> rowOf(const QString &name) const;

    /// What "ago" is counted from.
    void setNow(UtcMicros now);
    /// Zone in which times are shown. UTC until set.
    void setDisplayZone(const QTimeZone &zone);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void removeMissing(const QList<SourceRow> &rows);
    void put(int position, const SourceRow &row);
    void timesChanged();
    [[nodiscard]] QString text(const SourceRow &row, int column) const;
    [[nodiscard]] QString longText(const SourceRow &row, int column) const;
    [[nodiscard]] QString rowText(const SourceRow &row) const;
    [[nodiscard]] QString nextSyncText(const SourceRow &row) const;

    QList<SourceRow> m_rows;
    UtcMicros m_now;
    QTimeZone m_zone;
};

/// `Up to date`, `Failed` …, translated.
[[nodiscard]] QString stateText(SourceRow::State state);

} // namespace Trailglass
