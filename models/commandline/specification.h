// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <limits>

namespace Trailglass::CommandLine {

/// One `--option`.
struct OptionSpecification
{
    QString name; ///< without the dashes
    QString value = {}; ///< what the value is called in the usage, e.g. `DIR`; empty: the option takes none
    QString help = {}; ///< translated, one line
    bool repeatable = false;
    bool required = false;
    bool mayBeEmpty = false; ///< whether `''` is a value
    QString arguments = {}; ///< CommandSpecification::arguments where it is given; empty: as without it
};

/// One command: its words, options and how many other arguments it takes.
struct CommandSpecification
{
    QStringList words; ///< `source`, `add`; none for a program without commands
    QString arguments; ///< as the usage shows them, e.g. `TYPE NAME`
    QString help; ///< translated, one line
    QList<OptionSpecification> options = {};
    qsizetype minimumArguments = 0;
    qsizetype maximumArguments = std::numeric_limits<qsizetype>::max();
};

/// An exit code and what it means.
struct ExitCodeSpecification
{
    int code;
    QString meaning; ///< translated, one line
};

/// Something that can be written, and what it means.
struct GuideEntrySpecification
{
    QString term;
    QString meaning; ///< translated, one line
};

/// A part of a guide.
struct GuideSectionSpecification
{
    QString title; ///< translated
    QList<GuideEntrySpecification> entries;
};

/// Everything that can be typed after the name of a program: what parseArguments() accepts, and what `--help`
/// and the manual page show.
struct ProgramSpecification
{
    QString name; ///< as it is typed
    QString summary; ///< translated, one sentence
    QList<OptionSpecification> options; ///< accepted anywhere; if given several times, the last one counts
    QList<CommandSpecification> commands; ///< a program without commands has a single one, without words
    QString notes; ///< translated; shown by `--help` after the options; lines end with a line feed
    QList<ExitCodeSpecification> exitCodes;
    QList<GuideSectionSpecification> filterGuide = {}; ///< what filters consist of; shown by the manual page

    [[nodiscard]] bool hasCommands() const;
};

/// `--help` and `--version`, which every program has.
[[nodiscard]] QList<OptionSpecification> standardOptions();

/// An option as it is typed: `--set KEY=VALUE`.
[[nodiscard]] QString optionText(const OptionSpecification &option);

/// One line: program, words, arguments and options of a command; without words, the program's options too.
[[nodiscard]] QString usage(const ProgramSpecification &program, const CommandSpecification &command);

} // namespace Trailglass::CommandLine
