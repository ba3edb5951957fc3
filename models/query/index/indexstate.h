// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/querycontext.h"
#include "models/query/index/sharedindex.h"

#include <memory>
#include <utility>

namespace Trailglass {

/// The index that a result was made from. Immutable.
/// \thread any
class IndexState final : public EventsState
{
public:
    IndexState(std::shared_ptr<const ColumnIndex> ofResult, quint64 ofView)
        : index(std::move(ofResult))
        , lineage(ofView)
    {
    }

    const std::shared_ptr<const ColumnIndex> index;
    const quint64 lineage;
};

/// Goes back to an earlier state where every event of it is still there: superseded ones are not in the database.
/// \param state  of a result, by whatever engine; null, or one that cannot be gone back to: \a view stays as it is
void goBack(IndexView &view, const StatePointer &state);

} // namespace Trailglass
