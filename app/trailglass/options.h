// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QString>
#include <QStringList>

namespace Trailglass {

/// The command line of `trailglass`.
struct Options
{
    QString workspace; ///< `--workspace DIR`; empty: the standard place
    QString filter; ///< `--filter EXPR`
    bool hasFilter = false;
    bool demo = false; ///< `--demo`: sample data in a temporary workspace
    bool sync = false; ///< `--sync`: fetch at once what is new
    QString screenshot; ///< `--screenshot FILE`: render off screen, save, leave
    bool help = false;
    bool version = false;

    /// \param words  without the program's name
    /// \error Usage
    static Result<Options> parse(const QStringList &words);
};

/// What `--help` prints.
[[nodiscard]] QString helpText();

} // namespace Trailglass
