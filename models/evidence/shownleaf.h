// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/merkle/digest.h"

#include <QtGlobal>

namespace Trailglass {

/// A leaf of the tree that a bundle shows: an event or a record.
/// \thread value type, as any
struct ShownLeaf
{
    qint64 number = 0; ///< from 0
    Digest hash;

    friend bool operator==(const ShownLeaf &, const ShownLeaf &) = default;
};

} // namespace Trailglass
