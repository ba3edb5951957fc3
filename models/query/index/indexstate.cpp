// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/indexstate.h"

namespace Trailglass {

void goBack(IndexView &view, const StatePointer &state)
{
    const auto *earlier = dynamic_cast<const IndexState *>(state.get());
    if (earlier && earlier->lineage == view.lineage
        && earlier->index->removedSequence == view.index->removedSequence)
        view.index = earlier->index;
}

} // namespace Trailglass
