// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <functional>

namespace Trailglass {

/// Does \a count pieces of work on the caller's thread and as many helpers as there are further cores, or as start; few
/// pieces are done by the caller alone.
///
/// \param makeWork  called once a thread, on the caller's; gives what does the piece of a number, with
/// buffers of its own
/// \returns when all pieces are done
void doInParallel(std::size_t count, const std::function<std::function<void(std::size_t)>()> &makeWork);

} // namespace Trailglass
