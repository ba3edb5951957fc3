// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/workspace/preparedquery.h"

#include <QByteArray>

#include <cstddef>

namespace Trailglass {

/// What an evidence bundle is made of: a further file of it, such as a report, has to be made of the same, whatever is stored
/// or signed meanwhile.
/// \thread value type, as any
struct BundledState
{
    PreparedQuery query; ///< whose result its events are from; the context has the state of that
    std::size_t events = 0; ///< of the result
    RowId lastRow = {}; ///< ResultSnapshot::lastRow() of the result
    QByteArray note = {}; ///< the checkpoint of the bundle, as it was signed
};

} // namespace Trailglass
