// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"

#include <QModelIndex>

namespace Trailglass {

/// What a cell says, in terms of the filter language.
struct CellTerm
{
    Filter::FieldReference field;
    Filter::FieldValue value; ///< nothing: the event has no value there

    /// Canonical filter text of exactly this value: `actor:ann@example.com`.
    [[nodiscard]] QString text() const;
};

/// \returns nothing when the cell is not loaded, its event gone, the column is raw, or the value longer than
/// anyone would filter by
[[nodiscard]] std::optional<CellTerm> cellTerm(const QModelIndex &index);

} // namespace Trailglass
