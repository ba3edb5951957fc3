// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <functional>
#include <vector>

namespace Trailglass::Filter {

/// The parts of a tree that must all be true: the tree itself, or the children of its top And. An And in the
/// top And counts as the top And; All has no parts.
/// \thread any
[[nodiscard]] std::vector<NodePointer> conjuncts(const NodePointer &tree);

/// The tree with every part of conjuncts() replaced by what \a replace returns for it (the part itself to
/// keep it, nothing to drop it), in order, followed by \a added. Parentheses are kept where they still
/// contain two parts.
[[nodiscard]] NodePointer
replaceConjuncts(const NodePointer &tree,
                 const std::function<std::vector<NodePointer>(const NodePointer &)> &replace,
                 const std::vector<NodePointer> &added = {});

} // namespace Trailglass::Filter
