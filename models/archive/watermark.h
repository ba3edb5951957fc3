// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <utility>
#include <vector>

namespace Trailglass {

/// One state of an archive: which batches count.
///
/// Batches of an origin count up to its last one, except those that are void. Later pushes change neither, so that what is
/// read under one watermark goes together, whenever it is read.
struct Watermark
{
    std::vector<std::pair<quint32, quint64>> last; ///< origin and its last batch; each origin once, ascending
    std::vector<std::pair<quint32, quint64>> voids; ///< origin and batch, ascending

    friend bool operator==(const Watermark &, const Watermark &) = default;
};

} // namespace Trailglass
