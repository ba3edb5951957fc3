// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass {

/// Roles of a row in a facet, beside Qt::DisplayRole, Qt::AccessibleTextRole and Qt::CheckStateRole: included
/// is checked, excluded partially.
enum FacetRole
{
    FacetCountRole = Qt::UserRole, ///< how many events, as shown; empty where that is not known
    FacetShareRole, ///< of the greatest count: double, 0 to 1
    FacetOutdatedRole, ///< bool: the count is of an earlier filter
    FacetKeyRole ///< equal for the same value or range alone; two of them may look the same
};

/// The accessible text of a row.
/// \param value, count  as shown; count may be empty
[[nodiscard]] QString facetRowText(const QString &value, Qt::CheckState state, const QString &count);

} // namespace Trailglass
