// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>

namespace Trailglass {

/// Gives functions and value classes of this module their `tr()`: one translation context for all sources.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Sources)
};

} // namespace Trailglass
