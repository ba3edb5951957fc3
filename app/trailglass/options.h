// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/commandline/specification.h"
#include "models/core/result.h"
#include "models/core/secretreference.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Trailglass {

/// The command line of `trailglass`.
struct Options
{
    QString workspace; ///< `--workspace DIR`; empty: the default place
    QString archive = {}; ///< `--archive URL`, which ArchivePlace::parse() accepts; empty: a workspace
    std::optional<SecretReference> archiveKey = {}; ///< `--archive-key REF`
    QString filter; ///< `--filter EXPR`
    bool hasFilter = false;
    bool demo = false; ///< `--demo`: sample data in a temporary workspace
    bool sync = false; ///< `--sync`: fetch new events at once
    QString screenshot; ///< `--screenshot FILE`: render off screen, save, exit
    QString log; ///< `--log CATEGORIES`
    QString logFile; ///< `--log-file FILE`
    QString help; ///< what to print for `--help`; empty: not requested
    bool version = false;

    /// \param words  without the program's name
    /// \error Usage
    static Result<Options> parse(const QStringList &words);
};

/// Everything that can be typed after `trailglass`.
[[nodiscard]] CommandLine::ProgramSpecification windowProgram();

} // namespace Trailglass
