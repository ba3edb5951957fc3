// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/filteredit.h"

namespace Trailglass {

Filter::NodePointer edited(const Filter::NodePointer &tree, FilterEdit edit,
                           const Filter::FieldReference &field, const Filter::FieldValue &value)
{
    switch (edit) {
    case FilterEdit::Include:
        return Filter::including(tree, field, value);
    case FilterEdit::Exclude:
        return Filter::excluding(tree, field, value);
    case FilterEdit::Only:
        return Filter::withOnly(tree, field, value);
    }
    return tree;
}

} // namespace Trailglass
