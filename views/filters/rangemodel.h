// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/rangechoice.h"
#include "models/query/facetbins.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace Trailglass {

/// The values of one field as ranges, with their counts; then the ranges of the filter that are none of them.
///
/// Has the roles of facetroles.h. While the model is held, new ranges wait and the old ones look out of date.
/// \thread GUI
class RangeModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit RangeModel(QObject *parent = nullptr);

    void setBins(std::vector<FacetBin> bins);
    void setChoice(const Filter::RangeChoice &choice);
    void setHeld(bool held);
    /// Until the next ranges.
    void setOutdated(bool outdated);

    [[nodiscard]] const Filter::Value &range(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        Filter::Value range;
        std::optional<qint64> count; ///< nothing: not known
    };

    void arrange();
    [[nodiscard]] Qt::CheckState stateOf(const Filter::Value &range) const;

    std::vector<FacetBin> m_bins;
    std::optional<std::vector<FacetBin>> m_waiting; ///< while held
    Filter::RangeChoice m_choice;
    bool m_held = false;
    bool m_outdated = false;
    std::vector<Row> m_rows;
};

/// `0 – 99`, `2026-11-01 – 2026-11-07`; one text where both ends are the same.
[[nodiscard]] QString rangeText(const Filter::Value &range);

} // namespace Trailglass
