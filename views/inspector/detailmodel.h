// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/eventdetail.h"
#include "models/table/celltext.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace Trailglass {

/// What a vendor knows beside an event, in the order of itemsInOrder(); the entries of a version are its children.
/// \thread GUI
class DetailModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        KindColumn,
        TimeColumn,
        ActionColumn,
        ActorColumn,
        ColumnCount
    };

    explicit DetailModel(QObject *parent = nullptr);

    /// A model reset. Null shows nothing.
    void setDetail(std::shared_ptr<const EventDetail> detail);
    /// UTC until set.
    void setDisplayZone(const QTimeZone &zone);

    /// What a row shows; neither for an invalid index.
    [[nodiscard]] DetailItem item(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString cellText(const DetailItem &item, int column) const;
    [[nodiscard]] QString timeText(const DetailItem &item) const;

    std::shared_ptr<const EventDetail> m_detail;
    std::vector<DetailItem> m_items; ///< of the top level; point into m_detail
    CellText m_cells; ///< for times
    Trailglass::Column m_time; ///< the time of an event, under the name of this column
};

} // namespace Trailglass
