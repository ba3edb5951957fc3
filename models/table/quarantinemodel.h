// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/quarantinerow.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <vector>

namespace Trailglass {

/// The quarantined rows of a workspace or a source, one row each, in pages: a view that comes to the end of the known
/// rows requests more.
///
/// Texts are as visibleText() makes them.
/// \thread GUI
class QuarantineModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        KindColumn,
        SourceNameColumn,
        ReceivedColumn,
        PlaceColumn,
        LengthColumn,
        ReasonColumn,
        ColumnCount
    };

    /// \param zone  of the times shown
    explicit QuarantineModel(const QTimeZone &zone, QObject *parent = nullptr);

    /// Another list begins; its rows are on their way.
    void clear();
    /// Adds a page.
    /// \param isLast  there are no rows after these
    void append(const std::vector<QuarantineRow> &rows, bool isLast);

    /// \pre index.isValid()
    [[nodiscard]] const QuarantineRow &row(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// Rows after the last one are wanted; once for each append().
    void moreRequested();

private:
    [[nodiscard]] QString text(const QuarantineRow &row, int column) const;

    QTimeZone m_zone;
    std::vector<QuarantineRow> m_rows;
    bool m_hasMore = false;
};

} // namespace Trailglass
