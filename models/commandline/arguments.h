// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/commandline/specification.h"
#include "models/core/result.h"

#include <QMap>
#include <QStringList>

namespace Trailglass::CommandLine {

/// A command line, taken apart.
struct Arguments
{
    const CommandSpecification *command = nullptr; ///< null when only help or version is requested
    QStringList positional; ///< without the command's own words; with help or version, all of them
    QMap<QString, QStringList>
        values; ///< of the command's options by name, in the order of the command line;
    ///< an empty text for an option without a value
    QMap<QString, QString> common; ///< of the program's options by name
    bool help = false;
    bool version = false;

    [[nodiscard]] bool has(const QString &option) const;
    /// The last value given, or \a fallback.
    [[nodiscard]] QString value(const QString &option, const QString &fallback = {}) const;
    [[nodiscard]] QStringList all(const QString &option) const { return values.value(option); }
    /// The positional arguments from \a first on, joined by one space: how several EXPR arguments are one
    /// expression.
    [[nodiscard]] QString expression(qsizetype first = 0) const;
    /// What the usage calls a positional argument: the second one is a `FILE` where it says `NAME FILE…`, as are all after it.
    /// \pre there is a command
    [[nodiscard]] QString nameOf(qsizetype place) const;
};

/// Takes a command line apart by these rules (docs/decisions/0024-own-option-parser.md):
///
/// An argument is an option only if it starts with `--` or is exactly `-h`; `--` ends options; an option's
/// value is the next argument whatever it begins with, or what follows `=` in the same one. Options may stand
/// anywhere, also before the command's words. Where a command stands before `--`, no argument after it makes a
/// longer command of it.
///
/// \param arguments  without the program's name
/// \param program  outlives the result
/// \error Usage: unknown command or option with the nearest known one, missing option or value, too few or
/// many arguments
[[nodiscard]] Result<Arguments> parseArguments(const QStringList &arguments,
                                               const ProgramSpecification &program);

/// Whether `--json` is among the options of a line, also of one that parseArguments() refuses.
[[nodiscard]] bool requestsJson(const QStringList &arguments);

/// A whole number option within bounds.
/// \error Usage
[[nodiscard]] Result<qint64> wholeNumber(const QString &option, const QString &text, qint64 minimum,
                                         qint64 maximum);

} // namespace Trailglass::CommandLine
