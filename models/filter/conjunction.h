// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <functional>
#include <vector>

namespace Trailglass::Filter {

/// The parts of a tree that all must hold: the tree itself, or what stands in its top And. An And within the
/// top And counts as the top And; All has no part.
/// \thread any
[[nodiscard]] std::vector<NodePointer> conjuncts(const NodePointer &tree);

/// The tree with every part of conjuncts() replaced by what \a replace gives for it (the part itself to keep
/// it, nothing to drop it), in order, and \a added behind. Parentheses around parts stay where they still
/// hold two.
[[nodiscard]] NodePointer
replaceConjuncts(const NodePointer &tree,
                 const std::function<std::vector<NodePointer>(const NodePointer &)> &replace,
                 const std::vector<NodePointer> &added = {});

} // namespace Trailglass::Filter
