// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"

#include <QHeaderView>

namespace Trailglass {

/// Column titles with an arrow on every sort key, numbered where there are several.
class SortHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit SortHeader(QWidget *parent = nullptr);

    void setSortOrder(const SortOrder &order);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;

private:
    SortOrder m_order;
};

} // namespace Trailglass
