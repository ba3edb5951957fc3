// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMetaType>

namespace Trailglass {

/// What a value in sight is to do to the filter; each is one function of models/filter/edits.h.
enum class FilterEdit
{
    Include, ///< Filter::including()
    Exclude, ///< Filter::excluding()
    Only, ///< Filter::withOnly()
};

} // namespace Trailglass

Q_DECLARE_METATYPE(Trailglass::FilterEdit)
