// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/markcolour.h"

#include <QString>

#include <optional>

namespace Trailglass {

/// What reviewers say of an event.
struct Remarks
{
    std::optional<MarkColour> mark = {};
    QString note = {}; ///< as it was written; empty: none

    friend bool operator==(const Remarks &, const Remarks &) = default;
};

} // namespace Trailglass
