// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/resultrows.h"
#include "models/workspace/preparedquery.h"

#include <QByteArray>

#include <memory>

namespace Trailglass {

/// What an evidence bundle is made of: a further file of it, such as a report, has to be made of the same, whatever is stored
/// or signed meanwhile.
/// \thread value type, as any
struct BundledState
{
    PreparedQuery query; ///< whose result its events are from; the context has the state of that
    std::shared_ptr<const ResultRows> rows; ///< of that result; not null
    QByteArray note = {}; ///< the checkpoint of the bundle, as it was signed
};

} // namespace Trailglass
