// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <limits>

namespace Trailglass::CommandLine {

/// One `--option` of a command.
struct OptionSpecification
{
    QString name; ///< without the dashes
    QString value = {}; ///< what the value is called in the usage, e.g. `DIR`; empty: the option takes none
    QString help = {}; ///< translated, one line
    bool repeatable = false;
    bool required = false;
};

/// One command: its words, options and how many other arguments it takes.
struct CommandSpecification
{
    QStringList words; ///< `source`, `add`
    QString arguments; ///< as the usage shows them, e.g. `TYPE NAME`
    QString help; ///< translated, one line
    QList<OptionSpecification> options = {};
    qsizetype minimumArguments = 0;
    qsizetype maximumArguments = std::numeric_limits<qsizetype>::max();

    [[nodiscard]] QString usage() const; ///< one line: words, arguments, options
};

/// A command line, taken apart.
struct Arguments
{
    const CommandSpecification *command = nullptr; ///< null when only help or version is requested
    QStringList
        positional; ///< without the command's own words; with help or version requested, whatever there was
    QMap<QString, QStringList>
        values; ///< by option name, in argv order; an empty text for an option without a value
    QString workspace; ///< `--workspace DIR`, empty when not given
    bool json = false;
    bool help = false;
    bool version = false;

    [[nodiscard]] bool has(const QString &option) const { return values.contains(option); }
    /// The last value given, or \a fallback.
    [[nodiscard]] QString value(const QString &option, const QString &fallback = {}) const;
    [[nodiscard]] QStringList all(const QString &option) const { return values.value(option); }
    /// The positional arguments from \a first on, joined by one space: how several EXPR arguments are one
    /// expression.
    [[nodiscard]] QString expression(qsizetype first = 0) const;
};

/// Takes a command line apart.
///
/// An argument is an option only if it starts with `--` or is exactly `-h`; `--` ends options; an option's
/// value is the next argument whatever it begins with, or what follows `=` in the same one. Options stand
/// anywhere, also in front of the command's words; `--workspace DIR`, `--json`, `--help` and `--version` are
/// everybody's.
///
/// \param arguments  without the program's name
/// \param commands  outlive the result
/// \error Usage: unknown command or option with the nearest known one, missing option or value, too few or
/// many arguments
[[nodiscard]] Result<Arguments> parseArguments(const QStringList &arguments,
                                               const QList<CommandSpecification> &commands);

/// Whether `--json` is among the options of a line, also of one that parseArguments() refuses.
[[nodiscard]] bool asksForJson(const QStringList &arguments);

/// A whole number option within bounds.
/// \error Usage
[[nodiscard]] Result<qint64> wholeNumber(const QString &option, const QString &text, qint64 minimum,
                                         qint64 maximum);

} // namespace Trailglass::CommandLine
